package paper

import (
	"strings"
	"testing"
)

func TestFromHTML(t *testing.T) {
	for source, want := range map[string]string{
		"<title>x</title><h1>Rain\nfell</h1><p>It <b>rain</b>ed.<br>So.</p><nav>x</nav>":             "# Rain fell|It rained.\nSo.",
		"<ul><li>One.<li>Two.</ul><table><tr><td>a<td>b</table>":                                     "One.|Two.|a|b",
		"Rain<sup class=footnote-ref>1</sup><figure><img><figcaption>c</figcaption></figure> fell.":  "Rain fell.",
		"<blockquote><p>One.</p>Two.</blockquote><pre>code</pre><script>x</script><p role=doc-toc>x": "One.|Two.",
		strings.Repeat("<div>", 2000) + "deep":                                                       "",
	} {
		paragraphs, err := FromHTML(strings.NewReader(source))
		if err != nil && want != "" {
			t.Fatal(err)
		}
		var got []string
		for _, p := range paragraphs {
			if p.Title {
				p.Text = "# " + p.Text
			}
			got = append(got, p.Text)
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%.40s: got %q, want %q", source, strings.Join(got, "|"), want)
		}
	}
}
