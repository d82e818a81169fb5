package facts

import (
	"crypto/sha256"
	"encoding/hex"
	"reflect"
	"strings"
	"testing"
)

// sample returns facts that are right.
func sample() *Article {
	text := "Jane Doe said no."
	sum := sha256.Sum256([]byte(text))
	hash := hex.EncodeToString(sum[:])
	return &Article{
		ID: "sha256:" + hash[:32], SHA256: hash, Text: text,
		People:     []Person{{Entity: Entity{ID: "person:jane-doe", Mentions: []Span{{0, 8}}}}},
		Meetings:   []Meeting{{ID: "m", Spans: MeetingSpans{Trigger: []Span{{9, 13}}}}},
		Statements: []Statement{{ID: "s", Spans: StatementSpans{Content: []Span{{14, 16}}}}},
	}
}

func TestCheck(t *testing.T) {
	if err := sample().Check(); err != nil {
		t.Fatal(err)
	}
	for want, damage := range map[string]func(*Article){
		"sha256 is another":           func(f *Article) { f.Text += "!" },
		"neither its url":             func(f *Article) { f.ID = "x" },
		"[0 99], which is not in":     func(f *Article) { f.People[0].Mentions[0][1] = 99 },
		"[3 3], which is not in":      func(f *Article) { f.Statements[0].Spans.Cue = []Span{{3, 3}} },
		"m has no place":              func(f *Article) { f.Meetings[0].Spans.Trigger = nil },
		"s has no place":              func(f *Article) { f.Statements[0].Spans.Content = nil },
		"words for more speakers":     func(f *Article) { f.Statements[0].Spans.Speakers = [][]Span{{{0, 1}}} },
		"s lies in more than 100":     func(f *Article) { f.Statements[0].Within = "s" },
		"[-1 2], which is not in the": func(f *Article) { f.People[0].Positions = []Position{{Spans: []Span{{-1, 2}}}} },
	} {
		f := sample()
		damage(f)
		if err := f.Check(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %q", err, want)
		}
	}
}

func TestRestore(t *testing.T) {
	now, was := sample(), sample()
	now.Keep(was)
	if now.Before != nil {
		t.Errorf("what is so still is kept: %v", now.Before)
	}
	now.People[0].ID, now.Meetings[0].ID, now.Statements[0].Meeting = "person:jane-doe-gb", "n", "n"
	now.Keep(was)
	if now.Before.Countries != nil || len(now.Before.Statements) != 1 {
		t.Errorf("got %v", now.Before)
	}
	if now.Restore(); !reflect.DeepEqual(now, was) {
		t.Errorf("got %v, want %v", now, was)
	}
}
