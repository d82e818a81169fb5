package warc

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zlib"
	"github.com/klauspost/compress/zstd"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
	"github.com/newsgraph/newsgraph/internal/sourcetest"
)

// inside stands for the kinds of pages: the article is the page, whole.
func inside(_ context.Context, in kind.Input) kind.Articles {
	return func(yield func(*article.Article, error) bool) {
		data, err := in.ReadAll()
		if err != nil {
			yield(nil, fmt.Errorf("%s: %w", in.Name, err))
			return
		}
		a := article.New(string(data))
		a.Origin, a.Kind, a.Published, a.URL = in.Name, strings.TrimSpace(in.Type+" "+in.Charset), in.Archived, in.Address
		yield(a, nil)
	}
}

// told tells what articles a WARC file holds, and what errors stand between.
func told(t *testing.T, file io.Reader, limit int64) string {
	t.Helper()
	var all []string
	in := kind.Input{Name: "a.warc", Reader: file, Limits: kind.Limits{Bytes: limit}, Inside: inside}
	for a, err := range Kind.Open(t.Context(), in) {
		if err != nil {
			all = append(all, "error: "+err.Error())
		} else {
			all = append(all, strings.Join([]string{a.Origin, a.Kind, a.Published.Date(), a.Text}, "|"))
		}
	}
	return strings.Join(all, "\n")
}

// warcRecord returns a record, of which the block's length is what it says.
func warcRecord(kind, address, mediaType, block string) string {
	return fmt.Sprintf("WARC/1.1\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2024-05-31T10:00:00Z\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n",
		kind, address, mediaType, len(block), block)
}

func answer(address, header, body string) string {
	return warcRecord("response", address, "application/http; msgtype=response", "HTTP/1.1 200 OK\r\n"+header+"\r\n"+body)
}

const html = "Content-Type: text/html; charset=UTF-8\r\n"

func zipped(parts ...string) string {
	var out bytes.Buffer
	for _, part := range parts {
		z := gzip.NewWriter(&out)
		io.WriteString(z, part)
		z.Close()
	}
	return out.String()
}

func written(text string, open func(io.Writer) io.WriteCloser) string {
	var out bytes.Buffer
	w := open(&out)
	io.WriteString(w, text)
	w.Close()
	return out.String()
}

