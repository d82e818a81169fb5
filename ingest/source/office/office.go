// Package office reads the files of office programs: ZIP archives of parts in
// XML, of which each is bounded.
//
//	p, err := office.Open(in)
//	part, err := p.Part("word/document.xml")
package office

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/source/kind"
	"github.com/newsgraph/newsgraph/internal/hint"
)

// Package is an open file.
type Package struct {
	zip    *zip.Reader
	limits kind.Limits
}

// Compound begins the files of old office programs, and new ones of Microsoft
// that are encrypted.
const Compound = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

// First returns the name of an archive's first part, with what follows it in the
// file where that part is stored as it is and has no extra fields; "" of what is
// no archive.
func First(head []byte) (name, rest string) {
	const fixed = 30 // bytes of an entry before its name
	if len(head) < fixed || !bytes.HasPrefix(head, []byte("PK\x03\x04")) {
		return "", ""
	}
	end := min(fixed+int(binary.LittleEndian.Uint16(head[26:])), len(head))
	return string(head[fixed:end]), string(head[end:])
}

// IsMedia says whether a file begins as OpenDocument and EPUB have it: with a
// part that gives the media type, or the beginning of one.
func IsMedia(head []byte, mediaType string) bool {
	name, rest := First(head)
	return name == "mimetype" && strings.HasPrefix(rest, mediaType)
}

// Open opens a file. It fails where it is damaged, with a hint.
func Open(in kind.Input) (*Package, error) {
	file, size, err := in.File()
	if err != nil {
		return nil, err
	}
	start := make([]byte, len(Compound))
	if _, err := file.ReadAt(start, 0); err == nil && string(start) == Compound {
		return nil, hint.Add(errors.New("is a file of an old office program (.doc, .xls, .ppt, .msg), or encrypted"),
			"open it and save it as .docx or .odt, without a password")
	}
	archive, err := zip.NewReader(file, size)
	if err != nil {
		return nil, Damaged(err)
	}
	return &Package{archive, in.Limits}, nil
}

// Has says whether there is a part of the name.
func (p *Package) Has(part string) bool { return p.find(part) != nil }

func (p *Package) find(part string) *zip.File {
	part = strings.TrimPrefix(part, "/")
	for _, f := range p.zip.File {
		if strings.EqualFold(f.Name, part) {
			return f
		}
	}
	return nil
}

// encrypted is the bit of a ZIP entry's flags that says so.
const encrypted = 1

// Part opens a part. Its reader fails with kind.TooLarge after as many bytes as
// a text may have. The error is fs.ErrNotExist where there is none.
func (p *Package) Part(name string) (*Part, error) {
	f := p.find(name)
	switch {
	case f == nil:
		return nil, Damaged(fmt.Errorf("%s: %w", name, fs.ErrNotExist))
	case f.Flags&encrypted != 0:
		return nil, Locked()
	}
	r, err := f.Open()
	if err != nil {
		return nil, Damaged(fmt.Errorf("%s: %w", name, err))
	}
	return &Part{closer: r, r: io.LimitReader(r, p.limits.Bytes+1), left: p.limits.Bytes, limit: p.limits.Bytes}, nil
}

// ReadPart returns a part.
func (p *Package) ReadPart(name string) ([]byte, error) {
	r, err := p.Part(name)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(r)
}

// Part is an open part. Whoever opened it closes it.
type Part struct {
	closer      io.Closer
	r           io.Reader
	left, limit int64
}

// Read implements io.Reader.
func (p *Part) Read(b []byte) (int, error) {
	n, err := p.r.Read(b)
	if p.left -= int64(n); p.left < 0 {
		return 0, kind.TooLarge{Bytes: p.limit}
	}
	return n, err
}

// Close implements io.Closer.
func (p *Part) Close() error { return p.closer.Close() }

// Locked is the error of a file that needs a password.
func Locked() error {
	return hint.Add(errors.New("is encrypted"), "open it with its password and save it without one")
}

// Damaged says that a file can't be read, of which err is the cause.
func Damaged(err error) error {
	if _, ok := errors.AsType[kind.TooLarge](err); ok {
		return err
	}
	return hint.Add(fmt.Errorf("is damaged: %w", err), "open it with the program that made it, which may repair it, and save it again")
}
