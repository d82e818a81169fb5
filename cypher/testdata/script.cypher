// A graph of who said what to whom, written by newsgraph: 1 article, 2 statements, 1 meeting.
// Run it in cypher-shell (cypher-shell -f FILE) or paste it into the Neo4j Browser.
// Every statement can be run again: a second run adds nothing.
//
// What it does, in this order:
//   makes constraints and indexes, where they are missing,
//   takes out earlier versions of its articles, those that are gone, and nothing else,
//   adds its articles, some at a time: each in words, a line for each statement, meeting and office
//     (one without a day was said by the day of its article), then the same as rows, in the same
//     order: nodes, then relationships between them,
//   joins those who spoke with those whom they spoke to (SAID_TO),
//   notes that these articles are whole, so that a load that stopped is known.
// It changes nothing that other articles say.
//
// A row is one line: what its columns are stands above the rows, - is unknown. Where a text has
// such marks itself, they have numbers: |1| between the columns, -1- for what is unknown.

// Constraints and indexes
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT article_id IF NOT EXISTS FOR (n:Article) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT person_id IF NOT EXISTS FOR (n:Person) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT country_id IF NOT EXISTS FOR (n:Country) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT organization_id IF NOT EXISTS FOR (n:Organization) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT place_id IF NOT EXISTS FOR (n:Place) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT meeting_id IF NOT EXISTS FOR (n:Meeting) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT statement_id IF NOT EXISTS FOR (n:Statement) REQUIRE n.id IS UNIQUE;
CREATE INDEX entity_name IF NOT EXISTS FOR (n:Entity) ON (n.name);
CREATE INDEX statement_date IF NOT EXISTS FOR (n:Statement) ON (n.date);
CREATE INDEX statement_act IF NOT EXISTS FOR (n:Statement) ON (n.act);
CREATE INDEX statement_quote_key IF NOT EXISTS FOR (n:Statement) ON (n.quoteKey);
CREATE INDEX meeting_date IF NOT EXISTS FOR (n:Meeting) ON (n.date);
CREATE INDEX article_url IF NOT EXISTS FOR (n:Article) ON (n.url);
CREATE INDEX said_to_statement_id IF NOT EXISTS FOR ()-[r:SAID_TO]-() ON (r.statementId);
CREATE FULLTEXT INDEX statement_text IF NOT EXISTS FOR (n:Statement) ON EACH [n.text, n.quote];
CREATE FULLTEXT INDEX entity_names IF NOT EXISTS FOR (n:Entity) ON EACH [n.name, n.alternateNames];

// ##########################################################################
// Take out what is older

// Articles of this script, each with what tells its version: id | factsSha256
WITH [
  'https://example.org/1 | 1'
] AS texts
UNWIND texts AS text
UNWIND split(text, [' |\n   ', ' |\r\n   ']) AS line
WITH [cell IN split(line, ' | ') | CASE cell WHEN '-' THEN null ELSE cell END] AS c
WITH {id: c[0], factsSha256: c[1]} AS row
MATCH (a:Article {id: row.id}) WHERE a.factsSha256 <> row.factsSha256
SET a.factsSha256 = 'to be taken out';

// Of those that have another version: who said it to whom
MATCH (a:Article {factsSha256: 'to be taken out'})
MATCH ()-[r:SAID_TO]->() WHERE r.statementId STARTS WITH a.id + '#'
DELETE r;

// Of those that have another version: statements
MATCH (a:Article {factsSha256: 'to be taken out'})
MATCH (s:Statement) WHERE s.id STARTS WITH a.id + '#'
DETACH DELETE s;

