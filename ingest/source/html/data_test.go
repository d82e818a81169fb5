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
