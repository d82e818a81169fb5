package team

import (
	"regexp"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/rule"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// site is a name of a country and where it stands.
type site struct {
	*document.Document
	name  document.Range
	head  tree.Cursor
	names []Named // all of the document
}

// signs say that a name means a team.
var signs = []rule.By[site, struct{}]{
	sign("against", "They played against [Norway].", site.against),
	sign("plays", "[Norway] beat Chad.", site.plays),
	sign("score", "[Norway] 2 Chad 1", site.scores),
	sign("line-up", "[Norway]: Jane Doe, Ann Roe", site.linesUp),
	sign("what a team has", "the [Norway] goalkeeper", site.has),
}

// again is the rule of a name that meant a team elsewhere in the article.
var again = rule.Rule{Decides: "team", Name: "again", Example: "Norway beat Chad. [Norway] were lucky."}

// Called is the rule of a noun phrase that is for a team.
var Called = rule.Rule{Decides: "team", Name: "called a team", Example: "the [Norwegian squad]"}

func sign(name, example string, is func(site) bool) rule.By[site, struct{}] {
	return rule.By[site, struct{}]{
		Rule:  rule.Rule{Decides: "team", Name: name, Example: example},
		Apply: func(s site) (none struct{}, ok bool) { return none, is(s) },
	}
}

// Rules returns the rules of the package.
func Rules() []rule.Rule { return append(rule.Of(signs), again, Called) }

// before returns the n-th word before the name, after one of those after it, in
// lower case; "" outside the paragraph.
func (s site) before(n int) string { return s.at(s.name.First - n) }
func (s site) after(n int) string  { return s.at(s.name.Last - 1 + n) }

func (s site) at(word int) string {
	if word < 0 || word >= len(s.Words) || s.SentenceOf(word).Paragraph != s.SentenceOf(s.name.First).Paragraph {
		return ""
	}
	return strings.ToLower(s.Words[word].Text)
}

// preposition returns the word before the name and its article.
func (s site) preposition() string {
	if s.before(1) == "the" {
		return s.before(2)
	}
	return s.before(1)
}

// first returns the place of the name to which “and” joins this one: what stands
// before that stands before both.
func (s site) first() site {
	word := s.head.FirstConjunct().Word
	for _, n := range s.names {
		if n.First <= word && word < n.Last {
			s.name, s.head = n.Range, tree.Head(s.Document, n.Range)
		}
	}
	return s
}

// placed says whether the words about a name say where something is, or where
// somebody is from.
func (s site) placed() bool {
	if s.before(1) == "(" || dated.MatchString(s.after(1)) || s.afterName(document.PER, 0) || s.before(1) == "," && (s.afterName(document.PER, 1) || s.afterTown()) {
		return true
	}
	if lexicon.Owning(s.after(1)) {
		return s.ownsPerson()
	}
	f := s.first()
	switch before := f.preposition(); {
	case before == "of":
		return !words["team"].Has(f.before(2))
	case before == "to":
		over := f.head.Up()
		return lexicon.Motion.Has(over.Lemma()) || lexicon.Motion.Has(over.Lower())
	default:
		return lexicon.BeforePlaces.Has(before) || before == "from" || before == "at" || before == "throughout"
	}
}

var dated = regexp.MustCompile(`^(19|20)\d\d(-|$)`)

// afterName says whether a name of a kind ends some words before this one.
func (s site) afterName(kind document.NameKind, words int) bool {
	return slices.ContainsFunc(s.Names, func(n document.Name) bool { return n.Kind == kind && n.Last+words == s.name.First })
}

// afterTown says whether a comma separates the name from one that is no country's:
// “BERGEN, Norway”.
func (s site) afterTown() bool {
	return s.afterName(document.LOC, 1) && !slices.ContainsFunc(s.names, func(n Named) bool { return n.Last+1 == s.name.First })
}

// ownsPerson says whether “'s” after the name leads to a person's name: “Norway's
// tireless midfielder Jane Doe”.
func (s site) ownsPerson() bool {
	over := s.head.Up()
	return over.OK() && slices.ContainsFunc(s.Names, func(n document.Name) bool {
		return n.Kind == document.PER && (n.First == over.Word+1 || n.First <= over.Word && over.Word < n.Last)
	})
}

// against says whether somebody plays the one of the name.
func (s site) against() bool {
	f := s.first()
	if words["against"].Has(f.preposition()) || slices.Contains([]string{"v", "v.", "vs", "vs.", "versus"}, s.after(1)) {
		return true
	}
	over := f.head.Up()
	return over.OK() && words["between"].Has(over.Lemma()) && slices.Contains([]string{"between", "with"}, f.preposition())
}

// plays says whether the one of the name does what teams do, or somebody does it
// to them.
func (s site) plays() bool {
	switch {
	case lexicon.Owning(s.after(1)):
		return false
	case s.after(1) != "" && does(tree.At(s.Document, s.name.Last)), words["versus"].Has(s.before(1)):
		return true
	}
	head := s.head.FirstConjunct()
	switch over := head.Up(); {
	case !over.OK():
		return false
	case head.By("nsubj"):
		return does(over)
	case head.By("obj"):
		return words["versus"].Has(over.Lemma()) || words["meets"].Has(over.Lemma())
	case head.By("obl", "nmod"):
		return slices.Contains([]string{"with", "by", "to", "over", "past"}, head.Preposition()) && does(over)
	}
	return false
}

// does says whether a verb, or a noun of one, is of what teams do.
func does(verb tree.Cursor) bool {
	if !verb.OK() {
		return false
	}
	for _, w := range []string{verb.Lemma(), verb.Lower()} {
		if words["plays"].Has(w) || words["versus"].Has(w) {
			return true
		}
	}
	return words["perhaps"].Has(verb.Lemma()) && slices.ContainsFunc(verb.Children("obj", "obl", "nmod", "advmod", "nummod", "xcomp"), func(c tree.Cursor) bool {
		return words["matched"].Has(c.Lemma()) || words["matched"].Has(c.Lower()) || c.Is("NUM") && c.Next(1).Lower() == "-"
	})
}

// scores says whether the name stands in a list of results between countries,
// before what its team has. A club may be called as a country is.
func (s site) scores() bool {
	if !s.scored(s.name) {
		return false
	}
	nations, all := 0, 0
	for _, n := range s.names {
		nations += one(s.scored(n.Range))
	}
	for _, n := range s.Names {
		all += one(n.Kind != document.PER && s.scored(n.Range))
	}
	return nations > 1 && 2*nations >= all
}

func one(is bool) int {
	if is {
		return 1
	}
	return 0
}

// scored says whether a name begins a line, or stands after a result, and before one.
func (s site) scored(name document.Range) bool {
	s.name = name
	before := tree.At(s.Document, name.First-1)
	return score.MatchString(s.after(1)) && (s.before(1) == "" || s.before(1) == "and" || before.Is("NUM", "PUNCT", "SYM"))
}

var score = regexp.MustCompile(`^\d{1,3}(-\d+)?$`)

// linesUp says whether the name begins a list of those who play.
func (s site) linesUp() bool {
	return s.before(1) == "" && slices.Contains([]string{":", "-", "–", "—"}, s.after(1)) && s.after(2) != ""
}

// has says whether a name stands before what a team has.
func (s site) has() bool {
	next := tree.At(s.Document, s.name.Last)
	return s.modifies() && words["team"].Has(s.head.Up().Lower()) || words["team"].Has(s.after(1)) && !next.Is("VERB", "AUX")
}

// modifies says whether a name stands before the noun that it modifies.
func (s site) modifies() bool {
	return s.head.Up().Word >= s.name.Last && s.head.By("compound", "nmod:poss", "nmod:desc", "amod", "flat")
}
