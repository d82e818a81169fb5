package whom

import (
	"reflect"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
)

const rained = `VORTEX  PROPN 2 nsubj _
said    VERB 0 root _
that    SCONJ 5 mark _
it      PRON 5 nsubj _
rained  VERB 2 ccomp _
.       PUNCT 2 punct _

Alex    PROPN 2 nsubj Name=B-PER
sang    VERB 0 root _
and     CCONJ 5 cc _
he      PRON 5 nsubj _
said    VERB 2 conj _
so      ADV 5 advmod _
.       PUNCT 2 punct _
`

// What is asked changes no other answer, until it is noted.
func TestAskingLearnsNothing(t *testing.T) {
	d, cast := parsed(t, rained)
	r := New(d, cast)
	entities, places := len(cast.Entities), len(r.places)
	before := r.Example(find(t, d, "he"), Scene{Role: document.Source})
	words := find(t, d, "VORTEX")
	asked := r.Example(words, Scene{Role: document.Source}).Entities
	r.Of(words, Scene{Role: document.Source})
	again := r.Example(find(t, d, "he"), Scene{Role: document.Source})
	if !reflect.DeepEqual(before, again) || len(cast.Entities) != entities || len(r.places) != places {
		t.Error("a question has changed what is known")
	}
	body := asked[len(asked)-1] // that only the phrase names
	ref := r.Note(Reference{Entities: []*who.Entity{body}, parts: []meaning{{words, []*who.Entity{body}, 0.9}}})
	if e := ref.One(); body.ID != "" || e == nil || e != cast.Named("organization:vortex") || len(r.places) != places+1 {
		t.Errorf("%+v was not noted", e)
	}
}

// Who is “he” for sure is a man from then on, in this discourse alone.
func TestLearnGender(t *testing.T) {
	d, cast := parsed(t, rained)
	r, alex := New(d, cast), cast.MentionAt(6).Entity
	r.Learn(find(t, d, "he"), alex, 1)
	if r.gender(alex) != gazetteer.Male || alex.Gender != gazetteer.Unknown || New(d, cast).gender(alex) != gazetteer.Unknown {
		t.Errorf("gender %v, of the entity %v", r.gender(alex), alex.Gender)
	}
}
