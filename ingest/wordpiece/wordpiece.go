// Package wordpiece divides words into the pieces of a BERT vocabulary
// (Schuster and Nakajima 2012; Devlin et al. 2019), uncased. Every word has at
// least one piece; one that the vocabulary can't spell is a single piece for
// the unknown.
package wordpiece

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

const (
	longest = 100 // letters of a part of a word; what is longer is unknown
	most    = 24  // pieces of a word that are looked at
)

// Vocabulary knows pieces by their text.
type Vocabulary struct {
	pieces            map[string]int32
	unknown, cls, sep int32
}

// New returns the vocabulary in which piece i has the number i.
func New(pieces []string) *Vocabulary {
	v := &Vocabulary{pieces: make(map[string]int32, len(pieces))}
	for i, p := range pieces {
		v.pieces[p] = int32(i)
	}
	v.unknown, v.cls, v.sep = v.pieces["[UNK]"], v.pieces["[CLS]"], v.pieces["[SEP]"]
	return v
}

// Frame returns the numbers of the pieces that stand before and after a text.
func (v *Vocabulary) Frame() (before, after int32) { return v.cls, v.sep }

// Append appends the pieces of a word, at least one, to pieces.
func (v *Vocabulary) Append(pieces []int32, word string) []int32 {
	first := len(pieces)
	for _, part := range parts(word) {
		pieces = v.appendPart(pieces, part)
		if len(pieces) > first+most {
			return pieces[:first+most]
		}
	}
	if len(pieces) == first {
		return append(pieces, v.unknown)
	}
	return pieces
}

// appendPart takes the longest piece that fits, again and again.
func (v *Vocabulary) appendPart(pieces []int32, part string) []int32 {
	if id, ok := v.pieces[part]; ok {
		return append(pieces, id)
	}
	letters := []rune(normalise(part))
	if len(letters) == 0 || len(letters) > longest {
		return append(pieces, v.unknown)
	}
	first, prefix := len(pieces), ""
	for len(letters) > 0 {
		end, id := len(letters), int32(0)
		for ; end > 0; end-- {
			var ok bool
			if id, ok = v.pieces[prefix+string(letters[:end])]; ok {
				break
			}
		}
		if end == 0 {
			return append(pieces[:first], v.unknown)
		}
		pieces, letters, prefix = append(pieces, id), letters[end:], "##"
	}
	return pieces
}

// normalise returns the letters that the vocabulary knows: small ones without
// accents.
func normalise(part string) string {
	if plain(part) {
		return strings.ToLower(part)
	}
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, norm.NFD.String(strings.Map(unicode.ToLower, part)))
}

func plain(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// parts divides a word into runs of letters and single punctuation marks.
func parts(word string) []string {
	var found []string
	start := -1
	for i, r := range word {
		space, alone := unicode.IsSpace(r) || dropped(r), punctuation(r) || ideograph(r)
		if (space || alone) && start >= 0 {
			found, start = append(found, word[start:i]), -1
		}
		if alone {
			found = append(found, string(r))
		} else if !space && start < 0 {
			start = i
		}
	}
	if start >= 0 {
		found = append(found, word[start:])
	}
	return found
}

func punctuation(r rune) bool {
	return r >= '!' && r <= '/' || r >= ':' && r <= '@' || r >= '[' && r <= '`' || r >= '{' && r <= '~' || unicode.Is(unicode.P, r)
}

// dropped are characters without a meaning for the reader: controls, private
// and unassigned ones.
func dropped(r rune) bool {
	return r == 0 || r == '\ufffd' || r >= 0x7f && !unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S, unicode.Z) || r < ' '
}

func ideograph(r rune) bool {
	return r >= 0x4e00 && r <= 0x9fff || r >= 0x3400 && r <= 0x4dbf || r >= 0x20000 && r <= 0x2a6df || r >= 0xf900 && r <= 0xfaff
}

// Case is the letter case of a word, which the vocabulary has lost.
type Case uint8

// The letter cases. Begins is added where a word begins a paragraph; Special is
// that of the pieces before and after a text.
const (
	Lower Case = iota
	Title
	Upper
	Mixed
	Other // no letters
	Begins
	Special Case = 10
)

// CaseOf returns the letter case of a word.
func CaseOf(word string) Case {
	var letters, lower, upper int
	first := false
	for _, r := range word {
		if !unicode.IsLetter(r) {
			continue
		}
		if unicode.IsUpper(r) {
			upper++
			first = first || letters == 0
		} else if unicode.IsLower(r) {
			lower++
		}
		letters++
	}
	switch {
	case letters == 0:
		return Other
	case lower == letters:
		return Lower
	case upper == letters && letters > 1:
		return Upper
	case first && lower == letters-1:
		return Title
	}
	return Mixed
}
