package library

import (
	"bytes"
	"container/heap"
	"database/sql"
	"encoding/binary"
	"errors"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/copies"
	"github.com/newsgraph/newsgraph/ingest/facts"
)

// copies decides which articles are copies of which. The decision about one
// depends on the originals before it that share a band with it; so it goes
// through the articles in their order, from the touched ones to those that come
// later and share a band with one that has become an original, or is none now.
func (s *settlement) copies() error {
	q := &queue{in: map[int64]bool{}}
	var former []story
	for _, no := range s.touched {
		was, err := s.sketch(no, q)
		if err != nil {
			return err
		}
		if was != nil && was.first() {
			former = append(former, *was)
		}
	}
	for _, x := range former { // once all touched have their new sketches
		if err := s.later(x, q); err != nil {
			return err
		}
	}
	for q.Len() > 0 {
		if err := s.original(heap.Pop(q).(story), q); err != nil {
			return err
		}
	}
	return nil
}

// story is an article as it is compared with others.
type story struct {
	no       int64
	sorted   []byte
	sketch   copies.Sketch
	decided  bool
	original sql.NullString // where it is a copy
	share    sql.NullFloat64
}

// first says whether others may be copies of it.
func (x story) first() bool { return x.decided && !x.original.Valid }

// sketch puts the sketch of a touched article in the place of the one before, which
// it returns, nil where there was none.
func (s *settlement) sketch(no int64, q *queue) (was *story, err error) {
	if was, err = s.story(no); err == nil && was != nil {
		err = s.drop(*was)
	}
	if err != nil {
		return nil, err
	}
	return was, s.sketchAnew(no, q)
}

func (s *settlement) sketchAnew(no int64, q *queue) error {
	var f facts.Article
	err := s.one([]any{&f.ID, &f.SHA256, &f.Published, &f.Text}, "SELECT a.id, a.sha256, coalesce(a.published, ''), b.text FROM article a JOIN body b ON b.article = a.no WHERE a.no = ?", no)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err == nil {
		err = s.referring(f.ID)
	}
	if err != nil {
		return err
	}
	sketch, ok := copies.SketchOf(f.Text)
	if !ok {
		return nil
	}
	x := story{no: no, sorted: []byte(copies.Order(&f)), sketch: sketch}
	q.add(x)
	return s.keep(x)
}

// referring adds the articles that an earlier run found to be copies of one that
// comes or goes.
func (s *settlement) referring(id string) error {
	nos, err := column[int64](&s.asking, "SELECT no FROM article WHERE copy_of = ?", id)
	for _, no := range nos {
		s.affected[no] = true
	}
	return err
}

func (s *settlement) keep(x story) error {
	low, bands := words(x.sketch.Low), words(x.sketch.Bands[:])
	err := s.exec("INSERT INTO story (article, sorted, low, bands, undecided) VALUES (?, ?, ?, ?, 1)", x.no, x.sorted, low, bands)
	if err == nil {
		err = s.exec(banding, append([]any{x.no}, bandsOf(x)...)...)
	}
	return err
}

func (s *settlement) drop(x story) error {
	err := s.exec("DELETE FROM story WHERE article = ?", x.no)
	if err == nil {
		err = s.exec(unbanding, append([]any{x.no}, bandsOf(x)...)...)
	}
	return err
}

// bandOf returns the number of a band: its place and what stands there.
func bandOf(at int, value uint32) int64 { return int64(at)<<32 | int64(value) }

// words returns the bytes of numbers.
func words(numbers []uint32) []byte {
	out := make([]byte, 0, 4*len(numbers))
	for _, n := range numbers {
		out = binary.LittleEndian.AppendUint32(out, n)
	}
	return out
}

func numbers(words []byte) []uint32 {
	out := make([]uint32, len(words)/4)
	for i := range out {
		out[i] = binary.LittleEndian.Uint32(words[4*i:])
	}
	return out
}

// story returns an article as it is compared, nil of one that is too short or
// not there.
func (s *settlement) story(no int64) (*story, error) {
	x := story{no: no}
	var low, bands []byte
	var undecided bool
	err := s.one([]any{&x.sorted, &low, &bands, &undecided, &x.original, &x.share}, "SELECT sorted, low, bands, undecided, original, share FROM story WHERE article = ?", no)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	x.sketch.Low, x.decided = numbers(low), !undecided
	copy(x.sketch.Bands[:], numbers(bands))
	return &x, err
}

// original decides what an article is a copy of.
func (s *settlement) original(x story, q *queue) error {
	of, found, err := s.earlier(x)
	if err != nil {
		return err
	}
	now := x
	now.decided = true
	now.original, now.share = sql.NullString{}, sql.NullFloat64{}
	if found {
		now.original, now.share = sql.NullString{String: of.ID, Valid: true}, sql.NullFloat64{Float64: of.Share, Valid: true}
	}
	if x.decided && now.original == x.original && now.share == x.share {
		return nil
	}
	s.affected[x.no] = true
	if err := s.exec("UPDATE story SET undecided = 0, original = ?, share = ? WHERE article = ?", now.original, now.share, x.no); err != nil {
		return err
	}
	if now.first() != x.first() && !s.all { // else all are in the queue
		return s.later(x, q)
	}
	return nil
}

