// Planned or cancelled
// Meetings that have not taken place, or not yet. The status is what the article published last says.
WITH ['planned', 'postponed', 'cancelled'] AS statuses
MATCH (m:Meeting)-[:REPORTED_IN]->(a:Article)
WHERE m.status IN statuses
OPTIONAL MATCH (who:Entity)-[:PARTICIPATED_IN]->(m)
OPTIONAL MATCH (m)-[:HELD_IN]->(place:Entity)
WITH m, a, who, place ORDER BY who.name, place.name, a.id
WITH m,
     collect(DISTINCT who.name) AS participants,
     collect(DISTINCT place.name) AS place,
     collect(DISTINCT coalesce(a.headline, a.id)) AS articles
RETURN m.status AS status,
       m.date AS date,
       m.dateText AS `date in words`,
       participants,
       place,
       articles
ORDER BY status, date, m.id;
