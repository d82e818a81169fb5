package met

import (
	"testing"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
)

// TestHost: a person is host at home, or who receives; a body as the network says.
func TestHost(t *testing.T) {
	france := &who.Entity{Label: graph.Country, Code: "FR"}
	paris, rome := &who.Entity{Label: graph.Place, Code: "FR"}, &who.Entity{Label: graph.Place, Code: "IT"}
	doe := &who.Entity{Label: graph.Person, Offices: []who.Office{{Title: "President", Of: france}}}
	roe := &who.Entity{Label: graph.Person, Offices: []who.Office{{Title: "President", Of: france, Former: true}}}
	for _, c := range []struct {
		name  string
		who   participant
		place *who.Entity
		want  string
	}{
		{"at home", participant{Entity: doe, role: "host"}, paris, "host"},
		{"away", participant{Entity: doe, role: "host"}, rome, "participant"},
		{"no longer in office", participant{Entity: roe, role: "host"}, paris, "participant"},
		{"nobody says where", participant{Entity: doe, role: "host"}, nil, "participant"},
		{"receives", participant{Entity: roe, role: "participant", receives: true}, rome, "host"},
		{"a state", participant{Entity: france, role: "host"}, nil, "host"},
		{"a visitor at home", participant{Entity: doe, role: "visitor"}, paris, "visitor"},
	} {
		if got := c.who.roleAt(c.place); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}
