package resolve

import (
	"slices"
	"sort"
	"strings"
	"unicode"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
)

// defaultCountry is the country whose offices the English-language press names
// without the country: “Secretary of State Blinken”.
var defaultCountry = map[string]string{
	"Secretary of State": "US", "Attorney General": "US", "National Security Adviser": "US", "Treasury Secretary": "US",
	"Defense Secretary": "US", "Secretary of Defense": "US", "Senator": "US", "Sen.": "US", "Rep.": "US", "Vice President": "US",
	"Foreign Secretary": "GB", "Home Secretary": "GB", "Health Secretary": "GB",
}

// national are words of offices that a country has one of at a time: where the
// country is left out, it is the one that the article is about.
var national = []string{"President", "Vice President", "Attorney General", "Prime Minister", "Chancellor", "Premier", "Foreign Minister", "Defense Minister", "Defence Minister", "Finance Minister", "Interior Minister", "King", "Queen"}

// office is a title in the text.
type office struct {
	title       string
	first, last int // its tokens
}

// officeAt returns the office whose title begins at token i, with the words
// before it that say which minister or what rank of it; an empty title is none.
func (r *resolver) officeAt(i int) office {
	title, n := gazetteer.Title(document.Texts(r.Words[i:min(i+4, len(r.Words))]))
	if n == 0 || slices.Contains([]string{"Sir", "Dame", "Lord", "Lady", "Prof.", "Professor", "Rev.", "Representative"}, title) {
		return office{}
	}
	o := office{title, i, i + n}
	for o.first > 0 {
		word := r.Words[o.first-1].Text
		rank := slices.Contains([]string{"deputy", "assistant", "acting", "vice", "former", "ex"}, strings.ToLower(word))
		portfolio := o.title == "Minister" && unicode.IsUpper([]rune(word)[0]) && r.mentionAt(o.first-1) == nil && r.Words[o.first-1].Head == i
		if !rank && !portfolio {
			break
		}
		if rank {
			word = strings.ToLower(word)
		}
		o.title, o.first = word+" "+o.title, o.first-1
	}
	return o
}

// findPositions finds the offices of a person where it is named: the titles
// that stand right before the name, and those in apposition with it.
func (r *resolver) findPositions(m mention) {
	first, name := r.WordAt(m.Start), r.headIn(m.Span)
	begin := first
	if first > 1 && r.Words[first-1].Text == "," {
		first-- // “the foreign minister, Jane Doe,”
	}
	for i := max(0, first-6); i < first; i++ {
		if o := r.officeAt(i); o.last == first && (first == begin || r.apposed(o, name)) {
			r.addPosition(m.entity, o, r.ownerOf(o, name), "title before the name")
			return
		}
	}
	for _, t := range r.children(name, "appos") {
		if o := r.officeIn(t); o.title != "" {
			r.addPosition(m.entity, o, r.ownerOf(o, name), "apposition")
			return
		}
	}
	if head := r.Words[name].Head; head >= 0 && universal(r.Words[name].Relation) == "appos" {
		if o := r.officeIn(head); o.title != "" {
			r.addPosition(m.entity, o, r.ownerOf(o, name), "apposition")
			return
		}
	}
	r.counterpartOf(m, first)
	r.oneOfSeveral(m, first)
}

// oneOfSeveral gives the office of a title for several: “Presidents Vladimir
// Putin of Russia and Xi Jinping of China”. Between it and the name stand
// others that hold it alone.
func (r *resolver) oneOfSeveral(m mention, first int) {
	s := r.Sentences[r.SentenceAt(m.Start)]
	for i := first - 1; i >= s.First; i-- {
		word := r.Words[i].Text
		if strings.HasSuffix(word, "s") && r.mentionAt(i) == nil {
			if o := r.officeOf(i); o.title != "" {
				r.addPosition(m.entity, o, owner{r.ownerBehind(r.WordAt(m.End)), byTitle}, "title for several")
			}
			return
		}
		if r.mentionAt(i) == nil && !slices.Contains([]string{"of", "the", "and", ","}, word) {
			return
		}
	}
}

// officeOf returns the office that the plural at a token names for several.
func (r *resolver) officeOf(plural int) office {
	words := document.Texts(r.Words[max(0, plural-2) : plural+1])
	words[len(words)-1] = strings.TrimSuffix(words[len(words)-1], "s")
	for i := range words {
		if title, n := gazetteer.Title(words[i:]); n == len(words)-i {
			return office{title, plural + 1 - n, plural + 1}
		}
	}
	return office{}
}

