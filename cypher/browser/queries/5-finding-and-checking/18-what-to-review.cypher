// What to review
// Statements without a speaker, meetings without a date or a second participant, and what was read with little confidence.
WITH 0.6 AS little
MATCH (n:Statement|Meeting)-[r:REPORTED_IN]->(a:Article)
WITH n, r, a, [reason IN [
       CASE WHEN n:Statement AND NOT EXISTS { (:Entity)-[:MADE]->(n) } THEN 'no speaker' END,
       CASE WHEN n:Meeting AND COUNT { (:Entity)-[:PARTICIPATED_IN]->(n) } < 2 THEN 'fewer than two participants' END,
       CASE WHEN n:Meeting AND n.date IS NULL THEN 'no date' END,
       CASE WHEN n.confidence <= little THEN 'little confidence' END
     ] WHERE reason IS NOT NULL] AS reasons
WHERE size(reasons) > 0
RETURN reasons,
       labels(n)[0] AS kind,
       coalesce(n.text, n.name) AS what,
       n.confidence AS confidence,
       coalesce(a.headline, a.id) AS article,
       r.start AS `at character`
ORDER BY size(reasons) DESC, confidence, article, r.start
LIMIT 200;
