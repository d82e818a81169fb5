package read

import (
	"slices"
	"sort"
	"strings"
	"unicode"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
)

// joinNames joins two people named side by side: they are one, whose name the
// network has torn.
func joinNames(d *document.Document) {
	var names []document.Name
	for _, n := range d.Names {
		last := len(names) - 1
		if last >= 0 && n.Kind == document.PER && names[last].Kind == document.PER && n.First == names[last].Last && n.Start == names[last].End+1 && startsName(d, names[last], n) {
			names[last] = d.Named(document.Range{First: names[last].First, Last: n.Last}, document.PER)
			continue
		}
		names = append(names, n)
	}
	d.SetNames(names)
}

// startsName says whether the first of two names side by side is a first name,
// the word before it is in lower case, or they begin a sentence and the word
// after them is: in a headline all words have capitals, and a verb may stand
// before a name as another name. What stands after “of” belongs to an office, as
// in “Secretary of State Jane Doe”.
func startsName(d *document.Document, n, next document.Name) bool {
	first := n.First
	if gazetteer.GenderOf(d.Words[first].Text) != gazetteer.Unknown {
		return true
	}
	if d.SentenceOf(first).First == first {
		return next.Last < len(d.Words) && lower(d.Words[next.Last].Text)
	}
	return d.Words[first-1].Text != "of" && lower(d.Words[first-1].Text)
}

func lower(word string) bool { return unicode.IsLower([]rune(word)[0]) }

// namesakes are names that are months, too.
var namesakes = []string{"April", "May", "June", "August"}

// withMonths adds to a person's name the month beside it that is no date: “June
// Doe”, not “in June Doe”, and “Jane May” where May is a person's name elsewhere.
func withMonths(d *document.Document) {
	names, alone := slices.Clone(d.Names), map[string]bool{}
	for _, n := range names {
		if n.Kind == document.PER {
			alone[d.Text(n.Range)] = true
		}
	}
	for i, n := range names {
		if n.Kind != document.PER {
			continue
		}
		if before := n.First - 1; monthAt(d, before) && (i == 0 || names[i-1].Last <= before) && firstName(d, before) {
			n.First--
		}
		if after := n.Last; n.Range.Len() == 1 && monthAt(d, after) && alone[d.Words[after].Text] && (i+1 == len(names) || names[i+1].First > after) {
			n.Last++
		}
		names[i] = d.Named(n.Range, document.PER)
	}
	d.SetNames(names)
}

// monthAt says whether the word is a month that may be a name.
func monthAt(d *document.Document, word int) bool {
	return word >= 0 && word < len(d.Words) && slices.Contains(namesakes, d.Words[word].Text)
}

// firstName says whether nothing before a month tells that it is one.
func firstName(d *document.Document, month int) bool {
	return month == d.SentenceOf(month).First || !slices.Contains([]string{"ADP", "DET", "ADJ"}, d.Words[month-1].UPOS)
}

// consistentNames makes what is a person's name at one place of an article one
// everywhere: a name of several words wherever it or its end stands, and its
// last word where the network sees no name.
func consistentNames(d *document.Document) {
	full := map[string][][]string{} // names and ends of names, by their first word
	family := map[string]bool{}
	for _, n := range d.Names {
		words := document.Texts(d.Words[n.First:n.Last])
		if n.Kind != document.PER || len(words) < 2 || slices.ContainsFunc(words, func(w string) bool { return !capital(w) }) {
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
	d.SetNames(matches(d, full, family))
}

func capital(word string) bool { return unicode.IsUpper([]rune(word)[0]) }

// matches returns the names of people in the text by those that are known, and
// all other names that no such one overlaps.
func matches(d *document.Document, full map[string][][]string, family map[string]bool) (names []document.Name) {
	next := 0 // of d.Names
	for i := 0; i < len(d.Words); i++ {
		for next < len(d.Names) && d.Names[next].Last <= i {
			next++
		}
		inside := next < len(d.Names) && d.Names[next].First <= i
		length := longest(d, full[d.Words[i].Text], i)
		switch {
		case length > 0 && !(inside && d.Names[next].Last >= i+length && d.Names[next].Kind != document.LOC):
			names = append(names, d.Named(document.Range{First: i, Last: i + length}, document.PER))
			i += length - 1
		case length == 0 && !inside && family[d.Words[i].Text] && !capitalised(d, i):
			names = append(names, d.Named(document.Range{First: i, Last: i + 1}, document.PER))
		}
	}
	people := len(names)
	for _, n := range d.Names {
		at := sort.Search(people, func(i int) bool { return names[i].Last > n.First })
		if at == people || !names[at].Range.Overlaps(n.Range) {
			names = append(names, n)
		}
	}
	slices.SortFunc(names, func(a, b document.Name) int { return a.First - b.First })
	return names
}

// longest returns how many tokens from i on are the longest of names.
func longest(d *document.Document, names [][]string, i int) (length int) {
	for _, name := range names {
		if len(name) > length && i+len(name) <= len(d.Words) && slices.Equal(name, document.Texts(d.Words[i:i+len(name)])) {
			length = len(name)
		}
	}
	return length
}

// capitalised says whether the words around a token have capitals too, as in a
// headline or within a longer name.
func capitalised(d *document.Document, i int) bool {
	beside := func(j int) bool {
		return j >= 0 && j < len(d.Words) && capital(d.Words[j].Text) && strings.ToUpper(d.Words[j].Text) != "I"
	}
	return beside(i-1) || beside(i+1)
}

// relied are words behind which “in” stands before a person.
var relied = []string{"believe", "belief", "confidence", "confident", "faith", "interest", "interested", "trust"}

// places makes places of one-word names that the network takes for people, that
// no full name explains and that stand behind “in” somewhere: “talks in Ohrid”.
func places(d *document.Document) {
	explained, inside := map[string]bool{}, map[string]bool{}
	for _, n := range d.Names {
		switch {
		case n.Kind != document.PER:
		case n.Range.Len() > 1:
			for _, w := range d.Words[n.First:n.Last] {
				explained[w.Text] = true
			}
		case behindIn(d, n.First):
			inside[d.Words[n.First].Text] = true
		}
	}
	for i, n := range d.Names {
		word := d.Article.Slice(n.Span)
		if n.Kind == document.PER && inside[word] && !explained[word] && gazetteer.GenderOf(word) == gazetteer.Unknown {
			d.Names[i].Kind = document.LOC
		}
	}
}

// behindIn says whether “in” stands before a token that owns nothing.
func behindIn(d *document.Document, token int) bool {
	if token < 2 || d.Words[token-1].Text != "in" || slices.Contains(relied, d.Words[token-2].Lemma) {
		return false
	}
	return token+1 == len(d.Words) || !strings.HasSuffix(d.Words[token+1].Text, "s") || !strings.ContainsAny(d.Words[token+1].Text, "'’")
}
