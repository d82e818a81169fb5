package resolve

import (
	"cmp"
	"regexp"
	"slices"
	"sort"
	"strings"
	"unicode"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
)

// reference is whom a noun phrase means, the rule or head of the network that
// says so, and how sure it is.
type reference struct {
	entities   []*entity
	rule       string
	confidence float64
}

// one returns the first of those who are meant, nil where nobody is.
func (f reference) one() *entity {
	if len(f.entities) == 0 {
		return nil
	}
	return f.entities[0]
}

func meant(rule string, confidence float64, entities ...*entity) reference {
	entities = slices.DeleteFunc(slices.Clone(entities), func(e *entity) bool { return e == nil })
	if len(entities) == 0 {
		return reference{}
	}
	return reference{unique(entities), rule, confidence}
}

// The confidences of the rules are shares of right answers on the developing
// half of the marks, rounded.
const (
	byName        = 0.95
	byTitle       = 0.85
	byGovernment  = 0.85
	byRelative    = 0.85
	byDescription = 0.75
	byPronoun     = 0.9
	byGroup       = 0.6
	byPart        = 0.7
	bySubject     = 0.8
)

// referrer finds whom noun phrases mean. It remembers who spoke last.
type referrer struct {
	*resolver
	meetings     []*meeting // of the article, while its statements are resolved
	last         *entity
	lastSentence int
	quoted       int     // where what is said begins, where that is before its source; else 0
	other        *entity // who isn't sought: the speaker, while the one spoken to is
}

// spans returns whom a noun phrase in pieces means.
func (f *referrer) pieces(spans []article.Span) reference {
	for _, s := range spans {
		if found := f.phraseAt(s); len(found.entities) > 0 {
			return found
		}
	}
	return reference{}
}

// phraseAt returns whom the noun phrase at s means, all of them where it joins
// several by “and”.
func (f *referrer) phraseAt(s article.Span) reference {
	if s.Len() <= 0 {
		return reference{}
	}
	head := f.headIn(s)
	return f.joined(head, s)
}

// joined returns whom the noun phrase at head means, and those joined to it or
// to the name that stands behind its title.
func (f *referrer) joined(head int, within article.Span) reference {
	found := f.single(head, within)
	name := -1
	if m := f.appended(head, within); m != nil {
		name = f.headIn(m.Span)
	}
	first, last := f.tokens(within)
	for t := first; t < last; t++ {
		if universal(f.Words[t].Relation) != "conj" || t == head {
			continue
		}
		root := t
		for root >= first && universal(f.Words[root].Relation) == "conj" {
			root = f.Words[root].Head
		}
		if root != head && root != name {
			continue
		}
		if more := f.single(t, within); len(more.entities) > 0 {
			found = reference{unique(append(slices.Clone(found.entities), more.entities...)), more.rule, max(found.confidence, more.confidence)}
		}
	}
	return found
}

// single returns whom the noun phrase with the given head means.
func (f *referrer) single(head int, within article.Span) reference {
	m := f.mentionAt(head)
	if m == nil && (f.Words[head].UPOS == "PRON" || f.Words[head].UPOS == "DET") {
		return f.pronoun(head)
	}
	if m != nil && f.isPeople(head, m) {
		return reference{}
	}
	if m != nil && m.entity.label != graph.Place {
		if holder := f.titled(m, within); holder != nil {
			return meant("name beside an office", byTitle, holder)
		}
		return meant("name", byName, m.entity)
	}
	if m := f.appended(head, within); m != nil {
		return meant("name beside an office", byTitle, m.entity)
	}
	return f.unnamed(head, within)
}

// isPeople says whether a mention of a country or a body is of any of its
// people: “many Americans”, “an American”, “some Republicans”, but not “the
// Russians”, which the press calls the government.
func (f *referrer) isPeople(head int, m *mention) bool {
	if !body(m.entity) || f.definite(head) || f.names(m.entity, m.Span) {
		return false
	}
	counted := slices.ContainsFunc(f.children(head, "amod", "det", "nummod"), func(t int) bool { return f.Words[t].End <= m.Start })
	if m.entity.label == graph.Organization {
		return counted && f.isPlural(head)
	}
	return f.isPlural(head) && strings.HasSuffix(f.Words[head].Text, "s") || slices.ContainsFunc(f.children(head, "det"), func(t int) bool {
		return slices.Contains([]string{"a", "an"}, strings.ToLower(f.Words[t].Text))
	})
}

