package page_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/page"
	"github.com/newsgraph/newsgraph/internal/graphtest"
)

// written returns the page of graphs.
func written(t testing.TB, graphs []*graph.Graph) string {
	t.Helper()
	return string(graphtest.Written(t, page.New, graphs))
}

// scripts are the contents of the script elements of a page, as a browser divides it.
func scripts(html string) (all []string) {
	for _, s := range regexp.MustCompile(`(?is)<script[^>]*>(.*?)</script`).FindAllStringSubmatch(html, -1) {
		all = append(all, s[1])
	}
	return all
}

// TestDataGolden: the data is the same in any order of the articles.
func TestDataGolden(t *testing.T) {
	graphs := handmade()
	html := written(t, graphs)
	slices.Reverse(graphs)
	if written(t, graphs) != html {
		t.Error("the page depends on the order of the articles")
	}
	var got bytes.Buffer
	if err := json.Indent(&got, []byte(scripts(html)[0]), "", " "); err != nil {
		t.Fatal(err)
	}
	graphtest.Golden(t, "testdata/data.json", got.Bytes())
}

// TestNothingBreaksOut: what articles say stands in the data alone, and there
// without what a browser, or an old reader of JavaScript, takes for more.
func TestNothingBreaksOut(t *testing.T) {
	html := written(t, handmade())
	all := scripts(html)
	if len(all) != 3 || !json.Valid([]byte(all[0])) {
		t.Fatalf("%d scripts, the first valid JSON: %v", len(all), json.Valid([]byte(all[0])))
	}
	if i := strings.IndexAny(all[0], "<>&\u2028\u2029\x00\x1b"); i >= 0 {
		t.Errorf("the data has %q", all[0][i:min(i+40, len(all[0]))])
	}
	if n := strings.Count(html, "window.ran = 1"); n != strings.Count(all[0], "window.ran = 1") || n == 0 {
		t.Error("text of an article stands outside of the data")
	}
	for _, script := range all[1:] {
		if i := strings.Index(script, "<!--"); i >= 0 || strings.Contains(script, "innerHTML =") {
			t.Error("a script of the page can be misread, or reads text as HTML")
		}
	}
}

// TestPolicy: the page's policy lets its own style and scripts be used, and nothing else.
func TestPolicy(t *testing.T) {
	html := written(t, handmade())
	policy := regexp.MustCompile(`Content-Security-Policy" content="([^"]*)"`).FindStringSubmatch(html)[1]
	policy = strings.NewReplacer("&#39;", "'", "&#43;", "+").Replace(policy)
	style := regexp.MustCompile(`(?s)<style[^>]*>(.*?)</style>`).FindStringSubmatch(html)[1]
	all := scripts(html)
	want := "default-src 'none'; base-uri 'none'; form-action 'none'; style-src " + hash(style) + "; require-trusted-types-for 'script'; script-src " + hash(all[1]) + " " + hash(all[2])
	if policy != want {
		t.Errorf("got  %s\nwant %s", policy, want)
	}
	if regexp.MustCompile(`\s(style|on\w+)="`).MatchString(strings.Split(html, `<script`)[0]) {
		t.Error("an attribute of the page needs what the policy forbids")
	}
}

func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// TestCytoscape: the library is the one that npm has, with its licence in the page.
func TestCytoscape(t *testing.T) {
	content, err := os.ReadFile("cytoscape/cytoscape.min.js")
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(content)
	if got := hex.EncodeToString(sum[:]); got != "71fa9ebec21a7ca2c40cff6aacc30d1f6464e363662ad4b2c197e1adc770cd94" {
		t.Errorf("cytoscape.min.js is not that of version 3.35.0: %s", got)
	}
	for _, words := range []string{"Copyright (c) 2016-2026, The Cytoscape Consortium.", "THE SOFTWARE IS PROVIDED “AS IS”"} {
		if !strings.Contains(written(t, nil), words) {
			t.Errorf("the page does not say %q", words)
		}
	}
}

// TestEveryActHasItsFamily and one alone.
func TestEveryActHasItsFamily(t *testing.T) {
	var data struct{ Families []struct{ Acts []string } }
	if err := json.Unmarshal([]byte(scripts(written(t, nil))[0]), &data); err != nil {
		t.Fatal(err)
	}
	var acts []string
	for _, f := range data.Families {
		acts = append(acts, f.Acts...)
	}
	if diff := cmp.Diff(slices.Sorted(slices.Values(graph.Acts)), slices.Sorted(slices.Values(acts))); diff != "" {
		t.Errorf("acts (-graph +page):\n%s", diff)
	}
}

// TestSize: half a megabyte, and less than one for each thousand statements.
func TestSize(t *testing.T) {
	empty, full := len(written(t, nil)), len(written(t, many(100)))
	t.Logf("%d bytes without articles, %d with 2000 statements", empty, full)
	if empty > 540_000 || full-empty > 2_000_000 {
		t.Errorf("%d bytes without articles, %d with 2000 statements", empty, full)
	}
}

func TestALaterVersionTakesThePlaceOfTheEarlier(t *testing.T) {
	talks := graphtest.Talks()
	old := &graph.Graph{Article: talks[0].Article, Nodes: []graph.Node{{Ref: talks[0].Article, Props: graph.Props{"headline": "old"}}}}
	if written(t, append([]*graph.Graph{old}, talks...)) != written(t, talks) {
		t.Error("the earlier version is on the page")
	}
}

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("the disk is full") }

func TestWriterFails(t *testing.T) {
	if err := page.New(broken{}).Close(context.Background()); err == nil || !strings.Contains(err.Error(), "write the page: ") {
		t.Errorf("got %v", err)
	}
}
