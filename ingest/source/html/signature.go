package html

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	// by begins a byline.
	by = patternOf(`(?i)^`, "by", "")

	// afterNames is what follows the names in a byline: dates, accounts, posts.
	afterNames = patternOf("", "after names", `.*$`)

	// afterTwo follows names of two words and more: where they are, and for whom.
	afterTwo = patternOf(`^(\S+ \S.*?)`, "after two", `.*$`)

	// name is a person's name.
	name = regexp.MustCompile(`^(?:(?:van|von|de|den|der|di|da|del|la|le|al|el|bin|ten|ter)[ -]|d['’])*[\p{Lu}\p{Lo}][^\d@#:;?!"“”/]{1,80}$`)

	// account is the name that a person has on a site.
	account = regexp.MustCompile(`^[\p{L}][\p{L}\d._-]{1,30}$`)

	// between divides a byline into names, and what those people are.
	between = regexp.MustCompile(`\s*[,;/|]\s*(?:(?i:and|with|und|y|et)\s+)?|\s*\((?:with|avec)\s+|\s+(?:(?i:and|with|und)|[ey&]|et)\s+`)

	nothing = patternOf(`(?i)^`, "nobody", `$`)
	roles   = setOfWords("roles")
	fields  = setOfWords("fields")
	degrees = setOfWords("degrees")

	bodyWords = setOfWords("bodies")
)

const (
	longestName = 6 // words
	longestText = 12
)

// namesIn returns the names in a byline, without what those people are and whom
// they write for; where it has no other, as it is printed.
func (p *page) namesIn(text string) (names []string) {
	text = unsigned(text)
	if !name.MatchString(text) || nothing.MatchString(text) {
		return nil
	}
	parts := between.Split(text, -1)
	if family, given, found := strings.Cut(text, ", "); found && inverted(family, given) {
		return []string{text}
	}
	for _, part := range parts {
		part = p.withoutRole(strings.Trim(part, " .()"))
		if name.MatchString(part) && !nothing.MatchString(part) && !p.isHouse(part) && len(strings.Fields(part)) <= longestName && !slices.Contains(names, part) {
			names = append(names, part)
		}
	}
	if (len(names) == 0 || len(names) > 1 && p.isOne(text)) && len(strings.Fields(text)) <= longestText {
		return []string{text}
	}
	if slices.ContainsFunc(names, func(name string) bool { return !isWordAlone(name) }) {
		names = slices.DeleteFunc(names, isWordAlone) // a place
	}
	return names
}

// joins stands between the names of two people, and within those of bodies.
var joins = regexp.MustCompile(`(?i)([^,;]+) (?:and|&) ([^,;]+)`)

// isOne says whether what joins two names in a text stands within a body's, of
// which a part is one word: Bridges and Harbours Office.
func (p *page) isOne(text string) bool {
	m := joins.FindStringSubmatch(text)
	return m != nil && slices.ContainsFunc(m[1:], func(part string) bool {
		part = strings.TrimSpace(part)
		return isWordAlone(part) && !p.isHouse(part) && p.withoutRole(part) != ""
	})
}

// isWordAlone says whether a name is one word.
func isWordAlone(name string) bool { return !strings.Contains(name, " ") }

// unsigned returns a byline without what stands before and after the names.
func unsigned(text string) string {
	text = by.ReplaceAllString(tidy(text), "")
	text = afterTwo.ReplaceAllString(afterNames.ReplaceAllString(text, ""), "$1")
	return strings.Trim(text, " ,.;:-–—")
}

// inverted says whether two parts are a family name and the names before it, as
// libraries write them.
func inverted(family, given string) bool {
	is := strings.ToLower(given)
	return !strings.Contains(family, " ") && len(strings.Fields(given)) <= 3 && !between.MatchString(given) &&
		!houses[is] && !roles.has(is) && !degrees.has(letters(given)) && proper(given)
}

// withoutRole returns a part of a byline without what a person is: the last
// word that says so, and those before it that tell of what. Nothing is left of a
// part that is no more than that, and one word.
func (p *page) withoutRole(part string) string {
	words := strings.Fields(part)
	for len(words) > 0 && degrees.has(letters(words[len(words)-1])) {
		words = words[:len(words)-1]
	}
	is := func(word string, s set) bool { return s.has(strings.Trim(strings.ToLower(word), ".,()")) }
	if len(words) == 0 || !is(words[len(words)-1], roles) {
		return strings.Join(words, " ")
	}
	for len(words) > 0 && (is(words[len(words)-1], roles) || is(words[len(words)-1], fields) || p.isSite(words[len(words)-1])) {
		words = words[:len(words)-1]
	}
	if len(words) < 2 {
		return ""
	}
	return strings.Join(words, " ")
}

// isHouse says whether a name is that of the site or of an agency. A person's
// may be that of the domain.
func (p *page) isHouse(name string) bool {
	return houses[strings.ToLower(name)] || p.calledSo(name) || !strings.Contains(name, " ") && p.isSite(name)
}

// houses are the names of agencies.
var houses = func() set {
	s := set{}
	for _, line := range lists["houses"] {
		s[strings.ToLower(line)] = true
	}
	return s
}()

// proper says whether all words of a name begin with a capital letter, but for
// those that stand within names.
func proper(name string) bool {
	for _, word := range strings.Fields(name) {
		first, _ := utf8.DecodeRuneInString(strings.TrimLeft(word, "'’"))
		if !unicode.IsUpper(first) && len(word) > 3 {
			return false
		}
	}
	return true
}
