// The same quotation
// In several outlets. Compares the words in quotation marks without case and punctuation, from three words on.
MATCH (s:Statement)-[:REPORTED_IN]->(a:Article)
WHERE s.quoteKey IS NOT NULL
OPTIONAL MATCH (speaker:Entity)-[:MADE]->(s)
WITH s, a, speaker ORDER BY a.datePublished, a.id, s.start
WITH s.quoteKey AS key,
     head(collect(s.quote)) AS quotation,
     collect(DISTINCT speaker.name) AS speakers,
     collect(DISTINCT coalesce(a.publisher, a.id)) AS outlets,
     min(a.datePublished) AS first
WHERE size(outlets) > 1
RETURN quotation, speakers, outlets, first
ORDER BY size(outlets) DESC, first, key;
