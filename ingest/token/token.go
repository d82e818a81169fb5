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

var abbreviations = func() map[string]bool {
	set := map[string]bool{}
	for line := range strings.Lines(abbreviationsTXT) {
		set[strings.TrimSpace(line)] = true
	}
	return set
}()

var (
	initials   = regexp.MustCompile(`^(?:\p{L}\.){2,}`)
	number     = regexp.MustCompile(`^[$£€]?\d+(?:[.,:]\d+)*(?:st|nd|rd|th|s|%)?`)
	wordRun    = regexp.MustCompile(`^[\p{L}\p{M}\p{N}_]+(?:['’][\p{L}\p{M}\p{N}]+)*\+?`)
	runs       = regexp.MustCompile(`^(?:\.{2,}|-{2,}|'')`)
	clitic     = regexp.MustCompile(`(?i)^(.+?)(n['’]t|['’](?:s|re|ve|ll|d|m))$`)
	possessive = regexp.MustCompile(`^['’]s\b`)
	single     = regexp.MustCompile(`^\p{Lu}$`)
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
			end = at + n // behind an abbreviation: U.S.’s
		}
		tokens = appendWord(tokens, text, at, end)
		at = end
	}
	return tokens
}

// tokenLen returns the length of the token with which rest begins.
func tokenLen(rest string, first int) int {
	window := rest[:min(len(rest), 256)] // keeps the time linear
	for _, form := range []*regexp.Regexp{initials, number, wordRun, runs} {
		if n := len(form.FindString(window)); n > 0 {
			return n + fullStop(window[:n], rest[n:])
		}
	}
	return first
}

// fullStop returns 1 where the full stop behind a word belongs to it.
func fullStop(word, rest string) int {
	if strings.HasPrefix(rest, ".") && (abbreviations[word+"."] || single.MatchString(word) && word != "I") {
		return 1
	}
	return 0
}

// appendWord appends text[at:end], divided where it has a clitic.
func appendWord(tokens []Token, text string, at, end int) []Token {
	if m := clitic.FindStringSubmatchIndex(text[at:end]); m != nil {
		middle := at + m[4]
		return append(tokens, Token{at, middle, text[at:middle]}, Token{middle, end, text[middle:end]})
	}
	return append(tokens, Token{at, end, text[at:end]})
}

// Closing says whether t is a quotation mark or bracket that may stand behind
// the end of a sentence.
func (t Token) Closing() bool { return strings.ContainsAny(t.Text, "”\"’'»)]") && t.Len() <= 3 }

// Len returns the length of the token in bytes.
func (t Token) Len() int { return t.End - t.Start }

// Ends says whether t ends a sentence.
func (t Token) Ends() bool {
	return t.Text == "." || t.Text == "!" || t.Text == "?" || t.Text == "…" || strings.HasPrefix(t.Text, "..")
}

// Upper says whether t begins with a capital letter.
func (t Token) Upper() bool {
	r, _ := utf8.DecodeRuneInString(t.Text)
	return unicode.IsUpper(r)
}

// Word says whether t is a word or number rather than punctuation.
func (t Token) Word() bool {
	return strings.ContainsFunc(t.Text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// longestSentence is in tokens. What is longer is no prose; it is divided, so
// that work which grows with a sentence's length stays bounded.
const longestSentence = 400

// Sentences returns the index behind the last token of each sentence. The
// tokens are those of one paragraph.
func Sentences(tokens []Token) (ends []int) {
	start := 0
	for i := 0; i < len(tokens); i++ {
		if i-start == longestSentence {
			ends, start = append(ends, i), i
		}
		if !endsSentence(tokens, i) {
			continue
		}
		for i+1 < len(tokens) && (tokens[i+1].Ends() || tokens[i+1].Closing() && tokens[i+1].Start == tokens[i].End) {
			i++
		}
		if i+1 < len(tokens) && !opensSentence(tokens[i+1]) {
			continue
		}
		ends, start = append(ends, i+1), i+1
	}
	if n := len(tokens); n > 0 && (len(ends) == 0 || ends[len(ends)-1] < n) {
		ends = append(ends, n)
	}
	return ends
}

// endsSentence says whether a sentence may end with token i. An abbreviation
// such as “U.S.” ends one where a new sentence clearly begins behind it.
func endsSentence(tokens []Token, i int) bool {
	t := tokens[i]
	if initials.MatchString(t.Text) && i+1 < len(tokens) {
		return starters[tokens[i+1].Text]
	}
	return t.Ends()
}

// starters are words that hardly continue a name behind an abbreviation.
var starters = map[string]bool{
	"The": true, "He": true, "She": true, "They": true, "It": true, "We": true, "In": true, "But": true, "A": true, "This": true, "“": true, "On": true, "At": true,
}

func opensSentence(t Token) bool {
	r, _ := utf8.DecodeRuneInString(t.Text)
	return !unicode.IsLower(r) && !strings.ContainsRune(",;:)]", r)
}
