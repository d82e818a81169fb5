-- Facts stay in body as they were read, and so do the rows made of them: whom an
-- entity of an article stands for among all articles is kept in mention alone, and
-- which meeting a telling is of in told. So what others change of an article are
-- a few values.
DROP TABLE mention;
DROP TABLE office;
DROP TABLE statement;
DROP TABLE part;
DROP TABLE telling;
DROP TABLE participant;
DROP TABLE sighting;
DROP TABLE posted;
DELETE FROM joined;
DELETE FROM stand;
DELETE FROM told;
DELETE FROM copy;
DELETE FROM entity;

ALTER TABLE article ADD COLUMN read_sha256 TEXT NOT NULL DEFAULT ''; -- of its facts as read; facts_sha256 is of these and of what settling makes of them

-- Who and what each article names, and who that is.
CREATE TABLE mention (
  article    INTEGER NOT NULL REFERENCES article,
  entity     INTEGER NOT NULL REFERENCES entity, -- as the article alone has it
  stands     INTEGER NOT NULL REFERENCES entity, -- for whom, among all articles
  sighted    INTEGER REFERENCES entity, -- who it is to the decisions, where it may be joined with another
  name       TEXT NOT NULL, -- and the Wikidata id, as settled
  wikidata   TEXT,
  called     TEXT NOT NULL, -- and the Wikidata id, as read
  item       TEXT,
  names      TEXT NOT NULL, -- as read, a list of JSON
  times      INTEGER NOT NULL,
  confidence REAL,
  PRIMARY KEY (article, entity)
) WITHOUT ROWID;
CREATE INDEX mention_entity ON mention (entity);
CREATE INDEX mention_stands ON mention (stands, name);

-- All that follows names entities and meetings as the article alone has them.
CREATE TABLE office (
  article    INTEGER NOT NULL REFERENCES article,
  person     INTEGER NOT NULL REFERENCES entity,
  title      TEXT NOT NULL,
  body       INTEGER NOT NULL REFERENCES entity, -- the country or organization that it is of
  former     INTEGER NOT NULL,
  confidence REAL,
  PRIMARY KEY (article, person, title, body, former)
) WITHOUT ROWID;

CREATE TABLE statement (
  article    INTEGER NOT NULL REFERENCES article,
  no         INTEGER NOT NULL, -- in the article
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
  confidence REAL,
  PRIMARY KEY (article, no)
) WITHOUT ROWID;

-- Who a statement is by, to and about: role is speaker, addressee, target, topic or reporter.
CREATE TABLE part (
  article   INTEGER NOT NULL REFERENCES article,
  statement INTEGER NOT NULL, -- its number in the article
  role      TEXT NOT NULL,
  place     INTEGER NOT NULL, -- among those of the role
  entity    INTEGER NOT NULL REFERENCES entity,
  PRIMARY KEY (article, statement, role, place)
) WITHOUT ROWID;

-- What an article says of a meeting; several may tell of one.
CREATE TABLE telling (
  article    INTEGER NOT NULL REFERENCES article,
  meeting    TEXT NOT NULL,
  no         INTEGER NOT NULL, -- in the article
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
CREATE TABLE participant (
  article INTEGER NOT NULL REFERENCES article,
  meeting TEXT NOT NULL,
  entity  INTEGER NOT NULL REFERENCES entity,
  role    TEXT NOT NULL,
  PRIMARY KEY (article, meeting, entity)
) WITHOUT ROWID;

-- What each article tells of each entity that may be joined with another, by who
-- it is to the decisions: what a block needs lies together.
CREATE TABLE sighting (
  entity  INTEGER NOT NULL REFERENCES entity,
  article INTEGER NOT NULL REFERENCES article,
  read_as INTEGER NOT NULL REFERENCES entity,
  told    BLOB NOT NULL, -- strings and lists, each with its length before it
  PRIMARY KEY (entity, article, read_as)
) WITHOUT ROWID;

-- The blocks of each who is sighted: the one that is its home and those it is posted to.
CREATE TABLE posted (
  block  TEXT NOT NULL,
  entity INTEGER NOT NULL REFERENCES entity,
  home   INTEGER NOT NULL,
  PRIMARY KEY (block, entity)
) WITHOUT ROWID;
CREATE INDEX posted_entity ON posted (entity);

-- Versions of articles that came before another in one run: known, as long as
-- another comes after them.
CREATE TABLE superseded (article TEXT NOT NULL, known_by TEXT NOT NULL, PRIMARY KEY (article, known_by)) WITHOUT ROWID;

-- All of it is made when the articles are settled anew.
INSERT OR IGNORE INTO touched (article) SELECT no FROM article;
UPDATE article SET facts_sha256 = '';
