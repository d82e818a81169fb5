package read

import (
	"slices"
	"sort"
	"strings"
	"unicode"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// joinNames joins two people named side by side: they are one, whose name the
// network has torn.
func joinNames(d *document.Document) {
	var names []document.Name
	for _, n := range d.Names {
		last := len(names) - 1
		if last >= 0 && torn(d, names[last], n) {
			names[last] = d.Named(document.Range{First: names[last].First, Last: n.Last}, document.PER)
			continue
		}
		names = append(names, n)
	}
	d.SetNames(names)
}

// torn says whether two names are the parts of one: a space divides them, and
// they are not two full names, or one with the agency of a picture after it.
func torn(d *document.Document, n, next document.Name) bool {
	if n.Kind != document.PER || next.Kind != document.PER || next.First != n.Last || next.Start != n.End+1 || next.First >= d.SentenceOf(n.First).Last {
		return false
	}
	if n.Range.Len() > 1 && next.Range.Len() > 1 || shouted(d.Text(next.Range)) && !shouted(d.Text(n.Range)) {
		return false
	}
	return startsName(d, n, next)
}

// shouted says whether a text of several letters is all in capitals.
func shouted(text string) bool { return len(text) > 3 && strings.ToUpper(text) == text }

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
	return month == d.SentenceOf(month).First || !tree.At(d, month-1).Is("ADP", "DET", "ADJ")
}

// consistentNames makes what is a person's name at one place of an article one
// everywhere: a name of several words wherever it or its end stands, and its last
// or first word where the network sees no name.
func consistentNames(d *document.Document) {
	full := map[string][][]string{} // names and ends of names, by their first word
	family := map[string]bool{}     // one-word names; false: where they are proper nouns
	for _, n := range d.Names {
		words := document.Texts(d.Words[n.First:n.Last])
		if n.Kind != document.PER || len(words) < 2 || slices.ContainsFunc(words, func(w string) bool { return !capital(w) || gazetteer.Honorific(w) }) {
			continue
		}
		for i := range len(words) - 1 {
			full[words[i]] = append(full[words[i]], words[i:])
		}
		if last := words[len(words)-1]; generation.MatchString(last) {
			family[words[len(words)-2]] = true
		} else if len(last) > 3 {
			family[last] = true
		}
		if first := words[0]; len(first) > 2 && gazetteer.GenderOf(first) == gazetteer.Unknown && !family[first] {
			family[first] = false // the family's in East Asia, and of some it is the usual one: Thaksin
		}
	}
	if len(full) == 0 {
		return
	}
	overlay(d, matches(d, full, family))
}

func capital(word string) bool { return unicode.IsUpper([]rune(word)[0]) }

// matches returns the names of people in the text by those that are known.
func matches(d *document.Document, full map[string][][]string, family map[string]bool) (names []document.Name) {
	next := 0 // of d.Names
	for i := 0; i < len(d.Words); i++ {
		for next < len(d.Names) && d.Names[next].Last <= i {
			next++
		}
		inside := next < len(d.Names) && d.Names[next].First <= i
		length := longest(d, full[d.Words[i].Text], i)
		switch {
		case length > 0 && !(inside && d.Names[next].Last >= i+length && d.Names[next].Kind != document.LOC && d.Names[next].Range.Len() > length):
			names = append(names, d.Named(document.Range{First: i, Last: i + length}, document.PER))
			i += length - 1
		case length == 0 && !inside && oneWord(d, family, i) && !capitalised(d, i):
			names = append(names, d.Named(document.Range{First: i, Last: i + 1}, document.PER))
		}
	}
	return names
}

// oneWord says whether word i is one of the one-word names of people.
func oneWord(d *document.Document, family map[string]bool, i int) bool {
	always, known := family[d.Words[i].Text]
	return always || known && tree.At(d, i).Is("PROPN")
}

