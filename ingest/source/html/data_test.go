package html

import "testing"

// TestWrapped: JSON-LD is read whatever a page puts around it.
func TestWrapped(t *testing.T) {
	const article = `{"@type":"NewsArticle","headline":"Talks go on; <!--x--> and on","datePublished":"2024-05-14"}`
	for _, text := range []string{
		article, "\n <![CDATA[\n" + article + "\n]]>\n", "//<![CDATA[\n" + article + "\n//]]>", "/*<![CDATA[*/" + article + "/*]]>*/", "<!--\n" + article + "\n-->", "<!-- " + article + " //-->",
		article + ";", article + ";\n", "// <![CDATA[\n" + article + ";\n// ]]>",
	} {
		d := data{byID: map[string]object{}}
		d.addJSON(text)
		if len(d.objects) != 1 || d.article()["datePublished"] != "2024-05-14" {
			t.Errorf("%q: got %v", text, d.objects)
		}
	}
}

// TestHeadline: a title loses the name of the site, and nothing else.
func TestHeadline(t *testing.T) {
	for title, want := range map[string]string{
		"Talks on the river go on | the harbour paper": "Talks on the river go on", "Talks on the river go on - Harbour Paper": "Talks on the river go on",
		"Talks on the river go on – harbour.org": "Talks on the river go on", "Talks on the river go on - and on": "Talks on the river go on - and on",
	} {
		p := page{data: data{title: title}}
		if got := p.headline(object{}); got != want {
			t.Errorf("%q: got %q", title, got)
		}
	}
	p := page{data: data{title: "River - Encyclopedia", heading: "River"}}
	if got := p.headline(object{"name": "River", "headline": "a stream of water"}); got != "River" {
		t.Errorf("got %q for a description", got)
	}
}
