package read

import (
	"slices"
	"sort"
	"strings"
	"unicode"

	"github.com/newsgraph/newsgraph/ingest/gazetteer"
)

// joinNames joins two people named side by side: they are one, whose name the
// network has torn.
func (d *Document) joinNames() {
	var names []Name
	for _, n := range d.Names {
		last := len(names) - 1
		if last >= 0 && n.Kind == PER && names[last].Kind == PER && n.Start == names[last].End+1 && d.startsName(names[last]) {
			names[last].End = n.End
			continue
		}
		names = append(names, n)
	}
	d.setNames(names)
}

// startsName says whether a name is a first name, or the word before it is in
// lower case: in a headline all words have capitals, and a verb may stand before
// a name as another name. What stands behind “of” belongs to an office, as in
// “Secretary of State Jane Doe”.
func (d *Document) startsName(n Name) bool {
	first := d.TokenAt(n.Start)
	if gazetteer.GenderOf(d.Tokens[first].Text) != gazetteer.Unknown {
		return true
	}
	return first > 0 && d.Tokens[first-1].Text != "of" && unicode.IsLower([]rune(d.Tokens[first-1].Text)[0])
}

// consistentNames makes what is a person's name at one place of an article one
// everywhere: a name of several words wherever it or its end stands, and its
// last word where the network sees no name.
func (d *Document) consistentNames() {
	full := map[string][][]string{} // names and ends of names, by their first word
	family := map[string]bool{}
	for _, n := range d.Names {
		words := Words(d.Tokens[d.TokenAt(n.Start) : d.TokenAt(n.End-1)+1])
		if n.Kind != PER || len(words) < 2 || slices.ContainsFunc(words, func(w string) bool { return !capital(w) }) {
			continue
		}
		for i := range len(words) - 1 {
			full[words[i]] = append(full[words[i]], words[i:])
		}
		if last := words[len(words)-1]; len(last) > 3 {
			family[last] = true
		}
	}
	if len(full) == 0 {
		return
	}
	d.setNames(d.matches(full, family))
}

func capital(word string) bool { return unicode.IsUpper([]rune(word)[0]) }

// matches returns the names of people in the text by those that are known, and
// all other names that no such one overlaps.
func (d *Document) matches(full map[string][][]string, family map[string]bool) (names []Name) {
	next := 0 // of d.Names
	for i := 0; i < len(d.Tokens); i++ {
		for next < len(d.Names) && d.Names[next].End <= d.Tokens[i].Start {
			next++
		}
		inside := next < len(d.Names) && d.Names[next].Start <= d.Tokens[i].Start
		length := d.longest(full[d.Tokens[i].Text], i)
		switch {
		case length > 0 && !(inside && d.Names[next].End >= d.Tokens[i+length-1].End && d.Names[next].Kind != LOC):
			names = append(names, Name{d.span(i, i+length), PER})
			i += length - 1
		case length == 0 && !inside && family[d.Tokens[i].Text] && !d.capitalised(i):
			names = append(names, Name{d.span(i, i+1), PER})
		}
	}
	people := len(names)
	for _, n := range d.Names {
		at := sort.Search(people, func(i int) bool { return names[i].End > n.Start })
		if at == people || !names[at].Overlaps(n.Span) {
			names = append(names, n)
		}
	}
	slices.SortFunc(names, func(a, b Name) int { return a.Start - b.Start })
	return names
}

// longest returns how many tokens from i on are the longest of names.
func (d *Document) longest(names [][]string, i int) (length int) {
	for _, name := range names {
		if len(name) > length && i+len(name) <= len(d.Tokens) && slices.Equal(name, Words(d.Tokens[i:i+len(name)])) {
			length = len(name)
		}
	}
	return length
}

// capitalised says whether the words around a token have capitals too, as in a
// headline or within a longer name.
func (d *Document) capitalised(i int) bool {
	beside := func(j int) bool {
		return j >= 0 && j < len(d.Tokens) && capital(d.Tokens[j].Text) && strings.ToUpper(d.Tokens[j].Text) != "I"
	}
	return beside(i-1) || beside(i+1)
}

// setNames replaces the names, and what pronouns mean accordingly.
func (d *Document) setNames(names []Name) {
	kept := d.Antecedents[:0]
	for _, a := range d.Antecedents {
		old := d.Names[a.Name]
		a.Name = sort.Search(len(names), func(i int) bool { return names[i].End > old.Start })
		if a.Name < len(names) && names[a.Name].Overlaps(old.Span) {
			kept = append(kept, a)
		}
	}
	d.Names, d.Antecedents = names, kept
}

// relied are words behind which “in” stands before a person.
var relied = []string{"believe", "belief", "confidence", "confident", "faith", "interest", "interested", "trust"}

// places makes places of one-word names that the network takes for people, that
// no full name explains and that stand behind “in” somewhere: “talks in Ohrid”.
func (d *Document) places() {
	explained, behindIn := map[string]bool{}, map[string]bool{}
	for _, n := range d.Names {
		first, last := d.TokenAt(n.Start), d.TokenAt(n.End-1)
		switch {
		case n.Kind != PER:
		case first < last:
			for _, t := range d.Tokens[first : last+1] {
				explained[t.Text] = true
			}
		case d.behindIn(first):
			behindIn[d.Tokens[first].Text] = true
		}
	}
	for i, n := range d.Names {
		word := d.Article.Slice(n.Span)
		if n.Kind == PER && behindIn[word] && !explained[word] && gazetteer.GenderOf(word) == gazetteer.Unknown {
			d.Names[i].Kind = LOC
		}
	}
}

// behindIn says whether “in” stands before a token that owns nothing.
func (d *Document) behindIn(token int) bool {
	if token < 2 || d.Tokens[token-1].Text != "in" || slices.Contains(relied, d.Syntax[token-2].Lemma) {
		return false
	}
	return token+1 == len(d.Tokens) || !strings.HasSuffix(d.Tokens[token+1].Text, "s") || !strings.ContainsAny(d.Tokens[token+1].Text, "'’")
}
