package ingest_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/newsgraph/newsgraph/ingest/facts"
)

// checker checks the facts of an article line by line:
//
//	people A; B / C; (D)              exactly these, B also by the name C, D perhaps; so bodies, places, countries
//	headline, author, published TEXT  what is known of the article begins so
//	said A + B | words … words | ATTRIBUTE | …
//	held A | title | X                an office, X's
//	former A | title | X              one that A holds no longer
//	met A + B + (C) | past | ATTRIBUTE | …
//	maybe LINE                        may be missing, and is not beyond
//
// Alternatives stand between slashes; somebody whom no graph could name is
// nobody; countries stand as their codes.
type checker struct {
	f     *facts.Article
	names map[string][]string // of each entity by its id, folded

	said, met map[int]bool    // what a line asked for
	held      map[[2]int]bool // person and position
}

// implied are the lines that end those of each article.
var implied = []string{"nothing else said", "no other office", "no other meeting"}

func newChecker(f *facts.Article) *checker {
	c := &checker{f, map[string][]string{}, map[int]bool{}, map[int]bool{}, map[[2]int]bool{}}
	for _, e := range f.Entities() {
		for _, name := range slices.Concat([]string{e.Name}, e.Aliases, []string{e.Code()}) {
			c.names[e.ID] = append(c.names[e.ID], folded(name))
		}
	}
	return c
}

func folded(name string) string {
	name = strings.ToLower(strings.NewReplacer("’", "'", ".", "").Replace(name))
	return strings.TrimPrefix(strings.Join(strings.Fields(name), " "), "the ")
}

// check says why a line does not hold, "" where it does. A line that is none is
// an error.
func (c *checker) check(line string) (why string, err error) {
	rest, maybe := strings.CutPrefix(line, "maybe ")
	kind, rest, _ := strings.Cut(rest, " ")
	fields := strings.Split(rest, " | ")
	switch kind {
	case "people", "bodies", "places", "countries":
		return c.all(kind, rest), nil
	case "headline", "author", "published":
		return c.article(kind, rest), nil
	case "said":
		why, err = c.isSaid(fields)
	case "held", "former":
		why, err = c.isHeld(kind == "former", fields)
	case "met":
		why, err = c.isMet(fields)
	case "nothing", "no":
		return c.beyond(line)
	default:
		err = fmt.Errorf("%q is no kind of line", kind)
	}
	if maybe {
		why = ""
	}
	return why, err
}

func (c *checker) article(what, want string) string {
	got := map[string]string{"headline": c.f.Headline, "author": c.f.Author, "published": c.f.Published}[what]
	if !strings.HasPrefix(got, want) {
		return fmt.Sprintf("is %q", got)
	}
	return ""
}

// all holds all entities of a kind against a list.
func (c *checker) all(kind, list string) string {
	var ids []string
	for _, e := range c.f.Entities() {
		if strings.HasPrefix(e.ID, map[string]string{"people": "person:", "bodies": "organization:", "places": "place:", "countries": "country:"}[kind]) {
			ids = append(ids, e.ID)
		}
	}
	return c.differ(ids, strings.Split(list, ";"))
}

// differ says what of the wanted misses and what is beyond them.
func (c *checker) differ(ids, wanted []string) string {
	var faults []string
	left := slices.Clone(ids)
	for _, want := range wanted {
		want = strings.TrimSpace(want)
		name, optional := strings.CutPrefix(want, "(")
		name = strings.TrimSuffix(name, ")")
		i := slices.IndexFunc(left, func(id string) bool { return c.is(id, name) })
		if i >= 0 {
			left = slices.Delete(left, i, i+1)
		} else if !optional && want != "" {
			faults = append(faults, "misses "+name)
		}
	}
	if len(left) > 0 {
		faults = append(faults, "beyond: "+strings.Join(left, ", "))
	}
	return strings.Join(faults, "; ")
}

// is says whether an entity has one of the names.
func (c *checker) is(id, names string) bool {
	for _, name := range strings.Split(names, " / ") {
		if slices.Contains(c.names[id], folded(name)) {
			return true
		}
	}
	return false
}

// are says whether the entities are those wanted: A + B / nobody.
func (c *checker) are(ids []string, wanted string) bool {
	for _, want := range strings.Split(wanted, " / ") {
		if want == "nobody" && len(ids) == 0 || want != "nobody" && c.differ(ids, strings.Split(want, " + ")) == "" {
			return true
		}
	}
	return false
}

func (c *checker) isSaid(fields []string) (string, error) {
	if len(fields) < 2 {
		return "", fmt.Errorf("has %d fields", len(fields))
	}
	why := "not found"
	for i, s := range c.f.Statements {
		covers, err := c.covers(s.Spans.Content, fields[1])
		if err != nil {
			return "", err
		}
		if !covers {
			continue
		}
		c.said[i] = true
		if !c.are(s.Voices(), fields[0]) {
			why = fmt.Sprintf("said by %q", s.Voices())
			continue
		}
		faults, err := c.attributes(s, fields[2:])
		if err != nil || faults == "" {
			return "", err
		}
		why = faults
	}
	return why, nil
}

