-- For whoever explores a library: sqlite3, Datasette. Made anew with each version.
DROP VIEW IF EXISTS articles;
CREATE VIEW articles AS
SELECT a.id, a.published, a.publisher, a.headline, a.author, a.url, a.language, a.origin,
  (SELECT count(*) FROM statement s WHERE s.article = a.no) AS statements,
  (SELECT c.original FROM copy c WHERE c.article = a.no) AS copy_of,
  (SELECT b.text FROM body b WHERE b.article = a.no) AS text
FROM article a;

DROP VIEW IF EXISTS people;
CREATE VIEW people AS
SELECT e.id, e.name, e.wikidata,
  (SELECT count(DISTINCT m.article) FROM mention m WHERE m.stands = e.no) AS articles,
  (SELECT count(*) FROM (SELECT DISTINCT p.article, p.statement FROM mention m JOIN part p ON p.article = m.article AND p.entity = m.entity WHERE m.stands = e.no AND p.role = 'speaker')) AS statements,
  (SELECT group_concat(name, ', ') FROM (SELECT j.value AS name FROM mention m, json_each(m.names) j WHERE m.stands = e.no UNION SELECT m.name FROM mention m WHERE m.stands = e.no ORDER BY 1)) AS names,
  (SELECT group_concat(office, '; ') FROM (
    SELECT DISTINCT iif(o.former, 'former ', '') || o.title || ' of ' || b.name AS office
    FROM mention m JOIN office o ON o.article = m.article AND o.person = m.entity
      JOIN mention of ON of.article = o.article AND of.entity = o.body JOIN entity b ON b.no = of.stands
    WHERE m.stands = e.no ORDER BY 1)) AS offices
FROM entity e WHERE e.kind = 'person' AND e.name <> '';

DROP VIEW IF EXISTS offices;
CREATE VIEW offices AS
SELECT p.name AS person, o.title, b.name AS of, o.former, count(DISTINCT a.no) AS articles,
  min(a.published) AS first, max(a.published) AS last, max(o.confidence) AS confidence, p.id AS person_id, b.id AS of_id
FROM office o
  JOIN mention m ON m.article = o.article AND m.entity = o.person JOIN entity p ON p.no = m.stands
  JOIN mention of ON of.article = o.article AND of.entity = o.body JOIN entity b ON b.no = of.stands
  JOIN article a ON a.no = o.article
GROUP BY p.no, o.title, b.no, o.former;

-- Who are one among all articles are named once.
DROP VIEW IF EXISTS statements;
CREATE VIEW statements AS
SELECT s.id, s.date, a.published,
  coalesce((SELECT group_concat(name, ', ') FROM (SELECT e.name FROM part p JOIN mention m ON m.article = p.article AND m.entity = p.entity JOIN entity e ON e.no = m.stands
    WHERE p.article = s.article AND p.statement = s.no AND p.role = 'speaker' GROUP BY e.no ORDER BY min(p.place))), s.source) AS speaker,
  s.verb, s.act,
  (SELECT group_concat(name, ', ') FROM (SELECT e.name FROM part p JOIN mention m ON m.article = p.article AND m.entity = p.entity JOIN entity e ON e.no = m.stands
    WHERE p.article = s.article AND p.statement = s.no AND p.role = 'addressee' GROUP BY e.no ORDER BY min(p.place))) AS addressee,
  (SELECT group_concat(name, ', ') FROM (SELECT e.name FROM part p JOIN mention m ON m.article = p.article AND m.entity = p.entity JOIN entity e ON e.no = m.stands
    WHERE p.article = s.article AND p.statement = s.no AND p.role = 'target' GROUP BY e.no ORDER BY min(p.place))) AS target,
  s.text, s.quote, s.polarity, s.modality, s.confidence, s.sentence, a.headline, a.publisher, a.id AS article
FROM statement s JOIN article a ON a.no = s.article;

-- Where an article tells twice of one meeting, the first stands.
DROP VIEW IF EXISTS meetings;
CREATE VIEW meetings AS
WITH t AS (
  SELECT coalesce(nullif(o.is_of, ''), t.meeting) AS id, t.*, min(t.no)
  FROM telling t LEFT JOIN told o ON o.article = t.article AND o.meeting = t.meeting GROUP BY t.article, 1
)
SELECT t.id, t.date, t.status, t.mode, t.name,
  (SELECT group_concat(name, ', ') FROM (
    SELECT DISTINCT e.name FROM participant p JOIN mention m ON m.article = p.article AND m.entity = p.entity JOIN entity e ON e.no = m.stands
    WHERE p.article = t.article AND p.meeting = t.meeting ORDER BY 1)) AS participants,
  (SELECT e.name FROM mention m JOIN entity e ON e.no = m.stands WHERE m.article = t.article AND m.entity = t.place) AS place,
  t.venue, t.confidence, a.published, a.id AS article
FROM t JOIN article a ON a.no = t.article;

DROP VIEW IF EXISTS copies;
CREATE VIEW copies AS
SELECT a.id AS article, a.publisher, a.published, a.headline, c.share, o.publisher AS original_publisher, o.published AS original_published, c.original
FROM copy c JOIN article a ON a.no = c.article LEFT JOIN article o ON o.id = c.original;
