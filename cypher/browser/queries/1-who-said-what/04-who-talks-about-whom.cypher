// Who talks about whom most
// Counts statements; 'aimed at' counts those that accuse, praise or ask the one they are about.
MATCH (speaker:Entity)-[:MADE]->(s:Statement)-[about:ABOUT]->(subject:Entity)
WHERE speaker <> subject AND NOT s.attributionNegated
RETURN speaker.name AS speaker,
       subject.name AS subject,
       count(DISTINCT s) AS statements,
       count(DISTINCT CASE about.role WHEN 'target' THEN s END) AS `aimed at`
ORDER BY statements DESC, `aimed at` DESC, speaker, subject
LIMIT 25;
