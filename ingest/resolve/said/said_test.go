package said

import (
	"fmt"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/resolve/dates"
	"github.com/newsgraph/newsgraph/ingest/resolve/met"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/resolve/whom"
)

// findOn makes the statements of a document published on Friday, 21 January 2022.
func findOn(t *testing.T, sentences ...string) []facts.Statement {
	t.Helper()
	d, err := document.Parse("# global.columns = FORM LEMMA UPOS HEAD DEPREL MISC\n# published = 2022-01-21\n# newpar\n" + strings.Join(sentences, "\n"))
	if err != nil {
		t.Fatal(err)
	}
	cast, days := who.Find(d), dates.Find(d)
	resolver := whom.New(d, cast)
	meetings := met.Find(met.Scene{Document: d, Cast: cast, Whom: resolver, Dates: days})
	return Find(Scene{Document: d, Cast: cast, Whom: resolver, Dates: days, Meetings: meetings})
}

const (
	// norwaySaid is completed by the attributes of the frame.
	norwaySaid = `“      “    PUNCT 3 punct Role=1:content
It     it   PRON  3 nsubj Role=1:content
may    may  AUX   4 aux   Role=1:content
rain   rain VERB  7 ccomp Role=1:content
,      ,    PUNCT 4 punct Role=1:content
”      ”    PUNCT 4 punct Role=1:content
said   say  VERB  0 root  Frame=1:statement:ASSERT%s|Role=1:cue
Norway Norway PROPN 7 nsubj Name=B-LOC|Role=1:source
.      .    PUNCT 7 punct
`
	norwaySaidThat = `Norway Norway PROPN 2 nsubj Name=B-LOC|Role=1:source
said   say  VERB  0 root  Frame=1:statement:ASSERT|Role=1:cue
that   that SCONJ 5 mark  Role=1:content
it     it   PRON  5 nsubj Role=1:content
rained rain VERB  2 ccomp Role=1:content
.      .    PUNCT 2 punct
`
	norwayWarned = `Norway Norway PROPN 2 nsubj Name=B-LOC|Role=1:source
warned warn VERB  0 root  Frame=1:statement:THREATEN:sure=0.4|Role=1:cue
of     of   ADP   4 case
rain   rain NOUN  2 obl   Role=1:content
.      .    PUNCT 2 punct
`
	norwayAndNATO = `Norway Norway PROPN 4 nsubj Name=B-LOC|Role=1:source
and    and  CCONJ 3 cc
NATO   NATO PROPN 1 conj  Name=B-ORG|Role=1:source
said   say  VERB  0 root  Frame=1:statement:ASSERT|Role=1:cue
so     so   ADV   4 obj   Role=1:content
.      .    PUNCT 4 punct
`
	officialsSaid = `Two       two      NUM  2 nummod Role=1:source
officials official NOUN 3 nsubj Role=1:source
said      say      VERB 0 root  Frame=1:statement:ASSERT|Role=1:cue
so        so       ADV  3 obj   Role=1:content
.         .        PUNCT 3 punct
`
	norwayAndOfficials = `Norway  Norway   PROPN 5 nsubj Name=B-LOC|Role=1:source
and       and      CCONJ 4 cc Role=1:source
two       two      NUM   4 nummod Role=1:source
officials official NOUN  1 conj Number=Plur|Role=1:source
said   say  VERB  0 root  Frame=1:statement:ASSERT|Role=1:cue
so     so   ADV   5 obj   Role=1:content
.      .    PUNCT 5 punct
`
	nobodySaid = `Nobody nobody PRON 2 nsubj Role=1:source
said   say    VERB 0 root  Frame=1:statement:ASSERT|Role=1:cue
so     so     ADV  2 obj   Role=1:content
.      .      PUNCT 2 punct
`
	// norwayAdded has two cues of one saying.
	norwayAdded = `Norway Norway PROPN 2 nsubj Name=B-LOC|Role=1:source,2:source
went   go  VERB 0 root  Frame=1:statement:ASSERT:p=0.6|Role=1:cue
on     on  ADV  2 advmod
,      ,   PUNCT 5 punct
adding add VERB 2 advcl Frame=2:statement:ASSERT|Role=2:cue
so     so  ADV  5 obj   Role=1:content,2:content
.      .   PUNCT 2 punct
`
	onlyMarks = `Norway Norway PROPN 2 nsubj Name=B-LOC|Role=1:source
said   say VERB  0 root  Frame=1:statement:ASSERT|Role=1:cue
:      :   PUNCT 2 punct Role=1:content
“      “   PUNCT 2 punct Role=1:content
`
)

