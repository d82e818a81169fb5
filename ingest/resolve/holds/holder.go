package holds

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// holders returns the names of those who hold an office. Of several that the
// network takes for them it is the one that stands with the title, unless the
// title is one of several: “Presidents Leonid Kuchma and Boris Yeltsin”. Where
// the text names nobody, it is a mention of nobody.
func (f *finder) holders(frame document.Frame) []who.Mention {
	named := f.people(frame)
	if len(named) > 0 && f.plural(frame) {
		named = f.beside(named)
	}
	switch {
	case len(named) == 0 && f.personAfter(frame) != nil:
		return []who.Mention{*f.personAfter(frame)}
	case len(named) == 0 && f.server(frame) != nil:
		return []who.Mention{*f.server(frame)}
	case len(named) == 0:
		return []who.Mention{{Entity: f.incumbent(frame)}}
	case len(named) == 1 || f.plural(frame):
		return named
	}
	best := named[0]
	for _, m := range named[1:] {
		if f.distance(m.Range, frame) < f.distance(best.Range, frame) {
			best = m
		}
	}
	return []who.Mention{best}
}

// people returns the people who are named, or meant by a pronoun, among the
// words for the holder.
func (f *finder) people(frame document.Frame) (named []who.Mention) {
	for _, part := range frame.Parts(document.Holder) {
		for w := part.First; w < part.Last; w++ {
			m := f.cast.MentionAt(w)
			if m == nil || m.Entity.Label != graph.Person || f.owns(m.Range, frame) || f.strange(m.Range, frame) || f.beyondTitle(m.Range, frame) || len(named) > 0 && named[len(named)-1].Entity == m.Entity {
				continue
			}
			named = append(named, *m)
		}
	}
	return named
}

// beside returns the holders of a title of several with those whose names are
// coordinated with the first's: “Presidents Leonid Kuchma of Ukraine and | Boris
// Yeltsin | of Russia”.
func (f *finder) beside(named []who.Mention) []who.Mention {
	first := tree.Head(f.Document, named[0].Range)
	for _, m := range f.cast.MentionsIn(f.SentenceOf(named[0].First).Range) {
		head := tree.Head(f.Document, m.Range)
		if m.First >= named[0].Last && m.Entity.Label == graph.Person && f.is(m.First-1, "CCONJ", "PUNCT") && head.Relation() == "conj" && head.Up().Word == first.Word &&
			!slices.ContainsFunc(named, func(n who.Mention) bool { return n.Entity == m.Entity }) {
			named = append(named, m)
		}
	}
	return named
}

// personAfter returns the person whose name stands right after a title.
func (f *finder) personAfter(frame document.Frame) *who.Mention {
	title := frame.Roles[document.Title]
	at := title[len(title)-1] + 1
	for at < len(f.Words) && (f.mark(at) && f.Words[at].Text != "," && f.Words[at].Text != "." || gazetteer.Honorific(f.Words[at].Text)) {
		at++
	}
	if m := f.cast.MentionAt(at); m != nil && m.First == at && m.Entity.Label == graph.Person {
		return m
	}
	return nil
}

// server returns the person of whom a verb tells that he serves in an office:
// “| Jane Doe |, who had served as an FBI agent”.
func (f *finder) server(frame document.Frame) *who.Mention {
	title := frame.Parts(document.Title)[0]
	noun := tree.Head(f.Document, title)
	verb := noun.Up()
	if noun.Preposition() != "as" || !lexicon.Serving.Has(verb.Lemma()) {
		return nil
	}
	subject := verb.Subject()
	if subject.Lower() == "who" && verb.Relation() == "acl" {
		subject = verb.Up()
	}
	for subject.OK() {
		if m := f.cast.MentionAt(subject.Word); m != nil && m.Entity.Label == graph.Person {
			return m
		}
		if subject.Relation() != "appos" {
			return nil
		}
		subject = subject.Up()
	}
	return nil
}

// headings are the last words of titles of those who head a country.
var headings = []string{"leader", "president", "premier"}

