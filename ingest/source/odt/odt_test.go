package odt

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
	"github.com/newsgraph/newsgraph/internal/hint"
	"github.com/newsgraph/newsgraph/internal/sourcetest"
)

func readBytes(data []byte) (*article.Article, error) {
	return read(kind.Input{Reader: bytes.NewBuffer(data), Limits: kind.Limits{Bytes: 1 << 20}})
}

func told(a *article.Article) string {
	return fmt.Sprintf("%s | %s | %s | %s | %s | %s | %s | %s | %q", a.Headline, strings.Join(a.Authors, ", "), a.Publisher, a.Language, a.Published.Date(), a.Changed.Date(), a.Place, a.URL, a.Slice(a.Body))
}

func TestRead(t *testing.T) {
	for name, want := range map[string]string{
		"odfpy": "Two countries agree on the river | Jane Doe |  | en-GB | 2023-03-14 |  | OSLO | https://example.org/river | " +
			`"Minister Kari Berg met her Swedish counterpart on Tuesday.\n\n“We have agreed on the river,” Berg said.\n"`,
		"pandoc": "Two countries agree on the river | Jane Doe | Ministry of Rivers | en-GB | 2023-03-14 |  | OSLO | https://example.org/river | " +
			`"Minister Kari Berg met her Swedish counterpart on Tuesday.\n\n“We have agreed on the river,” Berg said.\n\nWhat comes next\n\nThe talks go on in May.\n"`,
	} {
		data, err := os.ReadFile("testdata/" + name + ".odt")
		if err != nil {
			t.Fatal(err)
		}
		a, err := readBytes(data)
		if err != nil {
			t.Fatal(err)
		}
		if got := told(a); got != want || !Kind.Begins(data) {
			t.Errorf("%s:\ngot  %s\nwant %s", name, got, want)
		}
	}
}

// pack makes an archive of parts, given as name and content in turn.
func pack(t testing.TB, parts ...string) []byte { return sourcetest.Pack(t, zip.Store, parts...) }

func TestContent(t *testing.T) {
	for _, c := range []struct{ name, xml, want string }{
		{"spaces", `<text:p>Rain<text:s text:c="3"/>fell<text:tab/>so<text:line-break/>it  did.</text:p>`, "Rain fell so\nit did.\n"},
		{"changes", `<text:tracked-changes><text:p>Snow.</text:p></text:tracked-changes><text:p>Rain fell.</text:p>`, "Rain fell.\n"},
		{"a caption", `<style:style style:name="P2" style:parent-style-name="Caption"/><text:p text:style-name="P2">Map</text:p><text:p>Rain fell.</text:p>`, "Rain fell.\n"},
		{"a comment", `<text:p>Rain<office:annotation><text:p>Why?</text:p></office:annotation> fell.</text:p>`, "Rain fell.\n"},
		{"a frame", `<text:p>Rain<draw:frame><text:p>Box.</text:p><svg:desc>A box</svg:desc></draw:frame> fell.</text:p>`, "Box.\n\nRain fell.\n"},
	} {
		a, err := readBytes(pack(t, "mimetype", mediaType, "content.xml", "<office:body>"+c.xml+"</office:body>"))
		if err != nil || a.Text != c.want {
			t.Errorf("%s: got %+v, %v", c.name, a, err)
		}
	}
}

// TestSubtitle: what stands in the style below the title is the standfirst.
func TestSubtitle(t *testing.T) {
	a, err := readBytes(pack(t, "mimetype", mediaType, "content.xml", `<office:body><style:style style:name="P1" style:parent-style-name="Subtitle"/>`+
		`<text:p text:style-name="Title">No deal</text:p><text:p text:style-name="P1">Ministers met twice.</text:p><text:p>Rain fell.</text:p></office:body>`))
	if err != nil || a.Headline != "No deal" || a.Standfirst != "Ministers met twice." || a.Slice(a.Body) != "Rain fell.\n" {
		t.Errorf("got %+v, %v", a, err)
	}
}

func TestRefuses(t *testing.T) {
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"a spreadsheet", pack(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet"), "opendocument.spreadsheet, no text"},
		{"encrypted", pack(t, "mimetype", mediaType, "META-INF/manifest.xml", "<manifest:encryption-data/>", "content.xml", "\x00"), "is encrypted"},
		{"no content", pack(t, "mimetype", mediaType), "is damaged: content.xml"},
		{"no text", pack(t, "mimetype", mediaType, "content.xml", "<text:p/>"), "has no text"},
	} {
		if _, err := readBytes(c.data); err == nil || !strings.Contains(err.Error(), c.want) || hint.Of(err) == "" {
			t.Errorf("%s: got %v, want %q and a hint", c.name, err, c.want)
		}
	}
}

func FuzzContent(f *testing.F) {
	f.Add(`<text:h text:outline-level="1">A</text:h><text:p text:style-name="Title">Rain<text:s/></text:p>`)
	f.Fuzz(func(t *testing.T, xml string) {
		_, _ = readBytes(pack(t, "mimetype", mediaType, "content.xml", xml, "meta.xml", xml))
	})
}
