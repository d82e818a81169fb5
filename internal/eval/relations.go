package eval

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
)

//go:embed data/titles.tsv
var titlesTSV string

// offices are the relations that a title tells.
var offices = loadOffices()

type office struct {
	relation string
	country  bool // of a country only
	title    *regexp.Regexp
}

func loadOffices() []office {
	var all []office
	for _, row := range table(titlesTSV) {
		all = append(all, office{row[0], row[1] == "country", regexp.MustCompile("^(?i:" + row[2] + ")$")})
	}
	return all
}

// table returns the rows of a tab-separated text without its comments.
func table(text string) [][]string {
	var rows [][]string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			rows = append(rows, strings.Split(line, "\t"))
		}
	}
	return rows
}

const (
	citizen = "citizen_of"
	met     = "is_meeting"
)

// measured are the relations in the order of the figures.
var measured = []string{"head_of_state", "head_of_gov", "minister_of", "spokesperson_of", citizen, met}

// relation is a relation between two clusters, by their keys.
type relation struct{ kind, head, tail string }

// Relations measures offices and meetings on DWIE (Zaporojets et al. 2021) in
// the form of DocRED: a JSON list of {"vertexSet": [[{"name", "pos", "sent_id",
// "type"}]], "labels": [{"r", "h", "t"}], "sents": [[word]]}. A relation counts
// where both its ends share a character with a mention of the right cluster, or
// are the same country; precision is of those between marked entities.
//
// The scheme differs in this: DWIE knows the world, so that presidents and
// citizens need not be called so; the graph has what the text says. A citizen
// is, in the graph, who holds an office of the country. DWIE has heads of
// provinces, the graph offices of countries and bodies only. What DWIE says of
// a country it repeats of its demonym (“-x”): both are one here. Meetings are
// pairs without direction, whatever became of them, of people and bodies that
// the graph may have as countries; DWIE marks few, so that their precision is
// too low.
func Relations(ctx context.Context, r io.Reader, workers int) ([]Figure, error) {
	counts := map[string]*count{}
	for _, kind := range measured {
		counts[kind] = &count{}
	}
	var found, judged int
	err := measure(ctx, workers, records[dwie](r), func(d dwie) (func(), error) {
		if err := d.check(); err != nil {
			return nil, err
		}
		text, places := typeset(d.Sents)
		article, err := wholeWay(text, "")
		if err != nil {
			return nil, err
		}
		gold := d.clusters(places)
		known, all := d.relations(gold), article.relations()
		return func() {
			predicted := map[relation]bool{}
			for _, p := range all {
				found++
				if fact, ok := gold.judge(p, known); ok {
					judged++
					predicted[fact] = true
				}
			}
			tallyRelations(counts, known, predicted)
		}, nil
	})
	of := fmt.Sprintf("%d relations found, %d with an end that is not marked", found, found-judged)
	figures := []Figure{{"relations between marked entities", share(judged, found), of}}
	for _, kind := range measured {
		figures = append(figures, three(kind, *counts[kind], "relations")...)
	}
	return figures, err
}

func tallyRelations(counts map[string]*count, gold, predicted map[relation]bool) {
	for fact := range gold {
		counts[fact.kind].gold++
	}
	for fact := range predicted {
		counts[fact.kind].predicted++
		counts[fact.kind].hit += one(gold[fact])
	}
}

// dwie is an article of the corpus.
type dwie struct {
	VertexSet [][]struct {
		Name   string
		Pos    [2]int
		SentID int `json:"sent_id"`
		Type   string
	}
	Labels []struct {
		R    string
		H, T int
	}
	Sents [][]string
}

func (d dwie) check() error {
	for _, cluster := range d.VertexSet {
		for _, m := range cluster {
			if m.SentID < 0 || m.SentID >= len(d.Sents) || m.Pos[0] < 0 || m.Pos[0] >= m.Pos[1] || m.Pos[1] > len(d.Sents[m.SentID]) {
				return fmt.Errorf("mention %q lies outside the text", m.Name)
			}
		}
	}
	for _, l := range d.Labels {
		if min(l.H, l.T) < 0 || max(l.H, l.T) >= len(d.VertexSet) {
			return errors.New("a label is of no entity")
		}
	}
	return nil
}