func TestStatements(t *testing.T) {
	for _, c := range []struct{ sentence, want string }{
		{fmt.Sprintf(norwaySaid, ""), "[country:no] said ASSERT “It may rain” direct “It may rain” positive possible"},
		{fmt.Sprintf(norwaySaid, ":negative:notSaid"), "[country:no] said ASSERT “It may rain” direct “It may rain” negative possible not said"},
		{norwaySaidThat, "[country:no] said ASSERT “it rained” indirect “” positive asserted"},
		{norwayWarned, "[country:no] warned WARN “rain” indirect “” positive asserted"},
		{norwayAndNATO, "[country:no organization:nato] said ASSERT “so” indirect “” positive asserted"},
		{officialsSaid, "[] said ASSERT “so” indirect “” positive asserted by Two officials, official"},
		{norwayAndOfficials, "[country:no] said ASSERT “so” indirect “” positive asserted by two officials, official"},
		{nobodySaid, "[] said ASSERT “so” indirect “” positive asserted not said"},
		{norwayAdded, "[country:no] adding ASSERT “so” indirect “” positive asserted"},
		{onlyMarks, ""},
	} {
		var got []string
		for _, s := range findOn(t, c.sentence) {
			line := fmt.Sprintf("%v %s %s “%s” %s “%s” %s %s", s.Voices(), s.Verb, s.Act, s.Text, s.QuoteType, s.Quote, s.Polarity, s.Modality)
			if s.AttributionNegated {
				line += " not said"
			}
			if s.Unnamed != nil {
				line += fmt.Sprintf(" by %s, %s", s.Unnamed.Text, s.Unnamed.Kind)
			}
			got = append(got, line)
		}
		if strings.Join(got, " | ") != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.sentence, strings.Join(got, " | "), c.want)
		}
	}
}

const (
	// onThursday is completed by the role of the day.
	onThursday = `Norway   Norway   PROPN 2 nsubj Name=B-LOC|Role=1:source
said     say      VERB  0 root  Frame=1:statement:ASSERT|Role=1:cue
on       on       ADP   4 case
Thursday Thursday PROPN 2 obl   %s
so       so       ADV   2 obj   Role=1:content
.        .        PUNCT 2 punct
`
	whenItSaid = `It       it       PRON  2 nsubj
rained   rain     VERB  0 root
on       on       ADP   4 case
Thursday Thursday PROPN 2 obl
,        ,        PUNCT 4 punct
when     when     ADV   8 advmod
Norway   Norway   PROPN 8 nsubj     Name=B-LOC|Role=1:source
said     say      VERB  4 acl:relcl Frame=1:statement:ASSERT|Role=1:cue
so       so       ADV   8 obj       Role=1:content
.        .        PUNCT 2 punct
`
	nextMonth = `Norway Norway PROPN 2 nsubj Name=B-LOC|Role=1:source
said   say    VERB  0 root  Frame=1:statement:ASSERT|Role=1:cue
next   next   ADJ   4 amod  Role=1:when
month  month  NOUN  2 obl   Role=1:when
so     so     ADV   2 obj   Role=1:content
.      .      PUNCT 2 punct
`
	atTalks = `At       at       ADP   2 case
talks    talk     NOUN  7 obl   Frame=2:meeting:past|Role=2:trigger
on       on       ADP   4 case
Thursday Thursday PROPN 2 nmod  Role=2:when
,        ,        PUNCT 2 punct
Norway   Norway   PROPN 7 nsubj Name=B-LOC|Role=1:source,2:participant
said     say      VERB  0 root  Frame=1:statement:ASSERT|Role=1:cue
so       so       ADV   7 obj   Role=1:content
.        .        PUNCT 7 punct
`
	itRained = `It     it   PRON 2 nsubj
rained rain VERB 0 root
`
	norwayWentOn = `Norway Norway PROPN 2 nsubj Name=B-LOC|Role=3:source
denied deny   VERB  0 root  Frame=3:statement:DENY|Role=3:cue
it     it     PRON  2 obj   Role=3:content
.      .      PUNCT 2 punct
`
)

