package identity

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/ingest/facts"
)

// everywhere is an article in which whoever may be named by id is one of two
// who are decided to be one.
func everywhere() *facts.Article {
	old, body := "person:old", "organization:old"
	return &facts.Article{
		ID: "a",
		People: []facts.Person{
			{Entity: facts.Entity{ID: "person:new", Name: "New"}, Positions: []facts.Position{
				{Title: "Minister", Of: "organization:new", Spans: []facts.Span{{5, 9}}, Rule: "b", Confidence: 0.8},
				{Title: "Minister", Of: body, Former: true, Spans: []facts.Span{{3, 4}}},
			}},
			{Entity: facts.Entity{ID: old, Name: "Old"}, Positions: []facts.Position{
				{Title: "Minister", Of: body, Spans: []facts.Span{{1, 2}}, Rule: "a", Confidence: 0.9},
			}},
		},
		Organizations: []facts.Organization{{Entity: facts.Entity{ID: body, Name: "Body"}}},
		Places:        []facts.Place{{Entity: facts.Entity{ID: "place:old", Name: "Place"}}},
		Meetings: []facts.Meeting{{
			ID: "meeting:old", Participants: []facts.Participant{{ID: "person:new", Role: "host"}, {ID: old}, {ID: body}}, Place: "place:old",
		}},
		Statements: []facts.Statement{{
			ID: "a#char=1,2", Speaker: &old, Speakers: []string{old, "person:new", body}, Addressees: []string{old, "person:new"}, Targets: []string{old},
			Topics: []string{old}, ReportedBy: body, Meeting: "meeting:old",
			Decisions: []facts.Decision{{What: "addressee", Of: old, Confidence: 0.8}, {What: "addressee", Of: "person:new", Confidence: 0.6}, {What: "target", Of: old, Confidence: 0.7}},
			Spans:     facts.StatementSpans{Speakers: [][]facts.Span{{{1, 2}}, {{3, 4}}, {{5, 6}}}},
		}},
	}
}

func TestApplyRenamesEverywhere(t *testing.T) {
	f := everywhere()
	settle(t, "same person:new person:old\nsame organization:new organization:old\nsame place:new place:old", f)
	if as := f.People[0].ReadAs; as == nil || *as != (facts.ReadAs{ID: "person:old", Rule: decided, Confidence: 1}) {
		t.Errorf("the person was read as %+v", as)
	}
	for i := range f.People {
		f.People[i].ReadAs = nil
	}
	for i := range f.Organizations {
		f.Organizations[i].ReadAs = nil
	}
	for i := range f.Places {
		f.Places[i].ReadAs = nil
	}
	data, err := json.Marshal(f)
	if err != nil {
		t.Fatal(err)
	}
	if at := strings.Index(string(data), ":old"); at >= 0 {
		t.Errorf("an old id is left: … %.80s", data[max(0, at-40):])
	}
	st := f.Statements[0]
	if diff := cmp.Diff([]string{"person:new", "organization:new"}, st.Speakers); diff != "" {
		t.Errorf("speakers (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([][]facts.Span{{{1, 2}}, {{5, 6}}}, st.Spans.Speakers); diff != "" {
		t.Errorf("words of the speakers (-want +got):\n%s", diff)
	}
	if d, ok := facts.Decided(st.Decisions, "target", "person:new"); !ok || d.Confidence != 0.7 {
		t.Errorf("the target's decision is %+v", d)
	}
	want := []facts.Position{
		{Title: "Minister", Of: "organization:new", Spans: []facts.Span{{1, 2}, {5, 9}}, Rule: "a", Confidence: 0.9},
		{Title: "Minister", Of: "organization:new", Former: true, Spans: []facts.Span{{3, 4}}},
	}
	if diff := cmp.Diff(want, f.People[0].Positions); diff != "" || len(f.People) != 1 {
		t.Errorf("positions of %d people (-want +got):\n%s", len(f.People), diff)
	}
}

func TestOneOfSeveralSpeakersIsOne(t *testing.T) {
	f := everywhere()
	f.Statements[0].Speakers = f.Statements[0].Speakers[:2]
	settle(t, "same person:new person:old", f)
	if st := f.Statements[0]; st.Speakers != nil || st.Spans.Speakers != nil || *st.Speaker != "person:new" {
		t.Errorf("got %v by %s", st.Speakers, *st.Speaker)
	}
}

func TestMeetingsThatBecameOneKeepTheirPlaces(t *testing.T) {
	f := met("a", "place:rome", "")
	again := f.Meetings[0]
	f.Meetings[0].Spans.Trigger, again.Spans.Trigger = []facts.Span{{7, 9}}, []facts.Span{{1, 2}}
	again.ID, again.Place = "meeting:again", ""
	f.Meetings = append(f.Meetings, again)
	settle(t, "", f)
	if len(f.Meetings) != 1 || !cmp.Equal(f.Meetings[0].Spans.Trigger, []facts.Span{{1, 2}, {7, 9}}) {
		t.Errorf("got %+v", f.Meetings)
	}
}
