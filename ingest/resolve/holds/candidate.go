package holds

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
)

// How far before and after a title somebody must be named to be whose office
// it is, in mentions: it bounds the work in long documents. Those named most
// are always there.
const (
	backward = 80
	forward  = 25
	foremost = 12
)

// candidates returns whose an office may be: nobody first, then those named
// near it and those whom the article names most, the country that the holder
// leads, and the body that the words for whose it is name by themselves. Those
// who are not of the cast yet have no id.
func (f *finder) candidates(o *office) []*who.Entity {
	found := []*who.Entity{nil}
	add := func(e *who.Entity) {
		if e != nil && e != o.holder && !slices.Contains(found, e) && f.mayOwn(e, o) && !f.opposes(o, e) && !f.redundant(e, o) {
			found = append(found, e)
		}
	}
	at, _ := slices.BinarySearchFunc(f.cast.Mentions, o.Words.First, func(m who.Mention, word int) int { return m.First - word })
	for _, m := range f.cast.Mentions[max(0, at-backward):min(len(f.cast.Mentions), at+forward)] {
		add(m.Entity)
	}
	for _, e := range f.most {
		if len(e.Mentions) > 0 {
			add(e)
		}
	}
	for _, code := range []string{f.leads(o), f.home(o), f.unitedStates(o)} {
		add(f.country(code))
	}
	for _, m := range f.inParts(o) {
		if m.Entity.Label != graph.Country && national(o.Title) {
			add(f.country(m.Entity.Code))
		}
	}
	for _, part := range f.ownerParts(o) {
		add(f.self(part))
	}
	return found
}

// home returns the code of the country that the article names most, for an
// office of a country not where it names but places of it: of ministers who met
// in a city nobody is thereby the host.
func (f *finder) home(o *office) string {
	if !national(o.Title) || f.homeCode == who.Dateline(f.Document) {
		return f.homeCode
	}
	named := slices.ContainsFunc(f.cast.Entities, func(e *who.Entity) bool {
		return e.Code == f.homeCode && len(e.Mentions) > 0 && e.Label != graph.Place
	})
	if !named {
		return ""
	}
	return f.homeCode
}

// mayOwn says whether an office may be somebody's at all: what only the United
// States have is no other country's that no word beside it names, and a member
// of Congress is no party's and a governor no body's but a bank's, and no country's that
// the words don't name, though one stands beside the title. An office of a state, of a church or of who heads other countries
// is not the country's.
func (f *finder) mayOwn(e *who.Entity, o *office) bool {
	switch kind := kindOf(o.Title); {
	case e.Label == graph.Country && (f.ofPart(e, o) || f.ofFaith(o) || f.headsOthers(e, o)):
		return false
	case national(o.Title) && e.Label == graph.Person:
		return false
	case ministry(o.Title) && (e.Proposed || slices.Contains(f.kindsOf(e), party) || slices.Contains(f.kindsOf(e), parliament)):
		return false
	case kind == "american" && e.Label == graph.Country && f.unitedStates(o) != "" && e.Code != "US":
		return slices.ContainsFunc(f.inParts(o), func(m who.Mention) bool { return m.Entity == e })
	case kind == "governor":
		return e.Label == graph.Country && f.inWordsAlone(e, o) || e.Label == graph.Organization && slices.Contains(f.kindsOf(e), company) || e.Label == graph.Place || e.Label == graph.Person
	case kind == "press", kind == "state":
		return e.Label != graph.Country
	case kind == "member":
		return !slices.Contains(f.kindsOf(e), party)
	}
	return true
}

// ofPart says whether a state of a country stands right before a title, which
// is then that state's: “Texas attorney general”.
func (f *finder) ofPart(e *who.Entity, o *office) bool {
	m := f.cast.MentionAt(o.Words.First - 1)
	return kindOf(o.Title) == "american" && m != nil && m.Entity.Label == graph.Place && m.Entity.Code == e.Code
}

// inWordsAlone says whether the words for whose an office is name somebody, and no
// place: “governor of | Hong Kong |”, not “of Malaysia's state of Selangor”.
func (f *finder) inWordsAlone(e *who.Entity, o *office) bool {
	named := f.inParts(o)
	return slices.ContainsFunc(named, func(m who.Mention) bool { return m.Entity == e }) &&
		!slices.ContainsFunc(named, func(m who.Mention) bool { return m.Entity.Label == graph.Place })
}