// titled returns the person whose name stands behind the name of a body in one
// noun phrase, as in “White House press secretary Josh Earnest” where the parser
// takes the first name for the head.
func (f *referrer) titled(m *mention, within article.Span) *entity {
	if m.entity.label == graph.Person {
		return nil
	}
	if person := f.appended(f.headIn(m.Span), within); person != nil {
		return person.entity
	}
	return nil
}

// appended returns the mention of the person whose name stands in apposition to
// the noun or behind the title at head. Parsers often part a title from the
// name right behind it, so standing there is enough.
func (f *referrer) appended(head int, within article.Span) *mention {
	behind := head + 1
	if _, n := gazetteer.Title(document.Texts(f.Words[head:min(head+4, len(f.Words))])); n > 1 {
		behind = head + n
	}
	if behind+1 < len(f.Words) && f.Words[behind].Text == "," && f.Words[head].UPOS == "NOUN" {
		behind++ // “the foreign minister, Jane Doe,”
	}
	if behind < len(f.Words) {
		if m := f.mentionAt(behind); m != nil && m.entity.label == graph.Person && m.Start == f.Words[behind].Start {
			return m
		}
	}
	for _, t := range f.children(head, "appos") {
		if m := f.mentionAt(t); m != nil && m.entity.label == graph.Person {
			return m // “the minister at the time, Jane Doe”
		}
	}
	if m := f.closing(within); m != nil && f.Words[head].UPOS == "NOUN" {
		return m
	}
	for i, m := range f.mentionsIn(within) {
		if m.entity.label != graph.Person {
			continue
		}
		name := f.headIn(m.Span)
		up := name
		for up > head && slices.Contains([]string{"appos", "flat", "compound", "list", "dep"}, universal(f.Words[up].Relation)) {
			up = f.Words[up].Head
		}
		if up == head && name > head {
			return &f.mentionsIn(within)[i]
		}
	}
	return nil
}

// closing returns the name of the person that ends a noun phrase behind a comma:
// “the head of the bank in Rome, Jane Doe,”. The only comma, so it is no list.
func (f *referrer) closing(within article.Span) *mention {
	text := strings.TrimRight(f.Article.Slice(within), ", ")
	at := strings.Index(text, ", ")
	if at < 0 || strings.Contains(text[at+2:], ",") {
		return nil
	}
	for i, m := range f.mentionsIn(within) {
		if m.entity.label == graph.Person && m.Start == within.Start+at+2 && m.End == within.Start+len(text) {
			return &f.mentionsIn(within)[i]
		}
	}
	return nil
}

// unnamed returns whom a noun phrase without a name as its head means: the
// holder of an office, somebody so described before, a government by its
// officials, or a body by a part of its name.
func (f *referrer) unnamed(head int, within article.Span) reference {
	noun := f.lemma(head)
	switch noun {
	case "counterpart":
		return meant("counterpart", byDescription, f.counterpart(within))
	case "host", "guest", "visitor", "interlocutor":
		if e := cmp.Or(f.partner(within.Start), f.counterpart(within)); e != nil {
			return meant("the other one at the meeting", byDescription, e)
		}
	}
	if gazetteer.Is(gazetteer.Document, noun) {
		return f.author(head, within)
	}
	if m := f.besideKind(head, noun); m != nil {
		return meant("name beside its kind", byTitle, m.entity)
	}
	owners := f.owners(head, within)
	if e := f.holder(within, owners); e != nil {
		return meant("holder of the office", byTitle, e)
	}
	if anonymous.MatchString(f.Article.Slice(f.whole(head, within))) {
		return reference{}
	}
	if !f.private(head) && (gazetteer.Is(gazetteer.Governing, noun) || gazetteer.Is(gazetteer.Member, noun) && f.ofGoverning(head)) {
		if found := f.government(head, owners); len(found.entities) > 0 {
			return found
		}
	}
	if f.definite(head) {
		if found := f.asBefore(head, noun); len(found.entities) > 0 {
			return found
		}
	}
	return f.lastName(head, within)
}

