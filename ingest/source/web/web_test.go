package web

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/andybalholm/brotli"

	"github.com/newsgraph/newsgraph/ingest/source/kind"
	"github.com/newsgraph/newsgraph/internal/hint"
)

// serve returns a server that answers as the table says, and a client that may
// reach it.
func serve(t *testing.T, answers map[string]http.HandlerFunc, opt Options) (*httptest.Server, *Client) {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		answer, ok := answers[r.URL.Path]
		if !ok {
			answer = http.NotFound
		}
		answer(w, r)
	}))
	t.Cleanup(server.Close)
	t.Cleanup(server.CloseClientConnections)
	opt.Agent, opt.Bytes, opt.Pages, opt.Timeout = "newsgraph/0 (+https://example.org)", 2_000_000, 100, max(opt.Timeout, time.Second)
	opt.Named = append(opt.Named, server.URL)
	return server, New(opt)
}

// page returns an answer of that type and text.
func answer(mediaType, text string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", mediaType)
		io.WriteString(w, text)
	}
}

// fetch tells what is at the addresses: name, type, character set and text, or
// the error.
func fetch(t *testing.T, c *Client, addresses ...string) (all []string) {
	t.Helper()
	wanted := func(yield func(kind.Request) bool) {
		for _, address := range addresses {
			if !yield(kind.Request{Address: address}) {
				return
			}
		}
	}
	for in, err := range c.Fetch(t.Context(), wanted) {
		if err != nil {
			all = append(all, in.Name+": "+err.Error())
			continue
		}
		text, err := io.ReadAll(in.Reader)
		if err != nil {
			t.Fatal(err)
		}
		if len(text) > 100 {
			text = fmt.Appendf(nil, "%d bytes", len(text))
		}
		all = append(all, fmt.Sprintf("%s %s %s %s", in.Address, in.Type, in.Charset, text))
		in.Keep()
	}
	return all
}

func compressed(encoding string, with func(io.Writer) io.WriteCloser) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Encoding", encoding)
		w.Header().Set("Content-Type", "text/plain")
		if !strings.Contains(r.Header.Get("Accept-Encoding"), encoding) {
			http.Error(w, "not asked for", http.StatusNotAcceptable)
			return
		}
		c := with(w)
		io.WriteString(c, "Packed.")
		c.Close()
	}
}

func toGzip(w io.Writer) io.WriteCloser { return gzip.NewWriter(w) }

func toBrotli(w io.Writer) io.WriteCloser { return brotli.NewWriter(w) }

func redirectTo(location string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Location", location)
		w.WriteHeader(http.StatusFound)
	}
}

func bomb(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Encoding", "gzip")
	zeros := make([]byte, 1<<20)
	c := gzip.NewWriter(w)
	for range 10 {
		c.Write(zeros)
	}
	c.Close()
}

