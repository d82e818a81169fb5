package decode

import (
	"slices"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/network"
)

func TestParts(t *testing.T) {
	const o, b, i, s = network.NoPart, network.BeginCue, network.InsideCue, network.BeginSource
	for _, c := range []struct {
		tags []int
		want []span
	}{
		{[]int{o, b, i, o, b, b}, []span{{1, 3}, {4, 5}, {5, 6}}},
		{[]int{i, i, o}, []span{{0, 2}}}, // begins without its beginning
		{[]int{s, i, s}, []span{{1, 2}}},
		{nil, nil},
	} {
		if got := parts(c.tags, network.BeginCue); !slices.Equal(got, c.want) {
			t.Errorf("%v: got %v, want %v", c.tags, got, c.want)
		}
	}
}

// level returns n scores with the given value.
func level(n int, value float32) []float32 { return slices.Repeat([]float32{value}, n) }

func TestOwners(t *testing.T) {
	far, near := wanting{first: 0, content: level(10, 2.5)}, wanting{first: 5, content: level(10, 4)}
	got := owners([]wanting{far, near}, make([]span, 2), []span{{0, 3}, {6, 9}, {20, 22}})
	if want := []int{0, 1, -1}; !slices.Equal(got, want) {
		t.Errorf("owners %v, want %v", got, want)
	}
}

func TestBestSource(t *testing.T) {
	w := wanting{cue: span{12, 13}, first: 10, source: []float32{-2, 1, 1, -2, 3, -5}}
	for _, c := range []struct {
		sources []span
		ends    []int // of sentences
		want    span
	}{
		{[]span{{11, 13}, {14, 15}}, []int{17}, span{14, 15}},
		{[]span{{11, 13}, {14, 15}}, []int{14, 17}, span{11, 13}}, // the better one is in the next sentence
		{[]span{{11, 13}}, []int{17}, span{11, 13}},
		{[]span{{10, 11}}, []int{17}, span{}}, // has too little
		{[]span{{15, 17}}, []int{17}, span{}}, // reaches out of what the cue sees
		{nil, []int{17}, span{}},
	} {
		r := &reader{ends: c.ends}
		if got := r.bestSource(&w, c.sources, nil); got != c.want {
			t.Errorf("%v: got %v, want %v", c.sources, got, c.want)
		}
	}
}

// TestInside has “A said that B denied it” and, far behind, another attribution:
// what touches the outer content and is wanted lies in it, the other doesn't.
func TestInside(t *testing.T) {
	all := []wanting{
		{cue: span{1, 2}, content: level(60, 3)},
		{cue: span{4, 5}, content: level(60, -3)},
		{cue: span{41, 42}, content: level(60, 3)},
	}
	contents := [][]span{{{2, 3}}, {{5, 6}}, {{42, 44}}}
	source := []span{{0, 1}, {3, 4}, {40, 41}}
	if got, want := inside(0, all, contents, source), []span{{5, 6}, {4, 5}, {3, 4}}; !slices.Equal(got, want) {
		t.Errorf("inside the first: %v, want %v", got, want)
	}
	if got := inside(1, all, contents, source); got != nil {
		t.Errorf("inside the second: %v, want nothing", got)
	}
}

func TestSubject(t *testing.T) {
	// Doe met Roe and denied that …
	words := []Word{
		{Head: 1, Relation: "nsubj"}, {Head: -1, Relation: "root"}, {Head: 1, Relation: "obj"}, {Head: 4, Relation: "cc"}, {Head: 1, Relation: "conj"}, {Head: 4, Relation: "mark"},
	}
	if got := subject(words, []int{4}); !slices.Equal(got, []int{0}) {
		t.Errorf("the subject is %v, want the first word", got)
	}
	words[4].Relation = "ccomp"
	if got := subject(words, []int{4}); got != nil {
		t.Errorf("the subject is %v, want none", got)
	}
}

func TestTells(t *testing.T) {
	word := func(upos ...string) (words []Word) {
		for _, u := range upos {
			words = append(words, Word{UPOS: u})
		}
		return words
	}
	words := word("PROPN", "VERB", "PRON", "PUNCT", "ADP")
	for _, c := range []struct {
		what string
		a    Attribution
		want bool
	}{
		{"she denied it", Attribution{Cue: []int{1}, Source: []int{0}, Content: []int{2}}, false},
		{"she said “it”", Attribution{Cue: []int{1}, Source: []int{0}, Content: []int{2, 3}}, true},
		{"she said “", Attribution{Cue: []int{1}, Source: []int{0}, Content: []int{3}}, false},
		{"about her", Attribution{Cue: []int{4}, Content: []int{0}}, false},
		{"her about", Attribution{Cue: []int{4}, Source: []int{0}, Content: []int{1}}, true},
		{"colon", Attribution{Cue: []int{3}, Content: []int{0}}, true},
		{"content to come", Attribution{Cue: []int{1}}, true},
	} {
		if got := tells(words, c.a); got != c.want {
			t.Errorf("%s: got %v", c.what, got)
		}
	}
}

func TestSeems(t *testing.T) {
	words := []Word{{Lemma: "he"}, {Lemma: "seem"}, {Lemma: "have"}, {Lemma: "say"}}
	if !seems(words, []int{1, 2}) || seems(words, []int{3}) {
		t.Error("who seems to have said it does not say so, who says it does")
	}
}
