// Opposing statements
// One denies or rejects what another said; one says and another denies the same quoted words; or somebody did, and did not, say them.
CALL {
  MATCH (t:Statement)-[r:RESPONDS_TO]->(s:Statement)
  WHERE r.how IN ['denies', 'rejects'] AND NOT s.attributionNegated AND NOT t.attributionNegated
  RETURN s, t, r.how AS how
  UNION
  MATCH (t:Statement)
  WHERE t.quoteKey IS NOT NULL AND NOT t.attributionNegated AND (t.polarity = 'negative') <> (t.act IN ['DENY', 'REJECT'])
  MATCH (s:Statement {quoteKey: t.quoteKey})
  WHERE NOT s.attributionNegated AND (s.polarity = 'negative') = (s.act IN ['DENY', 'REJECT'])
  RETURN s, t, 'denies the same words' AS how
  UNION
  MATCH (t:Statement {attributionNegated: true})<-[:MADE]-(:Entity)-[:MADE]->(s:Statement {quoteKey: t.quoteKey, attributionNegated: false})
  RETURN s, t, 'did not say it' AS how
}
OPTIONAL MATCH (x:Entity)-[:MADE]->(s)
OPTIONAL MATCH (y:Entity)-[:MADE]->(t)
WITH s, t, how, x, y ORDER BY x.name, y.name
WITH s, t, how, collect(DISTINCT x.name) AS one, collect(DISTINCT y.name) AS other
WHERE one <> other OR how <> 'denies the same words'
MATCH (s)-[:REPORTED_IN]->(a:Article), (t)-[:REPORTED_IN]->(b:Article)
RETURN coalesce(s.date, a.datePublished) AS date, CASE one WHEN [] THEN [s.source] ELSE one END AS one, s.act AS act, s.text AS says, how,
       coalesce(t.date, b.datePublished) AS `other date`, CASE other WHEN [] THEN [t.source] ELSE other END AS other, t.act AS `other act`, t.text AS `other says`
ORDER BY date DESC, one, other, s.id, t.id
LIMIT 100;
