package source

import (
	"bufio"
	"errors"
	"io"
	"slices"

	"github.com/newsgraph/newsgraph/ingest/source/agency"
	"github.com/newsgraph/newsgraph/ingest/source/archive"
	"github.com/newsgraph/newsgraph/ingest/source/docx"
	"github.com/newsgraph/newsgraph/ingest/source/epub"
	"github.com/newsgraph/newsgraph/ingest/source/feed"
	"github.com/newsgraph/newsgraph/ingest/source/html"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
	"github.com/newsgraph/newsgraph/ingest/source/known"
	"github.com/newsgraph/newsgraph/ingest/source/mail"
	"github.com/newsgraph/newsgraph/ingest/source/markdown"
	"github.com/newsgraph/newsgraph/ingest/source/mhtml"
	"github.com/newsgraph/newsgraph/ingest/source/odt"
	"github.com/newsgraph/newsgraph/ingest/source/pdf"
	"github.com/newsgraph/newsgraph/ingest/source/records"
	"github.com/newsgraph/newsgraph/ingest/source/rtf"
	"github.com/newsgraph/newsgraph/ingest/source/text"
	"github.com/newsgraph/newsgraph/ingest/source/warc"
	"github.com/newsgraph/newsgraph/ingest/source/web"
	"github.com/newsgraph/newsgraph/ingest/source/webarchive"
)

// Kinds lists the kinds of sources in the order in which they are tried. The
// last takes what no other recognises.
func Kinds() []kind.Kind {
	return []kind.Kind{
		warc.Kind,
		agency.NITF,
		agency.NewsML,
		agency.Ninjs,
		web.Kind,
		feed.Kind,
		html.Kind,
		mhtml.Kind,
		webarchive.Kind,
		docx.Kind,
		epub.Kind,
		mail.Kind,
		mail.Box,
		markdown.Kind,
		rtf.Kind,
		odt.Kind,
		pdf.Kind,
		archive.Zip,
		archive.Tar,
		archive.Gzip,
		archive.Zstd,
		archive.Bzip2,
		archive.Xz,
		known.Kind,
		records.JSON,
		records.Table,
		text.Kind,
	}
}

// Names lists the kinds by their names.
func Names() (names []string) {
	for _, k := range Kinds() {
		names = append(names, k.Name)
	}
	return names
}

// recognise returns the kind of an input, and the input from its beginning.
func (o opener) recognise(in kind.Input) (kind.Kind, kind.Input, error) {
	if in.Reader != nil && o.as != "" {
		return o.kinds[slices.IndexFunc(o.kinds, func(k kind.Kind) bool { return k.Name == o.as })], in, nil
	}
	var head []byte
	if in.Reader != nil {
		var err error
		if head, in.Reader, err = peek(in.Reader); err != nil {
			return kind.Kind{}, in, err
		}
	}
	for _, k := range o.kinds {
		if k.Recognises(in, head) {
			return k, in, nil
		}
	}
	if in.Reader == nil {
		return kind.Kind{}, in, errors.New("is an address that can't be read")
	}
	return o.kinds[len(o.kinds)-1], in, nil
}

// peek returns the first bytes of r, and r from its beginning: r itself where
// it can be set back.
func peek(r io.Reader) (head []byte, whole io.Reader, err error) {
	if file, ok := r.(io.ReadSeeker); ok {
		if start, err := file.Seek(0, io.SeekCurrent); err == nil {
			head = make([]byte, kind.HeadSize)
			n, err := io.ReadFull(file, head)
			if err != nil && err != io.EOF && err != io.ErrUnexpectedEOF {
				return nil, nil, err
			}
			_, err = file.Seek(start, io.SeekStart)
			return head[:n], file, err
		}
	}
	buffered := bufio.NewReaderSize(r, kind.HeadSize)
	head, err = buffered.Peek(kind.HeadSize)
	if err == io.EOF {
		err = nil
	}
	return head, buffered, err
}