// ministry says whether an office is a minister's, whom no party has.
func ministry(title string) bool { return headOf(title) == "minister" }

// redundant says whether words for whose an office is name a body and go on with
// nouns that make another of it: “| Audi AG management board | chairman”.
func (f *finder) redundant(e *who.Entity, o *office) bool {
	if !e.Proposed {
		return false
	}
	for _, part := range f.ownerParts(o) {
		for _, r := range f.overlapping(e, part) {
			if f.bodyWithNouns(f.name(r)) {
				return true
			}
		}
	}
	return false
}

// bodyWithNouns says whether words are the name of a body, or that of a country
// with “government”, and nouns in lower case after it: “IG Metall | union”.
func (f *finder) bodyWithNouns(r document.Range) bool {
	m := f.cast.MentionAt(r.First)
	if m == nil || m.First != r.First || m.Last >= r.Last || m.Entity.Proposed {
		return false
	}
	rest := document.Range{First: m.Last, Last: r.Last}
	switch m.Entity.Label {
	case graph.Organization:
		return f.common(rest) || f.seat(rest) // “NPR | White House | correspondent”
	case graph.Country:
		return rest.Len() == 1 && f.lower(rest.First) == "government"
	}
	return false
}

// ofFaith says whether a minister is one of a church: “an ordained Baptist minister”.
func (f *finder) ofFaith(o *office) bool {
	return strings.EqualFold(o.Title, "minister") && lexicon.Faiths.Has(f.at(o.Words.First-1))
}

var (
	party   = slices.Index(who.KindsOfBodies, "party")
	company = slices.Index(who.KindsOfBodies, "company") // banks have governors
)

// country returns the country with the code, one without an id where the
// article does not name it; nil without a code.
func (f *finder) country(code string) *who.Entity {
	if code == "" {
		return nil
	}
	if e := f.byCode[code]; e != nil {
		return e
	}
	if f.added[code] == nil {
		f.added[code] = &who.Entity{Name: gazetteer.CountryName(code), Label: graph.Country, Code: code}
	}
	return f.added[code]
}

// self returns the body that words for whose an office is name by themselves:
// “head of the Slovak office of Interpol”, “State Department spokesman”. It is
// nil where they are the name of somebody of the cast, with a noun or without.
func (f *finder) self(part document.Range) *who.Entity {
	part = f.name(part)
	if part.Len() == 0 {
		return nil
	}
	if f.bodyWithNouns(part) || !f.seat(part) && slices.ContainsFunc(f.cast.MentionsIn(part), func(m who.Mention) bool { return m.Range == part }) {
		return nil
	}
	name := strings.Join(strings.Fields(f.Text(part)), " ")
	if f.names[folded(name)] {
		return nil
	}
	if f.added[name] == nil {
		f.added[name] = &who.Entity{Name: name, Label: graph.Organization, Mentions: []document.Range{part}, Proposed: true}
	}
	return f.added[name]
}

// common says whether words are nouns in lower case: “IG Metall | union”.
func (f *finder) common(r document.Range) bool {
	for w := r.First; w < r.Last; w++ {
		if !f.is(w, "NOUN") || f.Words[w].Upper() {
			return false
		}
	}
	return true
}

// name returns the words of a name: without articles, pronouns (“its”) and marks around them, and
// without what stands in lower case before the first capital letter, but for
// “regional office of Interpol”, or in brackets.
func (f *finder) name(r document.Range) document.Range {
	for r.Len() > 0 && (f.is(r.First, "DET", "ADP", "PRON") || f.mark(r.First) || lexicon.Possessive(f.lower(r.First))) {
		r.First++
	}
	for r.Len() > 0 && (f.mark(r.Last-1) || lexicon.Possessive(f.lower(r.Last-1))) {
		r.Last--
	}
	for w := r.First; w < r.Last && !f.is(w, "ADP"); w++ {
		if f.Words[w].Upper() {
			r.First = w
			break
		}
	}
	for w := r.First + 1; w < r.Last; w++ {
		if f.Words[w].Text == "(" {
			r.Last = w
		}
	}
	return r
}
