package holds

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/resolve/pointer"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// lexical returns what the model knows an office's words by.
func (f *finder) lexical(o *office) []string {
	title := strings.Fields(strings.ToLower(o.Title))
	words := []string{"last=" + title[len(title)-1]}
	for _, w := range title {
		if word := "word=" + w; !slices.Contains(words, word) {
			words = append(words, word)
		}
	}
	if w := o.Words.First - 1; w >= 0 && tree.At(f.Document, w).Is("NOUN", "PROPN", "ADJ") && f.cast.MentionAt(w) == nil {
		words = append(words, "before="+f.lower(w))
	}
	return words
}

// pronouns before a title, in the order of the feature's classes.
var pronouns = []string{"his", "her", "its", "their", "our"}

// links are prepositions after a title, in the order of the feature's classes.
var links = []string{"of", "for", "to", "at", "in"}

func index(list []string, item string) int {
	if i := slices.Index(list, item); i >= 0 {
		return i
	}
	return len(list)
}

// reach is how many words before a title its possessive stands at most: “his
// former communications | director”.
const reach = 4

// possessor returns the word of the possessive before a title, -1 for none.
func (f *finder) possessor(o *office) int {
	first := f.SentenceOf(o.Words.First).First
	for w := o.Words.First - 1; w >= max(first, o.Words.First-reach); w-- {
		switch c := tree.At(f.Document, w); {
		case lexicon.Possessive(c.Lower()) || slices.Contains(pronouns, c.Lower()):
			return w
		case c.Is("PUNCT", "VERB", "ADP", "CCONJ"):
			return -1
		}
	}
	return -1
}

// ofOffice sets the features of the office alone.
func (f *finder) ofOffice(v vector, o *office) {
	v.one(fKind, index(titleKinds, kindOf(o.Title)), len(titleKinds))
	v.when(fPlural, f.plural(o.frame))
	v.when(fHolder, o.holder != nil)
	v.when(fFormer, o.Former)
	v.when(fWords, len(f.ownerParts(o)) > 0)
	v.when(fNone, len(f.ownerParts(o)) > 0 && len(f.inParts(o)) == 0)
	pronoun := len(pronouns)
	if w := f.possessor(o); w >= 0 {
		pronoun = index(pronouns, f.lower(w))
		v.when(fOwned, lexicon.Possessive(f.lower(w)))
	}
	v.one(fPronoun, pronoun, len(pronouns)+1)
	v.one(fLinked, index(links, f.at(o.Words.Last)), len(links)+1)
	switch {
	case o.name.Len() == 0:
		v.set(fPlace + 2)
	case o.name.First == o.Words.Last:
		v.set(fPlace)
	case o.name.First < o.Words.First:
		v.set(fPlace + 1)
	default:
		v.set(fPlace + 2)
	}
	v.when(fCapital, f.Words[o.Words.First].Upper())
	v.one(fDeterminer, index([]string{"the", "a"}, strings.TrimSuffix(f.at(o.Words.First-1), "n")), 3)
	v.when(fAmerican, f.unitedStates(o) != "")
	v.when(fParty, f.parties)
}

func (f *finder) at(word int) string {
	if word < 0 || word >= len(f.Words) {
		return ""
	}
	return f.lower(word)
}

// ofCandidate sets the features of somebody as whose an office is.
func (f *finder) ofCandidate(v vector, o *office, e *who.Entity) {
	if e == nil {
		v.set(fNobody)
		return
	}
	v.when(fNew, e.ID == "")
	v.one(fLabel, slices.Index(labels, e.Label), len(labels))
	v.when(fProposed, e.Proposed)
	for _, kind := range f.kindsOf(e) {
		v.set(fBody + feature(kind))
	}
	if e.ID == "" && e.Label == graph.Organization {
		f.bySelf(v, e.Mentions[0])
	}
	f.inWords(v, o, e)
	f.around(v, o, e)
	f.inArticle(v, o, e)
	f.byOffices(v, o, e)
}

