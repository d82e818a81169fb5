// The same quotation
// In several outlets, whole or cut short, from three words on; 'stories' counts the articles with all copies of one as one.
MATCH (speaker:Entity)-[:MADE]->(long:Statement)-[:REPORTED_IN]->(a:Article),
      (speaker)-[:MADE]->(short:Statement)-[:REPORTED_IN]->(b:Article)
WHERE long.quoteKey CONTAINS short.quoteKey AND coalesce(a.publisher, a.id) <> coalesce(b.publisher, b.id)
UNWIND [a, b] AS article
OPTIONAL MATCH (article)-[:COPY_OF]->(earliest:Article)
WITH speaker, short, article, coalesce(earliest.id, article.id) AS story ORDER BY article.datePublished, article.id, short.id
WITH speaker,
     short.quoteKey AS key,
     head(collect(short.quote)) AS words,
     collect(DISTINCT coalesce(article.publisher, article.id)) AS outlets,
     count(DISTINCT story) AS stories,
     min(article.datePublished) AS first
RETURN words, speaker.name AS speaker, outlets, stories, first
ORDER BY stories DESC, size(outlets) DESC, first, key;