// covers says whether spans are the words, one of the alternatives: a few of
// their letters may miss or be beyond.
func (c *checker) covers(spans []facts.Span, words string) (bool, error) {
	given := map[int]bool{}
	text := []rune(c.f.Text)
	for _, s := range spans {
		mark(given, text, s[0], s[1])
	}
	for _, alternative := range strings.Split(words, " / ") {
		want, from := map[int]bool{}, 0
		for _, piece := range strings.Split(alternative, " … ") {
			at := strings.Index(string(text[from:]), piece)
			if at < 0 {
				return false, fmt.Errorf("the article does not have %q", piece)
			}
			start := from + len([]rune(string(text[from:])[:at]))
			from = start + len([]rune(piece))
			mark(want, text, start, from)
		}
		both := 0
		for i := range want {
			if given[i] {
				both++
			}
		}
		if float64(2*both) >= 0.85*float64(len(want)+len(given)) {
			return true, nil
		}
	}
	return false, nil
}

func mark(set map[int]bool, text []rune, start, end int) {
	for i := start; i < end; i++ {
		if unicode.IsLetter(text[i]) || unicode.IsNumber(text[i]) {
			set[i] = true
		}
	}
}

var acts = regexp.MustCompile(`^[A-Z]+( / [A-Z]+)*$`)

// attributes says which attributes of a statement are not as they should be.
func (c *checker) attributes(s facts.Statement, attributes []string) (string, error) {
	var faults []string
	for _, a := range attributes {
		holds, got, err := c.attribute(s, a)
		if err != nil {
			return "", err
		}
		if !holds {
			faults = append(faults, fmt.Sprintf("not %q: %v", a, got))
		}
	}
	return strings.Join(faults, "; "), nil
}

func (c *checker) attribute(s facts.Statement, a string) (holds bool, got any, err error) {
	kind, rest, _ := strings.Cut(a, " ")
	switch {
	case acts.MatchString(a):
		return slices.Contains(strings.Split(a, " / "), s.Act), s.Act, nil
	case slices.Contains([]string{"direct", "indirect", "mixed"}, a):
		return s.QuoteType == a, s.QuoteType, nil
	case a == "negative":
		return s.Polarity == a, s.Polarity, nil
	case a == "not said":
		return s.AttributionNegated, s.AttributionNegated, nil
	case a == "no day":
		return s.DatePrecision != "day" && s.DatePrecision != "week", s.Date, nil
	case a == "undated":
		return s.DatePrecision == "" || s.DatePrecision == "published", s.Date, nil
	case a == "within":
		return s.Within != "", s.Within, nil
	case a == "answers":
		return s.RespondsTo != "", s.RespondsTo, nil
	case kind == "to":
		return c.are(s.Addressees, rest), s.Addressees, nil
	case kind == "of":
		return c.are(s.Targets, rest), s.Targets, nil
	case kind == "on":
		return s.Date == rest, s.Date, nil
	case kind == "via":
		return c.is(s.ReportedBy, rest), s.ReportedBy, nil
	case kind == "source":
		return s.Unnamed != nil && s.Unnamed.Text == rest, s.Unnamed, nil
	}
	return false, nil, fmt.Errorf("%q is no attribute of a statement", a)
}

func (c *checker) isHeld(former bool, fields []string) (string, error) {
	if len(fields) != 3 {
		return "", fmt.Errorf("has %d fields", len(fields))
	}
	why := "not found"
	for i, p := range c.f.People {
		for k, q := range p.Positions {
			titled := slices.ContainsFunc(strings.Split(fields[1], " / "), func(title string) bool { return folded(title) == folded(q.Title) })
			if !titled || !c.is(p.ID, fields[0]) || !c.is(q.Of, fields[2]) {
				continue
			}
			c.held[[2]int{i, k}] = true
			if q.Former == former {
				return "", nil
			}
			why = fmt.Sprintf("former: %v", q.Former)
		}
	}
	return why, nil
}

func (c *checker) isMet(fields []string) (string, error) {
	if len(fields) < 2 {
		return "", fmt.Errorf("has %d fields", len(fields))
	}
	why := "not found"
	for i, m := range c.f.Meetings {
		var ids []string
		for _, p := range m.Participants {
			ids = append(ids, p.ID)
		}
		if !c.are(ids, fields[0]) || c.met[i] {
			continue
		}
		faults, err := c.circumstances(m, fields[1:])
		if err != nil {
			return "", err
		}
		c.met[i] = true
		if faults == "" {
			return "", nil
		}
		why = faults
	}
	return why, nil
}

var statuses = []string{"past", "planned", "postponed", "cancelled", "hypothetical", "denied"}

