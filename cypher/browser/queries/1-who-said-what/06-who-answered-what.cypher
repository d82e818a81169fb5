// Who answered what
// A denial, refusal, confirmation or answer and the statement that it responds to, where the text makes clear which.
MATCH (reply:Statement)-[r:RESPONDS_TO]->(s:Statement)-[:REPORTED_IN]->(a:Article)
OPTIONAL MATCH (x:Entity)-[:MADE]->(reply)
OPTIONAL MATCH (y:Entity)-[:MADE]->(s)
WITH reply, r, s, a, x, y ORDER BY x.name, y.name
WITH reply, r, s, a, collect(DISTINCT x.name) AS repliers, collect(DISTINCT y.name) AS speakers
RETURN coalesce(reply.date, a.datePublished) AS date,
       CASE repliers WHEN [] THEN [reply.source] ELSE repliers END AS who,
       r.how AS how,
       CASE speakers WHEN [] THEN [s.source] ELSE speakers END AS whose,
       s.text AS statement,
       reply.text AS `in the words`,
       coalesce(a.headline, a.id) AS article
ORDER BY date DESC, article, reply.start;
