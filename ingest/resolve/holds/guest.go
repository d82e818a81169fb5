package holds

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// isGuest says whether the article tells that the holder of an office of a country
// is from elsewhere than a country that it doesn't say the office is of: he
// visits it, meets its leaders, warns it, or somebody else has that office there.
// The country that an article names most is often where its ministers are guests;
// who was minister may well accuse his own.
func (f *finder) isGuest(o *office, country *who.Entity) bool {
	if o.holder == nil || country.Label != graph.Country || kindOf(o.Title) != "national" {
		return false
	}
	places := f.places(o.holder)
	return f.isVisiting(o) || f.isTaken(o, country) || f.isRegional(o, country) || !o.Former && slices.ContainsFunc(f.Frames, func(x document.Frame) bool { return f.tells(x, places, country) }) ||
		slices.ContainsFunc(places, func(r document.Range) bool { return f.faces(r, country) })
}

// isVisiting says whether “visiting” stands before a title.
func (f *finder) isVisiting(o *office) bool {
	return f.at(o.Words.First-1) == "visiting"
}

// heldByOne are the ranks of which a country has one.
var heldByOne = lexicon.Of("president", "vice president", "prime minister", "foreign minister", "defense minister", "finance minister", "interior minister", "king", "queen")

// isTaken says whether somebody else holds the office in a country, which has one
// of it: one of several of whom the title is told, or by words beside a title, or as
// its leader at the time.
func (f *finder) isTaken(o *office, country *who.Entity) bool {
	rank := who.Rank(o.Title)
	if o.Former || !heldByOne.Has(rank) {
		return false
	}
	if f.plural(o.frame) {
		return true
	}
	other := func(e *who.Entity) bool { return e != o.holder && !shareName(e.Words, o.holder.Words) }
	for _, e := range f.heads[country.Code] {
		if other(e) && slices.ContainsFunc(leadersCalled(e), func(l gazetteer.Leader) bool {
			return l.Code == country.Code && l.Holds(rank, f.Article.Published.At.Year()) && !shareName(strings.Fields(l.Name), o.holder.Words)
		}) {
			return true
		}
	}
	return slices.ContainsFunc(f.ranked[ranked{country, rank}], other)
}

// shareName says whether two names have a word in common, and may be one's.
func shareName(a, b []string) bool {
	return slices.ContainsFunc(a, func(w string) bool { return slices.Contains(b, w) })
}

// places returns the words that name somebody, and the pronouns that mean him.
func (f *finder) places(e *who.Entity) []document.Range {
	found := firstFew(e.Mentions)
	for _, a := range f.Antecedents {
		name := f.Names[a.Name].Range
		if a.Score >= likely && slices.ContainsFunc(found, name.Overlaps) {
			found = append(found[:len(found):len(found)], document.Range{First: a.Pronoun, Last: a.Pronoun + 1})
		}
	}
	return found
}

// likely is the least probability of what a pronoun means.
const likely = 0.5

// tells says whether somebody says something to or about a country, or meets those
// who act for it, or is its visitor.
func (f *finder) tells(x document.Frame, places []document.Range, country *who.Entity) bool {
	is := func(r document.Range) bool { return slices.ContainsFunc(places, r.Overlaps) }
	isCountry := func(r document.Range) bool { return f.isAbroad(tree.Head(f.Document, r), country) }
	switch x.Kind {
	case document.Statement:
		return slices.ContainsFunc(x.Parts(document.Source), is) &&
			slices.ContainsFunc(append(x.Parts(document.Addressee), x.Parts(document.Target)...), isCountry)
	case document.Meeting:
		visitor := slices.ContainsFunc(x.Parts(document.Visitor), is)
		host := func(r document.Range) bool { return f.isSide(tree.Head(f.Document, r), country) }
		return visitor && (slices.ContainsFunc(x.Parts(document.Place), isCountry) || slices.ContainsFunc(x.Parts(document.Host), host))
	}
	return false
}

// faces says whether the sentence in which words mean somebody tells that he
// deals with a country, or goes there.
func (f *finder) faces(r document.Range, country *who.Entity) bool {
	s := f.SentenceOf(r.First)
	if f.isAway(s.Range, country) {
		return true
	}
	for w := s.First; w < s.Last; w++ {
		c := tree.At(f.Document, w)
		switch {
		case c.Is("VERB") && f.deals(c, r, country):
			return true
		case c.Is("NOUN") && (lexicon.Journeys.Has(c.Lemma()) || lexicon.Exchanges.Has(c.Lemma())) && f.takesPart(c, r):
			if f.leadsThere(c, country) {
				return true
			}
		}
	}
	return false
}

// deals says whether a verb tells that somebody of whom words are deals with a
// country or its leaders, they with him, or that he goes there.
func (f *finder) deals(verb tree.Cursor, r document.Range, country *who.Entity) bool {
	doer, object := verb.Doer(), verb.Object()
	does, has := doer.Phrase().Contains(r), object.Phrase().Contains(r)
	leads := func(is func(tree.Cursor, *who.Entity) bool, by ...string) bool {
		return slices.ContainsFunc(verb.Children("obl"), func(c tree.Cursor) bool { return slices.Contains(by, c.Preposition()) && is(c, country) })
	}
	switch lemma := verb.Lemma(); {
	case !does:
		return has && lexicon.Dealing.Has(lemma) && f.isSide(doer, country)
	case leads(f.isAbroad, "in"):
		return true
	case lexicon.Journeys.Has(lemma):
		return f.isThere(object, country) || leads(f.isThere, "to", "in")
	}
	return lexicon.Dealing.Has(verb.Lemma()) && (f.isSide(object, country) || leads(f.isSide, "with", "to"))
}