func TestFetch(t *testing.T) {
	release := make(chan struct{})
	server, client := serve(t, map[string]http.HandlerFunc{
		"/a":       answer("text/HTML; charset=ISO-8859-1", "<p>caf\xe9"),
		"/gzip":    compressed("gzip", toGzip),
		"/br":      compressed("br", toBrotli),
		"/large":   answer("text/plain", strings.Repeat("x", 1_500_000)),
		"/too":     answer("text/plain", strings.Repeat("x", 2_000_001)),
		"/bomb":    bomb,
		"/moved":   redirectTo("/a"),
		"/circle":  redirectTo("/circle"),
		"/file":    redirectTo("file:///etc/passwd"),
		"/script":  redirectTo("javascript:alert(1)"),
		"/image":   answer("image/png", "x"),
		"/no-type": answer("; =", "Text."),
		"/gone":    func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusGone) },
		"/pay":     func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusPaymentRequired) },
		"/no-gzip": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			io.WriteString(w, "plain text, no gzip at all")
		},
		"/zstd": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Encoding", "zstd")
			io.WriteString(w, "x")
		},
		"/broken": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "100")
			io.WriteString(w, "half")
		},
		"/silent":   func(w http.ResponseWriter, r *http.Request) { <-release },
		"/drip":     drip,
		"/endless":  endless,
		"/headers":  func(w http.ResponseWriter, _ *http.Request) { w.Header().Set("X", strings.Repeat("x", 1<<19)) },
		"/no-where": func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusFound) },
	}, Options{})
	defer close(release)
	for _, c := range []struct{ path, want string }{
		{"/a", "text/html iso-8859-1 <p>caf\xe9"},
		{"/gzip", "text/plain  Packed."},
		{"/br", "text/plain  Packed."},
		{"/large", "text/plain  1500000 bytes"},
		{"/too", "is larger than the 2000000 bytes that are fetched"},
		{"/bomb", "is larger than the 2000000 bytes that are fetched"},
		{"/moved", server.URL + "/a text/html iso-8859-1 <p>caf\xe9"},
		{"/circle", "the server redirects more than 10 times, last to " + server.URL + "/circle"},
		{"/file", `the server redirects to "file:///etc/passwd", which is no address of the web`},
		{"/script", `the server redirects to "javascript:alert(1)", which is no address of the web`},
		{"/image", "is image/png, which has no text"},
		{"/no-type", "Text."},
		{"/none", "the server said 404 Not Found"},
		{"/gone", "the server said 410 Gone"},
		{"/pay", "the server said 402 Payment Required"},
		{"/no-gzip", "the answer is said to be gzip: gzip: invalid header"},
		{"/zstd", "the answer is compressed as zstd, which was not asked for"},
		{"/broken", "the answer breaks off after 4 bytes"},
		{"/silent", "the server has not answered in full within 1s"},
		{"/drip", "the server has not answered in full within 1s"},
		{"/endless", "is larger than the 2000000 bytes that are fetched"},
		{"/headers", "server response headers exceeded"},
		{"/no-where", "the server said 302 Found"},
	} {
		got := fetch(t, client, server.URL+c.path)
		if len(got) != 1 || !strings.HasPrefix(got[0], server.URL) || !strings.Contains(got[0], c.want) {
			t.Errorf("%s: got %q, want %q", c.path, got, c.want)
		}
	}
}

