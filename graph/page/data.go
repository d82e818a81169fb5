package page

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
)

// data is what the page shows. Entities, articles, statements and meetings name
// one another by their place in these lists.
type data struct {
	Families   []family    `json:"families"`
	Entities   []entity    `json:"entities"`
	Articles   []article   `json:"articles"`
	Statements []statement `json:"statements"`
	Meetings   []meeting   `json:"meetings"`
	Offices    []office    `json:"offices"`
}

// family is a family of acts, and the sign that it has beside its colour.
type family struct {
	Name string   `json:"name"`
	Sign string   `json:"sign"`
	Acts []string `json:"acts"`
}

type entity struct {
	ID       string   `json:"id"`
	Kind     string   `json:"kind"` // person, country, organization or place
	Name     string   `json:"name"`
	Names    []string `json:"names,omitempty"` // the others
	Wikidata string   `json:"wikidata,omitempty"`
	Articles []int    `json:"articles"` // that name it
}

type article struct {
	ID        string `json:"id"`
	URL       string `json:"url,omitempty"`
	Headline  string `json:"headline,omitempty"`
	Publisher string `json:"publisher,omitempty"`
	Date      string `json:"date,omitempty"`
	CopyOf    *int   `json:"copyOf,omitempty"`
}

// when is a date as precise as known.
type when struct {
	Date      string `json:"date,omitempty"`
	Precision string `json:"precision,omitempty"`
}

// named is an entity at one end of a statement or in a meeting.
type named struct {
	Entity int    `json:"entity"`
	As     string `json:"as,omitempty"`   // the words of the article
	Role   string `json:"role,omitempty"` // target or topic of a statement, participant … of a meeting
}

type statement struct {
	when
	spot
	Speakers   []named  `json:"speakers,omitempty"`
	Source     string   `json:"source,omitempty"` // the words for one whom nobody names
	To         []named  `json:"to,omitempty"`
	About      []named  `json:"about,omitempty"`
	By         []named  `json:"by,omitempty"` // who passed it on
	Act        string   `json:"act,omitempty"`
	Verb       string   `json:"verb,omitempty"`
	Text       string   `json:"text"`
	Quote      string   `json:"quote,omitempty"`
	Sentence   string   `json:"sentence,omitempty"`
	Confidence float64  `json:"confidence"`
	NotSaid    bool     `json:"notSaid,omitempty"`
	Negative   bool     `json:"negative,omitempty"`
	Modality   string   `json:"modality,omitempty"` // where it isn't asserted
	Within     *int     `json:"within,omitempty"`
	Responds   []answer `json:"responds,omitempty"`
	Meeting    *int     `json:"meeting,omitempty"`
	Again      bool     `json:"again,omitempty"` // the article is a copy of one that has it too
}

type answer struct {
	Statement int    `json:"statement"`
	How       string `json:"how,omitempty"`
}

type meeting struct {
	when
	Name    string   `json:"name,omitempty"`
	Who     []named  `json:"who,omitempty"`
	Places  []int    `json:"places,omitempty"` // entities
	Mode    string   `json:"mode,omitempty"`
	Status  string   `json:"status,omitempty"`
	Venue   string   `json:"venue,omitempty"`
	Reports []report `json:"reports"`
}

// report is what one article tells of a meeting.
type report struct {
	spot
	Name       string  `json:"name,omitempty"`
	Status     string  `json:"status,omitempty"`
	Sentence   string  `json:"sentence,omitempty"`
	Confidence float64 `json:"confidence"`
}

type office struct {
	Person int    `json:"person"`
	Title  string `json:"title"`
	Of     int    `json:"of"`
	Former bool   `json:"former,omitempty"`
	In     []spot `json:"in"` // where articles tell of it
}

// spot is a place in an article, in code points of its text.
type spot struct {
	Article int   `json:"article"`
	Start   int64 `json:"start"`
	End     int64 `json:"end"`
}

// families returns the families of acts.
func families() (all []family) {
	for line := range strings.Lines(read("acts.tsv")) {
		fields := strings.Split(strings.TrimSpace(line), "\t")
		all = append(all, family{fields[0], fields[1], strings.Fields(fields[2])})
	}
	return all
}

// dataOf returns what a page of the graphs shows: entities by name, all else by
// day, then as it stands in the articles.
func dataOf(graphs []*graph.Graph) data {
	nodes, edges := graph.Union(graphs...)
	b := &builder{nodes: nodes, place: map[graph.Ref]int{}, out: map[ends][]graph.Edge{}, in: map[ends][]graph.Edge{}}
	for _, e := range edges {
		from, to := ends{e.Type, e.From}, ends{e.Type, e.To}
		b.out[from], b.in[to] = append(b.out[from], e), append(b.in[to], e)
	}
	d := data{Families: families(), Articles: b.articles()}
	d.Entities = b.entities()
	d.Meetings = b.meetings()
	d.Statements = b.statements()
	d.Offices = b.offices()
	d.repeated()
	return d
}

