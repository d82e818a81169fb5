package library

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/facts"
)

// tables have rows of an article's facts as read.
var tables = []string{"mention", "office", "statement", "part", "telling", "participant", "copy", "told"}

// clear takes the rows of an article out of all tables that settling fills.
func (c *change) clear(no int64) error {
	gone, err := list(&c.asking, func(e *[2]int64) []any { return []any{&e[0], &e[1]} }, "SELECT entity, stands FROM mention WHERE article = ? UNION SELECT sighted, sighted FROM mention WHERE article = ?1 AND sighted IS NOT NULL", no)
	for _, e := range gone {
		c.named[e[0]], c.named[e[1]] = true, true
	}
	if err == nil {
		err = c.exec("DELETE FROM sighting WHERE (entity, article) IN (SELECT sighted, article FROM mention WHERE article = ? AND sighted IS NOT NULL)", no)
	}
	for _, table := range tables {
		if err == nil {
			err = c.exec("DELETE FROM "+table+" WHERE article = ?", no)
		}
	}
	return err
}

// rows writes an article's facts as read into the tables that views show.
func (c *change) rows(no int64, f *facts.Article) error {
	var err error
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
	for i, m := range f.Meetings {
		if err == nil {
			err = c.telling(no, i, m)
		}
	}
	for i, s := range f.Statements {
		if err == nil {
			err = c.statementRows(no, i, s)
		}
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

// entity returns the number of an entity, which it has from its first mention. The
// change may give it another name.
func (c *change) entity(id string) (no int64, err error) {
	if no, ok := c.entities[id]; ok {
		return no, nil
	}
	kind, _, _ := strings.Cut(id, ":")
	err = c.exec("INSERT OR IGNORE INTO entity (id, kind, name) VALUES (?, ?, '')", id, kind)
	if err == nil {
		err = c.one([]any{&no}, "SELECT no FROM entity WHERE id = ?", id)
	}
	c.entities[id], c.named[no] = no, true
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
	return c.exec("INSERT OR REPLACE INTO mention (article, entity, stands, name, wikidata, called, item, names, times, confidence) VALUES (?, ?2, ?2, ?3, ?4, ?3, ?4, ?, ?, ?)",
		no, entity, e.Name, null(e.WikidataID), string(list), len(e.Mentions), e.Confidence)
}

func (c *change) telling(no int64, at int, m facts.Meeting) error {
	err := c.link("INSERT OR REPLACE INTO telling (article, meeting, no, name, mode, status, date, precision, venue, confidence, place) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
		[]any{no, m.ID, at, null(m.Name), null(m.Mode), null(m.Status), null(m.Date), null(m.DatePrecision), null(m.Venue), m.Confidence}, m.Place)
	for _, p := range m.Participants {
		if err == nil {
			err = c.link("INSERT OR REPLACE INTO participant (article, meeting, role, entity) VALUES (?, ?, ?, ?)", []any{no, m.ID, p.Role}, p.ID)
		}
	}
	return err
}

func (c *change) statementRows(no int64, at int, s facts.Statement) error {
	source := ""
	if s.Unnamed != nil {
		source = s.Unnamed.Text
	}
	err := c.exec("INSERT INTO statement (article, no, id, text, quote, verb, act, polarity, modality, date, precision, source, sentence, meeting, confidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
		no, at, s.ID, s.Text, null(s.Quote), null(s.Verb), null(s.Act), null(s.Polarity), null(s.Modality), null(s.Date), null(s.DatePrecision), null(source), null(s.Sentence), null(s.Meeting), s.Confidence)
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
				err = c.link("INSERT INTO part (article, statement, role, place, entity) VALUES (?, ?, ?, ?, ?)", []any{no, at, of.role, place}, id)
			}
		}
	}
	return err
}

// fullest finds the name of an entity among those that its articles show, as the
// graph does, of which graph.FullName tells.
const fullest = `WITH RECURSIVE shown (name) AS (
	SELECT min(name) FROM mention WHERE stands = ?1
	UNION ALL SELECT (SELECT min(name) FROM mention WHERE stands = ?1 AND name > shown.name) FROM shown WHERE shown.name IS NOT NULL
) SELECT name FROM shown WHERE name IS NOT NULL
ORDER BY length(name) - length(replace(name, ' ', '')) DESC, length(name) DESC, name LIMIT 1`

// rename gives entities their names, none to those who stand for nobody, and takes
// those out that no article names any more.
func (c *change) rename() error {
	for no := range c.named {
		err := c.exec("DELETE FROM posted WHERE entity = ?1 AND NOT EXISTS (SELECT 1 FROM sighting WHERE entity = ?1)", no)
		if err == nil {
			err = c.exec(`DELETE FROM entity WHERE no = ?1 AND NOT EXISTS (SELECT 1 FROM mention WHERE stands = ?1)
				AND NOT EXISTS (SELECT 1 FROM mention WHERE entity = ?1) AND NOT EXISTS (SELECT 1 FROM sighting WHERE entity = ?1)`, no)
		}
		if err == nil {
			err = c.exec("UPDATE entity SET name = coalesce(("+fullest+"), ''), wikidata = (SELECT max(wikidata) FROM mention WHERE stands = ?1) WHERE no = ?1", no)
		}
		if err != nil {
			return err
		}
	}
	clear(c.named)
	return nil
}
