// A graph of who said what to whom, written by newsgraph.
// Run it in cypher-shell (cypher-shell -f FILE) or paste it into the Neo4j Browser.
// Every statement can be run again: a second run adds nothing.

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

// ==========================================================================
// Article: it's “so” (https://example.org/1)

// Take out an earlier version of these articles, where there is one: who said it to whom
UNWIND [
  {id: 'https://example.org/1', factsSha256: '1'}
] AS row
MATCH (a:Article {id: row.id}) WHERE a.factsSha256 <> row.factsSha256
MATCH ()-[r:SAID_TO]->() WHERE r.statementId STARTS WITH a.id + '#'
DELETE r;

// Take out an earlier version of these articles, where there is one: statements
UNWIND [
  {id: 'https://example.org/1', factsSha256: '1'}
] AS row
MATCH (a:Article {id: row.id}) WHERE a.factsSha256 <> row.factsSha256
MATCH (s:Statement) WHERE s.id STARTS WITH a.id + '#'
DETACH DELETE s;

// Take out an earlier version of these articles, where there is one: evidence
UNWIND [
  {id: 'https://example.org/1', factsSha256: '1'}
] AS row
MATCH (a:Article {id: row.id}) WHERE a.factsSha256 <> row.factsSha256
MATCH (n)-[:MENTIONED_IN|REPORTED_IN]->(a)
MATCH (n)-[r:HOLDS_POSITION|LOCATED_IN|PARTICIPATED_IN|HELD_IN]->()
WITH r, collect(DISTINCT a.id + '#') AS gone
WITH r, [i IN range(0, size(r.evidence) - 1) WHERE none(start IN gone WHERE r.evidence[i] STARTS WITH start)] AS kept
WITH r, [i IN kept | r.evidence[i]] AS evidence, [i IN kept | coalesce(r.confidences[i], 0.0)] AS confidences
SET r.evidence = evidence, r.confidences = confidences,
  r.confidence = reduce(most = 0.0, sure IN confidences | CASE WHEN sure > most THEN sure ELSE most END)
WITH r WHERE size(r.evidence) = 0
DELETE r;

// Take out an earlier version of these articles, where there is one: dates of positions
UNWIND [
  {id: 'https://example.org/1', factsSha256: '1'}
] AS row
MATCH (a:Article {id: row.id}) WHERE a.factsSha256 <> row.factsSha256
MATCH (p:Person)-[:MENTIONED_IN]->(a)
MATCH (p)-[r:HOLDS_POSITION]->()
WITH DISTINCT r
UNWIND r.evidence AS place
MATCH (a:Article {id: split(place, '#char=')[0]})
WITH r, max(a.datePublished) AS asOf
SET r.asOf = asOf;

// Take out an earlier version of these articles, where there is one: meetings
UNWIND [
  {id: 'https://example.org/1', factsSha256: '1'}
] AS row
MATCH (a:Article {id: row.id}) WHERE a.factsSha256 <> row.factsSha256
MATCH (n:Meeting)-[old:REPORTED_IN]->(a)
DELETE old
WITH n, count(*) AS times
OPTIONAL MATCH (n)-[m:REPORTED_IN]->(a:Article)
WITH n, m, a ORDER BY coalesce(a.datePublished, date('0001-01-01')) DESC, a.id
WITH n, head(collect(m)) AS m
SET n.name = m.name, n.mode = m.mode, n.status = m.status, n.venue = m.venue, n.dateText = m.dateText, n.confidence = m.confidence
WITH n, m WHERE m IS NULL
DETACH DELETE n;

// Take out an earlier version of these articles, where there is one: entities
UNWIND [
  {id: 'https://example.org/1', factsSha256: '1'}
] AS row
MATCH (a:Article {id: row.id}) WHERE a.factsSha256 <> row.factsSha256
MATCH (n:Entity)-[old:MENTIONED_IN]->(a)
DELETE old
WITH n, count(*) AS times
OPTIONAL MATCH (n)-[m:MENTIONED_IN]->(:Article)
WITH n, m ORDER BY size(split(m.name, ' ')) DESC, size(m.name) DESC, m.name
WITH n, head(collect(m.name)) AS name, collect(m.names) AS lists, min(m.wikidataId) AS wikidataId, min(m.gender) AS gender
SET n.wikidataId = wikidataId, n.gender = gender
WITH n, name, lists
UNWIND lists + [[null]] AS names
UNWIND names AS alternate
WITH n, name, alternate ORDER BY alternate
WITH n, name, collect(DISTINCT alternate) AS names
SET n.name = name, n.alternateNames = [x IN names WHERE x <> name]
WITH n, name WHERE name IS NULL
DETACH DELETE n;

