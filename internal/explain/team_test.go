package explain

import "testing"

func TestDecides(t *testing.T) {
	for _, c := range []struct {
		kind kind
		by   string
		want string
	}{{organization, "against", "team"}, {organization, "name by the network", "organization"}, {country, "against", "country"}} {
		if got := decides(c.kind, c.by); got != c.want {
			t.Errorf("%s by %q is of %s, want %s", c.kind, c.by, got, c.want)
		}
	}
}
