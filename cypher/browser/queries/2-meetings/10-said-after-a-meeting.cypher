// Said after a meeting
// Within two days, by those who took part or hold an office of a side that did. 'day' counts from the meeting.
WITH 'Antony Blinken' AS name, 2 AS days
MATCH (participant:Entity)-[:PARTICIPATED_IN]->(m:Meeting {datePrecision: 'day'})
WHERE m.status = 'past' AND (name = participant.name OR name IN participant.alternateNames)
MATCH (speaker:Entity)-[:MADE]->(s:Statement)-[:REPORTED_IN]->(a:Article)
WHERE NOT s.attributionNegated
  AND (EXISTS { (speaker)-[:PARTICIPATED_IN]->(m) } OR EXISTS { (speaker)-[:HOLDS_POSITION]->(:Entity)-[:PARTICIPATED_IN]->(m) })
WITH m, s, a, speaker, CASE s.datePrecision WHEN 'day' THEN s.date ELSE a.datePublished END AS date
WHERE m.date <= date <= m.date + duration({days: days})
RETURN m.date AS met,
       m.name AS meeting,
       duration.inDays(m.date, date).days AS day,
       speaker.name AS speaker,
       s.verb AS verb,
       s.text AS statement,
       coalesce(a.headline, a.id) AS article
ORDER BY met DESC, meeting, day, article, s.start;
