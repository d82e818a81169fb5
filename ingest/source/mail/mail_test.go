package mail

import (
	"bytes"
	"context"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
	"github.com/newsgraph/newsgraph/ingest/source/text"
)

// inside reads everything as the text that it is.
func inside(_ context.Context, in kind.Input) kind.Articles {
	return func(yield func(*article.Article, error) bool) {
		data, err := io.ReadAll(in.Reader)
		if err != nil {
			yield(nil, err)
			return
		}
		a, err := text.Parse(string(data))
		if err == nil {
			a.Origin = in.Name
		}
		yield(a, err)
	}
}

// told tells what articles there are, and what errors stand between them.
func told(k kind.Kind, name string, data []byte) string {
	var all []string
	in := kind.Input{Name: name, Reader: bytes.NewReader(data), Limits: kind.Limits{Bytes: 1 << 16}, Inside: inside}
	for a, err := range k.Open(context.Background(), in) {
		if err != nil {
			all = append(all, err.Error())
			continue
		}
		all = append(all, strings.Join([]string{a.Origin, a.Headline, strings.Join(a.Authors, ", "), a.Published.Date(), a.Place, a.Slice(a.Body)}, " | "))
	}
	return strings.Join(all, "\n")
}

func TestRead(t *testing.T) {
	const release = "Two countries agree on the river | Jané Doe | 2023-03-14 | OSLO | Minister Kari Berg met her Swedish counterpart on Tuesday.\n“We have agreed on the river,” Berg said.\n\nFrom there the talks go on."
	for _, c := range []struct {
		kind       kind.Kind
		name, want string
	}{
		{Kind, "release.eml", "release.eml | " + release + "\nrelease.eml: second.txt |  |  | 2023-03-14 |  | A second text.\n\nRain fell.\n"},
		{
			Box, "box.mbox", "box.mbox: message 1 | " + release + "\nbox.mbox: message 1: second.txt |  |  | 2023-03-14 |  | A second text.\n\nRain fell.\n\n" +
				"box.mbox: message 2 | Snow | Jané Doe | 2023-03-14 |  | Snow fell, said Berg.\nFrom now on it is cold.\n" +
				"box.mbox: message 3 | Rain | Jané Doe | 2023-03-15 |  | <html><head></head><body><p>" + strings.Repeat("Rain fell on the city, said Kari Berg. ", 12) + "</p>\n</body></html>",
		},
	} {
		data, err := os.ReadFile("testdata/" + c.name)
		if err != nil {
			t.Fatal(err)
		}
		if got := told(c.kind, c.name, data); got != c.want {
			t.Errorf("%s:\ngot  %q\nwant %q", c.name, got, c.want)
		}
		if Kind.Begins(data) != (c.name == "release.eml") || Box.Begins(data) != (c.name == "box.mbox") {
			t.Errorf("%s is not recognised", c.name)
		}
	}
}

func TestNotes(t *testing.T) {
	data, err := os.ReadFile("testdata/release.eml")
	if err != nil {
		t.Fatal(err)
	}
	for a := range Kind.Open(t.Context(), kind.Input{Reader: bytes.NewReader(data), Limits: kind.Limits{Bytes: 1 << 16}, Inside: inside}) {
		if len(a.Notes) != 1 || !strings.Contains(a.Notes[0], "logo.png") || a.Kind != "mail" {
			t.Errorf("got %q, %s", a.Notes, a.Kind)
		}
		break // and nothing more is read
	}
}

func TestFaults(t *testing.T) {
	const header = "From: a@b.example\nTo: c@d.example\nSubject: x\n"
	for name, c := range map[string]struct{ data, want string }{
		"no text":   {header + "\n", "is a message without text"},
		"encrypted": {header + "Content-Type: multipart/encrypted; boundary=x\n\n--x\n\n", "is an encrypted message"},
		"too large": {header + "\n" + strings.Repeat("x", 1<<16), "is larger than 65536 bytes"},
	} {
		if got := told(Kind, "a", []byte(c.data)); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
	box := "From a@b.example Tue Mar 14 09:12:00 2023\n" + header + "\nOne.\n\n"
	got := told(Box, "a", []byte(box+box+strings.Repeat("x\n", 1<<15)+"\n"+box))
	if want := "a: message 1 | x |  |  |  | One.\nmessage 2: is larger than 65536 bytes\na: message 3 | x |  |  |  | One."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestOwnWords(t *testing.T) {
	for text, want := range map[string]string{
		"Rain fell.\n-- \nJane":                          "Rain fell.",
		"Rain fell.\n\n-----Original Message-----\nOld.": "Rain fell.",
		"See below.\n\n---------- Forwarded message ---------\nFrom: Jane <a@b>\nDate: today\n\nRain fell.": "Rain fell.",
		"Rain fell.\nOn 1 May 2024, Joe wrote:\n> Old.\n\nYes.":                                             "Rain fell.\n\nYes.",
		"> All of it is quoted.": "",
	} {
		if got := ownWords(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestPlainSubject(t *testing.T) {
	for subject, want := range map[string]string{"Re: AW: [EXT] Rain": "Rain", "PRESS RELEASE – Rain": "Rain", "Press release": "", "Rain: a report": "Rain: a report", "News": "News"} {
		if got := plainSubject(subject); got != want {
			t.Errorf("%q: got %q", subject, got)
		}
	}
}

func TestIsMessage(t *testing.T) {
	for text, want := range map[string]bool{
		"From: a\nTo: b\nDate: c\n\nx": true, "Received: a\n\tb\nX-Odd: c\nFrom: a\nTo: b": true,
		"From: a\nTo: b\n\nx": false, "Date: a\nA text.\nFrom: b\nTo: c": false, "Rain fell.": false, "": false,
	} {
		if got := isMessage([]byte(text)); got != want {
			t.Errorf("%q: got %v", text, got)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, name := range []string{"testdata/release.eml", "testdata/box.mbox"} {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		told(Kind, "a", data)
		told(Box, "a", data)
	})
}
