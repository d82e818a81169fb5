// First-hand words only
// What the articles themselves have from the speaker: not within another's words, and not passed on by somebody else.
WITH 'Sergei Lavrov' AS name
MATCH (speaker:Entity)-[:MADE]->(s:Statement {depth: 0})-[:REPORTED_IN]->(a:Article)
WHERE (name = speaker.name OR name IN speaker.alternateNames)
  AND NOT s.attributionNegated AND NOT EXISTS { (s)-[:REPORTED_BY]->(:Entity) }
RETURN coalesce(s.date, a.datePublished) AS date,
       s.verb AS verb,
       s.text AS statement,
       s.quoteType AS quote,
       coalesce(a.headline, a.id) AS article
ORDER BY date DESC, article, s.start;
