package identity

import "testing"

func TestShortFor(t *testing.T) {
	for _, c := range [][3]string{
		{"doe", "jane-doe", "family name alone"},
		{"doe", "jane-doe-jr", "family name alone"},
		{"al-doe", "jane-al-doe", "family name alone"},
		{"doe", "doe", ""},
		{"jane", "jane-doe", ""},
		{"zhao", "zhao-min", "first word alone"},
		{"j-doe", "jane-doe", "initial"},
		{"j-r-doe", "jane-rita-doe", "initial"},
		{"j-doe", "ann-doe", ""},
		{"jane-doe", "jane-ann-doe", "name between"},
		{"jane-doe", "jane-doe-iii", "name between"},
		{"jane-doe-jr", "jane-doe-iii", ""},
		{"jane-ann-doe", "jane-doe", ""},
		{"bob-doe", "robert-doe", "nickname"},
		{"bob-doe", "robert-james-doe-jr", "nickname"},
		{"robert-doe", "bob-doe", ""},
		{"bob-doe", "robert-roe", ""},
	} {
		by, _ := shortFor(nameOf("person:"+c[0]), nameOf("person:"+c[1]))
		if by.Name != c[2] {
			t.Errorf("%s for %s: got %q, want %q", c[0], c[1], by.Name, c[2])
		}
	}
}
