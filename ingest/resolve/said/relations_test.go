package said

import (
	"fmt"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/resolve/whom"
)

// find makes the statements of a document of sentences in CoNLL-U.
func find(t *testing.T, sentences ...string) []facts.Statement {
	t.Helper()
	d, err := document.Parse("# global.columns = FORM LEMMA UPOS HEAD DEPREL MISC\n# newpar\n" + strings.Join(sentences, "\n"))
	if err != nil {
		t.Fatal(err)
	}
	cast := who.Find(d)
	return Find(Scene{Document: d, Cast: cast, Whom: whom.New(d, cast)})
}

// Sentences of the tests; the frame in each has the number of its place.
const (
	russiaDemands = `Russia   Russia PROPN 2 nsubj Name=B-LOC|Role=1:source
demanded demand VERB  0 root  Frame=1:statement:REQUEST|Role=1:cue
a        a      DET   4 det   Role=1:content
veto     veto   NOUN  2 obj   Role=1:content
from     from   ADP   6 case
NATO     NATO   PROPN 2 obl   Name=B-ORG|Role=1:addressee
.        .      PUNCT 2 punct
`
	// natoRejects is completed by a determiner, its relation, and a noun.
	natoRejects = `NATO     NATO   PROPN 2 nsubj Name=B-ORG|Role=2:source
rejected reject VERB  0 root  Frame=2:statement:REJECT|Role=2:cue
%[1]s    %[1]s  %[2]s 4 %[3]s Role=2:content
%[4]s    %[4]s  NOUN  2 obj   Role=2:content
.        .      PUNCT 2 punct
`
	russiasDemand = `NATO     NATO   PROPN 2 nsubj Name=B-ORG|Role=2:source
rejected reject VERB  0 root  Frame=2:statement:REJECT|Role=2:cue
Russia   Russia PROPN 5 nmod:poss Name=B-LOC|Role=2:content
's       's     PART  3 case  Role=2:content
demand   demand NOUN  2 obj   Role=2:content
.        .      PUNCT 2 punct
`
	natoDeniesThis = `NATO   NATO PROPN 2 nsubj Name=B-ORG|Role=2:source
denied deny VERB  0 root  Frame=2:statement:DENY|Role=2:cue
this   this PRON  2 obj   Role=2:content
.      .    PUNCT 2 punct
`
	natoIsAsked = `Asked   ask     VERB  6 advcl Frame=1:statement:ASK|Role=1:cue
whether whether SCONJ 3 mark  Role=1:content
so      so      ADV   1 ccomp Role=1:content
,       ,       PUNCT 1 punct
NATO    NATO    PROPN 6 nsubj Name=B-ORG|Role=1:addressee,2:source
said    say     VERB  0 root  Frame=2:statement:DENY|Role=2:cue
no      no      INTJ  6 obj   Role=2:content
.       .       PUNCT 6 punct
`
	russiaTellsOfNATO = `Russia Russia PROPN 2 nsubj Name=B-LOC|Role=1:source
said   say    VERB  0 root  Frame=1:statement:ASSERT|Role=1:cue
NATO   NATO   PROPN 4 nsubj Name=B-ORG|Role=1:content
lied   lie    VERB  2 ccomp Role=1:content
.      .      PUNCT 2 punct
`
	natoOpposesThis = `NATO    NATO   PROPN 2 nsubj Name=B-ORG|Role=2:source
opposed oppose VERB  0 root  Frame=2:statement:REJECT|Role=2:cue
this    this   PRON  2 obj   Role=2:content
.       .      PUNCT 2 punct
`
	natoReplies = `NATO    NATO  PROPN 2 nsubj Name=B-ORG|Role=2:source
replied reply VERB  0 root  Frame=2:statement:ANSWER|Role=2:cue
never   never ADV   2 obj   Role=2:content
.       .     PUNCT 2 punct
`
	russiaRepeats = `Russia   Russia PROPN 2 nsubj Name=B-LOC|Role=2:source
rejected reject VERB  0 root  Frame=2:statement:REJECT|Role=2:cue
the      the    DET   4 det   Role=2:content
demand   demand NOUN  2 obj   Role=2:content
.        .      PUNCT 2 punct
`
	russiaIsQuoted = `NATO   NATO   PROPN 2 nsubj Name=B-ORG|Role=1:source
quoted quote  VERB  0 root  Frame=1:statement:ASSERT|Role=1:cue
Russia Russia PROPN 2 obj   Name=B-LOC|Role=2:source
as     as     SCONJ 5 mark
saying say    VERB  2 advcl Frame=2:statement:ASSERT|Role=2:cue
so     so     ADV   5 obj   Role=1:content,2:content
.      .      PUNCT 2 punct
`
	russiaWasQuoted = `Russia Russia PROPN 3 nsubj:pass Name=B-LOC|Role=1:source
was    be     AUX   3 aux:pass   Role=1:cue
quoted quote  VERB  0 root  Frame=1:statement:ASSERT|Role=1:cue
by     by     ADP   5 case
NATO   NATO   PROPN 3 obl   Name=B-ORG
as     as     SCONJ 7 mark
saying say    VERB  3 advcl Role=1:cue
so     so     ADV   7 obj   Role=1:content
.      .      PUNCT 3 punct
`
	natoSaysRussiaDemands = `NATO    NATO   PROPN 2 nsubj Name=B-ORG|Role=1:source
said    say    VERB  0 root  Frame=1:statement:ASSERT|Role=1:cue
Russia  Russia PROPN 4 nsubj Name=B-LOC|Role=1:content,2:source
demands demand VERB  2 ccomp Frame=2:statement:REQUEST|Role=1:content,2:cue
a       a      DET   6 det   Role=1:content,2:content
veto    veto   NOUN  4 obj   Role=1:content,2:content
.       .      PUNCT 2 punct
`
)

