package met

import (
	"slices"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/resolve/dates"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/resolve/whom"
	"github.com/newsgraph/newsgraph/ingest/rule"
)

// examples are sentences in CoNLL-U, their words divided by strokes, and the words
// of which a rule decides there.
var examples = map[rule.Key][2]string{
	{Decides: "meeting", Name: "network"}: {"Doe Doe PROPN 2 nsubj Name=B-PER | met meet VERB 0 root Frame=1:meeting:past|Role=1:trigger | Roe Roe PROPN 2 obj Name=B-PER", ""},
	{Decides: "status", Name: "network"}:  {"Doe Doe PROPN 2 nsubj Name=B-PER | met meet VERB 0 root Frame=1:meeting:past|Role=1:trigger | Roe Roe PROPN 2 obj Name=B-PER", ""},
	{Decides: "status", Name: "its verb is negated"}: {
		"Doe Doe PROPN 4 nsubj Name=B-PER | did do AUX 4 aux _ | not not PART 4 advmod _ | meet meet VERB 0 root Frame=1:meeting:past|Role=1:trigger | Roe Roe PROPN 4 obj Name=B-PER", "",
	},
	{Decides: "status", Name: "what did not take place"}: {
		"Talks talk NOUN 4 nsubj Frame=1:meeting:past|Role=1:trigger | did do AUX 4 aux _ | not not PART 4 advmod _ | take take VERB 0 root _ | place place NOUN 4 obj _", "",
	},
	{Decides: "status", Name: "it was called off"}: {
		"Talks talk NOUN 3 nsubj:pass Frame=1:meeting:planned|Role=1:trigger | were be AUX 3 aux:pass _ | cancelled cancel VERB 0 root _ Tense=Past|VerbForm=Part", "",
	},
	{Decides: "status", Name: "it was put off"}: {
		"Talks talk NOUN 3 nsubj:pass Frame=1:meeting:planned|Role=1:trigger | were be AUX 3 aux:pass _ | postponed postpone VERB 0 root _ Tense=Past|VerbForm=Part", "",
	},
	{Decides: "status", Name: "asked to be called off"}: {
		"Roe Roe PROPN 2 nsubj Name=B-PER | urged urge VERB 0 root _ | Doe Doe PROPN 2 obj Name=B-PER | to to PART 5 mark _ | cancel cancel VERB 2 xcomp _ | talks talk NOUN 5 obj Frame=1:meeting:cancelled|Role=1:trigger", "",
	},
	{Decides: "status", Name: "somebody denies it"}: {
		"Doe Doe PROPN 2 nsubj Name=B-PER | denied deny VERB 0 root _ | that that SCONJ 5 mark _ | he he PRON 5 nsubj _ | met meet VERB 2 ccomp Frame=1:meeting:past|Role=1:trigger | Roe Roe PROPN 5 obj Name=B-PER", "",
	},
	{Decides: "status", Name: "its day is still to come"}: {
		"Doe Doe PROPN 2 nsubj Name=B-PER | meets meet VERB 0 root Frame=1:meeting:past|Role=1:trigger Tense=Pres|VerbForm=Fin | Roe Roe PROPN 2 obj Name=B-PER | on on ADP 5 case _ | Friday Friday PROPN 2 obl _", "",
	},
	{Decides: "place", Name: "network"}: {
		"Doe Doe PROPN 2 nsubj Name=B-PER | met meet VERB 0 root Frame=1:meeting:past|Role=1:trigger | Roe Roe PROPN 2 obj Name=B-PER | ; ; PUNCT 2 punct | Geneva Geneva PROPN 6 nsubj Name=B-LOC|Role=1:place | slept sleep VERB 2 parataxis _", "",
	},
	{Decides: "place", Name: "hangs from the trigger or its verb"}: {
		"Doe Doe PROPN 2 nsubj Name=B-PER | met meet VERB 0 root Frame=1:meeting:past|Role=1:trigger | Roe Roe PROPN 2 obj Name=B-PER | in in ADP 5 case _ | Geneva Geneva PROPN 2 obl Name=B-LOC", "",
	},
	{Decides: "day", Name: "network"}: {
		"Doe Doe PROPN 2 nsubj Name=B-PER | met meet VERB 0 root Frame=1:meeting:past|Role=1:trigger | Roe Roe PROPN 2 obj Name=B-PER | on on ADP 5 case Role=1:when | Friday Friday PROPN 2 obl Role=1:when", "",
	},
	{Decides: "day", Name: "hangs from the trigger or its verb"}: {
		"Doe Doe PROPN 2 nsubj Name=B-PER | met meet VERB 0 root Frame=1:meeting:past|Role=1:trigger | Roe Roe PROPN 2 obj Name=B-PER | on on ADP 5 case _ | Friday Friday PROPN 2 obl _", "",
	},
	{Decides: "participant", Name: "network"}: {"Doe Doe PROPN 2 nsubj Name=B-PER | met meet VERB 0 root Frame=1:meeting:past|Role=1:trigger | Roe Roe PROPN 2 obj Name=B-PER|Role=1:participant", "Roe"},
	{Decides: "participant", Name: "in line"}: {
		"Doe Doe PROPN 2 nsubj Name=B-PER | met meet VERB 0 root Frame=1:meeting:past|Role=1:trigger | Roe Roe PROPN 2 obj Name=B-PER|Role=1:participant | , , PUNCT 5 punct Role=1:participant | Poe Poe PROPN 3 list Name=B-PER|Role=1:participant", "Poe",
	},
	{Decides: "participant", Name: "joined by a hyphen"}: {
		"Israeli Israeli ADJ 3 amod Name=B-MISC|SpaceAfter=No | - - PUNCT 1 punct Name=I-MISC|SpaceAfter=No | Syrian Syrian ADJ 4 amod Name=I-MISC | talks talk NOUN 5 nsubj Frame=1:meeting:past|Role=1:trigger | failed fail VERB 0 root _", "Syria",
	},
	{Decides: "participant", Name: "subject"}: {"Doe Doe PROPN 2 nsubj Name=B-PER | met meet VERB 0 root Frame=1:meeting:past|Role=1:trigger | Roe Roe PROPN 2 obj Name=B-PER", "Doe"},
	{Decides: "participant", Name: "object"}:  {"Doe Doe PROPN 2 nsubj Name=B-PER | met meet VERB 0 root Frame=1:meeting:past|Role=1:trigger | Roe Roe PROPN 2 obj Name=B-PER", "Roe"},
	{Decides: "participant", Name: "with"}: {
		"Doe Doe PROPN 2 nsubj Name=B-PER | held hold VERB 0 root _ | talks talk NOUN 2 obj Frame=1:meeting:past|Role=1:trigger | with with ADP 5 case _ | Roe Roe PROPN 3 nmod Name=B-PER", "Roe",
	},
	{Decides: "participant", Name: "possessor"}: {"Doe Doe PROPN 3 nmod:poss Name=B-PER | 's 's PART 1 case _ | visit visit NOUN 4 nsubj Frame=1:meeting:past|Role=1:trigger | ended end VERB 0 root _", "Doe"},
	{Decides: "participant", Name: "of"}: {
		"A a DET 2 det _ | meeting meeting NOUN 5 nsubj Frame=1:meeting:past|Role=1:trigger | of of ADP 4 case _ | Doe Doe PROPN 2 nmod Name=B-PER | ended end VERB 0 root _", "Doe",
	},
	{Decides: "participant", Name: "compound"}: {"NATO NATO PROPN 2 compound Name=B-ORG | talks talk NOUN 3 nsubj Frame=1:meeting:past|Role=1:trigger | ended end VERB 0 root _", "NATO"},
	{Decides: "participant", Name: "subject of in"}: {
		"Doe Doe PROPN 4 nsubj Name=B-PER | was be AUX 4 cop _ | in in ADP 4 case _ | talks talk NOUN 0 root Frame=1:meeting:past|Role=1:trigger", "Doe",
	},
	{Decides: "participant", Name: "subject of remark"}: {
		"Doe Doe PROPN 2 nsubj Name=B-PER | made make VERB 0 root _ | remarks remark NOUN 2 obj _ | during during ADP 5 case _ | talks talk NOUN 3 nmod Frame=1:meeting:past|Role=1:trigger", "Doe",
	},
	{Decides: "participant", Name: "subject of hold"}: {"Doe Doe PROPN 2 nsubj Name=B-PER | held hold VERB 0 root _ | talks talk NOUN 2 obj Frame=1:meeting:past|Role=1:trigger", "Doe"},
	{Decides: "participant", Name: "subject during"}: {
		"Doe Doe PROPN 2 nsubj Name=B-PER | spoke speak VERB 0 root _ | after after ADP 4 case _ | talks talk NOUN 2 obl Frame=1:meeting:past|Role=1:trigger", "Doe",
	},
	{Decides: "participant", Name: "subject for"}: {
		"Doe Doe PROPN 2 nsubj Name=B-PER | arrived arrive VERB 0 root _ | for for ADP 4 case _ | talks talk NOUN 2 obl Frame=1:meeting:past|Role=1:trigger", "Doe",
	},
}

