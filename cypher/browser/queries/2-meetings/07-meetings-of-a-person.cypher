// Meetings of a person
// As a graph, with everybody else who took part and the place.
WITH 'Antony Blinken' AS name
MATCH path = (person:Entity)-[:PARTICIPATED_IN]->(m:Meeting)
WHERE name = person.name OR name IN person.alternateNames
OPTIONAL MATCH others = (m)<-[:PARTICIPATED_IN]-(:Entity)
OPTIONAL MATCH place = (m)-[:HELD_IN]->(:Entity)
RETURN path, others, place
ORDER BY m.date DESC, m.id;
