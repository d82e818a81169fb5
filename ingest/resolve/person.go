package resolve

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
)

// people are the people whom an article calls by more than one word.
type people struct {
	*resolver
	known []*entity
}

// personal returns a name without the titles before it and what isn't its own behind it.
func (r *resolver) personal(n document.Name) (article.Span, []string) {
	first, last := r.tokens(n.Span)
	for before := max(0, first-3); before < first; before++ { // “Secretary of | State Jane Doe”
		if _, titled := gazetteer.Title(document.Texts(r.Words[before:last])); before+titled > first && before+titled < last {
			first = before + titled
		}
	}
	for first < last-1 {
		words := document.Texts(r.Words[first:last])
		_, titled := gazetteer.Title(words)
		if titled == 0 && gazetteer.Honorific(words[0]) {
			titled = 1
		}
		if titled == 0 || titled >= len(words) {
			break
		}
		first += titled
	}
	if t := r.Words[last-1].Text; last-1 > first && (t == "'s" || t == "’s") {
		last--
	}
	span := article.Span{Start: r.Words[first].Start, End: r.Words[last-1].End}
	return span, strings.Fields(r.Article.Slice(span))
}

// findPeople adds a person for each name of several words, names of one person
// together: first names and initials agree, or one name lies in the other.
func (r *resolver) findPeople() *people {
	p := &people{resolver: r}
	for _, n := range r.Names {
		if n.Kind != document.PER {
			continue
		}
		if _, words := r.personal(n); len(words) > 1 {
			p.add(words)
		}
	}
	p.addHonoured()
	for _, e := range p.known {
		e.id = graph.EntityID(graph.Person, personKey(e.words))
	}
	return p
}

// addHonoured adds whom a form of address tells from all whose full names are
// given: “Mr. Obama” isn't Michelle Obama.
func (p *people) addHonoured() {
	for _, n := range p.Names {
		span, words := p.personal(n)
		gender := honoured(p.before(span.Start))
		if n.Kind != document.PER || len(words) != 1 || gender == gazetteer.Unknown {
			continue
		}
		word := folded(words)[0]
		candidates := p.candidates(word)
		if len(candidates) > 0 && !slices.ContainsFunc(candidates, func(e *entity) bool {
			family := folded(withoutInitials(e.words))
			return e.gender == gazetteer.Unknown || e.gender == gender || family[len(family)-1] != word // of “Lou Jiwei”, Lou is the family name
		}) {
			p.add(words)
			p.known[len(p.known)-1].gender = gender
		}
	}
}

func (p *people) add(words []string) {
	for _, e := range p.known {
		if !sameName(e.words, words) {
			continue
		}
		if plain, had := withoutInitials(words), withoutInitials(e.words); len(plain) > len(had) || len(plain) == len(had) && abbreviates(folded(had)[0], folded(plain)[0]) && had[0] != plain[0] {
			e.gender = gazetteer.GenderOf(words[0])
			e.words, e.name = words, strings.Join(words, " ")
		}
		return
	}
	e := &entity{name: strings.Join(words, " "), label: graph.Person, words: words, names: map[string]bool{}}
	e.gender = gazetteer.GenderOf(words[0])
	p.known = append(p.known, e)
}

// personKey returns the name by which a person is known from article to
// article: without middle initials and what stands behind the family name, in
// one of the spellings that transliterations differ in.
func personKey(words []string) string {
	return graph.Slug(transliterated(strings.Join(withoutInitials(words), " ")))
}

// spellings are endings, and whole first names, of which transliterations have
// several.
var spellings = strings.NewReplacer(
	"skyy ", "sky ", "skiy ", "sky ", "skii ", "sky ", "skij ", "sky ", "skyi ", "sky ",
	"sergey ", "sergei ", "andrey ", "andrei ", "alexey ", "alexei ", "aleksey ", "alexei ", "aleksei ", "alexei ", "nikolay ", "nikolai ",
	"dmitriy ", "dmitry ", "dmitri ", "dmitry ", "yuriy ", "yuri ", "yury ", "yuri ", "vitaliy ", "vitaly ", "anatoliy ", "anatoly ", "vasiliy ", "vasily ",
	"grigoriy ", "grigory ", "georgiy ", "georgy ", "yevgeniy ", "yevgeny ", "evgeny ", "yevgeny ", "valeriy ", "valery ", "arkadiy ", "arkady ", "gennadiy ", "gennady ",
)

// transliterated makes the spellings of a transliterated name alike, as in
// Zelensky, Zelenskyy and Zelenskiy, or Sergei and Sergey.
func transliterated(name string) string {
	return strings.TrimSpace(spellings.Replace(strings.ToLower(name) + " "))
}

// suffixes stand behind family names.
var suffixes = []string{"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"}

