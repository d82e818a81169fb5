// Only what is sure
// As a graph: statements, their aims, meetings and offices of which nine in ten, or more, are right. A lower number shows more.
WITH 0.9 AS sure
MATCH path = (:Entity)-[r:MADE|PARTICIPATED_IN|HOLDS_POSITION]->(n)
WHERE coalesce(r.confidence, sure) >= sure AND coalesce(n.confidence, sure) >= sure AND NOT coalesce(n.attributionNegated, false)
OPTIONAL MATCH aim = (n)-[to:ADDRESSED_TO|ABOUT]->(:Entity)
WHERE to.confidence >= sure
RETURN path, aim
ORDER BY coalesce(n.date, r.asOf) DESC, n.id
LIMIT 100;