// Take out an earlier version of these articles, where there is one: what they are copies of
UNWIND [
  {id: 'https://example.org/1', factsSha256: '1'}
] AS row
MATCH (a:Article {id: row.id}) WHERE a.factsSha256 <> row.factsSha256
MATCH (a)-[old:COPY_OF]->(first:Article)
DELETE old
WITH first, count(*) AS times
WHERE first.factsSha256 IS NULL AND NOT (:Article)-[:COPY_OF]->(first)
DETACH DELETE first;

// Take out an earlier version of these articles, where there is one: the articles themselves
UNWIND [
  {id: 'https://example.org/1', factsSha256: '1'}
] AS row
MATCH (a:Article {id: row.id}) WHERE a.factsSha256 <> row.factsSha256
AND NOT (:Article)-[:COPY_OF]->(a)
DETACH DELETE a;

// Take out an earlier version of these articles, where there is one: all but the ids of those that have copies
UNWIND [
  {id: 'https://example.org/1', factsSha256: '1'}
] AS row
MATCH (a:Article {id: row.id}) WHERE a.factsSha256 <> row.factsSha256
SET a = {id: a.id};

// Article nodes
UNWIND [
  {id: 'https://example.org/1', headline: 'it\'s “so”', datePublished: date('2024-05-14'), factsSha256: '1'}
] AS row
MERGE (n:Article {id: row.id})
SET n += row;

// Person nodes
UNWIND [
  {id: 'person:jane-doe', name: 'Jane Doe'}
] AS row
MERGE (n:Person {id: row.id})
SET n += row, n:Entity;

// Country nodes
UNWIND [
  {id: 'country:fr', name: 'France', countryCode: 'FR'}
] AS row
MERGE (n:Country {id: row.id})
SET n += row, n:Entity;

// Organization nodes
UNWIND [
  {id: 'organization:nato', name: 'NATO'}
] AS row
MERGE (n:Organization {id: row.id})
SET n += row, n:Entity;

// Place nodes
UNWIND [
  {id: 'place:paris', name: 'Paris'}
] AS row
MERGE (n:Place {id: row.id})
SET n += row, n:Entity;

// Meeting nodes
UNWIND [
  {id: 'meeting:1', date: date('2024-05-14'), datePrecision: 'day'}
] AS row
MERGE (n:Meeting {id: row.id})
SET n += row;

// Statement nodes
UNWIND [
  {id: 'https://example.org/1#char=1,9', text: 'it\'s “so”', confidence: 1.0, depth: 0, end: 9, start: 1},
  {id: 'https://example.org/1#char=2,7', text: 'it\'s “so”', depth: 1, source: 'it\'s “so”', sourceKind: 'official'}
] AS row
MERGE (n:Statement {id: row.id})
SET n += row;

// REPORTED_IN relationships, Meeting to Article
UNWIND [
  {from: 'meeting:1', to: 'https://example.org/1', name: 'it\'s “so”'}
] AS row
MATCH (a:Meeting {id: row.from})
MATCH (b:Article {id: row.to})
MERGE (a)-[r:REPORTED_IN]->(b)
SET r.confidence = row.confidence, r.dateText = row.dateText, r.end = row.end, r.mode = row.mode, r.name = row.name, r.sentence = row.sentence, r.start = row.start, r.status = row.status, r.venue = row.venue;

// REPORTED_IN relationships, Statement to Article
UNWIND [
  {from: 'https://example.org/1#char=1,9', to: 'https://example.org/1', start: 1},
  {from: 'https://example.org/1#char=2,7', to: 'https://example.org/1', start: 2}
] AS row
MATCH (a:Statement {id: row.from})
MATCH (b:Article {id: row.to})
MERGE (a)-[r:REPORTED_IN]->(b)
SET r.confidence = row.confidence, r.dateText = row.dateText, r.end = row.end, r.mode = row.mode, r.name = row.name, r.sentence = row.sentence, r.start = row.start, r.status = row.status, r.venue = row.venue;

