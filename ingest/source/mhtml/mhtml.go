// Package mhtml is the kind of source that a web page with its parts in one file
// is, as browsers save it (RFC 2557): the first page in it.
package mhtml

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"regexp"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
	"github.com/newsgraph/newsgraph/internal/hint"
)

// Kind is a page as browsers save it whole.
var Kind = kind.Kind{
	Name: "mhtml", Help: "a web page that a browser saved whole",
	Begins:  begins,
	Endings: []string{".mhtml", ".mht"}, Types: []string{"multipart/related", "application/x-mimearchive"},
	Open: open,
}

var (
	first   = regexp.MustCompile(`(?i)^(?:From: <?Saved by|MIME-Version:|Snapshot-Content-Location:)`)
	related = regexp.MustCompile(`(?i)Content-Type: multipart/related`)
)

// begins says whether head begins a message whose parts belong together, and that
// has no recipient as mails have.
func begins(head []byte) bool {
	return first.Match(head) && related.Match(head[:min(len(head), 1000)])
}

func open(ctx context.Context, in kind.Input) kind.Articles {
	page, err := pageOf(in)
	if err != nil {
		if !errors.As(err, new(kind.TooLarge)) {
			err = hint.Add(fmt.Errorf("read MHTML: %w", err), "open it in a browser, and save the page anew")
		}
		return func(yield func(*article.Article, error) bool) { yield(nil, err) }
	}
	return in.Inside(ctx, page)
}

// pageOf returns the first page of a message.
func pageOf(in kind.Input) (kind.Input, error) {
	file, size, err := in.File() // most of it pictures
	if err != nil {
		return in, err
	}
	message, err := mail.ReadMessage(io.NewSectionReader(file, 0, size))
	if err != nil {
		return in, err
	}
	_, params, err := mime.ParseMediaType(message.Header.Get("Content-Type"))
	if err != nil {
		return in, err
	}
	parts := multipart.NewReader(message.Body, params["boundary"])
	for {
		part, err := parts.NextRawPart()
		if err == io.EOF {
			err = errors.New("has no page in it")
		}
		if err != nil {
			return in, err
		}
		mediaType, params, _ := mime.ParseMediaType(part.Header.Get("Content-Type"))
		if mediaType != "text/html" && mediaType != "application/xhtml+xml" {
			continue
		}
		return kind.Input{
			Name: in.Name, Address: part.Header.Get("Content-Location"), Type: mediaType, Charset: params["charset"],
			Reader: decoded(part, part.Header.Get("Content-Transfer-Encoding")), Limits: in.Limits,
		}, nil
	}
}

// decoded undoes a transfer encoding.
func decoded(r io.Reader, encoding string) io.Reader {
	switch strings.ToLower(encoding) {
	case "quoted-printable":
		return quotedprintable.NewReader(r)
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, r)
	}
	return r
}
