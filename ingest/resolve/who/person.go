package who

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	officials "github.com/newsgraph/newsgraph/ingest/people"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// people are those whom an article names.
type people struct {
	document *document.Document
	known    []*Entity
	folded   [][]string       // of the names of the known, without initials
	byWord   map[string][]int // of the known, ascending, by each word of their names
}

// findPeople finds a person for each name of several words, which come first,
// since a surname may stand before the full name, as in a headline.
func findPeople(d *document.Document, names []name) *people {
	p := &people{document: d, byWord: map[string][]int{}}
	for _, n := range names {
		if n.kind == document.PER && !surname(n.words) {
			p.add(n.words)
		}
	}
	for _, n := range names {
		if n.kind == document.PER && surname(n.words) {
			p.addHonoured(n)
			p.addHead(n)
		}
	}
	return p
}

// surname says whether a name is one word, as it is where the full name has
// been given or is known to everybody.
func surname(words []string) bool { return len(withoutInitials(words)) == 1 }

// addHonoured adds whom a form of address tells from all whose full names are
// given, “Mr. Obama” isn't Michelle Obama, and those whose title is part of the
// name, “Prince Charles”.
func (p *people) addHonoured(n name) {
	title := before(p.document, n.First)
	gender := honoured(title)
	if gender == gazetteer.Unknown {
		return
	}
	candidates := p.candidates(n.words)
	if royal(title) {
		if len(candidates) == 0 {
			p.add(append([]string{title}, n.words...)).Gender = gender
		}
		return
	}
	plain := folded(n.words)
	word := plain[len(plain)-1]
	if len(candidates) == 0 || slices.ContainsFunc(candidates, func(i int) bool {
		family := p.folded[i] // of “Lou Jiwei”, Lou is the family name
		return p.known[i].Gender == gazetteer.Unknown || p.known[i].Gender == gender || family[len(family)-1] != word
	}) {
		return
	}
	p.add(n.words).Gender = gender
}

// addHead adds the head of a country whose family name stands behind his office,
// where all of that name whom the article gives in full are of his family:
// “President Trump” isn't Donald Trump Jr.
func (p *people) addHead(n name) {
	if !p.heads(n.First) {
		return
	}
	year := p.document.Article.Published.At.Year()
	heads := slices.DeleteFunc(slices.Clone(gazetteer.Leaders(n.words[0])), func(l gazetteer.Leader) bool { return !l.Head(year) })
	candidates := p.candidates(n.words)
	if len(heads) == 0 || len(candidates) == 0 || slices.ContainsFunc(candidates, func(i int) bool {
		return slices.ContainsFunc(heads, func(l gazetteer.Leader) bool { return mayBe(p.known[i].Words, l) })
	}) {
		return
	}
	e := p.add(n.words)
	e.Rule, e.Head = byOneWord, true
}

// heads says whether the words before one are the office of who heads a country:
// “Prime Minister”, but neither “Foreign Minister” nor “Vice President”.
func (p *people) heads(word int) bool {
	title := func(n int) string { return strings.ToLower(before(p.document, word-n)) }
	if title(0) == "minister" && title(1) == "prime" {
		return !lexicon.Deputies.Has(title(2))
	}
	return lexicon.Heading.Has(title(0)) && !lexicon.Deputies.Has(title(1))
}

// mayBe says whether a name may be that of a head of a country: it has no suffix,
// and begins like one of his given names.
func mayBe(words []string, l gazetteer.Leader) bool {
	given := strings.Fields(l.Name)
	first := folded(words)[0]
	return suffixOf(words) == "" && (len(words) == 1 || slices.ContainsFunc(given[:len(given)-1], func(g string) bool { return strings.HasPrefix(strings.ToLower(g), first[:1]) }))
}

// royal says whether a title belongs to the name of who is called so.
func royal(title string) bool {
	return lexicon.RoyalTitles.Has(title)
}

// add returns the person of a name; names of one person come together.
func (p *people) add(words []string) *Entity {
	plain := folded(withoutInitials(words))
	for _, i := range p.sharing(plain[len(plain)-1], beginning(plain)) {
		e := p.known[i]
		if !sameName(e.Words, words) {
			continue
		}
		if fuller(words, e.Words) {
			p.rename(i, words)
		}
		return e
	}
	e := &Entity{Label: graph.Person, Rule: byName(graph.Person), names: map[string]bool{}}
	p.known, p.folded = append(p.known, e), append(p.folded, nil)
	p.rename(len(p.known)-1, words)
	return e
}

// completed returns a name, the last word of which an editor may have added to what
// somebody said: “Saddam (Hussein)”.
func completed(words []string) string {
	name := strings.Join(words, " ")
	if given, family, added := strings.Cut(name, " ("); added && strings.HasSuffix(family, ")") {
		return given + " " + strings.TrimSuffix(family, ")")
	}
	return name
}

