package holds

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/people"
	"github.com/newsgraph/newsgraph/ingest/resolve/pointer"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/rule"
)

//go:embed data/weights.tsv
var weightsTSV string

// weights are learned by training/whom.py.
var weights = pointer.Load(weightsTSV, names, ofOffice)

// Example is an office with all whose it may be, from which the model weighs
// and learns.
type Example struct {
	who.Office
	Holder   *who.Entity
	Tokens   []string      // of the office, as the model knows them
	Entities []*who.Entity // whose it may be; the first, nil, is nobody whom the article names
	Features [][]float32   // of each of them, by the names of Features
}

// Features returns the names of all features.
func Features() []string { return names }

// Examples returns the offices of a document whose holders it names.
func Examples(d *document.Document, cast *who.Cast, table *people.Table) (all []Example) {
	f := newFinder(d, cast, table)
	for _, o := range f.found {
		if o.holder != nil {
			all = append(all, f.example(o))
		}
	}
	return all
}

func (f *finder) example(o *office) Example {
	ex := Example{Office: o.Office, Holder: o.holder, Tokens: f.lexical(o)}
	common := make(vector, len(names))
	f.ofOffice(common, o)
	for _, e := range f.candidates(o) {
		v := slices.Clone(common)
		f.ofCandidate(v, o, e)
		ex.Entities, ex.Features = append(ex.Entities, e), append(ex.Features, v)
	}
	return ex
}

// The least probability with which an office is said to be somebody's: whom
// words beside it name, or anybody else, whom it is easier to invent, a country
// above all, where it isn't an office of which a country has one: “adviser Jane
// Doe” (up to it 7 of 12 are right, above it 17 of 18).
const (
	enough        = 0.4
	enoughBare    = 0.5
	enoughCountry = 0.6
)

// choose finds whose an office is: the likeliest, if likely enough. A member of
// Congress is so of the United States, of the house and of the state, as
// different readers say: together they are likely enough, and where no words
// tell it is the United States, so that it is the same in all articles.
func (f *finder) choose(o *office) {
	if region, by := f.region(o); region != nil {
		o.Of, o.Rule, o.Confidence = region, by, by.Share()
		return
	}
	ex := f.example(o)
	best, all, p := 0, 0.0, weights.Probabilities(ex.Tokens, ex.Features)
	for i := 1; i < len(p); i++ {
		if best == 0 || p[i] > p[best] {
			best = i
		}
		if kindOf(o.Title) == "member" && ex.Entities[i].Label != graph.Person {
			all += p[i]
		}
	}
	least := enoughBare
	if v := vector(ex.Features[best]); v[fIn+feature(len(inWords)-1)] == 0 || v[fPossessor] > 0 {
		least = enough
	} else if best > 0 && ex.Entities[best].Label == graph.Country && kindOf(o.Title) == "" {
		least = enoughCountry
	}
	if us := f.unitedStates(o); us != "" && all > 0 && len(f.inParts(o)) == 0 {
		best = slices.Index(ex.Entities, f.country(us))
	}
	if best > 0 && max(p[best], all-member) >= least {
		by := rule.Most(signs, vector(ex.Features[best]))
		if isGuess(by) && f.isGuest(o, ex.Entities[best]) || ex.Entities[best].Label == graph.Place && heldByOne.Has(who.Rank(o.Title)) {
			return // “President Jane Doe in Budapest”
		}
		o.Of, o.Rule, o.Confidence = f.full(ex.Entities[best]), by, p[best]
	} else if named := f.inTitle(o); len(named) > 0 && nounsFor(o.Title) != nil {
		o.Of, o.Rule, o.Confidence = f.cast.MentionAt(named[0].First).Entity, inside, inside.Share()
	} else if e := f.fitting(o); e != nil {
		o.Of, o.Rule, o.Confidence = e, only, only.Share()
	}
}

// member is how much likelier than others all that a member of Congress may be
// of must be.
const member = 0.2

// settle makes one of the offices of one title that one person holds: whose they
// are is what is said most surely, where no words beside them say otherwise,
// and the title is the fullest.
func (f *finder) settle() {
	byHolder := map[*who.Entity][]*office{}
	for _, o := range f.found {
		if o.holder != nil {
			byHolder[o.holder] = append(byHolder[o.holder], o)
		}
	}
	for _, all := range byHolder {
		for i, o := range all {
			o.settle(all[max(0, i-compared):min(len(all), i+compared)])
		}
	}
}

// compared is how many offices of one holder before and after one are compared
// with it: it bounds the work in long documents.
const compared = 100

// settle takes over what the others of its holder tell of an office.
func (o *office) settle(others []*office) {
	for _, other := range others {
		if !alike(o.Title, other.Title) {
			continue
		}
		if other.Confidence > o.Confidence && o.worded == nil && strings.EqualFold(o.Title, other.Title) {
			o.Of, o.Rule, o.Confidence = other.Of, another, other.Confidence
		}
		if other.Of == o.Of {
			if len(other.Title) >= len(o.Title) {
				o.Title = other.Title
			}
			o.Former = o.Former || other.Former
		}
	}
}

// alike says whether two titles are one, or one is short for the other, as
// “president” is not for “vice president”.
func alike(a, b string) bool {
	x, y := strings.Fields(strings.ToLower(a)), strings.Fields(strings.ToLower(b))
	if len(x) > len(y) {
		x, y = y, x
	}
	return !slices.ContainsFunc(x, func(w string) bool { return !slices.Contains(y, w) }) &&
		!slices.ContainsFunc(y, func(w string) bool { return lexicon.Deputies.Has(w) && !slices.Contains(x, w) })
}
