package whom

import (
	"math"
	"regexp"
	"slices"
	"sort"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/resolve/pointer"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// anonymous matches what the press says of sources that it does not name.
var anonymous = regexp.MustCompile(`(?i)\banonym|\bnot to be (?:named|identified)|\bnot be (?:named|identified)|\bunnamed\b|\bcondition that\b|\bdeclined to be\b`)

// determiners are the words that phrases begin with, in the order of the
// feature's classes.
var determiners = []lexicon.Set{
	{},
	lexicon.Of("the"), lexicon.Of("a", "an", "another"), lexicon.Of("his"), lexicon.Of("her"), lexicon.Of("its"), lexicon.Of("their"), lexicon.Of("our", "my", "your"),
	lexicon.Demonstratives, lexicon.Quantifiers, lexicon.Of("no", "none", "nobody"),
}

// determiner returns the class of a phrase's first word.
func determiner(d *document.Document, p phrase) int {
	first := tree.At(d, p.First)
	for i, words := range determiners {
		if p.Len() > 1 && words.Has(first.Lower()) {
			return i
		}
	}
	if first.Is("NUM") {
		return len(determiners)
	}
	return 0
}

// ofPhrase sets the features of the phrase alone.
func (r *Resolver) ofPhrase(v vector, p phrase, scene Scene) {
	d := r.document
	v.one(fPronoun, int(p.pronoun), int(pronouns))
	role := slices.Index(roles, scene.Role)
	if role < 0 {
		role = len(roles)
	}
	v.one(fRole, role, len(roles)+1)
	v.one(fLength, pointer.Class(p.Len(), lengths), len(lengths)+1)
	v.one(fDeterminer, determiner(d, p), len(determiners)+1)
	v.one(fTag, tag(p.head), len(tags)+1)
	v.when(fPlural, p.plural)
	text := d.Words[p.head.Word].Text
	v.when(fCapital, strings.ToLower(text[:1]) != text[:1])
	v.when(fQuoted, r.quoted[p.First])
	v.when(fTitle, len(p.title) > 0)
	v.when(fClause, len(p.head.Children("acl")) > 0)
	v.when(fAnonymous, anonymous.MatchString(d.Text(r.whole(p))))
	v.one(fKind, who.KindOf(p.head.Lower(), p.lemma), len(who.KindsOfBodies))
	named := false
	for _, m := range r.cast.MentionsIn(p.Range) {
		v.set(fHas + feature(slices.Index(labels, m.Entity.Label)))
		named = true
	}
	v.when(fNoName, !named)
	v.when(fShouted, r.shouted(p))
}

// tags are the parts of speech that a feature tells apart.
var tags = []string{"NOUN", "PROPN", "PRON"}

// tag returns the class of a word by its part of speech.
func tag(c tree.Cursor) int {
	if i := slices.IndexFunc(tags, func(tag string) bool { return c.Is(tag) }); i >= 0 {
		return i
	}
	return len(tags)
}

// shouted says whether a phrase stands in a headline whose words have capitals.
func (r *Resolver) shouted(p phrase) bool {
	s, capitals, all := r.document.SentenceOf(p.First), 0, 0
	for _, w := range r.document.Words[s.First:s.Last] {
		if len(w.Text) > 3 && letters(w.Text) {
			all++
			capitals += int(number(capital(w.Text)))
		}
	}
	return all > 2 && 4*capitals > 3*all
}

// whole returns a phrase with the clauses that hang from it.
func (r *Resolver) whole(p phrase) document.Range {
	s, all := r.document.SentenceOf(p.head.Word), p.Range
	for w := p.Last; w < min(s.Last, p.Last+25) && tree.At(r.document, w).Under(p.head); w++ {
		all.Last = w + 1
	}
	return all
}

// ofCandidate sets the features of somebody as what the phrase means.
func (r *Resolver) ofCandidate(v vector, p phrase, c *candidate, scene Scene) {
	e := c.entity
	if e == nil {
		v.set(fNobody)
		return
	}
	label := slices.Index(labels, e.Label)
	v.one(fLabel, label, len(labels))
	v.set(fKinds + feature(who.KindOf(p.head.Lower(), p.lemma)*len(labels)+label))
	v.when(fProposed, e.Proposed)
	if e.Proposed && !strings.Contains(e.Name, " ") {
		v.set(fBare + feature(number(r.namesakes[strings.ToLower(e.Name)] > 1)))
	}
	v.when(fAlone, len(e.Mentions) == 1 && p.Contains(e.Mentions[0]))
	r.inPhrase(v, p, c)
	r.around(v, p, c, scene)
	r.inArticle(v, e)
	r.inScene(v, p, e, scene)
	r.alike(v, p, c)
}

// inPhrase sets how the name stands in the phrase.
func (r *Resolver) inPhrase(v vector, p phrase, c *candidate) {
	if c.inside == nil {
		v.set(fInside + feature(relations))
		return
	}
	v.set(fInside + feature(relationOf(p, *c.inside)))
	v.when(fEnds, c.inside.Last == p.Last)
	v.when(fBegins, c.inside.First <= p.First+1 && c.inside.First >= p.First)
	v.when(fWithin, c.inside.inner)
	v.when(fPlaced, c.entity.Label == graph.Organization && slices.ContainsFunc(r.cast.MentionsIn(c.inside.Range), func(m who.Mention) bool {
		return m.Entity.Label == graph.Country || m.Entity.Label == graph.Place
	}))
	last := r.lastPerson(p)
	v.when(fLast, last != nil && last == c.entity)
}

func (r *Resolver) lastPerson(p phrase) (last *who.Entity) {
	for _, m := range r.cast.MentionsIn(p.Range) {
		if m.Entity.Label == graph.Person {
			last = m.Entity
		}
	}
	return last
}

// around sets where somebody is named before and after the phrase.
func (r *Resolver) around(v vector, p phrase, c *candidate, scene Scene) {
	here := r.sentence[p.First]
	if c.recency >= 0 {
		v.one(fRecency, pointer.Class(c.recency, ranks), len(ranks)+1)
	}
	if c.agreeing >= 0 {
		v.one(fAgreeing, pointer.Class(c.agreeing, ranks), len(ranks)+1)
	}
	if over := antecedent(p); over.OK() {
		v.when(fRelative, slices.ContainsFunc(c.before, func(m place) bool { return m.head == over || m.head.Up() == over || over.Up() == m.head }))
	}
	if len(c.after) > 0 {
		v.one(fAfter, pointer.Class(c.after[0].First-p.Last, distances), len(distances)+1)
	}
	if len(c.before) == 0 {
		return
	}
	last := c.before[0]
	v.one(fBefore, pointer.Class(p.First-last.Last, distances), len(distances)+1)
	v.one(fSentences, pointer.Class(here-r.sentence[last.First], sentences), len(sentences)+1)
	v.one(fGrammar, grammar(last), 6)
	v.when(fCited, last.quoted)
	s := r.document.Sentences
	for _, m := range c.before {
		at := r.sentence[m.First]
		if s[at].Paragraph+1 < s[here].Paragraph {
			break
		}
		content := in(scene.Content, m.Range)
		subject := grammar(m) == 0 && !m.quoted && !m.inner
		v.when(fParagraph, true)
		if at == here {
			v[fContent] = max(v[fContent], float32(number(content)))
			v[fOutside] = max(v[fOutside], float32(number(!content)))
			v[fFirst] = max(v[fFirst], float32(number(subject && !content)))
		}
		if at == here-1 && subject {
			v.set(fTopical)
		}
	}
}

// antecedent returns what the clause of a relative pronoun hangs from.
func antecedent(p phrase) tree.Cursor {
	if p.pronoun != relative {
		return tree.Nowhere
	}
	c := p.head.Up()
	for steps := 0; c.OK() && c.Relation() != "acl" && steps < 4; steps++ {
		c = c.Up()
	}
	return c.Up()
}

// grammar returns the class of what a name is in its sentence.
func grammar(m place) int {
	head := m.head
	if relation := head.Relation(); slices.Contains([]string{"flat", "appos", "compound"}, relation) && head.Up().OK() && m.Entity.Label == graph.Person {
		head = head.Up() // “President Jane Doe”, whose title is the subject
	}
	switch relation := head.Relation(); {
	case relation == "nsubj":
		return 0
	case relation == "obj" || relation == "iobj":
		return 1
	case relation == "obl":
		return 2
	case head.Subtype("nmod:poss"):
		return 3
	case relation == "appos":
		return 4
	}
	return 5
}

// inArticle sets how much the article speaks of somebody.
func (r *Resolver) inArticle(v vector, e *who.Entity) {
	v.one(fCount, pointer.Class(len(e.Mentions), counts), len(counts)+1)
	v.value(fShare, float64(len(e.Mentions))/float64(max(1, r.mentions[e.Label])))
	v.when(fMain, r.main[e.Label] == e)
	v.when(fHeadline, len(e.Mentions) > 0 && r.sentence[e.Mentions[0].First] == 0)
	v.when(fAbout, e.Code != "" && e.Code == r.cast.About)
}

// inScene sets what somebody does where the phrase stands.
func (r *Resolver) inScene(v vector, p phrase, e *who.Entity, scene Scene) {
	v.one(fVoice, pointer.Class(r.spoken[e]-p.voices.within[e], sayings), len(sayings)+1)
	v.when(fLastVoice, p.voices.before == e)
	v.when(fNextVoice, p.voices.after == e)
	v.when(fSpeaker, contains(scene.Speakers, e))
	v.when(fPrevious, contains(scene.Last, e))
	v.when(fPartner, contains(scene.Partners, e))
}

// alike sets how the words of the phrase fit somebody.
func (r *Resolver) alike(v vector, p phrase, c *candidate) {
	e := c.entity
	if p.pronoun == he || p.pronoun == she {
		v.set(fGender + feature(agreement(p.pronoun, r.gender(e))))
	}
	name := lower(strings.Fields(e.Name))
	shared := 0
	for _, w := range p.words {
		if slices.Contains(name, w) {
			shared++
		}
	}
	if len(p.words) > 0 && len(name) > 0 {
		v.value(fWords, float64(shared)/float64(len(p.words)))
		v.value(fName, math.Min(1, float64(shared)/float64(len(name))))
	}
	v.when(fHeadWord, slices.Contains(name, p.head.Lower()) || slices.Contains(name, p.lemma))
	v.when(fNoun, slices.Contains(e.Nouns, p.lemma))
	if kind := who.KindOf(p.head.Lower(), p.lemma); kind > 0 && e.Label == graph.Organization {
		v.when(fSameKind, slices.Contains(r.kindsOf(e), kind))
	}
	for _, m := range r.cast.MentionsIn(p.Range) {
		v.when(fCode, v[fCode] > 0 || m.Entity != e && m.Entity.Code != "" && m.Entity.Code == e.Code)
	}
	r.office(v, p, e)
	r.ruled(v, p, e)
	r.byNetwork(v, p, c)
}

// agreement returns whether somebody may be called “he” or “she”: agrees, is
// unknown, clashes.
func agreement(p pronoun, g gazetteer.Gender) int {
	switch {
	case g == gazetteer.Unknown:
		return 1
	case (g == gazetteer.Male) == (p == he):
		return 0
	}
	return 2
}

// office sets whether somebody holds the office that the phrase names.
func (r *Resolver) office(v vector, p phrase, e *who.Entity) {
	best := 3
	for _, o := range e.Offices {
		held, shared := who.TitleWords(strings.FieldsFunc(o.Title, func(r rune) bool { return r == ' ' || r == '-' })), 0
		if isOther(held, p.full) {
			continue
		}
		for _, w := range held {
			if slices.Contains(p.full, w) {
				shared++
			}
		}
		fit := 3
		switch {
		case shared == 0:
			continue
		case shared == len(held):
			fit = 0
		case shared == len(p.title):
			fit = 1
		case slices.Contains(held, p.head.Lower()) || slices.Contains(held, p.lemma):
			fit = 2
		}
		if fit < best {
			best = fit
			v.one(fOwner, r.owner(p, o), 3)
		}
	}
	if best < 3 {
		v.set(fOffice + feature(best))
	}
}

// isOther says whether the words of a phrase are not for that office, though they
// share words: the president-elect and the vice president aren't the president,
// nor is a deputy minister the minister.
func isOther(held, words []string) bool {
	for _, w := range []string{"elect", "vice"} {
		if slices.Contains(held, w) != slices.Contains(words, w) {
			return true
		}
	}
	return slices.Contains(words, "deputy") && !slices.Contains(held, "deputy")
}

// owner says whether an office is of one in the phrase, of another, or whether
// none is there whose it could be.
func (r *Resolver) owner(p phrase, o who.Office) int {
	class := 2
	for _, m := range r.cast.MentionsIn(p.Range) {
		switch {
		case m.Entity == o.Of:
			return 0
		case m.Entity.Label == graph.Country || m.Entity.Label == graph.Organization:
			class = 1
		}
	}
	return class
}

// ruled sets whether a country or body is that of the office of somebody in
// the phrase: “Jane Doe's government”.
func (r *Resolver) ruled(v vector, p phrase, e *who.Entity) {
	for _, m := range r.cast.MentionsIn(p.Range) {
		v.when(fRuler, v[fRuler] > 0 || slices.ContainsFunc(m.Entity.Offices, func(o who.Office) bool { return o.Of == e }))
	}
}

// compared is how many mentions of somebody are held against a phrase by the
// network.
const compared = 12

// byNetwork sets what the network says.
func (r *Resolver) byNetwork(v vector, p phrase, c *candidate) {
	d := r.document
	if p.pronoun != noPronoun {
		i := sort.Search(len(d.Antecedents), func(i int) bool { return d.Antecedents[i].Pronoun >= p.First })
		if i < len(d.Antecedents) && d.Antecedents[i].Pronoun == p.First {
			a := d.Antecedents[i]
			v.set(fAntecedents)
			if m := r.cast.MentionAt(d.Names[a.Name].Last - 1); m != nil && m.Entity == c.entity {
				v.value(fAntecedent, a.Score)
			}
		}
	}
	if d.Likeness == nil {
		return
	}
	best := math.Inf(-1)
	hold := func(places []place) {
		n := 0
		for _, m := range places {
			if !m.told && n < compared {
				best = max(best, d.Likeness(p.Range, m.Range))
				n++
			}
		}
	}
	if c.inside != nil {
		best = d.Likeness(p.Range, c.inside.Range)
	}
	hold(c.before)
	hold(c.after)
	if e := c.entity; len(e.Mentions) > 0 && !p.Overlaps(e.Mentions[0]) {
		best = max(best, d.Likeness(p.Range, e.Mentions[0])) // where the press says what somebody is
	}
	if !math.IsInf(best, -1) {
		v.value(fLikeness, best/4)
	}
}
