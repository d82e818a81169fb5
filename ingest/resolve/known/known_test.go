package known

import (
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/people"
	"github.com/newsgraph/newsgraph/ingest/resolve/holds"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
)

// read reads lines of FORM UPOS HEAD DEPREL MISC, published on a day, and finds
// the offices.
func read(t *testing.T, day, lines string) (*document.Document, *who.Cast) {
	t.Helper()
	d, err := document.Parse("# global.columns = FORM UPOS HEAD DEPREL MISC\n# published = " + day + "\n# newpar\n" + lines + "\n")
	if err != nil {
		t.Fatal(err)
	}
	cast := who.Find(d)
	holds.Find(d, cast, people.Known())
	return d, cast
}

// named returns a sentence about a country, and one about a person who may have a
// title.
func named(country, title, name string) string {
	var b strings.Builder
	if country != "" {
		b.WriteString(country + " PROPN 2 nsubj Name=B-LOC\nslept VERB 0 root _\n. PUNCT 2 punct _\n\n")
	}
	words := append(strings.Fields(title), strings.Fields(name)...)
	for i, w := range words {
		switch misc := "Name=I-PER|Role=1:holder"; {
		case i == 0 && title != "":
			b.WriteString(w + " NOUN " + "9 dep Frame=1:office|Role=1:title\n")
		case i < len(strings.Fields(title)):
			b.WriteString(w + " NOUN 9 dep Role=1:title\n")
		default:
			if i == len(strings.Fields(title)) {
				misc = "Name=B-PER|Role=1:holder"
			}
			if title == "" {
				misc = strings.TrimSuffix(misc, "|Role=1:holder")
			}
			b.WriteString(w + " PROPN 9 nsubj " + misc + "\n")
		}
	}
	for i := len(words); i < 8; i++ {
		b.WriteString("now ADV 9 advmod _\n")
	}
	b.WriteString("left VERB 0 root _\n. PUNCT 9 punct _\n")
	return b.String()
}

// person returns the only person of a cast.
func person(t *testing.T, cast *who.Cast) *who.Entity {
	t.Helper()
	for _, e := range cast.Entities {
		if len(e.Words) > 0 {
			return e
		}
	}
	t.Fatal("nobody is named")
	return nil
}

func TestFind(t *testing.T) {
	for _, c := range []struct {
		day, country, title, name string
		want, full, rule          string
	}{
		{"2022-01-21", "Russia", "", "Sergei Lavrov", "Q58217", "Sergei Lavrov", "full name and country"},
		{"2022-01-21", "Russia", "", "Lavrov", "Q58217", "Sergey Lavrov", "family name and country, of who holds a great office"},
		{"2023-02-01", "Britain", "Prime Minister", "Sunak", "Q20055561", "Rishi Sunak", "family name and office"},
		{"1996-08-30", "", "President", "Clinton", "Q1124", "Bill Clinton", "family name and office"},
		{"2016-05-08", "", "President", "Barack Obama", "Q76", "Barack Obama", "full name and office"},
		{"2006-05-08", "Spain", "Prime Minister", "Jose Zapatero", "Q41395", "Jose Zapatero", "first and family name and office"},

		{"2022-01-21", "", "", "Sergei Lavrov", "", "Sergei Lavrov", ""},              // nothing tells of an office or a country
		{"2022-01-21", "Spain", "", "Lavrov", "", "Lavrov", ""},                       // another country
		{"1980-01-21", "Russia", "", "Sergei Lavrov", "", "Sergei Lavrov", ""},        // another time
		{"2019-11-13", "America", "", "Donald Trump Jr.", "", "Donald Trump Jr.", ""}, // the son
		{"1997-08-31", "Korea", "", "Kim", "", "Kim", ""},                             // too common a name
		{"2010-07-01", "America", "", "Clinton", "", "Clinton", ""},                   // two fit
		{"2022-01-21", "America", "", "Michael Brown", "", "Michael Brown", ""},       // nobody of the table at the time
	} {
		d, cast := read(t, c.day, named(c.country, c.title, c.name))
		Find(d, cast, people.Known())
		e := person(t, cast)
		id, rule := "", ""
		if e.Known != nil {
			id, rule = e.Known.WikidataID, e.Known.Rule.Name
		}
		if id != c.want || e.Name != c.full || rule != c.rule {
			t.Errorf("%s, %s: %s %s is %q, %q by %q; want %q, %q by %q", c.day, c.country, c.title, c.name, id, e.Name, rule, c.want, c.full, c.rule)
		}
	}
}

// Every rule has an example above or below.
func TestEveryRule(t *testing.T) {
	if n := len(Rules()); n != 7 {
		t.Errorf("%d rules: those that are new need a test", n)
	}
}