// All bands of an article go into one statement, whose first or last arguments
// they are: sharing selects articles that share one.
var (
	sharing   = " FROM band b JOIN story s ON s.article = b.article WHERE b.band IN (?" + others(", ?") + ") "
	banding   = "INSERT OR IGNORE INTO band (article, band) VALUES (?1, ?)" + others(", (?1, ?)")
	unbanding = "DELETE FROM band WHERE article = ? AND band IN (?" + others(", ?") + ")"
)

// others repeats what stands for a band, for all but the first.
func others(text string) string { return strings.Repeat(text, len(copies.Sketch{}.Bands)-1) }

func bandsOf(x story) (all []any) {
	for at, value := range x.sketch.Bands {
		all = append(all, bandOf(at, value))
	}
	return all
}

// earlier returns what an article is a copy of: the first original before it,
// among the first of each band, with which it shares enough.
func (s *settlement) earlier(x story) (of facts.Copy, found bool, err error) {
	candidates, err := s.candidates(x)
	if err != nil {
		return of, false, err
	}
	for _, no := range candidates {
		var id string
		var low []byte
		if err := s.one([]any{&id, &low}, "SELECT a.id, s.low FROM story s JOIN article a ON a.no = s.article WHERE s.article = ?", no); err != nil {
			return of, false, err
		}
		if of, found := copies.CopyOf(id, copies.Sketch{Low: numbers(low)}, x.sketch); found {
			return of, true, nil
		}
	}
	return of, false, nil
}

// candidates returns the originals before an article to compare it with, in
// their order.
func (s *settlement) candidates(x story) (nos []int64, err error) {
	found, err := list(&s.asking, func(b *[2]int64) []any { return []any{&b[0], &b[1]} },
		"SELECT b.band, b.article"+sharing+"AND s.undecided = 0 AND s.original IS NULL AND s.sorted < ? ORDER BY s.sorted", append(bandsOf(x), x.sorted)...)
	seen, crowd := map[int64]bool{}, map[int64]int{}
	for _, b := range found {
		if crowd[b[0]]++; crowd[b[0]] <= copies.Crowd && !seen[b[1]] {
			seen[b[1]] = true
			nos = append(nos, b[1])
		}
	}
	return nos, err
}

// later puts into the queue what comes after an article and shares a band with
// it.
func (s *settlement) later(x story, q *queue) error {
	nos, err := column[int64](&s.asking, "SELECT DISTINCT b.article"+sharing+"AND s.sorted > ?", append(bandsOf(x), x.sorted)...)
	for _, no := range nos {
		if err != nil || q.in[no] {
			continue
		}
		var other *story
		if other, err = s.story(no); err == nil && other != nil {
			q.add(*other)
		}
	}
	return err
}

// copied returns what an article is a copy of, nil where it is none. What an
// earlier run found stays where that article is none of this library.
func (a *asking) copied(no int64) (*facts.Copy, error) {
	of, err := list(a, func(c *facts.Copy) []any { return []any{&c.ID, &c.Share} }, `SELECT original, share FROM story WHERE article = ?1 AND original IS NOT NULL
		UNION ALL SELECT copy_of, copy_share FROM article WHERE no = ?1 AND copy_of IS NOT NULL AND copy_of NOT IN (SELECT o.id FROM article o JOIN story s ON s.article = o.no WHERE o.id = copy_of) LIMIT 1`, no)
	if len(of) == 0 {
		return nil, err
	}
	return &of[0], err
}

// queue has stories, each once at a time, the earliest first.
type queue struct {
	all []story
	in  map[int64]bool
}

func (q *queue) add(x story) {
	if !q.in[x.no] {
		q.in[x.no] = true
		heap.Push(q, x)
	}
}

// Len implements heap.Interface.
func (q *queue) Len() int { return len(q.all) }

// Less implements heap.Interface.
func (q *queue) Less(i, j int) bool { return bytes.Compare(q.all[i].sorted, q.all[j].sorted) < 0 }

// Swap implements heap.Interface.
func (q *queue) Swap(i, j int) { q.all[i], q.all[j] = q.all[j], q.all[i] }

// Push implements heap.Interface.
func (q *queue) Push(x any) { q.all = append(q.all, x.(story)) }

// Pop implements heap.Interface.
func (q *queue) Pop() any {
	last := q.all[len(q.all)-1]
	q.all = slices.Delete(q.all, len(q.all)-1, len(q.all))
	delete(q.in, last.no)
	return last
}