// apposed says whether an office stands in one noun phrase with a name.
func (r *resolver) apposed(o office, name int) bool {
	t := o.last - 1
	for i := o.first; i < o.last; i++ {
		if h := r.Words[i].Head; h < o.first || h >= o.last {
			t = i
		}
	}
	return r.Words[t].Head == name || r.Words[name].Head == t || r.Words[t].Head == r.Words[name].Head
}

// officeIn returns the office whose title has the noun at a token.
func (r *resolver) officeIn(noun int) office {
	for i := max(0, noun-3); i <= noun; i++ {
		if o := r.officeAt(i); o.last > noun {
			return o
		}
	}
	return office{}
}

// counterpartOf gives whom somebody is said to be the counterpart of his office:
// “Putin and his Japanese counterpart Taro Aso”.
func (r *resolver) counterpartOf(m mention, first int) {
	if first > 0 && r.Words[first-1].Text == "," {
		first-- // “his Canadian counterpart, Jane Doe,”
	}
	if first < 2 || r.lemma(first-1) != "counterpart" {
		return
	}
	of := r.mentionAt(first - 2)
	before := r.Sentences[max(0, r.SentenceAt(m.Start)-1)]
	for _, before := range slices.Backward(r.mentionsIn(article.Span{Start: before.Start, End: m.Start})) {
		if of != nil && before.entity.label == graph.Person && len(before.entity.positions) > 0 {
			title := before.entity.positions[len(before.entity.positions)-1].title
			r.addPosition(m.entity, office{title, first - 2, first}, owner{of.entity, byPart}, "counterpart")
			return
		}
	}
}

// owner is whom an office is of, and how sure that is.
type owner struct {
	*entity
	sure float64
}

func (r *resolver) addPosition(e *entity, o office, of owner, rule string) {
	if strings.HasPrefix(o.title, "ex ") {
		return
	}
	if of.entity == nil || !body(of.entity) {
		e.titles = append(e.titles, o.title)
		return
	}
	guess := of.sure == byPart
	for _, p := range e.positions {
		if p.title == o.title && p.of != of.entity && guess {
			return // “South African President Jane Doe”, later “President Doe”
		}
	}
	if !guess {
		e.positions = slices.DeleteFunc(e.positions, func(p position) bool { return p.title == o.title && p.of != of.entity && p.sure == byPart })
	}
	e.positions = append(e.positions, position{o.title, of.entity, article.Span{Start: r.Words[o.first].Start, End: r.Words[o.last-1].End}, rule, of.sure})
}

// ownerOf returns the country or body that an office is of: what stands before
// or behind the title, or hangs from it or the name; else the one that the
// title alone tells, or that the article is about.
func (r *resolver) ownerOf(o office, name int) owner {
	if e := r.ownerBefore(o.first); e != nil {
		return owner{e, byName}
	}
	if e := r.ownerBehind(o.last); e != nil {
		return owner{e, byName}
	}
	for _, head := range []int{o.last - 1, o.first, name} {
		for _, t := range r.children(head, "amod", "compound", "nmod") {
			if m := r.mentionAt(t); m != nil && (t < o.first || t >= o.last) && t < name+8 && (m.entity.label == graph.Country || m.entity.label == graph.Organization) && r.owns(t) {
				return owner{m.entity, byTitle}
			}
		}
	}
	if e := r.ownerMeant(o); e != nil {
		return owner{e, byDescription}
	}
	code, known := defaultCountry[o.title]
	here := r.entities[graph.EntityID(graph.Country, code)] != nil || !r.hasCountry()
	if known && (here || !slices.Contains(national, o.title)) {
		return owner{r.country(code), byTitle}
	}
	if o.first > 0 && slices.Contains([]string{"state", "regional", "provincial", "local"}, strings.ToLower(r.Words[o.first-1].Text)) {
		return owner{} // of a part of a country, which owns no office here
	}
	title := strings.TrimPrefix(strings.TrimPrefix(o.title, "former "), "acting ")
	if slices.Contains([]string{"of", "for", "at", "and", "&"}, r.Words[min(o.last, len(r.Words)-1)].Text) {
		return owner{} // of something that has no name here
	}
	if slices.Contains(national, title) || strings.HasSuffix(title, " Minister") || r.ofGovernment(o) {
		return owner{r.home(o), byPart}
	}
	return owner{}
}

