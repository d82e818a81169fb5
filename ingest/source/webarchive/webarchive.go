// Package webarchive is the kind of source that a web page with its parts in one
// file is, as Safari saves it: a property list in binary form, of which the page
// itself is read.
package webarchive

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
	"github.com/newsgraph/newsgraph/internal/hint"
)

// Kind is a page as Safari saves it whole.
var Kind = kind.Kind{
	Name: "webarchive", Help: "a web page that Safari saved whole",
	Begins: func(head []byte) bool {
		return bytes.HasPrefix(head, []byte(magic)) && bytes.Contains(head, []byte(main))
	},
	ByName: true, Endings: []string{".webarchive"}, Types: []string{"application/x-webarchive"},
	Open: open,
}

const main = "WebMainResource"

func open(ctx context.Context, in kind.Input) kind.Articles {
	page, err := pageOf(in)
	if err != nil {
		return func(yield func(*article.Article, error) bool) { yield(nil, err) }
	}
	return in.Inside(ctx, page)
}

// pageOf returns the page of an archive.
func pageOf(in kind.Input) (kind.Input, error) {
	file, size, err := in.File()
	if err != nil {
		return in, err
	}
	list, err := newList(file, size)
	if err != nil {
		return in, damaged(err)
	}
	resource, err := list.get(list.top, main)
	if err != nil {
		return in, damaged(err)
	}
	var fields [4][]byte
	for i, name := range []string{"WebResourceData", "WebResourceURL", "WebResourceMIMEType", "WebResourceTextEncodingName"} {
		value, err := list.get(resource, name)
		if err == nil {
			fields[i], err = list.bytes(value, in.Limits.Bytes)
		}
		if err != nil && (i == 0 || errors.As(err, new(kind.TooLarge))) {
			return in, damaged(err)
		}
	}
	return kind.Input{Name: in.Name, Reader: bytes.NewReader(fields[0]), Address: string(fields[1]), Type: string(fields[2]), Charset: string(fields[3]), Limits: in.Limits}, nil
}

// damaged says of an error that it is the archive's.
func damaged(err error) error {
	if errors.As(err, new(kind.TooLarge)) {
		return err
	}
	return hint.Add(fmt.Errorf("is damaged: %w", err), "open it in Safari, and save the page's source, or its text")
}
