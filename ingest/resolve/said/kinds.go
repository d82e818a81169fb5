package said

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

//go:embed kinds.txt
var kindsTXT string

// kinds are the kinds of unnamed sources by the lemma of a noun.
var kinds = lexicon.Classes(kindsTXT)

// kindOf returns the kind of a source that nobody can name, by the noun that
// heads it: “two Hungarian officials” are official, “some of the mayor's aides”
// too. "" where it tells none.
func (m *maker) kindOf(source []document.Range) string {
	for _, r := range source {
		head := tree.Head(m.Document, r)
		if knows(head) {
			return informed
		}
		kind := kindOfNoun(head)
		if kind == part || kind == "" && head.Is("NUM", "DET", "PRON") {
			kind = kindOfWhole(head, r)
		}
		if kind != "" {
			return kind
		}
	}
	return ""
}

// kindOfWhole returns the kind of those of whom the head means some.
func kindOfWhole(head tree.Cursor, r document.Range) string {
	for _, c := range head.Children("nmod", "obl") {
		if kind := kindOfNoun(c); kind != part && r.First <= c.Word && c.Word < r.Last {
			return kind
		}
	}
	return ""
}

// informed is the kind of those who know something but have no name.
const informed = "source"

// knows says whether nothing but what he knows is told of somebody: “a person
// familiar with the talks”, “someone briefed on them”.
func knows(head tree.Cursor) bool {
	if kind := kindOfNoun(head); kind != "public" && kind != "" && kind != part || head.Is("PROPN") {
		return false
	}
	return slices.ContainsFunc(head.Children("acl", "amod", "nmod", "acl:relcl"), func(c tree.Cursor) bool {
		return c.Word > head.Word && lexicon.Knowing.Has(c.Lower())
	})
}

// part is the kind of nouns that mean some of those after “of”.
const part = "part"

// kindOfNoun returns the kind that a noun tells, in the singular or the plural. An
// attorney general commands no army.
func kindOfNoun(c tree.Cursor) string {
	if c.Lower() == "general" && (c.Next(-1).Lower() == "-" || lexicon.CivilGenerals.Has(c.Next(-1).Lower())) {
		return "official"
	}
	for _, word := range []string{c.Lemma(), c.Lower(), strings.TrimSuffix(c.Lower(), "s"), strings.TrimSuffix(c.Lower(), "es")} {
		if kind := kinds[word]; kind != "" {
			return kind
		}
	}
	return kinds[strings.TrimSuffix(c.Lower(), "ies")+"y"]
}
