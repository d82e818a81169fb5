package main

import (
	"testing"

	"github.com/newsgraph/newsgraph/cypher/neo4j"
)

func TestSightingsOf(t *testing.T) {
	all := sightingsOf(neo4j.Mentions{Article: "a", Of: []neo4j.Mention{
		{ID: "person:roe", ReadAs: "person:roe", Name: "Roe", Gender: "m"},
		{ID: "person:jane-doe", ReadAs: "person:jane-doe", Name: "Jane Doe", Gender: "f", Item: "Q1"},
		{ID: "person:jo-lee-q2", ReadAs: "person:jo-lee-q2", Name: "Jo Lee", Item: "Q2"},
		{ID: "person:ann-lee-ca", ReadAs: "person:ann-lee-ca", Name: "Ann Lee"},
		{ID: "country:fr", ReadAs: "country:fr", Name: "France", Item: "Q142"},
	}})
	for i, want := range []struct{ id, gender, item string }{
		{"person:roe", "male", ""},
		{"person:jane-doe", "", "Q1"}, // whose first name tells
		{"person:jo-lee", "", "Q2"},
		{"person:ann-lee", "", ""},
		{"country:fr", "", ""},
	} {
		if s := all[i]; s.ID != want.id || s.Gender != want.gender || s.Item != want.item {
			t.Errorf("got %s, %q, %q; want %v", s.ID, s.Gender, s.Item, want)
		}
	}
}
