package who

import (
	"slices"
	"strings"
	"unicode"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// kindOf returns the kind of a name, which the network takes for another one at
// times: what begins with a form of address is a person, and so is the family
// name of somebody named before where nothing says that it is a place; what
// ends in “Co.” or stands after “the daily” is a body.
func (f finder) kindOf(n name) document.NameKind {
	entry, words := gazetteer.Match(gazetteerWords(f.Document, n.Range))
	whole := words == n.Len()
	switch person := n.kind == document.PER; {
	case person && whole && entry.Kind == gazetteer.Organization, person && (f.isBody(n) || f.begins(n) || f.isFirm(n)):
		return document.ORG
	case person && whole && entry.Kind != gazetteer.City && len(f.people.candidates(n.words)) == 0,
		person && whole && entry.Kind == gazetteer.Country && f.onlyFirst(n):
		return document.LOC // “Chad said”, where nobody is called Chad, or Chad Doe only by his family name
	case person:
		return f.kindAlone(n)
	case n.Len() > 1 && n.kind != document.LOC && !whole && !f.isPaper(n) && !f.isBody(n) && (f.addressed(n) || f.introduced(n.First)):
		return document.PER
	case whole || n.kind == document.LOC && isPlace(f.Document, n.Range):
		return n.kind
	case f.isFamily(n) || f.isFull(n):
		return document.PER
	}
	return n.kind
}

// onlyFirst says whether a name of one word is the first name of all who have it,
// by which the press calls hardly anybody.
func (f finder) onlyFirst(n name) bool {
	return len(n.words) == 1 && !slices.ContainsFunc(f.people.candidates(n.words), func(i int) bool {
		whole := f.people.folded[i]
		return len(whole) < 2 || whole[0] != folded(n.words)[0]
	})
}

// addressed says whether a name begins with a form of address.
func (f finder) addressed(n name) bool {
	word := f.Document.Words[n.First].Text
	return gazetteer.Honorific(word) || lexicon.AbbreviatedTitles.Has(word)
}

// corporate says whether a word ends the names of companies.
func corporate(word string) bool { return lexicon.Companies.Has(strings.TrimSuffix(word, ".")) }

// isBody says whether what the network takes for a person is a body: “Upjohn
// Co.”, “Israel Radio”, “the daily Le Monde”.
func (f finder) isBody(n name) bool {
	last := n.words[len(n.words)-1]
	if len(n.words) > 1 && (corporate(last) || classOf(last, "") != none) {
		return true
	}
	c := tree.At(f.Document, n.First-1)
	return c.OK() && c.Is("NOUN", "ADJ") && classOf(c.Lower(), "") == media && gazetteer.GenderOf(n.words[0]) == gazetteer.Unknown
}

// begins says whether what the network takes for a person begins the name of a
// body: “Norvik Steel” of Norvik Steel Inc., “Goldman” of Goldman Sachs where
// nobody is called so.
func (f finder) begins(n name) bool {
	if len(n.words) == 1 && len(f.people.candidates(n.words)) > 0 || gazetteer.GenderOf(n.words[0]) != gazetteer.Unknown {
		return false
	}
	return slices.ContainsFunc(f.forms.long, func(whole []string) bool {
		return len(whole) > len(n.words) && slices.Equal(whole[:len(n.words)], n.words)
	})
}

// isFirm says whether what the network takes for a person is a company that the
// article names in full, where nobody of that name is more than somebody's owner:
// “Ford” of Ford Motor Co beside “Gerald Ford's foundation”.
func (f finder) isFirm(n name) bool {
	if len(n.words) != 1 || f.uses.own[n.words[0]] || f.titled(n) {
		return false
	}
	return slices.ContainsFunc(f.forms.long, func(whole []string) bool {
		return len(whole) > 1 && whole[0] == n.words[0] && corporate(whole[len(whole)-1])
	})
}

// titled says whether a noun stands before a name: “Mr. Ford”, “President Ford”.
func (f finder) titled(n name) bool {
	c := tree.At(f.Document, n.First-1)
	return c.OK() && c.Word >= f.Document.SentenceOf(n.First).First && c.Is("NOUN", "PROPN")
}

// isFull says whether a name is a first name and the family name of somebody
// whom the article names so elsewhere: “Donald Trump landed”, later “Trump”.
func (f finder) isFull(n name) bool {
	return len(n.words) == 2 && gazetteer.GenderOf(n.words[0]) != gazetteer.Unknown && f.uses.alone[n.words[1]]
}

// isFamily says whether a name is that of somebody named before, or its end,
// and the network takes it for a person's more often than for a body's: where
// Gerald Ford is named, Ford may still be the maker of cars.
func (f finder) isFamily(n name) bool {
	own := folded(n.words)
	named := slices.ContainsFunc(f.people.sharing(own[len(own)-1]), func(i int) bool {
		whole := f.people.folded[i]
		return len(f.people.known[i].Mentions) > 0 && (endsIn(whole, own) || len(own) == 1 && whole[0] == own[0])
	})
	return named && f.uses.people[n.words[len(n.words)-1]] >= f.uses.others[string(n.kind)+n.words[0]]
}

// uses says how words are used in the names of an article.
type uses struct {
	people map[string]int  // last words of people's names
	others map[string]int  // kinds and first words of other names
	alone  map[string]bool // people's names of one word
	full   map[string]bool // last words of people's names of several
	own    map[string]bool // … that stand for the people, not for whose something is
}

func usesOf(d *document.Document, names []name) uses {
	u := uses{map[string]int{}, map[string]int{}, map[string]bool{}, map[string]bool{}, map[string]bool{}}
	for _, n := range names {
		if n.kind != document.PER {
			u.others[string(n.kind)+n.words[0]]++
			continue
		}
		u.people[n.words[len(n.words)-1]]++
		if len(n.words) == 1 {
			u.alone[n.words[0]] = true
		} else {
			last := n.words[len(n.words)-1]
			u.full[last], u.own[last] = true, u.own[last] || !lexicon.Owning(strings.ToLower(at(d, n.Last)))
		}
	}
	return u
}

// isHousehold says whether a name is the plural of a family name, of several who
// bear it: “the Obamas”, where Barack Obama is named.
func (f finder) isHousehold(n name) bool {
	last := n.words[len(n.words)-1]
	family, plural := strings.CutSuffix(last, "s")
	if !plural || f.uses.full[last] || len(withoutThe(n.words)) > 1 || !strings.EqualFold(before(f.Document, n.Last-1), "the") {
		return false
	}
	return f.uses.full[family] || f.uses.full[strings.TrimSuffix(family, "e")]
}

func endsIn(words, end []string) bool {
	return len(words) > len(end) && slices.Equal(words[len(words)-len(end):], end)
}

// introduced says whether a name begins with a first name and stands after a
// noun in lower case, as in “host Jane Doe”, a verb whose object is told, or
// the body that it works for, as in “CNN's Jane Doe”.
func (f finder) introduced(first int) bool {
	d := f.Document
	if first == 0 || gazetteer.GenderOf(d.Words[first].Text) == gazetteer.Unknown {
		return false
	}
	c := tree.At(d, first-1)
	noun := c.Is("NOUN", "PROPN") && unicode.IsLower([]rune(before(d, first))[0]) && !lexicon.BodyKinds.Has(c.Lemma()) && classOf(c.Lower(), "") == none
	return noun || gazetteer.Told(before(d, first)) || lexicon.Owning(before(d, first))
}
