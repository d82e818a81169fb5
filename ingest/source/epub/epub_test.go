package epub

import (
	"archive/zip"
	"bytes"
	"context"
	"os"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/source/kind"
	"github.com/newsgraph/newsgraph/internal/sourcetest"
)

// told tells what articles there are, and what errors stand between them.
func told(name string, data []byte) string {
	var all []string
	for a, err := range Kind.Open(context.Background(), kind.Input{Name: name, Reader: bytes.NewReader(data), Limits: kind.Limits{Bytes: 1 << 16}}) {
		if err != nil {
			all = append(all, err.Error())
			continue
		}
		all = append(all, strings.Join([]string{a.Origin, a.Headline, strings.Join(a.Authors, ", "), a.Publisher, a.Published.Date(), a.Place, a.URL, a.Slice(a.Body)}, " | "))
	}
	return strings.Join(all, "\n")
}

func TestRead(t *testing.T) {
	for name, want := range map[string]string{
		"ebooklib": "x: EPUB/b.xhtml | Two countries agree on the river | Joe Roe | newsgraph samples | 2023-03-14 | OSLO |  | " +
			"Minister Kari Berg met her Swedish counterpart on Tuesday, and both spoke to reporters when the talks were over.\n\n“We have agreed on the river,” Berg said after the meeting in the old town hall.\n\n" +
			"x: EPUB/a.xhtml | Rain in the north | Jane Doe | newsgraph samples | 2023-03-14 |  | https://example.org/rain | " +
			"Rain fell on the city for three days, said the head of the weather service, and there was more of it to come in the north of the country before the week was over.\n",
		"pandoc": "x: EPUB/text/ch001.xhtml | Two countries agree on the river | Jane Doe | Ministry of Rivers | 2023-03-14 | OSLO |  | " +
			"Minister Kari Berg met her Swedish counterpart on Tuesday.\n\n“We have agreed on the river,” Berg said.\n\n" +
			"x: EPUB/text/ch002.xhtml | What comes next | Jane Doe | Ministry of Rivers | 2023-03-14 |  |  | The talks go on in May.\n",
	} {
		data, err := os.ReadFile("testdata/" + name + ".epub")
		if err != nil {
			t.Fatal(err)
		}
		if got := told("x", data); got != want || !Kind.Begins(data) {
			t.Errorf("%s:\ngot  %q\nwant %q", name, got, want)
		}
	}
}

// pack makes an archive of parts, given as name and content in turn.
func pack(t testing.TB, parts ...string) []byte { return sourcetest.Pack(t, zip.Deflate, parts...) }

func TestFaults(t *testing.T) {
	const container, list = "META-INF/container.xml", `<package><manifest><item id="a" media-type="application/xhtml+xml" href="a%20b.html"/></manifest><spine><itemref idref="a"/><itemref idref="a"/></spine></package>`
	const root = `<container><rootfile full-path="x/y.opf"/></container>`
	words := "<p>" + strings.Repeat("Rain fell. ", 20) + "</p>"
	for _, c := range []struct {
		name, want string
		data       []byte
	}{
		{"no container", "is damaged: META-INF/container.xml: file does not exist", pack(t)},
		{"no list", "is damaged: x/y.opf: file does not exist", pack(t, container, root)},
		{"no part", "is damaged: x/a b.html: file does not exist", pack(t, container, root, "x/y.opf", list)},
		{"locked", "is encrypted", pack(t, container, root, "x/y.opf", list, "META-INF/encryption.xml", `<CipherReference URI="x/a.html"/>`)},
		{"locked fonts", "", pack(t, container, root, "x/y.opf", list, "x/a b.html", words, "META-INF/encryption.xml", `<CipherReference URI="x/a.otf"/>`)},
		{"a bomb", "is larger than 65536 bytes", pack(t, container, root, "x/y.opf", list, "x/a b.html", strings.Repeat(words, 500))},
		{"way out", "is damaged: ../../etc/passwd: file does not exist", pack(t, container, `<container><rootfile full-path="../../etc/passwd"/></container>`)},
	} {
		if got := told("x", c.data); got != c.want && (c.want != "" || !strings.HasPrefix(got, "x: x/a b.html | ")) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(`<package><metadata><dc:title>A</dc:title></metadata><item id="a" media-type="html" href="a"/><itemref idref="a"/></package>`, strings.Repeat("<h1>a</h1><p>b c d</p>", 20))
	f.Fuzz(func(t *testing.T, list, page string) {
		told("x", pack(t, "META-INF/container.xml", `<rootfile full-path="y"/>`, "y", list, "a", page))
	})
}