// Of those that have another version: evidence
MATCH (a:Article {factsSha256: 'to be taken out'})
MATCH (a)<-[:MENTIONED_IN|REPORTED_IN]-(n)-[r:HOLDS_POSITION|LOCATED_IN|PARTICIPATED_IN|HELD_IN]->(o)-[:MENTIONED_IN|REPORTED_IN]->(a)
WITH r, collect(DISTINCT a.id + '#') AS gone
WHERE any(place IN r.evidence WHERE any(start IN gone WHERE place STARTS WITH start))
WITH r, [i IN range(0, size(r.evidence) - 1) WHERE none(start IN gone WHERE r.evidence[i] STARTS WITH start)] AS kept
WITH r, [i IN kept | r.evidence[i]] AS evidence, [i IN kept | coalesce(r.confidences[i], 0.0)] AS confidences
SET r.evidence = evidence, r.confidences = confidences,
  r.confidence = reduce(most = 0.0, sure IN confidences | CASE WHEN sure > most THEN sure ELSE most END)
WITH r WHERE size(r.evidence) = 0
DELETE r;

// Of those that have another version: dates of positions
MATCH (a:Article {factsSha256: 'to be taken out'})
MATCH (a)<-[:MENTIONED_IN]-(p:Person)-[r:HOLDS_POSITION]->(o)-[:MENTIONED_IN]->(a)
WHERE r.asOf <= a.datePublished
WITH DISTINCT r
UNWIND r.evidence AS place
MATCH (a:Article {id: split(place, '#char=')[0]})
WITH r, max(a.datePublished) AS asOf
SET r.asOf = asOf;

// Of those that have another version: meetings
MATCH (a:Article {factsSha256: 'to be taken out'})
MATCH (n:Meeting)-[old:REPORTED_IN]->(a)
DELETE old
WITH n, count(*) AS times
OPTIONAL MATCH (n)-[m:REPORTED_IN]->(a:Article)
WITH n, m, a ORDER BY coalesce(a.datePublished, date('0001-01-01')) DESC, a.id
WITH n, head(collect(m)) AS m
SET n.name = m.name, n.mode = m.mode, n.status = m.status, n.venue = m.venue, n.dateText = m.dateText, n.confidence = m.confidence
WITH n, m WHERE m IS NULL
DETACH DELETE n;

// Of those that have another version: entities
MATCH (a:Article {factsSha256: 'to be taken out'})
MATCH (n:Entity)-[old:MENTIONED_IN]->(a)
WITH n, old, old {.name, .names, .gender, .wikidataId} AS told
DELETE old
WITH n, told
WHERE NOT EXISTS { MATCH (n)-[m:MENTIONED_IN]->(:Article) WHERE m.name = told.name AND all(name IN told.names WHERE name IN m.names)
  AND coalesce(m.gender, '') = coalesce(told.gender, '') AND coalesce(m.wikidataId, '') = coalesce(told.wikidataId, '') }
WITH DISTINCT n
OPTIONAL MATCH (n)-[m:MENTIONED_IN]->(:Article)
WITH n, m ORDER BY size(split(m.name, ' ')) DESC, size(m.name) DESC, m.name
WITH n, collect(m.name) AS called, collect(m.names) AS lists, min(m.wikidataId) AS wikidataId, min(m.gender) AS gender
SET n.wikidataId = wikidataId, n.gender = gender
WITH n, head(called) AS name, lists + [called] + [[null]] AS lists
UNWIND lists AS names
UNWIND names AS alternate
WITH n, name, alternate ORDER BY alternate
WITH n, name, collect(DISTINCT alternate) AS names
WITH n, name, [x IN names WHERE x <> name] AS others
SET n.name = name, n.alternateNames = CASE others WHEN [] THEN null ELSE others END
WITH n, name WHERE name IS NULL
DETACH DELETE n;

// Of those that have another version: what they are copies of
MATCH (a:Article {factsSha256: 'to be taken out'})
MATCH (a)-[old:COPY_OF]->(first:Article)
DELETE old
WITH first, count(*) AS times
WHERE first.factsSha256 IS NULL AND NOT (:Article)-[:COPY_OF]->(first)
DETACH DELETE first;

// Of those that have another version: the articles themselves
MATCH (a:Article {factsSha256: 'to be taken out'})
WITH a WHERE NOT (:Article)-[:COPY_OF]->(a)
DETACH DELETE a;

