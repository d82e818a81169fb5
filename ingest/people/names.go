package people

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fit says how a name names a person.
type Fit int

// A name is a person's family name alone, or as much as tells him from his
// family: first and family name, or all of it.
const (
	Family Fit = iota + 1
	Full
)

// Match is a person whom a name may name.
type Match struct {
	*Person
	Fit Fit
}

// Named returns those whom a name may name, in the order of the table, whatever
// its spelling: “Volodymyr Zelensky” names Volodymyr Zelenskyy, “Lavrov” all of
// that family name, “V. Putin” and “Vladimir Vladimirovich Putin” Vladimir Putin.
func (t *Table) Named(name string) (all []Match) {
	words := Words(name)
	if len(words) == 0 {
		return nil
	}
	for _, p := range t.load().byWord[words[len(words)-1]] {
		if fit := p.Fit(words); fit != 0 {
			all = append(all, Match{p, fit})
		}
	}
	return all
}

// Fit says how a name, in words as Words returns them, names a person; 0 where it
// doesn't.
func (p *Person) Fit(words []string) (best Fit) {
	for _, own := range p.words {
		best = max(best, fit(words, own, p.familyFirst()))
	}
	return best
}

// familyFirst says whether a person's country puts the family name first.
func (p *Person) familyFirst() bool {
	return len(p.Terms) > 0 && slices.Contains([]string{"CN", "HK", "TW", "KR", "KP", "VN", "KH"}, p.Terms[0].Country)
}

// fit compares a name with a person's own.
func fit(words, own []string, familyFirst bool) Fit {
	n, m := len(words), len(own)
	switch {
	case m == 0:
		return 0
	case slices.Equal(words, own):
		return Full
	case n == 1:
		if words[0] == own[m-1] || familyFirst && words[0] == own[0] {
			return Family
		}
		return 0
	case n < m && slices.Equal(words, own[m-n:]):
		return Family // “López Obrador”, and “Bin Salman”
	case n >= 2 && m >= 2 && words[n-1] == own[m-1] && sameFirst(words[0], own[0]):
		return Full
	}
	return 0
}

// sameFirst says whether two first names may be one's: alike, one an initial of
// the other, or other by a letter.
func sameFirst(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return a == b || utf8.RuneCountInString(a) == 1 && strings.HasPrefix(b, a) || near(a, b)
}

// near says whether two words of five letters or more differ in a letter at
// most, but not in the first.
func near(a, b string) bool {
	if len(a) < 5 || len(b)-len(a) > 1 || a[0] != b[0] {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return i == len(a) || a[i+1:] == b[i+1:]
	}
	return a[i:] == b[i+1:]
}

// dropped are words of a name that are none of it: the Arabic article, and what
// tells generations apart.
var dropped = []string{"al", "el", "ul", "jr", "sr", "ii", "iii", "iv"}

// Words returns the words of a name by which spellings are compared: folded,
// without articles, suffixes and initials after the first word.
func Words(name string) (words []string) {
	for _, w := range strings.FieldsFunc(name, func(r rune) bool { return unicode.IsSpace(r) || r == '-' || r == '‑' || r == ',' }) {
		if w = folded(w); w == "" || slices.Contains(dropped, w) || len(words) > 0 && len(w) == 1 {
			continue
		}
		words = append(words, w)
	}
	return words
}

// letters are those that lose no mark when decomposed.
var letters = strings.NewReplacer("ø", "o", "ł", "l", "ı", "i", "đ", "d", "ð", "d", "þ", "th", "ß", "ss", "æ", "a", "œ", "o", "ə", "a")

// spellings make transliterations and umlauts alike; of those that begin at one
// letter the first in the list counts.
var spellings = strings.NewReplacer("iev", "ev", "yev", "ev", "iy", "i", "yy", "i", "ii", "i", "ij", "i", "y", "i", "oe", "o", "ue", "u", "aa", "a", "oo", "u", "ou", "u", "uu", "u", "x", "ks",
	"bb", "b", "dd", "d", "ff", "f", "gg", "g", "kk", "k", "ll", "l", "mm", "m", "nn", "n", "pp", "p", "rr", "r", "ss", "s", "tt", "t", "zz", "z")

// folded returns a word of a name as spellings are compared.
func folded(word string) string {
	word = strings.ToLower(strings.Trim(word, ".’'‘\"()“”"))
	if strings.ContainsFunc(word, func(r rune) bool { return r >= utf8.RuneSelf || r == '\'' || r == '.' }) {
		word = strings.Map(func(r rune) rune {
			if unicode.Is(unicode.Mn, r) || strings.ContainsRune("'’‘ʼʻ`.", r) {
				return -1
			}
			return r
		}, norm.NFKD.String(letters.Replace(word)))
	}
	return spellings.Replace(word)
}