// MENTIONED_IN relationships, Entity to Article
UNWIND [
  {from: 'person:jane-doe', to: 'https://example.org/1', name: 'it\'s “so”', count: 1, names: ['it\'s “so”']},
  {from: 'country:fr', to: 'https://example.org/1', name: 'it\'s “so”', count: 1, names: ['it\'s “so”']},
  {from: 'organization:nato', to: 'https://example.org/1', name: 'it\'s “so”', count: 1, names: ['it\'s “so”']},
  {from: 'place:paris', to: 'https://example.org/1', name: 'it\'s “so”', count: 1, names: ['it\'s “so”']}
] AS row
MATCH (a:Entity {id: row.from})
MATCH (b:Article {id: row.to})
MERGE (a)-[r:MENTIONED_IN]->(b)
SET r.confidence = row.confidence, r.count = row.count, r.end = row.end, r.gender = row.gender, r.name = row.name, r.names = row.names, r.readAs = row.readAs, r.rule = row.rule, r.start = row.start, r.wikidataId = row.wikidataId;

// MADE relationships, Entity to Statement
UNWIND [
  {from: 'person:jane-doe', to: 'https://example.org/1#char=1,9', as: 'it\'s “so”'}
] AS row
MATCH (a:Entity {id: row.from})
MATCH (b:Statement {id: row.to})
MERGE (a)-[r:MADE]->(b)
SET r.as = row.as, r.confidence = row.confidence, r.rule = row.rule;

// ADDRESSED_TO relationships, Statement to Entity
UNWIND [
  {from: 'https://example.org/1#char=1,9', to: 'organization:nato', as: 'it\'s “so”'}
] AS row
MATCH (a:Statement {id: row.from})
MATCH (b:Entity {id: row.to})
MERGE (a)-[r:ADDRESSED_TO]->(b)
SET r.as = row.as, r.confidence = row.confidence;

// ABOUT relationships, Statement to Entity
UNWIND [
  {from: 'https://example.org/1#char=1,9', to: 'country:fr', role: 'topic'}
] AS row
MATCH (a:Statement {id: row.from})
MATCH (b:Entity {id: row.to})
MERGE (a)-[r:ABOUT]->(b)
SET r.as = row.as, r.confidence = row.confidence, r.role = row.role;

// WITHIN relationships, Statement to Statement
UNWIND [
  {from: 'https://example.org/1#char=2,7', to: 'https://example.org/1#char=1,9'}
] AS row
MATCH (a:Statement {id: row.from})
MATCH (b:Statement {id: row.to})
MERGE (a)-[r:WITHIN]->(b);

// RESPONDS_TO relationships, Statement to Statement
UNWIND [
  {from: 'https://example.org/1#char=1,9', to: 'https://example.org/1#char=2,7', how: 'denies'}
] AS row
MATCH (a:Statement {id: row.from})
MATCH (b:Statement {id: row.to})
MERGE (a)-[r:RESPONDS_TO]->(b)
SET r.confidence = row.confidence, r.how = row.how;

// REPORTED_BY relationships, Statement to Entity
UNWIND [
  {from: 'https://example.org/1#char=1,9', to: 'organization:nato', as: 'it\'s “so”'}
] AS row
MATCH (a:Statement {id: row.from})
MATCH (b:Entity {id: row.to})
MERGE (a)-[r:REPORTED_BY]->(b)
SET r.as = row.as, r.confidence = row.confidence;

// MADE_AT relationships, Statement to Meeting
UNWIND [
  {from: 'https://example.org/1#char=1,9', to: 'meeting:1'}
] AS row
MATCH (a:Statement {id: row.from})
MATCH (b:Meeting {id: row.to})
MERGE (a)-[r:MADE_AT]->(b);

// PARTICIPATED_IN relationships, Entity to Meeting
UNWIND [
  {from: 'person:jane-doe', to: 'meeting:1', confidences: [0.9], evidence: ['https://example.org/1#char=1,9'], role: 'host'}
] AS row
MATCH (a:Entity {id: row.from})
MATCH (b:Meeting {id: row.to})
MERGE (a)-[r:PARTICIPATED_IN {role: row.role}]->(b)
WITH r, row, coalesce(r.evidence, []) AS places
WITH r, places + row.evidence AS places, coalesce(r.confidences, [place IN places | 0.0]) + row.confidences AS sure
UNWIND range(0, size(places) - 1) AS i
WITH r, places[i] AS place, max(sure[i]) AS sure ORDER BY place
WITH r, collect(place) AS evidence, collect(sure) AS confidences, max(sure) AS confidence
SET r.evidence = evidence, r.confidences = confidences, r.confidence = confidence;

// HELD_IN relationships, Meeting to Entity
UNWIND [
  {from: 'meeting:1', to: 'place:paris', confidences: [0.9], evidence: ['https://example.org/1#char=1,9']}
] AS row
MATCH (a:Meeting {id: row.from})
MATCH (b:Entity {id: row.to})
MERGE (a)-[r:HELD_IN]->(b)
WITH r, row, coalesce(r.evidence, []) AS places
WITH r, places + row.evidence AS places, coalesce(r.confidences, [place IN places | 0.0]) + row.confidences AS sure
UNWIND range(0, size(places) - 1) AS i
WITH r, places[i] AS place, max(sure[i]) AS sure ORDER BY place
WITH r, collect(place) AS evidence, collect(sure) AS confidences, max(sure) AS confidence
SET r.evidence = evidence, r.confidences = confidences, r.confidence = confidence;

