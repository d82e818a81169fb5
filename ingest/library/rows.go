package library

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/facts"
)

// tables have rows of an article's settled facts.
var tables = []string{"mention", "office", "statement", "telling", "participant", "copy"}

// clear takes the rows of an article out of the tables that views show.
func (c *change) clear(no int64) error {
	gone, err := column[int64](c, "SELECT entity FROM mention WHERE article = ?", no)
	for _, entity := range gone {
		c.named[entity] = true
	}
	if err == nil {
		err = c.exec("DELETE FROM part WHERE statement IN (SELECT no FROM statement WHERE article = ?)", no)
	}
	for _, table := range tables {
		if err == nil {
			err = c.exec("DELETE FROM "+table+" WHERE article = ?", no)
		}
	}
	return err
}

// rows writes an article's settled facts into the tables that views show.
func (c *change) rows(no int64, f *facts.Article) error {
	err := c.clear(no)
	for _, e := range f.Entities() {
		if err == nil {
			err = c.mention(no, e)
		}
	}
	for _, p := range f.People {
		for _, q := range p.Positions {
			if err == nil {
				err = c.link("INSERT OR REPLACE INTO office (article, title, former, confidence, person, body) VALUES (?, ?, ?, ?, ?, ?)",
					[]any{no, q.Title, q.Former, q.Confidence}, p.ID, q.Of)
			}
		}
	}
	for _, m := range f.Meetings {
		if err == nil {
			err = c.telling(no, m)
		}
	}
	for _, s := range f.Statements {
		if err == nil {
			err = c.statementRows(no, s)
		}
	}
	if err == nil && f.CopyOf != nil {
		err = c.exec("INSERT INTO copy (article, original, share) VALUES (?, ?, ?)", no, f.CopyOf.ID, f.CopyOf.Share)
	}
	return err
}

// link runs a statement whose last values are the numbers of entities.
func (c *change) link(text string, values []any, entities ...string) error {
	for _, id := range entities {
		if id == "" {
			values = append(values, nil)
			continue
		}
		no, err := c.entity(id)
		if err != nil {
			return err
		}
		values = append(values, no)
	}
	return c.exec(text, values...)
}

// entity returns the number of an entity, which it has from its first mention.
func (c *change) entity(id string) (no int64, err error) {
	if no, ok := c.entities[id]; ok {
		return no, nil
	}
	kind, _, _ := strings.Cut(id, ":")
	err = c.exec("INSERT OR IGNORE INTO entity (id, kind, name) VALUES (?, ?, '')", id, kind)
	if err == nil {
		err = c.one([]any{&no}, "SELECT no FROM entity WHERE id = ?", id)
	}
	c.entities[id] = no
	return no, err
}

func (c *change) mention(no int64, e facts.Entity) error {
	names := append([]string{e.Name}, e.Aliases...)
	slices.Sort(names)
	list, err := json.Marshal(slices.Compact(names))
	if err != nil {
		return err
	}
	entity, err := c.entity(e.ID)
	if err != nil {
		return err
	}
	c.named[entity] = true
	return c.exec("INSERT OR REPLACE INTO mention (article, entity, name, names, times, wikidata, confidence) VALUES (?, ?, ?, ?, ?, ?, ?)",
		no, entity, e.Name, string(list), len(e.Mentions), null(e.WikidataID), e.Confidence)
}

func (c *change) telling(no int64, m facts.Meeting) error {
	err := c.link("INSERT OR REPLACE INTO telling (article, meeting, name, mode, status, date, precision, venue, confidence, place) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
		[]any{no, m.ID, null(m.Name), null(m.Mode), null(m.Status), null(m.Date), null(m.DatePrecision), null(m.Venue), m.Confidence}, m.Place)
	for _, p := range m.Participants {
		if err == nil {
			err = c.link("INSERT OR REPLACE INTO participant (article, meeting, role, entity) VALUES (?, ?, ?, ?)", []any{no, m.ID, p.Role}, p.ID)
		}
	}
	return err
}

func (c *change) statementRows(no int64, s facts.Statement) error {
	source := ""
	if s.Unnamed != nil {
		source = s.Unnamed.Text
	}
	err := c.exec("INSERT INTO statement (article, id, text, quote, verb, act, polarity, modality, date, precision, source, sentence, meeting, confidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
		no, s.ID, s.Text, null(s.Quote), null(s.Verb), null(s.Act), null(s.Polarity), null(s.Modality), null(s.Date), null(s.DatePrecision), null(source), null(s.Sentence), null(s.Meeting), s.Confidence)
	var statement int64
	if err == nil {
		err = c.one([]any{&statement}, "SELECT last_insert_rowid()")
	}
	reporter := []string{}
	if s.ReportedBy != "" {
		reporter = append(reporter, s.ReportedBy)
	}
	for _, of := range []struct {
		role string
		ids  []string
	}{{"speaker", s.Voices()}, {"addressee", s.Addressees}, {"target", s.Targets}, {"topic", s.Topics}, {"reporter", reporter}} {
		for place, id := range of.ids {
			if err == nil {
				err = c.link("INSERT INTO part (statement, role, place, entity) VALUES (?, ?, ?, ?)", []any{statement, of.role, place}, id)
			}
		}
	}
	return err
}

// fullest finds the name of an entity among those that its articles show, as the
// graph does, of which graph.FullName tells.
const fullest = `WITH RECURSIVE shown (name) AS (
	SELECT min(name) FROM mention WHERE entity = ?1
	UNION ALL SELECT (SELECT min(name) FROM mention WHERE entity = ?1 AND name > shown.name) FROM shown WHERE shown.name IS NOT NULL
) SELECT name FROM shown WHERE name IS NOT NULL
ORDER BY length(name) - length(replace(name, ' ', '')) DESC, length(name) DESC, name LIMIT 1`

// rename gives entities their names, and takes those out that no article names
// any more.
func (c *change) rename() error {
	for no := range c.named {
		err := c.exec("DELETE FROM entity WHERE no = ?1 AND NOT EXISTS (SELECT 1 FROM mention WHERE entity = ?1)", no)
		if err == nil {
			err = c.exec("UPDATE entity SET name = ("+fullest+"), wikidata = (SELECT max(wikidata) FROM mention WHERE entity = ?1) WHERE no = ?1", no)
		}
		if err != nil {
			return err
		}
	}
	clear(c.named)
	return nil
}
