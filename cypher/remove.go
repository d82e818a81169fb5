package cypher

// removalTexts take out articles, a. The article's own node goes last, so that a
// removal that stopped half-way goes on when it is run again. Statements and
// what is said in them are found by their ids, which begin with the article's:
// a load that stopped half-way may have left them without relationships. Of an
// article that others are copies of, its id stays.
var removalTexts = []struct{ what, text string }{
	{"who said it to whom", `MATCH ()-[r:SAID_TO]->() WHERE r.statementId STARTS WITH a.id + '#'
DELETE r`},
	{"statements", `MATCH (s:Statement) WHERE s.id STARTS WITH a.id + '#'
DETACH DELETE s`},
	{"evidence", `MATCH (a)<-[:MENTIONED_IN|REPORTED_IN]-(n)-[r:HOLDS_POSITION|LOCATED_IN|PARTICIPATED_IN|HELD_IN]->(o)-[:MENTIONED_IN|REPORTED_IN]->(a)
WITH r, collect(DISTINCT a.id + '#') AS gone
WHERE any(place IN r.evidence WHERE any(start IN gone WHERE place STARTS WITH start))
WITH r, [i IN range(0, size(r.evidence) - 1) WHERE none(start IN gone WHERE r.evidence[i] STARTS WITH start)] AS kept
WITH r, [i IN kept | r.evidence[i]] AS evidence, [i IN kept | coalesce(r.confidences[i], 0.0)] AS confidences
SET r.evidence = evidence, r.confidences = confidences,
  r.confidence = reduce(most = 0.0, sure IN confidences | CASE WHEN sure > most THEN sure ELSE most END)
WITH r WHERE size(r.evidence) = 0
DELETE r`},
	{"dates of positions", "MATCH (a)<-[:MENTIONED_IN]-(p:Person)-[r:HOLDS_POSITION]->(o)-[:MENTIONED_IN]->(a)\nWHERE r.asOf <= a.datePublished\nWITH DISTINCT r" + deriveAsOf},
	{"meetings", "MATCH (n:Meeting)-[old:REPORTED_IN]->(a)\nDELETE old\nWITH n, count(*) AS times" + deriveMeeting +
		"\nWITH n, m WHERE m IS NULL\nDETACH DELETE n"},
	{"entities", `MATCH (n:Entity)-[old:MENTIONED_IN]->(a)
WITH n, old, old {.name, .names, .gender, .wikidataId} AS told
DELETE old
WITH n, told
WHERE NOT EXISTS { MATCH (n)-[m:MENTIONED_IN]->(:Article) WHERE ` + tellsTheSame + ` }
WITH DISTINCT n` + deriveNames + `
WITH n, name WHERE name IS NULL
DETACH DELETE n`},
	{"what they are copies of", "MATCH (a)-[old:COPY_OF]->(first:Article)\nDELETE old\nWITH first, count(*) AS times" +
		"\nWHERE first.factsSha256 IS NULL AND NOT (:Article)-[:COPY_OF]->(first)\nDETACH DELETE first"},
	{"the articles themselves", "WITH a WHERE NOT (:Article)-[:COPY_OF]->(a)\nDETACH DELETE a"},
	{"all but the ids of those that have copies", "SET a = {id: a.id}"},
}

// tellsTheSame says whether a mention m tells all that another one told: what is
// derived from both stays without the other, and needs no look at all mentions of
// those whom everybody names.
const tellsTheSame = `m.name = told.name AND all(name IN told.names WHERE name IN m.names)
  AND coalesce(m.gender, '') = coalesce(told.gender, '') AND coalesce(m.wikidataId, '') = coalesce(told.wikidataId, '')`

// Removal returns what takes articles out again, with all that only they support.
func Removal(articleIDs []string) []Statement {
	if len(articleIDs) == 0 {
		return nil
	}
	var rows []Row
	for _, id := range articleIDs {
		rows = append(rows, Row{"id": id})
	}
	var statements []Statement
	for _, r := range removalTexts {
		text := unwind + "MATCH (a:Article {id: row.id}) WHERE a.factsSha256 IS NOT NULL\n" + r.text
		statements = append(statements, Statement{Comment: "Take out articles: " + r.what, Text: text, Rows: rows})
	}
	return statements
}

// A script marks the articles that are to go, and takes out those with the mark.
const (
	markText = unwind + `MATCH (a:Article {id: row.id}) WHERE a.factsSha256 <> row.factsSha256
SET a.factsSha256 = 'to be taken out'`

	markedText = "MATCH (a:Article {factsSha256: 'to be taken out'})\n"
)
