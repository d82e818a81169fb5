package read

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
)

// reported adds the plainest reports that the network overlooks: a verb of
// saying with a subject and a clause for its object.
func (d *Document) reported() {
	attributed := d.attributed()
	for _, s := range d.Sentences {
		for verb := s.First; verb < s.Last; verb++ {
			if !d.reports(verb) || attributed[verb] {
				continue
			}
			subject, clause := d.child(s, verb, "nsubj"), d.clause(s, verb)
			if subject < 0 || clause < verb || attributed[clause] {
				continue
			}
			d.Attributions = append(d.Attributions, Attribution{
				Source: []article.Span{d.subtree(s, subject)}, Cue: []article.Span{d.span(verb, verb+1)}, Content: []article.Span{d.subtree(s, clause)},
			})
		}
	}
	slices.SortStableFunc(d.Attributions, func(a, b Attribution) int { return a.Cue[0].Start - b.Cue[0].Start })
}

// reports says whether a token is a verb of saying.
func (d *Document) reports(token int) bool {
	_, known := gazetteer.FindVerb(d.Tokens[token].Text)
	return known && d.Syntax[token].UPOS == "VERB"
}

// commissive are the acts of verbs whose infinitive is what is said, as in
// “offered to pay”: one commits oneself or others by saying so.
var commissive = []string{"OFFER", "THREATEN", "PROMISE", "REQUEST", "ORDER", "INVITE"}

// clause returns the head of what the verb says, -1 where there is none: a
// clause with a subject, or of some verbs an infinitive.
func (d *Document) clause(s Sentence, token int) int {
	verb, _ := gazetteer.FindVerb(d.Tokens[token].Text)
	saying := verb.Frame == gazetteer.Clause || verb.Frame == gazetteer.Told || verb.Frame == gazetteer.Warned
	if c := d.child(s, token, "ccomp"); c >= 0 && saying && d.child(s, c, "nsubj") >= 0 {
		return c
	}
	if c := d.child(s, token, "xcomp"); c >= 0 && slices.Contains(commissive, verb.Act) && d.child(s, c, "mark") >= 0 {
		return c
	}
	return -1
}

// attributed says of each token whether it is a part of an attribution's cue
// or content; what somebody says according to others is not.
func (d *Document) attributed() []bool {
	parts := make([]bool, len(d.Tokens))
	for _, a := range d.Attributions {
		taken := slices.Concat(a.Cue, a.Content)
		if strings.HasPrefix(strings.ToLower(d.Article.Slice(a.Cue[0])), "according") {
			taken = a.Cue // “she told them that all was well, according to Reuters” says two things
		}
		for _, s := range taken {
			for i := d.TokenAt(s.Start); i < len(d.Tokens) && d.Tokens[i].Start < s.End; i++ {
				parts[i] = true
			}
		}
	}
	return parts
}

// child returns the first token of a sentence that hangs from another by a
// relation, -1 where none does.
func (d *Document) child(s Sentence, head int, relation string) int {
	for i := s.First; i < s.Last; i++ {
		if main, _, _ := strings.Cut(d.Syntax[i].Relation, ":"); d.Syntax[i].Head == head && main == relation {
			return i
		}
	}
	return -1
}

// subtree returns the span of all tokens that hang from one, without the
// punctuation at its end.
func (d *Document) subtree(s Sentence, head int) article.Span {
	first, last := head, head
	for i := s.First; i < s.Last; i++ {
		for h := i; h >= 0; h = d.Syntax[h].Head {
			if h == head && d.Tokens[i].Word() {
				first, last = min(first, i), max(last, i)
			}
		}
	}
	return d.span(first, last+1)
}
