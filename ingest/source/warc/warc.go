// Package warc is the kind of source that web archives are: WARC files (ISO
// 28500), and the WET files of Common Crawl, which hold the text of pages.
//
// Records are read one after the other; no more than one is in memory. A broken
// one is an error in its place, after which reading goes on with the next.
package warc

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"

	"github.com/klauspost/compress/gzip"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
)

// Kind is a web archive. Each page in it that was found (status 200), and each
// text that was made of a page, is read as what it is; all else is passed over.
var Kind = kind.Kind{
	Name: "warc", Help: "web archives (WARC, WET), gzipped or not: each page is an article",
	Endings: []string{".warc", ".warc.gz", ".wet", ".wet.gz"}, Types: []string{"application/warc"},
	Begins: begins, Open: open,
}

const magic = "WARC/"

func begins(head []byte) bool {
	if bytes.HasPrefix(head, []byte(gzipMagic)) {
		head = firstBytes(new(gzip.Reader), head)
	}
	return bytes.HasPrefix(head, []byte(magic))
}

// firstBytes returns the first bytes that are compressed in head.
func firstBytes(z *gzip.Reader, head []byte) []byte {
	if z.Reset(bytes.NewReader(head)) != nil {
		return nil
	}
	first := make([]byte, len(magic))
	n, _ := io.ReadFull(z, first) // as many as the head gives
	return first[:n]
}

func open(ctx context.Context, in kind.Input) kind.Articles {
	return func(yield func(*article.Article, error) bool) {
		records, pages := newReader(in.Reader, in.Limits.Bytes), 0
		for {
			rec, err := records.next()
			switch {
			case err == io.EOF:
				if pages == 0 {
					yield(nil, errors.New("holds no web pages"))
				}
				return
			case ctx.Err() != nil:
				yield(nil, ctx.Err())
				return
			case err != nil:
				pages++
				if !yield(nil, rec.wrap(err)) {
					return
				}
				continue
			}
			page, ok := pageOf(rec)
			if !ok {
				continue
			}
			pages++
			if !page.read(ctx, in, yield) {
				return
			}
		}
	}
}

// A page is what a record holds of a page of the web, or of its text.
type page struct {
	record
	mediaType, charset string
	body               io.Reader // without the encodings of transfer and content
}

// read yields what the page holds. It says whether to go on.
func (p page) read(ctx context.Context, in kind.Input, yield func(*article.Article, error) bool) bool {
	if p.cut {
		return yield(nil, p.wrap(kind.TooLarge{Bytes: in.Limits.Bytes}))
	}
	archived, _ := article.ParseTime(p.fields.get("WARC-Date"))
	inner := kind.Input{
		Name: in.Name + ": " + p.address(), Address: p.address(), Type: p.mediaType, Charset: p.charset, Archived: archived, Reader: p.body, Limits: in.Limits,
	}
	for a, err := range in.Inside(ctx, inner) {
		if err == nil && p.fields.get("WARC-Truncated") != "" {
			a.Notes = append(a.Notes, "the archive holds only the page's beginning")
		}
		if !yield(a, err) {
			return false
		}
	}
	return true
}

// pageOf returns the page that a record holds, if it holds one.
func pageOf(rec record) (page, bool) {
	mediaType, charset := mediaTypeOf(rec.fields.get("Content-Type"))
	switch strings.ToLower(rec.fields.get("WARC-Type")) {
	case "response":
		if mediaType == "application/http" {
			return response(rec)
		}
		return page{rec, mediaType, charset, bytes.NewReader(rec.block)}, isHTML(mediaType)
	case "resource":
		return page{rec, mediaType, charset, bytes.NewReader(rec.block)}, isHTML(mediaType)
	case "conversion":
		return page{rec, mediaType, charset, bytes.NewReader(rec.block)}, isHTML(mediaType) || mediaType == "text/plain"
	}
	return page{}, false
}

func isHTML(mediaType string) bool {
	return mediaType == "text/html" || mediaType == "application/xhtml+xml"
}
