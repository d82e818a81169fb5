package web

import (
	"io"
	"net/http"
	"strings"
	"testing"
)

func FuzzRobots(f *testing.F) {
	f.Add("User-agent: *\nDisallow: /a*b$\nAllow: /?x=[\nCrawl-delay: 5\nSitemap: https://example.org/map.xml\n", "/a/b?c")
	f.Add("\ufeffuser-agent:newsgraph\ndisallow:", "/")
	f.Add("<html>not found</html>", "/a")
	f.Fuzz(func(t *testing.T, text, path string) {
		response := &http.Response{StatusCode: http.StatusOK, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(text))}
		if robots, err := parseRobots(response); err == nil {
			robots.FindGroup("newsgraph").Test(path)
		}
	})
}

func TestRobotsThatAreNone(t *testing.T) {
	for name, robots := range map[string]http.HandlerFunc{
		"a page":         answer("text/html", "<!DOCTYPE html><html><body>Disallow: everything"),
		"nothing":        answer("text/plain", ""),
		"a long one":     answer("text/plain", strings.Repeat("# x\n", 200_000)+"User-agent: *\nDisallow: /"),
		"a circle":       redirectTo("/robots.txt"),
		"one that moved": redirectTo("/a"),
	} {
		server, client := serve(t, map[string]http.HandlerFunc{"/robots.txt": robots, "/a": answer("text/plain", "x")}, Options{})
		if got := fetch(t, client, server.URL+"/a"); got[0] != server.URL+"/a text/plain  x" {
			t.Errorf("%s: got %q", name, got)
		}
	}
}
