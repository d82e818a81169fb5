-- What newsgraph does with the library: a row for each run that wrote to it.
CREATE TABLE run (
  no      INTEGER PRIMARY KEY,
  started TEXT NOT NULL, -- UTC
  command TEXT NOT NULL,
  added   INTEGER NOT NULL DEFAULT 0, -- articles that were new
  changed INTEGER NOT NULL DEFAULT 0, -- that were read again and had changed
  settled INTEGER NOT NULL DEFAULT 0, -- whose facts others changed
  removed INTEGER NOT NULL DEFAULT 0
);

-- What the library is made with: decided, the hash of the decisions; program,
-- the one that settled it; web, what is known of pages.
CREATE TABLE note (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;

CREATE TABLE article (
  no           INTEGER PRIMARY KEY,
  id           TEXT NOT NULL UNIQUE,
  url          TEXT,
  headline     TEXT,
  publisher    TEXT,
  author       TEXT,
  language     TEXT,
  published    TEXT, -- YYYY-MM-DD, as precise as known
  sha256       TEXT NOT NULL, -- of the text
  origin       TEXT, -- what it was read from
  kind         TEXT, -- of source
  known_by     TEXT NOT NULL, -- hash of the text and of all that its source says of it
  reader       TEXT NOT NULL, -- the program that read it, and its network
  copy_of      TEXT, -- what an earlier run found it to be a copy of, and the share, where its facts were there already
  copy_share   REAL,
  facts_sha256 TEXT NOT NULL, -- of its facts; empty until they are settled
  added        INTEGER NOT NULL REFERENCES run,
  changed      INTEGER NOT NULL REFERENCES run -- when its facts did last
);

CREATE INDEX article_copy_of ON article (copy_of) WHERE copy_of IS NOT NULL;

-- The text, and the facts as newsgraph writes them as JSON without the text,
-- packed with zlib: as settled, with what they were when read.
CREATE TABLE body (article INTEGER PRIMARY KEY REFERENCES article, text TEXT NOT NULL, facts BLOB NOT NULL);

-- Articles whose reading or removal nobody has settled yet.
CREATE TABLE touched (article INTEGER PRIMARY KEY);

-- Files that were read as a whole, as they were then, and which articles they hold.
CREATE TABLE file (path TEXT PRIMARY KEY, size INTEGER NOT NULL, modified INTEGER NOT NULL, how TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE holds (path TEXT NOT NULL, article TEXT NOT NULL, PRIMARY KEY (path, article)) WITHOUT ROWID;
CREATE INDEX holds_article ON holds (article);

-- Where articles were written to, and with which facts. A target is a database,
-- or all scripts of Cypher, or all files of JSON.
CREATE TABLE target (no INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE written (target INTEGER NOT NULL REFERENCES target, article TEXT NOT NULL, facts_sha256 TEXT NOT NULL, PRIMARY KEY (target, article)) WITHOUT ROWID;

-- Who and what there is: kind is person, country, organization or place.
CREATE TABLE entity (no INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, name TEXT NOT NULL, wikidata TEXT);
CREATE TABLE mention (
  article    INTEGER NOT NULL REFERENCES article,
  entity     INTEGER NOT NULL REFERENCES entity,
  name       TEXT NOT NULL,
  names      TEXT NOT NULL, -- a list of JSON
  times      INTEGER NOT NULL,
  wikidata   TEXT,
  confidence REAL,
  PRIMARY KEY (article, entity)
) WITHOUT ROWID;
CREATE INDEX mention_entity ON mention (entity, name);

CREATE TABLE office (
  article    INTEGER NOT NULL REFERENCES article,
  person     INTEGER NOT NULL REFERENCES entity,
  title      TEXT NOT NULL,
  body       INTEGER NOT NULL REFERENCES entity, -- the country or organization that it is of
  former     INTEGER NOT NULL,
  confidence REAL,
  PRIMARY KEY (article, person, title, body, former)
) WITHOUT ROWID;
CREATE INDEX office_person ON office (person);

CREATE TABLE statement (
  no         INTEGER PRIMARY KEY,
  article    INTEGER NOT NULL REFERENCES article,
  id         TEXT NOT NULL,
  text       TEXT NOT NULL,
  quote      TEXT,
  verb       TEXT,
  act        TEXT,
  polarity   TEXT,
  modality   TEXT,
  date       TEXT,
  precision  TEXT,
  source     TEXT, -- the words for those whom nothing names
  sentence   TEXT,
  meeting    TEXT,
  confidence REAL
);
CREATE INDEX statement_article ON statement (article);

-- Who a statement is by, to and about: role is speaker, addressee, target, topic or reporter.
CREATE TABLE part (
  statement INTEGER NOT NULL REFERENCES statement,
  role      TEXT NOT NULL,
  place     INTEGER NOT NULL, -- among those of the role
  entity    INTEGER NOT NULL REFERENCES entity,
  PRIMARY KEY (statement, role, place)
) WITHOUT ROWID;
CREATE INDEX part_entity ON part (entity, role);

-- What an article says of a meeting; several may tell of one.
CREATE TABLE telling (
  article    INTEGER NOT NULL REFERENCES article,
  meeting    TEXT NOT NULL,
  name       TEXT,
  mode       TEXT,
  status     TEXT,
  date       TEXT,
  precision  TEXT,
  place      INTEGER REFERENCES entity,
  venue      TEXT,
  confidence REAL,
  PRIMARY KEY (article, meeting)
) WITHOUT ROWID;
CREATE INDEX telling_meeting ON telling (meeting);
CREATE TABLE participant (
  article INTEGER NOT NULL REFERENCES article,
  meeting TEXT NOT NULL,
  entity  INTEGER NOT NULL REFERENCES entity,
  role    TEXT NOT NULL,
  PRIMARY KEY (article, meeting, entity)
) WITHOUT ROWID;
CREATE INDEX participant_entity ON participant (entity);

CREATE TABLE copy (article INTEGER PRIMARY KEY REFERENCES article, original TEXT NOT NULL, share REAL NOT NULL);
