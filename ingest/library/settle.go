package library

import (
	"context"
	"database/sql"
	"errors"
	"maps"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/identity"
)

// Settle decides who is who among all articles of the library, and which is a
// copy of which, where articles, the decisions or the program have changed: of
// articles no more than the blocks that they touch. It returns how many have
// other facts now that were not themselves read or removed since. It is done as
// a whole or not at all. Decided is the text of the decisions d.
//
//	touched ──▶ sightings ──▶ blocks ──▶ joins ──┬─▶ tellings ──▶ groups ──▶ meetings ──┬─▶ facts, rows
//	        ╰─▶ sketches ──▶ bands ──▶ copies ───┴──────────────────────────────────────╯
func (l *Library) Settle(ctx context.Context, d *identity.Decisions, decided string) (others int, err error) {
	if err := l.Flush(ctx); err != nil {
		return 0, err
	}
	c, err := l.begin(ctx)
	if err != nil {
		return 0, err
	}
	s := settlement{change: c, decisions: d, ids: identity.NewSettled(d, nil), who: newJoining(&c.asking, d), affected: map[int64]bool{}, posted: map[int64]bool{}}
	s.fresh, err = column[int64](&s.asking, "SELECT article FROM touched ORDER BY article")
	if err == nil {
		err = s.anew(l.program, decided)
	}
	if err == nil {
		others, err = s.settle()
	}
	if err == nil && len(s.touched) == 0 && !s.noted {
		return 0, l.fault(c.undo()) // nothing is to be done
	}
	return others, l.end(c, err)
}

// settlement is one settling.
type settlement struct {
	*change
	decisions *identity.Decisions
	ids       *identity.Settled // by the decisions alone
	who       *joining          // whose joins may be asked for once they are decided
	fresh     []int64           // articles that were read or removed, rising
	touched   []int64           // and those that are settled anew for another reason, rising
	affected  map[int64]bool    // articles whose facts may be others now
	posted    map[int64]bool    // entities whose blocks are noted
	noted     bool              // a decision or the program is another
	all       bool              // all articles that are left are touched
}

// anew has all articles settled anew where a decision or the program is another
// than the last time.
func (s *settlement) anew(program, decided string) error {
	for _, note := range [][2]string{{"program", program}, {"decided", decided}} {
		var was string
		err := s.one([]any{&was}, "SELECT value FROM note WHERE key = ?", note[0])
		if err != nil && !errors.Is(err, sql.ErrNoRows) {
			return err
		}
		if err == nil && was == note[1] {
			continue
		}
		s.noted = true
		err = s.exec("INSERT OR REPLACE INTO note (key, value) VALUES (?, ?)", note[0], note[1])
		if err == nil {
			err = s.exec("INSERT OR IGNORE INTO touched (article) SELECT no FROM article")
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (s *settlement) settle() (others int, err error) {
	if s.touched, err = column[int64](&s.asking, "SELECT article FROM touched ORDER BY article"); err != nil || len(s.touched) == 0 {
		return 0, err
	}
	if err := s.one([]any{&s.all}, "SELECT NOT EXISTS (SELECT 1 FROM article WHERE no NOT IN (SELECT article FROM touched))"); err != nil {
		return 0, err
	}
	blocks, companies := map[string]bool{}, map[string]bool{}
	if s.noted { // entities may have other blocks
		gone, err := column[string](&s.asking, "DELETE FROM posted RETURNING block")
		if err != nil {
			return 0, err
		}
		include(blocks, gone)
	}
	for _, no := range s.touched {
		if err := s.sight(no, blocks, companies); err != nil {
			return 0, err
		}
	}
	for _, step := range []func() error{
		func() error { return s.decide(blocks) },
		func() error { return s.meet(companies) },
		s.copies,
		func() error { others, err = s.apply(); return err },
		s.rename,
		func() error { return s.exec("DELETE FROM touched") },
		func() error { return s.exec("UPDATE run SET settled = settled + ? WHERE no = ?", others, s.run) },
	} {
		if err := step(); err != nil {
			return 0, err
		}
	}
	return others, nil
}

// apply notes what is settled of the articles whose facts it may have changed, and
// returns how many of them changed that were not read.
func (s *settlement) apply() (others int, err error) {
	for _, no := range slices.Sorted(maps.Keys(s.affected)) {
		changed, err := s.applyTo(no)
		if err != nil {
			return 0, err
		}
		if _, read := slices.BinarySearch(s.fresh, no); changed && !read {
			others++
		}
	}
	return others, nil
}

func (s *settlement) applyTo(no int64) (changed bool, err error) {
	var id, read, before string
	err = s.one([]any{&id, &read, &before}, "SELECT id, read_sha256, facts_sha256 FROM article WHERE no = ?", no)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	mentions, err := s.who.mentions(no)
	if err != nil {
		return false, err
	}
	now, err := s.who.settled(no, id, mentions)
	if err != nil {
		return false, err
	}
	hash, err := now.sha256(read)
	if err != nil || hash == before {
		return false, err
	}
	return true, s.put(no, mentions, now, hash)
}

// put notes what is settled of an article.
func (s *settlement) put(no int64, mentions []mentioned, now settled, hash string) error {
	err := s.exec("UPDATE article SET facts_sha256 = ?, changed = ? WHERE no = ?", hash, s.run, no)
	for i, m := range mentions {
		if err == nil {
			err = s.stand(no, m, now.entities[i])
		}
	}
	if err == nil {
		err = s.exec("DELETE FROM copy WHERE article = ?", no)
	}
	if err == nil && now.copy != nil {
		err = s.exec("INSERT INTO copy (article, original, share) VALUES (?, ?, ?)", no, now.copy.ID, now.copy.Share)
	}
	return err
}

// stand notes for whom an entity of an article stands.
func (s *settlement) stand(no int64, m mentioned, now facts.Entity) error {
	if m.stands == now.ID && m.name == now.Name && m.known == now.WikidataID {
		return nil
	}
	if _, err := s.entity(m.stands); err != nil { // whose name may be another now
		return err
	}
	stands, err := s.entity(now.ID)
	if err != nil {
		return err
	}
	return s.exec("UPDATE mention SET stands = ?, name = ?, wikidata = ? WHERE article = ? AND entity = ?", stands, now.Name, null(now.WikidataID), no, m.entity)
}

// decided returns the decisions by which the library was settled last.
func (l *Library) decided(ctx context.Context) (*identity.Decisions, error) {
	text, err := l.Decided(ctx)
	if err != nil {
		return nil, err
	}
	return identity.Parse(strings.NewReader(text), l.file)
}

// Decided returns the text of the decisions by which the library was settled last.
func (l *Library) Decided(ctx context.Context) (text string, err error) {
	err = l.db.QueryRowContext(ctx, "SELECT value FROM note WHERE key = 'decided'").Scan(&text)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return text, l.fault(err)
}
