package web

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
)

func TestWhatIsKnownIsNotFetchedAgain(t *testing.T) {
	text, tag, modified := "One.", `"1"`, ""
	var asked []string
	server, client := serve(t, map[string]http.HandlerFunc{"/a": func(w http.ResponseWriter, r *http.Request) {
		asked = append(asked, r.Header.Get("If-None-Match")+r.Header.Get("If-Modified-Since"))
		w.Header().Set("ETag", tag)
		w.Header().Set("Last-Modified", modified)
		if tag != "" && r.Header.Get("If-None-Match") == tag || modified != "" && r.Header.Get("If-Modified-Since") == modified {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		answer("text/plain", text)(w, r)
	}, "/from": redirectTo("/a")}, Options{Memory: NewMemory(), IgnoreRobots: true})
	look := func(what, want, path string) {
		t.Helper()
		got := strings.Join(fetch(t, client, server.URL+path), "\n")
		if got = got[strings.LastIndex(got, " ")+1:]; got != want {
			t.Errorf("%s: got %q, want %q", what, got, want)
		}
	}
	look("the first time", "One.", "/a")
	look("before it counts", "One.", "/a")
	client.Memory.Commit()
	look("the same tag", "", "/a")
	text, tag = "Two.", `"2"`
	look("another tag", "Two.", "/a")
	client.Memory.Commit()
	tag = ""
	look("no tag, the same text", "", "/a")
	text, modified = "Three.", "Sun, 21 Jan 2024 10:00:00 GMT"
	look("by its time", "Three.", "/a")
	client.Memory.Commit()
	look("the same time", "", "/a")
	if want := []string{"", "", `"1"`, `"1"`, `"2"`, `"2"`, modified}; !slices.Equal(asked, want) {
		t.Errorf("asked on the conditions %q, want %q", asked, want)
	}
	look("after a redirect", "Three.", "/from")
	client.Memory.Commit()
	look("after a redirect, again", "", "/from")
}

func TestWhatHasTheSameVersionIsNotAskedFor(t *testing.T) {
	count := 0
	server, client := serve(t, map[string]http.HandlerFunc{"/a": func(w http.ResponseWriter, r *http.Request) {
		count++
		answer("text/plain", fmt.Sprint("Text ", count))(w, r)
	}}, Options{Memory: NewMemory(), IgnoreRobots: true})
	for i, version := range []string{"1", "1", "2", ""} {
		for in, err := range client.Fetch(t.Context(), slices.Values([]kind.Request{{Address: server.URL + "/a", Version: version}})) {
			if err != nil {
				t.Fatal(err)
			}
			in.Keep()
		}
		client.Memory.Commit()
		if want := []int{1, 1, 2, 3}[i]; count != want {
			t.Errorf("look %d: asked %d times, want %d", i, count, want)
		}
	}
}

func TestMemory(t *testing.T) {
	m := NewMemory()
	list := func(texts ...string) kind.Articles {
		return func(yield func(*article.Article, error) bool) {
			for _, text := range texts {
				a := article.New(text)
				a.SetURL("https://example.org/" + text[:1])
				if !yield(a, nil) {
					return
				}
			}
		}
	}
	news := func(articles kind.Articles) (texts string) {
		for a := range m.New(articles) {
			texts += a.Text + " "
		}
		return texts
	}
	if got := news(list("a1", "b1")); got != "a1 b1 " {
		t.Errorf("at first: %q", got)
	}
	m.Commit()
	if got := news(list("a1", "b2", "c1")); got != "b2 c1 " {
		t.Errorf("then: %q", got)
	}
	m.Commit()
	var saved strings.Builder
	if err := m.Save(&saved); err != nil {
		t.Fatal(err)
	}
	var err error
	if m, err = Load(strings.NewReader(saved.String())); err != nil {
		t.Fatal(err)
	}
	if got := news(list("a1", "b2", "b3")); got != "b3 " {
		t.Errorf("after it was saved: %q", got)
	}
	for _, broken := range []string{"", "{}", "[]", `{"pages": {}}`, "not JSON"} {
		if _, err := Load(strings.NewReader(broken)); err == nil {
			t.Errorf("%q is taken for a memory", broken)
		}
	}
}
