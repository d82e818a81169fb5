package html

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
	"github.com/newsgraph/newsgraph/internal/hint"
	"github.com/newsgraph/newsgraph/internal/sourcetest"
)

// open reads a page that is found at address.
func one(t *testing.T, page, address string) (*article.Article, error) {
	t.Helper()
	for a, err := range Kind.Open(context.Background(), kind.Input{Name: address, Address: address, Reader: strings.NewReader(page), Limits: kind.Limits{Bytes: 1 << 20}}) {
		return a, err
	}
	t.Fatal("no article")
	return nil, nil
}

// TestSamplesAsPages: a sample is the same article, whether it is a page or a
// text file.
func TestSamplesAsPages(t *testing.T) {
	names, _, articles := sourcetest.Samples(t)
	for i, want := range articles {
		name := names[i]
		page := strings.Replace(sourcetest.Page(want), "</h1>", fmt.Sprintf("</h1><time datetime=%q>Today</time>", want.Published.Date()), 1)
		got, err := one(t, page, "")
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if strings.TrimSpace(got.Slice(got.Body)) != strings.TrimSpace(want.Slice(want.Body)) {
			t.Errorf("%s: got %q\nwant %q", name, got.Slice(got.Body), want.Slice(want.Body))
		}
		got.Text, got.SHA256, got.Head, got.Body = want.Text, want.SHA256, want.Head, want.Body
		if fmt.Sprintf("%+v", got) != fmt.Sprintf("%+v", want) {
			t.Errorf("%s: got %+v\nwant %+v", name, got, want)
		}
	}
}

func TestRefuses(t *testing.T) {
	for page, want := range map[string]string{
		"":                           "is empty",
		"<html><body></body></html>": "has no article's text",
		"<html>" + strings.Repeat("<div>", 600) + "Hi": "512",
	} {
		_, err := one(t, page, "")
		if err == nil || !strings.Contains(err.Error(), want) || want != "is empty" && hint.Of(err) == "" {
			t.Errorf("got %v, want %q", err, want)
		}
	}
}

func TestDecode(t *testing.T) {
	for _, c := range []struct{ data, given, want string }{
		{"Ça", "", "Ça"},
		{"\xef\xbb\xbfÇa", "", "Ça"},
		{"\xc7a", "", "Ça"},
		{"\xc7a", "iso-8859-5", "Чa"},
		{"Ça", "iso-8859-1", "Ça"},
		{"<meta charset=windows-1251>\xcf", "", "<meta charset=windows-1251>П"},
		{"<meta charset=nonsense>\x93a\x94", "", "<meta charset=nonsense>“a”"},
		{"\xff\xfe\xc7\x00a\x00", "", "Ça"},
		{"a\xffb", "utf-8", "a\ufffdb"},
	} {
		if got, err := decode([]byte(c.data), c.given); err != nil || string(got) != c.want {
			t.Errorf("%q as %q: got %q, %v, want %q", c.data, c.given, got, err, c.want)
		}
	}
}

func TestBegins(t *testing.T) {
	for head, want := range map[string]bool{
		"<!DOCTYPE html><p>": true, "\ufeff \n<!-- saved from --><HTML lang=en>": true, "<?xml version='1.0'?><!DOCTYPE html>": true,
		"\xff\xfe<\x00h\x00t\x00m\x00l\x00>\x00": true, "<?xml version='1.0'?><rss>": false, "<htmlx>": false, "Plain <html>": false, "<p>Some words": false, "": false,
	} {
		if begins([]byte(head)) != want {
			t.Errorf("%q: want %v", head, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, page := range []string{"", "<p>Hi", "<html><script type=application/ld+json>{\"@graph\":[{\"@type\":\"NewsArticle\",\"author\":{\"@id\":\"x\"}},{\"@id\":\"x\",\"name\":{\"@id\":\"x\"}}]}</script><p>" + strings.Repeat("Rain fell. ", 50), "<time datetime=2020-13-45>", "<link rel=canonical href='//%zz'>"} {
		f.Add(page)
	}
	for _, page := range hostile {
		f.Add(page(2 << 10))
	}
	f.Fuzz(func(t *testing.T, page string) {
		data, err := decode([]byte(page), "")
		if err != nil {
			return
		}
		if a, err := Parse(data, nil); err == nil && (!utf8.ValidString(a.Text) || a.Body.Start > a.Body.End || a.Body.End > len(a.Text)) {
			t.Errorf("body %v of %q", a.Body, a.Text)
		}
	})
}

// TestUntold: the text that a page gives to machines alone is read, in its
// paragraphs, with a note.
func TestUntold(t *testing.T) {
	for name, body := range map[string]string{"lines": strings.Join(paragraphs, "\n\n"), "HTML": inP(paragraphs...)} {
		a, err := one(t, fmt.Sprintf(`<script type="application/ld+json">{"@type":"NewsArticle","headline":"Talks go on","articleBody":%q}</script><div id="app"><h1>Talks go on</h1><p>%s</p></div>`, body, paragraphs[0]), "")
		if err != nil || a.Text != strings.Join(paragraphs, "\n\n") || !slices.Contains(a.Notes, noteOfUntold) {
			t.Errorf("%s: got %v, %v", name, a, err)
		}
	}
}
