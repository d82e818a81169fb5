package resolve

import (
	"regexp"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
)

// The confidences of the rules for acts, as those for references.
const (
	byVerb         = 0.85
	byPerformative = 0.8
	byNoun         = 0.75
	byDefault      = 0.8
)

// setAct sets the speech act: what the speaker says in so many words (“We urge
// …”: the explicit performatives of Austin 1962), else what the verb of the
// cue tells in its sense, else its noun.
func (r *resolver) setAct(st *said) {
	act, rule, confidence := r.act(st)
	st.Act = act
	st.decide("act", rule, confidence)
}

func (r *resolver) act(st *said) (act, rule string, confidence float64) {
	verb := st.verb.Act
	if plain := verb == "" || verb == "ASSERT"; plain && st.QuoteType != "indirect" {
		if act := performative(st.Text); act != "" {
			return act, "performative verb", byPerformative
		}
		if strings.HasSuffix(strings.TrimRight(st.Text, quotationMarks+" ,"), "?") {
			return "ASK", "question", byPerformative
		}
	}
	switch {
	case st.verb.Frame == gazetteer.Call && !r.calls(st), st.verb.Frame == gazetteer.Name:
		return r.evaluation(st), "what it is called", byNoun
	case verb == "ASK" && (r.asksTo(st) || r.asksFor(st)):
		return "REQUEST", "verb and what is asked for", byVerb
	case st.verb.Lemma == "tell" && r.asksTo(st):
		return "ORDER", "verb and infinitive", byVerb
	case verb == "" || verb == "ASSERT":
		if act := r.nounAct(st); act != "" {
			return act, "noun of the cue", byNoun
		}
	}
	if verb == "" {
		return "ASSERT", "no other act is told", byDefault
	}
	return verb, "verb", byVerb
}

// first matches the verb that a content in the first person begins with.
var firstPerson = regexp.MustCompile(`^[^\pL]*(?:And |But |So |Today,? )?(?:I|We) (?:(?:also|again|strongly|fully|hereby|once more) )?(\pL+)`)

// formulas are words that thank, ask or apologize at the beginning of what is said.
var formulas = []struct {
	act   string
	words *regexp.Regexp
}{
	{"THANK", regexp.MustCompile(`^[^\pL]*(?:Thank you|Thanks)\b`)},
	{"REQUEST", regexp.MustCompile(`^[^\pL]*Please\b`)},
	{"APOLOGIZE", regexp.MustCompile(`^[^\pL]*(?:I am|I['’]m|We are|We['’]re) (?:so |very |deeply |truly )?sorry (?:for|that|if)\b`)},
}

// performatives are acts that are done by saying so.
var performatives = []string{"REQUEST", "CRITICIZE", "APOLOGIZE", "THANK", "PROMISE", "WARN", "INVITE", "DENY", "REJECT", "ORDER", "ACCUSE", "SUPPORT", "AGREE"}

// performative returns the act of “I apologize”, “we urge you”, “thank you” and the like.
func performative(content string) string {
	for _, f := range formulas {
		if f.words.MatchString(content) {
			return f.act
		}
	}
	m := firstPerson.FindStringSubmatch(content)
	if m == nil {
		return ""
	}
	verb, known := gazetteer.FindVerb(m[1])
	if !known || verb.Form != gazetteer.Base || !slices.Contains(performatives, verb.Act) || verb.Frame == gazetteer.Call && !strings.Contains(content, m[1]+" on") {
		return ""
	}
	return verb.Act
}

// calls says whether “call” stands with “on” or “for”, and so demands.
func (r *resolver) calls(st *said) bool {
	return r.callsFor(st) != ""
}

// callsFor returns the “on” or “for” of “call”, "" where neither stands there.
func (r *resolver) callsFor(st *said) string {
	next := st.verbAt + 1
	if st.verb.Frame != gazetteer.Call || next >= len(r.Words) {
		return ""
	}
	if r.Words[next].Head == st.verbAt && slices.Contains([]string{"obl:unmarked", "advmod"}, r.Words[next].Relation) && next+1 < len(r.Words) {
		next++ // “called again on”, “called Monday for”
	}
	if word := strings.ToLower(r.Words[next].Text); slices.Contains([]string{"on", "upon", "for"}, word) {
		return word
	}
	return ""
}

// evaluation returns whether something is called good or bad.
func (r *resolver) evaluation(st *said) string {
	var words []string
	for _, s := range st.Content {
		first, last := r.tokens(s)
		words = append(words, document.Texts(r.Words[first:last])...)
	}
	switch sum := gazetteer.Evaluation(words); {
	case sum > 0 && negative.MatchString(st.Text):
		return "CRITICIZE" // “no hero”
	case sum > 0:
		return "PRAISE"
	case sum < 0:
		return "CRITICIZE"
	}
	return "ASSERT"
}

// nounAct returns the act that a noun of the cue names, or the object of its
// light verb: “voiced frustration”.
func (r *resolver) nounAct(st *said) string {
	nouns := []int{}
	for _, s := range st.Cue {
		first, last := r.tokens(s)
		for i := first; i < last; i++ {
			nouns = append(nouns, i)
		}
	}
	if gazetteer.Is(gazetteer.Light, r.lemma(st.verbAt)) {
		nouns = append(nouns, r.children(st.verbAt, "obj")...)
	}
	for _, i := range nouns {
		if act := gazetteer.ActOf(r.lemma(i)); act != "" && r.Words[i].UPOS == "NOUN" {
			return act
		}
	}
	return ""
}

// asksTo says whether somebody is asked to do something, rather than whether.
func (r *resolver) asksTo(st *said) bool {
	content := r.WordAt(st.Content[0].Start)
	if r.Words[content].Start < st.Cue[0].End {
		return false
	}
	for i := st.verbAt + 1; i < len(r.Words) && i < content+12; i++ {
		if r.Words[i].Text == "to" && r.Words[i].UPOS == "PART" && (r.Words[r.Words[i].Head].Head == st.verbAt || i <= content) {
			return true
		}
	}
	return false
}

// asksFor says whether somebody is asked for something.
func (r *resolver) asksFor(st *said) bool {
	return st.verb.Lemma == "ask" && slices.ContainsFunc(r.children(st.verbAt, "obl"), func(t int) bool { return r.preposition(t) == "for" })
}

// targets says whether the object of the verb is the one accused, praised or
// called something, rather than just spoken to.
func (st *said) targets() bool {
	switch st.verb.Frame {
	case gazetteer.Target, gazetteer.Thanked, gazetteer.Name:
		return true
	case gazetteer.Call:
		return st.Act != "REQUEST"
	}
	return false
}
