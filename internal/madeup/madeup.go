// Package madeup makes facts of articles for tests and benchmarks: a small world
// of people, some of one family name, with offices, statements, meetings, copies
// and dates, in which much waits to be settled.
//
//	for i := range 1000 { f := madeup.Article(i, madeup.World{Articles: 1000, Seed: 1}) }
//
// The same number and world give the same article. Its facts keep the rules of
// facts.Article.Check and of the graph.
package madeup

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/facts"
)

// World says what articles there are.
type World struct {
	Articles   int // of which one may be a copy of another
	People     int // to choose from: some are in many articles, most in few
	Statements int // of an article
	Seed       uint64
	Version    int // another gives the article another text, and other facts
}

var (
	firstNames = strings.Fields("Anna Boris Clara David Elena Frank Grace Henry Irina Jack Karla Louis Maria Nina Oscar Paula Rosa Simon Tanja Viktor")
	syllables  = strings.Fields("ba de ki lo mu na pe ri so tu va we xi yo za cher gor mann stein ton")
	countries  = []struct{ code, name, city string }{
		{"FR", "France", "Lyon"}, {"DE", "Germany", "Bonn"}, {"US", "United States", "Boston"}, {"RU", "Russia", "Kazan"}, {"CN", "China", "Wuhan"}, {"BR", "Brazil", "Recife"},
	}
	titles = []string{"President", "Foreign Minister", "Spokesman", "Defence Minister"}
)

// maker makes one article.
type maker struct {
	rng  *rand.Rand
	text strings.Builder
	at   int // code points of text so far
	facts.Article
}

// Article returns the facts of an article of the world, as it alone gives them.
func Article(number int, w World) *facts.Article {
	m := maker{rng: rand.New(rand.NewPCG(w.Seed, uint64(number)<<8|uint64(w.Version)))}
	story := number
	if m.rng.IntN(8) == 0 {
		story = m.rng.IntN(w.Articles) // whose words it has
	}
	m.URL = fmt.Sprintf("https://example.org/%d", number)
	m.ID = m.URL
	m.Headline, m.Publisher = fmt.Sprintf("Story %d", story), fmt.Sprintf("Paper %d", m.rng.IntN(5))
	if m.rng.IntN(10) > 0 {
		m.Published = fmt.Sprintf("2024-%02d-%02d", 1+m.rng.IntN(12), 1+m.rng.IntN(28))
	}
	m.People, m.Countries, m.Organizations, m.Places = []facts.Person{}, []facts.Country{}, []facts.Organization{}, []facts.Place{}
	m.Meetings, m.Statements = []facts.Meeting{}, []facts.Statement{}
	m.cast(w, number)
	m.prose(rand.New(rand.NewPCG(w.Seed+1, uint64(story))), 60)
	for range w.Statements {
		m.statement()
	}
	m.meeting()
	m.Text = m.text.String()
	a := article.New(m.Text)
	m.SHA256 = a.SHA256
	f := m.Article
	return &f
}

// say adds words to the text and returns where they stand.
func (m *maker) say(words string) facts.Span {
	from := m.at
	m.text.WriteString(words)
	m.at += utf8.RuneCountInString(words)
	m.text.WriteString(" ")
	m.at++
	return facts.Span{from, m.at - 1}
}

// prose adds words that depend on rng alone.
func (m *maker) prose(rng *rand.Rand, words int) {
	for range words {
		m.say(syllables[rng.IntN(len(syllables))] + syllables[rng.IntN(len(syllables))])
	}
}

func (m *maker) entity(label graph.Label, name string) facts.Entity {
	return facts.Entity{ID: graph.EntityID(label, name), Name: name, Aliases: []string{}, Mentions: []facts.Span{m.say(name)}, Rule: "made up", Confidence: 0.9}
}

// first are those who are named nearly as often as the very first; from then on a
// person of twice the number is named half as often.
const first = 9

// cast adds who is in the article.
func (m *maker) cast(w World, number int) {
	home := countries[m.rng.IntN(len(countries))]
	country := m.country(home.code, home.name)
	m.Places = append(m.Places, facts.Place{Entity: m.entity(graph.Place, home.city), Country: country})
	seen, known := map[string]bool{}, rand.New(rand.NewPCG(w.Seed+2, uint64(number)))
	for range 2 + m.rng.IntN(6) {
		who := int(first * (math.Pow(float64(w.People)/first+1, m.rng.Float64()) - 1))
		name, item := m.nameOf(who, w.People), ""
		if who%3 == 0 && strings.Contains(name, " ") {
			name, item = knownAs(known, name, who)
		}
		if !seen[name] {
			seen[name] = true
			m.person(who, name, item, country)
		}
	}
}

// knownAs returns the name of somebody who may be known by an item of Wikidata,
// in another spelling now and then, and the item: seldom that of a namesake.
func knownAs(rng *rand.Rand, name string, number int) (as, item string) {
	if rng.IntN(10) == 0 {
		name += "y"
	}
	switch n := rng.IntN(40); {
	case n == 0:
		item = fmt.Sprintf("Q%d", 2000+number)
	case n < 20:
		item = fmt.Sprintf("Q%d", 1000+number)
	}
	return name, item
}

