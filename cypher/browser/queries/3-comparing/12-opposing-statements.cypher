// Opposing statements
// About one subject, within a month: one accuses, another denies; one says that it is so, another that it is not.
WITH 'Russia' AS subject, 31 AS days,
     [['ACCUSE', 'DENY'], ['WARN', 'DENY'], ['CONFIRM', 'DENY'], ['ASSERT', 'DENY'],
      ['PRAISE', 'CRITICIZE'], ['SUPPORT', 'REJECT'], ['AGREE', 'REJECT'], ['OFFER', 'REJECT'], ['REQUEST', 'REJECT']] AS opposites,
     ['ASSERT', 'CONFIRM', 'PREDICT', 'BELIEVE'] AS claims
MATCH (x:Entity)-[:MADE]->(s:Statement)-[:ABOUT]->(about:Entity)<-[:ABOUT]-(t:Statement)<-[:MADE]-(y:Entity)
WHERE (subject = about.name OR subject IN about.alternateNames) AND x <> y
  AND NOT s.attributionNegated AND NOT t.attributionNegated
  AND NOT EXISTS { (x)-[:HOLDS_POSITION]-(y) }
  AND ([s.act, t.act] IN opposites OR s.act = t.act AND s.act IN claims AND s.polarity = 'positive' AND t.polarity = 'negative')
MATCH (s)-[:REPORTED_IN]->(a:Article), (t)-[:REPORTED_IN]->(b:Article)
WITH x, s, y, t, days, coalesce(s.date, a.datePublished) AS date, coalesce(t.date, b.datePublished) AS `other date`
WHERE coalesce(abs(duration.inDays(date, `other date`).days) <= days, true)
RETURN date, x.name AS one, s.act AS act, s.text AS says,
       `other date`, y.name AS other, t.act AS `other act`, t.text AS `other says`
ORDER BY date DESC, one, other, s.id, t.id
LIMIT 100;
