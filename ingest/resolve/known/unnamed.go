package known

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/people"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/rule"
)

// unnamedHolder is the rule of who of the article holds, or held, an office of
// which words tell without a name.
var unnamedHolder = rule.Rule{Decides: "office", Name: "known holder of an office without a name", Example: "Clinton left. [The former secretary of state] was late."}

// unnamed gives the great offices of which words tell without a name to the only
// known one of the article's people who holds or held such an office.
func (f *finder) unnamed() {
	for _, frame := range f.Frames {
		titles := frame.Parts(document.Title)
		if frame.Kind != document.Office || len(titles) == 0 || len(frame.Roles[document.Holder]) > 0 {
			continue
		}
		words := titles[0]
		o := who.Office{Title: strings.Join(strings.Fields(f.Text(words)), " "), Words: words, Former: frame.Former || f.bygone(words.First), Rule: unnamedHolder, Confidence: unnamedHolder.Share()}
		if e := f.holderOf(&o, f.ownerOf(frame)); e != nil && !holdsAlready(e, o) {
			e.Offices = append(e.Offices, o)
		}
	}
}

// holderOf returns the only known one of the people whom the article names who
// has an office, of the country with the code where that is told; it sets whose
// the office is.
func (f *finder) holderOf(o *who.Office, code string) (found *who.Entity) {
	kinds := kindsOf(o.Title)
	if !slices.ContainsFunc(kinds, func(k people.Kind) bool { return slices.Contains(unique, k) }) {
		return nil
	}
	for _, e := range f.cast.Entities {
		if e.Known == nil || e.Label != graph.Person || len(e.Mentions) == 0 {
			continue
		}
		for _, t := range e.Known.Terms {
			if found == e || !slices.Contains(kinds, t.Kind) || code != "" && code != home(t) || !f.held(t, o.Former) {
				continue
			}
			owner := f.country(home(t))
			if owner == nil {
				continue
			}
			if found != nil {
				return nil
			}
			found, o.Of = e, owner
		}
	}
	return found
}

// held says whether a term is held on the article's day, or is over by then.
func (f *finder) held(t people.Term, over bool) bool {
	if f.date == "" || t.Memory {
		return false
	}
	if over {
		return t.Start < f.date && !t.Covers(f.date)
	}
	return t.Covers(f.date) && t.Sure(f.date)
}

// country returns the country with the code, nil where the article doesn't name it.
func (f *finder) country(code string) *who.Entity {
	return f.cast.Named(graph.EntityID(graph.Country, code))
}

// ownerOf returns the code of the country whose words say that an office is, ""
// for none.
func (f *finder) ownerOf(frame document.Frame) string {
	for _, part := range frame.Parts(document.Of) {
		if entry, n := gazetteer.Match(gazetteer.Words(f.Text(part))); n > 0 && entry.Code != "" {
			return entry.Code
		}
	}
	return ""
}

// bygone says whether a title is held no longer by the word before it.
func (f *finder) bygone(title int) bool {
	return title > 0 && lexicon.HeldNoLonger.Has(strings.ToLower(f.Words[title-1].Text))
}

func holdsAlready(e *who.Entity, o who.Office) bool {
	return slices.ContainsFunc(e.Offices, func(held who.Office) bool {
		return held.Of == o.Of && slices.ContainsFunc(kindsOf(held.Title), func(k people.Kind) bool { return slices.Contains(kindsOf(o.Title), k) })
	})
}
