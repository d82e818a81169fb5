package said

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/rule"
)

const (
	itIsSaid = `So     so     ADV  3 obj   Role=1:content
was    be     AUX  3 aux
said   say    VERB 0 root  Frame=1:statement:ASSERT|Role=1:cue
.      .      PUNCT 3 punct
`
	doeMetRoe = `Jane  Jane PROPN 3 nsubj Name=B-PER|Role=1:participant
Doe   Doe  PROPN 1 flat  Name=I-PER|Role=1:participant
met   meet VERB  0 root  Frame=1:meeting:past|Role=1:trigger
Jack  Jack PROPN 3 obj   Name=B-PER|Role=1:participant
Roe   Roe  PROPN 4 flat  Name=I-PER|Role=1:participant
.     .    PUNCT 3 punct
`
	roeCallsJane = `“     “     PUNCT 2 punct    Role=2:content
Rain  rain  NOUN  7 ccomp    Role=2:content
,     ,     PUNCT 4 punct    Role=2:content
Jane  Jane  PROPN 2 vocative Name=B-PER|Role=2:content
”     ”     PUNCT 2 punct    Role=2:content
Roe   Roe   PROPN 7 nsubj    Name=B-PER|Role=2:source
said  say   VERB  0 root     Frame=2:statement:ASSERT|Role=2:cue
.     .     PUNCT 7 punct
`
	bothSaid = `Both    both   PRON 2 nsubj Role=2:source
said    say    VERB 0 root  Frame=2:statement:ASSERT|Role=2:cue
so      so     ADV  2 obj   Role=2:content
.       .      PUNCT 2 punct
`
	inOpeningRemarks = `In       in      ADP   3 case
opening  open    VERB  3 amod
remarks  remark  NOUN  6 obl
,        ,       PUNCT 3 punct
Norway   Norway  PROPN 6 nsubj Name=B-LOC|Role=3:source
said     say     VERB  0 root  Frame=3:statement:ASSERT|Role=3:cue
so       so      ADV   6 obj   Role=3:content
.        .       PUNCT 6 punct
`
)

const (
	bothSpoke = `Jane Jane PROPN 6 nsubj Name=B-PER|Role=1:source
Doe  Doe  PROPN 1 flat  Name=I-PER|Role=1:source
and  and  CCONJ 4 cc    Role=1:source
Jack Jack PROPN 1 conj  Name=B-PER|Role=1:source
Roe  Roe  PROPN 4 flat  Name=I-PER|Role=1:source
said say  VERB  0 root  Frame=1:statement:ASSERT|Role=1:cue
so   so   ADV   6 obj   Role=1:content
.    .    PUNCT 6 punct
`
	theySpoke = `They  they  PRON  2 nsubj Role=2:source
said  say   VERB  0 root  Frame=2:statement:ASSERT|Role=2:cue
never never ADV   2 obj   Role=2:content
.     .     PUNCT 2 punct
`
	roeISays = `“      “    PUNCT 3 punct Role=2:content
I      I    PRON  3 nsubj Role=1:source,2:content
warned warn VERB  6 ccomp Frame=1:statement:WARN|Role=1:cue,2:content
him    he   PRON  3 obj   Role=1:content,2:content
”      ”    PUNCT 3 punct
said   say  VERB  0 root  Frame=2:statement:ASSERT|Role=2:cue
Jane   Jane PROPN 6 nsubj Name=B-PER|Role=2:source
Doe    Doe  PROPN 7 flat  Name=I-PER|Role=2:source
`
	iWarned = `I      I    PRON 2 nsubj Role=1:source
warned warn VERB 0 root  Frame=1:statement:WARN|Role=1:cue
him    he   PRON 2 obj   Role=1:content
`
	russiaWasQuotedThere = `Russia Russia PROPN 3 nsubj:pass Name=B-LOC|Role=1:source
was    be     AUX   3 aux
quoted quote  VERB  0 root
as     as     SCONJ 5 mark
saying say    VERB  3 advcl Frame=1:statement:ASSERT|Role=1:cue
by     by     ADP   7 case
NATO   NATO   PROPN 5 obl   Name=B-ORG
so     so     ADV   5 obj   Role=1:content
.      .      PUNCT 3 punct
`
	reutersReports = `Russia   Russia  PROPN 2 nsubj Name=B-LOC|Role=1:source,2:content
said     say     VERB  6 ccomp Frame=1:statement:ASSERT|Role=1:cue,2:content
so       so      ADV   2 obj   Role=1:content,2:content
,        ,       PUNCT 6 punct
Reuters  Reuters PROPN 6 nsubj Name=B-ORG|Role=2:source
reported report  VERB  0 root  Frame=2:statement:ASSERT|Role=2:cue
.        .       PUNCT 6 punct
`
)

