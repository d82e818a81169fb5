package source_test

import (
	"html"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source"
	"github.com/newsgraph/newsgraph/seeds"
)

// TestSamplesAsFeed: a feed that has the samples whole gives the same articles
// as the text files.
func TestSamplesAsFeed(t *testing.T) {
	samples, err := source.FromFS(seeds.FS, "*.txt")
	if err != nil {
		t.Fatal(err)
	}
	want := articles(t, samples)
	got := articles(t, []source.Source{source.Text("samples.rss", feedOf(want))})
	if len(want) == 0 {
		t.Fatal("there are no samples")
	}
	for _, a := range slices.Concat(want, got) {
		a.Origin, a.Kind = "", ""
		a.Published.At = a.Published.Day()
		a.Notes = append([]string(nil), a.Notes...)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the articles are others (-text +feed):\n%s", diff)
	}
}

func articles(t *testing.T, sources []source.Source) (all []*article.Article) {
	t.Helper()
	for a, err := range source.All(t.Context(), sources, source.Options{Limits: source.Limits{Bytes: 1 << 20}}) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, a)
	}
	return all
}

func feedOf(articles []*article.Article) string {
	var b strings.Builder
	b.WriteString(`<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Samples</title><language>en</language>`)
	element := func(name, text string) { b.WriteString("<" + name + ">" + html.EscapeString(text) + "</" + name + ">") }
	for _, a := range articles {
		b.WriteString("<item>")
		element("title", a.Headline)
		element("link", a.URL)
		element("dc:publisher", a.Publisher)
		for _, author := range a.Authors {
			element("dc:creator", author)
		}
		element("dc:date", a.Published.Date())
		element("content:encoded", "<p>"+strings.ReplaceAll(html.EscapeString(strings.TrimSpace(a.Text)), "\n\n", "</p><p>")+"</p>")
		b.WriteString("</item>")
	}
	b.WriteString("</channel></rss>")
	return b.String()
}
