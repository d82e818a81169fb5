package holds

import (
	"fmt"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/people"
)

func TestFuller(t *testing.T) {
	for _, c := range []struct {
		name, noun string
		want       bool
	}{
		{"Cincinnati Zoo", "Zoo", true},
		{"House of Representatives", "House", true},
		{"Inspector General of Police", "Police", false},
		{"Zoo", "zoo", false},
		{"House Republicans", "House", false},
	} {
		if got := fuller(c.name, c.noun); got != c.want {
			t.Errorf("fuller(%q, %q) = %v", c.name, c.noun, got)
		}
	}
}

func TestEndsIn(t *testing.T) {
	for _, c := range []struct {
		name string
		want bool
	}{
		{"House Reform Committee", true},
		{"Friends of the Reform Committee", false},
		{"Reform Committee", false},
	} {
		if got := endsIn(c.name, "Reform Committee"); got != c.want {
			t.Errorf("endsIn(%q) = %v", c.name, got)
		}
	}
}

func TestFitting(t *testing.T) {
	const justice = `%s PROPN 3 compound Name=B-ORG
%s PROPN 3 compound Name=I-ORG
heard VERB 0 root _
Justice PROPN 3 obj Frame=1:office|Role=1:title
Jane PROPN 4 flat Name=B-PER|Role=1:holder
Doe PROPN 4 flat Name=I-PER|Role=1:holder
. PUNCT 3 punct _
`
	for _, c := range []struct{ first, second, title, want string }{
		{"Supreme", "Court", "Justice", "Supreme Court"},
		{"Supreme", "Court", "lawyer", ""},
		{"General", "Motors", "Justice", ""},
	} {
		d, cast := read(t, fmt.Sprintf(justice, c.first, c.second))
		o := &office{}
		o.Title = c.title
		got := ""
		if e := newFinder(d, cast, people.Known()).fitting(o); e != nil {
			got = e.Name
		}
		if got != c.want {
			t.Errorf("%s beside %s %s: %q, want %q", c.title, c.first, c.second, got, c.want)
		}
	}
}
