package mail

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"github.com/emersion/go-message"
	"github.com/emersion/go-message/mail"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
)

// parts are those of a message.
type parts struct {
	limit       int64
	plain, html [][]byte
	documents   []document
	passed      []string // the names of attachments that are no documents
	secret      []string
	faulty      bool // a part could not be decoded whole
}

// document is an attachment that may be an article.
type document struct {
	name, mediaType string
	data            []byte
}

// deepest is how deep parts may be nested.
const deepest = 16

// endings are those of attachments that are read.
var endings = []string{".pdf", ".docx", ".odt", ".rtf", ".html", ".htm", ".txt", ".md", ".eml", ".epub"}

// take sorts a part, and those that are in it.
func (m *parts) take(e *message.Entity, depth int) {
	mediaType, parameters, _ := e.Header.ContentType()
	if depth > deepest {
		m.faulty = true
		return
	}
	if mediaType == "multipart/encrypted" || mediaType == "application/pkcs7-mime" && parameters["smime-type"] != "signed-data" {
		m.secret = append(m.secret, mediaType)
		return
	}
	if inner := e.MultipartReader(); inner != nil {
		for {
			part, err := inner.NextPart()
			if err != nil && !message.IsUnknownCharset(err) && !message.IsUnknownEncoding(err) {
				m.faulty = m.faulty || !errors.Is(err, io.EOF)
				return
			}
			m.take(part, depth+1)
		}
	}
	m.leaf(e, mediaType)
}

// leaf sorts a part that has none in it.
func (m *parts) leaf(e *message.Entity, mediaType string) {
	disposition, _, _ := e.Header.ContentDisposition()
	attached := mail.AttachmentHeader{Header: e.Header}
	filename, _ := attached.Filename()
	if filename != "" {
		filename = path.Base(strings.ReplaceAll(filename, "\\", "/"))
	}
	data, err := io.ReadAll(io.LimitReader(e.Body, m.limit))
	m.faulty = m.faulty || err != nil
	isText := disposition != "attachment" && filename == ""
	switch {
	case len(data) == 0:
	case isText && (mediaType == "text/plain" || mediaType == ""):
		m.plain = append(m.plain, data)
	case isText && mediaType == "text/html":
		m.html = append(m.html, data)
	case mediaType == "message/rfc822" || slices.Contains(endings, strings.ToLower(path.Ext(filename))):
		m.documents = append(m.documents, document{cmp.Or(filename, "message"), mediaType, data})
	case filename != "" && disposition == "attachment":
		m.passed = append(m.passed, filename)
	}
}

// body reads the text of the message: the plain one, or the HTML where there is
// no other, or the other says little more than that there is HTML.
func (m *parts) body(ctx context.Context, in kind.Input, yield func(*article.Article, error) bool) bool {
	plain := ownWords(string(join(m.plain)))
	page, length := withoutQuotes(string(join(m.html)))
	if len(plain) < length/4 {
		found := false
		for a, err := range in.Inside(ctx, m.input(in, "text/html", page)) {
			found = found || err == nil
			if (err == nil || plain == "") && !yield(a, err) {
				return false
			}
		}
		if found {
			return true
		}
	}
	if plain == "" {
		return true
	}
	for a, err := range in.Inside(ctx, m.input(in, "text/plain", plain)) {
		if !yield(a, err) {
			return false
		}
	}
	return true
}

func (m *parts) input(in kind.Input, mediaType, text string) kind.Input {
	return kind.Input{Name: in.Name, Type: mediaType, Reader: strings.NewReader(text), Limits: in.Limits}
}

func join(texts [][]byte) []byte { return bytes.Join(texts, []byte("\n\n")) }

// notes tell what was not read of the message.
func (m *parts) notes() (notes []string) {
	if len(m.passed) > 0 {
		notes = append(notes, fmt.Sprintf("attachments that are no documents were passed over: %s", strings.Join(m.passed, ", ")))
	}
	if m.faulty {
		notes = append(notes, "a part of the message is damaged, and may be incomplete")
	}
	return notes
}
