package html

import (
	_ "embed"
	"regexp"
	"strings"
	"sync"
)

//go:embed words.txt
var wordsTXT string

// set is a set of words.
type set map[string]bool

func (s set) has(word string) bool { return s[word] }

// lists holds the lists of words.txt by their names.
var lists = readLists(wordsTXT)

// readLists reads lists: a line that ends with a colon names one, the lines
// below it are its words, or its patterns.
func readLists(text string) map[string][]string {
	all, name := map[string][]string{}, ""
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if list, found := strings.CutSuffix(line, ":"); found {
			name = list
		} else if line != "" && !strings.HasPrefix(line, "#") {
			all[name] = append(all[name], line)
		}
	}
	return all
}

// setOfWords returns the words of a list.
func setOfWords(list string) set {
	s := set{}
	for _, line := range lists[list] {
		for _, word := range strings.Fields(line) {
			s[word] = true
		}
	}
	return s
}

// pattern is a regular expression that is compiled when it is first asked, so
// that those who read no pages don't wait for it.
type pattern func() *regexp.Regexp

// patternOf returns one pattern for those of a list, with what stands before and
// after each.
func patternOf(before, list, after string) pattern {
	return sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(before + `(?:` + strings.Join(lists[list], "|") + `)` + after)
	})
}

func (p pattern) MatchString(s string) bool { return p().MatchString(s) }

func (p pattern) FindString(s string) string { return p().FindString(s) }

func (p pattern) FindStringIndex(s string) []int { return p().FindStringIndex(s) }

func (p pattern) ReplaceAllString(s, with string) string { return p().ReplaceAllString(s, with) }

var (
	parts   = setOfWords("parts")
	silent  = setOfWords("silent")
	outside = setOfWords("outside")
)
