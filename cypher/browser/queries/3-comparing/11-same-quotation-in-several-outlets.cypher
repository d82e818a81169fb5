// The same quotation
// In several outlets, whole or cut short: the words that a speaker is quoted with in more than one, from three words on.
MATCH (speaker:Entity)-[:MADE]->(long:Statement)-[:REPORTED_IN]->(a:Article),
      (speaker)-[:MADE]->(short:Statement)-[:REPORTED_IN]->(b:Article)
WHERE long.quoteKey CONTAINS short.quoteKey AND coalesce(a.publisher, a.id) <> coalesce(b.publisher, b.id)
UNWIND [a, b] AS article
WITH speaker, short, article ORDER BY article.datePublished, article.id, short.id
WITH speaker,
     short.quoteKey AS key,
     head(collect(short.quote)) AS words,
     collect(DISTINCT coalesce(article.publisher, article.id)) AS outlets,
     min(article.datePublished) AS first
RETURN words, speaker.name AS speaker, outlets, first
ORDER BY size(outlets) DESC, first, key;
