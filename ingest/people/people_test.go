package people

import (
	"slices"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/internal/hint"
)

func TestNamed(t *testing.T) {
	for _, c := range []struct {
		name, id string
		fit      Fit
	}{
		{"Joe Biden", "Q6279", Full},
		{"Joseph R. Biden Jr.", "Q6279", Full},
		{"George W. Bush", "Q207", Full},
		{"George W. Bush", "Q23505", 0},
		{"Biden", "Q6279", Family},
		{"J. Biden", "Q6279", Family},
		{"Elizabeth II", "Q9682", Full},
		{"Elizabeth I", "Q9682", 0},
		{"Sergei Lavrov", "Q58217", Full},
		{"Volodymyr Zelensky", "Q3874799", Full},
		{"Zelenskiy", "Q3874799", Family},
		{"Xi", "Q15031", Family},
		{"Xi Jinping", "Q15031", Full},
		{"Bashar al-Assad", "Q44329", Full},
		{"Kim Jong-un", "Q56226", Full},
		{"López Obrador", "Q318508", Family},
	} {
		if got := fitOf(Known().Named(c.name), c.id); got != c.fit {
			t.Errorf("%s names %s by %d, want %d", c.name, c.id, got, c.fit)
		}
	}
	for _, name := range []string{"", "Joe", "Hunter Biden", "Ross", "Joe Biden IV", "Joe Biden Sr."} {
		if got := fitOf(Known().Named(name), "Q6279"); got != 0 {
			t.Errorf("%q names Joe Biden", name)
		}
	}
}

func fitOf(all []Match, id string) Fit {
	if i := slices.IndexFunc(all, func(m Match) bool { return m.WikidataID == id }); i >= 0 {
		return all[i].Fit
	}
	return 0
}

func TestHolders(t *testing.T) {
	for _, c := range []struct {
		kind              Kind
		country, on, want string
	}{
		{Foreign, "RU", "2022-01-21", "Sergey Lavrov"},
		{HeadOfGovernment, "GB", "2023-02", "Rishi Sunak"},
		{HeadOfState, "US", "1996-08-30", "Bill Clinton"},
		{HeadOfState, "US", "1950-01-01", ""},
		{Foreign, "XX", "2022-01-21", ""},
	} {
		var names []string
		for _, h := range Known().Holders(c.kind, c.country, c.on) {
			names = append(names, h.Name)
		}
		if got := strings.Join(names, ", "); got != c.want {
			t.Errorf("%s of %s on %s: %q, want %q", c.kind, c.country, c.on, got, c.want)
		}
	}
}

// TestMemoryGivesNoID: an id for which nothing speaks but what was written from
// memory isn't in the table.
func TestMemoryGivesNoID(t *testing.T) {
	for _, p := range Known().load().people {
		if p.WikidataID != "" && !slices.ContainsFunc(p.Terms, func(t Term) bool { return !t.Memory }) {
			t.Errorf("%s has %s from memory", p.Name, p.WikidataID)
		}
	}
}

const header = "wikidata\tname\taliases\tgender\tcountry\tposition\tkind\tstart\tend\tsource\tasof\n"

func TestRead(t *testing.T) {
	own, err := Read(strings.NewReader(header + "Q58217\tSergey Lavrov\tS. Lawrow\tm\tRU\tMinister\tforeign\t2004-03-09\t2030\town\t\n\tJane Roe\t\tf\tXX\tPresident\thead_of_state\t2020\t\town\t2024\n"))
	if err != nil {
		t.Fatal(err)
	}
	both := Known().With(own)
	if got := both.Named("Lawrow"); fitOf(got, "Q58217") != Family {
		t.Errorf("Lawrow names %v", got)
	}
	if got := both.Holders(Foreign, "RU", "2031"); len(got) != 0 {
		t.Errorf("still foreign minister: %v", got)
	}
	if got := both.Holders(HeadOfState, "XX", "2021-05"); len(got) != 1 || got[0].Name != "Jane Roe" || !got[0].Sure("2023") || got[0].Sure("2025") {
		t.Errorf("heads of XX: %v", got)
	}
}

func TestReadFaults(t *testing.T) {
	for _, c := range []struct{ table, want, advice string }{
		{"", "line 1", "the first line must be"},
		{"name\tkind\n", "line 1", "the first line must be"},
		{header + "Q1\tDoe\n", "line 2: 2 columns", "11 columns"},
		{header + "42\tDoe\t\t\tFR\t\tother\t2020\t\t\t\n", `line 2: wikidata is "42"`, "like Q42"},
		{header + "\n\tDoe\t\tx\tFR\t\tother\t2020\t\t\t\n", `line 3: gender is "x"`, "m, f"},
		{header + "\tDoe\t\t\tFR\t\tboss\t2020\t\t\t\n", `kind is "boss"`, "head_of_state"},
		{header + "\tDoe\t\t\tFR\t\tother\tMay 2020\t\t\t\n", `start is "May 2020"`, "YYYY"},
		{header + "\tDoe\t\t\tFR\t\tother\t2020\t2019\t\t\n", "ends 2019 before", "exchanged"},
	} {
		if _, err := Read(strings.NewReader(c.table)); err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(hint.Of(err), c.advice) {
			t.Errorf("%q: %v (%s), want %s (%s)", c.table, err, hint.Of(err), c.want, c.advice)
		}
	}
}

func BenchmarkUnpack(b *testing.B) {
	for b.Loop() {
		newIndex(unpack(packed))
	}
}