// Of those that have another version: all but the ids of those that have copies
MATCH (a:Article {factsSha256: 'to be taken out'})
SET a = {id: a.id};

// ##########################################################################
// The articles

// ==========================================================================
// it's “so”
// 2024-05-14 · https://example.org/1
//   Jane Doe → NATO, by way of NATO: “it's “so””
//     it's “so”: “it's “so””
//   Meeting: Jane Doe, Paris, 2024-05-14
//   Office: Jane Doe, it's “so” of France

// Article: id | headline | datePublished | factsSha256
WITH [
  // it's “so”
  'https://example.org/1 | it\'s “so” | 2024-05-14 | 1'
] AS texts
UNWIND texts AS text
UNWIND split(text, [' |\n   ', ' |\r\n   ']) AS line
WITH [cell IN split(line, ' | ') | CASE cell WHEN '-' THEN null ELSE cell END] AS c
WITH {id: c[0], headline: c[1], datePublished: date(c[2]), factsSha256: c[3]} AS row
MERGE (n:Article {id: row.id})
SET n += row, n.factsSha256 = 'loading ' + row.factsSha256;

// Person: id | name | names
WITH [
  // it's “so”
  'person:jane-doe | it\'s “so” | it\'s “so”'
] AS texts
UNWIND texts AS text
UNWIND split(text, [' |\n   ', ' |\r\n   ']) AS line
WITH [cell IN split(line, ' | ') | CASE cell WHEN '-' THEN null ELSE cell END] AS c
WITH {id: c[0], name: c[1], names: split(c[2], ' / ')} AS row
MERGE (n:Person {id: row.id})
SET n:Entity,
  n.gender = CASE WHEN n.gender <= row.gender THEN n.gender ELSE coalesce(row.gender, n.gender) END,
  n.wikidataId = CASE WHEN n.wikidataId <= row.wikidataId THEN n.wikidataId ELSE coalesce(row.wikidataId, n.wikidataId) END
WITH n, row, coalesce(n.alternateNames, []) + CASE WHEN n.name IS NULL THEN [] ELSE [n.name] END AS known,
  size(split(n.name, ' ')) - size(split(row.name, ' ')) AS words, size(n.name) - size(row.name) AS letters
SET n.name = CASE WHEN words > 0 OR words = 0 AND (letters > 0 OR letters = 0 AND n.name <= row.name) THEN n.name ELSE coalesce(row.name, n.name) END
WITH n, row, known
WHERE n.name <> last(known) OR any(name IN row.names WHERE NOT name IN known)
UNWIND known + row.names AS name
WITH n, name ORDER BY name
WITH n, collect(DISTINCT name) AS names
WITH n, [name IN names WHERE name <> n.name] AS others
SET n.alternateNames = CASE others WHEN [] THEN null ELSE others END;

// Country: id | name | countryCode | names
WITH [
  // it's “so”
  'country:fr | it\'s “so” | FR | it\'s “so”'
] AS texts
UNWIND texts AS text
UNWIND split(text, [' |\n   ', ' |\r\n   ']) AS line
WITH [cell IN split(line, ' | ') | CASE cell WHEN '-' THEN null ELSE cell END] AS c
WITH {id: c[0], name: c[1], countryCode: c[2], names: split(c[3], ' / ')} AS row
MERGE (n:Country {id: row.id})
SET n:Entity,
  n.countryCode = CASE WHEN n.countryCode <= row.countryCode THEN n.countryCode ELSE coalesce(row.countryCode, n.countryCode) END,
  n.wikidataId = CASE WHEN n.wikidataId <= row.wikidataId THEN n.wikidataId ELSE coalesce(row.wikidataId, n.wikidataId) END
WITH n, row, coalesce(n.alternateNames, []) + CASE WHEN n.name IS NULL THEN [] ELSE [n.name] END AS known,
  size(split(n.name, ' ')) - size(split(row.name, ' ')) AS words, size(n.name) - size(row.name) AS letters
