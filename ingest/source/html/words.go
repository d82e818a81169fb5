package html

import (
	_ "embed"
	"regexp"
	"strings"
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

// patternOf returns one pattern for those of a list, whatever their case.
func patternOf(list string) *regexp.Regexp {
	return regexp.MustCompile(`(?i)(?:` + strings.Join(lists[list], "|") + `)`)
}

var (
	parts   = setOfWords("parts")
	silent  = setOfWords("silent")
	outside = setOfWords("outside")
)
