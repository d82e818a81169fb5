package whom

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// exclusions leave out, each by itself, who can't be meant by a phrase with a
// role. Nobody is never left out.
var exclusions = []func(*Resolver, phrase, document.Role, []*candidate) []*candidate{
	unquoted, ahead, named, peoples, strangers, foreign,
}

// excluded returns who of those who may be meant can't be, when all have been
// compared: the model knows nobody by what others are.
func (r *Resolver) excluded(p phrase, role document.Role, all []*candidate) (out []*who.Entity) {
	left := slices.Clone(all)
	for _, leave := range exclusions {
		left = leave(r, p, role, left)
	}
	for _, c := range all {
		if !slices.Contains(left, c) {
			out = append(out, c.entity)
		}
	}
	return out
}

// elected leaves, of who may be “the president-elect”, those who are one, where
// somebody is.
func elected(p phrase, all []*candidate) []*candidate {
	const elect = "elect"
	is := func(c *candidate) bool {
		return c.entity != nil && slices.ContainsFunc(c.entity.Offices, func(o who.Office) bool {
			return strings.HasSuffix(strings.ToLower(o.Title), "-"+elect)
		})
	}
	if !slices.Contains(p.full, elect) || !slices.ContainsFunc(all, is) {
		return all
	}
	return slices.DeleteFunc(all, func(c *candidate) bool { return c.entity != nil && c.inside == nil && !is(c) })
}

// government is the kind of nouns for who governs.
var government = slices.Index(who.KindsOfBodies, "government")

// athome leaves out whom a phrase can't mean that names whose body it is: bodies of
// other countries where its head is in a name with a country, “the German army” is
// not the French; countries that it doesn't name where it is a government's: “the
// regional government” is no state, “the government of Nepal” not India.
func (r *Resolver) athome(p phrase, all []*candidate) []*candidate {
	code, governs := "", false
	for _, c := range all {
		if c.inside == nil {
			continue
		}
		headed := c.inside.First <= p.head.Word && p.head.Word < c.inside.Last
		if headed {
			code = nation(c.entity)
		}
		governs = governs || (headed && c.entity.Label == graph.Organization || c.entity.Label == graph.Country) && who.KindOf(p.head.Lower(), p.lemma) == government
	}
	return slices.DeleteFunc(all, func(c *candidate) bool {
		return c.entity != nil && c.inside == nil && (governs && c.entity.Label == graph.Country || code != "" && r.foreign(c.entity, code, p))
	})
}

// foreign says whether a body is not of the country whose body the phrase names: of
// another one, or of none that is known and of another kind. A paper may be of a
// country that its name doesn't tell.
func (r *Resolver) foreign(e *who.Entity, code string, p phrase) bool {
	kind := who.KindOf(p.head.Lower(), p.lemma)
	switch {
	case e.Label != graph.Organization || r.Press(e):
		return false
	case e.Code != "":
		return e.Code != code
	}
	return kind > 0 && len(r.kindsOf(e)) > 0 && !slices.Contains(r.kindsOf(e), kind)
}

// nation returns the code of the country with which a body's name begins.
func nation(e *who.Entity) string {
	if e.Label != graph.Organization {
		return ""
	}
	entry, _ := gazetteer.Match(gazetteer.Words(e.Name))
	return entry.Code
}

// unquoted leaves out who says a quotation for “he” and “she” in it: he would
// say “I”.
func unquoted(r *Resolver, p phrase, _ document.Role, all []*candidate) []*candidate {
	if p.pronoun != he && p.pronoun != she {
		return all
	}
	quoter := r.quoter(p.First)
	return slices.DeleteFunc(all, func(c *candidate) bool { return c.entity != nil && c.entity == quoter })
}

