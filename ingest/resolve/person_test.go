package resolve

import (
	"strings"
	"testing"
)

func TestSameName(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Joe Biden", "Joseph Biden", false},
		{"John F. Kerry", "John Kerry", true},
		{"J. Kerry", "John Kerry", true},
		{"Robert Kennedy Jr.", "Robert Kennedy", true},
		{"Aung San Suu Kyi", "Suu Kyi", true},
		{"Volodymyr Zelenskyy", "Volodymyr Zelensky", true},
		{"Sergei Lavrov", "Sergey Lavrov", true},
		{"José Manuel", "Jose Manuel", true},
		{"George H. W. Bush", "George W. Bush", false},
		{"Bill Clinton", "Hillary Clinton", false},
	} {
		a, b := strings.Fields(c.a), strings.Fields(c.b)
		if sameName(a, b) != c.want || sameName(b, a) != c.want {
			t.Errorf("%s and %s: want %v", c.a, c.b, c.want)
		}
	}
}

func TestPersonKey(t *testing.T) {
	for name, want := range map[string]string{
		"Volodymyr Zelenskyy": "volodymyr-zelensky", "Volodymyr Zelenskiy": "volodymyr-zelensky", "Volodymyr Zelensky": "volodymyr-zelensky",
		"John F. Kerry": "john-kerry", "George H. W. Bush": "george-h-w-bush", "Robert Kennedy Jr.": "robert-kennedy", "Sergey Lavrov": "sergei-lavrov", "James Comey": "james-comey", "Dmitri Peskov": "dmitry-peskov",
	} {
		if got := personKey(strings.Fields(name)); got != want {
			t.Errorf("%s: got %s, want %s", name, got, want)
		}
	}
}

// FuzzNames holds that whatever is a name is the same as itself, that being the
// same does not depend on the order, and that a key is stable.
func FuzzNames(f *testing.F) {
	f.Add("Volodymyr Zelenskyy", "V. Zelensky")
	f.Add("George H. W. Bush Jr.", "’s \u2028")
	f.Fuzz(func(t *testing.T, a, b string) {
		x, y := strings.Fields(a), strings.Fields(b)
		if len(x) == 0 || len(y) == 0 {
			return
		}
		if !sameName(x, x) || sameName(x, y) != sameName(y, x) || misspelt(x[0], y[0]) != misspelt(y[0], x[0]) {
			t.Errorf("%q and %q depend on their order", a, b)
		}
		if key := personKey(x); key != personKey(x) || strings.ContainsAny(key, " \n") {
			t.Errorf("%q has the key %q", a, key)
		}
	})
}
