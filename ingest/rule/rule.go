// Package rule holds what the rules of all rooms have in common: a name, an
// example, how one applies, and how often it was right on marked articles.
//
//	var answers = []rule.By[*said, *said]{
//		{rule.Rule{"respondsTo", "this", "The minister denied this."}, pronounForWords},
//	}
//	to, by, ok := rule.First(answers, st)
//	by.Share() // that is right, as `newsgraph eval --rules-out` measured it
//
// The order of a list is the order in which its rules are asked.
package rule

import "strings"

// Rule is one way in which something is decided: what, its name, unique for
// that, and a sentence of which it decides.
type Rule struct{ Decides, Name, Example string }

// For returns a rule that says whom a phrase means as one for the role that the
// phrase has.
func (r Rule) For(role string) Rule {
	r.Decides = role
	return r
}

// Phrase is what rules decide that say whom a phrase means; what comes of it is
// a speaker, an addressee, a target or a participant.
const Phrase = "phrase"

// By is a rule with how to apply it: to S, with the result R where it applies.
type By[S, R any] struct {
	Rule
	Apply func(S) (R, bool)
}

// First returns the result of the first rule that applies, and which it was;
// false where none does.
func First[S, R any](list []By[S, R], s S) (r R, by Rule, ok bool) {
	for _, l := range list {
		if r, ok = l.Apply(s); ok {
			return r, l.Rule, true
		}
	}
	return r, Rule{}, false
}

// Sign is a rule that explains what a model decided: what speaks most for it.
type Sign[S any] struct {
	Rule
	Is func(S) bool
}

// Most returns the first rule of the list that holds. The last of a list always
// does.
func Most[S any](list []Sign[S], s S) Rule {
	for _, l := range list {
		if l.Is(s) {
			return l.Rule
		}
	}
	return Rule{}
}

// Always holds of everything: the last of a list of signs.
func Always[S any](S) bool { return true }

// Of returns the rules of a list.
func Of[S, R any](list []By[S, R]) (rules []Rule) {
	for _, l := range list {
		rules = append(rules, l.Rule)
	}
	return rules
}

// OfSigns returns the rules of a list of signs.
func OfSigns[S any](list []Sign[S]) (rules []Rule) {
	for _, l := range list {
		rules = append(rules, l.Rule)
	}
	return rules
}

// separator joins the names of two rules that decided together: where somebody
// stands, and whom the words there mean.
const separator = ": "

// With returns the name of a decision of two rules together.
func (r Rule) With(other string) string { return r.Name + separator + other }

// Names returns the names of the rules that a decision names.
func Names(decision string) []string { return strings.Split(decision, separator) }
