// Names behind an entity
// How each article names a person, country or organization, and the words that stand for it around its statements.
WITH 'Russia' AS name
MATCH (e:Entity)-[m:MENTIONED_IN]->(a:Article)
WHERE name = e.name OR name IN e.alternateNames
OPTIONAL MATCH (e)-[said:MADE|ADDRESSED_TO]-(s:Statement)-[:REPORTED_IN]->(a)
WITH e, m, a, said.as AS words ORDER BY words
WITH e, m, a, collect(DISTINCT words) AS words
RETURN e.name AS entity,
       e.id AS id,
       coalesce(a.headline, a.id) AS article,
       m.names AS names,
       m.count AS times,
       words AS `in statements as`
ORDER BY id, a.datePublished, a.id;
