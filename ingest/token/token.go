// Package token divides English text into words, punctuation marks and
// sentences.
//
//	tokens := token.Words(text)
//
// Tokens are those of the Universal Dependencies English treebanks: clitics
// (’s, n’t) and hyphens stand alone, abbreviations keep their full stop.
// Offsets are bytes of the text; each token lies on code point borders.
package token

import (
	_ "embed"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Token is a word or a punctuation mark, text[Start:End].
type Token struct {
	Start, End int
	Text       string
}

//go:embed abbreviations.txt
var abbreviationsTXT string

// abbreviations says of each whether a sentence may end with it.
var abbreviations = func() map[string]bool {
	set := map[string]bool{}
	for line := range strings.Lines(abbreviationsTXT) {
		fields := strings.Fields(line)
		for _, word := range fields[1:] {
			if fields[0] != "#" {
				set[word] = fields[0] == "after"
			}
		}
	}
	return set
}()

var (
	address    = regexp.MustCompile(`^(?:https?://|www\.|pic\.twitter\.com/|t\.co/)[^\s<>“”"]*[\p{L}\p{N}/_=-]`)
	initials   = regexp.MustCompile(`^(?:\p{L}\.){2,}`)
	number     = regexp.MustCompile(`^[$£€]?\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s|%)?`)
	wordRun    = regexp.MustCompile(`^[\p{L}\p{M}\p{N}_]+(?:['’][\p{L}\p{M}\p{N}]+)*\+?`)
	runs       = regexp.MustCompile(`^(?:\.{2,}|-{2,}|'')`)
	clitic     = regexp.MustCompile(`(?i)^(.+?)(n['’]t|['’](?:s|re|ve|ll|d|m))$`)
	possessive = regexp.MustCompile(`^['’]s\b`)
	single     = regexp.MustCompile(`^\p{Lu}$`)
	numbered   = regexp.MustCompile(`^\. ?\d`)
)

// Words returns the tokens of text, in order.
func Words(text string) []Token {
	var tokens []Token
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRuneInString(text[at:])
		if unicode.IsSpace(r) || r == '\ufeff' || r == '\u200b' {
			at += size
			continue
		}
		end := at + tokenLen(text[at:], size)
		if n := len(possessive.FindString(text[at:min(len(text), at+4)])); n > 0 && len(tokens) > 0 && tokens[len(tokens)-1].End == at {
			end = at + n // after an abbreviation: U.S.’s
		}
		tokens = appendWord(tokens, text, at, end)
		at = end
	}
	return tokens
}

// tokenLen returns the length of the token with which rest begins.
func tokenLen(rest string, first int) int {
	window := rest[:min(len(rest), 256)] // keeps the time linear
	for _, form := range []*regexp.Regexp{address, initials, number, wordRun, runs} {
		if n := len(form.FindString(window)); n > 0 {
			return n + fullStop(window[:n], rest[n:])
		}
	}
	return first
}

// fullStop returns 1 where the full stop after a word belongs to it. “No.” is
// an abbreviation before a number alone.
func fullStop(word, rest string) int {
	if !strings.HasPrefix(rest, ".") {
		return 0
	}
	_, known := abbreviations[word+"."]
	if ends, title := abbreviations[capitalised(word)+"."]; title && !ends {
		known = true // MR. ROE
	}
	if known || single.MatchString(word) && word != "I" || word == "No" && numbered.MatchString(rest) {
		return 1
	}
	return 0
}

// capitalised returns a word in capitals with its first letter alone in capitals.
func capitalised(word string) string {
	if len(word) < 2 || strings.ToUpper(word) != word {
		return word
	}
	return word[:1] + strings.ToLower(word[1:])
}

// appendWord appends text[at:end], divided where it has a clitic.
func appendWord(tokens []Token, text string, at, end int) []Token {
	if m := clitic.FindStringSubmatchIndex(text[at:end]); m != nil {
		middle := at + m[4]
		return append(tokens, Token{at, middle, text[at:middle]}, Token{middle, end, text[middle:end]})
	}
	return append(tokens, Token{at, end, text[at:end]})
}

// Closing says whether t is a quotation mark or bracket that may stand after
// the end of a sentence.
func (t Token) Closing() bool { return strings.ContainsAny(t.Text, "”\"’'»)]") && t.Len() <= 3 }

// Len returns the length of the token in bytes.
func (t Token) Len() int { return t.End - t.Start }

// Ends says whether t ends a sentence.
func (t Token) Ends() bool {
	return t.Text == "." || t.Text == "!" || t.Text == "?" || t.Text == "…" || strings.HasPrefix(t.Text, "..")
}
