package library

import (
	"encoding/json"
	"maps"
	"slices"

	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/identity"
)

// sight notes what an article tells now, in the place of what it told before,
// and adds the blocks and companies of both to those that are to be decided.
func (s *settlement) sight(no int64, blocks, companies map[string]bool) error {
	gone, err := column[string](&s.asking, "SELECT DISTINCT p.block FROM mention m JOIN posted p ON p.entity = m.sighted WHERE m.article = ?", no)
	if err != nil {
		return err
	}
	left, err := column[string](&s.asking, "SELECT DISTINCT company FROM told WHERE article = ? AND company <> ''", no)
	if err != nil {
		return err
	}
	include(blocks, gone)
	include(companies, left)
	if err := s.clear(no); err != nil {
		return err
	}
	f, err := s.read(no)
	if err != nil || f == nil {
		return err
	}
	s.affected[no] = true
	err = s.hash(no, f)
	if err == nil {
		err = s.rows(no, f)
	}
	if err == nil {
		err = s.note(no, f, blocks)
	}
	return err
}

// hash notes the hash of facts that a library of before version 4 has none of.
func (s *settlement) hash(no int64, f *facts.Article) error {
	missing, err := column[int64](&s.asking, "SELECT no FROM article WHERE no = ? AND read_sha256 = ''", no)
	if err != nil || len(missing) == 0 {
		return err
	}
	_, hash, err := plain(f)
	if err != nil {
		return err
	}
	return s.exec("UPDATE article SET read_sha256 = ? WHERE no = ?", hash, no)
}

