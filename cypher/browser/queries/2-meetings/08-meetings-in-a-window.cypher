// Meetings in a window
// Between two dates, oldest first. A date that is only a month or a year stands as its first day.
WITH date('2022-01-01') AS first, date('2022-12-31') AS last
MATCH (m:Meeting)-[:REPORTED_IN]->(a:Article)
WHERE first <= m.date <= last
OPTIONAL MATCH (who:Entity)-[:PARTICIPATED_IN]->(m)
OPTIONAL MATCH (m)-[:HELD_IN]->(place:Entity)
WITH m, a, who, place ORDER BY who.name, place.name, a.id
WITH m,
     collect(DISTINCT who.name) AS participants,
     collect(DISTINCT place.name) AS place,
     collect(DISTINCT coalesce(a.headline, a.id)) AS articles
RETURN m.date AS date,
       m.datePrecision AS precision,
       participants,
       place,
       m.mode AS mode,
       m.status AS status,
       articles
ORDER BY date, m.id;