func TestWhenAndAtWhichMeeting(t *testing.T) {
	for _, c := range []struct {
		what      string
		sentences []string
		date      string
		meeting   bool
	}{
		{"words for the time", []string{fmt.Sprintf(onThursday, "Role=1:when")}, "2022-01-20 day", false},
		{"a day that is not told of the saying", []string{fmt.Sprintf(onThursday, "_")}, "2022-01-21 published", false},
		{"on Thursday, when", []string{whenItSaid}, "2022-01-20 day", false},
		{"a time to come", []string{nextMonth}, "2022-01-21 published", false},
		{"at talks", []string{atTalks}, "2022-01-20 day", true},
		{"at the same talks, in the next sentence", []string{atTalks, norwayWentOn}, "2022-01-20 day", true},
		{"too far on", []string{atTalks, itRained, itRained, itRained, norwayWentOn}, "2022-01-21 published", false},
	} {
		found := findOn(t, c.sentences...)
		s := found[len(found)-1]
		if got := s.Date + " " + s.DatePrecision; got != c.date || (s.Meeting != "") != c.meeting {
			t.Errorf("%s: got %s, meeting %q, want %s, meeting %v", c.what, got, s.Meeting, c.date, c.meeting)
		}
	}
}

const (
	norwayDemanded = `Norway    Norway PROPN 2 nsubj Name=B-LOC|Role=1:source
demanded  demand VERB  0 root  Frame=1:statement:REQUEST|Role=1:cue
that      that   SCONJ 5 mark
Sweden    Sweden PROPN 5 nsubj Name=B-LOC|Role=1:content
pay       pay    VERB  2 ccomp Role=1:content
.         .      PUNCT 2 punct
`
	swedenWasAsked = `Sweden Sweden PROPN 3 nsubj:pass Name=B-LOC
was    be     AUX   3 aux:pass
asked  ask    VERB  0 root  Frame=1:statement:REQUEST|Role=1:cue
to     to     PART  5 mark
pay    pay    VERB  3 xcomp Role=1:content
.      .      PUNCT 3 punct
`
	norwayTold = `Norway Norway PROPN 2 nsubj Name=B-LOC|Role=1:source
told   tell   VERB  0 root  Frame=1:statement:ASSERT|Role=1:cue
Sweden Sweden PROPN 2 obj   Name=B-LOC|Role=1:addressee
so     so     ADV   2 obj   Role=1:content
.      .      PUNCT 2 punct
`
)

func TestToWhom(t *testing.T) {
	for sentence, want := range map[string]string{
		norwayTold: "[country:se]", norwayDemanded: "[country:se]", swedenWasAsked: "[country:se]", norwaySaidThat: "[]",
	} {
		found := findOn(t, sentence)
		if got := fmt.Sprint(found[0].Addressees); len(found) != 1 || got != want {
			t.Errorf("%s\ngot %s of %d, want %s", sentence, got, len(found), want)
		}
	}
}

// The end of the subject alone, as the network may have it, speaks with all of it.
func TestWithSubject(t *testing.T) {
	statements := findOn(t, `A      a      DET   2 det
jury   jury   NOUN  5 nsubj
in     in     ADP   4 case
Bern   Bern   PROPN 2 nmod  Name=B-LOC|Role=1:source
argued argue  VERB  0 root  Frame=1:statement:ASSERT|Role=1:cue
that   that   SCONJ 8 mark  Role=1:content
it     it     PRON  8 nsubj Role=1:content
rained rain   VERB  5 ccomp Role=1:content
.      .      PUNCT 5 punct
`)
	if got := statements[0].Spans.Speaker; len(got) != 1 || got[0][0] != 0 {
		t.Errorf("the speaker's words are %v", got)
	}
}

// TestPartsInTalks: the label of a transcript may name nobody, though somebody was
// spoken of before.
func TestPartsInTalks(t *testing.T) {
	found := findOn(t, doeMetRoe, `MODERATOR moderator NOUN 2 dep       Role=2:source
:         :         PUNCT 0 root      Frame=2:statement:ASSERT|Role=2:cue
It        it        PRON 4 nsubj     Role=2:content
rained    rain      VERB 2 parataxis Role=2:content
`)
	if len(found) != 1 || found[0].Speaker != nil || found[0].Unnamed == nil || found[0].Unnamed.Text != "MODERATOR" {
		t.Errorf("got %+v", found)
	}
}
