package rule

import (
	"slices"
	"strings"
	"testing"
)

var numbers = []By[int, string]{
	{Rule: Rule{"size", "large", "100"}, Apply: func(n int) (string, bool) { return "L", n >= 100 }},
	{Rule: Rule{"size", "medium", "10"}, Apply: func(n int) (string, bool) { return "M", n >= 10 }},
}

func TestFirst(t *testing.T) {
	for n, want := range map[int]string{100: "L by large", 10: "M by medium", 1: " by "} {
		r, by, ok := First(numbers, n)
		if got := r + " by " + by.Name; ok != (n >= 10) || ok && got != want {
			t.Errorf("%d: got %s, %t, want %s", n, got, ok, want)
		}
	}
	if all := Of(numbers); len(all) != 2 || all[1].Name != "medium" {
		t.Errorf("got %v", all)
	}
}

func TestMost(t *testing.T) {
	signs := []Sign[int]{
		{Rule: Rule{"size", "even", "2"}, Is: func(n int) bool { return n%2 == 0 }},
		{Rule: Rule{"size", "any", "1"}, Is: Always[int]},
	}
	if a, b := Most(signs, 2), Most(signs, 3); a.Name != "even" || b.Name != "any" {
		t.Errorf("got %v and %v", a, b)
	}
}

func TestNames(t *testing.T) {
	if got := Names(Rule{Name: "subject"}.With("name")); !slices.Equal(got, []string{"subject", "name"}) {
		t.Errorf("got %q", got)
	}
}

func TestShare(t *testing.T) {
	for _, c := range []struct {
		m          Measure
		share      float64
		text, line string
	}{
		{Measure{}, 0.5, "0.50 of 0", "0\t0\t0.50"},
		{Measure{Decided: 2, Right: 2}, 0.75, "0.75 of 2", "2\t2\t0.75"},
		{Measure{Decided: 998, Right: 899}, 0.9, "0.90 of 998", "998\t899\t0.90"},
		{Measure{Decided: 44, ByHand: 0.92}, 0.92, "0.92, by hand", "44\tby hand\t0.92"},
	} {
		var out strings.Builder
		k := Key{"size", "large"}
		if err := Write(&out, []Key{k}, map[Key]Measure{k: c.m}); err != nil {
			t.Fatal(err)
		}
		if c.m.Share() != c.share || c.m.String() != c.text || !strings.HasSuffix(out.String(), "size\tlarge\t"+c.line+"\n") {
			t.Errorf("%+v: %v, %s, %s", c.m, c.m.Share(), c.m, out.String())
		}
		if again := parse(out.String()); again[k] != c.m {
			t.Errorf("read again: %+v, want %+v", again[k], c.m)
		}
	}
}