// withoutInitials returns a name without suffixes and its one middle initial.
// Several initials stay: they are how George H. W. Bush is told from his son.
func withoutInitials(words []string) []string {
	words = slices.Clone(words)
	for len(words) > 1 && slices.Contains(suffixes, strings.ToLower(strings.Trim(words[len(words)-1], ","))) {
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

// sameName says whether two names of several words may be of one person.
func sameName(a, b []string) bool {
	if !sameMiddle(middle(a), middle(b)) {
		return false
	}
	a, b = folded(withoutInitials(a)), folded(withoutInitials(b))
	if len(a) > len(b) {
		a, b = b, a
	}
	first, last := a[0] == b[0] || abbreviates(a[0], b[0]) || abbreviates(b[0], a[0]), a[len(a)-1] == b[len(b)-1]
	if first && last {
		return true
	}
	return len(a) > 1 && (slices.Equal(a, b[len(b)-len(a):]) || slices.Equal(a, b[:len(a)]))
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
// accents and the Arabic article, and one spelling for transliterations.
func folded(words []string) []string {
	found := make([]string, len(words))
	for i, w := range words {
		w = strings.ReplaceAll(w, "’", "'")
		plain, _, err := transform.String(transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC), w)
		if err != nil {
			plain = w
		}
		found[i] = withoutArticle(transliterated(plain))
	}
	return found
}

// withoutArticle returns a word of a name without the Arabic article: the press
// calls Bashar al-Assad Assad.
func withoutArticle(word string) string {
	article, rest, found := strings.Cut(word, "-")
	if found && slices.Contains([]string{"al", "el", "ul", "ad", "an", "ar", "as", "ash", "at", "az"}, article) {
		return rest
	}
	return word
}

// of returns the person of a mention by name. One word means one of those
// whose first or last word it is, or is but for a letter; where there is
// none, it is a person of that name.
func (p *people) of(n document.Name) (*entity, article.Span) {
	span, words := p.personal(n)
	if len(words) > 1 {
		i := slices.IndexFunc(p.known, func(e *entity) bool { return sameName(e.words, words) })
		if i < 0 { // a name that the network takes for something else
			p.add(words)
			i = len(p.known) - 1
			p.known[i].id = graph.EntityID(graph.Person, personKey(p.known[i].words))
		}
		return p.enter(p.known[i]), span
	}
	candidates := p.candidates(folded(words)[0])
	if len(candidates) == 0 {
		e := p.bare(words[0])
		return e, span
	}
	return p.enter(p.choose(candidates, span)), span
}

// enter adds a person who is mentioned for the first time.
func (p *people) enter(e *entity) *entity {
	if old := p.entities[e.id]; old != nil {
		return old
	}
	p.entities[e.id] = e
	p.order = append(p.order, e)
	return e
}

// bare returns the person of a name that nothing explains.
func (p *people) bare(name string) *entity {
	e := p.resolver.add(graph.Person, personKey([]string{name}), name, "")
	if e != nil && e.words == nil {
		e.words = []string{name}
	}
	return e
}

func (p *people) candidates(word string) []*entity {
	tests := []func(words []string) bool{
		func(words []string) bool { return words[len(words)-1] == word },
		func(words []string) bool { return words[0] == word },
		func(words []string) bool { return misspelt(words[len(words)-1], word) },
	}
	for _, fits := range tests {
		var found []*entity
		for _, e := range p.known {
			if fits(folded(withoutInitials(e.words))) {
				found = append(found, e)
			}
		}
		if len(found) > 0 {
			return found
		}
	}
	return nil
}

// misspelt says whether two words of five letters or more are one but for a letter.
func misspelt(a, b string) bool {
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

// What speaks for one of several people of a surname.
const (
	introduced = 1.0  // the first in the article: the press gives relatives their full name
	relative   = -1.5 // was introduced as somebody's wife or son
	subject    = 1.5  // was the subject of one of the last sentences
	recent     = 0.5  // was named in one of them
	titled     = 2    // is known by a title alone, which stands here too
)

// choose returns whom of several with one surname a mention means.
func (p *people) choose(candidates []*entity, s article.Span) *entity {
	var best *entity
	var most float64
	for i, e := range candidates {
		score := p.salience(e, s)
		if i == 0 {
			score += introduced
		}
		if g := honoured(p.before(s.Start)); g != gazetteer.Unknown && e.gender != gazetteer.Unknown && g != e.gender {
			score -= 10
		}
		if len(e.words) == 1 && p.titleBefore(s).Len() > 0 {
			score += titled
		}
		if best == nil || score > most {
			best, most = e, score
		}
	}
	return best
}

func (p *people) salience(e *entity, s article.Span) (score float64) {
	if e.relative {
		score += relative
	}
	from := p.Sentences[max(0, p.SentenceAt(s.Start)-2)].Start
	for _, m := range slices.Backward(e.mentions) {
		if m.Start < from {
			break
		}
		if p.isSubject(m) {
			return score + subject
		}
		score = max(score, recent)
	}
	return score
}

// honoured returns the gender that a form of address tells.
func honoured(word string) gazetteer.Gender {
	switch word {
	case "Mr", "Mr.", "Sir", "Lord":
		return gazetteer.Male
	case "Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Lady", "Dame", "Madame":
		return gazetteer.Female
	}
	return gazetteer.Unknown
}

// kin are nouns for members of a family, with the gender that they tell.
var kin = map[string]gazetteer.Gender{
	"wife": gazetteer.Female, "husband": gazetteer.Male, "son": gazetteer.Male, "daughter": gazetteer.Female, "mother": gazetteer.Female,
	"father": gazetteer.Male, "sister": gazetteer.Female, "brother": gazetteer.Male, "widow": gazetteer.Female, "niece": gazetteer.Female, "nephew": gazetteer.Male,
}

// titleWords are the words that titles are short for.
var titleWords = map[string]string{
	"gov": "governor", "sen": "senator", "rep": "congressman", "gen": "general", "dr": "doctor", "lt": "lieutenant", "col": "colonel", "sgt": "sergeant",
	"capt": "captain", "prof": "professor", "adm": "admiral", "rev": "reverend", "atty": "attorney",
}

// describe notes what is said of a person where it is named: the nouns before
// and behind the name, as in “the widow Jane Doe, a judge in Texas,”, and the
// gender that they tell.
func (r *resolver) describe(m mention) {
	e := m.entity
	if g := honoured(r.before(m.Start)); g != gazetteer.Unknown {
		e.gender = g
	}
	for _, t := range r.described(m.Span) {
		lemma := strings.ToLower(r.Words[t].Lemma)
		if e.descriptions == nil {
			e.descriptions = map[string]bool{}
		}
		if full, short := titleWords[strings.TrimSuffix(lemma, ".")]; short {
			lemma = full
		}
		e.descriptions[lemma] = true
		if g, isKin := kin[lemma]; isKin {
			e.relative = true
			e.gender = g
		}
		switch {
		case strings.HasSuffix(lemma, "woman"), lemma == "actress":
			e.gender = gazetteer.Female
		case strings.HasSuffix(lemma, "man") && lemma != "chairman":
			e.gender = gazetteer.Male
		}
	}
}

// described returns the nouns that stand with a name in one noun phrase, or
// are said of it by a form of “be”.
func (r *resolver) described(name article.Span) (nouns []int) {
	head := r.headIn(name)
	for i := max(0, head-12); i < min(len(r.Words), head+16); i++ {
		if r.Words[i].UPOS != "NOUN" && r.Words[i].UPOS != "PROPN" || name.Contains(article.Span{Start: r.Words[i].Start, End: r.Words[i].End}) {
			continue
		}
		relation := r.Words[i].Relation
		hangs := r.Words[i].Head == head && (relation == "nmod:desc" || slices.Contains([]string{"appos", "compound", "flat"}, universal(relation))) ||
			r.Words[i].End+1 == r.Words[head].Start
		carries := r.Words[head].Head == i && (i < head || universal(r.Words[head].Relation) != "compound") && slices.Contains([]string{"appos", "flat", "compound", "nsubj"}, universal(r.Words[head].Relation))
		if hangs || carries && (universal(r.Words[head].Relation) != "nsubj" || r.hasCopula(i)) {
			nouns = append(nouns, r.owned(i))
		}
	}
	return nouns
}

// owned returns the noun behind a possessive, of which alone a description
// speaks: “the nominee's eldest daughter” is a daughter.
func (r *resolver) owned(noun int) int {
	if noun+1 >= len(r.Words) || r.Words[noun+1].Text != "'s" && r.Words[noun+1].Text != "’s" {
		return noun
	}
	for i := noun + 2; i < min(noun+6, len(r.Words)); i++ {
		if r.Words[i].UPOS == "NOUN" {
			return i
		}
	}
	return noun
}

func (r *resolver) hasCopula(token int) bool {
	for i := max(0, token-6); i < token; i++ {
		if r.Words[i].Head == token && r.Words[i].Relation == "cop" {
			return true
		}
	}
	return false
}

// bodyOf returns the name of the body that a person's name and the noun behind
// it make, as in “the Trump campaign” and “Mr. Trump's campaign”, and its span;
// "" where they make none.
func (r *resolver) bodyOf(n document.Name) (string, article.Span) {
	span, words := r.personal(n)
	i := r.WordAt(span.End)
	if i < len(r.Words) && (r.Words[i].Text == "'s" || r.Words[i].Text == "’s") {
		i++
	}
	if i >= len(r.Words) || r.Words[i].Start > span.End+len("’s ") || !gazetteer.Is(gazetteer.PersonalBody, strings.ToLower(r.Words[i].Text)) || r.Words[i].UPOS == "VERB" {
		return "", span
	}
	possessed := i > r.WordAt(span.End)
	if next := i + 1; possessed && next < len(r.Words) && slices.Contains([]string{"NOUN", "PROPN"}, r.Words[next].UPOS) {
		return "", span // “Jane Doe's campaign manager”
	}
	return words[len(words)-1] + " " + r.Words[i].Text, article.Span{Start: span.Start, End: r.Words[i].End}
}