SET n.name = CASE WHEN words > 0 OR words = 0 AND (letters > 0 OR letters = 0 AND n.name <= row.name) THEN n.name ELSE coalesce(row.name, n.name) END
WITH n, row, known
WHERE n.name <> last(known) OR any(name IN row.names WHERE NOT name IN known)
UNWIND known + row.names AS name
WITH n, name ORDER BY name
WITH n, collect(DISTINCT name) AS names
WITH n, [name IN names WHERE name <> n.name] AS others
SET n.alternateNames = CASE others WHEN [] THEN null ELSE others END;

// Organization: id | name | names
WITH [
  // it's “so”
  'organization:nato | it\'s “so” | it\'s “so”'
] AS texts
UNWIND texts AS text
UNWIND split(text, [' |\n   ', ' |\r\n   ']) AS line
WITH [cell IN split(line, ' | ') | CASE cell WHEN '-' THEN null ELSE cell END] AS c
WITH {id: c[0], name: c[1], names: split(c[2], ' / ')} AS row
MERGE (n:Organization {id: row.id})
SET n:Entity,
  n.countryCode = CASE WHEN n.countryCode <= row.countryCode THEN n.countryCode ELSE coalesce(row.countryCode, n.countryCode) END,
  n.wikidataId = CASE WHEN n.wikidataId <= row.wikidataId THEN n.wikidataId ELSE coalesce(row.wikidataId, n.wikidataId) END
WITH n, row, coalesce(n.alternateNames, []) + CASE WHEN n.name IS NULL THEN [] ELSE [n.name] END AS known,
  size(split(n.name, ' ')) - size(split(row.name, ' ')) AS words, size(n.name) - size(row.name) AS letters
SET n.name = CASE WHEN words > 0 OR words = 0 AND (letters > 0 OR letters = 0 AND n.name <= row.name) THEN n.name ELSE coalesce(row.name, n.name) END
WITH n, row, known
WHERE n.name <> last(known) OR any(name IN row.names WHERE NOT name IN known)
UNWIND known + row.names AS name
WITH n, name ORDER BY name
WITH n, collect(DISTINCT name) AS names
WITH n, [name IN names WHERE name <> n.name] AS others
SET n.alternateNames = CASE others WHEN [] THEN null ELSE others END;

// Place: id | name | names
WITH [
  // it's “so”
  'place:paris | it\'s “so” | it\'s “so”'
] AS texts
UNWIND texts AS text
UNWIND split(text, [' |\n   ', ' |\r\n   ']) AS line
WITH [cell IN split(line, ' | ') | CASE cell WHEN '-' THEN null ELSE cell END] AS c
WITH {id: c[0], name: c[1], names: split(c[2], ' / ')} AS row
MERGE (n:Place {id: row.id})
SET n:Entity,
  n.countryCode = CASE WHEN n.countryCode <= row.countryCode THEN n.countryCode ELSE coalesce(row.countryCode, n.countryCode) END,
  n.wikidataId = CASE WHEN n.wikidataId <= row.wikidataId THEN n.wikidataId ELSE coalesce(row.wikidataId, n.wikidataId) END
WITH n, row, coalesce(n.alternateNames, []) + CASE WHEN n.name IS NULL THEN [] ELSE [n.name] END AS known,
  size(split(n.name, ' ')) - size(split(row.name, ' ')) AS words, size(n.name) - size(row.name) AS letters
SET n.name = CASE WHEN words > 0 OR words = 0 AND (letters > 0 OR letters = 0 AND n.name <= row.name) THEN n.name ELSE coalesce(row.name, n.name) END
WITH n, row, known
WHERE n.name <> last(known) OR any(name IN row.names WHERE NOT name IN known)
UNWIND known + row.names AS name
WITH n, name ORDER BY name
WITH n, collect(DISTINCT name) AS names
WITH n, [name IN names WHERE name <> n.name] AS others
SET n.alternateNames = CASE others WHEN [] THEN null ELSE others END;

