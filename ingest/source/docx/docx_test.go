package docx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
	"github.com/newsgraph/newsgraph/ingest/source/office"
	"github.com/newsgraph/newsgraph/internal/hint"
	"github.com/newsgraph/newsgraph/internal/sourcetest"
)

func readFile(t testing.TB, name string) *article.Article {
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	a, err := read(kind.Input{Name: name, Reader: file, Limits: kind.Limits{Bytes: 1 << 20}})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func told(a *article.Article) string {
	return fmt.Sprintf("%s | %s | %s | %s | %s | %s | %s | %s | %q", a.Headline, strings.Join(a.Authors, ", "), a.Publisher, a.Language, a.Published.Date(), a.Changed.Date(), a.Place, a.URL, a.Slice(a.Body))
}

func TestRead(t *testing.T) {
	for name, want := range map[string]string{
		"python-docx": "Two countries agree on the river | Jane Doe |  | en-GB | 2023-03-14 |  | OSLO |  | " +
			`"Minister Kari Berg met her Swedish counterpart on Tuesday.\n\n“We have agreed on the river,” Berg said.\n\nWhat comes next\n\nThe talks go on in May.\n\nThey will be in Stockholm.\n"`,
		"pandoc": "Two countries agree on the river | Jane Doe | Ministry of Rivers | en-GB | 2023-03-14 |  | OSLO | https://example.org/river | " +
			`"Minister Kari Berg met her Swedish counterpart on Tuesday.\n\n“We have agreed on the river,” Berg said.\n\nWhat comes next\n\nThe talks go on in May.\n"`,
	} {
		if got := told(readFile(t, "testdata/"+name+".docx")); got != want {
			t.Errorf("%s:\ngot  %s\nwant %s", name, got, want)
		}
	}
}

// pack makes an archive of parts, given as name and content in turn.
func pack(t testing.TB, parts ...string) []byte { return sourcetest.Pack(t, zip.Deflate, parts...) }

func TestParts(t *testing.T) {
	const body = `<w:document><w:body>%s</w:body></w:document>`
	for _, c := range []struct{ name, xml, want string }{
		{"runs", `<w:p><w:r><w:t>Ra</w:t></w:r><w:r><w:t xml:space="preserve">in </w:t><w:tab/><w:t>fell</w:t><w:br/><w:t>so.</w:t></w:r></w:p>`, "Rain fell\nso.\n"},
		{"changes", `<w:p><w:ins><w:r><w:t>Rain</w:t></w:r></w:ins><w:del><w:r><w:delText>Snow</w:delText><w:t>Snow</w:t></w:r></w:del><w:r><w:t> fell.</w:t></w:r></w:p>`, "Rain fell.\n"},
		{"fields", `<w:p><w:r><w:instrText>HYPERLINK</w:instrText></w:r><w:r><w:t>Rain fell.</w:t></w:r></w:p>`, "Rain fell.\n"},
		{"a text box, twice", `<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>Box.</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:p><w:r><w:t>Box.</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent><w:t>Rain fell.</w:t></w:r></w:p>`, "Box.\n\nRain fell.\n"},
		{"an entity", `<w:p><w:r><w:t>Bread &amp; wine.</w:t></w:r></w:p>`, "Bread & wine.\n"},
	} {
		data := pack(t, "word/document.xml", fmt.Sprintf(body, c.xml))
		a, err := read(kind.Input{Reader: bytes.NewBuffer(data), Limits: kind.Limits{Bytes: 1 << 20}})
		if err != nil || a.Text != c.want {
			t.Errorf("%s: got %+v, %v", c.name, a, err)
		}
	}
}

// TestSubtitle: what stands in the style below the title is the standfirst.
func TestSubtitle(t *testing.T) {
	const par = `<w:p><w:pPr><w:pStyle w:val="%s"/></w:pPr><w:r><w:t>%s</w:t></w:r></w:p>`
	body := fmt.Sprintf(par, "T", "No deal") + fmt.Sprintf(par, "S", "Ministers met twice.") + fmt.Sprintf(par, "", "Rain fell.")
	data := pack(t, "word/document.xml", "<w:document>"+body+"</w:document>", "word/styles.xml",
		`<w:styles><w:style w:styleId="T"><w:name w:val="Title"/></w:style><w:style w:styleId="S"><w:name w:val="Subtitle"/></w:style></w:styles>`)
	a, err := read(kind.Input{Reader: bytes.NewBuffer(data), Limits: kind.Limits{Bytes: 1 << 20}})
	if err != nil || a.Headline != "No deal" || a.Standfirst != "Ministers met twice." || a.Slice(a.Body) != "Rain fell.\n" {
		t.Errorf("got %+v, %v", a, err)
	}
}

func TestRefuses(t *testing.T) {
	good, err := os.ReadFile("testdata/pandoc.docx")
	if err != nil {
		t.Fatal(err)
	}
	locked := bytes.Clone(good)
	for at := 0; ; {
		next := bytes.Index(locked[at:], []byte("PK\x01\x02"))
		if next < 0 {
			break
		}
		at += next + 8
		locked[at] |= 1 // the flag of an encrypted entry
	}
	relations := `<Relationships><Relationship Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>`
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"cut", good[:len(good)/2], "is damaged"},
		{"encrypted", locked, "is encrypted"},
		{"old", []byte(office.Compound + "xxx"), "old office program"},
		{"a spreadsheet", pack(t, "_rels/.rels", relations, "xl/workbook.xml", "<x/>"), "is a spreadsheet"},
		{"another archive", pack(t, "_rels/.rels", "<x/>"), "is damaged"},
		{"no text", pack(t, "word/document.xml", "<w:p/>"), "has no text"},
		{"an XML bomb", pack(t, "word/document.xml", `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:p><w:r><w:t>&b;</w:t></w:r></w:p>`), "is damaged"},
		{"an entity from outside", pack(t, "word/document.xml", `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:p><w:r><w:t>&a;</w:t></w:r></w:p>`), "is damaged"},
		{"deep", pack(t, "word/document.xml", strings.Repeat("<a>", 100_000)), "nested deeper"},
		{"a ZIP bomb", pack(t, "word/document.xml", "<w:p>"+strings.Repeat(" ", 4<<20)), "is larger than 1048576 bytes"},
	} {
		_, err := read(kind.Input{Reader: bytes.NewBuffer(c.data), Limits: kind.Limits{Bytes: 1 << 20}})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", c.name, err, c.want)
		} else if hint.Of(err) == "" && !strings.Contains(c.name, "ZIP") {
			t.Errorf("%s: %v has no hint", c.name, err)
		}
	}
}

func TestBegins(t *testing.T) {
	for name, want := range map[string]bool{
		"[Content_Types].xml": true, "word/document.xml": true, "_rels/.rels": true, "xl/workbook.xml": true, "word/_rels/document.xml.rels": true,
		"word/a.txt": false, "mimetype": false, "a.html": false,
	} {
		if got := begins(pack(t, name, "x")); got != want {
			t.Errorf("%s: got %v", name, got)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, name := range []string{"testdata/pandoc.docx", "testdata/python-docx.docx"} {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		_, _ = read(kind.Input{Reader: bytes.NewReader(data), Limits: kind.Limits{Bytes: 1 << 16}})
	})
}

func FuzzDocument(f *testing.F) {
	f.Add(`<w:document><w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Rain</w:t></w:r></w:p></w:document>`)
	f.Add(`<w:p><w:p></w:p></w:t></w:p>`)
	f.Fuzz(func(t *testing.T, xml string) {
		_, _ = read(kind.Input{Reader: bytes.NewReader(pack(t, "word/document.xml", xml)), Limits: kind.Limits{Bytes: 1 << 16}})
	})
}
