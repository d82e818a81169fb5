package whom

import (
	"slices"

	"github.com/newsgraph/newsgraph/ingest/rule"
)

// ByName is the rule of a name that means who has it.
var ByName = by("name", "[Sergei Lavrov] said so.")

// The rules that decide before the model or against all whom it weighs.
var (
	peers    = by("counterpart", "Foreign Minister Jane Doe warned [her Russian counterpart].")
	authored = by("author", "Doe sent a letter. [The letter] said so.")
	unnamed  = by("nobody who could be named", "[Two officials] said so.")
)

// signs say what speaks most for whom the model has chosen, by the features.
var signs = []rule.Sign[vector]{
	{Rule: by("name in the phrase alone", "[Tass] said so, where it is named nowhere else."), Is: has(0, &fSelf)},
	{Rule: ByName, Is: func(v vector) bool { return has(0, &fInside, &fEnds)(v) || has(1, &fInside)(v) || has(2, &fInside)(v) }},
	{Rule: by("name in the phrase", "[Opel workers] said so."), Is: func(v vector) bool { return v[fInside+feature(relations)] == 0 }},
	{Rule: by("pronoun or noun for who speaks", "Doe said that [she] was late."), Is: func(v vector) bool { return v[fSpeaker] > 0 || v[fPrevious] > 0 && v[fPronoun] == 0 }},
	{Rule: by("pronoun", "Doe left. [She] was late."), Is: func(v vector) bool { return v[fPronoun] == 0 }},
	{Rule: by("holder of the office", "President Doe left. [The president] was late."), Is: func(v vector) bool { return has(0, &fOffice)(v) || has(1, &fOffice)(v) || has(2, &fOffice)(v) }},
	{Rule: by("part of the name", "Green Future met. [The future] was late."), Is: has(0, &fHeadWord)},
	{Rule: by("description", "The widow Jane Doe left. [The widow] was late."), Is: has(0, &fNoun, &fSameKind)},
	{Rule: by("the one spoken of", "Jane Doe left. [The friend] was late."), Is: rule.Always[vector]},
}

func by(name, example string) rule.Rule {
	return rule.Rule{Decides: rule.Phrase, Name: name, Example: example}
}

// has says whether somebody has one of the features, of classes the i-th.
func has(i feature, any ...*feature) func(vector) bool {
	return func(v vector) bool {
		return slices.ContainsFunc(any, func(f *feature) bool { return v[*f+i] > 0 })
	}
}

// Rules returns all rules of the package, in the order in which they are asked.
func Rules() []rule.Rule {
	return slices.Concat([]rule.Rule{peers, authored, unnamed}, rule.OfSigns(signs))
}
