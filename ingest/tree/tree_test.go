package tree

import (
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/when"
)

// parsed makes a sentence of lines “word lemma upos feats head relation”, heads
// counted from 1 as in CoNLL-U.
func parsed(lines string) *document.Document {
	d := &document.Document{}
	var text strings.Builder
	heads := []int{}
	for line := range strings.Lines(lines) {
		f := strings.Fields(line)
		if len(f) == 0 {
			continue
		}
		start := text.Len()
		text.WriteString(f[0])
		d.Words = append(d.Words, document.Word{Span: article.Span{Start: start, End: text.Len()}, Text: f[0], Lemma: f[1], UPOS: f[2], Feats: f[3], Relation: f[5]})
		heads = append(heads, int(f[4][0]-'1'))
		text.WriteByte(' ')
	}
	for i, h := range heads {
		d.Words[i].Head = h
	}
	d.Article = &article.Article{Text: text.String()}
	d.Sentences = []document.Sentence{{Span: article.Span{End: text.Len()}, Range: document.Range{Last: len(d.Words)}}}
	return d
}

const urged = `
Berlin Berlin PROPN _ 4 nsubj:pass
was be AUX Tense=Past|VerbForm=Fin 4 aux:pass
not not PART _ 4 advmod
urged urge VERB Tense=Past|Voice=Pass 0 root
by by ADP _ 7 case
the the DET _ 7 det
king king NOUN _ 4 obl
to to PART _ 9 mark
pay pay VERB VerbForm=Inf 4 xcomp`

func TestSteps(t *testing.T) {
	verb := At(parsed(urged), 3)
	pay := At(verb.Document, 8)
	for what, c := range map[string]struct{ got, want int }{
		"agent": {verb.Agent().Word, 6}, "subject": {verb.Subject().Word, 0}, "shared subject": {pay.Subject().Word, 0},
		"nowhere": {verb.Up().Up().Word, -1}, "child of nowhere": {verb.Up().Child("obl").Word, -1}, "beyond": {pay.Next(1).Word, -1},
		"head": {Head(verb.Document, document.Range{First: 4, Last: 7}).Word, 6},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %d, want %d", what, c.got, c.want)
		}
	}
	if !verb.Passive() || !verb.Negated() || !pay.Infinitive() || pay.Passive() || pay.Negated() || !pay.Under(verb) || verb.Under(pay) {
		t.Error("passive, negation, infinitive or order of words is wrong")
	}
	if got := verb.Document.Text(verb.Agent().Phrase()); got != "the king" {
		t.Errorf("phrase %q", got)
	}
	if got := verb.Agent().Preposition(); got != "by" {
		t.Errorf("preposition %q", got)
	}
}

const joined = `
ministers minister NOUN _ 8 nsubj
Doe Doe PROPN _ 1 appos
and and CCONJ _ 4 cc
Roe Roe PROPN _ 2 conj
and and CCONJ _ 7 cc
their their PRON _ 7 nmod:poss
aides aide NOUN _ 1 conj
left leave VERB _ 0 root`

func TestConjuncts(t *testing.T) {
	d := parsed(joined)
	for word, want := range map[int]string{0: "Roe aides", 1: "Roe", 3: "", 7: "", -1: ""} {
		var found []string
		for _, c := range At(d, word).Conjuncts() {
			found = append(found, d.Words[c.Word].Text)
		}
		if got := strings.Join(found, " "); got != want {
			t.Errorf("word %d: %s, want %s", word, got, want)
		}
	}
}

// TestPhraseKeepsItsOwner: only a noun's own preposition ends its phrase, and a
// hyphen does not.
func TestPhraseKeepsItsOwner(t *testing.T) {
	d, err := document.Parse(`# global.columns = FORM LEMMA UPOS HEAD DEPREL MISC
# newpar
with with ADP  4 case
Doe  Doe  PROPN 4 nmod:poss SpaceAfter=No
's   's   PART  2 case
wife wife NOUN  0 root
Ann  Ann  PROPN 4 flat SpaceAfter=No
-    -    PUNCT 5 punct SpaceAfter=No
Lee  Lee  PROPN 5 flat
-    -    PUNCT 4 punct
`)
	if err != nil {
		t.Fatal(err)
	}
	if got := d.Text(At(d, 3).Phrase()); got != "Doe's wife Ann-Lee" {
		t.Errorf("phrase %q", got)
	}
}

func TestTense(t *testing.T) {
	const said = "Doe Doe PROPN _ 2 nsubj\n"
	for lines, want := range map[string]when.Tense{
		"left leave VERB Tense=Past|VerbForm=Fin 0 root\nFriday Friday PROPN _ 2 obl":                                                     when.Past,
		"says say VERB Tense=Pres|VerbForm=Fin 0 root\nFriday Friday PROPN _ 2 obl":                                                       when.Present,
		"meet meet VERB Tense=Past|Typo=Yes|VerbForm=Fin 0 root\nFriday Friday PROPN _ 2 obl":                                             when.Future,
		"meet meet VERB VerbForm=Inf 0 root\nFriday Friday PROPN _ 2 obl\ndue due ADJ _ 2 reparandum\nto to PART _ 2 mark":                when.Future,
		"goes go VERB Tense=Past|VerbForm=Fin 0 root\nFriday Friday PROPN _ 2 obl":                                                        when.Future,
		"meets meet VERB Tense=Pres|VerbForm=Fin 0 root\nFriday Friday PROPN _ 2 obl":                                                     when.Future,
		"leave leave VERB VerbForm=Inf 0 root\nFriday Friday PROPN _ 2 obl\nwill will AUX VerbForm=Fin 2 aux":                             when.Future,
		"leave leave VERB VerbForm=Inf 0 root\nFriday Friday PROPN _ 2 obl\nis be AUX Tense=Pres|VerbForm=Fin 2 aux\nto to PART _ 2 mark": when.Future,
	} {
		if got := TenseOf(parsed(said+lines), document.Range{First: 2, Last: 3}); got != want {
			t.Errorf("%s: got %v, want %v", lines, got, want)
		}
	}
}
