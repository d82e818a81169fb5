package cypher

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/internal/graphtest"
)

func TestInWords(t *testing.T) {
	want := `Talks “go on”
Example · 2024-05-14 · https://example.org/talks?a=1&b=2
  Ann Lee → Bo Ek, by way of United Nations, WARN, 2024-05-13: “winter 😀 is near”
    two officials, ASSERT: “is near”
  Bo Ek and France, not DENY: “it”
  Meeting: Ann Lee, Bo Ek and France, Lyon, 2024-05-20, in person, planned
  Meeting: Ann Lee, France, 2024-06-01, phone, hypothetical
  Office: Ann Lee, Foreign Minister of France
  Office: Bo Ek, former Secretary-General of United Nations
  Office: Bo Ek, Mayor of Lyon
  Office: Åse Ødegård, Spokeswoman of Ann Lee`
	got := inWords(graphtest.Talks()[0])
	if diff := cmp.Diff(strings.Split(want, "\n"), got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestShort(t *testing.T) {
	long := strings.Repeat("wörd ", 100)
	for _, c := range []struct{ text, want string }{
		{"as it is", "as it is"},
		{"two\nlines", "two lines"},
		{long, strings.TrimSpace(long[:18*len("wörd ")]) + " …"},
		{strings.Repeat("x", 200), strings.Repeat("x", 90) + " …"},
	} {
		if got := short(c.text); got != c.want {
			t.Errorf("short(%.20q…) = %q, want %q", c.text, got, c.want)
		}
	}
}