// country adds a country where it isn't there, and returns its id.
func (m *maker) country(code, name string) string {
	id := "country:" + strings.ToLower(code)
	for _, c := range m.Countries {
		if c.ID == id {
			return id
		}
	}
	e := m.entity(graph.Country, name)
	e.ID = id
	m.Countries = append(m.Countries, facts.Country{Entity: e, Code: code})
	return id
}

// nameOf returns a name of the person of that number, of so many: of those in the
// news, one in eight goes by the family name alone, a few by an initial or with a
// middle name.
func (m *maker) nameOf(number, of int) string {
	first, family := firstOf(number, of), familyOf(number, of)
	switch n := m.rng.IntN(100); {
	case n < 12:
		return family
	case n < 14:
		return first[:1] + ". " + family
	case n < 17:
		return first + " Maria " + family
	}
	return first + " " + family
}

// firstOf returns the first name of a person: among more people there are more.
func firstOf(number, of int) string {
	n := number % min(20+of/10, 400)
	if n < len(firstNames) {
		return firstNames[n]
	}
	return word(n)
}

// familyOf returns the family name of a person. There are a third as many as
// people; the square makes the first of them those that most have.
func familyOf(number, of int) string {
	x := rand.New(rand.NewPCG(uint64(number), 0)).Float64()
	return word(int(x * x * float64(of) / 3))
}

// word returns the name of a number.
func word(number int) string {
	name := ""
	for n := number + len(syllables); n > 0; n /= len(syllables) {
		name += syllables[n%len(syllables)]
	}
	return strings.ToUpper(name[:1]) + name[1:]
}

// person adds a person, who in one article of three has an office of the own
// country; in one of fifty of these it is another, which is that of the article.
func (m *maker) person(number int, name, item, country string) {
	p := facts.Person{Entity: m.entity(graph.Person, name), Positions: []facts.Position{}}
	p.WikidataID = item
	if m.rng.IntN(3) == 0 {
		title := titles[number%len(titles)]
		if own := countries[number%len(countries)]; m.rng.IntN(50) > 0 {
			country = m.country(own.code, own.name)
		}
		p.Positions = append(p.Positions, facts.Position{
			Title: title, Of: country, Former: m.rng.IntN(10) == 0, Spans: p.Mentions, Rule: "made up", Confidence: 0.8,
		})
	}
	m.People = append(m.People, p)
}

func (m *maker) statement() {
	speaker, hearer := m.People[m.rng.IntN(len(m.People))].ID, m.People[m.rng.IntN(len(m.People))].ID
	from := m.at
	for range 8 + m.rng.IntN(8) {
		m.say(syllables[m.rng.IntN(len(syllables))] + syllables[m.rng.IntN(len(syllables))])
	}
	span := facts.Span{from, m.at - 1}
	said := string([]rune(m.text.String())[span[0]:span[1]])
	s := facts.Statement{
		ID: fmt.Sprintf("%s#char=%d,%d", m.ID, span[0], span[1]), Speaker: &speaker, Addressees: []string{}, Targets: []string{}, Topics: []string{},
		Verb: "said", Act: "ASSERT", Text: said, QuoteType: "indirect", Polarity: "positive", Modality: "asserted", Sentence: said,
		Decisions: []facts.Decision{}, Confidence: 0.8, Spans: facts.StatementSpans{Speaker: []facts.Span{span}, Cue: []facts.Span{span}, Content: []facts.Span{span}, Addressee: []facts.Span{}},
	}
	if hearer != speaker && m.rng.IntN(3) == 0 {
		s.Addressees = append(s.Addressees, hearer)
	}
	m.Statements = append(m.Statements, s)
}

// meeting adds a meeting, of which other articles may tell too.
func (m *maker) meeting() {
	if len(m.People) < 2 || m.rng.IntN(2) == 0 {
		return
	}
	ids := []string{m.People[0].ID, m.People[1].ID}
	date, place := "", ""
	if m.rng.IntN(2) == 0 {
		date = fmt.Sprintf("2024-%02d", 1+m.rng.IntN(3))
	}
	if m.rng.IntN(2) == 0 {
		place = m.Places[0].ID
	}
	x := facts.Meeting{
		ID: graph.MeetingID(m.ID, ids, place, date), Name: "Meeting", Place: place, Date: date, Mode: "visit", Status: "past",
		Spans: facts.MeetingSpans{Trigger: []facts.Span{m.say("met")}, Sentence: []facts.Span{}}, Decisions: []facts.Decision{}, Confidence: 0.7,
	}
	if date != "" {
		x.DatePrecision = "month"
	}
	for _, id := range ids {
		x.Participants = append(x.Participants, facts.Participant{ID: id, Role: "participant", Rule: "made up", Confidence: 0.7})
	}
	m.Meetings = append(m.Meetings, x)
}