// HOLDS_POSITION relationships, Entity to Entity
UNWIND [
  {from: 'person:jane-doe', to: 'country:fr', confidences: [0.9], evidence: ['https://example.org/1#char=1,9'], former: false, title: 'it\'s “so”'}
] AS row
MATCH (a:Entity {id: row.from})
MATCH (b:Entity {id: row.to})
MERGE (a)-[r:HOLDS_POSITION {title: row.title, former: row.former}]->(b)
WITH r, row, coalesce(r.evidence, []) AS places
WITH r, places + row.evidence AS places, coalesce(r.confidences, [place IN places | 0.0]) + row.confidences AS sure
UNWIND range(0, size(places) - 1) AS i
WITH r, places[i] AS place, max(sure[i]) AS sure ORDER BY place
WITH r, collect(place) AS evidence, collect(sure) AS confidences, max(sure) AS confidence
SET r.evidence = evidence, r.confidences = confidences, r.confidence = confidence;

// LOCATED_IN relationships, Entity to Entity
UNWIND [
  {from: 'place:paris', to: 'country:fr', confidences: [0.9], evidence: ['https://example.org/1#char=1,9']}
] AS row
MATCH (a:Entity {id: row.from})
MATCH (b:Entity {id: row.to})
MERGE (a)-[r:LOCATED_IN]->(b)
WITH r, row, coalesce(r.evidence, []) AS places
WITH r, places + row.evidence AS places, coalesce(r.confidences, [place IN places | 0.0]) + row.confidences AS sure
UNWIND range(0, size(places) - 1) AS i
WITH r, places[i] AS place, max(sure[i]) AS sure ORDER BY place
WITH r, collect(place) AS evidence, collect(sure) AS confidences, max(sure) AS confidence
SET r.evidence = evidence, r.confidences = confidences, r.confidence = confidence;

// SAID_TO relationships, Entity to Entity
UNWIND [
  {from: 'person:jane-doe', to: 'organization:nato', statementId: 'https://example.org/1#char=1,9', verb: 'it\'s “so”'}
] AS row
MATCH (a:Entity {id: row.from})
MATCH (b:Entity {id: row.to})
MERGE (a)-[r:SAID_TO {statementId: row.statementId}]->(b)
SET r.act = row.act, r.date = row.date, r.verb = row.verb;

// Names of the entities, from all articles
UNWIND [
  {id: 'person:jane-doe'},
  {id: 'country:fr'},
  {id: 'organization:nato'},
  {id: 'place:paris'}
] AS row
MATCH (n:Entity {id: row.id})
OPTIONAL MATCH (n)-[m:MENTIONED_IN]->(:Article)
WITH n, m ORDER BY size(split(m.name, ' ')) DESC, size(m.name) DESC, m.name
WITH n, head(collect(m.name)) AS name, collect(m.names) AS lists, min(m.wikidataId) AS wikidataId, min(m.gender) AS gender
SET n.wikidataId = wikidataId, n.gender = gender
WITH n, name, lists
UNWIND lists + [[null]] AS names
UNWIND names AS alternate
WITH n, name, alternate ORDER BY alternate
WITH n, name, collect(DISTINCT alternate) AS names
SET n.name = name, n.alternateNames = [x IN names WHERE x <> name];

// Names and status of the meetings, from all articles
UNWIND [
  {id: 'meeting:1'}
] AS row
MATCH (n:Meeting {id: row.id})
OPTIONAL MATCH (n)-[m:REPORTED_IN]->(a:Article)
WITH n, m, a ORDER BY coalesce(a.datePublished, date('0001-01-01')) DESC, a.id
WITH n, head(collect(m)) AS m
SET n.name = m.name, n.mode = m.mode, n.status = m.status, n.venue = m.venue, n.dateText = m.dateText, n.confidence = m.confidence;

// Dates of the positions, from all articles
UNWIND [
  {id: 'person:jane-doe'}
] AS row
MATCH (:Person {id: row.id})-[r:HOLDS_POSITION]->()
UNWIND r.evidence AS place
MATCH (a:Article {id: split(place, '#char=')[0]})
WITH r, max(a.datePublished) AS asOf
SET r.asOf = asOf;