// incumbent returns whom the article names elsewhere as the head at the time of
// the country whose leader or president words tell of: “the Palestinian leader”.
// It is nil where nobody or several are.
func (f *finder) incumbent(frame document.Frame) (found *who.Entity) {
	title := frame.Parts(document.Title)[0]
	if frame.Former || title.Len() > 1 || !slices.Contains(headings, f.lower(title.First)) {
		return nil
	}
	parts := frame.Parts(document.Of)
	if i := slices.IndexFunc(parts, func(r document.Range) bool { return r.Last == title.First }); i >= 0 {
		parts = parts[i : i+1] // “the | Palestinian | leader”
	}
	for _, part := range parts {
		for _, m := range f.cast.MentionsIn(part) {
			if m.Entity.Label != graph.Country {
				continue
			}
			for _, e := range f.heads[m.Entity.Code] {
				if e == found {
					continue
				}
				if found != nil {
					return nil
				}
				found = e
			}
		}
	}
	return found
}

// owns says whether a name stands beside a title as that of whose it is: “Putin's
// spokesman”, “a Clinton aide”, “aide to Hillary Clinton”.
func (f *finder) owns(name document.Range, frame document.Frame) bool {
	title := frame.Roles[document.Title]
	first, last := title[0], title[len(title)-1]
	if name.Last <= first {
		return name.Last == first || lexicon.Possessive(f.lower(name.Last)) && first-name.Last <= reach
	}
	return name.First > last+1 && slices.Contains([]string{"to", "of", "for"}, f.at(last+1)) && tree.At(f.Document, last+1).Relation() != "mark" && name.First-last <= reach+1 &&
		len(f.cast.MentionsIn(document.Range{First: last + 2, Last: name.First})) == 0 // “ambassador to Zimbabwe Jane Doe”
}

// beyondTitle says whether a preposition after a title leads to a name: “the
// former minister over her rival | Jane Doe”.
func (f *finder) beyondTitle(name document.Range, frame document.Frame) bool {
	title := frame.Roles[document.Title]
	after := title[len(title)-1] + 1
	return name.First > after && lexicon.BeyondTitles.Has(f.at(after))
}

// strange says whether a name before a title is that of somebody else by the
// words between: “John Doe, husband of a former minister”, “Jane Doe, who met the
// minister's wife”.
func (f *finder) strange(name document.Range, frame document.Frame) bool {
	title := frame.Roles[document.Title]
	first, last := title[0], title[len(title)-1]
	if name.Last > first {
		return false
	}
	between := document.Range{First: name.Last, Last: first}
	if f.kinOf(name) {
		return true
	}
	return lexicon.Possessive(f.at(last+1)) || f.phrased(between) || slices.ContainsFunc(f.Words[name.Last:first], func(w document.Word) bool { return lexicon.Kin.Has(w.Lemma) })
}

// kinOf says whether a name ends the subject of a sentence that begins with one
// of that person's family: “the brother-in-law of | Jane Doe | was minister”.
func (f *finder) kinOf(name document.Range) bool {
	return f.at(name.First-1) == "of" && name.Last < len(f.Words) && f.is(name.Last, "AUX") &&
		slices.ContainsFunc(f.Words[max(f.SentenceOf(name.First).First, name.First-reach-2):name.First], func(w document.Word) bool { return lexicon.Kin.Has(w.Lemma) })
}

// phrased says whether the words between a name and a title make the title part
// of another phrase: “blames her loss to Jane Doe | on the FBI | chief”.
func (f *finder) phrased(between document.Range) bool {
	last := ""
	for w := between.First; w < between.Last; w++ {
		switch {
		case f.is(w, "ADP"):
			last = f.lower(w)
		case f.is(w, "PUNCT", "VERB", "AUX", "SCONJ", "CCONJ", "PRON"):
			return false
		}
	}
	return last != "" && last != "as"
}

// plural says whether a title is one of several people.
func (f *finder) plural(frame document.Frame) bool {
	title := frame.Roles[document.Title]
	last := tree.At(f.Document, title[len(title)-1])
	word := f.Words[last.Word].Text
	return last.Plural() || strings.HasSuffix(strings.TrimSuffix(word, "."), "s") && !strings.HasSuffix(word, "ss")
}

// How a name stands to a title: right after it, hanging from the same noun, or
// some words away.
const (
	right = iota
	joined
	near
)

func (f *finder) distance(name document.Range, frame document.Frame) int {
	title := frame.Roles[document.Title]
	first, last := title[0], title[len(title)-1]
	if name.First == last+1 {
		return right
	}
	t, n := tree.At(f.Document, last), tree.Head(f.Document, name)
	if t.Up().Word == n.Word || n.Up().Word == t.Word {
		return joined
	}
	return near + max(name.First-last, first-name.Last+1)
}
