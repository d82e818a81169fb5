package said

import (
	"testing"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
)

func TestHearing(t *testing.T) {
	for _, c := range []struct {
		what             string
		candidate        candidate
		addressed, aimed bool
	}{
		{"one whom the network gives", candidate{given: true, role: 0.9, meaning: 0.95}, true, true},
		{"one whom the words hardly mean", candidate{given: true, role: 0.3, meaning: 0.05}, false, false},
		{"one of whom the network is unsure", candidate{given: true, role: 0.5, meaning: 0.9}, true, true},
		{"one who is only named", candidate{role: 0.01, meaning: byName}, false, false},
		{"one who is named, and addressed by statements within and around", candidate{role: 0.8, meaning: byName, inner: 1, outer: 1}, true, false},
		{"the target of a statement around", candidate{given: true, role: 0.3, meaning: 0.6, outer: 0.9}, true, false},
	} {
		if got := c.candidate.addressed(); got != c.addressed {
			t.Errorf("%s: addressed %v (%.2f)", c.what, got, c.candidate.probability(document.Addressee))
		}
		if got := c.candidate.aimedAt(); got != c.aimed {
			t.Errorf("%s: target %v (%.2f)", c.what, got, c.candidate.probability(document.Target))
		}
	}
}

func TestBetter(t *testing.T) {
	doe := &who.Entity{Label: graph.Person}
	given, named := candidate{Entity: doe, given: true, role: 0.5, meaning: 0.5}, candidate{Entity: doe, role: 0.9, meaning: 0.9}
	likelier := given
	likelier.meaning = 0.9
	for _, c := range []struct {
		what       string
		all        []candidate
		next, want candidate
	}{
		{"the first", nil, named, named},
		{"words of the network before others", []candidate{given}, named, given},
		{"the likelier of its words", []candidate{given}, likelier, likelier},
	} {
		if got := better(c.all, c.next); len(got) != 1 || got[0] != c.want {
			t.Errorf("%s: got %+v", c.what, got)
		}
	}
}