// repeated marks the statements of copies that the first article of a story, or
// an earlier copy of it, has too.
func (d *data) repeated() {
	seen := map[string]bool{}
	for _, copies := range []bool{false, true} {
		times := map[string]int{} // of a text in an article
		for i, s := range d.Statements {
			story := s.Article
			first := d.Articles[story].CopyOf
			if copies != (first != nil) {
				continue
			}
			if copies {
				story = *first
			}
			said := fmt.Sprint(entitiesOf(s.Speakers), s.Text)
			here := fmt.Sprint(s.Article, said)
			times[here]++
			key := fmt.Sprint(story, said, times[here])
			d.Statements[i].Again, seen[key] = seen[key], true
		}
	}
}

func entitiesOf(all []named) (entities []int) {
	for _, n := range all {
		entities = append(entities, n.Entity)
	}
	return entities
}

// ends are the relationships of a type at a node.
type ends struct {
	t  graph.Type
	at graph.Ref
}

type builder struct {
	nodes   []graph.Node
	out, in map[ends][]graph.Edge
	place   map[graph.Ref]int // in the lists of data
}

// of returns the nodes of labels, sorted, and notes their places in that order.
func (b *builder) of(compare func(x, y graph.Node) int, labels ...graph.Label) (some []graph.Node) {
	for _, n := range b.nodes {
		if slices.Contains(labels, n.Label) {
			some = append(some, n)
		}
	}
	slices.SortStableFunc(some, compare)
	for i, n := range some {
		b.place[n.Ref] = i
	}
	return some
}

// to returns the place of what an edge of the type leads to, nil for none.
func (b *builder) to(t graph.Type, from graph.Ref) *int {
	edges := b.out[ends{t, from}]
	if len(edges) == 0 {
		return nil
	}
	place := b.place[edges[0].To]
	return &place
}

func (b *builder) offices() []office {
	all := []office{}
	for _, n := range b.nodes {
		for _, e := range b.out[ends{graph.HoldsPosition, n.Ref}] {
			former, _ := e.Props["former"].(bool)
			all = append(all, office{b.place[e.From], text(e.Props, "title"), b.place[e.To], former, b.spots(e.Props)})
		}
	}
	slices.SortStableFunc(all, func(x, y office) int {
		return cmp.Or(cmp.Compare(x.Person, y.Person), order(x.Former, y.Former), cmp.Compare(x.Title, y.Title), cmp.Compare(x.Of, y.Of))
	})
	return all
}

// spots returns where the evidence of a relationship stands.
func (b *builder) spots(props graph.Props) (all []spot) {
	evidence, _ := props[graph.Evidence].([]string)
	for _, entry := range evidence {
		i := strings.LastIndex(entry, "#char=")
		article, known := b.place[graph.Ref{Label: graph.Article, ID: entry[:i]}]
		at := spot{Article: article}
		if _, err := fmt.Sscanf(entry[i:], "#char=%d,%d", &at.Start, &at.End); err == nil && known {
			all = append(all, at)
		}
	}
	slices.SortFunc(all, func(x, y spot) int { return cmp.Or(cmp.Compare(x.Article, y.Article), cmp.Compare(x.Start, y.Start)) })
	return all
}

// order has false before true.
func order(x, y bool) int {
	number := map[bool]int{true: 1}
	return cmp.Compare(number[x], number[y])
}

// byDay compares days; unknown ones come last.
func byDay(x, y string) int { return cmp.Or(order(x == "", y == ""), cmp.Compare(x, y)) }

// text returns a property that is text, "" where there is none.
func text(props graph.Props, name string) string {
	value, _ := props[name].(string)
	return value
}

func number(props graph.Props, name string) int64 {
	value, _ := props[name].(int64)
	return value
}

// sure returns the confidence, as precisely as anybody can tell.
func sure(props graph.Props) float64 {
	value, _ := props["confidence"].(float64)
	return math.Round(value*1000) / 1000
}

// day returns a property that is a date.
func day(props graph.Props, name string) string {
	if d, ok := props[name].(graph.Date); ok {
		return d.String()
	}
	return ""
}

func whenOf(props graph.Props) when { return when{day(props, "date"), text(props, "datePrecision")} }
