package whom

import (
	"testing"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/people"
	"github.com/newsgraph/newsgraph/ingest/resolve/holds"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/rule"
)

const (
	doeAndShe = `Jane PROPN 3 nsubj Name=B-PER
Doe PROPN 1 flat Name=I-PER
left VERB 0 root _
. PUNCT 3 punct _

She PRON 2 nsubj _
slept VERB 0 root _
. PUNCT 2 punct _

The DET 2 det _
friend NOUN 3 nsubj _
slept VERB 0 root _
. PUNCT 3 punct _
`
	presidentDoe = `French ADJ 2 amod Name=B-MISC|Role=1:of
President NOUN 5 nsubj Frame=1:office|Role=1:title
Jane PROPN 2 flat Name=B-PER|Role=1:holder
Doe PROPN 3 flat Name=I-PER|Role=1:holder
left VERB 0 root _
. PUNCT 5 punct _

Russian ADJ 2 amod Name=B-MISC|Role=2:of
President NOUN 5 nsubj Frame=2:office|Role=2:title
Jack PROPN 2 flat Name=B-PER|Role=2:holder
Roe PROPN 3 flat Name=I-PER|Role=2:holder
slept VERB 0 root _
. PUNCT 5 punct _

The DET 2 det _
president NOUN 3 nsubj _
warned VERB 0 root _
her PRON 6 nmod:poss _
Russian ADJ 6 amod Name=B-MISC
counterpart NOUN 3 obj _
. PUNCT 3 punct _
`
	bodies = `The DET 3 det _
Green PROPN 3 amod Name=B-ORG
Future PROPN 4 nsubj Name=I-ORG
met VERB 0 root _
. PUNCT 4 punct _

Opel PROPN 2 compound Name=B-ORG
workers NOUN 3 nsubj _
slept VERB 0 root _
. PUNCT 3 punct _

The DET 2 det _
widow NOUN 4 nsubj _
Doe PROPN 2 appos Name=B-PER
slept VERB 0 root _
. PUNCT 4 punct _

The DET 2 det _
future NOUN 3 nsubj _
told VERB 0 root _
the DET 5 det _
widow NOUN 3 obj _
. PUNCT 3 punct _

Ulduz PROPN 4 nsubj _
and CCONJ 3 cc _
officials NOUN 1 conj _
agreed VERB 0 root _
. PUNCT 4 punct _
`
)

// examples are phrases of which each rule decides, with the id of whom it says
// that they mean, "" for whom the phrase alone names.
var examples = map[string]struct{ lines, phrase, means string }{
	"name":                           {doeAndShe, "Jane Doe", "person:jane-doe"},
	"name in the phrase":             {bodies, "Opel workers", "organization:opel"},
	"name in the phrase alone":       {bodies, "Ulduz", ""},
	"pronoun or noun for who speaks": {doeAndShe, "She", "person:jane-doe"},
	"pronoun":                        {doeAndShe, "She", "person:jane-doe"},
	"holder of the office":           {presidentDoe, "The president", "person:jane-doe"},
	"part of the name":               {bodies, "The future", "organization:green-future"},
	"description":                    {bodies, "the widow", "person:doe"},
	"the one spoken of":              {doeAndShe, "The friend", "person:jane-doe"},
}

// TestEveryRule: each sign of the list speaks for whom its example means.
func TestEveryRule(t *testing.T) {
	for _, s := range signs {
		t.Run(s.Name, func(t *testing.T) {
			c, ok := examples[s.Name]
			if !ok || s.Example == "" {
				t.Fatal("has no example")
			}
			d, cast := parsed(t, c.lines)
			holds.Find(d, cast, people.Known())
			scene := Scene{Role: document.Source}
			if s.Name == "pronoun or noun for who speaks" {
				scene.Last = []*who.Entity{cast.Named(c.means)}
			}
			ex := New(d, cast).Example(find(t, d, c.phrase), scene)
			for i, e := range ex.Entities {
				if e != nil && e.ID == c.means {
					if got := rule.Most(signs, vector(ex.Features[i])); got.Name != s.Name {
						t.Errorf("%q means %s by %q", c.phrase, e.Name, got.Name)
					}
					return
				}
			}
			t.Errorf("%q can't mean %q", c.phrase, c.means)
		})
	}
}

// TestRulesBesideTheModel: a counterpart, nobody who could be named, and an author, whom TestAuthor has.
func TestRulesBesideTheModel(t *testing.T) {
	d, cast := parsed(t, presidentDoe)
	holds.Find(d, cast, people.Known())
	ref := New(d, cast).Of(find(t, d, "her Russian counterpart"), Scene{Role: document.Addressee, Speakers: []*who.Entity{cast.Named("person:jane-doe")}})
	if ref.Rule != peers || ref.One() != cast.Named("person:jack-roe") {
		t.Errorf("a counterpart is %+v", ref)
	}
	d, cast = parsed(t, bodies)
	if ref := New(d, cast).Of(find(t, d, "officials"), Scene{Role: document.Source}); ref.Rule != unnamed {
		t.Errorf("officials are %+v", ref)
	}
	if n := len(Rules()) - len(signs); n != 3 {
		t.Errorf("%d rules beside the model have no test", n-3)
	}
}
