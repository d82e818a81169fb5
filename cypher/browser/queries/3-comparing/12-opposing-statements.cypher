// Opposing statements
// One denies or rejects what another said, or one says and another denies the same quoted words.
CALL {
  MATCH (t:Statement)-[r:RESPONDS_TO]->(s:Statement)
  WHERE r.how IN ['denies', 'rejects']
  RETURN s, t, r.how AS how
  UNION
  MATCH (s:Statement), (t:Statement)
  WHERE s.quoteKey IS NOT NULL AND s.quoteKey = t.quoteKey AND s.polarity = 'positive' AND t.polarity = 'negative'
    AND NOT s.attributionNegated AND NOT t.attributionNegated
  RETURN s, t, 'the same words' AS how
}
MATCH (x:Entity)-[:MADE]->(s)-[:REPORTED_IN]->(a:Article), (y:Entity)-[:MADE]->(t)-[:REPORTED_IN]->(b:Article)
WHERE x <> y
RETURN coalesce(s.date, a.datePublished) AS date, x.name AS one, s.act AS act, s.text AS says, how,
       coalesce(t.date, b.datePublished) AS `other date`, y.name AS other, t.act AS `other act`, t.text AS `other says`
ORDER BY date DESC, one, other, s.id, t.id
LIMIT 100;
