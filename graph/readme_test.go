package graph

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// TestReadmeShowsTheModel holds the README's section on the graph against the
// schema: every label, type, property and word of a vocabulary stands there.
func TestReadmeShowsTheModel(t *testing.T) {
	data, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, section, _ := strings.Cut(string(data), "\n## The graph\n")
	section, _, found := strings.Cut(section, "\n## ")
	if !found {
		t.Fatal("the README has no section on the graph")
	}
	var want []string
	for _, label := range Labels {
		want = append(want, "`"+string(label)+"`")
		for name := range NodeProps[label] {
			want = append(want, name)
		}
	}
	for _, rule := range EdgeRules {
		want = append(want, "`"+string(rule.Type)+"`")
		for name := range rule.Props {
			want = append(want, name)
		}
	}
	for _, word := range slices.Concat(want, Acts, SourceKinds, Responses, Statuses, Modes, ParticipantRoles, QuoteTypes, Polarities, Modalities, Precisions, AboutRoles, []string{Evidence, Confidences}) {
		if !strings.Contains(section, word) {
			t.Errorf("the README's section on the graph does not have %s", word)
		}
	}
}
