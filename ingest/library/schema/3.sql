-- Who stands in a block and is known by an item of Wikidata, as JSON: whoever has
-- the same item in other blocks is the same. Their joins are those of a block
-- that is called after the item.
CREATE TABLE stand (
  block TEXT NOT NULL,
  item  TEXT NOT NULL,
  made  TEXT NOT NULL,
  PRIMARY KEY (block, item, made)
) WITHOUT ROWID;
CREATE INDEX stand_item ON stand (item);

INSERT OR IGNORE INTO touched (article) SELECT no FROM article;