func TestHolderOfTheOffice(t *testing.T) {
	for _, c := range []struct{ day, words, want string }{
		{"2022-01-21", "the Russian foreign minister", "Sergey Lavrov"},
		{"2022-01-21", "Russia 's foreign minister", "Sergey Lavrov"},
		{"2022-03-21", "the prime minister of Japan", "Fumio Kishida"},
		{"2022-01-21", "the Russian deputy foreign minister", ""},
		{"2022-01-21", "a Russian official", ""},
		{"2022-01-21", "the minister", ""},
		{"2022-01-21", "the Russian foreign minister and his wife", ""},
		{"2035-01-21", "the Russian foreign minister", ""},
	} {
		words := strings.Fields(c.words)
		d, cast := read(t, c.day, strings.Join(words, " NOUN 9 dep _\n")+" NOUN 9 dep _\n"+strings.Repeat("now ADV 9 advmod _\n", 8-len(words))+"left VERB 0 root _\n")
		e, by, ok := Find(d, cast, people.Known()).Of(document.Range{First: 0, Last: len(words)})
		switch {
		case !ok && c.want != "":
			t.Errorf("%s: %s is nobody, want %s", c.day, c.words, c.want)
		case ok && (e.Name != c.want || by != ByOffice || e.Known.WikidataID == ""):
			t.Errorf("%s: %s is %s, want %q", c.day, c.words, e.Name, c.want)
		}
	}
}

// TestUnnamedHolder: an office without a name is given to the only known one of
// the article who holds or held it.
func TestUnnamedHolder(t *testing.T) {
	const america = "America PROPN 2 nsubj Name=B-LOC\nslept VERB 0 root _\n. PUNCT 2 punct _\n\n"
	const clinton = "Hillary PROPN 3 nsubj Name=B-PER\nClinton PROPN 1 flat Name=I-PER\nleft VERB 0 root _\n. PUNCT 3 punct _\n\n"
	for _, c := range []struct{ day, people, title, want string }{
		{"2016-05-08", clinton, "former secretary of state", "secretary of state former"},
		{"2016-05-08", clinton, "secretary of state", ""},
		{"2010-05-08", clinton, "secretary of state", "secretary of state"},
		{"2016-05-08", strings.ReplaceAll(clinton, "Hillary", "Jane"), "former secretary of state", ""},
		{"2016-05-08", clinton, "former driver of buses", ""},
	} {
		words := strings.Fields(c.title)
		var b strings.Builder
		for i, w := range words {
			misc := "Role=1:title"
			switch {
			case w == "former":
				misc = "_"
			case i == 0 || words[i-1] == "former":
				misc = "Frame=1:office|Role=1:title"
			}
			b.WriteString(w + " NOUN 9 dep " + misc + "\n")
		}
		b.WriteString(strings.Repeat("now ADV 9 advmod _\n", 8-len(words)) + "slept VERB 0 root _\n")
		d, cast := read(t, c.day, america+c.people+b.String())
		Find(d, cast, people.Known())
		got := ""
		for _, e := range cast.Entities {
			for _, o := range e.Offices {
				got = o.Title
				if o.Former {
					got += " former"
				}
			}
		}
		if got != c.want {
			t.Errorf("%s, %s: got %q, want %q", c.day, c.title, got, c.want)
		}
	}
}

// TestOfficeWithoutTitle: an office of which the network found no word is none.
func TestOfficeWithoutTitle(t *testing.T) {
	d, cast := read(t, "2016-05-08", "Hillary PROPN 3 nsubj Name=B-PER\nClinton PROPN 1 flat Name=I-PER\nslept VERB 0 root Frame=1:office\n. PUNCT 3 punct _\n")
	if len(d.Frames) != 1 {
		t.Fatal(d.Frames)
	}
	Find(d, cast, people.Known())
	for _, e := range cast.Entities {
		if len(e.Offices) > 0 {
			t.Errorf("%s: %v", e.Name, e.Offices)
		}
	}
}

func TestDeputiesHoldNoGreatOffice(t *testing.T) {
	for _, title := range []string{"Deputy Minister of Defence", "Under Secretary of State for Defence"} {
		if got := kindsOf(title); len(got) != 1 || got[0] != people.OtherMinister {
			t.Errorf("%s: got %v", title, got)
		}
	}
}

// TestImpossible: what is only guessed and can't be goes, what the words say stays.
func TestImpossible(t *testing.T) {
	at := func(code string) *who.Entity { return &who.Entity{Label: "Country", Code: code} }
	said, guessed := holds.Rules()[2], holds.Rules()[8]
	if !holds.Explicit(said) || holds.Explicit(guessed) {
		t.Fatalf("%v, %v", said, guessed)
	}
	clinton := &who.Known{Person: people.Known().ByID("Q1124")}
	for _, c := range []struct {
		what    string
		offices []who.Office
		known   *who.Known
		want    int
	}{
		{"the known president of another country", []who.Office{{Title: "President", Of: at("RU"), Rule: guessed}}, clinton, 0},
		{"the words say so", []who.Office{{Title: "President", Of: at("RU"), Rule: said}}, clinton, 1},
		{"of his own country", []who.Office{{Title: "President", Of: at("US"), Rule: guessed}}, clinton, 1},
		{"two countries", []who.Office{{Title: "President", Of: at("RU"), Rule: guessed}, {Title: "President", Of: at("FR"), Rule: said}}, nil, 1},
		{"formerly", []who.Office{{Title: "President", Of: at("RU"), Rule: guessed, Former: true}}, clinton, 1},
		{"another office", []who.Office{{Title: "adviser", Of: at("RU"), Rule: guessed}}, clinton, 1},
		{"nobody known", []who.Office{{Title: "President", Of: at("RU"), Rule: guessed}}, nil, 1},
	} {
		if got := possible(c.offices, c.known, "1996-08-30"); len(got) != c.want {
			t.Errorf("%s: %d offices stay, want %d", c.what, len(got), c.want)
		}
	}
}