// circumstances says what of a meeting is not as it should be.
func (c *checker) circumstances(m facts.Meeting, fields []string) (string, error) {
	var faults []string
	for _, a := range fields {
		kind, rest, _ := strings.Cut(a, " ")
		holds := true
		switch {
		case kind == "at":
			holds = c.is(m.Place, rest)
		case kind == "on":
			holds = m.Date == rest
		case slices.Contains(statuses, a):
			holds = m.Status == a
		case a == "phone":
			holds = m.Mode == a
		default:
			return "", fmt.Errorf("%q is nothing of a meeting", a)
		}
		if !holds {
			faults = append(faults, fmt.Sprintf("not %q: %s %s %s %s", a, m.Status, m.Mode, m.Place, m.Date))
		}
	}
	return strings.Join(faults, "; "), nil
}

// beyond says what no line asked for.
func (c *checker) beyond(what string) (string, error) {
	var all []string
	switch what {
	case "nothing else said":
		for i, s := range c.f.Statements {
			if !c.said[i] {
				all = append(all, fmt.Sprintf("%q %s %q", s.Voices(), s.Verb, s.Text))
			}
		}
	case "no other office":
		for i, p := range c.f.People {
			for k, q := range p.Positions {
				if !c.held[[2]int{i, k}] {
					all = append(all, p.Name+", "+q.Title+" of "+q.Of)
				}
			}
		}
	case "no other meeting":
		for i, m := range c.f.Meetings {
			if !c.met[i] {
				all = append(all, fmt.Sprintf("%v %s %s %s", m.Participants, m.Status, m.Place, m.Date))
			}
		}
	default:
		return "", fmt.Errorf("is no line")
	}
	return strings.Join(all, "; "), nil
}

// TestChecker has a line of each kind that holds and one that doesn't.
func TestChecker(t *testing.T) {
	doe, roe := facts.Entity{ID: "person:doe", Name: "Ann Doe", Aliases: []string{"Doe"}}, facts.Entity{ID: "person:roe", Name: "Bo Roe"}
	c := newChecker(&facts.Article{
		Text:      "Ann Doe and Bo Roe told Norway “no” after they met.",
		Headline:  "No",
		People:    []facts.Person{{Entity: doe, Positions: []facts.Position{{Title: "King", Of: "country:no", Former: true}}}, {Entity: roe}},
		Countries: []facts.Country{{Entity: facts.Entity{ID: "country:no", Name: "Norway"}, Code: "NO"}},
		Statements: []facts.Statement{{
			Speaker: &doe.ID, Speakers: []string{doe.ID, roe.ID}, Addressees: []string{"country:no"}, Act: "REJECT", QuoteType: "direct",
			Date: "2024-05", DatePrecision: "month", Spans: facts.StatementSpans{Content: []facts.Span{{31, 35}}},
		}},
		Meetings: []facts.Meeting{{Participants: []facts.Participant{{ID: doe.ID}, {ID: roe.ID}}, Status: "past"}},
	})
	for _, tt := range []struct {
		line  string
		holds bool
	}{
		{"nothing else said", false},
		{"no other office", false},
		{"no other meeting", false},
		{"headline N", true},
		{"author Ann", false},
		{"people Bo Roe; the Doe; (Cy Poe)", true},
		{"people Bo Roe", false},
		{"people Bo Roe; Ann Doe; Cy Poe", false},
		{"bodies ", true},
		{"countries NO", true},
		{"said Doe + Bo Roe | “no” | REJECT / DENY | direct | to Norway | no day | on 2024-05", true},
		{"said nobody / Doe + Roe + (Cy Poe) / Doe + Bo Roe + (Cy Poe) | “no”", true},
		{"said Doe | “no”", false},
		{"said Doe + Bo Roe | “no” | to nobody", false},
		{"said Doe + Bo Roe | “no” | of NO", false},
		{"said Doe + Bo Roe | “no” | undated", false},
		{"said Doe + Bo Roe | “no” | within", false},
		{"said Doe + Bo Roe | told Norway “no” after", false},
		{"maybe said Doe + Bo Roe | after they met", true},
		{"former Ann Doe | the king / queen | NO", true},
		{"held Ann Doe | king | NO", false},
		{"held Bo Roe | king | NO", false},
		{"met Ann Doe + (Bo Roe) | planned", false},
		{"nothing else said", true},
		{"no other office", true},
		{"no other meeting", true},
	} {
		if why, err := c.check(tt.line); err != nil || (why == "") != tt.holds {
			t.Errorf("%s: %q, %v", tt.line, why, err)
		}
	}
	for _, line := range []string{"sayd x", "said x", "said Doe | other words", "said Doe + Bo Roe | “no” | loudly", "held x", "met x", "met Doe + Bo Roe | soon", "no thing"} {
		c.met = map[int]bool{}
		if _, err := c.check(line); err == nil {
			t.Errorf("%s is a line", line)
		}
	}
}
