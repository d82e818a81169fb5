// Anonymous officials
// What sources say whom nobody names. Other kinds: politician, police, military, lawyer, analyst, witness, media, report, poll, source.
WITH ['official', 'spokesperson'] AS kinds
MATCH (s:Statement)-[:REPORTED_IN]->(a:Article)
WHERE s.sourceKind IN kinds AND NOT s.attributionNegated
OPTIONAL MATCH (s)-[about:ABOUT]->(e:Entity)
WITH s, a, e ORDER BY e.name
WITH s, a, collect(e.name) AS about
RETURN s.sourceKind AS kind,
       s.source AS source,
       coalesce(s.date, a.datePublished) AS date,
       s.verb AS verb,
       s.text AS statement,
       about,
       coalesce(a.headline, a.id) AS article
ORDER BY kind, date DESC, article, s.start;
