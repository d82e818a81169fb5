package cypher

import (
	"slices"

	"github.com/newsgraph/newsgraph/graph"
)

// What differs from article to article stands on the article's own
// relationships. The properties of a shared node are derived from all of them,
// so they depend neither on the order of loading nor on what was loaded and
// taken out in between.
const (
	// deriveNames needs n, an entity. Its name is the fullest: graph.FullName. Of
	// Wikidata ids and genders the one that sorts first counts.
	deriveNames = `
OPTIONAL MATCH (n)-[m:MENTIONED_IN]->(:Article)
WITH n, m ORDER BY size(split(m.name, ' ')) DESC, size(m.name) DESC, m.name
WITH n, head(collect(m.name)) AS name, collect(m.names) AS lists, min(m.wikidataId) AS wikidataId, min(m.gender) AS gender
SET n.wikidataId = wikidataId, n.gender = gender
WITH n, name, lists
UNWIND lists + [[null]] AS names
UNWIND names AS alternate
WITH n, name, alternate ORDER BY alternate
WITH n, name, collect(DISTINCT alternate) AS names
SET n.name = name, n.alternateNames = [x IN names WHERE x <> name]`

	// deriveMeeting needs n, a meeting. The article published last knows best.
	deriveMeeting = `
OPTIONAL MATCH (n)-[m:REPORTED_IN]->(a:Article)
WITH n, m, a ORDER BY coalesce(a.datePublished, date('0001-01-01')) DESC, a.id
WITH n, head(collect(m)) AS m
SET n.name = m.name, n.mode = m.mode, n.status = m.status, n.venue = m.venue, n.dateText = m.dateText, n.confidence = m.confidence`

	// deriveAsOf needs r, a HOLDS_POSITION relationship.
	deriveAsOf = `
UNWIND r.evidence AS place
MATCH (a:Article {id: split(place, '#char=')[0]})
WITH r, max(a.datePublished) AS asOf
SET r.asOf = asOf`
)

// derivations returns the statements that derive the properties of the shared
// nodes among nodes.
func derivations(nodes []graph.Node) []Statement {
	var entities, people, meetings []Row
	for _, n := range nodes {
		row := Row{"id": n.ID}
		if slices.Contains(graph.Entities, n.Label) {
			entities = append(entities, row)
		}
		switch n.Label {
		case graph.Person:
			people = append(people, row)
		case graph.Meeting:
			meetings = append(meetings, row)
		}
	}
	return []Statement{
		{"Names of the entities, from all articles", "UNWIND $rows AS row\nMATCH (n:Entity {id: row.id})" + deriveNames, entities},
		{"Names and status of the meetings, from all articles", "UNWIND $rows AS row\nMATCH (n:Meeting {id: row.id})" + deriveMeeting, meetings},
		{
			"Dates of the positions, from all articles",
			"UNWIND $rows AS row\nMATCH (:Person {id: row.id})-[r:HOLDS_POSITION]->()" + deriveAsOf, people,
		},
	}
}
