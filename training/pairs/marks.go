package main

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/resolve/whom"
)

// mark is a marked article, as far as it says whom phrases mean.
type mark struct {
	ID, Half, Published, Text string
	People                    []struct {
		Name      string
		As        []string
		Positions []position
	}
	Statements []statement
	Meetings   []struct {
		Triggers []span
		Who      []meant
	}
}

type statement struct {
	Cue, Source, Content []span
	Speaker              *string
	To, Target           []meant
}

// span is a start and an end in code points.
type span [2]int

// meant is a phrase with whom it means, "" for nobody.
type meant struct {
	span
	who string
}

func (m *meant) UnmarshalJSON(data []byte) error {
	var fields []json.RawMessage
	if err := json.Unmarshal(data, &fields); err != nil {
		return err
	}
	var who *string
	if err := cmp.Or(json.Unmarshal(fields[0], &m.span), json.Unmarshal(fields[1], &who)); err != nil {
		return err
	}
	m.who = value(who)
	return nil
}

func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// names knows by which names the marks and the cast call somebody.
type names struct {
	cast *who.Cast
	also map[string][]string
}

func newNames(c *who.Cast, m mark) names {
	n := names{c, map[string][]string{}}
	for _, p := range m.People {
		n.also[p.Name] = p.As
	}
	return n
}

// fold returns a name by which names are compared, as the scorer does.
func fold(name string) string {
	name = strings.NewReplacer("’", "'", ".", "", "the ", "").Replace(strings.ToLower(name))
	return strings.Join(strings.Fields(name), " ")
}

// right returns which of those named somebody of the cast, or nobody, is; -1 for
// none of them.
func (n names) right(e *who.Entity, gold []string) int {
	return slices.IndexFunc(gold, func(name string) bool { return n.same(e, name) })
}

func (n names) same(e *who.Entity, name string) bool {
	if e == nil || name == "" {
		return e == nil && name == ""
	}
	own := []string{e.Name}
	if e.ID != "" {
		own = append(n.cast.Aliases(e), e.Name, e.ID)
	}
	if e.Label == graph.Country {
		own = append(own, e.Code)
	}
	for _, called := range append([]string{name}, n.also[name]...) {
		if slices.ContainsFunc(own, func(o string) bool { return fold(o) == fold(called) }) {
			return true
		}
	}
	return false
}

// known says whether the cast has one of those named.
func (n names) known(gold []string) bool {
	return slices.ContainsFunc(n.cast.Entities, func(e *who.Entity) bool { return n.right(e, gold) >= 0 })
}

// called returns who of the cast has the name.
func (n names) called(name string) []*who.Entity {
	for _, e := range n.cast.Entities {
		if name != "" && n.same(e, name) {
			return []*who.Entity{e}
		}
	}
	return nil
}

// question is a phrase and where it stands, with the names of those it means.
type question struct {
	phrase document.Range
	scene  whom.Scene
	gold   []string
	names  names
}

// questions returns the phrases of an article, in the order in which the program
// asks; what one phrase means is together.
func (m mark) questions(d *document.Document, n names) (all []question) {
	text := points{codePoints(d), d}
	for _, meeting := range m.Meetings {
		all = append(all, together(text, meeting.Who, whom.Scene{Role: document.Participant}, n)...)
	}
	var last []*who.Entity
	slices.SortStableFunc(m.Statements, func(a, b statement) int { return begin(a) - begin(b) })
	for _, s := range m.Statements {
		scene := whom.Scene{Role: document.Source, Last: last}
		for _, c := range s.Content {
			scene.Content = append(scene.Content, text.words(c))
		}
		if len(s.Cue) > 0 {
			scene.Anchor = text.words(s.Cue[0]).First
		}
		speakers := n.called(value(s.Speaker))
		if len(s.Source) > 0 {
			all = asked(all, question{text.words(s.Source[0]), scene, []string{value(s.Speaker)}, n})
		}
		scene.Speakers = speakers
		scene.Role = document.Addressee
		all = append(all, together(text, s.To, scene, n)...)
		scene.Role = document.Target
		all = append(all, together(text, s.Target, scene, n)...)
		last = speakers
	}
	return all
}

// asked adds a question, or whom it means to the same one before: two leaders
// have a statement each.
func asked(all []question, q question) []question {
	if last := len(all) - 1; last >= 0 && all[last].phrase == q.phrase && all[last].scene.Anchor == q.scene.Anchor && all[last].scene.Role == q.scene.Role {
		all[last].gold = append(all[last].gold, q.gold...)
		return all
	}
	return append(all, q)
}

// answered says whether an answer has exactly those whom the reader says.
func (q question) answered(ref whom.Reference) bool {
	found := map[string]bool{}
	for _, e := range ref.Entities {
		i := q.names.right(e, q.gold)
		if i < 0 {
			return false
		}
		found[q.gold[i]] = true
	}
	if len(ref.Entities) == 0 || len(ref.Unnamed) > 0 && slices.Contains(q.gold, "") {
		found[""] = true
	}
	return !slices.ContainsFunc(q.gold, func(name string) bool { return !found[name] }) && (!found[""] || slices.Contains(q.gold, ""))
}

func begin(s statement) int {
	if len(s.Cue) > 0 {
		return s.Cue[0][0]
	}
	return s.Content[0][0]
}

// together returns phrases, those with the same words as one. Who takes part
// in a meeting is known when the next one is asked for.
func together(text points, phrases []meant, scene whom.Scene, n names) (all []question) {
	for _, m := range phrases {
		r := text.words(m.span)
		if i := slices.IndexFunc(all, func(q question) bool { return q.phrase == r }); i >= 0 {
			all[i].gold = append(all[i].gold, m.who)
			continue
		}
		all = append(all, question{r, scene, []string{m.who}, n})
		if scene.Role == document.Participant {
			scene.Partners = append(slices.Clone(scene.Partners), n.called(m.who)...)
		}
	}
	return all
}

func codePoints(d *document.Document) *article.CodePoints {
	return article.NewCodePoints(d.Article.Text)
}

// points finds the words of a span in code points.
type points struct {
	*article.CodePoints
	document *document.Document
}

func (p points) words(s span) document.Range {
	d := p.document
	first := d.WordAt(p.Byte(s[0]))
	last := first
	for end := p.Byte(s[1]); last < len(d.Words) && d.Words[last].Start < end; last++ {
	}
	return document.Range{First: min(first, len(d.Words)-1), Last: max(last, first+1)}
}