// besideKind returns the name of the body that stands with its kind: “the
// Reuters news agency”, “the German broadcaster ZDF”, “NBC's evening show”.
func (f *referrer) besideKind(head int, noun string) *mention {
	if f.isPlural(head) {
		return nil
	}
	if m := f.nextTo(head); m != nil {
		return m
	}
	kind := gazetteer.Is(gazetteer.BodyKind, noun)
	for _, of := range []struct {
		relation string
		may      bool
	}{
		{"appos", kind || gazetteer.Is(gazetteer.Outlet, noun)},
		{"compound", gazetteer.Is(gazetteer.Outlet, noun) || kind && head > 0 && f.Words[head-1].Text == "news"},
		{"nmod", gazetteer.Is(gazetteer.Outlet, noun) && !kind},
	} {
		for _, t := range f.children(head, of.relation) {
			if m := f.mentionAt(t); of.may && m != nil && m.entity.label == graph.Organization {
				return m
			}
		}
	}
	return nil
}

// nextTo returns the name of the body that stands right behind a noun and hangs
// from it, or it from the name: “the watchdog Transparency International”.
func (f *referrer) nextTo(head int) *mention {
	if head+1 >= len(f.Words) || f.Words[head].UPOS != "NOUN" {
		return nil
	}
	m := f.mentionAt(head + 1)
	if m == nil || m.entity.label != graph.Organization || m.Start != f.Words[head+1].Start {
		return nil
	}
	if name := f.headIn(m.Span); f.Words[name].Head != head && f.Words[head].Head != name {
		return nil
	}
	return m
}

// private says whether a noun is of those who speak for others than their
// country: “German business leaders”.
func (f *referrer) private(head int) bool {
	return slices.ContainsFunc(f.children(head, "amod", "compound"), func(t int) bool { return gazetteer.Is(gazetteer.Private, strings.ToLower(f.Words[t].Text)) })
}

// otherPhrase matches words behind which another noun phrase begins.
var otherPhrase = regexp.MustCompile(`(?i) (?:to|for|with|by|from|and|who|that) `)

// lastName returns the person whose name ends a noun phrase that begins with a
// title which no list has: “Speaker of the House Rep. Paul Ryan”.
func (f *referrer) lastName(head int, within article.Span) reference {
	found := f.mentionsIn(article.Span{Start: f.Words[head].End, End: within.End})
	if len(found) == 0 || !unicode.IsUpper([]rune(f.Words[head].Text)[0]) {
		return reference{}
	}
	first := slices.IndexFunc(found, func(m mention) bool { return m.entity.label == graph.Person })
	if first < 0 {
		return reference{}
	}
	m := found[first]
	between := f.Article.Text[f.Words[head].End:m.Start]
	if strings.ContainsAny(between, ",;()") || otherPhrase.MatchString(between) {
		return reference{}
	}
	return meant("name behind a title", byDescription, m.entity)
}

// anonymous matches what the press says of sources that it does not name.
var anonymous = regexp.MustCompile(`(?i)\banonym|\bnot to be (?:named|identified)|\bnot be named|\bunnamed\b|\bcondition that\b`)

// whole returns the span of a noun phrase with the clauses that hang from it.
func (f *referrer) whole(head int, within article.Span) article.Span {
	s := f.Sentences[f.SentenceAt(f.Words[head].Start)]
	for i := head; i < s.Last && f.hangs(i, head); i++ {
		within.End = max(within.End, f.Words[i].End)
	}
	return within
}

// author returns whose work a document is: “her book”, “a report by Politico”.
func (f *referrer) author(head int, within article.Span) reference {
	for _, t := range f.children(head, "nmod", "compound") {
		relation := f.Words[t].Relation
		if relation != "nmod:poss" && universal(relation) != "compound" && !f.hasCase(t, "by", "from", "of") {
			continue
		}
		if found := f.single(t, f.phrase(t)); len(found.entities) > 0 {
			found.rule, found.confidence = "author of the document, "+found.rule, found.confidence*byGovernment
			return found
		}
	}
	return reference{}
}