// quoter returns who says the quotation in which a word stands, where a name
// tells it, or a phrase that was noted; nil where none does.
func (r *Resolver) quoter(word int) *who.Entity {
	frame := r.quotedBy[word] - 1
	if frame < 0 {
		return nil
	}
	for _, part := range r.document.Frames[frame].Parts(document.Source) {
		head := tree.Head(r.document, part).Word
		for _, m := range r.cast.MentionsIn(part) {
			if m.Entity.Label == graph.Person && (m.First <= head && head < m.Last || m.Last == part.Last) {
				return m.Entity
			}
		}
		if i := r.firstFrom(part.First); i < len(r.places) && r.places[i].Range == part && r.places[i].told {
			return r.places[i].Entity
		}
	}
	return nil
}

// findQuoters finds for each word in a quotation the statement in whose words it
// lies, by its number from 1 on.
func (r *Resolver) findQuoters() {
	r.quotedBy = make([]int, len(r.document.Words))
	for i, f := range r.document.Frames {
		if f.Kind != document.Statement || r.quoted[f.Anchor] || slices.ContainsFunc(f.Roles[document.Source], func(w int) bool { return r.quoted[w] }) {
			continue
		}
		for _, w := range f.Roles[document.Content] {
			if r.quoted[w] && r.quotedBy[w] == 0 {
				r.quotedBy[w] = i + 1
			}
		}
	}
}

// ahead leaves, for “he” and “she” in a clause before the subject of the sentence
// and after nobody else, that subject alone: “In what | he | called a rant, Doe
// attacked them”. Of five such sources in the marks all mean it.
func ahead(r *Resolver, p phrase, role document.Role, all []*candidate) []*candidate {
	if role != document.Source || p.pronoun != he && p.pronoun != she || !p.head.By("nsubj") {
		return all
	}
	clause, top := p.head, p.head
	for top.Up().OK() {
		clause, top = top, top.Up()
	}
	subject := top.Child("nsubj")
	if !subject.OK() || !clause.By("advcl", "obl") || clause.Word > subject.Word || subject.Word < p.First {
		return all
	}
	m := r.cast.MentionAt(subject.Word)
	if m == nil || m.Entity.Label != graph.Person || !r.agrees(p.pronoun, m.Entity) || r.personIn(document.Range{First: r.document.SentenceOf(p.First).First, Last: p.First}) {
		return all
	}
	return slices.DeleteFunc(all, func(c *candidate) bool { return c.entity != nil && c.entity != m.Entity })
}

// named leaves out, where a body's name speaks, who is not named in it and
// has no word of it in the name: “the Crisis Group” may be the International Crisis
// Group, “Republicans” are no Democrats.
func named(r *Resolver, p phrase, role document.Role, all []*candidate) []*candidate {
	isName := func(c *candidate) bool {
		return c.inside != nil && c.entity.Label == graph.Organization && relationOf(p, *c.inside) == whole
	}
	if role != document.Source || !p.head.Is("PROPN") || !capital(r.document.Words[p.head.Word].Text) || !slices.ContainsFunc(all, isName) {
		return all
	}
	return slices.DeleteFunc(all, func(c *candidate) bool {
		return c.entity != nil && c.inside == nil && !slices.ContainsFunc(lower(strings.Fields(c.entity.Name)), func(w string) bool { return slices.Contains(p.words, w) })
	})
}

// peoples leaves nobody for a people that speaks, without an article: of 31
// “Palestinians”, “right-wing Israelis” and the like in the marks of sources 30 are
// nobody who could be named, “the North Koreans” are North Korea.
func peoples(r *Resolver, p phrase, role document.Role, all []*candidate) []*candidate {
	if role != document.Source || tree.At(r.document, p.First).Is("DET") || !strings.HasSuffix(p.head.Lower(), "s") {
		return all
	}
	if entry, n := gazetteer.Match([]string{r.document.Words[p.head.Word].Text}); n == 0 || entry.Kind != gazetteer.Demonym {
		return all
	}
	return slices.DeleteFunc(all, func(c *candidate) bool { return c.entity != nil })
}
