package text

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"

	"github.com/newsgraph/newsgraph/ingest/source/kind"
)

func TestDecode(t *testing.T) {
	const text = "“It’s late,” José said — at the café in Köln. Rain fell for two days.\r\n"
	latin := strings.NewReplacer("“", `"`, "”", `"`, "’", "'", "—", "-").Replace(text)
	for name, c := range map[string]struct {
		encoding   encoding.Encoding
		text, note string
	}{
		"UTF-8":                     {encoding.Nop, text, ""},
		"UTF-8, byte order mark":    {encoding.Nop, "\ufeff" + text, ""},
		"UTF-16LE, byte order mark": {unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), text, "read as UTF-16, as its byte order mark says"},
		"UTF-16BE, byte order mark": {unicode.UTF16(unicode.BigEndian, unicode.UseBOM), text, "read as UTF-16, as its byte order mark says"},
		"UTF-16LE":                  {unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), latin, "read as UTF-16, as its zero bytes tell"},
		"UTF-16BE":                  {unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), latin, "read as UTF-16, as its zero bytes tell"},
		"UTF-16LE, quotation marks": {unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), text, "read as UTF-16, as its zero bytes tell"},
		"UTF-32":                    {utf32.UTF32(utf32.BigEndian, utf32.UseBOM), text, "read as UTF-32, as its byte order mark says"},
		"Windows-1252":              {charmap.Windows1252, text, "read as Windows-1252, since it is not UTF-8"},
		"Latin-1":                   {charmap.ISO8859_1, latin, "read as Latin-1, since it is not UTF-8"},
	} {
		data, err := c.encoding.NewEncoder().Bytes([]byte(c.text))
		if err != nil {
			t.Fatal(err)
		}
		a, err := read(kind.Input{Reader: strings.NewReader(string(data)), Limits: kind.Limits{Bytes: 1000}})
		if err != nil || a.Text != c.text || strings.Join(a.Notes, "|") != c.note {
			t.Errorf("%s: got %v, %v", name, a, err)
		}
	}
}

// TestOldLines: lines that end in carriage returns alone are lines.
func TestOldLines(t *testing.T) {
	a, err := read(kind.Input{Reader: strings.NewReader("Rain falls\r\rMarch 14, 2023\r\rIt rained.\r"), Limits: kind.Limits{Bytes: 1000}})
	if err != nil || a.Headline != "Rain falls" || a.Published.Date() != "2023-03-14" || a.Slice(a.Body) != "It rained.\n" {
		t.Errorf("got %+v, %v", a, err)
	}
}

func TestDecodeRefuses(t *testing.T) {
	for data, want := range map[string]string{
		"\xff\xfeH\x00i": "half a character", "\xff\xfe\x00\xd8H\x00": "broken characters", "\xff\xfe\x00\x00H\x00\x00\xff": "UTF-32 with broken characters",
		"\x89PNG\r\n\x00\xff": "NUL at byte 6", "GIF89a\x01\xff\xff": "control character 0x01", "Rain fell for \x81 days": "nor is the text UTF-16",
		"“Rain” fell\xe4": "byte 15 (0xe4) is not UTF-8",
	} {
		if text, _, err := Decode([]byte(data)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %q, %v, want %q", data, text, err, want)
		}
	}
}

func FuzzDecode(f *testing.F) {
	for _, data := range []string{"a", "\xff\xfea\x00", "\xfe\xff\x00a", "a\x00b\x00", "caf\xe9 in K\xf6ln, she said", "\x93Late\x94", "\xff\xfe\x00\xd8"} {
		f.Add([]byte(data))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		text, note, err := Decode(data)
		if err == nil && (!utf8.ValidString(text) || note == "" && text != string(data)) {
			t.Errorf("%q: %q, %q", data, text, note)
		}
	})
}