func (f *referrer) hasCase(token int, words ...string) bool {
	return slices.ContainsFunc(f.children(token, "case"), func(t int) bool { return slices.Contains(words, strings.ToLower(f.Words[t].Text)) })
}

func (f *referrer) ofGoverning(head int) bool {
	return slices.ContainsFunc(f.children(head, "nmod"), func(t int) bool { return gazetteer.Is(gazetteer.Governing, f.lemma(t)) })
}

// owners returns those whose names hang from the head of a noun phrase.
func (f *referrer) owners(head int, within article.Span) (found []*entity) {
	for _, m := range f.mentionsIn(within) {
		if f.hangs(f.headIn(m.Span), head) {
			found = append(found, m.entity)
		}
	}
	return found
}

// government returns the country or body for which officials, a spokesman or
// an administration speak; of a person, the country that the person leads.
func (f *referrer) government(head int, owners []*entity) reference {
	bodies := slices.DeleteFunc(slices.Clone(owners), func(e *entity) bool { return !body(e) })
	if len(bodies) > 0 {
		return meant("those who speak for it", byGovernment, bodies...)
	}
	for _, e := range owners {
		for _, p := range e.positions {
			if p.of.label == graph.Country && slices.Contains([]string{"administration", "office", "cabinet", "government"}, f.lemma(head)) {
				return meant("whose government it is", byGovernment, p.of)
			}
		}
	}
	return reference{}
}

// definite says whether a noun phrase names what is known: “the judge”, “his ex-wife”, “this poll”.
func (f *referrer) definite(head int) bool {
	return slices.ContainsFunc(f.children(head, "det"), func(t int) bool {
		return slices.Contains([]string{"the", "this", "that"}, strings.ToLower(f.Words[t].Text))
	})
}

// asBefore returns the person who was so described, or the body of whose name
// the noun is a part, that was mentioned last before.
func (f *referrer) asBefore(head int, noun string) reference {
	if f.isPlural(head) {
		return reference{} // “the two leaders” are no one of them
	}
	at := f.Words[head].Start
	for _, m := range slices.Backward(f.mentionsIn(article.Span{Start: f.Article.Body.Start, End: at})) {
		switch {
		case m.entity == f.other:
		case m.entity.label == graph.Person && !gazetteer.Is(gazetteer.BodyKind, noun) && (m.entity.descriptions[noun] || m.entity.descriptions[synonyms[noun]]):
			return meant("description", byDescription, m.entity)
		case m.entity.label == graph.Organization && hasWord(m.entity.name, noun):
			return meant("part of the name", byPart, m.entity)
		}
	}
	if gazetteer.Is(gazetteer.BodyKind, noun) || gazetteer.Is(gazetteer.Governing, noun) {
		return f.going(at, noun)
	}
	if gazetteer.Is(gazetteer.Epithet, noun) {
		person := func(e *entity) bool { return e != f.other && e.label == graph.Person }
		return meant("epithet of the one spoken of", byGroup, f.topic(at, person))
	}
	return reference{}
}

func (r *resolver) isPlural(token int) bool {
	return strings.Contains(r.Words[token].Feats, "Number=Plur")
}

// going returns the body or country that the article goes on speaking of.
func (f *referrer) going(at int, noun string) reference {
	fits := func(e *entity) bool { return e != f.other && e.label == graph.Organization }
	if gazetteer.Is(gazetteer.Ruler, noun) {
		fits = func(e *entity) bool { return e != f.other && e.label == graph.Country }
	} else if !gazetteer.Is(gazetteer.BodyKind, noun) {
		return reference{}
	}
	e := f.topic(at, fits)
	if e == nil {
		e = f.lastNamed(at, fits)
	}
	return meant("kind of the body spoken of", byGroup, e)
}

// synonyms are nouns under which the press goes on speaking of a person.
var synonyms = map[string]string{
	"candidate": "nominee", "nominee": "candidate", "lawmaker": "senator", "general": "gen.", "doctor": "dr.", "leader": "president", "premier": "minister",
	"lawyer": "attorney", "attorney": "lawyer", "justice": "judge", "judge": "justice", "widow": "wife", "ex-wife": "wife",
}

