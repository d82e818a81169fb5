package feed

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
)

// inside reads what a feed leads to as one article of its text.
func inside(_ context.Context, in kind.Input) kind.Articles {
	return func(yield func(*article.Article, error) bool) {
		text, err := in.ReadAll()
		if err != nil {
			yield(nil, err)
			return
		}
		a := article.New(string(text))
		a.Origin = in.Name
		yield(a, nil)
	}
}

// fetchAll finds a page at every address but those of a host that is gone, and
// nothing new at those of one that is known.
func fetchAll(_ context.Context, wanted iter.Seq[kind.Request]) iter.Seq2[kind.Input, error] {
	return func(yield func(kind.Input, error) bool) {
		for r := range wanted {
			in, err := kind.Input{Name: r.Address, Reader: strings.NewReader("The page.")}, error(nil)
			switch {
			case strings.Contains(r.Address, "gone."):
				err = errors.New("is gone")
			case strings.Contains(r.Address, "known."):
				continue
			}
			if !yield(in, err) {
				return
			}
		}
	}
}

// told tells of the articles of a feed.
func told(t *testing.T, name, data string, fetch kind.Fetch) (all []string) {
	t.Helper()
	in := kind.Input{Name: name, Reader: strings.NewReader(data), Limits: kind.Limits{Bytes: 1 << 20}, Inside: inside, Fetch: fetch}
	for a, err := range Kind.Open(t.Context(), in) {
		if err != nil {
			all = append(all, "error: "+err.Error())
			continue
		}
		text, _, _ := strings.Cut(a.Text, "\n")
		all = append(all, fmt.Sprintf("%s | %s | %s | %s | %s | %s | %s", a.Origin, a.Headline, strings.Join(a.Authors, ", "), a.Publisher, a.Language, a.Published.Date(), text))
	}
	return all
}

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestFeeds(t *testing.T) {
	const vienna, paris = "https://example.org/vienna | Talks in Vienna | ", "https://example.org/paris | Talks in Paris | "
	for _, c := range []struct {
		name, data string
		want       []string
	}{
		{"feedgen.atom", read(t, "feedgen.atom"), []string{
			vienna + "Jane Doe | Example World | en | 2024-03-01 | VIENNA – Austria said on Friday that it would talk to Italy & Spain.",
			paris + "Jane Doe | Example World | en | 2024-03-01 | The page.",
		}},
		{"feedgen.rss", read(t, "feedgen.rss"), []string{
			vienna + "Jane Doe | Example World | en | 2024-03-01 | VIENNA – Austria said on Friday that it would talk to Italy & Spain.",
			paris + "Jane Doe | Example World | en | 2024-03-01 | The page.",
		}},
		{"RSS 1.0", `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>T</title></channel>` +
			`<item><title>A</title><link>https://example.org/a</link></item></rdf:RDF>`, []string{"https://example.org/a | A |  | T |  |  | The page."}},
		{"JSON Feed", `{"version":"https:\/\/jsonfeed.org\/version\/1.1","title":"T","language":"en","items":[` +
			`{"id":"1","url":"https://example.org/a","title":"A","authors":[{"name":"Jane"}],"date_published":"2024-01-21T10:00:00Z","content_text":"Short."},` +
			`{"id":"2","title":"B","content_text":"Without an address."},{"id":"3","title":"C"}]}`, []string{
			"https://example.org/a | A | Jane | T | en | 2024-01-21 | The page.",
			"JSON Feed: B | B |  | T | en |  | Without an address.",
			"error: entry 3: has neither an address nor a text",
		}},
		{
			"news", `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">` +
				`<url><loc>https://example.org/a</loc><image:image><image:loc>https://example.org/a.png</image:loc></image:image><news:news><news:publication><news:name>T</news:name><news:language>en</news:language></news:publication>` +
				`<news:publication_date>2024-01-21T23:00:00-05:00</news:publication_date><news:title>A &amp; B</news:title></news:news></url></urlset>`,
			[]string{"https://example.org/a | A & B |  | T | en | 2024-01-21 | The page."},
		},
		{
			"index", `<sitemapindex><sitemap><loc>https://example.org/1.xml</loc><lastmod>2024-01-21</lastmod></sitemap></sitemapindex>`,
			[]string{"https://example.org/1.xml |  |  |  |  |  | The page."},
		},
		{
			"some gone, some known, some twice", `<rss version="2.0"><channel>` +
				`<item><link>https://known.example/</link></item><item><link>https://gone.example/</link></item><item><link>https://example.org/a</link></item>` +
				`<item><link>https://example.org/a</link></item><item><link>https://known.example/b</link></item></channel></rss>`,
			[]string{"error: https://gone.example/: is gone", "https://example.org/a |  |  |  |  |  | The page."},
		},
		{"other schemes", `<rss version="2.0"><channel><item><link>file:///etc/passwd</link></item><item><link>/etc/passwd</link></item>` +
			`<item><link>javascript:alert(1)</link></item><item><link>https://a:b@example.org/a#c</link></item></channel></rss>`, []string{
			`error: entry 1 leads to "file:///etc/passwd", which is no address of the web`,
			`error: entry 2 leads to "/etc/passwd", which is no address of the web`,
			`error: entry 3 leads to "javascript:alert(1)", which is no address of the web`,
			"https://example.org/a |  |  |  |  |  | The page.",
		}},
		{"entities", `<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel>` +
			`<item><title>&x;&a;</title><link>https://example.org/a</link></item></channel></rss>`, []string{"https://example.org/a | &x;&a; |  |  |  |  | The page."}},
		{"deep", "<rss>" + strings.Repeat("<a>", 10_000), []string{"error: has elements too deep in one another"}},
		{
			"Latin-1", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><rss version=\"2.0\"><channel><item><title>caf\xe9</title><link>https://example.org/a</link></item></channel></rss>",
			[]string{"https://example.org/a | café |  |  |  |  | The page."},
		},
	} {
		if !begins([]byte(c.data[:min(len(c.data), kind.HeadSize)])) {
			t.Errorf("%s is not recognised", c.name)
		}
		if got := told(t, c.name, c.data, fetchAll); !slices.Equal(got, c.want) {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, strings.Join(got, "\n     "), strings.Join(c.want, "\n     "))
		}
	}
}

