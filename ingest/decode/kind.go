package decode

import (
	"math"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
)

// kinds are the kinds of names, in the order of their odds.
var kinds = [...]document.NameKind{document.PER, document.ORG, document.LOC, document.MISC}

const person = 0 // of kinds

// odds are the logarithms of how probable each kind of a name is.
type odds [len(kinds)]float64

// What the other places where a name stands add to its odds. Measured on
// CoNLL-2003, and on the people of the marked articles.
const (
	elsewhere  = 0.5 // of the mean of what stands there, times the root of how many there are
	fullest    = 3.0 // places that count
	familiar   = 6   // how much more probable, at most, a full name makes it that its last word is a person
	improbable = -12 // what is less so is so alike
)

// lowered is what the weights have taken off the scores of people's tags, since
// they took too much for people (training/README.md says how it was measured).
const lowered = 4.5

// agree decides the kinds of names over all places where they stand: where one
// is doubtful here, others are told elsewhere, and “Doe” is a person where the
// text has “Jane Doe”, as “Al-Doe” is by “Jane al-Doe” and “Xi” by “Xi Jinping”. here
// are the odds of each name by itself.
func (r *reader) agree(names []document.Name, here []odds) {
	same, longer := map[string]sum{}, map[string]sum{}
	for i, n := range names {
		text := r.lower(n.Range)
		same[text] = same[text].and(here[i], 1)
		for _, part := range r.parts(n) {
			longer[part] = longer[part].and(here[i], 1)
		}
	}
	for i, n := range names {
		text := r.lower(n.Range)
		all, others := sum{here[i], 1}, same[text].and(here[i], -1)
		if others.count > 0 {
			all = all.and(others.mean(), elsewhere*math.Sqrt(min(others.count, fullest)))
		}
		if full := longer[text]; full.count > 0 {
			o := full.mean()
			all.odds[person] += min(familiar, max(0, o[person]-slices.Max(o[person+1:])))
		}
		names[i].Kind = kinds[all.odds.best()]
	}
}

// titled says whether a title stands beside a name: “Senator Doe”, “Doe, a senator”,
// “the senator, Doe”.
func (r *reader) titled(n document.Name) bool {
	words, head, sentence := r.document.Words, r.head(n), r.document.SentenceOf(n.First)
	if n.First > sentence.First && title(words[n.First-1].Text) {
		return true
	}
	for i := n.Last; i < sentence.Last; i++ {
		if w := words[i]; w.Relation == "appos" && w.Head == head && title(w.Text) {
			return true
		}
	}
	if r := words[head].Relation; r != "appos" && r != "flat" {
		return false
	}
	noun := words[head].Head
	for words[noun].Relation == "nmod" && !title(words[noun].Text) {
		noun = words[noun].Head // “the secretary of | state, Doe”
	}
	return title(words[noun].Text)
}

// speaks says whether a name that begins with a first name, and is no known body's,
// says something: “Jane Doe said”.
func (r *reader) speaks(n document.Name) bool {
	words, subject := document.Texts(r.document.Words[n.First:n.Last]), r.document.Words[r.head(n)]
	if len(words) == 1 || subject.Relation != "nsubj" || gazetteer.GenderOf(words[0]) == gazetteer.Unknown {
		return false
	}
	_, known := gazetteer.Match(words)
	_, says := gazetteer.VerbLemma(strings.ToLower(r.document.Words[subject.Head].Text))
	return says && known < len(words)
}

// title says whether a word is a title or a form of address.
func title(word string) bool {
	_, words := gazetteer.Title([]string{word})
	return words > 0 || gazetteer.Honorific(word)
}

func (r *reader) lower(words document.Range) string { return strings.ToLower(r.document.Text(words)) }

// parts returns what a person of a name may be called for short: all ends of it,
// and its first word where that is no first name, as the family's is in East Asia.
func (r *reader) parts(n document.Name) (parts []string) {
	for first := n.First + 1; first < n.Last; first++ {
		parts = append(parts, r.lower(document.Range{First: first, Last: n.Last}))
	}
	if first := r.document.Words[n.First].Text; n.Range.Len() > 1 && gazetteer.GenderOf(first) == gazetteer.Unknown {
		parts = append(parts, strings.ToLower(first))
	}
	return parts
}

// sum is what odds of so many names come to.
type sum struct {
	odds  odds
	count float64
}

func (s sum) and(o odds, weight float64) sum {
	for k, v := range o {
		s.odds[k] += weight * v
	}
	s.count += weight
	return s
}

func (s sum) mean() (o odds) { return sum{}.and(s.odds, 1/s.count).odds }

// best returns the kind with the greatest odds, the first of equals.
func (o odds) best() int {
	best := 0
	for k, v := range o {
		if v > o[best] {
			best = k
		}
	}
	return best
}

// oddsOf returns the odds of a name whose words have these scores of tags: with
// people's as they were learnt where what stands beside it vouches for a person.
// once says that it stands nowhere else.
func (r *reader) oddsOf(n document.Name, rows [][]float32, once bool) (o odds) {
	for k, kind := range kinds {
		for i, row := range rows {
			o[k] += float64(row[slices.Index(r.network.Labels.Names, place(i, len(rows))+"-"+string(kind))])
		}
	}
	if r.titled(n) || once && r.speaks(n) {
		o[person] += lowered * float64(len(rows))
	}
	most, total := o[o.best()], 0.0
	for _, v := range o {
		total += math.Exp(v - most)
	}
	for k := range o {
		o[k] = max(improbable, o[k]-most-math.Log(total))
	}
	return o
}

// place returns the letter of the tag of a name's word i of n.
func place(i, n int) string {
	switch {
	case n == 1:
		return "S"
	case i == 0:
		return "B"
	case i == n-1:
		return "E"
	}
	return "I"
}
