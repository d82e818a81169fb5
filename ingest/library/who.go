package library

import (
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"

	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/identity"
)

// joining follows the joins of a library.
type joining struct {
	*asking
	decisions *identity.Decisions
	ids       *identity.Settled          // by the decisions alone
	joins     map[string][]identity.Join // by the entity that they begin with, as far as they were asked for
}

func newJoining(a *asking, d *identity.Decisions) *joining {
	return &joining{a, d, identity.NewSettled(d, nil), map[string][]identity.Join{}}
}

// from returns who is who by the joins that begin with ids of an article or with
// those who are named by decision, and those that follow them.
func (w *joining) from(article string, ids []string) (*identity.Settled, error) {
	var joins []identity.Join
	seen := map[string]bool{}
	for rest := append(w.decisions.Named(), ids...); len(rest) > 0; rest = rest[1:] {
		id := w.ids.ID(article, rest[0])
		if seen[id] {
			continue
		}
		seen[id] = true
		found, err := w.of(id)
		if err != nil {
			return nil, err
		}
		for _, j := range found {
			if j.Article == "" || j.Article == article {
				joins, rest = append(joins, j), append(rest, j.To)
			}
		}
	}
	return identity.NewSettled(w.decisions, joins), nil
}

// of returns the joins that begin with an id.
func (w *joining) of(id string) ([]identity.Join, error) {
	if joins, ok := w.joins[id]; ok {
		return joins, nil
	}
	texts, err := column[[]byte](w.asking, "SELECT made FROM joined WHERE entity = ?", id)
	if err != nil {
		return nil, err
	}
	joins := make([]identity.Join, len(texts))
	for i, text := range texts {
		if err := json.Unmarshal(text, &joins[i]); err != nil {
			return nil, err
		}
	}
	w.joins[id] = joins
	return joins, nil
}

// read returns an article's facts as the article alone gives them, nil where it is
// gone.
func (a *asking) read(no int64) (*facts.Article, error) {
	var text string
	var packed []byte
	var of sql.NullString
	var share sql.NullFloat64
	err := a.one([]any{&text, &packed, &of, &share}, "SELECT b.text, b.facts, a.copy_of, a.copy_share FROM body b JOIN article a ON a.no = b.article WHERE a.no = ?", no)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	var bare []byte
	if err == nil {
		bare, err = unpack(packed)
	}
	if err != nil {
		return nil, err
	}
	f, err := factsOf(bare, text)
	if err == nil {
		f.Restore()
		f.CopyOf = nil
		if of.Valid {
			f.CopyOf = &facts.Copy{ID: of.String, Share: share.Float64}
		}
	}
	return f, err
}

// facts returns an article's facts as they are settled.
func (w *joining) facts(no int64) (*facts.Article, error) {
	f, err := w.read(no)
	if err != nil || f == nil {
		return nil, err
	}
	var ids []string
	for _, e := range f.Entities() {
		ids = append(ids, e.ID)
	}
	who, err := w.from(f.ID, ids)
	if err != nil {
		return nil, err
	}
	met, err := w.met(no, f.ID)
	if err != nil {
		return nil, err
	}
	who.Meet(met)
	if who.Changes(f) {
		was, err := w.read(no)
		if err != nil {
			return nil, err
		}
		who.Apply(f)
		f.Keep(was)
	}
	f.CopyOf, err = w.copied(no)
	return f, err
}

// met returns which meetings an article tells of.
func (w *joining) met(no int64, id string) (met []identity.Met, err error) {
	rows, err := w.pairs("SELECT meeting, is_of FROM told WHERE article = ? AND is_of <> '' ORDER BY 1", no)
	for _, row := range rows {
		met = append(met, identity.Met{Article: id, From: row[0], To: row[1]})
	}
	return met, err
}

// mentioned is an entity of an article.
type mentioned struct {
	entity              int64
	id, called, item    string // as read
	stands, name, known string // as it was settled
}

// mentions returns the entities of an article.
func (w *joining) mentions(no int64) ([]mentioned, error) {
	return list(w.asking, func(m *mentioned) []any {
		return []any{&m.entity, &m.id, &m.called, &m.item, &m.stands, &m.name, &m.known}
	}, `SELECT m.entity, e.id, m.called, coalesce(m.item, ''), s.id, m.name, coalesce(m.wikidata, '')
		FROM mention m JOIN entity e ON e.no = m.entity JOIN entity s ON s.no = m.stands WHERE m.article = ? ORDER BY e.id`, no)
}

// form is what settling makes of facts as read: another where the same is to be
// written out in another way.
const form = 1

// settled is what settling tells of an article: its facts as they are settled
// depend on nothing else but what was read.
type settled struct {
	entities []facts.Entity // with id, name and Wikidata id, in the order of its mentions
	met      []identity.Met
	copy     *facts.Copy
}

// settled returns what settling tells of an article.
func (w *joining) settled(no int64, article string, mentions []mentioned) (s settled, err error) {
	var ids []string
	for _, m := range mentions {
		ids = append(ids, m.id)
	}
	who, err := w.from(article, ids)
	if err != nil {
		return s, err
	}
	for _, m := range mentions {
		s.entities = append(s.entities, who.Entity(article, facts.Entity{ID: m.id, Name: m.called, WikidataID: m.item}))
	}
	if s.met, err = w.met(no, article); err == nil {
		s.copy, err = w.copied(no)
	}
	return s, err
}

// sha256 returns the hash of an article's facts, of the one as read.
func (s settled) sha256(read string) (string, error) {
	text, err := json.Marshal([]any{form, read, s.entities, s.met, s.copy})
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:]), err
}
