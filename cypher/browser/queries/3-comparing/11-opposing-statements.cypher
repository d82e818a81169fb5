// Opposing statements
// About one subject: one speaker accuses, another denies; one says that it is so, another that it is not.
WITH 'Ukraine' AS subject,
     [['ACCUSE', 'DENY'], ['WARN', 'DENY'], ['CONFIRM', 'DENY'], ['ASSERT', 'DENY'],
      ['PRAISE', 'CRITICIZE'], ['SUPPORT', 'REJECT'], ['AGREE', 'REJECT'], ['OFFER', 'REJECT'], ['REQUEST', 'REJECT']] AS opposites,
     ['ASSERT', 'CONFIRM', 'PREDICT', 'BELIEVE'] AS claims
MATCH (x:Entity)-[:MADE]->(s:Statement)-[:ABOUT]->(about:Entity)<-[:ABOUT]-(t:Statement)<-[:MADE]-(y:Entity)
WHERE (subject = about.name OR subject IN about.alternateNames) AND x <> y
  AND NOT EXISTS { (x)-[:HOLDS_POSITION]-(y) }
  AND ([s.act, t.act] IN opposites OR s.act = t.act AND s.act IN claims AND s.polarity = 'positive' AND t.polarity = 'negative')
RETURN about.name AS subject,
       x.name AS one, s.act AS act, s.text AS says,
       y.name AS other, t.act AS `other act`, t.text AS `other says`
ORDER BY one, other, s.id, t.id
LIMIT 100;
