package who

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// enterListed adds the country, body or place of a name that is no person's.
func (f finder) enterListed(n name) {
	text := listed(strings.Join(n.words, " "))
	words := gazetteer.Words(text)
	entry, length := gazetteer.Match(words)
	switch by, plays := f.teams.At(n.Range); {
	case plays:
		f.enterTeam(n, text, entry, by)
	case length < len(words):
		f.enterUnlisted(n, text, entry)
	case f.isHomonym(text):
		h, _ := gazetteer.HomonymOf(text)
		f.enterPlace(n, text, h.Code)
	case entry.Kind == gazetteer.Organization:
		f.enterBody(n.Range, n.words, entry.Code, false)
	case entry.Kind == gazetteer.City, entry.Kind == gazetteer.Capital && isPlace(f.Document, n.Range):
		f.enterPlace(n, entry.Name, entry.Code)
	default:
		f.mention(f.addCountry(entry.Code), n.Range)
		if entry.Kind == gazetteer.Capital && isCity(f.Document, n.Range) {
			f.places = append(f.places, place{n.Range, entry.Name, entry.Code})
		} else if gazetteer.Land(text) {
			f.places = append(f.places, place{n.Range, text, entry.Code})
		}
	}
}

// place is where words name a place in a country, by which the press calls its
// government too: a capital that is no more than the city, a land of it.
type place struct {
	document.Range
	name, code string
}

// Locate gives such places the mentions that are the country's while phrases are
// resolved: an article from Paris that speaks of “the government” may mean the
// French one.
func (c *Cast) Locate() {
	for _, x := range c.places {
		country, there := c.addCountry(x.code), func(r document.Range) bool { return r == x.Range }
		country.Mentions = slices.DeleteFunc(country.Mentions, there)
		c.Mentions = slices.DeleteFunc(c.Mentions, func(m Mention) bool { return m.Entity == country && there(m.Range) })
		if words := text(c.Document, x.Range); !slices.ContainsFunc(country.Mentions, func(r document.Range) bool { return text(c.Document, r) == words }) {
			delete(country.names, words)
		}
		c.mention(c.addPlace(x.name, x.code), x.Range)
	}
	c.arrange()
}

// listed returns a name as the gazetteer has it: one in capitals, as datelines
// have them, PYONGYANG is Pyongyang, where short ones are abbreviations; a state
// that is abbreviated, Ariz. is Arizona.
func listed(name string) string {
	if state := gazetteer.State(name); state != "" {
		return state
	}
	if len(name) < 5 || strings.ToUpper(name) != name {
		return name
	}
	if titled := uncapitalised(name); known(titled) {
		return titled
	}
	return name
}

// countryOf returns the code of the country of a name.
func countryOf(name string) string {
	entry, _ := gazetteer.Match(gazetteer.Words(name))
	return entry.Code
}

func known(name string) bool {
	_, n := gazetteer.Match(gazetteer.Words(name))
	return n == len(gazetteer.Words(name))
}

// enterUnlisted adds what the gazetteer does not have whole: a body, perhaps of
// the country that its name begins with, a place, or those who call themselves
// something, who may speak as a body does: “the Chechens”.
func (f finder) enterUnlisted(n name, text string, entry gazetteer.Entry) {
	switch n.kind {
	case document.ORG:
		f.enterBody(n.Range, n.words, entry.Code, false)
	case document.LOC:
		f.enterPlace(n, text, "")
	case document.MISC:
		if singular, plural := strings.CutSuffix(text, "s"); plural && countryOf(singular) != "" {
			f.mention(f.addCountry(countryOf(singular)), n.Range) // “Sri Lankans”
			return
		}
		if tree.Head(f.Document, n.Range).Is("PROPN") {
			f.enterBody(n.Range, n.words, entry.Code, true)
		}
	}
}

func (f finder) enterPlace(n name, text, code string) {
	if code != "" {
		f.addCountry(code)
	}
	e := f.addPlace(text, code)
	f.mention(e, n.Range)
	if kind := at(f.Document, n.Last); e != nil && (kind == "state" || kind == "province") {
		e.names[text+" "+kind] = true // “Sao Paulo state”
	}
}

// within gives a place the name with what it lies in: “Austin, Texas”.
func (f finder) within(town, n name) {
	if town.kind != document.LOC || n.kind != document.LOC || town.Last+1 != n.First || at(f.Document, town.Last) != "," {
		return
	}
	whole := document.Range{First: town.First, Last: n.Last}
	if e := f.Named(graph.EntityID(graph.Place, strings.Join(town.words, " "))); e != nil {
		e.names[text(f.Document, whole)] = true
	}
}

// enterSeat adds the country whose government a person's name and the word
// after it name: “the Obama administration”.
func (f finder) enterSeat(n name) bool {
	if at(f.Document, n.Last) != "administration" && at(f.Document, n.Last) != "Administration" {
		return false
	}
	entry, known := gazetteer.Match([]string{n.words[len(n.words)-1], "administration"})
	if known < 2 || entry.Kind != gazetteer.Seat {
		return false
	}
	f.mention(f.addCountry(entry.Code), document.Range{First: n.First, Last: n.Last + 1})
	return true
}

