package said

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/resolve/whom"
	"github.com/newsgraph/newsgraph/ingest/rule"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// answers are the rules by which a statement is an answer to another, the surest
// first. None applies where it isn't clear to which.
var answers = []rule.By[made, *said]{
	{Rule: rule.Rule{Decides: "respondsTo", Name: "words of somebody who is named", Example: "Tehran denied Israel's accusation."}, Apply: answering((*maker).wordsOfNamed)},
	{Rule: rule.Rule{Decides: "respondsTo", Name: "a noun for the other's words", Example: "NATO rejected the demand."}, Apply: answering((*maker).nounForWords)},
	{Rule: rule.Rule{Decides: "respondsTo", Name: "this", Example: "The minister denied this."}, Apply: answering((*maker).pronounForWords)},
	{Rule: rule.Rule{Decides: "respondsTo", Name: "a question to the speaker", Example: "Asked whether he knew, Biden said no."}, Apply: answering((*maker).question)},
	{Rule: rule.Rule{Decides: "respondsTo", Name: "a reply to what the speaker was told", Example: "“I agree,” Putin replied."}, Apply: answering((*maker).reply)},
}

func answering(to func(*maker, *said) *said) func(made) (*said, bool) {
	return func(x made) (*said, bool) {
		other := to(x.maker, x.st)
		return other, other != nil
	}
}

// responses are how an act answers; whatever is said to a question answers it.
var responses = map[string]string{"DENY": "denies", "REJECT": "rejects", "CONFIRM": "confirms", "AGREE": "answers", "ANSWER": "answers"}

// respond says which statement another answers.
func (m *maker) respond() {
	for _, st := range m.all {
		to, by, ok := rule.First(answers, made{maker: m, st: st})
		if !ok {
			continue
		}
		st.RespondsTo, st.How = to.ID, "answers"
		if how := responses[st.Act]; how != "" && to.Act != "ASK" {
			st.How = how
		}
		st.decide(by)
	}
}

// far is how many sentences back a statement may stand whose speaker the answer
// names: no article has as many, and in longer texts it bounds the work.
const far = 2000

// near is how many sentences back the words may stand that a noun means.
const near = 3

// wordsOfNamed finds the statement whose speaker the content names.
func (m *maker) wordsOfNamed(st *said) *said {
	head, acts := m.answered(st)
	if !head.OK() {
		return nil
	}
	author := m.author(st, head)
	if author == nil {
		return nil
	}
	return m.before(st, far, func(other *said) bool {
		return slices.Contains(acts, other.Act) && slices.ContainsFunc(other.speakers, func(e *who.Entity) bool { return speaksFor(e, author) })
	})
}

// nounForWords finds what “the accusation”, “that demand”, “their claims” mean.
func (m *maker) nounForWords(st *said) *said {
	head, acts := m.answered(st)
	if !head.OK() || !definite.Matches(head) || owner(head).OK() {
		return nil
	}
	fits := func(other *said) bool { return slices.Contains(acts, other.Act) }
	for _, fit := range []func(*said) bool{func(other *said) bool { return fits(other) && m.concerns(other, st) }, fits} {
		if to := m.before(st, near, fit); to != nil {
			return to
		}
	}
	return m.before(st, 1, func(other *said) bool {
		return other == st.before.last() && other.Act == "ASSERT" && blaming(acts) && m.tellsOf(other, st)
	})
}

// blaming says whether a noun of the acts stands for what is said against somebody.
func blaming(acts []string) bool { return slices.Contains(acts, "ACCUSE") }

// tellsOf says whether the words of a statement name a speaker of another.
func (m *maker) tellsOf(other, st *said) bool {
	return slices.ContainsFunc(st.speakers, func(e *who.Entity) bool { return slices.Contains(other.Topics, e.ID) })
}

// pronounForWords finds what “this” or “it” means where it is all that is
// denied, rejected or confirmed: the words just before.
func (m *maker) pronounForWords(st *said) *said {
	if responses[st.Act] == "" || size(st.content) != 1 || !lexicon.Contradicting.Has(st.cue.Lemma()) {
		return nil
	}
	if word := tree.At(m.Document, st.content[0].First); !slices.Contains([]string{"this", "that", "it", "so"}, word.Lower()) {
		return nil
	}
	return m.before(st, 1, func(*said) bool { return true })
}

