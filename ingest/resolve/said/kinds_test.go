package said

import (
	"slices"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
)

func TestKindOf(t *testing.T) {
	for phrase, c := range map[string]struct{ words, want string }{
		"two Hungarian officials": {"two NUM 3 nummod\nHungarian ADJ 3 amod\nofficials NOUN 0 root", "official"},
		"some of his aides":       {"some DET 0 root\nof ADP 4 case\nhis PRON 4 nmod\naides NOUN 1 nmod", "official"},
		"members of parties":      {"members NOUN 0 root\nof ADP 3 case\nparties NOUN 1 nmod", "politician"},
		"witnesses":               {"witnesses NOUN 0 root", "witness"},
		"a daily":                 {"a DET 2 det\ndaily NOUN 0 root", "media"},
		"a neighbour of police":   {"a DET 2 det\nneighbour NOUN 0 root\nof ADP 4 case\npolice NOUN 2 nmod", "witness"},
		"a friend of police":      {"a DET 2 det\nfriend NOUN 0 root\nof ADP 4 case\npolice NOUN 2 nmod", ""},
		"the Secretary-General":   {"the DET 4 det\nSecretary NOUN 4 compound\n- PUNCT 4 punct\nGeneral NOUN 0 root", "official"},
		"a person familiar":       {"a DET 2 det\nperson NOUN 0 root\nfamiliar ADJ 2 amod\nwith ADP 5 case\nit PRON 3 obl", "source"},
		"officials briefed on it": {"officials NOUN 0 root\nbriefed VERB 1 acl\non ADP 4 case\nit PRON 2 obl", "official"},
		"they":                    {"they PRON 0 root", ""},
	} {
		d, err := document.Parse("# global.columns = FORM UPOS HEAD DEPREL\n# newpar\n" + c.words + "\n")
		if err != nil {
			t.Fatal(err)
		}
		m := &maker{Scene: Scene{Document: d}}
		if got := m.kindOf([]document.Range{{First: 0, Last: len(d.Words)}}); got != c.want {
			t.Errorf("%s: got %q, want %q", phrase, got, c.want)
		}
	}
}

func TestKindsAreOfTheVocabulary(t *testing.T) {
	for noun, kind := range kinds {
		if kind != part && !slices.Contains(graph.SourceKinds, kind) {
			t.Errorf("%s is of the kind %q, which is none", noun, kind)
		}
		if strings.ToLower(noun) != noun {
			t.Errorf("%s is not in small letters", noun)
		}
	}
}
