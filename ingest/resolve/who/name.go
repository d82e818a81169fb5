package who

import (
	"regexp"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// name is a name in the text without the titles before it.
type name struct {
	document.Range
	kind  document.NameKind
	words []string
}

// clean returns the names of a document without titles, with the parts that a
// hyphen joins to them, and without those of a byline.
func clean(d *document.Document) (names []name) {
	bylines := bylines(d)
	for _, n := range withSites(d) {
		r := n.Range
		if slices.Contains(bylines, d.SentenceOf(r.First).Paragraph) {
			continue
		}
		if n.Kind == document.PER {
			r = numbered(d, hyphenated(d, untitled(d, r)))
		} else if tree.At(d, r.Last).Is("NUM") && classOf(d.Words[r.Last-1].Text, "") == media {
			r.Last++ // “Channel | 7”
		}
		if n.Kind == document.PER && noName(d, r) {
			continue
		}
		if last := len(names) - 1; last >= 0 && names[last].Overlaps(r) {
			if n.Kind != document.PER || names[last].kind != document.PER {
				continue
			}
			r.First = names[last].First // “Boutros | Boutros-Ghali”
			names = names[:last]
		}
		if last := len(names) - 1; last >= 0 && names[last].kind == document.ORG && n.Kind != document.PER && serves(d, names[last].Range, r) {
			r.First, n.Kind = names[last].First, document.ORG
			names = names[:last]
		}
		names = append(names, name{r, n.Kind, words(d, r)})
	}
	return names
}

// serves says whether a body's name goes on over “for” and the name after it:
// “International Criminal Tribunal | for the former | Yugoslavia”.
func serves(d *document.Document, body, r document.Range) bool {
	head := strings.ToLower(d.Words[body.Last-1].Text)
	if !classes[formal][head] && head != "tribunal" || at(d, body.Last) != "for" || r.First <= body.Last || r.First-body.Last > 3 {
		return false
	}
	for w := body.Last + 1; w < r.First; w++ {
		if !slices.Contains([]string{"the", "former"}, at(d, w)) {
			return false
		}
	}
	return true
}

// withSites returns the names of a document and the sites of the web, which
// speak as bodies do and hide the names within theirs: “Cleveland.com”.
func withSites(d *document.Document) []document.Name {
	var sites []document.Name
	for i := 2; i < len(d.Words); i++ {
		if d.Words[i-1].Text != "." || !d.Touches(i-1) || !lexicon.Domains.Has(d.Words[i].Text) {
			continue
		}
		r := document.Range{First: i - 2, Last: i + 1}
		for r.First > 1 && d.Touches(r.First-1) && strings.Contains(".-", d.Words[r.First-1].Text) {
			r.First -= 2
		}
		if last := len(sites) - 1; last >= 0 && sites[last].Range.Overlaps(r) {
			sites = sites[:last] // “motoring.com | .au”
		}
		sites = append(sites, document.Name{Range: r, Kind: document.ORG})
	}
	if len(sites) == 0 {
		return d.Names
	}
	names := slices.DeleteFunc(slices.Clone(d.Names), func(n document.Name) bool {
		return slices.ContainsFunc(sites, func(s document.Name) bool { return s.Range.Overlaps(n.Range) })
	})
	names = append(names, sites...)
	slices.SortStableFunc(names, func(a, b document.Name) int { return a.First - b.First })
	return names
}

// words returns the words of a name as they stand between spaces.
func words(d *document.Document, r document.Range) []string { return strings.Fields(d.Text(r)) }

// text returns the words of a name with one space between them.
func text(d *document.Document, r document.Range) string { return strings.Join(words(d, r), " ") }

// tokens returns the words of a range.
func tokens(d *document.Document, r document.Range) []string {
	found := make([]string, 0, r.Len())
	for _, w := range d.Words[r.First:r.Last] {
		found = append(found, w.Text)
	}
	return found
}

// before returns the word before another, "" at the beginning.
func before(d *document.Document, word int) string {
	if word <= 0 {
		return ""
	}
	return d.Words[word-1].Text
}

// at returns the word, "" at the end of the document.
func at(d *document.Document, word int) string {
	if word < 0 || word >= len(d.Words) {
		return ""
	}
	return d.Words[word].Text
}

// untitled returns a person's name without the titles before it and the
// possessive after it.
func untitled(d *document.Document, r document.Range) document.Range {
	for first := max(0, r.First-3); first < r.First; first++ { // “Secretary of | State Jane Doe”
		if _, titled := gazetteer.Title(tokens(d, document.Range{First: first, Last: r.Last})); first+titled > r.First && first+titled < r.Last {
			r.First = first + titled
		}
	}
	for r.Len() > 1 {
		words := tokens(d, r)
		_, titled := gazetteer.Title(words)
		if titled == 0 && (gazetteer.Honorific(words[0]) || lexicon.Agencies.Has(words[0])) {
			titled = 1
		}
		if titled == 0 || titled >= len(words) {
			break
		}
		r.First += titled
	}
	for r.Len() > 1 && (lexicon.Owning(d.Words[r.Last-1].Text) || small(d, r.Last-1)) {
		r.Last--
	}
	return r
}

// small says whether a word is one in small letters, which no person's name
// ends with but after a hyphen: “Doe | demurred”, “Kim Jong-un”.
func small(d *document.Document, word int) bool {
	return unicode.IsLower([]rune(d.Words[word].Text)[0]) && !strings.Contains(d.Words[word].Text, "-") && before(d, word) != "-"
}

// numbered returns a name with the number after it: “Elizabeth | II”, “Donald Trump | Jr.”.
func numbered(d *document.Document, r document.Range) document.Range {
	if roman.MatchString(at(d, r.Last)) {
		r.Last++
	}
	return r
}

var roman = regexp.MustCompile(`^(Jr\.?|Sr\.?|II|III|IV|V|VI|VII|VIII|XI|XII|XIV|XV|XVI|XXIII)$`)

// noName says whether words that the network takes for a person are none, or
// nobody of whom the article tells: a pronoun, a title alone, the state after a
// politician's party, who wrote the article.
func noName(d *document.Document, r document.Range) bool {
	w := d.Words[r.First]
	_, titled := gazetteer.Title(tokens(d, r))
	switch {
	case titled == r.Len(), isSeat(text(d, r)), unicode.IsLower([]rune(w.Text)[0]) && r.Len() == 1:
		return true
	case before(d, r.First) == ":" && lexicon.Credits.Has(before(d, r.First-1)):
		return true
	case r.Len() > 1:
		return addressesOffice(d, r)
	case utf8.RuneCountInString(w.Text) == 1, lexicon.Agencies.Has(w.Text), thing(d, r):
		return true
	}
	return tree.At(d, r.First).Is("PRON", "DET") || slices.Contains([]string{"god", "allah"}, strings.ToLower(w.Text))
}

// addressesOffice says whether words are a form of address and an office:
// “Madame President”.
func addressesOffice(d *document.Document, r document.Range) bool {
	words := tokens(d, r)
	_, titled := gazetteer.Title(words[1:])
	return titled == len(words)-1 && honoured(words[0]) != gazetteer.Unknown
}

// thing says whether a word that is no first name has an article of its own:
// “known as a Musudan”, “the Kennedys”, but not “the Doe plan”.
func thing(d *document.Document, r document.Range) bool {
	article, next := tree.At(d, r.First-1), tree.At(d, r.Last)
	return slices.Contains([]string{"a", "an", "the"}, article.Lower()) &&
		(article.Up().Word == r.First || slices.Contains([]string{",", ".", ";"}, next.Lower())) &&
		!next.Is("NOUN", "PROPN") && !lexicon.Owning(next.Lower()) && gazetteer.GenderOf(d.Words[r.First].Text) == gazetteer.Unknown
}

// isSeat says whether words are the party of a politician, the state or both:
// “(D-Nev.)”.
func isSeat(words string) bool {
	m := seat.FindStringSubmatch(words)
	return m != nil && (m[1] == "" || lexicon.AmericanStates.Has(m[1]))
}

var seat = regexp.MustCompile(`^[DRI]-|^[DRI]?(\p{Lu}\p{Ll}+)\.$`)

// hyphenated returns a name with the part that a hyphen joins to it where the
// name has been cut, “Zahava Gal|-On”, “Frank-|Walter Steinmeier”, but not with
// another name: “the Doe|-|Roe talks”.
func hyphenated(d *document.Document, r document.Range) document.Range {
	if r.Last+1 < len(d.Words) && d.Hyphen(r.Last) && part(d.Words[r.Last+1].Text, r.Len() > 1) && !inName(d, r.Last+1) {
		r.Last += 2
	}
	if r.First > 1 && d.Hyphen(r.First-1) && part(d.Words[r.First-2].Text, false) && !inName(d, r.First-2) {
		r.First -= 2
	}
	return r
}

// inName says whether a word is in a name.
func inName(d *document.Document, word int) bool {
	i := sort.Search(len(d.Names), func(i int) bool { return d.Names[i].Last > word })
	return i < len(d.Names) && d.Names[i].First <= word
}

// part says whether a word may be part of a hyphenated name, in lower case only
// after a name of several words: “Lee Teng-hui”.
func part(word string, lower bool) bool {
	first := []rune(word)[0]
	return len(word) > 1 && !lexicon.JoinedToNames.Has(strings.ToLower(word)) && (unicode.IsUpper(first) && strings.ToUpper(word) != word || lower && unicode.IsLower(first) && len(word) <= 6)
}

// byline matches a paragraph that tells who wrote the article.
var byline = regexp.MustCompile(`^\W*(?i:(?:by|author:|editor:|(?:additional )?reporting by|writ(?:ing|ten) by|editing by|compiled by|photo(?:graph)?s? by) )\W*\p{Lu}|(?i:\b(?:reporting|editing|writing) by \p{Lu}|contributed (?:reporting|to this (?:report|story|article))|\bnewsroom\b.*\d{3}|author: .*editor: )`)

// bylines returns the paragraphs that are bylines.
func bylines(d *document.Document) (found []int) {
	for i, s := range d.Sentences {
		if i > 0 && d.Sentences[i-1].Paragraph == s.Paragraph {
			continue
		}
		text := d.Article.Slice(s.Span)
		if len(text) < 200 && byline.MatchString(text) && !strings.Contains(text, " said") {
			found = append(found, s.Paragraph)
		}
	}
	return found
}