// note notes what an article tells.
func (s *settlement) note(no int64, f *facts.Article, blocks map[string]bool) error {
	for _, x := range identity.Sightings(f) {
		home, posts := identity.Blocks(x, s.decisions)
		if home == "" {
			continue
		}
		include(blocks, append([]string{home}, posts...))
		if err := s.noteSighting(no, x, home, posts); err != nil {
			return err
		}
	}
	for _, t := range identity.Tellings(f) {
		plain, err := json.Marshal(t)
		if err == nil {
			err = s.exec("INSERT OR IGNORE INTO told (article, meeting, plain) VALUES (?, ?, ?)", no, t.ID, string(plain))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (s *settlement) noteSighting(no int64, x identity.Sighting, home string, posts []string) error {
	as, err := s.entity(x.ID)
	if err != nil {
		return err
	}
	who, err := s.entity(s.ids.ID(x.Article, x.ID))
	if err == nil {
		err = s.exec("INSERT OR REPLACE INTO sighting (entity, article, read_as, told) VALUES (?, ?, ?, ?)", who, no, as, packSighting(x))
	}
	if err == nil {
		err = s.exec("UPDATE mention SET sighted = ? WHERE article = ? AND entity = ?", who, no, as)
	}
	if err != nil || s.posted[who] {
		return err
	}
	s.posted[who] = true
	for _, block := range append([]string{home}, posts...) {
		if err == nil {
			err = s.exec("INSERT OR IGNORE INTO posted (block, entity, home) VALUES (?, ?, ?)", block, who, block == home)
		}
	}
	return err
}

func include(to map[string]bool, all []string) {
	for _, x := range all {
		to[x] = true
	}
}

// decide decides the blocks anew, and adds the articles that this changes.
func (s *settlement) decide(blocks map[string]bool) error {
	changed, items := map[string]bool{}, map[string]bool{}
	before, err := s.named()
	if err != nil {
		return err
	}
	for _, block := range slices.Sorted(maps.Keys(blocks)) {
		if err := s.decideBlock(block, changed, items); err != nil {
			return err
		}
	}
	if s.all { // the decisions may be others
		all, err := column[string](&s.asking, "SELECT DISTINCT item FROM stand")
		if err != nil {
			return err
		}
		include(items, all)
	}
	for _, item := range slices.Sorted(maps.Keys(items)) {
		if err := s.unite(item, changed); err != nil {
			return err
		}
	}
	now, err := s.named()
	if err != nil {
		return err
	}
	for id, was := range before {
		if was != now[id] {
			changed[was], changed[now[id]] = true, true
		}
	}
	return s.reach(changed)
}

// named returns where the joins lead from those who are named by decision, who
// bear that name.
func (s *settlement) named() (map[string]string, error) {
	ends := map[string]string{}
	for _, id := range s.decisions.Named() {
		for at, seen := id, map[string]bool{}; !seen[at]; {
			seen[at], ends[id] = true, at
			next, err := column[string](&s.asking, "SELECT becomes FROM joined WHERE entity = ? AND article = ''", at)
			if err != nil {
				return nil, err
			}
			if len(next) > 0 {
				at = s.ids.ID("", next[0])
			}
		}
	}
	return ends, nil
}

// decideBlock writes the joins of a block, and adds to changed the ids whose
// joins in all articles changed, and to items those by which others are known
// there than before.
func (s *settlement) decideBlock(block string, changed, items map[string]bool) error {
	before, err := s.pairs("SELECT entity, made FROM joined WHERE block = ?", block)
	if err != nil {
		return err
	}
	posted, err := column[bool](&s.asking, "SELECT home FROM posted WHERE block = ?", block)
	if err != nil {
		return err
	}
	var found identity.Decided
	if slices.Contains(posted, true) && identity.Decides(block, len(posted)) {
		sightings, err := s.block(block)
		if err != nil {
			return err
		}
		found = identity.Decide(block, sightings, s.decisions)
	}
	if err := s.replaceStands(block, found.Stands, items); err != nil {
		return err
	}
	return s.replaceJoins(block, before, found.Joins, changed)
}

// block returns the sightings of a block.
func (a *asking) block(block string) ([]identity.Sighting, error) {
	return a.sightings("SELECT s.told FROM posted p JOIN sighting s ON s.entity = p.entity WHERE p.block = ?", block)
}

// sightings returns those that a query finds.
func (a *asking) sightings(query string, args ...any) ([]identity.Sighting, error) {
	told, err := column[[]byte](a, query, args...)
	if err != nil {
		return nil, err
	}
	sightings := make([]identity.Sighting, len(told))
	for i, packed := range told {
		if sightings[i], err = unpackSighting(packed); err != nil {
			return nil, err
		}
	}
	return sightings, nil
}

func (s *settlement) replaceJoins(block string, before [][2]string, joins []identity.Join, changed map[string]bool) error {
	gone := map[string]bool{}
	for _, pair := range before {
		gone[pair[1]] = true
	}
	came := map[string]identity.Join{}
	for _, j := range joins {
		text, err := json.Marshal(j)
		if err != nil {
			return err
		}
		if came[string(text)] = j; gone[string(text)] {
			delete(gone, string(text))
			delete(came, string(text))
		}
	}
	for _, text := range slices.Sorted(maps.Keys(gone)) {
		var j identity.Join
		err := json.Unmarshal([]byte(text), &j)
		if err == nil {
			err = s.exec("DELETE FROM joined WHERE entity = ? AND article = ?", j.From, j.Article)
		}
		if err == nil {
			err = s.joinChanged(j, changed)
		}
		if err != nil {
			return err
		}
	}
	for _, text := range slices.Sorted(maps.Keys(came)) {
		j := came[text]
		err := s.exec("INSERT OR REPLACE INTO joined (entity, article, becomes, block, made) VALUES (?, ?, ?, ?, ?)", j.From, j.Article, j.To, block, text)
		if err == nil {
			err = s.joinChanged(j, changed)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// joinChanged notes whom a join that came or went concerns: the article that it
// names, or all with the id.
func (s *settlement) joinChanged(j identity.Join, changed map[string]bool) error {
	if j.Article == "" {
		changed[j.From] = true
		return nil
	}
	nos, err := column[int64](&s.asking, "SELECT no FROM article WHERE id = ?", j.Article)
	for _, no := range nos {
		s.affected[no] = true
	}
	return err
}

// reach adds the articles with one of the ids, or with one that joins lead to it.
func (s *settlement) reach(changed map[string]bool) error {
	for rest := slices.Sorted(maps.Keys(changed)); len(rest) > 0; rest = rest[1:] {
		id := rest[0]
		articles, err := column[int64](&s.asking, "SELECT DISTINCT s.article FROM entity e JOIN sighting s ON s.entity = e.no WHERE e.id = ?", id)
		if err != nil {
			return err
		}
		for _, no := range articles {
			s.affected[no] = true
		}
		from, err := column[string](&s.asking, "SELECT DISTINCT entity FROM joined WHERE becomes = ?", id)
		if err != nil {
			return err
		}
		for _, other := range from {
			if !changed[other] {
				changed[other] = true
				rest = append(rest, other)
			}
		}
	}
	return nil
}

// meet settles the tellings of the articles that changed, and finds the meetings
// of the companies that they join, leave or are in.
func (s *settlement) meet(companies map[string]bool) error {
	for _, no := range slices.Sorted(maps.Keys(s.affected)) {
		if err := s.regroup(no, companies); err != nil {
			return err
		}
	}
	for _, company := range slices.Sorted(maps.Keys(companies)) {
		if err := s.meetings(company); err != nil {
			return err
		}
	}
	return nil
}

// regroup settles the tellings of an article.
func (s *settlement) regroup(no int64, companies map[string]bool) error {
	texts, err := s.pairs("SELECT plain, settled FROM told WHERE article = ?", no)
	if err != nil {
		return err
	}
	for _, text := range texts {
		var t identity.Telling
		if err := json.Unmarshal([]byte(text[0]), &t); err != nil {
			return err
		}
		if err := s.regroupTelling(no, t, text[1], companies); err != nil {
			return err
		}
	}
	return nil
}

func (s *settlement) regroupTelling(no int64, t identity.Telling, before string, companies map[string]bool) error {
	who, err := s.who.from(t.Article, append(slices.Clone(t.Participants), t.Place))
	if err != nil {
		return err
	}
	now, err := json.Marshal(who.Telling(t))
	if err != nil || string(now) == before {
		return err
	}
	var left string
	if err := s.one([]any{&left}, "SELECT company FROM told WHERE article = ? AND meeting = ?", no, t.ID); err != nil {
		return err
	}
	joins := who.Group(t)
	for _, company := range []string{left, joins} {
		if company != "" {
			companies[company] = true
		}
	}
	return s.exec("UPDATE told SET company = ?, settled = ?, is_of = iif(?1 = '', '', is_of) WHERE article = ? AND meeting = ?", joins, string(now), no, t.ID)
}

// meetings finds which tellings of a company are of one meeting.
func (s *settlement) meetings(company string) error {
	texts, err := column[[]byte](&s.asking, "SELECT settled FROM told WHERE company = ?", company)
	if err != nil {
		return err
	}
	tellings := make([]identity.Telling, len(texts))
	for i, text := range texts {
		if err := json.Unmarshal(text, &tellings[i]); err != nil {
			return err
		}
	}
	for _, m := range identity.Meet(tellings) {
		changed, err := column[int64](&s.asking, "UPDATE told SET is_of = ?1 WHERE meeting = ?2 AND article = (SELECT no FROM article WHERE id = ?3) AND is_of <> ?1 RETURNING article", m.To, m.From, m.Article)
		if err != nil {
			return err
		}
		for _, no := range changed {
			s.affected[no] = true
		}
	}
	return nil
}
