package said

import (
	"cmp"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/resolve/whom"
	"github.com/newsgraph/newsgraph/ingest/rule"
)

// owns are the rules for whom words mean by who says them.
var owns = []rule.By[spoken, whom.Reference]{
	{Rule: rule.Rule{Decides: rule.Phrase, Name: "who says “I”", Example: "“I warned him,” Jane Doe said."}, Apply: spoken.bySpeaker},
	{Rule: rule.Rule{Decides: rule.Phrase, Name: "who writes “I”", Example: "Jane Doe's column: I warned him."}, Apply: spoken.byAuthor},
}

// spoken is a phrase of a statement.
type spoken struct {
	made
	words document.Range
}

// of returns whom a phrase of a statement means.
func (m *maker) of(words document.Range, st *said, scene whom.Scene) whom.Reference {
	x := spoken{made{maker: m, st: st}, words}
	if x.isPart() {
		return whom.Nobody(words)
	}
	if ref, by, ok := rule.First(owns, x); ok {
		ref.Rule, ref.Confidence = by, min(cmp.Or(ref.Confidence, 1), by.Share())
		return ref
	}
	if x.pronoun(lexicon.He, lexicon.She) && x.direct() {
		scene.Others = x.outerSpeakers().Entities
	}
	return m.Whom.Of(words, scene)
}

// pronoun says whether the phrase is a word of one of the sets.
func (x spoken) pronoun(sets ...lexicon.Set) bool {
	word := strings.ToLower(x.Words[x.words.First].Text)
	return x.words.Len() == 1 && slices.ContainsFunc(sets, func(set lexicon.Set) bool { return set.Has(word) })
}

// direct says whether the phrase stands in words that are given as they were spoken,
// in quotation marks or in a transcript.
func (x spoken) direct() bool {
	outer, ok := x.around()
	return ok && (x.Words[outer.Anchor].Text == ":" || len(x.quotationsIn(x.SpanOf(x.words))) > 0)
}

// isPart says whether the phrase is the label of a transcript that names nobody but a
// part in the talk: “MODERATOR: It is late.”
func (x spoken) isPart() bool {
	names := func(w document.Word) bool {
		return w.IsWord() && !lexicon.PartsInTalks.Has(strings.ToLower(w.Text)) && !gazetteer.Honorific(w.Text)
	}
	return x.Words[x.st.frame.Anchor].Text == ":" && !slices.ContainsFunc(x.Words[x.words.First:x.words.Last], names)
}

// bySpeaker finds whose words those are in which somebody speaks of himself.
func (x spoken) bySpeaker() (whom.Reference, bool) {
	if !x.pronoun(lexicon.I) {
		return whom.Reference{}, false
	}
	ref := x.outerSpeakers()
	return ref, len(ref.Entities) == 1
}

// outerSpeakers returns who speaks the words in which the phrase stands, as far as it
// is clear.
func (x spoken) outerSpeakers() (ref whom.Reference) {
	outer, ok := x.around()
	if !ok {
		return ref
	}
	for _, st := range x.st.before {
		if st.frame.Anchor == outer.Anchor {
			return whom.Reference{Entities: st.speakers}
		}
	}
	if sources := x.sources(outer); len(sources) == 1 {
		ref = x.Whom.Guess(sources[0], whom.Scene{Role: document.Source, Anchor: outer.Anchor})
	}
	if ref.Confidence < clear {
		return whom.Reference{}
	}
	return ref
}

// clear is the least probability with which it is clear who speaks words that are
// told before him.
const clear = 0.5

// around returns the frame of the statement in whose words the phrase stands, that
// with the least content.
func (x spoken) around() (found document.Frame, ok bool) {
	for _, f := range x.frames.over[x.st.frame.Anchor] {
		content := f.Roles[document.Content]
		if f.Anchor != x.st.frame.Anchor && slices.Contains(content, x.words.First) && (!ok || len(content) < len(found.Roles[document.Content])) {
			found, ok = f, true
		}
	}
	return found, ok
}

// byAuthor finds who wrote the article where somebody speaks of himself in words
// that are nobody else's; nobody where no person of the article is known to have.
func (x spoken) byAuthor() (whom.Reference, bool) {
	if _, others := x.around(); !x.pronoun(lexicon.I) || others || x.aside() || len(x.quotationsIn(x.SpanOf(x.words))) > 0 {
		return whom.Reference{}, false
	}
	author := func(e *who.Entity) bool {
		return e.Label == graph.Person && slices.Contains(x.Article.Authors, e.Name)
	}
	if i := slices.IndexFunc(x.Cast.Entities, author); i >= 0 {
		return whom.Reference{Entities: []*who.Entity{x.Cast.Entities[i]}}, true
	}
	return whom.Nobody(x.words), true
}

// aside says whether the phrase stands amid the words that are said: “the road, I
// think, is closed”.
func (x spoken) aside() bool {
	n := len(x.st.content)
	return n > 0 && x.st.content[0].First < x.words.First && x.words.First < x.st.content[n-1].Last
}
