package graph

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Slug brings a name into the form that ids are made from: compatibility
// decomposed, without marks, in lower case, with one hyphen for every run of
// what is neither letter nor digit. Letters of all scripts are kept.
func Slug(name string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFKD.String(name) {
		switch {
		case unicode.Is(unicode.Mn, r) || r == '\'' || r == '’':
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(unicode.ToLower(r))
		default:
			gap = true
		}
	}
	return b.String()
}

// EntityID returns the id of an entity of the given label, "person:jane-doe".
// For a country, name is its ISO 3166-1 alpha-2 code.
func EntityID(label Label, name string) string {
	return strings.ToLower(string(label)) + ":" + Slug(name)
}

// FullName returns the name by which an entity is shown that has several: the one
// of most words, of these the longest, of these the first in order.
func FullName(names ...string) string {
	return slices.MinFunc(names, func(a, b string) int {
		return cmp.Or(strings.Count(b, " ")-strings.Count(a, " "), utf8.RuneCountInString(b)-utf8.RuneCountInString(a), cmp.Compare(a, b))
	})
}

// MeetingID returns the id of a meeting: who met, where (a place's id or "")
// and when (a date as precise as known, or ""). Where that does not tell it
// from others, as one person's talks on an unknown day, it is the article's own.
func MeetingID(article string, participants []string, place, date string) string {
	participants = slices.Clone(participants)
	slices.Sort(participants)
	words := append(participants, place, date)
	if day := len(date) == len(time.DateOnly); len(participants) < 2 && !day {
		words = append(words, article)
	}
	sum := sha256.Sum256([]byte(strings.Join(words, "\n")))
	return "meeting:" + hex.EncodeToString(sum[:8])
}
