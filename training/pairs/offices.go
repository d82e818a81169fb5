package main

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/people"
	"github.com/newsgraph/newsgraph/ingest/resolve/holds"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
)

// position is an office as marked: its title, whose it is, where it stands.
type position struct {
	Title, Of string
	At        span
}

// writeOffices writes the offices of an article, with all whose each may be.
// Whose it is that the program can't see, or that the reader left out, is nobody.
func writeOffices(out *json.Encoder, m mark, d *document.Document) error {
	cast := who.Find(d)
	n := newNames(cast, m)
	text := points{codePoints(d), d}
	for _, ex := range holds.Examples(d, cast, people.Known()) {
		p := pair{ID: m.ID, Half: m.Half, Role: "of", Text: ex.Title, Words: ex.Tokens, Gold: m.owners(ex, n, text)}
		for i, e := range ex.Entities {
			p.add(e, ex.Features[i])
			p.Right = append(p.Right, n.right(e, p.Gold))
		}
		if p.Known = slices.Max(p.Right) >= 0; !p.Known {
			p.Right[0] = 0
		}
		if err := out.Encode(p); err != nil {
			return err
		}
	}
	return nil
}

// owners returns whose an office is by the marks: by the nearest of those of the
// holder with such a title; "" where there is none.
func (m mark) owners(ex holds.Example, n names, text points) []string {
	gold, best := []string{""}, len(text.document.Words)
	for _, person := range m.People {
		if !n.same(ex.Holder, person.Name) {
			continue
		}
		for _, q := range person.Positions {
			if q.Of == "" || !sameTitle(q.Title, ex.Title) {
				continue
			}
			at := text.words(q.At).First
			if far := max(at-ex.Words.First, ex.Words.First-at); far < best {
				gold, best = []string{q.Of}, far
			}
		}
	}
	return gold
}

// sameTitle says whether two titles share their words, as the scorer does.
func sameTitle(a, b string) bool {
	x, y := titleWords(a), titleWords(b)
	shared := 0
	for w := range x {
		if y[w] {
			shared++
		}
	}
	return shared > 0 && (shared == len(x) || shared == len(y) || 2*shared >= max(len(x), len(y)))
}

func titleWords(title string) map[string]bool {
	words := map[string]bool{}
	for _, w := range strings.Fields(strings.ReplaceAll(fold(title), "-", " ")) {
		if !lexicon.BesideTitles.Has(w) {
			words[w] = true
		}
	}
	return words
}
