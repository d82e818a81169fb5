package graph

import (
	"fmt"
	"maps"
	"slices"
)

// Op says how something differs between two versions of an article's graph.
type Op rune

// The ways to differ.
const (
	Added   Op = '+'
	Removed Op = '−'
	Changed Op = '~'
)

// MarshalText writes the sign.
func (o Op) MarshalText() ([]byte, error) { return []byte(string(o)), nil }

// Change is one difference, in words for people.
type Change struct {
	Op       Op     `json:"change"`             // +, − or ~
	What     string `json:"what"`               // article, person, country, organization, place, meeting, office or statement
	Mention  bool   `json:"mention,omitempty"`  // other articles tell of it too: it is there before and after
	Text     string `json:"text"`               // who or what it is
	Property string `json:"property,omitempty"` // of what is changed: which property, from what, to what; unknown is ""
	From     string `json:"from,omitempty"`
	To       string `json:"to,omitempty"`
}

// String returns the change as a line: “~ status of meeting Blinken and Lavrov:
// planned → cancelled”.
func (c Change) String() string {
	what := c.What + " " + c.Text
	if c.Mention && c.Op != Changed {
		what = "mention of " + what
	}
	if c.Op != Changed {
		return string(c.Op) + " " + what
	}
	return fmt.Sprintf("~ %s of %s: %s → %s", c.Property, what, known(c.From), known(c.To))
}

func known(value string) string {
	if value == "" {
		return "unknown"
	}
	return value
}

// Diff says what becomes other where the graph now of an article takes the place
// of the graph old; nil is none. Others has what other articles tell of what
// stands in these graphs, of entities at least that there are some; nil is
// nothing. What the others tell counts for what is derived from all articles.
//
// Statements and meetings that have another id, since the text around them or
// what is known of them changed, are recognised by their words and by who met.
// Where in the text something stands is no difference of its own: if there is no
// other, there is one of the article's details.
func Diff(old, now, others *Graph) []Change {
	before, after := recordsOf(old, others), recordsOf(now, others)
	var changes []Change
	for _, what := range recordKinds {
		changes = append(changes, compare(before[what], after[what])...)
	}
	if len(changes) == 0 && old != nil && now != nil && old.Version() != now.Version() {
		c := after["article"][0].change(Changed)
		c.Property, c.From, c.To = "details", "as they were", "as the text has them now"
		changes = append(changes, c)
	}
	return changes
}

// Version returns what tells this version of an article from others: the hash of the
// facts of g, as its article has it, if it does.
func (g *Graph) Version() string {
	for _, n := range g.Nodes {
		if hash := text(n.Props[FactsSHA256]); n.Ref == g.Article && hash != "" {
			return hash
		}
	}
	return g.Hash()
}

// compare returns what differs between records of one kind.
func compare(before, after []record) (changes []Change) {
	was, left := match(before, after)
	for i, now := range after {
		if was[i] < 0 {
			changes = append(changes, now.change(Added))
			continue
		}
		changes = append(changes, now.differences(before[was[i]])...)
	}
	for i, r := range before {
		if left[i] {
			changes = append(changes, r.change(Removed))
		}
	}
	return changes
}

// match returns which of before each of after is, that of the same key, or else
// the first that is alike, −1 for none; and which of before are left.
func match(before, after []record) (was []int, left []bool) {
	was, left = slices.Repeat([]int{-1}, len(after)), slices.Repeat([]bool{true}, len(before))
	for _, by := range []func(record) string{
		func(r record) string { return "key " + r.key },
		func(r record) string { return r.alike },
	} {
		found := map[string][]int{}
		for i, r := range before {
			if left[i] {
				found[by(r)] = append(found[by(r)], i)
			}
		}
		for i, now := range after {
			if same := found[by(now)]; was[i] < 0 && by(now) != "" && len(same) > 0 {
				was[i], left[same[0]], found[by(now)] = same[0], false, same[1:]
			}
		}
	}
	return was, left
}

func (r record) change(op Op) Change {
	return Change{Op: op, What: r.what, Mention: r.others, Text: r.text}
}

// differences returns how r differs from what it was before. A version that
// says nothing of a property that is only ever added to leaves it as it is.
func (r record) differences(was record) (changes []Change) {
	names := maps.Clone(was.fields)
	maps.Copy(names, r.fields)
	for _, name := range slices.Sorted(maps.Keys(names)) {
		from, to := was.fields[name], r.fields[name]
		if from == to || to == "" && slices.Contains(kept, name) {
			continue
		}
		c := r.change(Changed)
		c.Property, c.From, c.To = name, from, to
		changes = append(changes, c)
	}
	return changes
}
