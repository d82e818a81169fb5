package who

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// A head of a country whom the article gives by the family name alone is none of
// the family whom it gives in full, unless the name may be his.
func TestHeads(t *testing.T) {
	for _, tc := range []struct{ text, want string }{
		{"[PER Donald Trump Jr.] left . President [PER Trump] stayed .", "person:donald-trump-jr Donald Trump Jr.; person:trump Trump (President Trump)"},
		{"[PER Ivanka Trump] left . President [PER Trump] stayed .", "person:ivanka-trump Ivanka Trump; person:trump Trump (President Trump)"},
		{"[PER Donald Trump] left . President [PER Trump] stayed .", "person:donald-trump Donald Trump (President Trump, Trump)"},
		{"[PER Dora Trump] left . President [PER Trump] stayed .", "person:dora-trump Dora Trump (President Trump, Trump)"},
		{"[PER Ivanka Trump] left . Foreign Minister [PER Trump] stayed .", "person:ivanka-trump Ivanka Trump (Minister Trump, Trump)"},
		{"[PER Ivanka Trump] left . Vice President [PER Trump] stayed .", "person:ivanka-trump Ivanka Trump (President Trump, Trump)"},
		{"[PER Ivanka Trump] left . Director [PER Trump] stayed .", "person:ivanka-trump Ivanka Trump (Director Trump, Trump)"},
		{"[PER Jane Doe] left . President [PER Doe] stayed .", "person:jane-doe Jane Doe (Doe, President Doe)"},
	} {
		d := named(t, tc.text)
		d.Article.Published.At = time.Date(2017, 11, 20, 0, 0, 0, 0, time.UTC)
		got := shown(Find(d))
		slices.Sort(got)
		if got := strings.Join(got, "; "); got != tc.want {
			t.Errorf("%s: got %q, want %q", tc.text, got, tc.want)
		}
	}
}
