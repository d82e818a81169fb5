// Accusations and denials
// Also threats and demands. Take kinds out of the list or add others: WARN, CRITICIZE, PROMISE, REJECT and so on.
WITH ['ACCUSE', 'DENY', 'THREATEN', 'REQUEST', 'ORDER'] AS acts
MATCH (s:Statement)-[:REPORTED_IN]->(a:Article)
WHERE s.act IN acts AND NOT s.attributionNegated
OPTIONAL MATCH (speaker:Entity)-[:MADE]->(s)
OPTIONAL MATCH (s)-[to:ADDRESSED_TO|ABOUT]->(aim:Entity)
WHERE type(to) = 'ADDRESSED_TO' OR to.role = 'target'
WITH s, a, speaker, aim ORDER BY aim.name
WITH s, a, speaker, collect(DISTINCT aim.name) AS aims
RETURN s.act AS act,
       coalesce(s.date, a.datePublished) AS date,
       speaker.name AS speaker,
       aims AS `at whom`,
       s.text AS statement,
       coalesce(a.headline, a.id) AS article
ORDER BY act, date DESC, article, s.start;