// question finds the question that the speaker was asked.
func (m *maker) question(st *said) *said {
	return m.before(st, 1, func(other *said) bool {
		return other.Act == "ASK" && m.concerns(other, st) && st.before.last() == other
	})
}

// reply finds what was said to the one who replies, or just before: more than a
// word (“as he said goodbye”).
func (m *maker) reply(st *said) *said {
	if !lexicon.Replying.Has(st.cue.Lemma()) {
		return nil
	}
	return m.before(st, 1, func(other *said) bool {
		return size(other.content) > 1 && (m.concerns(other, st) || len(other.speakers) > 0 && len(st.speakers) > 0)
	})
}

// before returns the nearest statement before st that fits, at most so many
// sentences back, of other speakers; not one in which st lies, or which lies in st.
func (m *maker) before(st *said, sentences int, fits func(*said) bool) *said {
	for _, other := range slices.Backward(st.before) {
		if other.sentence < st.sentence-sentences {
			break
		}
		if !m.holds(other, st) && !m.holds(st, other) && others(st, other) && fits(other) {
			return other
		}
	}
	return nil
}

// others says whether two statements have different speakers.
func others(a, b *said) bool {
	if len(a.speakers)+len(b.speakers) > 0 {
		return !slices.ContainsFunc(a.speakers, func(e *who.Entity) bool { return slices.Contains(b.speakers, e) })
	}
	return a.Unnamed == nil || b.Unnamed == nil || a.Unnamed.Text != b.Unnamed.Text
}

// concerns says whether a statement is addressed to, or aimed at, the speaker
// of another.
func (m *maker) concerns(other, st *said) bool {
	return slices.ContainsFunc(st.speakers, func(e *who.Entity) bool {
		return slices.Contains(other.heard, e) || slices.Contains(other.Targets, e.ID)
	})
}

//go:embed answers.tsv
var answersTSV string

// answerable are, by noun, the acts for which it may stand: “claim” for ASSERT.
var answerable = func() map[string][]string {
	table := map[string][]string{}
	for line := range strings.Lines(answersTSV) {
		nouns, acts, found := strings.Cut(strings.TrimSpace(line), "\t")
		if !found || strings.HasPrefix(line, "#") {
			continue
		}
		for _, noun := range strings.Fields(nouns) {
			table[noun] = strings.Fields(acts)
		}
	}
	return table
}()

// answered returns the noun for words that is denied, rejected, confirmed or
// agreed to, and the acts that it may mean. It is Nowhere where the
// content has no such head, or itself says what the words are (“the claim that …”).
func (m *maker) answered(st *said) (head tree.Cursor, acts []string) {
	if responses[st.Act] == "" || len(st.content) == 0 {
		return tree.Nowhere, nil
	}
	head = tree.Head(m.Document, st.content[0])
	acts = answerable[head.Lemma()]
	if len(acts) == 0 || clause.Matches(head) || topic.Matches(head) {
		return tree.Nowhere, nil
	}
	return head, acts
}

// Patterns of a noun for words: one that stands with what was said, “an idea of
// peace”, and one that means what was told before.
var (
	clause   = tree.MustCompile(`>acl|ccomp`, nil)
	topic    = tree.MustCompile(`>nmod/of|about|that|on`, nil)
	definite = tree.MustCompile(`>det "the"|"this"|"that"|"these"|"those"`, nil)
)

// owner returns whose words the noun means: “Moscow” of “Moscow's claim”.
func owner(head tree.Cursor) tree.Cursor {
	for _, c := range head.Children("nmod") {
		if c.Word < head.Word && !c.Is("PRON") || slices.Contains([]string{"by", "from"}, c.Preposition()) {
			return c
		}
	}
	return tree.Nowhere
}

// author returns who is meant by the owner of the words, nil where that is no name.
func (m *maker) author(st *said, head tree.Cursor) *who.Entity {
	c := owner(head)
	if !c.OK() || m.Cast.MentionAt(c.Word) == nil {
		return nil
	}
	return m.Whom.Of(c.Phrase(), whom.Scene{Role: document.Source, Anchor: st.frame.Anchor}).One()
}

// speaksFor says whether a speaker is the author, or a body of the country that
// the author is.
func speaksFor(e, author *who.Entity) bool {
	return e == author || author.Label == graph.Country && e.Code == author.Code
}
