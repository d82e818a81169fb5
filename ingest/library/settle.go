package library

import (
	"context"
	"database/sql"
	"errors"
	"maps"
	"slices"

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
	s := settlement{change: c, decisions: d, ids: identity.NewSettled(d, nil), affected: map[int64]bool{}, joins: map[string][]identity.Join{}}
	s.fresh, err = column[int64](s.change, "SELECT article FROM touched ORDER BY article")
	if err == nil {
		err = s.anew(l.program, decided)
	}
	if err == nil {
		others, err = s.settle()
	}
	if err == nil && len(s.touched) == 0 && !s.noted {
		return 0, l.fault(c.Rollback()) // nothing is to be done
	}
	return others, l.end(c, err)
}

// settlement is one settling.
type settlement struct {
	*change
	decisions *identity.Decisions
	ids       *identity.Settled          // by the decisions alone
	fresh     []int64                    // articles that were read or removed, rising
	touched   []int64                    // and those that are settled anew for another reason, rising
	affected  map[int64]bool             // articles whose facts may be others now
	joins     map[string][]identity.Join // by the entity that they begin with, as far as they were asked for
	noted     bool                       // a decision or the program is another
	all       bool                       // all articles are touched
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
	if s.touched, err = column[int64](s.change, "SELECT article FROM touched ORDER BY article"); err != nil || len(s.touched) == 0 {
		return 0, err
	}
	var articles int
	if err := s.one([]any{&articles}, "SELECT count(*) FROM article"); err != nil {
		return 0, err
	}
	s.all = len(s.touched) >= articles
	blocks, companies := map[string]bool{}, map[string]bool{}
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

// kept is an article as the library keeps it.
type kept struct {
	text string
	bare []byte // the facts as JSON without the text
	copy *facts.Copy
}

// kept returns an article, nil where it is gone.
func (c *change) kept(no int64) (*kept, error) {
	var k kept
	var packed []byte
	var of sql.NullString
	var share sql.NullFloat64
	err := c.one([]any{&k.text, &packed, &of, &share}, "SELECT b.text, b.facts, a.copy_of, a.copy_share FROM body b JOIN article a ON a.no = b.article WHERE a.no = ?", no)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if of.Valid {
		k.copy = &facts.Copy{ID: of.String, Share: share.Float64}
	}
	if err == nil {
		k.bare, err = unpack(packed)
	}
	return &k, err
}

// read returns an article's facts as the article alone gives them.
func (k *kept) read() (*facts.Article, error) {
	f, err := factsOf(k.bare, k.text)
	if err == nil {
		f.Restore()
		f.CopyOf = k.copy
	}
	return f, err
}

// apply puts what is settled into the facts of the articles that it may have
// changed, and returns how many of them changed that were not read.
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
	k, err := s.kept(no)
	if err != nil || k == nil {
		return false, err
	}
	f, err := s.settled(no, k)
	if err != nil {
		return false, err
	}
	var before string
	bare, hash, err := plain(f)
	if err == nil {
		err = s.one([]any{&before}, "SELECT facts_sha256 FROM article WHERE no = ?", no)
	}
	if err != nil || before == hash {
		return false, err
	}
	return true, s.put(no, f, bare, hash)
}

// settled returns an article's facts as they are now.
func (s *settlement) settled(no int64, k *kept) (*facts.Article, error) {
	f, err := k.read()
	if err != nil {
		return nil, err
	}
	who, err := s.settledIn(f, no)
	if err != nil {
		return nil, err
	}
	if who.Changes(f) {
		was, err := k.read()
		if err != nil {
			return nil, err
		}
		who.Apply(f)
		f.Keep(was)
	}
	return f, s.copied(no, f)
}

// put writes an article's settled facts; bare is their JSON without the text.
func (s *settlement) put(no int64, f *facts.Article, bare []byte, hash string) error {
	packed, err := press(bare)
	if err != nil {
		return err
	}
	err = s.exec("UPDATE article SET facts_sha256 = ?, changed = ? WHERE no = ?", hash, s.run, no)
	if err == nil {
		err = s.exec("UPDATE body SET facts = ? WHERE article = ?", packed, no)
	}
	if err == nil {
		err = s.rows(no, f)
	}
	return err
}

// settledIn returns who is who, and which meeting is which, in an article.
func (s *settlement) settledIn(f *facts.Article, no int64) (*identity.Settled, error) {
	var ids []string
	for _, e := range f.Entities() {
		ids = append(ids, e.ID)
	}
	settled, err := s.joinsFrom(f.ID, ids)
	if err != nil {
		return nil, err
	}
	rows, err := s.pairs("SELECT meeting, is_of FROM told WHERE article = ? AND is_of <> ''", no)
	var met []identity.Met
	for _, row := range rows {
		met = append(met, identity.Met{Article: f.ID, From: row[0], To: row[1]})
	}
	settled.Meet(met)
	return settled, err
}

// pairs returns the two columns of a query.
func (c *change) pairs(text string, args ...any) (all [][2]string, err error) {
	st, err := c.statement(text)
	if err != nil {
		return nil, err
	}
	rows, err := st.QueryContext(c.ctx, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var pair [2]string
		if err := rows.Scan(&pair[0], &pair[1]); err != nil {
			return nil, err
		}
		all = append(all, pair)
	}
	return all, rows.Err()
}

// Decided returns the text of the decisions by which the library was settled last.
func (l *Library) Decided(ctx context.Context) (text string, err error) {
	err = l.db.QueryRowContext(ctx, "SELECT value FROM note WHERE key = 'decided'").Scan(&text)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return text, l.fault(err)
}
