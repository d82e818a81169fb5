// Who said what to whom
// As a graph: the newest statements that are addressed to somebody, or that accuse, praise or ask somebody.
MATCH path = (:Entity)-[:MADE]->(s:Statement)-[to:ADDRESSED_TO|ABOUT]->(:Entity)
WHERE NOT s.attributionNegated AND (type(to) = 'ADDRESSED_TO' OR to.role = 'target')
RETURN path
ORDER BY s.date DESC, s.id
LIMIT 60;
