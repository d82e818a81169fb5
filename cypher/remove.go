package cypher

// outdated finds the articles to take out: those of the rows whose facts are
// not the ones that the row names.
const outdated = "UNWIND $rows AS row\nMATCH (a:Article {id: row.id}) WHERE a.factsSha256 <> row.factsSha256\n"

// removalTexts take articles out. The article's own node goes last, so that a
// removal that stopped half-way goes on when it is run again. Statements and
// what is said in them are found by their ids, which begin with the article's:
// a load that stopped half-way may have left them without relationships. Of an
// article that others are copies of, its id stays.
var removalTexts = []struct{ what, text string }{
	{"who said it to whom", outdated + `MATCH ()-[r:SAID_TO]->() WHERE r.statementId STARTS WITH a.id + '#'
DELETE r`},
	{"statements", outdated + `MATCH (s:Statement) WHERE s.id STARTS WITH a.id + '#'
DETACH DELETE s`},
	{"evidence", outdated + `MATCH (n)-[:MENTIONED_IN|REPORTED_IN]->(a)
MATCH (n)-[r:HOLDS_POSITION|LOCATED_IN|PARTICIPATED_IN|HELD_IN]->()
WITH r, collect(DISTINCT a.id + '#') AS gone
WITH r, [i IN range(0, size(r.evidence) - 1) WHERE none(start IN gone WHERE r.evidence[i] STARTS WITH start)] AS kept
WITH r, [i IN kept | r.evidence[i]] AS evidence, [i IN kept | coalesce(r.confidences[i], 0.0)] AS confidences
SET r.evidence = evidence, r.confidences = confidences,
  r.confidence = reduce(most = 0.0, sure IN confidences | CASE WHEN sure > most THEN sure ELSE most END)
WITH r WHERE size(r.evidence) = 0
DELETE r`},
	{"dates of positions", outdated + "MATCH (p:Person)-[:MENTIONED_IN]->(a)\nMATCH (p)-[r:HOLDS_POSITION]->()\nWITH DISTINCT r" + deriveAsOf},
	{"meetings", outdated + "MATCH (n:Meeting)-[old:REPORTED_IN]->(a)\nDELETE old\nWITH n, count(*) AS times" + deriveMeeting +
		"\nWITH n, m WHERE m IS NULL\nDETACH DELETE n"},
	{"entities", outdated + "MATCH (n:Entity)-[old:MENTIONED_IN]->(a)\nDELETE old\nWITH n, count(*) AS times" + deriveNames +
		"\nWITH n, name WHERE name IS NULL\nDETACH DELETE n"},
	{"what they are copies of", outdated + "MATCH (a)-[old:COPY_OF]->(first:Article)\nDELETE old\nWITH first, count(*) AS times" +
		"\nWHERE first.factsSha256 IS NULL AND NOT (:Article)-[:COPY_OF]->(first)\nDETACH DELETE first"},
	{"the articles themselves", outdated + "AND NOT (:Article)-[:COPY_OF]->(a)\nDETACH DELETE a"},
	{"all but the ids of those that have copies", outdated + "SET a = {id: a.id}"},
}

func removal(comment string, articles []Row) []Statement {
	var statements []Statement
	for _, r := range removalTexts {
		statements = append(statements, Statement{comment + ": " + r.what, r.text, articles})
	}
	return statements
}