// Meeting: id | date | datePrecision
WITH [
  // it's “so”
  'meeting:1 | 2024-05-14 | day'
] AS texts
UNWIND texts AS text
UNWIND split(text, [' |\n   ', ' |\r\n   ']) AS line
WITH [cell IN split(line, ' | ') | CASE cell WHEN '-' THEN null ELSE cell END] AS c
WITH {id: c[0], date: date(c[1]), datePrecision: c[2]} AS row
MERGE (n:Meeting {id: row.id})
SET n.date = CASE WHEN n.date <= row.date THEN n.date ELSE coalesce(row.date, n.date) END,
  n.datePrecision = CASE WHEN n.datePrecision <= row.datePrecision THEN n.datePrecision ELSE coalesce(row.datePrecision, n.datePrecision) END;

// Statement: id | confidence | depth | end | source | sourceKind | start | text
WITH [
  // it's “so”
  'https://example.org/1#char=1,9 | 1 | 0 | 9 | - | - | 1 | it\'s “so” |
   https://example.org/1#char=2,7 | - | 1 | - | it\'s “so” | official | - | it\'s “so”'
] AS texts
UNWIND texts AS text
UNWIND split(text, [' |\n   ', ' |\r\n   ']) AS line
WITH [cell IN split(line, ' | ') | CASE cell WHEN '-' THEN null ELSE cell END] AS c
WITH {id: c[0], confidence: toFloat(c[1]), depth: toInteger(c[2]), end: toInteger(c[3]), source: c[4], sourceKind: c[5], start: toInteger(c[6]), text: c[7]} AS row
MERGE (n:Statement {id: row.id})
SET n += row;

// REPORTED_IN, Meeting to Article: from | to | name
WITH [
  // it's “so”
  'meeting:1 | https://example.org/1 | it\'s “so”'
] AS texts
UNWIND texts AS text
UNWIND split(text, [' |\n   ', ' |\r\n   ']) AS line
WITH [cell IN split(line, ' | ') | CASE cell WHEN '-' THEN null ELSE cell END] AS c
WITH {from: c[0], to: c[1], props: {name: c[2]}} AS row
MATCH (a:Meeting {id: row.from})
MATCH (b:Article {id: row.to})
MERGE (a)-[r:REPORTED_IN]->(b)
SET r += row.props
WITH DISTINCT a AS n
OPTIONAL MATCH (n)-[m:REPORTED_IN]->(a:Article)
WITH n, m, a ORDER BY coalesce(a.datePublished, date('0001-01-01')) DESC, a.id
WITH n, head(collect(m)) AS m
SET n.name = m.name, n.mode = m.mode, n.status = m.status, n.venue = m.venue, n.dateText = m.dateText, n.confidence = m.confidence;

// REPORTED_IN, Statement to Article: from | to | start
WITH [
  // it's “so”
  'https://example.org/1#char=1,9 | https://example.org/1 | 1 |
   https://example.org/1#char=2,7 | https://example.org/1 | 2'
] AS texts
UNWIND texts AS text
UNWIND split(text, [' |\n   ', ' |\r\n   ']) AS line
WITH [cell IN split(line, ' | ') | CASE cell WHEN '-' THEN null ELSE cell END] AS c
WITH {from: c[0], to: c[1], props: {start: toInteger(c[2])}} AS row
MATCH (a:Statement {id: row.from})
MATCH (b:Article {id: row.to})
MERGE (a)-[r:REPORTED_IN]->(b)
SET r += row.props;

// MENTIONED_IN, Entity to Article: from | to | name | count | names
WITH [
  // it's “so”
  'person:jane-doe | https://example.org/1 | it\'s “so” | 1 | it\'s “so” |
   country:fr | https://example.org/1 | it\'s “so” | 1 | it\'s “so” |
   organization:nato | https://example.org/1 | it\'s “so” | 1 | it\'s “so” |
   place:paris | https://example.org/1 | it\'s “so” | 1 | it\'s “so”'
] AS texts
UNWIND texts AS text
UNWIND split(text, [' |\n   ', ' |\r\n   ']) AS line
WITH [cell IN split(line, ' | ') | CASE cell WHEN '-' THEN null ELSE cell END] AS c
WITH {from: c[0], to: c[1], props: {name: c[2], count: toInteger(c[3]), names: split(c[4], ' / ')}} AS row
MATCH (a:Entity {id: row.from})
MATCH (b:Article {id: row.to})
MERGE (a)-[r:MENTIONED_IN]->(b)
SET r += row.props;

