package who

import (
	"testing"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
)

// Who is proposed enters the cast once, with where that is named.
func TestEnter(t *testing.T) {
	at := []document.Range{{First: 3, Last: 4}}
	for _, c := range []struct {
		proposed Entity
		id       string
		mentions int
	}{
		{Entity{Label: graph.Country, Code: "NO"}, graph.EntityID(graph.Country, "NO"), 0},
		{Entity{Label: graph.Place, Name: "White House", Mentions: at}, "place:white-house", 1},
		{Entity{Label: graph.Organization, Name: "VORTEX", Mentions: at}, "organization:vortex", 1},
		{Entity{Label: graph.Organization, Name: "!"}, "", 0},
	} {
		cast := newCast(&document.Document{})
		e := cast.Enter(&c.proposed)
		if c.id == "" {
			if e != nil {
				t.Errorf("%s has entered", c.proposed.Name)
			}
			continue
		}
		if again := cast.Enter(&c.proposed); e == nil || e != again || e != cast.Enter(e) || len(cast.Entities) != 1 {
			t.Fatalf("%+v entered as %+v, then as %+v", c.proposed, e, again)
		}
		if e.ID != c.id || len(e.Mentions) != c.mentions {
			t.Errorf("%s with %d mentions, want %s with %d", e.ID, len(e.Mentions), c.id, c.mentions)
		}
	}
	if newCast(&document.Document{}).Enter(nil) != nil {
		t.Error("nobody has entered")
	}
}