func TestRecords(t *testing.T) {
	one, two := answer("https://x/1", html, "One."), answer("https://x/2", html, "Two.")
	got1, got2 := "a.warc: https://x/1|text/html UTF-8|2024-05-31|One.", "a.warc: https://x/2|text/html UTF-8|2024-05-31|Two."
	none := "error: holds no web pages"
	for _, c := range []struct{ name, file, want string }{
		{"pages", one + two, got1 + "\n" + got2},
		{"lines without a carriage return", strings.ReplaceAll(one+two, "\r\n", "\n"), "error: record 1 (https://x/1): does not end after its 63 bytes\nerror: record 2 (https://x/2): does not end after its 63 bytes"},
		{"text of pages", warcRecord("conversion", "https://x/1", "text/plain", "One."), "a.warc: https://x/1|text/plain|2024-05-31|One."},
		{"a page of another protocol", warcRecord("resource", "<ftp://x/1>", "text/html", "One."), "a.warc: ftp://x/1|text/html|2024-05-31|One."},
		{"other records", warcRecord("warcinfo", "", "application/warc-fields", "a: b") + warcRecord("request", "https://x/1", "application/http; msgtype=request", "GET / HTTP/1.1\r\n\r\n") + warcRecord("revisit", "https://x/1", "application/http; msgtype=response", "HTTP/1.1 200 OK\r\n"+html+"\r\n"), none},
		{"no page", answer("https://x/1", "Content-Type: image/png\r\n", "One."), none},
		{"not found", strings.ReplaceAll(one, "200 OK", "404 NO"), none},
		{"a type that is told by the archive", strings.Replace(answer("https://x/1", "", "One."), "WARC-Date", "WARC-Identified-Payload-Type: text/html\r\nWARC-Date", 1), "a.warc: https://x/1|text/html|2024-05-31|One."},
		{"a type that is told by the page", answer("https://x/1", "", "<!doctype html>"), "a.warc: https://x/1|text/html|2024-05-31|<!doctype html>"},
		{"a continued field", answer("https://x/1", "Content-Type: text/html;\r\n charset=UTF-8\r\nnothing\r\n", "One."), got1},
		{"too large", answer("https://x/1", html, strings.Repeat("x", 200<<10)) + two, "error: record 1 (https://x/1): is larger than 1000 bytes\n" + got2},
		{"too large inside", answer("https://x/1", html, strings.Repeat("x", 2000)) + two, "error: a.warc: https://x/1: is larger than 1000 bytes\n" + got2},
		{"noise between", one + "noise\r\nand WARC/1.0 noise\r\n\r\n" + two, got1 + "\nerror: record 2: does not begin as one\n" + got2},
		{"no length", strings.Replace(one, "Content-Length: ", "Content-Length: x", 1) + two, "error: record 1 (https://x/1): its length \"x63\" is no number\n" + got2},
		{"a length that is too small", strings.Replace(one, "Content-Length: 6", "Content-Length: 3", 1) + two, "error: record 1 (https://x/1): does not end after its 33 bytes\n" + got2},
		{"a length that is too large", strings.Replace(one, "Content-Length: 6", "Content-Length: 9", 1) + two + two, "error: record 1 (https://x/1): does not end after its 93 bytes\n" + got2 + "\n" + got2},
		{"an absurd length", strings.Replace(one, "Content-Length: 6", "Content-Length: 999999999999996", 1) + two, "error: record 1 (https://x/1): does not end after its 9999999999999963 bytes\n" + got2},
		{"an end that is missing", one + two[:len(two)-8], got1 + "\nerror: record 2 (https://x/2): does not end after its 63 bytes"},
		{"a header without an end", one + "WARC/1.0\r\nA: b", got1 + "\nerror: record 2: is not whole: it ends too early"},
		{"a header that is too long", "WARC/1.0\r\n" + strings.Repeat("A: b\r\n", 20000) + "\r\n" + two, "error: record 1: its header has more than 65536 bytes\n" + got2},
		{"gzipped", zipped(one, two), got1 + "\n" + got2},
		{"gzipped together", zipped(one + two), got1 + "\n" + got2},
		{"a gzipped record that is broken", zipped(one)[:60] + zipped(two), "error: record 1: flate: corrupt input before offset 53\n" + got2},
		{"a gzipped record that ends too early", zipped(one) + zipped(two[:len(two)-30]) + zipped(one), got1 + "\nerror: record 2 (https://x/2): does not end after its 63 bytes\n" + got1},
		{"a wrong checksum", flipped(zipped(one), -6) + zipped(two), "error: record 1 (https://x/1): gzip: invalid checksum\n" + got2},
		{"nothing", "", none},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := told(t, strings.NewReader(c.file), 1000); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestAFileThatCannotBeRead(t *testing.T) {
	one := answer("https://x/1", html, "One.")
	for name, start := range map[string]string{"plain": one + one[:100], "gzipped": zipped(one) + zipped(one)[:100]} {
		got := told(t, io.MultiReader(strings.NewReader(start), iotest.ErrReader(errors.New("broken"))), 1000)
		if want := "a.warc: https://x/1|text/html UTF-8|2024-05-31|One.\nerror: record 2"; !strings.HasPrefix(got, want) || !strings.HasSuffix(got, ": broken") || strings.Count(got, "\n") != 1 {
			t.Errorf("%s: got %s", name, got)
		}
	}
}

// flipped returns data with a byte changed, counted from the end.
func flipped(data string, at int) string {
	b := []byte(data)
	b[len(b)+at] ^= 0xff
	return string(b)
}

func TestEncodings(t *testing.T) {
	text := "<html>One, and more of it.</html>"
	gz := zipped(text)
	deflate := written(text, func(w io.Writer) io.WriteCloser { return zlib.NewWriter(w) })
	br := written(text, func(w io.Writer) io.WriteCloser { return brotli.NewWriter(w) })
	zst := written(text, func(w io.Writer) io.WriteCloser { z, _ := zstd.NewWriter(w); return z })
	chunked := fmt.Sprintf("%x\r\n%s\r\n%x;a=b\r\n%s\r\n0\r\n\r\n", 5, gz[:5], len(gz)-5, gz[5:])
	for _, c := range []struct{ name, header, body string }{
		{"none", "", text},
		{"gzip", "Content-Encoding: gzip\r\n", gz},
		{"x-gzip", "content-encoding: X-GZIP\r\n", gz},
		{"gzip, undone", "Content-Encoding: gzip\r\n", text},
		{"deflate", "Content-Encoding: deflate\r\n", deflate},
		{"deflate without a header", "Content-Encoding: deflate\r\n", deflate[2 : len(deflate)-4]},
		{"deflate, undone", "Content-Encoding: deflate\r\n", text},
		{"br", "Content-Encoding: br\r\n", br},
		{"br, undone", "Content-Encoding: br\r\n", text},
		{"zstd", "Content-Encoding: zstd\r\n", zst},
		{"two", "Content-Encoding: deflate, gzip\r\n", zipped(deflate)},
		{"chunks", "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", chunked},
		{"chunks, undone", "Transfer-Encoding: chunked\r\n", text},
		{"kept under another name", "X-Crawl-Content-Encoding: gzip\r\n", text},
	} {
		got := told(t, strings.NewReader(answer("https://x/1", html+c.header, c.body)), 1000)
		if want := "a.warc: https://x/1|text/html UTF-8|2024-05-31|" + text; got != want {
			t.Errorf("%s: got %q", c.name, got)
		}
	}
	bomb := zipped(strings.Repeat("\x00", 10<<20))
	if got := told(t, strings.NewReader(answer("https://x/1", html+"Content-Encoding: gzip\r\n", bomb)), 1000); got != "error: a.warc: https://x/1: is larger than 1000 bytes" {
		t.Errorf("a bomb: got %q", got)
	}
}

func TestTruncated(t *testing.T) {
	file := strings.Replace(answer("https://x/1", html, "One."), "WARC-Date", "WARC-Truncated: length\r\nWARC-Date", 1)
	for a, err := range Kind.Open(t.Context(), kind.Input{Name: "a", Reader: strings.NewReader(file), Limits: kind.Limits{Bytes: 100}, Inside: inside}) {
		if err != nil || a.URL != "https://x/1" || len(a.Notes) != 1 || !strings.Contains(a.Notes[0], "beginning") {
			t.Errorf("got %+v, %v", a, err)
		}
	}
}

// TestFiles reads what common tools have made; see testdata/README.md.
func TestFiles(t *testing.T) {
	for name, want := range map[string]int{"warcio.warc.gz": 3, "warcio.warc": 3, "wget.warc.gz": 2, "commoncrawl.wet.gz": 2} {
		data, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		if !begins(data[:min(len(data), kind.HeadSize)]) {
			t.Errorf("%s is not recognised", name)
		}
		got := told(t, bytes.NewReader(data), 1<<20)
		if strings.Count(got, "a.warc: http") != want || strings.Contains(got, "error:") || strings.Count(got, "Ministers said") != want {
			t.Errorf("%s: got %s", name, got)
		}
	}
}

func TestBegins(t *testing.T) {
	for head, want := range map[string]bool{"WARC/1.0\r\n": true, zipped("WARC/1.0\r\n"): true, zipped("text"): false, "text": false, "": false, gzipMagic: false} {
		if begins([]byte(head)) != want {
			t.Errorf("%q: want %v", head, want)
		}
	}
}

// pages is a WARC file of that many pages, made as it is read.
func pages(count int) io.Reader {
	r, w := io.Pipe()
	go func() {
		body := strings.Repeat("<p>Ministers said that talks would go on.</p>\n", 300)
		for i := range count {
			if _, err := io.WriteString(w, zipped(answer(fmt.Sprintf("https://x/%d", i), html, fmt.Sprint("<html>", i, body)))); err != nil {
				return
			}
		}
		w.Close()
	}()
	return r
}

func TestMemoryIsConstant(t *testing.T) {
	sourcetest.Streams(t, Kind.Open(t.Context(), kind.Input{Reader: pages(2000), Limits: kind.Limits{Bytes: 1 << 20}, Inside: inside}))
}

func BenchmarkOpen(b *testing.B) {
	var file bytes.Buffer
	io.Copy(&file, pages(200))
	b.SetBytes(int64(file.Len()))
	b.ReportAllocs()
	for b.Loop() {
		count := 0
		for range Kind.Open(b.Context(), kind.Input{Reader: bytes.NewReader(file.Bytes()), Limits: kind.Limits{Bytes: 1 << 20}, Inside: inside}) {
			count++
		}
		if count != 200 {
			b.Fatal(count)
		}
	}
}

func FuzzOpen(f *testing.F) {
	one := answer("https://x/1", html, "One.")
	for _, file := range []string{one + one, zipped(one, one), zipped(one + one), one[:90] + one, zipped(one)[:50] + zipped(one), answer("https://x/1", html+"Transfer-Encoding: chunked\r\nContent-Encoding: br\r\n", "3\r\nabc")} {
		f.Add([]byte(file))
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		begins(file)
		told(t, bytes.NewReader(file), 1000)
	})
}
