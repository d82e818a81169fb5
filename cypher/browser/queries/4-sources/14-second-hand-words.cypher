// Second-hand words
// Who is said to have said what, and by whom: statements within another's words, or passed on by an outlet or a person.
MATCH (s:Statement)-[:REPORTED_IN]->(a:Article)
WHERE s.depth > 0 OR EXISTS { (s)-[:REPORTED_BY]->(:Entity) }
OPTIONAL MATCH (speaker:Entity)-[:MADE]->(s)
OPTIONAL MATCH (s)-[:WITHIN]->(outer:Statement)
OPTIONAL MATCH (teller:Entity)-[:MADE]->(outer)
OPTIONAL MATCH (s)-[:REPORTED_BY]->(reporter:Entity)
WITH s, a, outer, speaker, teller, reporter ORDER BY speaker.name, teller.name, reporter.name
WITH s, a, outer,
     collect(DISTINCT speaker.name) AS speakers,
     collect(DISTINCT teller.name) AS tellers,
     collect(DISTINCT reporter.name) AS `passed on by`
RETURN coalesce(s.date, a.datePublished) AS date,
       CASE speakers WHEN [] THEN [s.source] ELSE speakers END AS speakers,
       s.verb AS verb,
       s.text AS statement,
       CASE tellers WHEN [] THEN [outer.source] ELSE tellers END AS `told by`,
       `passed on by`,
       coalesce(a.headline, a.id) AS article
ORDER BY date DESC, article, s.start;
