// What one person said
// Newest first. The name may be any that the articles use; a statement without a date has its article's.
WITH 'Antony Blinken' AS name
MATCH (speaker:Entity)-[:MADE]->(s:Statement)-[:REPORTED_IN]->(a:Article)
WHERE name = speaker.name OR name IN speaker.alternateNames
OPTIONAL MATCH (s)-[:ADDRESSED_TO]->(addressee:Entity)
WITH s, a, addressee ORDER BY addressee.name
WITH s, a, collect(addressee.name) AS addressees
RETURN coalesce(s.date, a.datePublished) AS date,
       CASE WHEN s.attributionNegated THEN 'not: ' ELSE '' END + s.verb AS verb,
       s.text AS statement,
       addressees AS to,
       coalesce(a.headline, a.id) AS article
ORDER BY date DESC, article, s.start;