func hasWord(name, word string) bool {
	return slices.ContainsFunc(strings.Fields(name), func(w string) bool { return strings.EqualFold(w, word) })
}

// partner returns the one whom the speaker met at the meeting last told of: “told
// his host”.
func (f *referrer) partner(at int) *entity {
	for _, m := range slices.Backward(f.meetings) {
		if m.triggers[0].Start > at || f.other == nil || !m.has(f.other) || len(m.participants) != 2 {
			continue
		}
		for _, p := range m.participants {
			if p.entity != f.other {
				return p.entity
			}
		}
	}
	return nil
}

// counterpart returns the person last named who holds an office of the country
// in “his Russian counterpart”: the office of whoever speaks to him, where that is known.
func (f *referrer) counterpart(within article.Span) *entity {
	for _, m := range f.mentionsIn(within) {
		if m.entity.label == graph.Person {
			if person := f.appended(f.headIn(within), within); person != nil {
				return person.entity
			}
			continue
		}
		titles := []string{""}
		if f.other != nil {
			for _, p := range f.other.positions {
				titles = slices.Insert(titles, 0, strings.ToLower(p.title))
			}
		}
		for _, title := range titles {
			if e := f.holderOf(title, m.entity, within.End); e != nil {
				return e
			}
		}
	}
	return nil
}

// holder returns the holder of the office that a phrase without a name names:
// “the foreign minister”.
func (f *referrer) holder(phrase article.Span, owners []*entity) *entity {
	var of *entity
	for _, e := range owners {
		if e.label == graph.Country || e.label == graph.Organization {
			of = e
		}
	}
	first, last := f.tokens(phrase)
	for i := f.headIn(phrase) - 1; i > first; i-- {
		if f.Words[i].Relation == "case" && (f.Words[i].Text == "'s" || f.Words[i].Text == "’s") {
			first = i + 1 // “the president's wife” is no president
			break
		}
	}
	words := document.Texts(f.Words[first:last])
	for i := range words {
		if title, n := gazetteer.Title(words[i:]); n > 0 {
			if i > 0 && strings.EqualFold(words[i-1], "former") {
				title = "former " + title
			}
			return f.holderOf(strings.ToLower(title), of, phrase.End)
		}
	}
	return nil
}

// holderOf returns who holds an office with the given title, of the given
// country or body where there is one: who was mentioned last before the offset,
// else who is first behind it. A deputy or former holder is meant where there is no other.
func (f *referrer) holderOf(title string, of *entity, at int) *entity {
	behind := sort.Search(len(f.mentions), func(i int) bool { return f.mentions[i].Start >= at })
	for _, suits := range []func(held, title string) bool{isTitle, strings.Contains} {
		holds := func(m mention) bool { return m.entity != f.other && m.entity.holds(title, of, suits) }
		for _, m := range slices.Backward(f.mentions[:behind]) {
			if holds(m) {
				return m.entity
			}
		}
		if i := slices.IndexFunc(f.mentions[behind:], holds); i >= 0 {
			return f.mentions[behind+i].entity
		}
	}
	return nil
}

// holds says whether a person holds an office whose title suits the given one.
func (e *entity) holds(title string, of *entity, suits func(held, title string) bool) bool {
	return slices.ContainsFunc(e.positions, func(p position) bool {
		return (of == nil || p.of == of) && suits(strings.ToLower(p.title), title)
	}) || of == nil && slices.ContainsFunc(e.titles, func(held string) bool { return suits(strings.ToLower(held), title) })
}

// lesser matches the words that make an office another one.
var lesser = regexp.MustCompile(`\b(?:former|ex|vice|deputy|assistant|prime) `)

// isTitle says whether who holds an office is called by the title alone:
// a finance minister is “the minister”, a prime minister or a deputy isn't.
func isTitle(held, title string) bool {
	return strings.Contains(held, title) && (lesser.MatchString(title) || !lesser.MatchString(held))
}
