// Package mail is the kind of source that messages are, such as press releases
// that came by mail: one in a file, or many in a mailbox.
package mail

import (
	"bytes"
	"context"
	"errors"
	"regexp"
	"strings"

	"github.com/emersion/go-message"
	_ "github.com/emersion/go-message/charset" // decodes the character sets of the web
	"github.com/emersion/go-message/mail"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
	"github.com/newsgraph/newsgraph/ingest/source/paper"
	"github.com/newsgraph/newsgraph/internal/hint"
)

// Kind is a message: one article, without signature and quoted messages, and
// those of the documents that are attached to it.
var Kind = kind.Kind{
	Name: name, Help: "a message (.eml), such as a press release, with the documents attached to it",
	Begins:  func(head []byte) bool { return !boxStart.Match(head) && isMessage(head) },
	Endings: []string{".eml"}, Types: []string{"message/rfc822"},
	Open: func(ctx context.Context, in kind.Input) kind.Articles {
		return func(yield func(*article.Article, error) bool) {
			data, err := in.ReadAll()
			if err != nil {
				yield(nil, err)
				return
			}
			read(ctx, in, data, yield, func(err error) bool { return yield(nil, err) })
		}
	},
}

const name = "mail"

var (
	field = regexp.MustCompile(`^[!-9;-~]+:[ \t]?`)
	known = regexp.MustCompile(`(?im)^(?:from|to|subject|date|message-id|received|mime-version|return-path|delivered-to|content-type|reply-to|x-[a-z-]+):`)
)

// isMessage says whether head begins with the fields of a message: three that
// are known of the first lines, all of which are fields.
func isMessage(head []byte) bool {
	fields := 0
	for line := range bytes.Lines(head) {
		switch text := bytes.TrimRight(line, "\r\n"); {
		case len(text) == 0:
			return fields >= 3
		case fields > 0 && (text[0] == ' ' || text[0] == '\t'):
		case !field.Match(text):
			return false
		case known.Match(text):
			fields++
		}
	}
	return fields >= 3
}

// read yields the articles of a message, and by fault what is wrong with the
// message itself. It says whether there shall be more.
func read(ctx context.Context, in kind.Input, data []byte, yield func(*article.Article, error) bool, fault func(error) bool) bool {
	e, err := message.Read(bytes.NewReader(data))
	if err != nil && !message.IsUnknownCharset(err) && !message.IsUnknownEncoding(err) {
		return fault(hint.Add(errors.New("is damaged: its header can't be read"), "save the message again as .eml, or its text as .txt"))
	}
	m := parts{limit: in.Limits.Bytes}
	m.take(e, 0)
	if len(m.secret) > 0 {
		return fault(hint.Add(errors.New("is an encrypted message"), "open it in the mail program, and save its text"))
	}
	header := mail.Header{Header: e.Header}
	var faults []error
	found := false
	if !m.body(ctx, in, func(a *article.Article, err error) bool {
		if err != nil {
			faults = append(faults, err)
			return true
		}
		found = true
		complete(a, header)
		a.Notes = append(a.Notes, m.notes()...)
		return yield(a, nil)
	}) {
		return false
	}
	for _, d := range m.documents {
		found = true
		inner := kind.Input{Name: in.Name + ": " + d.name, Type: d.mediaType, Reader: bytes.NewReader(d.data), Limits: in.Limits}
		for a, err := range in.Inside(ctx, inner) {
			if on := sent(header); a != nil && on.Precision != article.Unknown {
				if paper.Undate(a); a.Published.Precision == article.Unknown {
					a.Published = on
				}
			}
			if !yield(a, err) {
				return false
			}
		}
	}
	switch {
	case found:
		return true
	case len(faults) > 0:
		return yield(nil, faults[0])
	}
	return fault(errors.New("is a message without text"))
}

// complete adds to an article what the message's header says of it. Its subject
// is the headline: what stands first in a message is often a greeting.
func complete(a *article.Article, header mail.Header) {
	a.Kind = name
	if subject, err := header.Subject(); err == nil || message.IsUnknownCharset(err) {
		if subject = plainSubject(strings.ToValidUTF8(subject, "\ufffd")); subject != "" {
			a.Headline = subject
		}
	}
	if from, err := header.AddressList("From"); err == nil && len(a.Authors) == 0 {
		for _, address := range from {
			if name := strings.TrimSpace(strings.ToValidUTF8(address.Name, "\ufffd")); name != "" {
				a.Authors = append(a.Authors, name)
			}
		}
	}
	if a.Published.Precision == article.Unknown {
		a.Published = sent(header)
	}
	if language := header.Get("Content-Language"); a.Language == "" && !strings.Contains(language, ",") {
		a.Language = strings.TrimSpace(language)
	}
}

// sent returns when a message was sent.
func sent(header mail.Header) article.Time {
	if at, err := header.Date(); err == nil && at.Year() > 1970 {
		return article.Time{At: at, Precision: article.Second}
	}
	return article.Time{}
}

var (
	answer  = regexp.MustCompile(`(?i)^(?:(?:re|aw|sv|fwd?|wg|tr)\s*(?:\[\d+\])?\s*:|\[(?:ext|external|extern|spam)[^\]]*\])\s*`)
	release = regexp.MustCompile(`(?i)^(?:(?:press|news|media) (?:release|statement|advisory)|for immediate release)\s*(?:[:|–—-]\s*|$)`)
)

// plainSubject returns a subject without what mail programs, and press offices,
// set before it.
func plainSubject(subject string) string {
	subject = strings.Join(strings.Fields(subject), " ")
	for {
		short := answer.ReplaceAllString(subject, "")
		if short == subject {
			return release.ReplaceAllString(subject, "")
		}
		subject = short
	}
}
