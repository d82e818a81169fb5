// Package holds finds who holds which office, and of which country or body.
//
//	holds.Find(document, cast, people.Known())
//
// Find adds the offices to the people of the cast. The words of the title, the
// holder and the country or body are the network's. A small model weighs whose
// an office is, by plain features of the office and of all whom the article
// names, learned from marked articles (training/whom.py); where nobody is likely
// enough it is left open.
package holds

import (
	"maps"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/people"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// finder finds the offices that one article gives.
type finder struct {
	*document.Document
	cast  *who.Cast
	table *people.Table
	found []*office

	// What the article names most:
	mentions  map[graph.Label]int         // of all of a kind
	main      map[graph.Label]*who.Entity // the most mentioned of a kind
	most      []*who.Entity               // the most mentioned of all
	countries map[string]float64          // share of each country's names
	homeCode  string                      // of the country named most, "" for none
	regional  map[string]int              // names of regions of a country
	parties   bool                        // it gives politicians' party and state

	tables
	kinds map[*who.Entity][]int
	added map[string]*who.Entity // those not of the cast who may be chosen
}

// office is a frame with one of those who hold it.
type office struct {
	who.Office
	frame  document.Frame
	holder *who.Entity // nil: the text names nobody
	name   document.Range
	worded *who.Entity // whom the words for whose it is name; nil for nobody
	region *who.Entity // the part of a country, or the city, that they name; nil for none
}

// Find gives the people of the cast the offices that the article gives them. The
// table tells whose ministers people are whom it has.
func Find(d *document.Document, cast *who.Cast, table *people.Table) {
	f := newFinder(d, cast, table)
	for _, o := range f.found {
		f.choose(o)
	}
	f.settle()
	for _, o := range f.found {
		if o.holder != nil {
			o.Former = o.Former || f.isOver(o)
			o.Of = f.cast.Enter(o.Of)
			o.holder.Offices = append(o.holder.Offices, o.Office)
		}
	}
}

// newFinder reads all offices of a document, not yet whose they are.
func newFinder(d *document.Document, cast *who.Cast, table *people.Table) *finder {
	f := &finder{Document: d, cast: cast, table: table, kinds: map[*who.Entity][]int{}, added: map[string]*who.Entity{}, parties: partyAndState.MatchString(d.Article.Text)}
	f.count()
	f.tables = newTables(d, cast)
	f.countRegions()
	for _, frame := range d.Frames {
		if frame.Kind == document.Office {
			f.read(frame)
		}
	}
	for _, m := range cast.Mentions {
		if frame, found := f.titled(m); found {
			f.read(frame)
		}
	}
	f.indexOffices(f.found)
	f.indexRanks()
	return f
}

// titled returns the office whose title stands before a person's name where the
// network finds none: “(President) Chirac”, “Soviet leader Mikhail Gorbachev”.
func (f *finder) titled(m who.Mention) (frame document.Frame, found bool) {
	if m.Entity.Label != graph.Person {
		return frame, false
	}
	last := m.First
	if last > 1 && f.mark(last-1) && strings.ContainsAny(f.Words[last-1].Text, ")]") {
		last--
	}
	for first := max(0, last-longestTitle); first < last; first++ {
		if of := f.cast.MentionAt(first - 1); first+1 == last && of != nil && of.Entity.Label == graph.Country && of.Last == first && slices.Contains(headings, f.lower(first)) {
			return titledFrame(run(first, last), run(m.First, m.Last), run(of.First, of.Last)), true
		}
		words := document.Texts(f.Words[first:last])
		if _, n := gazetteer.Title(words); n == len(words) && !gazetteer.Honorific(words[0]) && kindOf(strings.Join(words, " ")) != "" {
			return titledFrame(run(first, last), run(m.First, m.Last), nil), true
		}
	}
	return frame, false
}

func titledFrame(title, holder, of []int) document.Frame {
	return document.Frame{Kind: document.Office, Anchor: title[0], Roles: map[document.Role][]int{document.Title: title, document.Holder: holder, document.Of: of}}
}

// longestTitle is how many words a title before a name has at most.
const longestTitle = 4

func run(first, last int) (words []int) {
	for w := first; w < last; w++ {
		words = append(words, w)
	}
	return words
}

// read reads a frame: one office for each of those who hold it.
func (f *finder) read(frame document.Frame) {
	title, words, former := f.title(frame)
	if title == "" || !f.isOffice(words) || f.told(words) || f.sought(words, frame) || f.imagined(words) {
		return
	}
	frame.Roles = maps.Clone(frame.Roles)
	frame.Roles[document.Title] = run(words.First, words.Last)
	for _, h := range f.holders(frame) {
		o := &office{frame: frame, holder: h.Entity, name: h.Range}
		o.Title, o.Words, o.Former = title, words, former
		o.region = f.regionOf(o)
		o.worded = o.region
		for _, part := range f.ownerParts(o) {
			if o.worded == nil {
				o.worded = f.named(part, o)
			}
		}
		f.found = append(f.found, o)
		for w := words.First; w < words.Last; w++ {
			f.titleWord[w] = true
		}
	}
}

// isOffice says whether words may be a title: those that end in a noun for many
// people are none.
func (f *finder) isOffice(words document.Range) bool {
	head := words.First
	for head+1 < words.Last && !f.is(head+1, "ADP") {
		head++
	}
	return !lexicon.Groups.Has(f.lower(head))
}

// sought says whether words before a title tell that somebody wants the office:
// “is running for | president”, “the candidate for US | president”.
func (f *finder) sought(title document.Range, frame document.Frame) bool {
	w := title.First - 1
	for w > title.First-longestOwner && (slices.Contains(frame.Roles[document.Of], w) || f.is(w, "DET", "ADJ", "PROPN")) {
		w--
	}
	return f.at(w) == "for" && slices.ContainsFunc(run(max(0, w-2), w), func(w int) bool { return lexicon.Seeking.Has(tree.At(f.Document, w).Lemma()) })
}

// imagined says whether a title with a name stands behind an indefinite article:
// “in the sights of a | President | Doe”.
func (f *finder) imagined(title document.Range) bool {
	m := f.cast.MentionAt(title.Last)
	return (f.at(title.First-1) == "a" || f.at(title.First-1) == "an") && f.Words[title.First].Upper() && m != nil && m.First == title.Last && m.Entity.Label == graph.Person
}

// told says whether another frame has told of the title's words: of “opposition
// warlord” the network may take both words for titles.
func (f *finder) told(words document.Range) bool {
	return slices.ContainsFunc(run(words.First, words.Last), func(w int) bool { return f.titleWord[w] })
}

// title returns the words of a title, as they stand in the text, without those
// that say that it is held no longer, and whether there are such. Of words that
// others interrupt, those with the anchor count: the others are a title of their
// own, “Rabbi Jane Doe, president of …”.
func (f *finder) title(frame document.Frame) (title string, words document.Range, former bool) {
	for _, r := range frame.Parts(document.Title) {
		if words.Len() == 0 || r.First <= frame.Anchor {
			words = r
		}
	}
	former = frame.Former && !f.isHeld(words) && !lexicon.StillHeld.Has(f.at(words.First-1)) && !lexicon.StillHeld.Has(f.lower(words.First))
	for words.Len() > 0 && (lexicon.HeldNoLonger.Has(f.lower(words.First)) || f.mark(words.First)) {
		former = former || !f.mark(words.First)
		words.First++
	}
	for words.Len() > 0 && (f.is(words.Last-1, "ADP") || f.mark(words.Last-1) || f.rank(words)) {
		words.Last--
	}
	if words.Len() == 0 {
		return "", words, former
	}
	words = f.withPurpose(f.ofParliament(words), frame)
	return f.singular(strings.Join(strings.Fields(f.Text(words)), " "), words), words, former || f.bygone(words.First)
}

// ofParliament returns the words of a title with those that make it that of a
// member of parliament, who is so of the country.
func (f *finder) ofParliament(words document.Range) document.Range {
	if f.at(words.Last-1) == "member" && f.at(words.Last) == "of" && f.at(words.Last+1) == "parliament" {
		words.Last += 2
	}
	return words
}

// withPurpose returns the words of a title with what its holder is there for,
// where the country or body stands before it: “the Russian | commissioner for
// children's rights”.
func (f *finder) withPurpose(words document.Range, frame document.Frame) document.Range {
	if f.at(words.Last) != "for" || !slices.ContainsFunc(frame.Parts(document.Of), func(r document.Range) bool { return r.Last <= words.First && words.First-r.Last <= 1 }) {
		return words
	}
	for _, c := range tree.Head(f.Document, words).Children("nmod") {
		named := func(m who.Mention) bool { return m.Entity.Label == graph.Person }
		if purpose := c.Phrase(); c.Preposition() == "for" && purpose.First == words.Last+1 && purpose.Len() <= longestPurpose && !slices.ContainsFunc(f.cast.MentionsIn(purpose), named) {
			words.Last = purpose.Last
		}
	}
	return words
}

// longestPurpose is how many words of what somebody is there for belong to a title.
const longestPurpose = 4

// bygone says whether a word before a title, and before whose it is, says that
// it is held no longer: “ex-President”, “the late Cuban leader”.
func (f *finder) bygone(title int) bool {
	for w := title - 1; w >= max(0, title-longestOwner); w-- {
		if lexicon.HeldNoLonger.Has(f.lower(w)) {
			return true
		}
		if f.Words[w].Text != "-" && !f.Words[w].Upper() {
			return false
		}
	}
	return false
}

// isHeld says whether a sentence says that a title is held, whatever became of its
// holder since: “Doe is the French president”, but not “is a one-time minister”.
func (f *finder) isHeld(title document.Range) bool {
	head := tree.Head(f.Document, title)
	is := func(c tree.Cursor) bool { return c.Lower() == "is" || c.Lower() == "are" }
	tells := func(c tree.Cursor) bool {
		return !title.Contains(document.Range{First: c.Word, Last: c.Word + 1}) && !f.Words[c.Word].Upper()
	}
	return slices.ContainsFunc(head.Children("cop"), is) && !slices.ContainsFunc(head.Children("amod", "advmod"), tells)
}

// longestOwner is how many words may stand between “former” and a title.
const longestOwner = 4

// rank says whether a title ends in another that stands before the name alone:
// “militia leader | General Jane Doe”.
func (f *finder) rank(words document.Range) bool {
	return words.Len() > 1 && gazetteer.Honorific(f.Words[words.Last-1].Text) && !f.Words[words.Last-2].Upper() && f.is(words.Last-2, "NOUN")
}

// singular returns the title of one for that of several: “Presidents”.
func (f *finder) singular(title string, words document.Range) string {
	last := tree.At(f.Document, words.Last-1)
	if strings.Contains(title, " for ") {
		return title // “commissioner for children's rights”
	}
	if words.Len() > 0 && last.Is("NOUN") && last.Plural() || strings.HasSuffix(title, "Presidents") || strings.HasSuffix(title, "Ministers") {
		return strings.TrimSuffix(title, "s")
	}
	return title
}

// is says whether a word is of one of the parts of speech.
func (f *finder) is(word int, upos ...string) bool { return tree.At(f.Document, word).Is(upos...) }

func (f *finder) lower(word int) string { return strings.ToLower(f.Words[word].Text) }

// mark says whether a word has no letter.
func (f *finder) mark(word int) bool {
	return strings.ToLower(f.Words[word].Text) == strings.ToUpper(f.Words[word].Text)
}
