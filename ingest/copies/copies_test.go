package copies

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/newsgraph/newsgraph/ingest/facts"
)

// words returns a text of n words that differs from that of any other seed.
func words(seed uint64, n int) string {
	rng := rand.New(rand.NewPCG(seed, 1))
	text := make([]string, n)
	for i := range text {
		text[i] = fmt.Sprintf("w%d", rng.IntN(20000))
	}
	return strings.Join(text, " ")
}

// told returns what is a copy of what, and the share, in the order of articles.
func told(articles []*facts.Article) string {
	register := New()
	for _, a := range articles {
		register.Add(a)
	}
	settled := register.Settle()
	var all []string
	for _, a := range articles {
		a.CopyOf = nil
		if settled.Apply(a); a.CopyOf != nil {
			all = append(all, fmt.Sprintf("%s=%s %.2f", a.ID, a.CopyOf.ID, a.CopyOf.Share))
		}
	}
	return strings.Join(all, ", ")
}

func TestSettle(t *testing.T) {
	story, other := words(1, 400), words(2, 400)
	for _, c := range []struct {
		name     string
		articles []*facts.Article
		want     string
	}{
		{"none", nil, ""},
		{"two stories", []*facts.Article{{ID: "a", Text: story}, {ID: "b", Text: other}}, ""},
		{"the earlier by date", []*facts.Article{{ID: "a", Published: "2024-05-02", Text: story}, {ID: "b", Published: "2024-05-01", Text: story}}, "a=b 1.00"},
		{"the earlier by id", []*facts.Article{{ID: "b", Text: story}, {ID: "a", Text: story}}, "b=a 1.00"},
		{"without a date is later", []*facts.Article{{ID: "a", Text: story}, {ID: "b", Published: "2024-05-01", Text: story}}, "a=b 1.00"},
		{"punctuation and case", []*facts.Article{{ID: "a", Text: story}, {ID: "b", Text: "LONDON – " + strings.ToUpper(strings.ReplaceAll(story, " ", ", "))}}, "b=a 1.00"},
		{"cut", []*facts.Article{{ID: "a", Text: story}, {ID: "b", Text: story[:len(story)/3]}}, "b=a 0.99"},
		{"the earlier is cut", []*facts.Article{{ID: "b", Text: story}, {ID: "a", Text: story[:len(story)/3]}}, "b=a 0.99"},
		{"a tenth in common", []*facts.Article{{ID: "a", Text: story}, {ID: "b", Text: story[:len(story)/10] + " " + other}}, ""},
		{"three are a star", []*facts.Article{{ID: "a", Text: story}, {ID: "b", Text: story}, {ID: "c", Text: story}}, "b=a 1.00, c=a 1.00"},
		{"two versions of one address", []*facts.Article{{ID: "a", SHA256: "1", Text: story}, {ID: "a", SHA256: "2", Text: story + " more"}}, ""},
		{"too short to tell", []*facts.Article{{ID: "a", Text: "More follows."}, {ID: "b", Text: "More follows."}}, ""},
	} {
		if got := told(c.articles); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

// What an earlier run found is kept where this one can't tell.
func TestApplyAgain(t *testing.T) {
	a := &facts.Article{ID: "a", Text: words(1, 100)}
	register := New()
	register.Add(a)
	for of, want := range map[string]bool{"elsewhere": true, "a": false} {
		b := &facts.Article{ID: "b", CopyOf: &facts.Copy{ID: of, Share: 0.5}}
		register.Settle().Apply(b)
		if (b.CopyOf != nil) != want {
			t.Errorf("of %s: got %v", of, b.CopyOf)
		}
	}
}

func TestOrderDoesNotMatter(t *testing.T) {
	var articles []*facts.Article
	for i := range 60 {
		text := words(uint64(i%20), 300)
		articles = append(articles, &facts.Article{ID: fmt.Sprintf("%02d", i), Published: fmt.Sprintf("2024-05-%02d", 1+i*7%30), Text: text[i*10:]})
	}
	sorted := func() map[string]facts.Copy {
		told(articles)
		all := map[string]facts.Copy{}
		for _, a := range articles {
			if a.CopyOf != nil {
				all[a.ID] = *a.CopyOf
			}
		}
		return all
	}
	want := sorted()
	if len(want) != 40 {
		t.Fatalf("%d copies, want 40", len(want))
	}
	rand.New(rand.NewPCG(1, 1)).Shuffle(len(articles), func(i, j int) { articles[i], articles[j] = articles[j], articles[i] })
	if got := sorted(); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %v\nwant %v", got, want)
	}
}

// TestLongTexts compares a text with what is left of it in one many times as long.
func TestLongTexts(t *testing.T) {
	long := words(1, 20000)
	for name, c := range map[string]struct {
		text     string
		from, to float64
	}{
		"itself":     {long, 1, 1},
		"its half":   {long[:len(long)/2], 0.9, 1},
		"half of it": {long[:len(long)/2] + " " + words(2, 10000), 0.4, 0.6},
		"another":    {words(3, 20000), 0, 0.02},
	} {
		a, _ := SketchOf(long)
		b, _ := SketchOf(c.text)
		if got := share(a, b); got < c.from || got > c.to || got != share(b, a) {
			t.Errorf("%s: got %.3f, want %.2f to %.2f", name, got, c.from, c.to)
		}
	}
}

// TestTimeGrowsWithTheArticles settles four times as many articles, all of which
// have a phrase in common and a third of which are copies of one.
func TestTimeGrowsWithTheArticles(t *testing.T) {
	settle := func(n int) time.Duration {
		register, boilerplate := New(), words(0, 40)
		for i := range n {
			seed := uint64(i + 10)
			if i%3 == 0 {
				seed = 1
			}
			register.Add(&facts.Article{ID: fmt.Sprintf("%06d", i), Text: boilerplate + " " + words(seed, 120)})
		}
		start := time.Now()
		register.Settle()
		return time.Since(start)
	}
	settle(250)
	small, large := settle(1000), settle(4000)
	if large > 12*small+100*time.Millisecond {
		t.Errorf("1,000 articles take %v, 4,000 take %v", small, large)
	}
}

func FuzzShare(f *testing.F) {
	f.Add(words(1, 60), words(1, 60))
	f.Add(words(1, 60), words(2, 40))
	f.Add("", "\xff İ ǅ")
	f.Fuzz(func(t *testing.T, x, y string) {
		a, ok := SketchOf(x)
		b, ok2 := SketchOf(y)
		if !ok || !ok2 {
			return
		}
		if s := share(a, b); s != share(b, a) || s < 0 || s > 1 || share(a, a) != 1 {
			t.Errorf("share of %q and %q: %v", x, y, s)
		}
	})
}
