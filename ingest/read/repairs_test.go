package read

import (
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/document"
)

// repaired are sentences, their words divided by strokes, of which each repair of
// frames decides: what it leaves of the source, and of the addressee.
var repaired = map[string]struct{ sentence, source, addressee string }{
	"who is told does not speak": {
		"She she PRON 3 nsubj:pass Role=1:source | was be AUX 3 aux:pass _ | told tell VERB 0 root Frame=1:statement:ASSERT|Role=1:cue | no no INTJ 3 obj Role=1:content", "", "She",
	},
	"who is quoted speaks, not who quotes him": {
		"Doe Doe PROPN 3 nsubj:pass Role=1:source | was be AUX 3 aux:pass _ | quoted quote VERB 0 root _ | by by ADP 5 case _ | Tass Tass PROPN 3 obl:agent Role=1:source | as as SCONJ 7 mark _ | saying say VERB 3 advcl Frame=1:statement:ASSERT|Role=1:cue | no no INTJ 7 obj Role=1:content", "Doe", "",
	},
	"who quotes another as saying it does not say it": {
		"Tass Tass PROPN 2 nsubj Role=1:source | quoted quote VERB 0 root Frame=1:statement:ASSERT|Role=1:cue | Doe Doe PROPN 2 obj Role=2:source | as as SCONJ 5 mark _ | saying say VERB 2 advcl Frame=2:statement:ASSERT|Role=2:cue | no no INTJ 5 obj Role=1:content,2:content", "dropped", "",
	},
	"who speaks and hears beside the cue, nobody elsewhere": {
		"Doe Doe PROPN 2 nsubj Role=1:source | called call VERB 0 root _ | Roe Roe PROPN 2 obj Role=1:addressee |  | Poe Poe PROPN 2 nsubj Role=1:source | told tell VERB 0 root Frame=1:statement:ASSERT|Role=1:cue | Coe Coe PROPN 2 iobj Role=1:addressee | no no INTJ 2 obj Role=1:content", "Poe", "Coe",
	},
	"who causes words does not speak them": {
		"Doe Doe PROPN 2 nsubj Role=1:source | sparked spark VERB 0 root _ | alarm alarm NOUN 2 obj Frame=1:statement:CRITICIZE|Role=1:cue | at at ADP 6 case _ | the the DET 6 det Role=1:content | plan plan NOUN 3 nmod Role=1:content", "", "",
	},
	"what one thinks in one's own words is part of them": {
		"“ “ PUNCT 3 punct _ | I I PRON 3 nsubj Role=1:source | think think VERB 6 ccomp Frame=1:statement:BELIEVE|Role=1:cue | so so ADV 3 obj Role=1:content | ” ” PUNCT 3 punct _ | said say VERB 0 root _ | she she PRON 6 nsubj _", "dropped", "",
	},
	"who is told to do it does not say it": {
		"Ask ask VERB 0 root Frame=1:statement:ASK|Role=1:cue | Doe Doe PROPN 1 obj Role=1:source | why why ADV 1 advmod Role=1:content", "dropped", "",
	},
	"who speaks to whom before a colon": {
		"Doe Doe PROPN 4 dep Name=B-PER|Role=1:content | to to ADP 3 case _ | Roe Roe PROPN 1 nmod Name=B-PER|Role=1:source | : : PUNCT 0 root Frame=1:statement:ASSERT|Role=1:cue | Go go VERB 4 parataxis Role=1:content", "Doe", "Roe",
	},
	"what is done is not said": {
		"Paris Paris PROPN 2 nsubj Role=1:source | recalled recall VERB 0 root Frame=1:statement:ASSERT|Role=1:cue | its its PRON 4 nmod:poss Role=1:content | envoy envoy NOUN 2 obj Role=1:content", "dropped", "",
	},
}

// TestEveryRepair: each repair of frames mends its example.
func TestEveryRepair(t *testing.T) {
	for _, r := range repairs {
		t.Run(r.Name, func(t *testing.T) {
			c, ok := repaired[r.Name]
			if !ok || r.Example == "" {
				t.Fatal("has no example")
			}
			d, err := document.Parse(layout + strings.ReplaceAll(c.sentence, " | ", "\n") + "\n")
			if err != nil {
				t.Fatal(err)
			}
			f := d.Frames[0]
			source, addressee := "dropped", ""
			if r.mend(d, &f) {
				source = strings.Join(document.Texts(wordsAt(d, f.Roles[document.Source])), " ")
				addressee = strings.Join(document.Texts(wordsAt(d, f.Roles[document.Addressee])), " ")
			}
			if source != c.source || addressee != c.addressee {
				t.Errorf("got %q to %q, want %q to %q", source, addressee, c.source, c.addressee)
			}
		})
	}
}