// bySelf sets what is in the words that name a body by themselves.
func (f *finder) bySelf(v vector, r document.Range) {
	for _, m := range f.cast.MentionsIn(r) {
		if m.Entity.Label == graph.Organization && !m.Entity.Proposed {
			v.when(fSelf, m.First == r.First)
			v.when(fSelf+1, v[fSelf+1] > 0 || m.Last == r.Last)
		}
	}
	v.when(fSelf+2, slices.Contains(strings.Fields(strings.ToLower(f.Text(r))), "of"))
	v.when(fSelf+3, !f.Words[r.Last-1].Upper())
	v.when(fSelf+4, !f.Words[r.First].Upper())
}

// inWords sets how somebody is named in the words for whose the office is.
func (f *finder) inWords(v vector, o *office, e *who.Entity) {
	best := len(inWords) - 1
	for i, part := range f.ownerParts(o) {
		part = f.name(part)
		for _, m := range f.overlapping(e, part) {
			if c := lies(m, part); c < best {
				best = c
			}
			v.when(fNearest, v[fNearest] > 0 || i == 0)
			v.when(fSeat, e.Label == graph.Country && f.seat(m))
		}
	}
	v.one(fIn, best, len(inWords))
	for _, m := range f.inParts(o) {
		v.when(fNation, v[fNation] > 0 || e.Label == graph.Country && m.Entity != e && m.Entity.Code == e.Code)
		v.when(fCodeBeside, v[fCodeBeside] > 0 || e.Label != graph.Country && m.Entity != e && e.Code != "" && m.Entity.Code == e.Code)
	}
}

// lies returns the class of how a name lies in words.
func lies(m, part document.Range) int {
	switch {
	case m == part:
		return 0
	case m.Contains(part):
		return 4
	case !part.Contains(m):
		return 5
	case m.Last == part.Last:
		return 1
	case m.First == part.First:
		return 2
	}
	return 3
}

// around sets where somebody is named around the title.
func (f *finder) around(v vector, o *office, e *who.Entity) {
	s := f.SentenceOf(o.Words.First)
	before, after := -1, -1
	for _, m := range f.overlapping(e, s.Range) {
		if m.First >= o.Words.Last && m.First < s.Last && after < 0 {
			after = m.First - o.Words.Last
		}
		f.inTree(v, o, m)
	}
	last := lastBefore(e.Mentions, o.Words.First)
	if last.Len() > 0 && last.First >= s.First {
		before = o.Words.First - last.Last
	}
	if before >= 0 {
		v.one(fBefore, pointer.Class(before, gaps), len(gaps)+1)
	} else if last.Len() > 0 {
		back := f.SentenceAt(f.Words[s.First].Start) - f.SentenceAt(f.Words[last.First].Start)
		v.one(fBack, pointer.Class(back, sentences), len(sentences)+1)
	}
	if after >= 0 {
		v.one(fAfter, pointer.Class(after, gaps), len(gaps)+1)
	}
	v.when(fLatest, last.Len() > 0 && f.latest(o, e) == e)
	if words := strings.Fields(strings.ToLower(e.Name)); len(words) > 0 {
		end := words[len(words)-1]
		v.when(fPrefix, strings.TrimSuffix(end, "s") == strings.TrimSuffix(f.at(o.Words.First-1), "s"))
		v.when(fInTitle, slices.Contains(strings.Fields(strings.ToLower(o.Title)), end))
	}
}

// latest returns who of the kind of e was named last before a title.
func (f *finder) latest(o *office, e *who.Entity) *who.Entity {
	at, _ := slices.BinarySearchFunc(f.cast.Mentions, o.Words.First, func(m who.Mention, word int) int { return m.First - word })
	for _, m := range slices.Backward(f.cast.Mentions[:at]) {
		if m.Entity.Label == e.Label && m.Entity != o.holder && m.Last <= o.Words.First {
			return m.Entity
		}
	}
	return nil
}

// inTree sets how a name in the sentence hangs from the title, whether a
// possessive joins it, and whether a pronoun before the title may mean it.
func (f *finder) inTree(v vector, o *office, m document.Range) {
	head, title := tree.Head(f.Document, m), tree.Head(f.Document, o.Words)
	if head.Up().OK() && head.Up().Word == title.Word {
		v.set(fTree + feature(f.relation(head)))
	}
	w := f.possessor(o)
	if w >= 0 && m.Last == w && lexicon.Possessive(f.lower(w)) {
		v.set(fPossessor)
	}
	v.when(fSubject, v[fSubject] > 0 || m.First < o.Words.First && head.Relation() == "nsubj")
	if w < 0 {
		return
	}
	for _, a := range f.meant[w] {
		if f.Names[a.Name].Range.Overlaps(m) {
			v.set(fAntecedent)
		}
	}
}

