package who

import (
	_ "embed"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	officials "github.com/newsgraph/newsgraph/ingest/people"
)

// personKey returns the name by which a person is known from article to
// article: without middle initials, in one of the spellings that
// transliterations differ in.
func personKey(words []string) string {
	return graph.Slug(transliterated(strings.Join(withoutInitials(words), " ")) + " " + suffixOf(words))
}

//go:embed data/spellings.txt
var spellingsTXT string

// spellings replaces endings, and whole first names, of which transliterations
// have several.
var spellings = func() *strings.Replacer {
	var pairs []string
	for other, usual := range lexicon.Classes(spellingsTXT) {
		pairs = append(pairs, other+" ", usual+" ")
	}
	return strings.NewReplacer(pairs...)
}()

// transliterated makes the spellings of a transliterated name alike, as in
// Zelensky, Zelenskyy and Zelenskiy, or Sergei and Sergey.
func transliterated(name string) string {
	return strings.TrimSpace(spellings.Replace(strings.ToLower(name) + " "))
}

// suffixOf returns what stands after a family name, "" where nothing does.
func suffixOf(words []string) string {
	last := strings.ToLower(words[len(words)-1])
	if len(words) < 2 || !lexicon.Generations.Has(last) {
		return ""
	}
	return strings.Trim(last, ".")
}

// withoutInitials returns a name without suffixes and its one middle initial.
// Several initials stay: they are how George H. W. Bush is told from his son.
func withoutInitials(words []string) []string {
	words = slices.Clone(words)
	for len(words) > 1 && lexicon.Generations.Has(strings.ToLower(strings.Trim(words[len(words)-1], ","))) {
		words = words[:len(words)-1]
	}
	if len(words) == 3 && initial(words[1]) {
		words = []string{words[0], words[2]}
	}
	return words
}

func initial(word string) bool {
	letters := []rune(strings.TrimSuffix(word, "."))
	return len(letters) == 1 && unicode.IsUpper(letters[0])
}

// sameName says whether two names of several words may be of one person: first
// names and initials agree, or one name lies at an end of the other. Donald
// Trump Jr. is another than Donald Trump.
func sameName(a, b []string) bool {
	if !sameMiddle(middle(a), middle(b)) || suffixOf(a) != suffixOf(b) {
		return false
	}
	a, b = folded(withoutInitials(a)), folded(withoutInitials(b))
	if len(a) > len(b) {
		a, b = b, a
	}
	first, last := a[0] == b[0] || abbreviates(a[0], b[0]) || abbreviates(b[0], a[0]) || otherSpelling(a[0], b[0]), a[len(a)-1] == b[len(b)-1]
	if first && last {
		return true
	}
	return len(a) > 1 && (slices.Equal(a, b[len(b)-len(a):]) || slices.Equal(a, b[:len(a)]))
}

// otherSpelling says whether two first names differ in a letter, as Rafik
// and Rafiq, and aren't both common ones, as Marco and Mario.
func otherSpelling(a, b string) bool {
	if !officials.Misspelt(a, b) {
		return false
	}
	return gazetteer.GenderOf(initialCapital(a)) == gazetteer.Unknown || gazetteer.GenderOf(initialCapital(b)) == gazetteer.Unknown
}

// middle returns the words between the first and the last of a name.
func middle(words []string) []string {
	if len(words) < 3 {
		return nil
	}
	return words[1 : len(words)-1]
}

// sameMiddle says whether the middle initials of two names agree, or one has
// none: George H. W. Bush is not George W. Bush.
func sameMiddle(a, b []string) bool {
	initials := len(a) > 0 && len(b) > 0 && initial(a[0]) && initial(b[0])
	return !initials || slices.Equal(a, b)
}

// abbreviates says whether a is an initial of b, or initials that begin with it.
func abbreviates(a, b string) bool {
	return strings.HasPrefix(b, strings.TrimSuffix(a, ".")) && (strings.HasSuffix(a, ".") || len(a) == 1)
}

// folded returns words by which spellings are compared: lower case, without
// accents and the Arabic article, one spelling for transliterations, and two
// words for what a hyphen joins, as in Kim Jong-un and Kim Jong Un.
func folded(words []string) []string {
	found := make([]string, 0, len(words))
	for _, w := range words {
		plain := withoutArticle(transliterated(withoutAccents(strings.ReplaceAll(w, "’", "'"))))
		for part := range strings.SplitSeq(plain, "-") {
			if part != "" || plain == "-" {
				found = append(found, part)
			}
		}
	}
	if len(found) == 0 {
		return []string{""}
	}
	return found
}

func withoutAccents(word string) string {
	if !strings.ContainsFunc(word, func(r rune) bool { return r > unicode.MaxASCII }) {
		return word
	}
	plain, _, err := transform.String(transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC), word)
	if err != nil {
		return word
	}
	return plain
}

// uncapitalised writes a name that is in capitals as names are written: JOE O'HARA-KIM is Joe O'Hara-Kim.
func uncapitalised(name string) string {
	inside := false
	return strings.Map(func(r rune) rune {
		before := inside
		if inside = unicode.IsLetter(r) || unicode.IsMark(r); before {
			return unicode.ToLower(r)
		}
		return r
	}, name)
}

// initialCapital writes a folded word as names are written.
func initialCapital(word string) string { return uncapitalised(strings.ToUpper(word)) }

// withoutArticle returns a word of a name without the Arabic article: the press
// calls Bashar al-Assad Assad.
func withoutArticle(word string) string {
	article, rest, found := strings.Cut(word, "-")
	if found && lexicon.ArabicArticles.Has(article) {
		return rest
	}
	return word
}
