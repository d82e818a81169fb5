package who

import (
	"slices"
	"strings"
	"testing"
)

// A body by its noun alone is the one whose name goes on with “of”, where there
// is one such, and not all whose names begin so.
func TestCompleted(t *testing.T) {
	for _, tc := range []struct{ text, want string }{
		{
			"The [ORG House of Representatives] met . [ORG House Budget Committee] members left . The [ORG House] stayed .",
			"organization:house-budget-committee House Budget Committee; organization:house-of-representatives House of Representatives (House)",
		},
		{
			"The [ORG Bank of England] met . The [ORG Bank of Japan] left . The [ORG Bank] stayed .",
			"organization:bank Bank; organization:bank-of-england Bank of England; organization:bank-of-japan Bank of Japan",
		},
	} {
		got := shown(Find(named(t, tc.text)))
		slices.Sort(got)
		if got := strings.Join(got, "; "); got != tc.want {
			t.Errorf("%s: got %q, want %q", tc.text, got, tc.want)
		}
	}
}

// Letters stand for a name without the country that it begins with.
func TestLettersOfNames(t *testing.T) {
	for name, want := range map[string]bool{"FDA": true, "F.D.A.": true, "USFDA": false, "DA": false} {
		if got := shortens([]string{name}, strings.Fields("U.S. Food and Drug Administration")); got != want {
			t.Errorf("%s: got %v", name, got)
		}
	}
}
