// Copies of a story
// Articles that have their text from an earlier one, whole, cut or edited, and the share of the shorter text that both have.
MATCH (copy:Article)-[r:COPY_OF]->(first:Article)
WITH first, copy, r ORDER BY copy.datePublished, copy.id
RETURN first.datePublished AS date,
       coalesce(first.headline, first.id) AS story,
       collect(coalesce(copy.publisher, copy.id)) AS outlets,
       collect(r.share) AS shares
ORDER BY size(outlets) DESC, date, story;
