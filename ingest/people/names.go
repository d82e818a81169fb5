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

// A name is a person's family name, alone or with an initial; the first and the
// family name of one who has more between; or all that tells him from others.
const (
	Family Fit = iota + 1
	Part
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
		if fit := p.Fit(words); fit != 0 && p.agrees(name) {
			all = append(all, Match{p, fit})
		}
	}
	return all
}

// agrees says whether a person's names have the number, the suffix and the
// initials of a name, where it has such: George H. W. Bush is not George W. Bush.
// Names without initials tell nothing of them.
func (p *Person) agrees(name string) bool {
	own := append([]string{p.Name}, p.Aliases...)
	has := func(of func(string) string, want string) bool {
		return want == "" || slices.ContainsFunc(own, func(n string) bool { return of(n) == want })
	}
	plain := !slices.ContainsFunc(own, func(n string) bool { return initials(n) != "" })
	return has(numeral, numeral(name)) && has(suffix, suffix(name)) && (plain || has(initials, initials(name)))
}

// numeral returns the number that ends a name, “II”, or "".
func numeral(name string) string {
	last := name[strings.LastIndexByte(name, ' ')+1:]
	if strings.Trim(last, "IVX") == "" {
		return last
	}
	return ""
}

// suffix returns “Jr” or “Sr” where a name ends with it, or "".
func suffix(name string) string {
	name = strings.Trim(name, ".")
	for _, s := range []string{"Jr", "Sr"} {
		if strings.HasSuffix(name, " "+s) {
			return s
		}
	}
	return ""
}

// initials returns the initials between the first and the last word of a name.
func initials(name string) (found string) {
	words := strings.Fields(name)
	for i, w := range words {
		if w = strings.Trim(w, "."); i > 0 && i < len(words)-1 && utf8.RuneCountInString(w) == 1 {
			found += strings.ToLower(w)
		}
	}
	return found
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
		return fitOfEnds(words, own)
	}
	return 0
}

// fitOfEnds says how a name fits whose first and last words are a person's: an
// initial tells little, and what the person has between may tell two apart.
func fitOfEnds(words, own []string) Fit {
	switch {
	case len(words[0]) == 1 || len(own[0]) == 1:
		return Family
	case len(words) < len(own):
		return Part
	}
	return Full
}

// sameFirst says whether two first names may be one's: alike, one an initial of
// the other, or other by a letter.
func sameFirst(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return a == b || utf8.RuneCountInString(a) == 1 && strings.HasPrefix(b, a) || Misspelt(a, b)
}

// Misspelt says whether two words of five letters or more differ in no more than a
// letter, which is not the first.
func Misspelt(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) < 5 || len(y)-len(x) > 1 || x[0] != y[0] {
		return false
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	if len(x) == len(y) {
		return slices.Equal(x[min(i+1, len(x)):], y[min(i+1, len(y)):])
	}
	return slices.Equal(x[i:], y[i+1:])
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

// Plain returns a name with the letters of the press in English for those that
// have no mark to lose: Bronislaw for Bronisław.
func Plain(name string) string { return capitals.Replace(letters.Replace(name)) }

var capitals = strings.NewReplacer("Ø", "O", "Ł", "L", "Đ", "D", "Ð", "D", "Þ", "Th", "Æ", "A", "Œ", "O", "Ə", "A")

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
