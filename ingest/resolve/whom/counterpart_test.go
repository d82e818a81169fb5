package whom

import (
	"slices"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
)

const counterparts = `Jane    PROPN 3 nsubj Name=B-PER
Doe     PROPN 1 flat  Name=I-PER
warned  VERB  0 root  _
her     PRON  6 nmod  _
Russian ADJ   6 amod  Name=B-MISC
counterpart NOUN 3 obj _

John    PROPN 3 nsubj Name=B-PER
Roe     PROPN 1 flat  Name=I-PER
thanked VERB  0 root  _
his     PRON  6 nmod  _
Russian ADJ   6 amod  Name=B-MISC
counterpart NOUN 3 obj _
Mary    PROPN 6 appos Name=B-PER
Poe     PROPN 7 flat  Name=I-PER
`

// TestCounterpart holds that a counterpart is who has the same office, where
// somebody has, and that one who is named beside the word needs no office.
func TestCounterpart(t *testing.T) {
	for _, c := range []struct {
		what, speaker, title, want string
	}{
		{"same office", "person:jane-doe", "Foreign Secretary", "person:john-roe"},
		{"other office", "person:jane-doe", "President", ""},
	} {
		d, cast := parsed(t, counterparts)
		russia, speaker, peer := cast.Enter(&who.Entity{Label: "Country", Code: "RU"}), cast.Named(c.speaker), cast.Named("person:john-roe")
		speaker.Offices = []who.Office{{Title: c.title, Of: cast.Enter(&who.Entity{Label: "Country", Code: "GB"})}}
		peer.Offices = []who.Office{{Title: "Foreign Minister", Of: russia}}
		r := New(d, cast)
		scene := Scene{Role: document.Addressee, Anchor: 2, Speakers: []*who.Entity{speaker}}
		got := ""
		if found, ok := r.counterpart(document.Range{First: 3, Last: 6}, scene); ok {
			got = found.One().ID
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.what, got, c.want)
		}
		if _, ok := r.counterpart(find(t, d, "his Russian counterpart Mary Poe"), scene); ok {
			t.Errorf("%s: who is named is no other", c.what)
		}
	}
}

// TestStrangers holds that a counterpart whose country is named is nobody who is not
// known to be of it.
func TestStrangers(t *testing.T) {
	d, cast := parsed(t, counterparts)
	russia, roe := cast.Enter(&who.Entity{Label: "Country", Code: "RU"}), cast.Named("person:john-roe")
	may := func() bool {
		ex := New(d, cast).Example(document.Range{First: 3, Last: 6}, Scene{Role: document.Addressee, Anchor: 2})
		return slices.Contains(ex.Entities, roe)
	}
	if may() {
		t.Error("John Roe, of no country, may be the Russian counterpart")
	}
	roe.Offices = []who.Office{{Title: "Foreign Minister", Of: russia}}
	if !may() {
		t.Error("Russia's minister can't be the Russian counterpart")
	}
}