// MADE, Entity to Statement: from | to | as
WITH [
  // it's “so”
  'person:jane-doe | https://example.org/1#char=1,9 | it\'s “so”'
] AS texts
UNWIND texts AS text
UNWIND split(text, [' |\n   ', ' |\r\n   ']) AS line
WITH [cell IN split(line, ' | ') | CASE cell WHEN '-' THEN null ELSE cell END] AS c
WITH {from: c[0], to: c[1], props: {as: c[2]}} AS row
MATCH (a:Entity {id: row.from})
MATCH (b:Statement {id: row.to})
MERGE (a)-[r:MADE]->(b)
SET r += row.props;

// ADDRESSED_TO, Statement to Entity: from | to | as
WITH [
  // it's “so”
  'https://example.org/1#char=1,9 | organization:nato | it\'s “so”'
] AS texts
UNWIND texts AS text
UNWIND split(text, [' |\n   ', ' |\r\n   ']) AS line
WITH [cell IN split(line, ' | ') | CASE cell WHEN '-' THEN null ELSE cell END] AS c
WITH {from: c[0], to: c[1], props: {as: c[2]}} AS row
MATCH (a:Statement {id: row.from})
MATCH (b:Entity {id: row.to})
MERGE (a)-[r:ADDRESSED_TO]->(b)
SET r += row.props;

// ABOUT, Statement to Entity: from | to | role
WITH [
  // it's “so”
  'https://example.org/1#char=1,9 | country:fr | topic'
] AS texts
UNWIND texts AS text
UNWIND split(text, [' |\n   ', ' |\r\n   ']) AS line
WITH [cell IN split(line, ' | ') | CASE cell WHEN '-' THEN null ELSE cell END] AS c
WITH {from: c[0], to: c[1], props: {role: c[2]}} AS row
MATCH (a:Statement {id: row.from})
MATCH (b:Entity {id: row.to})
MERGE (a)-[r:ABOUT]->(b)
SET r += row.props;

// WITHIN, Statement to Statement: from | to
WITH [
  // it's “so”
  'https://example.org/1#char=2,7 | https://example.org/1#char=1,9'
] AS texts
UNWIND texts AS text
UNWIND split(text, [' |\n   ', ' |\r\n   ']) AS line
WITH [cell IN split(line, ' | ') | CASE cell WHEN '-' THEN null ELSE cell END] AS c
WITH {from: c[0], to: c[1]} AS row
MATCH (a:Statement {id: row.from})
MATCH (b:Statement {id: row.to})
MERGE (a)-[r:WITHIN]->(b);

// RESPONDS_TO, Statement to Statement: from | to | how
WITH [
  // it's “so”
  'https://example.org/1#char=1,9 | https://example.org/1#char=2,7 | denies'
] AS texts
UNWIND texts AS text
UNWIND split(text, [' |\n   ', ' |\r\n   ']) AS line
WITH [cell IN split(line, ' | ') | CASE cell WHEN '-' THEN null ELSE cell END] AS c
WITH {from: c[0], to: c[1], props: {how: c[2]}} AS row
MATCH (a:Statement {id: row.from})
MATCH (b:Statement {id: row.to})
MERGE (a)-[r:RESPONDS_TO]->(b)
SET r += row.props;

// REPORTED_BY, Statement to Entity: from | to | as
WITH [
  // it's “so”
  'https://example.org/1#char=1,9 | organization:nato | it\'s “so”'
] AS texts
UNWIND texts AS text
UNWIND split(text, [' |\n   ', ' |\r\n   ']) AS line
WITH [cell IN split(line, ' | ') | CASE cell WHEN '-' THEN null ELSE cell END] AS c
WITH {from: c[0], to: c[1], props: {as: c[2]}} AS row
MATCH (a:Statement {id: row.from})
MATCH (b:Entity {id: row.to})
MERGE (a)-[r:REPORTED_BY]->(b)
SET r += row.props;

