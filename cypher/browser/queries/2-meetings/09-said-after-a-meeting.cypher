// Said after a meeting
// Within two days, by those who took part or hold an office of a side that did. 'day' counts from the meeting.
WITH 'Antony Blinken' AS name, 2 AS days
MATCH (participant:Entity)-[:PARTICIPATED_IN]->(m:Meeting {datePrecision: 'day'})
WHERE name = participant.name OR name IN participant.alternateNames
MATCH (speaker:Entity)-[:MADE]->(s:Statement {datePrecision: 'day'})
WHERE m.date <= s.date <= m.date + duration({days: days})
  AND (EXISTS { (speaker)-[:PARTICIPATED_IN]->(m) }
    OR EXISTS { (speaker)-[:HOLDS_POSITION]->(:Entity)-[:PARTICIPATED_IN]->(m) })
RETURN m.name AS meeting,
       m.date AS met,
       duration.inDays(m.date, s.date).days AS day,
       speaker.name AS speaker,
       s.verb AS verb,
       s.text AS statement
ORDER BY met DESC, meeting, day, speaker, s.id;