// relation returns the class of how a name hangs from a title.
func (f *finder) relation(name tree.Cursor) int {
	switch {
	case name.Subtype("nmod:poss"):
		return 0
	case name.By("compound", "amod"):
		return 1
	case name.Relation() == "nmod":
		return 2 + index([]string{"of", "for", "to"}, name.Preposition())
	}
	return 6
}

// inArticle sets how the article as a whole names somebody.
func (f *finder) inArticle(v vector, o *office, e *who.Entity) {
	n := len(e.Mentions)
	if n > 0 {
		v.one(fCount, pointer.Class(n, counts), len(counts)+1)
		v.value(fShare, float64(n)/float64(f.mentions[e.Label]))
		v.when(fMain, f.main[e.Label] == e)
		v.when(fFirst, len(f.Sentences) > 0 && e.Mentions[0].First < f.Sentences[0].Last)
	}
	if e.Label == graph.Country {
		v.when(fHome, e.Code == f.homeCode)
		v.value(fHomeShare, f.countries[e.Code])
		leads := f.leads(o)
		v.when(fLeads, leads == e.Code)
		v.when(fLeadsOther, leads != "" && leads != e.Code)
		v.when(fUnitedStates, e.Code == f.unitedStates(o))
	}
	if o.holder == nil {
		return
	}
	if d := f.near(e, o); d >= 0 {
		v.one(fWithHolder, pointer.Class(d, nearness), len(nearness)+1)
	}
}

// near returns how many words at least stand between names of somebody and of
// the holder in one sentence other than the office's, -1 where they are in none.
func (f *finder) near(e *who.Entity, o *office) int {
	best, s := -1, f.SentenceOf(o.Words.First)
	for _, m := range firstFew(e.Mentions) {
		there := f.SentenceOf(m.First)
		for _, h := range firstFew(o.holder.Mentions) {
			if there.Range == s.Range || h.First < there.First || h.First >= there.Last {
				continue
			}
			if d := distance(m, h); best < 0 || d < best {
				best = d
			}
		}
	}
	return best
}

// firstFew returns as many mentions as are compared with others: it bounds the
// work in long documents.
func firstFew(mentions []document.Range) []document.Range {
	return mentions[:min(len(mentions), 40)]
}

// byOffices sets what other offices that words tell of say of somebody.
func (f *finder) byOffices(v vector, o *office, e *who.Entity) {
	w := f.possessor(o)
	v.when(fTitled, w > 0 && lexicon.Possessive(f.lower(w)) && f.headed[headed{e, f.lower(w - 1)}])
	for _, other := range f.held[held{o.holder, e}] {
		if other != o {
			v.when(fSame, v[fSame] > 0 || alike(other.Title, o.Title))
			v.when(fOther, v[fOther] > 0 || !alike(other.Title, o.Title))
		}
	}
	last := f.lastWorded(o.Words.First)
	if last != nil && last.worded == e && e.Label != graph.Person {
		here, there := f.SentenceOf(o.Words.First), f.SentenceOf(last.Words.First)
		v.when(fNeighbour, here.Range == there.Range)
		v.when(fLast, here.Range != there.Range && here.Paragraph-there.Paragraph <= 1)
	}
}

// headOf returns the last word of a title: “president” of “Vice President”.
func headOf(title string) string {
	words := strings.Fields(strings.ToLower(title))
	return words[len(words)-1]
}

// kindsOf returns the kinds that the words of a body's name tell.
func (f *finder) kindsOf(e *who.Entity) []int {
	if e.Label != graph.Organization {
		return nil
	}
	if kinds, known := f.kinds[e]; known {
		return kinds
	}
	var kinds []int
	names := []string{e.Name}
	if e.ID != "" {
		names = append(names, f.cast.Aliases(e)...)
	}
	for _, name := range names {
		for _, w := range strings.Fields(strings.ToLower(name)) {
			if k := who.KindOf(w, w); k > 0 && !slices.Contains(kinds, k) {
				kinds = append(kinds, k)
			}
		}
	}
	f.kinds[e] = kinds
	return kinds
}
