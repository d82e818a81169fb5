package eval

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/facts"
)

// voiced is a statement of the facts with one of its speakers, "" for nobody.
type voiced struct {
	*facts.Statement
	speaker string
}

// voices returns the statements, one for each of several speakers.
func voices(f *facts.Article) (all []voiced) {
	for i := range f.Statements {
		s := &f.Statements[i]
		speakers := s.Voices()
		if len(speakers) == 0 {
			speakers = []string{""}
		}
		for _, id := range speakers {
			all = append(all, voiced{s, id})
		}
	}
	return all
}

// statements judges statements: contents that overlap by an F1 of a half over
// their letters are of one statement, found where the speaker is right, too. Attributes are
// judged on contents that were found.
func (j *judgement) statements() {
	gold, given := j.m.Statements, voices(j.f)
	every := j.overlaps(gold, given)
	var right []match
	for _, m := range every {
		if j.isSpeaker(gold[m.gold], given[m.given]) {
			right = append(right, m)
		}
	}
	contents, spoken := bestPairs(every), bestPairs(right)
	j.add("content", len(contents), len(gold), len(given))
	j.add("statements", len(spoken), len(gold), len(given))
	for k, f := range given {
		j.sure["statements"].add(f.Confidence, isGiven(spoken, k))
		if !isGiven(contents, k) {
			j.differ(j.m, "+", "statement", "%s | %s | %.90q", nobody(f.speaker), f.Verb, f.Text)
		}
	}
	for i, g := range gold {
		title := j.title(g)
		k, found := contents[i]
		if !found {
			j.differ(j.m, "-", "statement", "%s", title)
			j.hearers(title, g, nil)
			continue
		}
		if _, right := spoken[i]; !right {
			j.differ(j.m, "~", "speaker", "%s got %s", title, nobody(given[k].speaker))
		}
		j.attributes(title, g, given[k])
		j.statementRules(g, given[k])
		j.hearers(title, g, given[k].Statement)
	}
}

// overlaps returns which contents overlap enough; among equals, those with the
// right speaker come first.
func (j *judgement) overlaps(gold []markedStatement, given []voiced) (matches []match) {
	text := []rune(j.f.Text)
	contents := make([]positions, len(given))
	for k, f := range given {
		contents[k] = covered(text, f.Spans.Content)
	}
	for i, g := range gold {
		content := covered(text, shifted(g.Content, j.shift))
		for k, f := range given {
			if len(content)+len(contents[k]) == 0 {
				continue
			}
			if score := overlap(content, contents[k]); score >= 0.5 {
				matches = append(matches, match{score + 0.001*float64(one(j.isSpeaker(g, f))), i, k})
			}
		}
	}
	return matches
}

func (j *judgement) isSpeaker(g markedStatement, f voiced) bool {
	if g.Speaker == "" {
		return f.speaker == ""
	}
	return j.names.same(f.speaker, g.Speaker)
}

// attributes judges what a content that was found says.
func (j *judgement) attributes(title string, g markedStatement, f voiced) {
	j.share("speaker", j.isSpeaker(g, f))
	j.share("polarity", cmp.Or(f.Polarity, "positive") == cmp.Or(g.Polarity, "positive"))
	for _, a := range []struct{ key, want, got string }{{"act", g.Act, f.Act}, {"date", g.Date, f.Date}} {
		if a.want == "" {
			continue
		}
		j.share(a.key, a.want == a.got)
		if a.want != a.got {
			j.differ(j.m, "~", a.key, "%s wanted %s got %s (%s)", title, a.want, nobody(a.got), f.Verb)
		}
	}
}

// hearers judges addressees and targets; those of a statement that was not
// found, which is nil, are missed.
func (j *judgement) hearers(title string, g markedStatement, f *facts.Statement) {
	lost := ""
	if f == nil {
		f, lost = &facts.Statement{}, " (statement not found)"
	}
	for _, a := range []struct {
		key        string
		want, have []string
	}{{"addressees", named(g.Addressees), f.Addressees}, {"targets", named(g.Targets), f.Targets}} {
		hit, missed, extra := j.parties(a.want, a.have)
		j.add(a.key, len(hit), len(a.want), len(hit)+len(extra))
		for _, w := range missed {
			j.differ(j.m, "-", a.key, "%s: %s%s", w, title, lost)
		}
		for _, id := range extra {
			j.differ(j.m, "+", a.key, "%s: %s", id, title)
		}
	}
	for _, id := range f.Addressees {
		d, _ := facts.Decided(f.Decisions, "addressee", id)
		j.sure["addressees"].add(d.Confidence, j.isWanted(id, named(g.Addressees)))
	}
}

// title names a marked statement in lists.
func (j *judgement) title(g markedStatement) string {
	var parts []string
	text := []rune(j.m.Text)
	for _, s := range g.Content {
		parts = append(parts, string(text[s[0]:s[1]]))
	}
	return fmt.Sprintf("%s | %s | %.90q", nobody(g.Speaker), g.Act, strings.Join(parts, " … "))
}

// nobody shows what is empty.
func nobody(name string) string { return cmp.Or(name, "nobody") }
