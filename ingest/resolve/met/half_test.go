package met

import (
	"slices"
	"testing"
)

// TestHalves: names that hyphens join before a noun for a meeting are of those who
// take part, unless they belong to somebody else.
func TestHalves(t *testing.T) {
	for _, c := range []struct{ name, sentence, want string }{
		{"two", "Israeli Israeli ADJ 3 amod Name=B-MISC|SpaceAfter=No\n- - PUNCT 1 punct Name=I-MISC|SpaceAfter=No\nSyrian Syrian ADJ 4 amod Name=I-MISC\ntalks talk NOUN 5 nsubj Frame=1:meeting:past|Role=1:trigger\nfailed fail VERB 0 root\n", "country:il country:sy past"},
		{"a body", "EU EU PROPN 4 compound Name=B-ORG|SpaceAfter=No\n- - PUNCT 1 punct Name=I-ORG|SpaceAfter=No\nIran Iran PROPN 1 flat Name=I-ORG|Role=1:participant\ntalks talk NOUN 5 nsubj Frame=1:meeting:past|Role=1:trigger\nfailed fail VERB 0 root\n", "country:ir organization:european-union past"},
		{"the second of somebody else", "A a DET 5 det\nKorean Korean ADJ 4 amod Name=B-MISC|SpaceAfter=No\n- - PUNCT 2 punct SpaceAfter=No\nAmerican American ADJ 5 amod\nsociety society NOUN 6 compound\nmeeting meeting NOUN 7 nsubj Frame=1:meeting:past|Role=1:trigger\nended end VERB 0 root\n", "past"},
	} {
		if got := find(t, c.sentence); !slices.Equal(got, []string{c.want}) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
