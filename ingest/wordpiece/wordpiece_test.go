package wordpiece

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

var vocabulary = New(strings.Fields("[PAD] [UNK] [CLS] [SEP] un ##believ ##able said ’ s e ##u . naive 日"))

func TestAppend(t *testing.T) {
	for _, c := range []struct{ word, want string }{
		{"Unbelievable", "un ##believ ##able"},
		{"SAID", "said"},
		{"’s", "’ s"},
		{"E.U.", "e . [UNK] ."},
		{"naïve", "naive"},
		{"日日", "日 日"},
		{"xyz", "[UNK]"},
		{"unx", "[UNK]"},
		{"\u200b", "[UNK]"},
		{"", "[UNK]"},
		{strings.Repeat("un", 60), "[UNK]"},
	} {
		var want []int32
		for _, p := range strings.Fields(c.want) {
			want = append(want, vocabulary.pieces[p])
		}
		if got := vocabulary.Append(nil, c.word); !slices.Equal(got, want) {
			t.Errorf("%q: got %v, want %v", c.word, got, want)
		}
	}
}

func TestCaseOf(t *testing.T) {
	for word, want := range map[string]Case{"said": Lower, "Said": Title, "A": Title, "US": Upper, "McCain": Mixed, "iPhone": Mixed, "42": Other, "’s": Lower, "O’Neill": Mixed, "É": Title} {
		if got := CaseOf(word); got != want {
			t.Errorf("case of %s is %d, want %d", word, got, want)
		}
	}
}

func FuzzAppend(f *testing.F) {
	for _, word := range []string{"said", "’s", "a\x00b", "\xff", "ﬁ", "👩‍👩‍👧", "İstanbul"} {
		f.Add(word)
	}
	f.Fuzz(func(t *testing.T, word string) {
		if !utf8.ValidString(word) {
			t.Skip()
		}
		pieces := vocabulary.Append([]int32{0}, word)
		if len(pieces) < 2 || len(pieces) > 1+most {
			t.Errorf("%q has %d pieces", word, len(pieces)-1)
		}
		if CaseOf(word) > Other {
			t.Errorf("%q has case %d", word, CaseOf(word))
		}
	})
}
