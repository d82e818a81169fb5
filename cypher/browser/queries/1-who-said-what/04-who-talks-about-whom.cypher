// Who talks about whom most
// Counts statements, those of copies of a story once; 'aimed at' counts those that accuse, praise or ask the one they are about.
MATCH (speaker:Entity)-[:MADE]->(s:Statement)-[about:ABOUT]->(subject:Entity), (s)-[:REPORTED_IN]->(a:Article)
WHERE speaker <> subject AND NOT s.attributionNegated
OPTIONAL MATCH (a)-[:COPY_OF]->(first:Article)
WITH speaker, subject, about, [coalesce(first.id, a.id), s.text] AS said
RETURN speaker.name AS speaker,
       subject.name AS subject,
       count(DISTINCT said) AS statements,
       count(DISTINCT CASE about.role WHEN 'target' THEN said END) AS `aimed at`
ORDER BY statements DESC, `aimed at` DESC, speaker, subject
LIMIT 25;
