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
  (SELECT count(*) FROM mention m WHERE m.entity = e.no) AS articles,
  (SELECT count(*) FROM part p WHERE p.entity = e.no AND p.role = 'speaker') AS statements,
  (SELECT group_concat(name, ', ') FROM (SELECT DISTINCT j.value AS name FROM mention m, json_each(m.names) j WHERE m.entity = e.no ORDER BY 1)) AS names,
  (SELECT group_concat(office, '; ') FROM (
    SELECT DISTINCT iif(o.former, 'former ', '') || o.title || ' of ' || of.name AS office
    FROM office o JOIN entity of ON of.no = o.body WHERE o.person = e.no ORDER BY 1)) AS offices
FROM entity e WHERE e.kind = 'person';

DROP VIEW IF EXISTS offices;
CREATE VIEW offices AS
SELECT p.name AS person, o.title, b.name AS of, o.former, count(*) AS articles,
  min(a.published) AS first, max(a.published) AS last, max(o.confidence) AS confidence, p.id AS person_id, b.id AS of_id
FROM office o JOIN entity p ON p.no = o.person JOIN entity b ON b.no = o.body JOIN article a ON a.no = o.article
GROUP BY o.person, o.title, o.body, o.former;

DROP VIEW IF EXISTS statements;
CREATE VIEW statements AS
SELECT s.id, s.date, a.published,
  coalesce((SELECT group_concat(name, ', ') FROM (SELECT e.name FROM part p JOIN entity e ON e.no = p.entity WHERE p.statement = s.no AND p.role = 'speaker' ORDER BY p.place)), s.source) AS speaker,
  s.verb, s.act,
  (SELECT group_concat(name, ', ') FROM (SELECT e.name FROM part p JOIN entity e ON e.no = p.entity WHERE p.statement = s.no AND p.role = 'addressee' ORDER BY p.place)) AS addressee,
  (SELECT group_concat(name, ', ') FROM (SELECT e.name FROM part p JOIN entity e ON e.no = p.entity WHERE p.statement = s.no AND p.role = 'target' ORDER BY p.place)) AS target,
  s.text, s.quote, s.polarity, s.modality, s.confidence, s.sentence, a.headline, a.publisher, a.id AS article
FROM statement s JOIN article a ON a.no = s.article;

DROP VIEW IF EXISTS meetings;
CREATE VIEW meetings AS
SELECT t.meeting AS id, t.date, t.status, t.mode, t.name,
  (SELECT group_concat(name, ', ') FROM (SELECT e.name FROM participant p JOIN entity e ON e.no = p.entity WHERE p.article = t.article AND p.meeting = t.meeting ORDER BY 1)) AS participants,
  (SELECT e.name FROM entity e WHERE e.no = t.place) AS place, t.venue, t.confidence, a.published, a.id AS article
FROM telling t JOIN article a ON a.no = t.article;

DROP VIEW IF EXISTS copies;
CREATE VIEW copies AS
SELECT a.id AS article, a.publisher, a.published, a.headline, c.share, o.publisher AS original_publisher, o.published AS original_published, c.original
FROM copy c JOIN article a ON a.no = c.article LEFT JOIN article o ON o.id = c.original;
