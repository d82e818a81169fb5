package holds

import (
	"slices"

	"github.com/newsgraph/newsgraph/ingest/rule"
)

func owned(name, example string) rule.Rule {
	return rule.Rule{Decides: "office", Name: name, Example: example}
}

// The rules beside the model: whose an office is by another rule's work.
var (
	only    = owned("only body that has such an office", "The Supreme Court met. Justice Jane Doe left.")
	inside  = owned("parliament in the title", "France slept. The parliament speaker Jane Doe left.")
	another = owned("another office of the holder", "French President Doe left. President Doe was late.")
)

// signs say what speaks most for whose the model says an office is.
var signs = []rule.Sign[vector]{
	{Rule: owned("words for whose it is", "[French] President Doe left."), Is: func(v vector) bool { return v[fIn+feature(len(inWords)-1)] == 0 }},
	{Rule: owned("country of the body in the words for whose it is", "[Police] chief Doe of [NATO's Paris] office left."), Is: has(&fNation)},
	{Rule: owned("name before the title", "[Interpol's] president left."), Is: func(v vector) bool { return has(&fPossessor, &fBefore, &fTree)(v) || v[fTree+1] > 0 }},
	{Rule: owned("table of those who led countries", "President Chirac left."), Is: has(&fLeads)},
	{Rule: another, Is: has(&fSame, &fOther)},
	{Rule: owned("the office before", "French President Doe and Foreign Minister Roe left."), Is: has(&fNeighbour, &fLast)},
	{Rule: owned("country that the article names most", "France was late. President Doe left."), Is: has(&fHome)},
	{Rule: owned("the one spoken of", "Opel was late. Chairman Doe left."), Is: rule.Always[vector]},
}

// Explicit says whether by a rule the words of the article themselves say whose
// an office is.
func Explicit(r rule.Rule) bool {
	return r == signs[0].Rule || r == signs[1].Rule || r == signs[2].Rule
}

// isGuess says whether by a rule nothing but what the article names elsewhere says
// whose an office is.
func isGuess(r rule.Rule) bool {
	return slices.ContainsFunc(signs[5:], func(s rule.Sign[vector]) bool { return s.Rule == r })
}

// has says whether somebody has one of the features.
func has(any ...*feature) func(vector) bool {
	return func(v vector) bool {
		return slices.ContainsFunc(any, func(f *feature) bool { return v[*f] > 0 })
	}
}

// Rules returns all rules of the package.
func Rules() []rule.Rule { return append([]rule.Rule{inside, only}, rule.OfSigns(signs)...) }