// takesPart says whether somebody of whom words are makes a journey, or takes part
// in talks: “| his | visit”, “| Doe | held talks”.
func (f *finder) takesPart(noun tree.Cursor, r document.Range) bool {
	if owner := noun.Child("nmod:poss"); owner.OK() {
		return owner.Phrase().Contains(r)
	}
	verb := noun.Up()
	for verb.Is("NOUN") && verb.OK() {
		verb = verb.Up()
	}
	return verb.OK() && verb.Doer().Phrase().Contains(r)
}

// leadsThere says whether a journey leads to a country, or talks are with it.
func (f *finder) leadsThere(noun tree.Cursor, country *who.Entity) bool {
	if slices.ContainsFunc(noun.Children("compound"), func(c tree.Cursor) bool { return f.isIn(c, country) }) {
		return true
	}
	others := append(noun.Children("nmod"), noun.Up().Children("obl")...)
	return slices.ContainsFunc(others, func(c tree.Cursor) bool {
		switch c.Preposition() {
		case "to", "in":
			return lexicon.Journeys.Has(noun.Lemma()) && f.isThere(c, country)
		case "with", "on":
			return f.isSide(c, country)
		}
		return false
	})
}

// isThere says whether a noun is the name of a country or of its capital.
func (f *finder) isThere(noun tree.Cursor, country *who.Entity) bool {
	if !noun.OK() {
		return false
	}
	m := f.cast.MentionAt(noun.Word)
	if m == nil || m.Entity.Code != country.Code {
		return false
	}
	entry, n := gazetteer.Match(gazetteer.Words(f.Text(m.Range)))
	return n > 0 && (entry.Kind == gazetteer.Country || entry.Kind == gazetteer.Capital)
}

// isIn says whether a noun is the name of a place in a country: “the | Rio | summit”.
func (f *finder) isIn(noun tree.Cursor, country *who.Entity) bool {
	m := f.cast.MentionAt(noun.Word)
	return m != nil && m.Entity.Label == graph.Place && m.Entity.Code == country.Code
}

// isAbroad says whether a noun is the name of a country and nothing else: who “said
// in | France |” is not of it, but may be who went to “eastern | France |” or spoke
// of “| France |'s king”.
func (f *finder) isAbroad(noun tree.Cursor, country *who.Entity) bool {
	m := f.cast.MentionAt(noun.Word)
	if m == nil || m.Entity != country || !f.isThere(noun, country) || noun.By("nmod:poss", "amod", "compound") {
		return false
	}
	return !slices.ContainsFunc(noun.Children("amod", "compound"), func(c tree.Cursor) bool { return c.Word < m.First })
}

// isSide says whether a noun is a country, or who acts for it: “Polish officials”,
// “his | Polish | counterpart”, “the Polish minister Jane Doe”.
func (f *finder) isSide(noun tree.Cursor, country *who.Entity) bool {
	if !noun.OK() {
		return false
	}
	if m := f.cast.MentionAt(noun.Word); m != nil && m.Entity == country {
		return f.isThere(noun, country)
	}
	phrase := noun.Phrase()
	named := f.cast.MentionsIn(phrase)
	of := slices.ContainsFunc(named, func(m who.Mention) bool { return m.Entity == country })
	return of && (lexicon.Governing.Has(noun.Lemma()) || lexicon.Officials.Has(noun.Lemma()) || slices.ContainsFunc(named, func(m who.Mention) bool { return m.Entity.Label == graph.Person }))
}

// isAway says whether a sentence tells of exile in a country, of an invitation by
// it, or of what goes on beside a meeting.
func (f *finder) isAway(s document.Range, country *who.Entity) bool {
	for w := s.First; w < s.Last; w++ {
		switch word := f.lower(w); {
		case word == "sidelines":
			return true
		case lexicon.Refuge.Has(word) && slices.Contains([]string{"in", "to", "from", "by", "of"}, f.at(w+1)):
			if m := f.cast.MentionAt(w + 2); m != nil && m.Entity.Code == country.Code {
				return true
			}
		}
	}
	return false
}

// ranked is an office of which a country has one.
type ranked struct {
	country *who.Entity
	rank    string
}

// indexRanks takes up who holds the offices of which a country has one.
func (f *finder) indexRanks() {
	f.ranked = map[ranked][]*who.Entity{}
	for _, o := range f.found {
		if o.worded == nil || o.worded.Label != graph.Country || o.holder == nil || o.Former {
			continue
		}
		if rank := who.Rank(o.Title); heldByOne.Has(rank) {
			key := ranked{o.worded, rank}
			f.ranked[key] = append(f.ranked[key], o.holder)
		}
	}
}
