package wikidata

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/newsgraph/newsgraph/ingest/people"
)

const answer = `{"results": {"bindings": [
 {"person": {"value": "http://www.wikidata.org/entity/Q1"}, "name": {"value": "Jane\tRoe"}, "sex": {"value": "http://www.wikidata.org/entity/Q6581072"}, "code": {"value": "FR"},
  "class": {"value": "http://www.wikidata.org/entity/Q83307"}, "position": {"value": "Minister of Foreign Affairs"}, "start": {"value": "2023-05-01T00:00:00Z"}},
 {"person": {"value": "http://www.wikidata.org/entity/Q1"}, "name": {"value": "Jane\tRoe"}, "sex": {"value": "http://www.wikidata.org/entity/Q6581072"}, "code": {"value": "FR"},
  "class": {"value": "http://www.wikidata.org/entity/Q7330070"}, "position": {"value": "Minister of Foreign Affairs"}, "start": {"value": "2023-05-01T00:00:00Z"}},
 {"person": {"value": "http://www.wikidata.org/entity/Q2"}, "name": {"value": "John Doe"}, "code": {"value": "FR"},
  "class": {"value": "http://www.wikidata.org/entity/Q83307"}, "position": {"value": "Minister of Finance"}, "start": {"value": "2022-05-01T00:00:00Z"}, "end": {"value": "2023-01-01T00:00:00Z"}}
]}}`

func TestFetch(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.UserAgent() != "test/1" || !strings.Contains(r.FormValue("query"), "YEAR(?start) >= 2022") {
			t.Errorf("asked by %q: %s", r.UserAgent(), r.FormValue("query"))
		}
		w.Write([]byte(answer))
	}))
	defer server.Close()
	rows, err := Fetch(t.Context(), server.URL, "test/1", 2022, time.Date(2024, 3, 1, 0, 0, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	want := strings.Join(people.Columns, "\t") + `
Q2	John Doe			FR	Minister of Finance	finance	2022-05-01	2023-01-01	wikidata	
Q1	Jane Roe		f	FR	Minister of Foreign Affairs	foreign	2023-05-01		wikidata	2024-03-01
`
	if got := rows.Table(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	table, err := people.Read(strings.NewReader(rows.Table()))
	if err != nil {
		t.Fatal(err)
	}
	if got := table.Holders(people.Foreign, "FR", "2024-02-01"); len(got) != 1 || got[0].Name != "Jane Roe" {
		t.Errorf("holders: %v", got)
	}
}

func TestFetchFaults(t *testing.T) {
	for _, c := range []struct {
		status int
		body   string
		want   string
	}{
		{http.StatusTooManyRequests, "", "429"},
		{http.StatusOK, "<html>", "read the answer"},
		{http.StatusOK, "{}", "no results"},
	} {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(c.status)
			w.Write([]byte(c.body))
		}))
		if _, err := Fetch(t.Context(), server.URL, "test/1", 2022, time.Now()); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%d %q: %v, want %s", c.status, c.body, err, c.want)
		}
		server.Close()
	}
}

func TestFetchEndsInTime(t *testing.T) {
	stop := make(chan struct{})
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { <-stop }))
	defer server.Close()
	defer close(stop)
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if _, err := Fetch(ctx, server.URL, "test/1", 2022, time.Now()); err == nil || !strings.Contains(err.Error(), "deadline") {
		t.Errorf("got %v", err)
	}
}
