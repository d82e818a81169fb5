package identity

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/ingest/gazetteer"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/rule"
)

// name is a person's name, as the id has it: in small letters, without marks.
type name struct {
	given  []string // and what stands between them and the family name
	family string
	suffix string // jr, sr, ii
}

// nameOf returns the name that a person's id is made from.
func nameOf(id string) (n name) {
	words := strings.Split(strings.TrimPrefix(id, "person:"), "-")
	if last := len(words) - 1; last > 0 && lexicon.Generations.Has(words[last]) {
		words, n.suffix = words[:last], words[last]
	}
	last := len(words) - 1
	n.given, n.family = words[:last], words[last]
	for len(n.given) > 0 && isParticle(n.given[len(n.given)-1]) {
		n.given = n.given[:len(n.given)-1]
	}
	return n
}

func isParticle(word string) bool {
	return lexicon.WithinNames.Has(word) || lexicon.HyphenatedParticles.Has(word) || lexicon.ArabicArticles.Has(word)
}

// alone says whether a name is a family name, or a first name, alone.
func (n name) alone() bool { return len(n.given) == 0 }

// first says whether a name of one word is a common first name.
func (n name) first() bool {
	return n.alone() && gazetteer.GenderOf(titled(n.family)) != gazetteer.Unknown
}

// initial says whether the first name is an initial.
func (n name) initial() bool { return !n.alone() && len(n.given[0]) == 1 }

// turn is when a name is decided: those before may be what it is short for.
func (n name) turn() int {
	switch {
	case n.alone():
		return 2
	case n.initial():
		return 1
	}
	return 0
}

// length is how much a name tells: more given names, and then more letters.
func (n name) length() int { return 100*len(n.given) + len(strings.Join(n.given, "")) + len(n.suffix) }

// gender returns the gender of nearly all of the first name, "" where it tells none.
func (n name) gender() string {
	if n.alone() {
		return ""
	}
	return genderOf(gazetteer.GenderOf(titled(n.given[0])))
}

// titled returns a word with a capital.
func titled(word string) string {
	first, size := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(first)) + word[size:]
}

func genderOf(g gazetteer.Gender) string {
	switch g {
	case gazetteer.Male:
		return "male"
	case gazetteer.Female:
		return "female"
	}
	return ""
}

// familyFirst says whether the first word of a name may be the family name, or
// else what its bearer is called by: no common first name, as Deng or Saddam.
func (n name) familyFirst() bool {
	return !n.alone() && !n.initial() && n.gender() == "" && !isParticle(n.given[0])
}

// form is two names, of which the first may be short for the second.
type form struct{ short, full name }

// forms are the ways in which a name is short for another, the surest last.
var forms = []rule.Sign[form]{
	{Rule: rule.Rule{Decides: "join", Name: "family name alone", Example: "[Doe] was late. | Jane Doe was late."}, Is: func(f form) bool {
		return f.short.alone() && f.short.family == f.full.family && !f.full.alone()
	}},
	{Rule: rule.Rule{Decides: "join", Name: "first word alone", Example: "[Deng] was late. | Deng Xiaoping was late."}, Is: func(f form) bool {
		return f.short.alone() && f.full.familyFirst() && f.short.family == f.full.given[0]
	}},
	{Rule: rule.Rule{Decides: "join", Name: "initial", Example: "[J. Doe] was late. | Jane Doe was late."}, Is: func(f form) bool {
		return f.short.initial() && f.covers(initialOf)
	}},
	{Rule: rule.Rule{Decides: "join", Name: "name between", Example: "[Jane Doe] was late. | Jane Ann Doe was late."}, Is: func(f form) bool {
		return f.covers(func(a, b string) bool { return a == b })
	}},
	{Rule: rule.Rule{Decides: "join", Name: "nickname", Example: "[Bob Doe] was late. | Robert Doe was late."}, Is: func(f form) bool {
		return f.covers(isNickname)
	}},
}

func initialOf(a, b string) bool { return len(a) == 1 && a == b[:1] }

// covers says whether the full name has the family name and, in order, the given
// names of the short one, each whole or as an initial, and the first as it fits,
// and is another name than that.
func (f form) covers(first func(short, full string) bool) bool {
	a, b := f.short, f.full
	if a.alone() || len(a.given) > len(b.given) || a.family != b.family || a.suffix != "" && a.suffix != b.suffix || !first(a.given[0], b.given[0]) {
		return false
	}
	at := 1
	for _, word := range a.given[1:] {
		i := slices.IndexFunc(b.given[at:], func(full string) bool { return word == full || initialOf(word, full) })
		if i < 0 {
			return false
		}
		at += i + 1
	}
	return !slices.Equal(a.given, b.given) || a.suffix != b.suffix
}

//go:embed data/nicknames.txt
var nicknamesTXT string

var nicknames = sync.OnceValue(func() map[[2]string]bool {
	all := map[[2]string]bool{}
	for line := range strings.Lines(nicknamesTXT) {
		whole, short, ok := strings.Cut(line, ":")
		if strings.HasPrefix(line, "#") || !ok {
			continue
		}
		for _, s := range strings.Fields(short) {
			all[[2]string{s, whole}] = true
		}
	}
	return all
})

func isNickname(short, whole string) bool { return nicknames()[[2]string{short, whole}] }

// shortFor returns the rule by which a name is short for another.
func shortFor(short, full name) (by rule.Rule, ok bool) {
	i := slices.IndexFunc(forms, func(s rule.Sign[form]) bool { return s.Is(form{short, full}) })
	if i < 0 {
		return rule.Rule{}, false
	}
	return forms[i].Rule, true
}
