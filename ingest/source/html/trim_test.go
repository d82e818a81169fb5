package html

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// blockOf returns a block of a text in an element.
func blockOf(tag, text string) block { return block{text: text, node: &html.Node{Data: tag}} }

// TestIsStamp: a line that has the time of publication and nothing else is one.
func TestIsStamp(t *testing.T) {
	for text, want := range map[string]bool{
		"Monday, 14 May 2024, 9:12 am GMT": true, "Posted on April 29, 2022": true, "Published: 10:15, 13 November 2015 | Updated: 10:33": true,
		"Mar 16, 2020 at 3:44 AM": true, "3 min read": true, "12 minutes ago": true, "Updated 7:12 am PDT, Wednesday, May 6, 2020": true,
		"The harbour closed on 14 May 2024": false, "On Monday": false, "14": false, "May 2024 was wet": false, "9:12 Rain": false,
	} {
		if got := isStamp(blockOf("p", text)); got != want {
			t.Errorf("%q: got %v", text, got)
		}
	}
}

// TestTrim: lines right above and below the prose go; sentences, items, headings
// over the prose and credits stay, and where prose is not most of the text, all.
func TestTrim(t *testing.T) {
	prose := "p|" + paragraphs[0]
	for name, c := range map[string]struct{ have, want []string }{
		"lines":         {[]string{"p|Harbour news", prose, "p|A. Nobody", prose, "p|Site map", "h2|Comments"}, []string{prose, "p|A. Nobody", prose}},
		"sentences":     {[]string{"p|It rained.", prose, "p|It was late."}, []string{"p|It rained.", prose, "p|It was late."}},
		"quotations":    {[]string{"p|“It rained.”", prose, "p|“It was late”"}, []string{"p|“It rained.”", prose, "p|“It was late”"}},
		"items":         {[]string{"li|A bridge", "h2|The river", prose, "li|A ferry"}, []string{"li|A bridge", "h2|The river", prose, "li|A ferry"}},
		"credits":       {[]string{prose, "p|Reporting by A. Nobody", "p|(Agency)"}, []string{prose, "p|Reporting by A. Nobody", "p|(Agency)"}},
		"a poem":        {[]string{"p|O river", "p|O bridge over it", "h3|Comments"}, []string{"p|O river", "p|O bridge over it"}},
		"few sentences": {[]string{"p|" + strings.Repeat("a boat ", 40), prose, "p|A ferry"}, []string{"p|" + strings.Repeat("a boat ", 40), prose, "p|A ferry"}},
	} {
		var blocks []block
		for _, line := range c.have {
			tag, text, _ := strings.Cut(line, "|")
			blocks = append(blocks, blockOf(tag, text))
		}
		var got []string
		for _, b := range trim(blocks) {
			got = append(got, b.tag()+"|"+b.text)
		}
		if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}
