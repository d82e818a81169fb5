// Package wikidata fetches from Wikidata who holds public offices, as a table
// that package people reads.
//
//	rows, err := wikidata.Fetch(ctx, wikidata.Endpoint, agent, 2022, time.Now())
//	os.WriteFile("people.tsv", []byte(rows.Table()), 0o644)
package wikidata

import (
	"cmp"
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/newsgraph/newsgraph/ingest/people"
	"github.com/newsgraph/newsgraph/internal/hint"
)

// Endpoint answers SPARQL queries of Wikidata.
const Endpoint = "https://query.wikidata.org/sparql"

//go:embed terms.rq
var termsRQ string

// Query returns the query for terms that began in a year or later.
func Query(since int) string { return strings.ReplaceAll(termsRQ, "$SINCE", strconv.Itoa(since)) }

// Rows are terms of office in people.Columns, sorted.
type Rows [][]string

// Table writes rows as people.Read reads them.
func (r Rows) Table() string {
	var b strings.Builder
	b.WriteString(strings.Join(people.Columns, "\t") + "\n")
	for _, row := range r {
		b.WriteString(strings.Join(row, "\t") + "\n")
	}
	return b.String()
}

// largest is how many bytes an answer may have.
const largest = 256 << 20

// Fetch asks an endpoint, as agent, for the terms since a year. The day is that
// on which open terms are known to be open. The context bounds the time.
func Fetch(ctx context.Context, endpoint, agent string, since int, day time.Time) (Rows, error) {
	form := url.Values{"query": {Query(since)}, "format": {"json"}}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, endpoint, strings.NewReader(form.Encode()))
	if err != nil {
		return nil, fmt.Errorf("ask Wikidata: %w", err)
	}
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	request.Header.Set("Accept", "application/sparql-results+json")
	request.Header.Set("User-Agent", agent)
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return nil, hint.Add(fmt.Errorf("ask Wikidata: %w", err), "is there a connection? A later year asks for less")
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return nil, hint.Add(fmt.Errorf("ask Wikidata: the server says %s", answer.Status), "try again later, or ask for less with a later year")
	}
	return parse(io.LimitReader(answer.Body, largest), day.Format(time.DateOnly))
}

// parse reads the answer to the query.
func parse(r io.Reader, day string) (rows Rows, err error) {
	var answer struct {
		Results *struct {
			Bindings []map[string]struct{ Value string }
		}
	}
	if err := json.NewDecoder(r).Decode(&answer); err != nil {
		return nil, hint.Add(fmt.Errorf("read the answer of Wikidata: %w", err), "the server may have run out of time; ask for less with a later year")
	}
	if answer.Results == nil {
		return nil, fmt.Errorf("read the answer of Wikidata: it has no results")
	}
	for _, b := range answer.Results.Bindings {
		asOf := ""
		if b["end"].Value == "" {
			asOf = day
		}
		position := plain(b["position"].Value)
		rows = append(rows, []string{
			item(b["person"].Value), plain(b["name"].Value), "", genders[item(b["sex"].Value)], b["code"].Value, position,
			string(kindOf(item(b["class"].Value), position)), date(b["start"].Value), date(b["end"].Value), "wikidata", asOf,
		})
	}
	return sorted(rows), nil
}

// sorted returns rows in order, each term once, by the class that tells most.
func sorted(rows Rows) Rows {
	rank := func(row []string) int { return slices.Index(people.Kinds, people.Kind(row[6])) }
	slices.SortFunc(rows, func(a, b []string) int {
		return cmp.Or(cmp.Compare(a[4], b[4]), cmp.Compare(a[5], b[5]), cmp.Compare(a[7], b[7]), cmp.Compare(a[0], b[0]), rank(a)-rank(b), slices.Compare(a, b))
	})
	return slices.CompactFunc(rows, func(a, b []string) bool {
		return a[0] == b[0] && a[4] == b[4] && a[5] == b[5] && a[7] == b[7]
	})
}

// item returns the id in the address of an item.
func item(address string) string { return address[strings.LastIndexByte(address, '/')+1:] }

// plain returns a text without what ends columns and lines.
func plain(text string) string { return strings.Join(strings.Fields(text), " ") }

// date returns the day of a time, “2022-01-21T00:00:00Z”.
func date(t string) string {
	day, _, _ := strings.Cut(t, "T")
	return day
}

var genders = map[string]string{"Q6581097": "m", "Q6581072": "f"}

var kinds = map[string]people.Kind{"Q48352": people.HeadOfState, "Q2285706": people.HeadOfGovernment, "Q7330070": people.Foreign, "Q2518691": people.Defence}

// kindOf returns the kind of an office by its class, of other ministers by the
// name of it.
func kindOf(class, position string) people.Kind {
	position = strings.ToLower(position)
	has := func(words ...string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(position, w) })
	}
	switch kind := kinds[class]; {
	case has("deputy", "vice", "assistant"):
		return people.OtherMinister
	case kind != "":
		return kind
	case has("finance", "treasury"):
		return people.Finance
	case has("interior", "home ", "internal affairs"):
		return people.Interior
	}
	return people.OtherMinister
}
