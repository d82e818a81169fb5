// Package sourcetest has what the tests of several kinds of sources need: the
// samples as articles and as pages, archives made of parts, and a bound on memory.
package sourcetest

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"io/fs"
	"runtime"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
	"github.com/newsgraph/newsgraph/ingest/source/text"
	"github.com/newsgraph/newsgraph/seeds"
)

// Samples returns the samples' files, by their names, and the articles that
// they are.
func Samples(t testing.TB) (names []string, files [][]byte, articles []*article.Article) {
	t.Helper()
	names, err := fs.Glob(seeds.FS, "*.txt")
	if err != nil || len(names) < 9 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(seeds.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		a, err := text.Parse(string(data))
		if err != nil {
			t.Fatal(err)
		}
		files, articles = append(files, data), append(articles, a)
	}
	return names, files, articles
}

// Page makes a page of an article, as sites do.
func Page(a *article.Article) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<!DOCTYPE html><html lang=%q><head><meta charset="utf-8"><title>%s | %s</title><link rel="canonical" href=%q>`,
		a.Language, html.EscapeString(a.Headline), a.Publisher, a.URL)
	fmt.Fprintf(&b, `<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":%q,"datePublished":%q,"publisher":{"@type":"Organization","name":%q}}</script>`,
		a.Headline, a.Published.Date(), a.Publisher)
	fmt.Fprintf(&b, `</head><body><header><nav><a href="/">Home</a> <a href="/world">World</a></nav></header><main><article><h1>%s</h1>`, html.EscapeString(a.Headline))
	for paragraph := range strings.SplitSeq(strings.TrimSpace(a.Text), "\n\n") {
		fmt.Fprintf(&b, "<p>%s</p>\n", html.EscapeString(paragraph))
	}
	return b.String() + `</article><aside><h2>Related</h2><ul><li><a href="/a">Another story about something else</a></li></ul></aside></main><footer><p>© All rights reserved.</p></footer></body></html>`
}

// Record makes a WARC record of a page that was found at address.
func Record(address, page string) string {
	block := "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: %s\r\nWARC-Date: 2025-12-01T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", address, len(block), block)
}

// Pack makes a zip archive of parts, given as name and content in turn, by a
// method such as zip.Store.
func Pack(t testing.TB, method uint16, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		f, err := w.CreateHeader(&zip.FileHeader{Name: parts[i], Method: method})
		if err == nil {
			_, err = f.Write([]byte(parts[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Streams fails unless there are 2,000 articles of 10,000 bytes at least, of
// which the heap never holds more than 16 MiB.
func Streams(t testing.TB, articles kind.Articles) {
	t.Helper()
	var most, count uint64
	for a, err := range articles {
		if err != nil || len(a.Text) < 10000 {
			t.Fatal(a, err)
		}
		if count++; count%200 == 0 {
			var stats runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&stats)
			most = max(most, stats.HeapAlloc)
		}
	}
	if count != 2000 || most > 16<<20 {
		t.Errorf("%d articles took %d MiB", count, most>>20)
	}
}