// rename gives a person the fullest name, by which the id is made.
func (p *people) rename(i int, words []string) {
	e := p.known[i]
	e.Words, e.Name = words, completed(words)
	if strings.ToUpper(e.Name) == e.Name && strings.ContainsAny(e.Name, "AEIOUY") { // JFK stays
		e.Name = uncapitalised(e.Name)
	}
	e.ID, e.Gender = graph.EntityID(graph.Person, personKey(words)), gazetteer.Unknown
	if !surname(words) {
		e.Gender = gazetteer.GenderOf(words[0])
	}
	p.folded[i] = folded(withoutInitials(words))
	for _, w := range append(slices.Clone(p.folded[i]), beginning(p.folded[i])) {
		if all := p.byWord[w]; !slices.Contains(all, i) {
			p.byWord[w] = append(all, i)
			slices.Sort(p.byWord[w])
		}
	}
}

// beginning returns the first two words of a name, by which it is found beside
// each of its words: many share a first name alone.
func beginning(words []string) string { return strings.Join(words[:min(len(words), 2)], " ") }

// sharing returns the known whose names have one of the words, or begin with
// two of them, ascending.
func (p *people) sharing(words ...string) (all []int) {
	for _, w := range words {
		all = append(all, p.byWord[w]...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// fuller says whether a name tells more than another of the same person, or
// the same without capitals throughout.
func fuller(a, b []string) bool {
	plain, had := folded(withoutInitials(a)), folded(withoutInitials(b))
	if len(plain) != len(had) {
		return len(plain) > len(had)
	}
	if capitals := strings.Join(b, " "); strings.ToUpper(capitals) == capitals && strings.Join(a, " ") != capitals {
		return true
	}
	return abbreviates(had[0], plain[0]) && had[0] != plain[0]
}

// of returns the person of a name. One word means one of those whose first or
// last word it is, or is but for a letter; where there is none, a person of
// that name.
func (p *people) of(n name) *Entity {
	if !surname(n.words) {
		return p.add(n.words)
	}
	candidates := p.candidates(n.words)
	if len(candidates) > 0 {
		return p.choose(candidates, n.Range)
	}
	e := p.add(n.words)
	e.Rule = byOneWord
	return e
}

// candidates returns which of the known may be meant by one word of a name: by
// its family name, its first name, one between them, or a family name that is
// misspelt.
func (p *people) candidates(words []string) []int {
	plain, suffix := folded(withoutInitials(words)), suffixOf(words)
	word := plain[len(plain)-1]
	among := p.sharing(word)
	for _, fits := range []func(words []string) bool{
		func(words []string) bool { return words[len(words)-1] == word },
		func(words []string) bool { return words[0] == word },
		func(words []string) bool { return true },
	} {
		if found := p.fitting(among, suffix, fits); len(found) > 0 {
			return found
		}
	}
	if len(word) < 5 {
		return nil
	}
	return p.fitting(p.everybody(), suffix, func(words []string) bool { return len(words) > 1 && officials.Misspelt(words[len(words)-1], word) })
}

// fitting returns those among the known whose words fit, with the suffix where
// there is one.
func (p *people) fitting(among []int, suffix string, fits func(words []string) bool) (found []int) {
	for _, i := range among {
		if fits(p.folded[i]) && (suffix == "" || suffix == suffixOf(p.known[i].Words)) {
			found = append(found, i)
		}
	}
	return found
}

func (p *people) everybody() []int {
	all := make([]int, len(p.known))
	for i := range all {
		all[i] = i
	}
	return all
}

// What speaks for one of several people of a surname.
const (
	introduced = 1.0  // the first in the article: the press gives relatives their full name
	relative   = -1.5 // was introduced as somebody's wife or son
	subject    = 1.5  // was the subject of one of the last sentences
	recent     = 0.5  // was named in one of them
	titled     = 2    // is known by a title alone, which stands here too
	heading    = 5    // is known as the head of a country alone, and stands so here too
	disagree   = -10  // is of another gender than the form of address tells
)

// choose returns whom of several with one surname a mention means.
func (p *people) choose(candidates []int, r document.Range) *Entity {
	var best *Entity
	var most float64
	for i, candidate := range candidates {
		e := p.known[candidate]
		score := p.salience(e, r)
		if i == 0 {
			score += introduced
		}
		if g := honoured(before(p.document, r.First)); g != gazetteer.Unknown && e.Gender != gazetteer.Unknown && g != e.Gender {
			score += disagree
		}
		if len(e.Words) == 1 && honoured(before(p.document, r.First)) != gazetteer.Unknown {
			score += titled
		}
		if e.Head && p.heads(r.First) {
			score += heading
		}
		if best == nil || score > most {
			best, most = e, score
		}
	}
	return best
}

// salience says how much is spoken of somebody right before a mention.
func (p *people) salience(e *Entity, r document.Range) (score float64) {
	if e.Relative {
		score += relative
	}
	d := p.document
	from := d.Sentences[max(0, d.SentenceAt(d.Words[r.First].Start)-2)].First
	for _, m := range slices.Backward(e.Mentions) {
		if m.First < from {
			break
		}
		if tree.Head(d, m).Relation() == "nsubj" {
			return score + subject
		}
		score = max(score, recent)
	}
	return score
}

// honoured returns the gender that a form of address tells.
func honoured(word string) gazetteer.Gender {
	switch {
	case lexicon.MaleAddress.Has(word):
		return gazetteer.Male
	case lexicon.FemaleAddress.Has(word):
		return gazetteer.Female
	}
	return gazetteer.Unknown
}
