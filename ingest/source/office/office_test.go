package office

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"io/fs"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/source/kind"
	"github.com/newsgraph/newsgraph/internal/hint"
)

// pack opens an archive of one part.
func pack(t testing.TB, name, content string) *Package {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	f, err := w.Create(name)
	if err == nil {
		_, err = io.WriteString(f, content)
	}
	if err = errors.Join(err, w.Close()); err != nil {
		t.Fatal(err)
	}
	p, err := Open(kind.Input{Reader: &b, Limits: kind.Limits{Bytes: 10_000}})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestPart(t *testing.T) {
	p := pack(t, "Word/a.xml", strings.Repeat("x", 10_001))
	if _, err := p.Part("/word/b.xml"); !errors.Is(err, fs.ErrNotExist) || hint.Of(err) == "" {
		t.Errorf("a part that is missing: %v", err)
	}
	if _, err := p.ReadPart("/word/a.xml"); !errors.Is(err, kind.TooLarge{Bytes: 10_000}) {
		t.Errorf("a part over the limit: %v", err)
	}
	if _, err := Open(kind.Input{Reader: strings.NewReader("PK no archive"), Limits: kind.Limits{Bytes: 100}}); err == nil || hint.Of(err) == "" {
		t.Errorf("no archive: %v", err)
	}
}

func TestWalk(t *testing.T) {
	for source, want := range map[string]string{
		"<a>1<b>2<c>3</c></b>4</a>":           "a1 4/a",
		"<a><b/>1</a>":                        "a1/a",
		"<?xml version='1.0'?><!-- x --><a/>": "a/a",
		"<a>":                                 "a!",
		"</a>":                                "!",
		"<a>&x;</a>":                          "a!",
	} {
		var got strings.Builder
		err := pack(t, "a", source).Walk("a", Elements{
			Start: func(e xml.StartElement) bool {
				if e.Name.Local != "b" {
					got.WriteString(e.Name.Local)
				}
				return e.Name.Local != "b"
			},
			End:   func(e xml.EndElement) { got.WriteString("/" + e.Name.Local) },
			Words: func(text string) { got.WriteString(text) },
		})
		if err != nil {
			got.WriteString("!")
		}
		if got.String() != strings.ReplaceAll(want, " ", "") {
			t.Errorf("%s: got %s, want %s", source, got.String(), want)
		}
	}
}

func TestProperties(t *testing.T) {
	p := Properties{}
	p.Add(pack(t, "a", `<p><dc:title>Draft</dc:title><dc:creator>Jane  Doe</dc:creator><dc:creator>Joe Roe</dc:creator><dcterms:created>2023-03-14T09:12:00Z</dcterms:created>`+
		`<Company>Agency</Company><property name="Headline"><vt:lpwstr>Rain</vt:lpwstr></property><meta:user-defined meta:name="url">https://example.org/</meta:user-defined></p>`), "a")
	p.Add(pack(t, "a", "<x"), "a")
	p.Add(pack(t, "a", ""), "b")
	a := p.About()
	if got := strings.Join([]string{a.Headline, strings.Join(a.Authors, ","), a.Publisher, a.URL, a.Created.Date()}, "|"); got != "Rain|Jane Doe,Joe Roe|Agency|https://example.org/|2023-03-14" {
		t.Errorf("got %s of %v", got, p)
	}
	p["creator"] = []string{"python-docx"}
	if got := p.About().Created.Date(); got != "" {
		t.Errorf("the time of a template: %s", got)
	}
}
