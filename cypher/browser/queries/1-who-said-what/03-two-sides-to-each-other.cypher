// What two sides said
// All that the one said to the other and the other to the one, oldest first.
WITH 'Antony Blinken' AS one, 'Sergei Lavrov' AS other
MATCH (x:Entity), (y:Entity)
WHERE (one = x.name OR one IN x.alternateNames) AND (other = y.name OR other IN y.alternateNames)
MATCH (speaker:Entity)-[:MADE]->(s:Statement)-[:ADDRESSED_TO]->(addressee:Entity)
WHERE speaker IN [x, y] AND addressee IN [x, y] AND speaker <> addressee AND NOT s.attributionNegated
MATCH (s)-[:REPORTED_IN]->(a:Article)
RETURN coalesce(s.date, a.datePublished) AS date,
       speaker.name AS speaker,
       s.verb AS verb,
       addressee.name AS to,
       s.text AS statement,
       coalesce(a.headline, a.id) AS article
ORDER BY date, article, s.start;
