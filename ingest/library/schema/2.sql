-- What settles block by block, as package identity describes it: what each
-- article tells of each entity that may be joined with another, as JSON, and who
-- the entity is to the decisions.
CREATE TABLE sighting (
  no      INTEGER PRIMARY KEY,
  article INTEGER NOT NULL,
  entity  TEXT NOT NULL,
  told    TEXT NOT NULL
);
CREATE INDEX sighting_article ON sighting (article);
CREATE INDEX sighting_entity ON sighting (entity);

-- The blocks of each sighting: the one that is its home and those it is posted to.
CREATE TABLE posted (
  block    TEXT NOT NULL,
  sighting INTEGER NOT NULL,
  home     INTEGER NOT NULL,
  PRIMARY KEY (block, sighting)
) WITHOUT ROWID;
CREATE INDEX posted_sighting ON posted (sighting);

-- The joins that blocks decided, in the article named, or in all where that is
-- empty.
CREATE TABLE joined (
  entity  TEXT NOT NULL,
  article TEXT NOT NULL,
  becomes TEXT NOT NULL,
  block   TEXT NOT NULL,
  made    TEXT NOT NULL, -- the join as JSON
  PRIMARY KEY (entity, article)
) WITHOUT ROWID;
CREATE INDEX joined_block ON joined (block);
CREATE INDEX joined_becomes ON joined (becomes);

-- The meetings that articles tell of, as read; the group of those of the same
-- participants, and what is told by settled ids; the meeting that it is.
CREATE TABLE told (
  article INTEGER NOT NULL,
  meeting TEXT NOT NULL,
  plain   TEXT NOT NULL,
  company TEXT NOT NULL DEFAULT '',
  settled TEXT NOT NULL DEFAULT '',
  is_of   TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (article, meeting)
) WITHOUT ROWID;
CREATE INDEX told_company ON told (company);

-- The sketches by which copies are found, as package copies describes them: what
-- sorts the articles, the smallest hashes, the bands; the original where it is a
-- copy. Undecided is one that this change has put here.
CREATE TABLE story (
  article   INTEGER PRIMARY KEY,
  sorted    BLOB NOT NULL,
  low       BLOB NOT NULL,
  bands     BLOB NOT NULL,
  undecided INTEGER NOT NULL,
  original  TEXT,
  share     REAL
);
CREATE TABLE band (band INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (band, article)) WITHOUT ROWID;

-- All of it is made when the articles are settled anew.
INSERT OR IGNORE INTO touched (article) SELECT no FROM article;
UPDATE article SET facts_sha256 = '';
