package text

import (
	"testing"
	"unicode/utf8"
)

func TestWithoutMarkup(t *testing.T) {
	for text, want := range map[string]string{
		"&ldquo;It&#8217;s late,&rdquo; she said.":         "“It’s late,” she said.",
		"&amp;quot;Late&amp;quot; &#x2014; R&amp;D":        `"Late" — R&D`,
		"Bread &amp; wine":                                 "Bread & wine",
		"AT&T; &nosuch; 3 < 4 & 5 > 2":                     "AT&T; &nosuch; 3 < 4 & 5 > 2",
		"<p>One.</p><p class=\"a\">Two <b>big</b>.<br/>So": "\n\nOne.\n\n\n\nTwo big.\n\nSo",
		"<tweet id=\"1\"> stays":                           "<tweet id=\"1\"> stays",
		"none":                                             "none",
	} {
		if got := withoutMarkup(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func FuzzWithoutMarkup(f *testing.F) {
	for _, text := range []string{"&#0;", "&#xd800;", "&amp;amp;amp;", "<p <p>>", "&lt;b&gt;"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if got := withoutMarkup(text); utf8.ValidString(text) && !utf8.ValidString(got) {
			t.Errorf("%q: %q is not UTF-8", text, got)
		}
	})
}
