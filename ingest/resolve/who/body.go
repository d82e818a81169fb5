package who

import (
	"cmp"
	_ "embed"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

//go:embed data/bodies.tsv
var bodiesTSV string

// class is a class of words that tell of bodies, which data/bodies.tsv explains.
type class string

const (
	none     class = ""
	state    class = "state"
	media    class = "media"
	many     class = "many"
	divided  class = "divided"
	loose    class = "loose"
	formal   class = "formal"
	personal class = "personal"
	parts    class = "parts"
	apposed  class = "named"
)

var classes = loadClasses()

func loadClasses() map[class]map[string]bool {
	table := map[class]map[string]bool{}
	for line := range strings.Lines(bodiesTSV) {
		if name, words, found := strings.Cut(strings.TrimSpace(line), "\t"); found && line[0] != '#' {
			table[class(name)] = map[string]bool{}
			for _, w := range strings.Split(words, "|") {
				table[class(name)][w] = true
			}
		}
	}
	return table
}

// classOf returns the class of the body whose kind a word tells, alone or with
// the word before it.
func classOf(word, before string) class {
	word, before = strings.ToLower(word), strings.ToLower(before)
	for _, c := range []class{state, media, many, divided, "plain"} {
		if classes[c][before+" "+word] || classes[c][word] {
			return c
		}
	}
	return none
}

// body is a noun phrase that may name a body.
type body struct {
	document.Range
	class class
	code  string   // of the country in the phrase
	own   int      // its first word without the country
	core  []string // the words from own on up to the noun, in lower case
	rest  string   // the words after the noun, in lower case
	some  bool     // “a”, “any”, “some” stands before it: one not known before
}

// proposeBodies adds the bodies that noun phrases name, the fullest phrases
// first, for which the shorter ones may then stand: “the Swiss foreign
// ministry”, later “the ministry”.
func (f finder) proposeBodies() {
	var found []body
	for i, w := range f.Document.Words {
		if !tree.At(f.Document, i).Is("NOUN", "PROPN") || classOf(w.Text, before(f.Document, i)) == none || f.covered(i) {
			continue
		}
		if b := f.bodyAt(i); b.Len() > 0 && (b.class != divided || f.isPart(b)) && !f.enterSide(b) {
			found = append(found, b)
		}
	}
	slices.SortStableFunc(found, func(a, b body) int { return fullness(b) - fullness(a) })
	known := f.namedBodies()
	for _, b := range found {
		known = f.propose(b, known)
	}
}

// unseen adds bodies that everybody knows, and the countries whose governments are
// called by their seats, where the network saw no name: “told CNN”, “the Élysée”.
func (f finder) unseen() {
	d := f.Document
	for i := 0; i < len(d.Words); i++ {
		if f.MentionAt(i) != nil || tree.At(d, i).Is("PRON") {
			continue
		}
		known := gazetteerWords(d, document.Range{First: i, Last: min(i+6, len(d.Words))})
		known[0] = undotted(known[0])
		entry, n := gazetteer.Match(known)
		if n == 0 {
			continue
		}
		switch r := (document.Range{First: i, Last: i + n}); entry.Kind {
		case gazetteer.Organization:
			f.enterBody(r, words(d, r), entry.Code, false)
			i += n - 1
		case gazetteer.Seat:
			f.mention(f.addCountry(entry.Code), r)
			i += n - 1
		}
	}
	f.arrange()
}

// fullness says how much a noun phrase tells of a body.
func fullness(b body) int {
	n := 2*len(b.core) + len(strings.Fields(b.rest))
	if b.code != "" {
		n++
	}
	return n
}

// isPart says whether the first word of a body says of what part, place or people
// without a state it is.
func (f finder) isPart(b body) bool {
	return len(b.core) > 1 && (classes[parts][b.core[0]] || tree.At(f.Document, b.own).Is("PROPN") || f.ofPeople(b))
}

// covered says whether a word lies in the name of a body, of a person or of a
// country: “the West Bank” is no bank.
func (f finder) covered(word int) bool {
	m := f.MentionAt(word)
	return m != nil && (m.Entity.Label == graph.Organization || m.Entity.Label == graph.Person || namesCountry(f.Document, m.Range, m.Entity.Code))
}

// bodyAt returns the noun phrase that may name the body of whose kind a noun
// tells; none where the words are those of a name of the press.
func (f finder) bodyAt(noun int) body {
	d := f.Document
	b := body{Range: document.Range{First: noun, Last: noun + 1}, class: classOf(d.Words[noun].Text, before(d, noun))}
	for b.First > 0 && f.modifies(b.First-1, noun) {
		b.First--
	}
	for b.First < noun && classes[loose][strings.ToLower(d.Words[b.First].Text)] {
		b.First++
	}
	if m := f.beside(b, noun); m != nil {
		m.Entity.names[text(d, document.Range{First: m.First, Last: noun + 1})] = true
		return body{}
	}
	b.code, b.own = f.owner(b.First, noun)
	b.core = lower(tokens(d, document.Range{First: b.own, Last: noun + 1}))
	b.some = lexicon.IndefiniteDeterminers.Has(strings.ToLower(before(d, b.First)))
	if b.Last = f.tail(noun); b.Last > noun+1 {
		after := document.Range{First: noun + 1, Last: b.Last}
		var rest []string
		b.code = cmp.Or(b.code, f.codeIn(after))
		b.core, rest = turned(b.core, lower(tokens(d, after)))
		b.rest = strings.Join(rest, " ")
	}
	return b
}

func lower(words []string) []string {
	for i, w := range words {
		words[i] = strings.ToLower(w)
	}
	return words
}

// modifies says whether a word before a noun belongs to the name that the noun
// ends: an adjective, a noun, a name, or the “'s” of a country, place or body.
func (f finder) modifies(word, noun int) bool {
	c := tree.At(f.Document, word)
	if c.Word < f.Document.SentenceOf(noun).First || !c.Under(tree.At(f.Document, noun)) && !f.ofCountryAt(word) {
		return false
	}
	if lexicon.Owning(c.Lower()) {
		m := f.MentionAt(word - 1)
		return classes[personal][strings.ToLower(f.Document.Words[noun].Text)] ||
			m != nil && m.Entity.Label != graph.Person && m.Last == word || m == nil && classOf(before(f.Document, word), "") != none
	}
	if classes[personal][strings.ToLower(f.Document.Words[noun].Text)] && lexicon.Owning(at(f.Document, word+1)) {
		return c.Is("NOUN", "PROPN") // “Diana's office”
	}
	if m := f.MentionAt(word); m != nil && m.Entity.Label == graph.Person {
		return false
	}
	return c.Is("NOUN", "PROPN") || c.Is("ADJ", "VERB") && c.By("amod", "flat", "compound") || f.Document.Words[word].Text == "-"
}

// ofCountryAt says whether a word is of a country's name, which stands before a
// body whatever the parser makes of it: “U.S. | embassy | officials”.
func (f finder) ofCountryAt(word int) bool {
	m := f.MentionAt(word)
	return m != nil && m.Entity.Label == graph.Country && (m.Last == word+1 || m.First < word)
}

// beside returns the name of the body that stands with its kind: “the Reuters
// news agency”, “the Likud party”.
func (f finder) beside(b body, noun int) *Mention {
	switch {
	case b.class == media:
		return f.bodyIn(document.Range{First: min(b.First, max(noun-2, 0)), Last: noun})
	case classes[apposed][strings.ToLower(f.Document.Words[noun].Text)]:
		if m := f.bodyIn(document.Range{First: b.First, Last: noun}); m != nil && m.Last == noun {
			return m
		}
	}
	return nil
}

// bodyIn returns the last name of a body in a range, nil where there is none.
func (f finder) bodyIn(r document.Range) (last *Mention) {
	for _, m := range f.MentionsIn(r) {
		if m.Entity.Label == graph.Organization {
			last = &m
		}
	}
	return last
}

// owner returns the country that stands before a body, and where the words
// begin that are its own: “Swiss | foreign ministry”, “Sweden's | court”. A city's
// name stays: its police aren't the country's.
func (f finder) owner(first, noun int) (code string, own int) {
	d := f.Document
	entry, n := gazetteer.Match(gazetteerWords(d, document.Range{First: first, Last: noun}))
	if n == 0 || entry.Code == "" {
		return "", first
	}
	own = first
	if entry.Kind == gazetteer.Country || entry.Kind == gazetteer.Demonym {
		own += n
	}
	if own < noun && lexicon.Owning(d.Words[own].Text) {
		own++
	}
	return entry.Code, own
}

func gazetteerWords(d *document.Document, r document.Range) []string {
	words := tokens(d, r)
	for i, w := range words {
		words[i] = strings.ReplaceAll(w, "’", "'")
	}
	return words
}

// codeIn returns the code of the last country named in a range.
func (f finder) codeIn(r document.Range) (code string) {
	for _, m := range f.MentionsIn(r) {
		if m.Entity.Code != "" {
			code = m.Entity.Code
		}
	}
	return code
}

// longestTail is how many words of “of …” a name of a body has at most.
const longestTail = 9

// tail returns where the name of a body ends: after “of Foreign Affairs”, “for
// Refugees”, and after “in Tirana” where it is an embassy.
func (f finder) tail(noun int) int {
	d, head := f.Document, tree.At(f.Document, noun)
	for {
		preposition := head.Next(1)
		if !preposition.OK() || !f.tails(preposition, noun) {
			return head.Word + 1
		}
		object := preposition.Up()
		phrase := object.Phrase()
		if phrase.Len() > longestTail || phrase.First > preposition.Word+1 || object.Relation() != "nmod" {
			return head.Word + 1
		}
		if m := f.MentionAt(object.Word); m == nil && !classes[formal][head.Lower()] || m != nil && m.Entity.Label == graph.Person {
			return head.Word + 1
		}
		head = tree.At(d, phrase.Last-1)
	}
}

// tails says whether a preposition after a body may stand within its name.
func (f finder) tails(preposition tree.Cursor, noun int) bool {
	switch preposition.Lower() {
	case "of", "for":
		return preposition.Relation() == "case"
	case "in", "to":
		return slices.Contains([]string{"embassy", "consulate", "mission"}, strings.ToLower(f.Document.Words[noun].Text)) && f.MentionAt(preposition.Word+1) != nil
	}
	return false
}
