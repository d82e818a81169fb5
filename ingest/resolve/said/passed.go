package said

import (
	"slices"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/resolve/whom"
	"github.com/newsgraph/newsgraph/ingest/rule"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// passOn says who passed the words of another on: of “KCNA quoted Kim as
// saying” and “Kim said, KCNA reported, quoting him” both are statements.
func (m *maker) passOn() {
	quoting := map[int][]*said{} // by the sentence
	for _, st := range m.all {
		if quoted(st.cue) {
			quoting[st.sentence] = append(quoting[st.sentence], st)
		}
	}
	for _, st := range m.all {
		for _, r := range reporters {
			if p, ok := r.Apply(made{m, st, quoting[st.sentence]}); ok {
				m.passedOn(p, r.Rule)
			}
		}
	}
}

// report says that somebody, in the words for him, passed a statement on.
type report struct {
	st    *said
	by    *who.Entity
	words document.Range
}

// reporters are the rules for who passed words on; the first that says so of a
// statement counts.
var reporters = []rule.By[made, report]{
	{Rule: rule.Rule{Decides: "reportedBy", Name: "quoted by", Example: "Norway was quoted by NATO as saying that it rained."}, Apply: made.byAgent},
	{Rule: rule.Rule{Decides: "reportedBy", Name: "the same words, quoted", Example: "NATO quoted Norway as saying that it rained."}, Apply: made.bySameWords},
	{Rule: rule.Rule{Decides: "reportedBy", Name: "quotes as saying", Example: "NATO quoted Norway as saying that it rained."}, Apply: made.byQuoter},
	{Rule: rule.Rule{Decides: "reportedBy", Name: "quoted there as saying", Example: "Norway was quoted as saying by NATO that it rained."}, Apply: made.byOutlet},
	{Rule: rule.Rule{Decides: "reportedBy", Name: "told by the press", Example: "Norway said that it rained, Reuters reported."}, Apply: made.byPress},
}

func (x made) byAgent() (report, bool) {
	by, words := x.agent(x.st)
	return report{x.st, by, words}, by != nil
}

// bySameWords finds the other statement with the same words: one of the two only
// passes the other on.
func (x made) bySameWords() (report, bool) {
	st, reporting := x.st, x.quotation(x.st, x.quoting)
	if reporting == nil {
		return report{}, false
	}
	if !active(reporting) {
		st, reporting = reporting, st
	}
	if len(reporting.speakers) != 1 || len(reporting.source) == 0 {
		return report{}, false
	}
	return report{st, reporting.speakers[0], reporting.source[0]}, true
}

func (x made) byQuoter() (report, bool) {
	by := quoter.Match(x.st.cue).At("who")
	if !by.OK() {
		by = quoterBelow.Match(x.st.cue).At("who")
	}
	if !by.OK() || covers(x.st.source, by.Word) {
		return report{}, false
	}
	e := x.Whom.Note(x.Whom.Of(by.Phrase(), whom.Scene{Role: document.Source, Anchor: x.st.frame.Anchor})).One()
	return report{x.st, e, by.Phrase()}, e != nil
}

// Patterns of who quotes somebody “as saying” what he says; the second is of trees in
// which that somebody is quoted hangs from his saying so.
var (
	quoter      = tree.MustCompile(`[>mark "as"] < quote|cite ~doer =who`, nil)
	quoterBelow = tree.MustCompile(`[>mark "as"] >ccomp|advcl|csubj quote|cite ~doer =who`, nil)
)

// byOutlet finds the body by which, or in which, somebody is quoted as saying
// something, wherever the parser hangs it.
func (x made) byOutlet() (report, bool) {
	quoting := x.st.cue.Up()
	if !x.st.cue.Has("mark", "as") || !quoted(quoting) {
		return report{}, false
	}
	for _, c := range append(quoting.Children("obl"), x.st.cue.Children("obl")...) {
		if !slices.Contains([]string{"by", "in", "on"}, c.Preposition()) || covers(x.st.source, c.Word) || covers(x.st.content, c.Word) {
			continue
		}
		for _, mention := range x.Cast.MentionsIn(c.Phrase()) {
			if mention.Entity.Label == graph.Organization && (c.Preposition() == "by" || !mention.Entity.Proposed) {
				return report{x.st, mention.Entity, mention.Range}, true
			}
		}
	}
	return report{}, false
}

// byPress finds the agency or paper that tells what somebody says, and nothing else:
// “…, Reuters reported”, “according to the daily”.
func (x made) byPress() (report, bool) {
	outer := x.byID(x.st.Within)
	if outer == nil || len(outer.speakers) != 1 || len(outer.source) != 1 || !x.Whom.Press(outer.speakers[0]) {
		return report{}, false
	}
	own := append(append(slices.Clone(x.st.content), x.st.source...), x.cues(x.st)...)
	if 3*common(own, outer.content) < 2*size(outer.content) {
		return report{}, false
	}
	return report{x.st, outer.speakers[0], outer.source[0]}, true
}

// quoted says whether a word says that somebody is quoted.
func quoted(c tree.Cursor) bool { return slices.Contains([]string{"quote", "cite"}, c.Lemma()) }

// quotes says whether the words of a cue say that somebody is quoted.
func (m *maker) quotes(st *said) bool {
	return slices.ContainsFunc(st.frame.Roles[document.Cue], func(w int) bool { return quoted(tree.At(m.Document, w)) })
}

// agent returns who quotes by the passive cue of a statement: “was quoted as
// saying by Tass”.
func (m *maker) agent(st *said) (*who.Entity, document.Range) {
	if !m.quotes(st) {
		return nil, document.Range{}
	}
	for _, w := range st.frame.Roles[document.Cue] {
		if agent := tree.At(m.Document, w).Agent(); agent.OK() && !covers(st.source, agent.Word) {
			words := m.withName(agent.Phrase())
			return m.Whom.Note(m.Whom.Of(words, whom.Scene{Role: document.Source, Anchor: st.frame.Anchor})).One(), words
		}
	}
	return nil, document.Range{}
}

// withName returns a phrase with the name that follows it at once, which may hang
// from another word: “by the newspaper” of “by the newspaper Maariv”.
func (m *maker) withName(words document.Range) document.Range {
	if mention := m.Cast.MentionAt(words.Last); mention != nil && mention.First == words.Last {
		words.Last = mention.Last
	}
	return words
}

// quotation returns the one of the statements in the same sentence, all told by
// the word that somebody is quoted, that has the words of st once more. Who
// cites may cite a case; who cites somebody as saying so passes it on.
func (m *maker) quotation(st *said, quoting []*said) *said {
	if m.quotes(st) {
		return nil
	}
	i := slices.IndexFunc(quoting, func(other *said) bool {
		return (st.Within == "" || st.Within == other.ID) &&
			5*common(st.content, other.content) >= 4*size(st.content) && (other.cue.Lemma() == "quote" || !active(other) || st.cue.Has("mark", "as"))
	})
	if i < 0 {
		return nil
	}
	return quoting[i]
}

// active says whether the source of a statement does what its cue says: of
// “KCNA quoted Kim” it may be the one or the other.
func active(st *said) bool {
	cue := st.frame.Roles[document.Cue]
	if tree.At(st.cue.Document, cue[len(cue)-1]).Lower() == "by" {
		return true // “as cited by Reuters”
	}
	return slices.ContainsFunc([]tree.Cursor{st.cue.Subject(), st.cue.Agent()}, func(c tree.Cursor) bool { return c.OK() && covers(st.source, c.Word) })
}

// common counts the words that two contents have in common.
func common(a, b []document.Range) (n int) {
	for _, r := range a {
		for w := r.First; w < r.Last; w++ {
			if covers(b, w) {
				n++
			}
		}
	}
	return n
}

// byID returns the statement with an id, nil for none.
func (m *maker) byID(id string) *said {
	if i := slices.IndexFunc(m.all, func(st *said) bool { return st.ID == id }); id != "" && i >= 0 {
		return m.all[i]
	}
	return nil
}

// passedOn notes who passed a statement on, a person or a body other than the
// speaker.
func (m *maker) passedOn(p report, by rule.Rule) {
	if p.st.ReportedBy != "" || p.by.Label != graph.Person && p.by.Label != graph.Organization || slices.Contains(p.st.speakers, p.by) {
		return
	}
	p.st.ReportedBy, p.st.Spans.ReportedBy = p.by.ID, m.spans([]document.Range{p.words})
	p.st.decide(by)
}