// namesCountry says whether words are a name of the country itself, not of its
// people or its capital.
func namesCountry(d *document.Document, r document.Range, code string) bool {
	entry, n := gazetteer.Match(gazetteer.Words(text(d, r)))
	return n > 0 && entry.Kind == gazetteer.Country && entry.Code == code
}

// isHomonym says whether a country's name means the place elsewhere that has it,
// such as the state of Georgia: more of the article's words speak for it.
func (f finder) isHomonym(name string) bool {
	h, found := gazetteer.HomonymOf(name)
	if !found {
		return false
	}
	sum := 0
	for _, w := range f.Document.Words {
		switch {
		case slices.Contains(h.Place, w.Text):
			sum++
		case slices.Contains(h.Other, w.Text):
			sum--
		}
	}
	return sum > 0
}

// most is the share of an article's names of countries and their cities that
// makes one of them the country that the article is about.
const most = 0.6

// aboutCountry returns the code of the country that the article is about, ""
// where there is no such one. A name before an office counts for who holds it
// alone: “Russian President”.
func aboutCountry(d *document.Document, names []name) string {
	all, best, counts := 0, "", map[string]int{}
	for _, n := range names {
		entry, known := gazetteer.Match(gazetteerWords(d, n.Range))
		if known == 0 || entry.Code == "" || n.kind == document.PER || beforeTitle(d, n.Last) {
			continue
		}
		all++
		counts[entry.Code]++
		if c := counts[entry.Code]; c > counts[best] || c == counts[best] && entry.Code < best {
			best = entry.Code
		}
	}
	if float64(counts[best]) < most*float64(all) {
		return ""
	}
	return best
}

// beforeTitle says whether a title of office begins at a word.
func beforeTitle(d *document.Document, word int) bool {
	if word < 0 {
		return false
	}
	_, n := gazetteer.Title(tokens(d, document.Range{First: word, Last: min(word+4, len(d.Words))}))
	return n > 0
}

// isPlace says whether a capital is the city rather than the government: “in
// Paris”, “north of Paris”, “flew to Paris”, “the Paris talks”.
func isPlace(d *document.Document, r document.Range) bool {
	head, word := tree.Head(d, r), strings.ToLower(before(d, r.First))
	over := head.Up()
	switch {
	case r.First == 0 || d.Words[r.First-1].End <= d.Article.Body.Start:
		return false
	case lexicon.BeforePlaces.Has(word):
		return true
	case word == "of" && r.First > 1 && lexicon.OfCity.Has(strings.ToLower(d.Words[r.First-2].Text)):
		return true
	case !over.OK():
		return false
	case head.Relation() == "compound" && sited(over):
		return true
	case word == "to" || word == "from":
		return lexicon.Motion.Has(over.Lemma()) || lexicon.Motion.Has(over.Lower())
	}
	return head.Relation() == "obj" && lexicon.Visited.Has(over.Lemma())
}

// isCity says whether a capital is no more than the city where the tree alone
// may have it for the government: in datelines, in brackets, before what is
// nothing of a government, as in “a Paris church”.
func isCity(d *document.Document, r document.Range) bool {
	head := tree.Head(d, r)
	over := head.Up()
	return datelined(d, r) || bracketed(d, r) || over.OK() && stands(d, r, over) || head.Relation() == "compound" && over.OK() && r.Last <= over.Word && !governs(over)
}

// datelined says whether a name in capitals begins a paragraph as datelines do,
// before a date, the agency in brackets, or a dash: “PARIS 2022-01-21”.
func datelined(d *document.Document, r document.Range) bool {
	name := d.Text(r)
	if strings.ToUpper(name) != name || r.First > 0 && d.SentenceOf(r.First-1).Paragraph == d.SentenceOf(r.First).Paragraph {
		return false
	}
	next := tree.At(d, r.Last)
	if next.Lower() == "," {
		return strings.ToUpper(at(d, r.Last+1)) != at(d, r.Last+1) // “PARIS, Jan. 21”
	}
	return !next.OK() || strings.ContainsAny(next.Lower()[:1], "0123456789") || slices.Contains([]string{"(", "-", "--", "–", "—", "/"}, next.Lower())
}

// bracketed says whether a name ends what stands in brackets, alone or after a
// comma, as the place of a thing does: “the final (London)”, “(at the Oval, London)”.
func bracketed(d *document.Document, r document.Range) bool {
	return (before(d, r.First) == "(" || before(d, r.First) == ",") && at(d, r.Last) == ")"
}

// stands says whether a city's thing is one that stands or happens in it: “Belgrade's airport”.
func stands(d *document.Document, r document.Range, thing tree.Cursor) bool {
	return lexicon.Owning(at(d, r.Last)) && lexicon.Sited.Has(thing.Lemma())
}

// governs says whether a noun is of what a government is or does: “the Paris
// government”, “Moscow officials”.
func governs(noun tree.Cursor) bool {
	return lexicon.Governing.Has(noun.Lemma()) || noun.Relation() == "compound" && lexicon.Governing.Has(noun.Up().Lemma())
}

// sited says whether a noun, or the one that it modifies in turn, is of what is
// named for its city: “the Madrid peace talks”.
func sited(noun tree.Cursor) bool {
	if head := noun.Up(); noun.Relation() == "compound" && head.OK() {
		noun = head
	}
	return lexicon.Sited.Has(noun.Lemma())
}
