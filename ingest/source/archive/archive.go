// Package archive has the kinds of sources that hold others: archives (zip,
// tar), and what is compressed (gzip, zstd, bzip2, xz).
//
// They are read as they come, one entry after the other, so that memory does not
// grow with them: only a zip that lies in another file, or comes from standard
// input, is kept as a whole, on disk. Nothing is unpacked to where it says, and
// links are not followed. What grows beyond all measure as it is unpacked is not
// read on; see budget.
package archive

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
	"github.com/newsgraph/newsgraph/internal/hint"
)

// An entry is one file in an archive.
type entry struct {
	name string
	open func() (io.ReadCloser, error)
}

// entries reads the entries of one archive.
type entries struct {
	in            kind.Input
	yield         func(*article.Article, error) bool
	found, passed int
}

// read yields what an entry holds. It says whether to go on.
func (e *entries) read(ctx context.Context, entry entry) bool {
	if ctx.Err() != nil {
		e.yield(nil, ctx.Err())
		return false
	}
	b := &beginning{entry: entry}
	defer b.Close()
	if e.in.Passes(entry.name, b.head) {
		e.passed++
		return true
	}
	e.found++
	name := strings.TrimPrefix(printable(entry.name), "./") // as tar has it
	r, err := b.open()
	if err != nil {
		return e.yield(nil, fmt.Errorf("%s: %w", name, err))
	}
	for a, err := range e.in.Inside(ctx, kind.Input{Name: e.in.Name + ": " + name, Found: true, Reader: r, Limits: e.in.Limits}) {
		if !e.yield(a, err) {
			return false
		}
	}
	return true
}

// beginning is an entry that is opened once, when it is needed.
type beginning struct {
	entry
	r      *bufio.Reader
	closer io.Closer
}

func (b *beginning) open() (io.Reader, error) {
	if b.r != nil {
		return b.r, nil
	}
	r, err := b.entry.open()
	if err != nil {
		return nil, err
	}
	b.r, b.closer = bufio.NewReaderSize(r, kind.HeadSize), r
	return b.r, nil
}

// head returns the first bytes; none where they can't be read.
func (b *beginning) head() []byte {
	if _, err := b.open(); err != nil {
		return nil
	}
	head, _ := b.r.Peek(kind.HeadSize)
	return head
}

// Close closes the entry where it was opened.
func (b *beginning) Close() error {
	if b.closer == nil {
		return nil
	}
	return b.closer.Close()
}

// end says so where there was nothing to read.
func (e *entries) end() {
	if e.found == 0 {
		e.yield(nil, hint.Add(fmt.Errorf("holds no articles, but %d files that are hidden or of other formats", e.passed), "unpack it to see what is in it"))
	}
}

// printable returns a name that others have chosen without what would move the
// cursor of a terminal.
func printable(name string) string {
	return strings.ToValidUTF8(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return unicode.ReplacementChar
		}
		return r
	}, name), string(unicode.ReplacementChar))
}

// begins recognises what begins with one of several strings.
func begins(magics ...string) func(head []byte) bool {
	return func(head []byte) bool {
		for _, magic := range magics {
			if bytes.HasPrefix(head, []byte(magic)) {
				return true
			}
		}
		return false
	}
}

// damage is an error in reading an archive that is the archive's.
type damage struct{ error }

func (d damage) Unwrap() error { return d.error }

// broken says of an error in reading an archive that it is the archive's, once.
func broken(err error) error {
	var said damage
	switch {
	case err == nil || err == io.EOF || errors.Is(err, errBomb) || errors.As(err, &said):
		return err
	case errors.Is(err, io.ErrUnexpectedEOF):
		return damage{hint.Add(errors.New("is not whole: it ends too early"), "fetch or copy it again")}
	}
	return damage{hint.Add(fmt.Errorf("is broken: %w", err), "fetch or copy it again, or unpack it with a program that repairs archives")}
}