// cluster is an entity of the corpus. Its key is its number, or the code of the
// country that it names or is of.
type cluster struct {
	key      string
	mentions []facts.Span
}

type clusters []cluster

func (d dwie) clusters(places [][]facts.Span) clusters {
	var all clusters
	for i, mentions := range d.VertexSet {
		c := cluster{key: fmt.Sprint("#", i)}
		for _, m := range mentions {
			words := places[m.SentID]
			c.mentions = append(c.mentions, facts.Span{words[m.Pos[0]][0], words[m.Pos[1]-1][1]})
			if code := countryCode(m.Name); code != "" && !strings.HasSuffix(m.Type, "person") {
				c.key = code
			}
		}
		all = append(all, c)
	}
	return all
}

// countryCode returns the code of the country that is called so, or whose
// people are: of Haiti, Haitian and Haitians.
func countryCode(name string) string {
	for _, form := range []string{name, strings.TrimSuffix(name, "s")} {
		words := gazetteer.Words(form)
		if e, n := gazetteer.Match(words); n > 0 && n == len(words) && (e.Kind == gazetteer.Country || e.Kind == gazetteer.Demonym) {
			return e.Code
		}
	}
	return ""
}

// relations returns the marked relations that are measured.
func (d dwie) relations(all clusters) map[relation]bool {
	known := map[relation]bool{}
	for _, l := range d.Labels {
		if kind := strings.TrimSuffix(l.R, "-x"); slices.Contains(measured, kind) {
			known[ordered(kind, all[l.H].key, all[l.T].key)] = true
		}
	}
	return known
}

// ordered gives a relation that has no direction always the same one.
func ordered(kind, head, tail string) relation {
	if kind == met && tail < head {
		head, tail = tail, head
	}
	return relation{kind, head, tail}
}

// said is a relation as the program found it.
type said struct {
	kind       string
	head, tail end
}

// end is an entity at an end of a relation.
type end struct {
	mentions []facts.Span
	code     string // of a country
}

// relations returns the offices and meetings of an article.
func (r reading) relations() []said {
	codes := map[string]string{}
	for _, c := range r.Countries {
		codes[c.ID] = c.Code
	}
	at := func(id string) end { return end{r.named[id], codes[id]} }
	var all []said
	for _, p := range r.People {
		for _, o := range p.Positions {
			for _, kind := range relationsOf(o.Title, codes[o.Of] != "") {
				all = append(all, said{kind, at(p.ID), at(o.Of)})
			}
		}
	}
	for _, m := range r.Meetings {
		for i, a := range m.Participants {
			for _, b := range m.Participants[:i] {
				all = append(all, said{met, at(a.ID), at(b.ID)})
			}
		}
	}
	return all
}

// relationsOf returns the relations that an office makes.
func relationsOf(title string, country bool) []string {
	var kinds []string
	if country {
		kinds = append(kinds, citizen)
	}
	for _, o := range offices {
		if o.title.MatchString(title) && (country || !o.country) {
			return append(kinds, o.relation)
		}
	}
	return kinds
}

// keys returns the keys of the clusters that e may be.
func (all clusters) keys(e end) []string {
	var keys []string
	for _, c := range all {
		if !slices.Contains(keys, c.key) && (c.key == e.code || touch(c.mentions, e.mentions)) {
			keys = append(keys, c.key)
		}
	}
	return keys
}

// judge returns the relation between clusters that the found one is, a known
// one if it may be that; false where an end is not marked.
func (all clusters) judge(s said, known map[relation]bool) (relation, bool) {
	var candidates []relation
	for _, head := range all.keys(s.head) {
		for _, tail := range all.keys(s.tail) {
			candidates = append(candidates, ordered(s.kind, head, tail))
		}
	}
	if len(candidates) == 0 {
		return relation{}, false
	}
	if i := slices.IndexFunc(candidates, func(c relation) bool { return known[c] }); i > 0 {
		return candidates[i], true
	}
	return candidates[0], true
}