// longest returns how many words of a sentence from i on are the longest of names.
func longest(d *document.Document, names [][]string, i int) (length int) {
	end := i
	if len(names) > 0 {
		end = d.SentenceOf(i).Last
	}
	for _, name := range names {
		if len(name) > length && i+len(name) <= end && slices.Equal(name, document.Texts(d.Words[i:i+len(name)])) {
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

// places makes places of one-word names that the network takes for people, that
// no full name explains and that stand after “in” somewhere: “talks in Ohrid”.
func places(d *document.Document) {
	explained, inside := map[string]bool{}, map[string]bool{}
	for _, n := range d.Names {
		switch {
		case n.Kind != document.PER:
		case n.Range.Len() > 1:
			for _, w := range d.Words[n.First:n.Last] {
				explained[w.Text] = true
			}
		case afterIn(d, n.First):
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

// afterIn says whether “in” stands before a token that owns nothing.
func afterIn(d *document.Document, token int) bool {
	if token < 2 || d.Words[token-1].Text != "in" || lexicon.ReliedOn.Has(d.Words[token-2].Lemma) {
		return false
	}
	return token+1 == len(d.Words) || !strings.HasSuffix(d.Words[token+1].Text, "s") || !strings.ContainsAny(d.Words[token+1].Text, "'’")
}

// families gives one-word names to the person whose family name they are, where
// the network takes them for a person now and then, or now for this and now for
// that: “the Obama administration”. What it takes nearly always for one other
// thing is that: the Ford of Edsel Ford.
func families(d *document.Document) {
	family, kinds := map[string]bool{}, map[string]map[document.NameKind]int{}
	for _, n := range d.Names {
		last := d.Words[n.Last-1].Text
		switch {
		case n.Range.Len() == 1:
			if kinds[last] == nil {
				kinds[last] = map[document.NameKind]int{}
			}
			kinds[last][n.Kind]++
		case n.Kind == document.PER && d.Words[n.First].Upper():
			family[last] = true
		}
	}
	for i, n := range d.Names {
		word := d.Words[n.First].Text
		if n.Range.Len() > 1 || n.Kind == document.PER || !family[word] || another(kinds[word]) {
			continue
		}
		if _, known := gazetteer.Match([]string{word}); known == 0 {
			d.Names[i].Kind = document.PER
		}
	}
}

// another says whether a name that is found so often of each kind is of one kind
// that is no person's.
func another(kinds map[document.NameKind]int) bool {
	people, others, most := kinds[document.PER], 0, 0
	for kind, n := range kinds {
		if kind != document.PER {
			others, most = others+n, max(most, n)
		}
	}
	return most == others && others > people+1
}

// capitals finds in sentences that are all in capitals, as headlines, the names
// that the article has elsewhere: “PUTIN MEETS XI”.
func capitals(d *document.Document) {
	known := map[string][]upperName{}
	for _, n := range d.Names {
		words := document.Texts(d.Words[n.First:n.Last])
		if inCapitals(d, d.SentenceOf(n.First)) {
			continue
		}
		learn(known, words, n.Kind)
		if last := words[len(words)-1]; len(words) > 1 && n.Kind == document.PER && len(last) > 3 {
			learn(known, words[len(words)-1:], n.Kind)
		}
	}
	var names []document.Name
	for _, s := range d.Sentences {
		if !inCapitals(d, s) {
			continue
		}
		for i := s.First; i < s.Last; i++ {
			if n, found := knownAt(d, known, i, s.Last); found {
				if fills(d, n) {
					names = append(names, n)
				}
				i = n.Last - 1
			}
		}
	}
	overlay(d, names)
}

// fills says whether a name stands where the network sees none or only parts of
// it.
func fills(d *document.Document, n document.Name) bool {
	return !slices.ContainsFunc(d.Names, func(other document.Name) bool {
		return other.Range.Overlaps(n.Range) && (!n.Range.Contains(other.Range) || other.Range == n.Range)
	})
}

// upperName is a name in capitals.
type upperName struct {
	words []string
	kind  document.NameKind
}

func learn(known map[string][]upperName, words []string, kind document.NameKind) {
	var upper []string
	for _, w := range words {
		upper = append(upper, strings.ToUpper(w))
	}
	known[upper[0]] = append(known[upper[0]], upperName{upper, kind})
}

// knownAt returns the longest known name that begins with word i and ends before
// end.
func knownAt(d *document.Document, known map[string][]upperName, i, end int) (n document.Name, found bool) {
	length := 0
	for _, k := range known[d.Words[i].Text] {
		if len(k.words) > length && i+len(k.words) <= end && slices.Equal(k.words, document.Texts(d.Words[i:i+len(k.words)])) {
			length = len(k.words)
			n, found = d.Named(document.Range{First: i, Last: i + length}, k.kind), true
		}
	}
	return n, found
}

// inCapitals says whether a sentence has several words, all in capitals.
func inCapitals(d *document.Document, s document.Sentence) bool {
	const several = 3
	words := 0
	for _, w := range d.Words[s.First:s.Last] {
		if strings.ToUpper(w.Text) != w.Text {
			return false
		}
		if w.IsWord() && strings.ToLower(w.Text) != w.Text {
			words++
		}
	}
	return words >= several
}

// overlay puts names in the place of those that they overlap.
func overlay(d *document.Document, names []document.Name) {
	if len(names) == 0 {
		return
	}
	count := len(names)
	for _, n := range d.Names {
		at := sort.Search(count, func(i int) bool { return names[i].Last > n.First })
		if at == count || !names[at].Range.Overlaps(n.Range) {
			names = append(names, n)
		}
	}
	slices.SortFunc(names, func(a, b document.Name) int { return a.First - b.First })
	d.SetNames(names)
}