func rejects(determiner, upos, relation, noun string) string {
	return fmt.Sprintf(natoRejects, determiner, upos, relation, noun)
}

func TestAnswers(t *testing.T) {
	for name, c := range map[string]struct {
		sentences []string
		want      string // how, and the rule
	}{
		"the demand":            {[]string{russiaDemands, rejects("the", "DET", "det", "demand")}, "rejects by a noun for the other's words"},
		"Russia's demand":       {[]string{russiaDemands, russiasDemand}, "rejects by words of somebody who is named"},
		"this":                  {[]string{russiaDemands, natoDeniesThis}, "denies by this"},
		"an allegation told":    {[]string{russiaTellsOfNATO, rejects("the", "DET", "det", "allegation")}, "rejects by a noun for the other's words"},
		"this, opposed":         {[]string{russiaDemands, natoOpposesThis}, ""},
		"asked":                 {[]string{natoIsAsked}, "answers by a question to the speaker"},
		"replied":               {[]string{russiaDemands, natoReplies}, "answers by a reply to what the speaker was told"},
		"another's demand":      {[]string{russiaDemands, russiaRepeats}, ""},
		"any demand":            {[]string{russiaDemands, rejects("a", "DET", "det", "demand")}, ""},
		"its own demand":        {[]string{russiaDemands, rejects("its", "PRON", "nmod:poss", "demand")}, ""},
		"no accusation is told": {[]string{russiaDemands, rejects("the", "DET", "det", "accusation")}, ""},
		"no noun for words":     {[]string{russiaDemands, rejects("the", "DET", "det", "missile")}, ""},
		"nothing before":        {[]string{strings.ReplaceAll(natoDeniesThis, "2:", "1:")}, ""},
	} {
		statements := find(t, c.sentences...)
		last, got := statements[len(statements)-1], ""
		if last.RespondsTo != "" {
			d, _ := facts.Decided(last.Decisions, "respondsTo", "")
			got = last.How + " by " + d.Rule
		}
		if got != c.want || got != "" && last.RespondsTo != statements[0].ID {
			t.Errorf("%s: got %q, want %q, of %+v", name, got, c.want, statements)
		}
	}
}

func TestPassedOn(t *testing.T) {
	for name, c := range map[string]struct{ sentence, rule string }{
		"the same words": {russiaIsQuoted, "the same words, quoted"}, "by": {russiaWasQuoted, "quoted by"},
	} {
		statements := find(t, c.sentence)
		last := statements[len(statements)-1]
		d, _ := facts.Decided(last.Decisions, "reportedBy", "")
		if last.Speaker == nil || *last.Speaker != "country:ru" || last.ReportedBy != "organization:nato" || d.Rule != c.rule || len(last.Spans.ReportedBy) != 1 {
			t.Errorf("%s: got %+v", name, statements)
		}
		if first := statements[0]; len(statements) > 1 && first.ReportedBy != "" {
			t.Errorf("%s: who quotes is quoted: %+v", name, first)
		}
	}
}

func TestWithin(t *testing.T) {
	statements := find(t, natoSaysRussiaDemands)
	if len(statements) != 2 || statements[0].Within != "" || statements[1].Within != statements[0].ID {
		t.Errorf("got %+v", statements)
	}
}

func TestEachOfSeveralSpeakersHasItsWords(t *testing.T) {
	st := find(t, `Russia Russia PROPN 4 nsubj Name=B-LOC|Role=1:source
and    and    CCONJ 3 cc
NATO   NATO   PROPN 1 conj  Name=B-ORG|Role=1:source
said   say    VERB  0 root  Frame=1:statement:ASSERT|Role=1:cue
so     so     ADV   4 obj   Role=1:content
.      .      PUNCT 4 punct
`)[0]
	if got := fmt.Sprint(st.Speakers, st.Spans.Speakers); got != "[country:ru organization:nato] [[[0 6]] [[11 15]]]" {
		t.Errorf("got %s", got)
	}
}