// TestFailure: what goes wrong on the way is told in plain words, and briefly.
func TestFailure(t *testing.T) {
	_, client := serve(t, nil, Options{})
	for _, c := range []struct {
		err  error
		want string
	}{
		{&url.Error{Err: &net.OpError{Op: "dial", Err: &net.DNSError{Name: "example.invalid", IsNotFound: true}}}, "there is no host of the name example.invalid"},
		{errors.New("malformed answer " + strings.Repeat("é", 200)), "malformed answer " + strings.Repeat("é", 91) + "…"},
		{errors.New("connection refused"), "connection refused"},
	} {
		if got := client.failure(c.err).Error(); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
	untrusted := httptest.NewTLSServer(http.NotFoundHandler())
	untrusted.Config.ErrorLog = log.New(io.Discard, "", 0)
	defer untrusted.Close()
	client = New(Options{Agent: "x", Timeout: time.Second, Bytes: 1, Pages: 1, Named: []string{untrusted.URL}, IgnoreRobots: true})
	if got := fetch(t, client, untrusted.URL); len(got) != 1 || !strings.Contains(got[0], "the host is not known to be what it says it is: x509") {
		t.Errorf("got %q", got)
	}
}

// drip answers for ever, a byte at a time.
func drip(w http.ResponseWriter, r *http.Request) {
	for r.Context().Err() == nil {
		io.WriteString(w, "x")
		w.(http.Flusher).Flush()
		time.Sleep(10 * time.Millisecond)
	}
}

// endless answers for ever, as fast as it can.
func endless(w http.ResponseWriter, _ *http.Request) {
	for chunk := bytes.Repeat([]byte("x"), 1<<16); ; {
		if _, err := w.Write(chunk); err != nil {
			return
		}
	}
}

func TestNoAddresses(t *testing.T) {
	client := New(Options{Pages: 10, Timeout: time.Second})
	for _, c := range []struct{ address, want string }{
		{"file:///etc/passwd", "file:///etc/passwd: is no address that begins with https:// or http://"},
		{"https:", "https:: is no address that begins with https:// or http://"},
		{"http://a b/", "http://a b/: is no address"},
		{"http://someone:secret@127.0.0.1/", "http://someone:xxxxx@127.0.0.1/: 127.0.0.1 is on this computer or a private network"},
	} {
		if got := fetch(t, client, c.address); !slices.Equal(got, []string{c.want}) {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestOrderAndPause(t *testing.T) {
	var mu sync.Mutex
	var at []time.Time
	var busy, most atomic.Int32
	slow := func(w http.ResponseWriter, r *http.Request) {
		most.Store(max(most.Load(), busy.Add(1)))
		defer busy.Add(-1)
		mu.Lock()
		at = append(at, time.Now())
		mu.Unlock()
		time.Sleep(time.Duration(10-len(r.URL.Path)) * time.Millisecond)
		answer("text/plain", r.URL.Path)(w, r)
	}
	paths := map[string]http.HandlerFunc{"/1": slow, "/22": slow, "/333": slow}
	one, client := serve(t, paths, Options{Pause: 20 * time.Millisecond, IgnoreRobots: true})
	other := httptest.NewServer(http.HandlerFunc(answer("text/plain", "other")))
	defer other.Close()
	client.allowed.addAll(other.URL)
	got := fetch(t, client, one.URL+"/1", other.URL, one.URL+"/22", one.URL+"/333")
	want := []string{one.URL + "/1 text/plain  /1", other.URL + " text/plain  other", one.URL + "/22 text/plain  /22", one.URL + "/333 text/plain  /333"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	for i := 1; i < len(at); i++ {
		if pause := at[i].Sub(at[i-1]); pause < 20*time.Millisecond {
			t.Errorf("visit %d came after %v", i, pause)
		}
	}
	if most.Load() != 1 || len(at) != 3 {
		t.Errorf("%d visits, %d at a time, want 3, one at a time", len(at), most.Load())
	}
}

func TestRobots(t *testing.T) {
	var agents sync.Map
	page := func(w http.ResponseWriter, r *http.Request) {
		agents.Store(r.UserAgent(), true)
		answer("text/plain", "x")(w, r)
	}
	answers := map[string]http.HandlerFunc{
		"/robots.txt": answer("text/plain", "User-agent: *\nDisallow: /\n\nUser-agent: newsgraph\nDisallow: /private\nDisallow: /*?print="),
		"/a":          page, "/private/a": page, "/in": redirectTo("/private/a"),
	}
	server, client := serve(t, answers, Options{})
	got := fetch(t, client, server.URL+"/a", server.URL+"/private/a", server.URL+"/a?print=1", server.URL+"/in")
	refused := ": the site's robots.txt asks programs not to fetch it"
	want := []string{
		server.URL + "/a text/plain  x", server.URL + "/private/a" + refused, server.URL + "/a?print=1" + refused,
		server.URL + "/in: redirected to " + server.URL + "/private/a" + refused,
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if _, ok := agents.Load("newsgraph/0 (+https://example.org)"); !ok {
		t.Error("the User-Agent is not said")
	}
	server, client = serve(t, answers, Options{IgnoreRobots: true})
	if got := fetch(t, client, server.URL+"/private/a"); got[0] != server.URL+"/private/a text/plain  x" {
		t.Errorf("ignored: got %q", got)
	}
	answers["/robots.txt"] = func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusInternalServerError) }
	server, client = serve(t, answers, Options{})
	if got := fetch(t, client, server.URL+"/a"); !strings.HasSuffix(got[0], "/a: read the site's robots.txt: the server said 500 Internal Server Error") {
		t.Errorf("a site that can't say: got %q", got)
	}
}

func TestBusyServerIsAskedAgain(t *testing.T) {
	var asked atomic.Int32
	server, client := serve(t, map[string]http.HandlerFunc{
		"/busy": func(w http.ResponseWriter, r *http.Request) {
			if asked.Add(1) == 1 {
				w.Header().Set("Retry-After", "1")
				w.WriteHeader(http.StatusTooManyRequests)
				return
			}
			answer("text/plain", "At last.")(w, r)
		},
		"/never": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Retry-After", "86400")
			w.WriteHeader(http.StatusServiceUnavailable)
		},
	}, Options{})
	got := fetch(t, client, server.URL+"/busy", server.URL+"/never")
	if want := []string{server.URL + "/busy text/plain  At last.", server.URL + "/never: the server said 503 Service Unavailable"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestCookiesEndRedirects(t *testing.T) {
	server, client := serve(t, map[string]http.HandlerFunc{"/a": func(w http.ResponseWriter, r *http.Request) {
		if _, err := r.Cookie("seen"); err == nil {
			answer("text/plain", "x")(w, r)
			return
		}
		http.SetCookie(w, &http.Cookie{Name: "seen", Value: "1"})
		http.Redirect(w, r, "/a", http.StatusFound)
	}}, Options{})
	if got := fetch(t, client, server.URL+"/a"); got[0] != server.URL+"/a text/plain  x" {
		t.Errorf("got %q", got)
	}
}

func TestPrivateHosts(t *testing.T) {
	hidden := httptest.NewServer(http.HandlerFunc(answer("text/plain", "secret")))
	defer hidden.Close()
	server, client := serve(t, map[string]http.HandlerFunc{"/in": redirectTo(hidden.URL)}, Options{})
	_, port, _ := net.SplitHostPort(strings.TrimPrefix(hidden.URL, "http://"))
	for _, address := range []string{
		server.URL + "/in", hidden.URL, "http://localhost:" + port, "http://LOCALHOST.:" + port, "http://[::1]:" + port, "http://[::ffff:127.0.0.1]:" + port,
		"http://0.0.0.0:" + port, "http://10.1.2.3/", "http://192.168.0.1/", "http://169.254.169.254/latest", "http://printer.local/", "http://100.64.0.1/",
		"http://[fe80::1]/", "http://[fd00::1]/", "http://[64:ff9b::7f00:1]/", "http://2130706433:" + port, "http://0x7f.1:" + port, "http://127.1:" + port,
	} {
		got := fetch(t, client, address)
		if len(got) != 1 || strings.Contains(got[0], "secret") || !strings.Contains(got[0], "is on this computer or a private network") && !strings.Contains(got[0], "there is no host of the name") {
			t.Errorf("%s: got %q", address, got)
		}
	}
	dial := func(address string) error { _, err := client.allowed.dial(t.Context(), "tcp", address); return err }
	if err := dial("127.0.0.1:" + port); err == nil || hint.Of(errors.Unwrap(err)) == "" {
		t.Errorf("a name that stands for this computer: %v", err)
	}
	if got := fetch(t, New(Options{Pages: 9, Bytes: 99, Timeout: time.Second, Named: []string{hidden.URL}}), hidden.URL); !strings.HasSuffix(got[0], "secret") {
		t.Errorf("named: got %q", got)
	}
}

func TestMostPages(t *testing.T) {
	server, client := serve(t, map[string]http.HandlerFunc{"/a": answer("text/plain", "x")}, Options{})
	client.Pages = 2
	if got := fetch(t, client, server.URL+"/a", server.URL+"/a", server.URL+"/a", server.URL+"/a"); len(got) != 3 || !strings.HasSuffix(got[2], ErrTooMany.Error()) {
		t.Errorf("got %q", got)
	}
}

func TestStop(t *testing.T) {
	dripping, _ := serve(t, map[string]http.HandlerFunc{"/drip": drip}, Options{})
	server, client := serve(t, map[string]http.HandlerFunc{"/a": answer("text/plain", "x")}, Options{Timeout: time.Minute, Named: []string{dripping.URL}})
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	wanted := slices.Values([]kind.Request{{Address: server.URL + "/a"}, {Address: dripping.URL + "/drip"}})
	var got []string
	for in, err := range client.Fetch(ctx, wanted) {
		got = append(got, fmt.Sprint(in.Name, err))
	}
	if len(got) != 1 {
		t.Errorf("got %q, want what came before the end", got)
	}
}
