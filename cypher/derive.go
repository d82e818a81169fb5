package cypher

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
)

// What differs from article to article stands on the article's own
// relationships. The properties of a shared node follow from all of them, so they
// depend neither on the order of loading nor on what was loaded and taken out in
// between. An article that comes can only add to a name, to other names or to a
// date, so a load compares its own with what is there (join…); one that goes makes
// them anew of what is left (derive…).
const (
	// joinNames needs n, an entity, and row, with what the articles of a block call
	// it. Its name is the fullest: graph.FullName.
	joinNames = `
WITH n, row, coalesce(n.alternateNames, []) + CASE WHEN n.name IS NULL THEN [] ELSE [n.name] END AS known,
  size(split(n.name, ' ')) - size(split(row.name, ' ')) AS words, size(n.name) - size(row.name) AS letters
SET n.name = CASE WHEN words > 0 OR words = 0 AND (letters > 0 OR letters = 0 AND n.name <= row.name) THEN n.name ELSE coalesce(row.name, n.name) END
WITH n, row, known
WHERE n.name <> last(known) OR any(name IN row.names WHERE NOT name IN known)
UNWIND known + row.names AS name
WITH n, name ORDER BY name
WITH n, collect(DISTINCT name) AS names
WITH n, [name IN names WHERE name <> n.name] AS others
SET n.alternateNames = CASE others WHEN [] THEN null ELSE others END`

	// deriveNames needs n, an entity.
	deriveNames = `
OPTIONAL MATCH (n)-[m:MENTIONED_IN]->(:Article)
WITH n, m ORDER BY size(split(m.name, ' ')) DESC, size(m.name) DESC, m.name
WITH n, collect(m.name) AS called, collect(m.names) AS lists, min(m.wikidataId) AS wikidataId, min(m.gender) AS gender
SET n.wikidataId = wikidataId, n.gender = gender
WITH n, head(called) AS name, lists + [called] + [[null]] AS lists
UNWIND lists AS names
UNWIND names AS alternate
WITH n, name, alternate ORDER BY alternate
WITH n, name, collect(DISTINCT alternate) AS names
WITH n, name, [x IN names WHERE x <> name] AS others
SET n.name = name, n.alternateNames = CASE others WHEN [] THEN null ELSE others END`

	// deriveMeeting needs n, a meeting. The article published last knows best.
	deriveMeeting = `
OPTIONAL MATCH (n)-[m:REPORTED_IN]->(a:Article)
WITH n, m, a ORDER BY coalesce(a.datePublished, date('0001-01-01')) DESC, a.id
WITH n, head(collect(m)) AS m
SET n.name = m.name, n.mode = m.mode, n.status = m.status, n.venue = m.venue, n.dateText = m.dateText, n.confidence = m.confidence`

	// joinAsOf needs r, a HOLDS_POSITION relationship, and row.
	joinAsOf = `
SET r.asOf = CASE WHEN r.asOf >= row.asOf THEN r.asOf ELSE coalesce(row.asOf, r.asOf) END`

	// deriveAsOf needs r, a HOLDS_POSITION relationship.
	deriveAsOf = `
UNWIND r.evidence AS place
MATCH (a:Article {id: split(place, '#char=')[0]})
WITH r, max(a.datePublished) AS asOf
SET r.asOf = asOf`
)

// join returns what sets a property of n to that of row, or leaves it: of two, the
// one that sorts first counts.
func join(name string) string {
	return fmt.Sprintf("n.%[1]s = CASE WHEN n.%[1]s <= row.%[1]s THEN n.%[1]s ELSE coalesce(row.%[1]s, n.%[1]s) END", name)
}

// joinText returns what joins the rows of shared nodes with what is there.
func joinText(label graph.Label) string {
	var set []string
	entity := slices.Contains(graph.Entities, label)
	if entity {
		set = append(set, "n:Entity")
	}
	for _, name := range slices.Sorted(maps.Keys(graph.NodeProps[label])) {
		if name != "name" {
			set = append(set, join(name))
		}
	}
	text := "\nSET " + strings.Join(set, ",\n  ")
	if entity {
		text += joinNames
	}
	return text
}

// called is what the articles of a block call an entity.
type called struct {
	names, all         []string // those that may become its name; these and all others
	wikidataID, gender string
}

// callings returns what the articles call their entities.
func callings(edges []graph.Edge) map[graph.Ref]*called {
	all := map[graph.Ref]*called{}
	for _, e := range edges {
		if e.Type != graph.MentionedIn {
			continue
		}
		c := all[e.From]
		if c == nil {
			c = &called{}
			all[e.From] = c
		}
		if name, named := e.Props["name"].(string); named {
			c.names = append(c.names, name)
		}
		names, _ := e.Props["names"].([]string)
		c.all = append(c.all, names...)
		c.wikidataID = first(c.wikidataID, e.Props["wikidataId"])
		c.gender = first(c.gender, e.Props["gender"])
	}
	return all
}

// first returns the one that sorts first, where there are both.
func first(a string, b any) string {
	if b, is := b.(string); is && (a == "" || b < a) {
		return b
	}
	return a
}

// row adds what an entity is called to its row.
func (c *called) row(row Row) {
	delete(row, "name")
	for name, value := range map[string]string{"wikidataId": c.wikidataID, "gender": c.gender} {
		delete(row, name)
		if value != "" {
			row[name] = value
		}
	}
	if len(c.names) > 0 {
		row["name"] = graph.FullName(c.names...)
	}
	all := slices.Concat(c.all, c.names)
	slices.Sort(all)
	row["names"] = slices.Compact(all)
}

// asOf returns the last day of the articles in which the evidence lies.
func asOf(evidence any, published map[string]graph.Date) (last graph.Date) {
	places, _ := evidence.([]string)
	for _, place := range places {
		article, _, _ := strings.Cut(place, "#char=")
		if day, known := published[article]; known && day.String() > last.String() {
			last = day
		}
	}
	return last
}

// publications returns the days of the articles that have one.
func publications(nodes []graph.Node) map[string]graph.Date {
	days := map[string]graph.Date{}
	for _, n := range nodes {
		if day, dated := n.Props["datePublished"].(graph.Date); dated {
			days[n.ID] = day
		}
	}
	return days
}

// rowOf returns the properties as a row, without lists of nothing.
func rowOf(props graph.Props, ids Row) Row {
	row := maps.Clone(ids)
	for name, value := range props {
		if names, list := value.([]string); !list || len(names) > 0 {
			row[name] = value
		}
	}
	return row
}
