// Full-text search
// Words, "phrases in quotation marks", AND, OR, NOT, word beginnings (sanction*), near spellings (Zelensky~).
WITH 'invade OR invasion' AS words
CALL db.index.fulltext.queryNodes('statement_text', words) YIELD node AS s, score
MATCH (s)-[:REPORTED_IN]->(a:Article)
OPTIONAL MATCH (speaker:Entity)-[:MADE]->(s)
RETURN round(score, 2) AS score,
       coalesce(s.date, a.datePublished) AS date,
       speaker.name AS speaker,
       s.text AS statement,
       coalesce(a.headline, a.id) AS article
ORDER BY score DESC, s.id
LIMIT 50;
