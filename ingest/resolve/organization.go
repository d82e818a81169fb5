package resolve

import (
	"slices"
	"strings"
	"unicode"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
)

// longNames returns the names of several words that the article gives to
// bodies, in the order of the text, without those that the gazetteer has.
func (r *resolver) longNames() (long [][]string) {
	for _, n := range r.Names {
		words := strings.Fields(strings.TrimPrefix(r.Article.Slice(n.Span), "the "))
		if n.Kind == document.ORG && len(words) > 1 {
			long = append(long, words)
		}
	}
	return long
}

// longForm returns the long name of which a name of a body is short: its
// capitals, as in NATO, or its first word, as in “the Church”. A name that is
// short for nothing is returned as it is.
func longForm(name string, long [][]string) string {
	if strings.Contains(name, " ") {
		return name
	}
	for _, words := range long {
		if capitals(words) == strings.ToUpper(strings.ReplaceAll(name, ".", "")) || words[0] == name {
			return strings.Join(words, " ")
		}
	}
	return name
}

// capitals returns the first letters of a name's capitalised words.
func capitals(words []string) string {
	var letters []rune
	for _, w := range words {
		if first := []rune(w)[0]; unicode.IsUpper(first) {
			letters = append(letters, first)
		}
	}
	return string(letters)
}

// organization returns the body of a name.
func (r *resolver) organization(name, code string) *entity {
	name = strings.TrimPrefix(strings.TrimPrefix(name, "The "), "the ")
	name = longForm(name, r.long)
	if entry, n := gazetteer.Match(gazetteer.Words(name)); n == len(gazetteer.Words(name)) && entry.Kind == gazetteer.Organization {
		name = entry.Name
	}
	return r.add(graph.Organization, name, name, code)
}

// kindOf returns the kind of a name. What begins with a form of address is a
// person, whatever the network takes it for, and so is the family name of
// somebody named before, where nothing says that it is the place of that name.
func (r *resolver) kindOf(n document.Name, p *people) document.NameKind {
	first, last := r.tokens(n.Span)
	if last-first > 1 && n.Kind != document.LOC {
		if t := r.Words[first].Text; gazetteer.Honorific(t) || slices.Contains(abbreviatedTitles, t) {
			return document.PER
		}
	}
	if n.Kind != document.PER && last-first > 1 && r.introduced(first) {
		return document.PER
	}
	entry, words := gazetteer.Match(gazetteer.Words(r.Article.Slice(n.Span)))
	switch whole := n.Kind == document.PER && words == last-first; {
	case whole && entry.Kind == gazetteer.Organization:
		return document.ORG
	case whole && entry.Kind == gazetteer.Country && len(p.candidates(folded([]string{r.Words[first].Text})[0])) == 0:
		return document.LOC // “Chad said”, where nobody is called Chad
	}
	if n.Kind == document.MISC && words == 0 && r.speaks(n) && !nation(r.Article.Slice(n.Span)) {
		return document.ORG
	}
	if n.Kind == document.PER || n.Kind == document.LOC && r.isPlace(n.Span) {
		return n.Kind
	}
	name := folded(strings.Fields(r.Article.Slice(n.Span)))
	for _, e := range p.known {
		if whole := folded(e.words); len(e.mentions) > 0 && (endsIn(whole, name) || len(name) == 1 && whole[0] == name[0]) {
			return document.PER
		}
	}
	if (n.Kind == document.MISC || n.Kind == document.LOC) && words == 0 && r.told(n) {
		if r.apposedPerson(n) {
			return document.PER
		}
		return document.ORG
	}
	return n.Kind
}

// nation says whether a name is the plural of a demonym: people, but no body.
func nation(name string) bool {
	singular, plural := strings.CutSuffix(name, "s")
	_, known := gazetteer.Match([]string{singular})
	return plural && known > 0
}

func endsIn(words, end []string) bool {
	return len(words) > len(end) && slices.Equal(words[len(words)-len(end):], end)
}

// introduced says whether a name begins with a first name and stands behind a
// noun in lower case, as in “host Jane Doe”, a verb whose object is told, or
// the body that it works for, as in “CNN's Jane Doe”.
func (r *resolver) introduced(first int) bool {
	if first == 0 || gazetteer.GenderOf(r.Words[first].Text) == gazetteer.Unknown {
		return false
	}
	before := r.Words[first-1].Text
	verb, saying := gazetteer.FindVerb(before)
	noun := slices.Contains([]string{"NOUN", "PROPN"}, r.Words[first-1].UPOS) && unicode.IsLower([]rune(before)[0]) && !gazetteer.Is(gazetteer.BodyKind, r.lemma(first-1))
	return noun || saying && verb.Frame == gazetteer.Told || before == "'s" || before == "’s"
}

// speaks says whether a name is that of an author or the subject of a verb of
// saying: of what has no other kind, bodies alone are.
func (r *resolver) speaks(n document.Name) bool {
	head := r.headIn(n.Span)
	over := r.Words[head].Head
	if over < 0 || r.Words[head].UPOS != "PROPN" {
		return false
	}
	_, saying := gazetteer.FindVerb(r.Words[over].Text)
	switch universal(r.Words[head].Relation) {
	case "nsubj":
		return saying
	case "nmod":
		return gazetteer.Is(gazetteer.Document, r.lemma(over)) && r.preposition(head) == "by"
	case "obl":
		return strings.EqualFold(r.Words[over].Text, "according")
	}
	return false
}

// told says whether a name is that of who is told something, which places are
// not: the press tells its own names and people's.
func (r *resolver) told(n document.Name) bool {
	head := r.headIn(n.Span)
	over := r.Words[head].Head
	if over < 0 || !slices.Contains([]string{"iobj", "obj"}, r.Words[head].Relation) || r.Words[head].UPOS != "PROPN" || r.isPlural(head) {
		return false
	}
	return r.lemma(over) == "tell" && len(r.children(head, "det")) == 0
}

// apposedPerson says whether a noun for persons stands in apposition to a name.
func (r *resolver) apposedPerson(n document.Name) bool {
	return slices.ContainsFunc(r.children(r.headIn(n.Span), "appos"), func(t int) bool {
		return gazetteer.Is(gazetteer.Epithet, r.lemma(t)) || r.officeIn(t).title != ""
	})
}

// abbreviatedTitles stand before people's names alone.
var abbreviatedTitles = []string{"Rep.", "Sen.", "Gov.", "Gen.", "Lt.", "Col.", "Adm.", "Capt.", "Rev.", "Prof."}