// hasCountry says whether the article names any country.
func (r *resolver) hasCountry() bool {
	return slices.ContainsFunc(r.order, func(e *entity) bool { return e.label == graph.Country })
}

// ofGovernment says whether an office is that of a government without its
// country: “government spokesman”.
func (r *resolver) ofGovernment(o office) bool {
	return o.first > 0 && slices.Contains([]string{"government", "presidential"}, strings.ToLower(r.Words[o.first-1].Text))
}

// ownerMeant returns the country or body that “its”, or “of the court” behind a
// title, means.
func (r *resolver) ownerMeant(o office) *entity {
	f := &referrer{resolver: r}
	for _, t := range r.children(o.last-1, "nmod") {
		possessive := r.Words[t].Relation == "nmod:poss" && strings.EqualFold(r.Words[t].Text, "its")
		described := r.preposition(t) == "of" && r.Words[t].UPOS == "NOUN" && f.definite(t)
		if !possessive && !described {
			continue
		}
		if e := f.single(t, r.phrase(t)).one(); e != nil && body(e) {
			return e
		}
	}
	return nil
}

// owns says whether a name stands as that of an owner: “Israel's new minister”,
// “the minister of Israel”.
func (r *resolver) owns(token int) bool {
	return universal(r.Words[token].Relation) != "nmod" || r.Words[token].Relation == "nmod:poss" || slices.Contains([]string{"of", "for"}, r.preposition(token))
}

// ownerBefore returns the country or body whose name ends right before a title,
// or before its government, army, parliament.
func (r *resolver) ownerBefore(i int) *entity {
	if i > 0 && (r.Words[i-1].Text == "'s" || r.Words[i-1].Text == "’s") {
		i--
	}
	if i > 1 && gazetteer.Is(gazetteer.Ruler, r.lemma(i-1)) && r.mentionAt(i-1) == nil {
		i-- // “Israeli | army | spokesman”
	}
	if i == 0 {
		return nil
	}
	return r.namedAt(r.Words[i-1].End)
}

// namedAt returns the entity of the name that ends at the offset. What a
// person's or a place's name ends at owns no office.
func (r *resolver) namedAt(end int) *entity {
	i := sort.Search(len(r.mentions), func(i int) bool { return r.mentions[i].End >= end })
	for ; i < len(r.mentions) && r.mentions[i].End == end; i++ {
		if label := r.mentions[i].entity.label; label == graph.Country || label == graph.Organization {
			return r.mentions[i].entity
		}
	}
	return nil
}

// ownerBehind returns the country or body in “of …” or “for …” at token i.
func (r *resolver) ownerBehind(i int) *entity {
	if i >= len(r.Words) || !slices.Contains([]string{"of", "for", "at"}, r.Words[i].Text) {
		return nil
	}
	for j := i + 1; j < min(len(r.Words), i+4); j++ {
		if m := r.mentionAt(j); m != nil {
			if next := r.WordAt(m.End); next < len(r.Words) { // “the German Chamber of Commerce”
				if whole := r.mentionAt(next); whole != nil && whole.entity.label == graph.Organization && whole.Start == r.Words[next].Start {
					return whole.entity
				}
			}
			return m.entity
		}
	}
	return nil
}

// home returns the country of a national office that is named without it: the
// only one named before it in the sentence, else the one that the article is
// about, else the United States, whose president the press in English names so.
func (r *resolver) home(o office) *entity {
	s := r.Sentences[r.SentenceAt(r.Words[o.first].Start)]
	var here []*entity
	for _, m := range r.mentionsIn(article.Span{Start: s.Start, End: r.Words[o.first].Start}) {
		if behind := r.WordAt(m.End); m.entity.label == graph.Country && (behind >= len(r.Words) || r.officeAt(behind).title == "") {
			here = append(here, m.entity) // “Russian President” is another one's
		}
	}
	if here = unique(here); len(here) == 1 {
		return here[0]
	}
	if r.about != "" {
		return r.country(r.about)
	}
	if us := r.entities[graph.EntityID(graph.Country, "US")]; o.title == "President" && us != nil {
		return us
	}
	return nil
}