// MADE_AT, Statement to Meeting: from | to
WITH [
  // it's “so”
  'https://example.org/1#char=1,9 | meeting:1'
] AS texts
UNWIND texts AS text
UNWIND split(text, [' |\n   ', ' |\r\n   ']) AS line
WITH [cell IN split(line, ' | ') | CASE cell WHEN '-' THEN null ELSE cell END] AS c
WITH {from: c[0], to: c[1]} AS row
MATCH (a:Statement {id: row.from})
MATCH (b:Meeting {id: row.to})
MERGE (a)-[r:MADE_AT]->(b);

// PARTICIPATED_IN, Entity to Meeting: from | to | role | evidence | confidences
WITH [
  // it's “so”
  'person:jane-doe | meeting:1 | host | https://example.org/1#char=1,9 | 0.9'
] AS texts
UNWIND texts AS text
UNWIND split(text, [' |\n   ', ' |\r\n   ']) AS line
WITH [cell IN split(line, ' | ') | CASE cell WHEN '-' THEN null ELSE cell END] AS c
WITH {from: c[0], to: c[1], role: c[2], evidence: split(c[3], ' / '), confidences: [n IN split(c[4], ' / ') | toFloat(n)]} AS row
MATCH (a:Entity {id: row.from})
MATCH (b:Meeting {id: row.to})
MERGE (a)-[r:PARTICIPATED_IN {role: row.role}]->(b)
WITH r, row, coalesce(r.evidence, []) AS places
WITH r, places + row.evidence AS places, coalesce(r.confidences, [place IN places | 0.0]) + row.confidences AS sure
UNWIND range(0, size(places) - 1) AS i
WITH r, places[i] AS place, max(sure[i]) AS sure ORDER BY place
WITH r, collect(place) AS evidence, collect(sure) AS confidences, max(sure) AS confidence
SET r.evidence = evidence, r.confidences = confidences, r.confidence = confidence;

// HELD_IN, Meeting to Entity: from | to | evidence | confidences
WITH [
  // it's “so”
  'meeting:1 | place:paris | https://example.org/1#char=1,9 | 0.9'
] AS texts
UNWIND texts AS text
UNWIND split(text, [' |\n   ', ' |\r\n   ']) AS line
WITH [cell IN split(line, ' | ') | CASE cell WHEN '-' THEN null ELSE cell END] AS c
WITH {from: c[0], to: c[1], evidence: split(c[2], ' / '), confidences: [n IN split(c[3], ' / ') | toFloat(n)]} AS row
MATCH (a:Meeting {id: row.from})
MATCH (b:Entity {id: row.to})
MERGE (a)-[r:HELD_IN]->(b)
WITH r, row, coalesce(r.evidence, []) AS places
WITH r, places + row.evidence AS places, coalesce(r.confidences, [place IN places | 0.0]) + row.confidences AS sure
UNWIND range(0, size(places) - 1) AS i
WITH r, places[i] AS place, max(sure[i]) AS sure ORDER BY place
WITH r, collect(place) AS evidence, collect(sure) AS confidences, max(sure) AS confidence
SET r.evidence = evidence, r.confidences = confidences, r.confidence = confidence;