// examples are sentences of which each rule decides, by what it decides and its name.
var examples = map[rule.Key][]string{
	{Decides: "speaker", Name: "no words for a source"}:                   {itIsSaid},
	{Decides: "speaker", Name: "the two who met"}:                         {doeMetRoe, itRained, itRained, itRained, bothSaid},
	{Decides: "speaker", Name: "the several who spoke just before"}:       {bothSpoke, theySpoke},
	{Decides: "speaker", Name: "says the same by name further down"}:      {fmt.Sprintf(someAideSaid, "An"), fmt.Sprintf(doeSaid, "rain", "rain")},
	{Decides: rule.Phrase, Name: "who says “I”"}:                          {roeISays},
	{Decides: rule.Phrase, Name: "who writes “I”"}:                        {iWarned},
	{Decides: "act", Name: "telling word"}:                                {norwayWarned},
	{Decides: "act", Name: "network"}:                                     {norwaySaidThat},
	{Decides: "addressee", Name: "whom it is demanded of"}:                {norwayDemanded},
	{Decides: "addressee", Name: "who is told in the passive"}:            {swedenWasAsked},
	{Decides: "addressee", Name: "called by name in the words"}:           {doeMetRoe, roeCallsJane},
	{Decides: "meeting", Name: "the cue stands with it"}:                  {atTalks},
	{Decides: "meeting", Name: "the speaker goes on"}:                     {atTalks, norwayWentOn},
	{Decides: "meeting", Name: "words of its course"}:                     {atTalks, itRained, itRained, itRained, inOpeningRemarks},
	{Decides: "date", Name: "words for the time of saying"}:               {fmt.Sprintf(onThursday, "Role=1:when")},
	{Decides: "date", Name: "day on which the clause hangs"}:              {whenItSaid},
	{Decides: "date", Name: "date of the meeting"}:                        {atTalks},
	{Decides: "respondsTo", Name: "words of somebody who is named"}:       {russiaDemands, russiasDemand},
	{Decides: "respondsTo", Name: "a noun for the other's words"}:         {russiaDemands, rejects("the", "DET", "det", "demand")},
	{Decides: "respondsTo", Name: "this"}:                                 {russiaDemands, natoDeniesThis},
	{Decides: "respondsTo", Name: "a question to the speaker"}:            {natoIsAsked},
	{Decides: "respondsTo", Name: "a reply to what the speaker was told"}: {russiaDemands, natoReplies},
	{Decides: "reportedBy", Name: "quoted by"}:                            {russiaWasQuoted},
	{Decides: "reportedBy", Name: "the same words, quoted"}:               {russiaIsQuoted},
	{Decides: "reportedBy", Name: "quoted there as saying"}:               {russiaWasQuotedThere},
	{Decides: "reportedBy", Name: "told by the press"}:                    {reutersReports},
	{Decides: "reportedBy", Name: "quotes as saying"}:                     {withoutFrame(russiaIsQuoted, "1")},
}

// roles are for what decisions count that rules on phrases make.
var roles = map[string]string{rule.Phrase: "speaker"}

// withoutFrame returns a sentence without the frame of a number.
func withoutFrame(sentence, number string) string {
	sentence = strings.ReplaceAll(sentence, number+":content,", "")
	var kept []string
	for line := range strings.Lines(sentence) {
		fields := strings.Fields(line)
		if last := len(fields) - 1; strings.Contains(line, "Frame="+number+":") {
			fields[last] = "_"
		}
		line = strings.Join(fields, " ")
		line = strings.ReplaceAll(strings.ReplaceAll(line, "|Role="+number+":source", ""), "|Role="+number+":cue", "")
		kept = append(kept, line+"\n")
	}
	return strings.Join(kept, "")
}

// TestEveryRule: each rule of the package decides of its example.
func TestEveryRule(t *testing.T) {
	for _, r := range Rules() {
		t.Run(r.Decides+" by "+r.Name, func(t *testing.T) {
			sentences := examples[rule.Key{Decides: r.Decides, Name: r.Name}]
			if len(sentences) == 0 || r.Example == "" {
				t.Fatal("has no example")
			}
			var decided []facts.Decision
			for _, s := range findOn(t, sentences...) {
				decided = append(decided, s.Decisions...)
			}
			if !slices.ContainsFunc(decided, func(d facts.Decision) bool { return d.What == cmp.Or(roles[r.Decides], r.Decides) && d.Rule == r.Name }) {
				t.Errorf("%s\ngot %+v", strings.Join(sentences, ""), decided)
			}
		})
	}
}
