package library

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/ingest/copies"
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/identity"
	"github.com/newsgraph/newsgraph/internal/madeup"
)

// whole settles articles in memory, as one run without a library does, and
// returns their facts as JSON, by id.
func whole(t *testing.T, articles []*facts.Article, d *identity.Decisions) map[string]string {
	t.Helper()
	register, stories := identity.New(d), copies.New()
	for _, f := range articles {
		register.Add(f)
		stories.Add(f)
	}
	settled, copied, all := register.Settle(), stories.Settle(), map[string]string{}
	for _, f := range articles {
		was, now := again(t, f), again(t, f)
		if settled.Changes(now) {
			settled.Apply(now)
			now.Keep(was)
		}
		copied.Apply(now)
		all[f.ID] = text(t, now)
	}
	return all
}

func again(t *testing.T, f *facts.Article) *facts.Article {
	t.Helper()
	var copied facts.Article
	if err := json.Unmarshal([]byte(text(t, f)), &copied); err != nil {
		t.Fatal(err)
	}
	return &copied
}

func text(t *testing.T, f *facts.Article) string {
	t.Helper()
	out, err := json.Marshal(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// held returns the facts of all articles of a library as JSON, by id.
func held(t *testing.T, l *Library) map[string]string {
	t.Helper()
	all := map[string]string{}
	changes, err := l.All(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range changes {
		f, err := l.Facts(t.Context(), x)
		if err != nil {
			t.Fatal(err)
		}
		all[x.ID] = text(t, f)
	}
	return all
}

func opened(t *testing.T, file string) *Library {
	t.Helper()
	l, err := Open(t.Context(), file, Options{Create: true, Reader: "test", Command: "test"})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// run is one run with a library: articles that are read, ids that are removed.
func run(t *testing.T, file string, articles []*facts.Article, removed []string, d *identity.Decisions, decided string) *Library {
	t.Helper()
	l := opened(t, file)
	for _, f := range articles {
		if err := l.Add(t.Context(), again(t, f)); err != nil {
			t.Fatal(err)
		}
	}
	for _, id := range removed {
		if _, err := l.Remove(t.Context(), id); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := l.Settle(t.Context(), d, decided); err != nil {
		t.Fatal(err)
	}
	return l
}

// TestOrderDoesNotMatter divides articles into runs in random ways and orders,
// some in another version first, some removed again: it comes to the same, to
// the row, as one run over what is left.
func TestOrderDoesNotMatter(t *testing.T) {
	rounds := 6
	if testing.Short() {
		rounds = 2
	}
	for round := range rounds {
		rng := rand.New(rand.NewPCG(uint64(round), 2))
		w := madeup.World{Articles: 60, People: 30, Statements: 2, Seed: uint64(round)}
		d, decided := decisions(t, rng)
		dir := t.TempDir()
		var left []*facts.Article
		l := opened(t, filepath.Join(dir, "parts.db"))
		for _, step := range steps(rng, w) {
			if err := l.Close(); err != nil {
				t.Fatal(err)
			}
			l = run(t, filepath.Join(dir, "parts.db"), step.read, step.removed, d, decided)
			for _, f := range step.read {
				left = append(slices.DeleteFunc(left, func(g *facts.Article) bool { return g.ID == f.ID }), f)
			}
			left = slices.DeleteFunc(left, func(f *facts.Article) bool { return slices.Contains(step.removed, f.ID) })
			if diff := cmp.Diff(whole(t, left, d), held(t, l)); diff != "" {
				t.Fatalf("round %d: one run in memory, and the library (-want +got):\n%.3000s", round, diff)
			}
		}
		one := run(t, filepath.Join(dir, "one.db"), left, nil, d, decided)
		if diff := cmp.Diff(dump(t, one), dump(t, l)); diff != "" {
			t.Fatalf("round %d: rows of one run, and of several (-want +got):\n%.3000s", round, diff)
		}
		if united, err := column[int](l.ask(t.Context()), "SELECT count(*) FROM joined WHERE block LIKE 'item:%'"); err != nil || united[0] == 0 {
			t.Errorf("round %d: nobody of two blocks is known by one item (%v)", round, err)
		}
		one.Close()
		l.Close()
	}
}

// decisions returns decisions that concern some of those who are made up.
func decisions(t *testing.T, rng *rand.Rand) (*identity.Decisions, string) {
	t.Helper()
	text := ""
	if rng.IntN(2) == 0 {
		text = "same person:frank-bade person:grace-bade\nname person:nina-bade Nina Q. Bade\nwikidata person:nina-bade Q7\ndifferent person:clara-pede person:pede\n"
		for i, who := range []string{"boris-bade", "jack-bade", "paula-bade", "david-pede", "karla-pede", "elena-dede", "oscar-dede", "henry-tude", "irina-kide"} {
			text += fmt.Sprintf("name person:%s Decided %d\n", who, i) // who may be joined with others, some days
		}
	}
	d, err := identity.Parse(strings.NewReader(text), "decisions")
	if err != nil {
		t.Fatal(err)
	}
	return d, text
}

// step is what happens in a run.
type step struct {
	read    []*facts.Article
	removed []string
}

// steps divides the articles of a world among runs, and has some of them change
// and some go between.
func steps(rng *rand.Rand, w madeup.World) []step {
	all := make([]step, 2+rng.IntN(5))
	for _, i := range rng.Perm(w.Articles) {
		f, at := madeup.Article(i, w), rng.IntN(len(all))
		all[at].read = append(all[at].read, f)
		switch rng.IntN(6) {
		case 0: // it changes
			other := w
			other.Version = 1
			at = min(at+1, len(all)-1)
			all[at].read = append(all[at].read, madeup.Article(i, other))
		case 1: // it goes
			at = min(at+rng.IntN(2), len(all)-1)
			all[at].removed = append(all[at].removed, f.ID)
		}
	}
	return all
}

// dump returns the rows of a library that depend on nothing but its articles,
// sorted; articles and entities by their ids.
func dump(t *testing.T, l *Library) (rows []string) {
	t.Helper()
	for _, text := range []string{
		"SELECT id, sha256, facts_sha256, published FROM article",
		"SELECT id, kind, name, wikidata FROM entity",
		"SELECT a.id, e.id, s.id, m.name, m.names, m.times FROM mention m JOIN article a ON a.no = m.article JOIN entity e ON e.no = m.entity JOIN entity s ON s.no = m.stands",
		"SELECT * FROM people", "SELECT * FROM offices", "SELECT * FROM statements", "SELECT * FROM meetings", "SELECT * FROM copies", "SELECT id, copy_of, statements FROM articles",
		"SELECT entity, article, becomes, block, made FROM joined",
		"SELECT block, item, made FROM stand",
		"SELECT a.id, t.meeting, t.company, t.settled, t.is_of FROM told t JOIN article a ON a.no = t.article",
		"SELECT p.block, p.home, e.id FROM posted p JOIN entity e ON e.no = p.entity",
		"SELECT a.id, e.id, r.id, s.told FROM sighting s JOIN article a ON a.no = s.article JOIN entity e ON e.no = s.entity JOIN entity r ON r.no = s.read_as",
		"SELECT a.id, s.original, s.share, s.undecided FROM story s JOIN article a ON a.no = s.article",
		"SELECT a.id, b.band FROM band b JOIN article a ON a.no = b.article",
	} {
		found, err := l.db.QueryContext(t.Context(), text)
		if err != nil {
			t.Fatalf("%v in %s", err, text)
		}
		columns, _ := found.Columns()
		for found.Next() {
			values := make([]any, len(columns))
			for i := range values {
				values[i] = new(any)
			}
			if err := found.Scan(values...); err != nil {
				t.Fatal(err)
			}
			row := text
			for _, v := range values {
				row += fmt.Sprintf(" | %v", *v.(*any))
			}
			rows = append(rows, row)
		}
		if err := found.Err(); err != nil {
			t.Fatal(err)
		}
	}
	slices.Sort(rows)
	return rows
}