// TestEveryRule: each rule of the package decides of its example.
func TestEveryRule(t *testing.T) {
	for _, r := range Rules() {
		t.Run(r.Decides+" by "+r.Name, func(t *testing.T) {
			example, ok := examples[rule.Key{Decides: r.Decides, Name: r.Name}]
			if !ok || r.Example == "" {
				t.Fatal("has no example")
			}
			got := decisionsOf(t, example[0])
			if want := strings.TrimSpace(r.Decides + " " + r.Name + " " + example[1]); !slices.Contains(got, want) {
				t.Errorf("%s\ngot %q, want %q", example[0], got, want)
			}
		})
	}
}

// decisionsOf returns by which rules what is decided of a sentence's meeting,
// and of which words.
func decisionsOf(t *testing.T, sentence string) (found []string) {
	t.Helper()
	d, err := document.Parse("# global.columns = FORM LEMMA UPOS HEAD DEPREL MISC FEATS\n# published = 2024-05-08\n# newpar\n" + strings.ReplaceAll(sentence, " | ", "\n") + "\n")
	if err != nil {
		t.Fatal(err)
	}
	cast := who.Find(d)
	scene := Scene{Document: d, Cast: cast, Whom: whom.New(d, cast), Dates: dates.Find(d)}
	for _, m := range Find(scene) {
		for _, by := range m.Decisions {
			found = append(found, by.What+" "+by.Rule)
		}
	}
	m := newMaker(scene, learned)
	for _, told := range m.told {
		all := m.partners(told)
		for _, part := range told.frame.Parts(document.Participant) {
			all = append(all, m.inPart(part, document.Participant)...)
		}
		for _, p := range told.participants {
			found = append(found, joinedBy.Decides+" "+p.rule+" "+p.Name)
		}
		for _, p := range all {
			found = append(found, p.how.Decides+" "+p.how.Name+" "+d.Words[p.Word].Text)
		}
	}
	return found
}