func TestWhereNothingIsFetched(t *testing.T) {
	got := told(t, "feed", read(t, "feedgen.rss"), nil)
	if len(got) != 2 || !strings.Contains(got[0], "VIENNA") || got[1] != "error: https://example.org/paris is not fetched" {
		t.Errorf("got %q", got)
	}
}

func TestNoFeeds(t *testing.T) {
	for _, head := range []string{
		"", "Text.", "<html><body>", "<!DOCTYPE html><html>", `{"title": "A"}`, "{", "<", "<nitf>", "<rdf:RDF xmlns:rdf='x'>", "<!--", "<rss",
		`{"note": "see jsonfeed.org/version/"}`,
	} {
		if begins([]byte(head)) {
			t.Errorf("%q is taken for a feed", head)
		}
	}
}

func TestPlain(t *testing.T) {
	for _, c := range []struct{ html, want string }{
		{"", ""},
		{"A title", "A title\n"},
		{"<p>One\n two.</p><p>Three&nbsp;&amp; four.</p>", "One two.\n\nThree & four.\n"},
		{"One.<br/><br>Two.", "One. Two.\n"},
		{"<p>One.</p><figure><img><figcaption>A picture</figcaption></figure><script>x()</script><p>Two.</p>", "One.\n\nTwo.\n"},
		{"<p>One.</p></figure><p>Two.", "One.\n\nTwo.\n"},
		{"<p>One.</p><p>The post <a>One</a> appeared first on <a>Example</a>.</p>", "One.\n"},
	} {
		if got := plain(c.html); got != c.want {
			t.Errorf("%q: got %q, want %q", c.html, got, c.want)
		}
	}
}

func TestIsWhole(t *testing.T) {
	long := strings.Repeat("A sentence of some words. ", 30)
	for text, want := range map[string]bool{long: true, "Short.": false, long + "and then …": false, long + "Read more »": false, long + "[...]": false} {
		if isWhole(text) != want {
			t.Errorf("%q: got %v", text[max(0, len(text)-30):], !want)
		}
	}
}

func FuzzFeed(f *testing.F) {
	for _, name := range []string{"feedgen.atom", "feedgen.rss"} {
		data, err := os.ReadFile("testdata/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add([]byte(`{"version":"https://jsonfeed.org/version/1","items":[{"id":1,"content_html":"<p>x"}]}`))
	f.Add([]byte(`<urlset><url><loc>https://example.org/</loc><lastmod>2024</lastmod></url></urlset>`))
	f.Add([]byte(`<sitemapindex><sitemap><loc>a</loc></sitemap></sitemapindex>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		begins(data)
		in := kind.Input{Reader: strings.NewReader(string(data)), Limits: kind.Limits{Bytes: 1 << 20}, Inside: inside, Fetch: func(_ context.Context, wanted iter.Seq[kind.Request]) iter.Seq2[kind.Input, error] {
			return func(yield func(kind.Input, error) bool) {
				for r := range wanted {
					if !strings.HasPrefix(r.Address, "http://") && !strings.HasPrefix(r.Address, "https://") {
						t.Errorf("leads to %q", r.Address)
					}
					if !yield(kind.Input{Name: r.Address, Reader: io.LimitReader(strings.NewReader("x"), 1)}, nil) {
						return
					}
				}
			}
		}}
		for range Kind.Open(t.Context(), in) {
		}
	})
}

// RSS may have the whole story where a synopsis stands elsewhere.
func TestDescriptions(t *testing.T) {
	story := strings.Repeat("The envoys spoke of grain for an hour. ", 20)
	for _, tc := range []struct{ description, want string }{
		{"<p>" + story + "</p><p>They meet again in May.</p>", strings.TrimSpace(story)},
		{story, "The page."},
		{"<p>The envoys spoke.</p><p>Read more</p>", "The page."},
	} {
		data := `<rss version="2.0"><channel><title>Post</title><item><title>Talks</title><link>https://example.org/talks</link><description><![CDATA[` +
			tc.description + `]]></description></item></channel></rss>`
		got := told(t, "feed.rss", data, fetchAll)
		if len(got) != 1 || !strings.Contains(got[0], tc.want) {
			t.Errorf("%.60q: got %.200q, want %.60q", tc.description, got, tc.want)
		}
	}
}

// TestLittle: an item leads to its id where it has no link, and is its summary
// where it leads nowhere; what two addresses of one page lead to is read once.
func TestLittle(t *testing.T) {
	feed := `<rss version="2.0"><channel><title>x</title><item><guid>https://a.org/1</guid><description>Rain.</description></item>` +
		`<item><title>y</title><description>Rain fell on Tuesday.</description></item>` +
		`<item><link>https://a.org/1?utm_source=rss</link></item><item><guid>tag:1</guid></item></channel></rss>`
	got := strings.Join(told(t, "a.rss", feed, fetchAll), "\n")
	if strings.Count(got, "The page.") != 1 || !strings.Contains(got, "Rain fell on Tuesday.") || !strings.HasSuffix(got, "error: entry 4: has neither an address nor a text") {
		t.Errorf("got %s", got)
	}
}