// HOLDS_POSITION, Entity to Entity: from | to | title | asOf | former | evidence | confidences
WITH [
  // it's “so”
  'person:jane-doe | country:fr | it\'s “so” | 2024-05-14 | false | https://example.org/1#char=1,9 | 0.9'
] AS texts
UNWIND texts AS text
UNWIND split(text, [' |\n   ', ' |\r\n   ']) AS line
WITH [cell IN split(line, ' | ') | CASE cell WHEN '-' THEN null ELSE cell END] AS c
WITH {from: c[0], to: c[1], title: c[2], asOf: date(c[3]), former: toBoolean(c[4]), evidence: split(c[5], ' / '), confidences: [n IN split(c[6], ' / ') | toFloat(n)]} AS row
MATCH (a:Entity {id: row.from})
MATCH (b:Entity {id: row.to})
MERGE (a)-[r:HOLDS_POSITION {title: row.title, former: row.former}]->(b)
SET r.asOf = CASE WHEN r.asOf >= row.asOf THEN r.asOf ELSE coalesce(row.asOf, r.asOf) END
WITH r, row, coalesce(r.evidence, []) AS places
WITH r, places + row.evidence AS places, coalesce(r.confidences, [place IN places | 0.0]) + row.confidences AS sure
UNWIND range(0, size(places) - 1) AS i
WITH r, places[i] AS place, max(sure[i]) AS sure ORDER BY place
WITH r, collect(place) AS evidence, collect(sure) AS confidences, max(sure) AS confidence
SET r.evidence = evidence, r.confidences = confidences, r.confidence = confidence;

// LOCATED_IN, Entity to Entity: from | to | evidence | confidences
WITH [
  // it's “so”
  'place:paris | country:fr | https://example.org/1#char=1,9 | 0.9'
] AS texts
UNWIND texts AS text
UNWIND split(text, [' |\n   ', ' |\r\n   ']) AS line
WITH [cell IN split(line, ' | ') | CASE cell WHEN '-' THEN null ELSE cell END] AS c
WITH {from: c[0], to: c[1], evidence: split(c[2], ' / '), confidences: [n IN split(c[3], ' / ') | toFloat(n)]} AS row
MATCH (a:Entity {id: row.from})
MATCH (b:Entity {id: row.to})
MERGE (a)-[r:LOCATED_IN]->(b)
WITH r, row, coalesce(r.evidence, []) AS places
WITH r, places + row.evidence AS places, coalesce(r.confidences, [place IN places | 0.0]) + row.confidences AS sure
UNWIND range(0, size(places) - 1) AS i
WITH r, places[i] AS place, max(sure[i]) AS sure ORDER BY place
WITH r, collect(place) AS evidence, collect(sure) AS confidences, max(sure) AS confidence
SET r.evidence = evidence, r.confidences = confidences, r.confidence = confidence;

// ##########################################################################
// Who said it to whom, from what all articles say

// SAID_TO, Entity to Entity: from | to | verb | statementId
WITH [
  // it's “so”
  'person:jane-doe | organization:nato | it\'s “so” | https://example.org/1#char=1,9'
] AS texts
UNWIND texts AS text
UNWIND split(text, [' |\n   ', ' |\r\n   ']) AS line
WITH [cell IN split(line, ' | ') | CASE cell WHEN '-' THEN null ELSE cell END] AS c
WITH {from: c[0], to: c[1], statementId: c[3], props: {verb: c[2]}} AS row
MATCH (a:Entity {id: row.from})
MATCH (b:Entity {id: row.to})
OPTIONAL MATCH (a)-[r:SAID_TO]->(b) USING INDEX SEEK r:SAID_TO(statementId) WHERE r.statementId = row.statementId
FOREACH (new IN CASE WHEN r IS NULL THEN [row] ELSE [] END | CREATE (a)-[s:SAID_TO {statementId: new.statementId}]->(b) SET s += new.props)
SET r += row.props;

// ##########################################################################
// These articles are whole

// Articles of this script: id | factsSha256
WITH [
  'https://example.org/1 | 1'
] AS texts
UNWIND texts AS text
UNWIND split(text, [' |\n   ', ' |\r\n   ']) AS line
WITH [cell IN split(line, ' | ') | CASE cell WHEN '-' THEN null ELSE cell END] AS c
WITH {id: c[0], factsSha256: c[1]} AS row
MATCH (a:Article {id: row.id}) WHERE a.factsSha256 = 'loading ' + row.factsSha256
SET a.factsSha256 = row.factsSha256;
