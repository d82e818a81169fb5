package text

import (
	"errors"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/newsgraph/newsgraph/ingest/source/kind"
	"github.com/newsgraph/newsgraph/internal/hint"
)

func TestRead(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"good", "Ça va.", ""},
		{"empty", "", "is empty"},
		{"blank", " \n\t", "is empty"},
		{"binary", "\x89PXG\r\n\x00\xff", "NUL at byte 6"},
		{"a picture", "\x89PNG\r\n\x1a\n\x00\xff", "is a picture (PNG)"},
		{"a film", "\x00\x00\x00\x20ftypisom\x00", "is a film or a sound (MP4)"},
		{"an archive", "Rar!\x1a\x07\x00", "is an archive (RAR)"},
		{"another alphabet", "Ja.\n\xc4\xe0 \xe4\xe0 \xe4\xe0", "line 2: byte 4 (0xc4) is not UTF-8"},
		{"broken UTF-8", "“Ja.”\n“N\xe4", "is not UTF-8"},
		{"addresses", "https://a.org\nhttps://b.org\n", "is a list of addresses"},
		{"an address", "[InternetShortcut]\r\nURL=https://a.b", "is a list of addresses"},
		{"web page", " <!DOCTYPE html><p>Hi", "is a web page"},
		{"XML", "<?xml version=\"1.0\"?><a/>", "is XML"},
		{"at the limit", strings.Repeat("x", 40), ""},
		{"too large", strings.Repeat("x", 41), "is larger than 40 bytes"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, err := read(kind.Input{Reader: strings.NewReader(c.text), Limits: kind.Limits{Bytes: 40}})
			switch {
			case c.want == "" && (err != nil || a.Text != c.text):
				t.Errorf("got %v, %v", a, err)
			case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)):
				t.Errorf("got %v, want %q", err, c.want)
			case c.want != "" && hint.Of(err) == "":
				t.Errorf("%v has no hint", err)
			}
		})
	}
	broken := errors.New("broken")
	if _, err := read(kind.Input{Reader: iotest.ErrReader(broken), Limits: kind.Limits{Bytes: 30}}); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
}

func TestFrontMatter(t *testing.T) {
	a, err := Parse("---\nauthors: [Jane Doe, Joe Roe]\nsection: World\nupdated: 2024-05-31\n---\nRain fell.")
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(a.Authors, "|") + " " + a.Section + " " + a.Changed.Date(); got != "Jane Doe|Joe Roe World 2024-05-31" {
		t.Errorf("got %s", got)
	}
	if a, err = Parse("---\ntitle: Talks\nauthor: Jane Doe; Joe Roe\nsitename: Example\n...\nRain fell."); err != nil || len(a.Authors) != 2 || a.Publisher != "Example" || a.Text != "Rain fell." {
		t.Errorf("as trafilatura has it: got %+v, %v", a, err)
	}
	if a, err = Parse("---\nauthor: [Jane Doe, Joe Roe]\nlastmod: yesterday\n---\nRain fell."); err != nil {
		t.Fatal(err)
	}
	if len(a.Authors) != 2 || len(a.Notes) != 1 || !strings.Contains(a.Notes[0], "yesterday") {
		t.Errorf("got %q, notes %q", a.Authors, a.Notes)
	}
}
