package library

import (
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/internal/hint"
	"github.com/newsgraph/newsgraph/internal/madeup"
)

// some are made-up articles of a small world.
func some(n int) (all []*facts.Article) {
	for i := range n {
		all = append(all, madeup.Article(i, madeup.World{Articles: n, People: 10, Statements: 2, Seed: 3}))
	}
	return all
}

// damaged returns a library, and what its file must become.
func damaged(t *testing.T, damage func(t *testing.T, file string)) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "news.db")
	if err := run(t, file, some(20), nil, nil, "").Close(); err != nil {
		t.Fatal(err)
	}
	damage(t, file)
	return file
}

// asked runs a statement on a file.
func asked(t *testing.T, file, text string) {
	t.Helper()
	db, err := sql.Open("sqlite", file)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.ExecContext(t.Context(), text); err != nil {
		t.Fatal(err)
	}
}

func TestFilesThatAreNoLibrary(t *testing.T) {
	for _, c := range []struct {
		name   string
		damage func(t *testing.T, file string)
		want   string
		hint   string
	}{
		{"newer", func(t *testing.T, file string) { asked(t, file, "PRAGMA user_version = 99") }, "was made by a newer newsgraph: it has version 99", "use the newer program"},
		{"another's", func(t *testing.T, file string) { asked(t, file, "PRAGMA application_id = 7") }, "is a database of another program", "name another file"},
		{"text", func(t *testing.T, file string) {
			check(t, os.WriteFile(file, []byte(strings.Repeat("No library at all. ", 100)), 0o600))
		}, "is no library, or its beginning is damaged", "go back to a copy"},
		{"cut off", func(t *testing.T, file string) { check(t, os.Truncate(file, 20_000)) }, "the file is damaged", "go back to a copy"},
	} {
		file := damaged(t, c.damage)
		l, err := Open(t.Context(), file, Options{Create: true, Reader: "test"})
		if err == nil { // it shows when it is used
			_, err = l.All(t.Context())
			l.Close()
		}
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), "library "+file) || !strings.Contains(hint.Of(err), c.hint) {
			t.Errorf("%s: got %v, hint %q", c.name, err, hint.Of(err))
		}
		if _, err := os.Stat(file + ".lock"); err == nil {
			t.Errorf("%s: the lock is left", c.name)
		}
	}
}

// A file without anything is what a run leaves that is stopped as it begins: it can't
// be looked at, and the next run makes a library of it.
func TestAnEmptyFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "news.db")
	check(t, os.WriteFile(file, nil, 0o600))
	if _, err := View(t.Context(), file); err == nil || !strings.Contains(err.Error(), "has nothing in it") || hint.Of(err) == "" {
		t.Errorf("looked at it: %v", err)
	}
	l, err := Open(t.Context(), file, Options{Reader: "test"})
	check(t, err)
	check(t, l.Close())
	l, err = View(t.Context(), file)
	check(t, err)
	check(t, l.Close())
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// Pages in the middle are overwritten: the fault is told, not something wrong.
func TestDamageInTheMiddle(t *testing.T) {
	file := damaged(t, func(t *testing.T, file string) {
		text, err := os.ReadFile(file)
		check(t, err)
		for at := 8192; at < len(text); at += 3 {
			text[at] ^= 0x5a
		}
		check(t, os.WriteFile(file, text, 0o600))
	})
	l, err := Open(t.Context(), file, Options{Reader: "test"})
	if err == nil {
		defer l.Close()
		err = l.Add(t.Context(), some(21)[20])
	}
	if err == nil {
		_, err = l.Settle(t.Context(), nil, "again")
	}
	if err == nil || !strings.Contains(err.Error(), "damaged") {
		t.Errorf("got %v", err)
	}
}

// pages returns how many pages a library of articles has.
func pages(t *testing.T, articles []*facts.Article) (n int) {
	t.Helper()
	l := run(t, filepath.Join(t.TempDir(), "news.db"), articles, nil, nil, "")
	defer l.Close()
	check(t, l.db.QueryRowContext(t.Context(), "PRAGMA page_count").Scan(&n))
	return n
}

// TestFullDisk lets the disk be full at ever later moments of a run: what was
// there stays as it was, and the run completes where there is room.
func TestFullDisk(t *testing.T) {
	articles := some(150)
	want := whole(t, articles, nil)
	small, large := pages(t, articles[:50]), pages(t, articles)
	for _, room := range []int{1, (large - small) / 4, (large - small) / 2, (large - small) * 9 / 10} {
		file := filepath.Join(t.TempDir(), "news.db")
		check(t, run(t, file, articles[:50], nil, nil, "").Close())
		before := whole(t, articles[:50], nil)
		l := opened(t, file)
		_, err := l.db.ExecContext(t.Context(), fmt.Sprintf("PRAGMA max_page_count = %d", small+room))
		for _, f := range articles[50:] {
			if err == nil {
				err = l.Add(t.Context(), again(t, f))
			}
		}
		if err == nil {
			_, err = l.Settle(t.Context(), nil, "")
		}
		if err == nil || !strings.Contains(err.Error(), "the disk is full") || !strings.Contains(hint.Of(err), "make room") {
			t.Errorf("room for %d pages: got %v", room, err)
		}
		l.Close()
		l = opened(t, file)
		now := held(t, l)
		for id, text := range before { // others wait to be settled
			if now[id] != text {
				t.Errorf("room for %d pages: %s is not as it was", room, id)
			}
		}
		l.Close()
		l = run(t, file, articles[50:], nil, nil, "")
		if diff := cmp.Diff(want, held(t, l)); diff != "" {
			t.Errorf("room for %d pages, then enough (-want +got):\n%.1000s", room, diff)
		}
		l.Close()
	}
}

// One writes, the other waits, and says for whom; a reader does neither.
func TestTwoAtATime(t *testing.T) {
	file := filepath.Join(t.TempDir(), "news.db")
	first := run(t, file, some(5), nil, nil, "")
	var told string
	_, err := Open(t.Context(), file, Options{Wait: 100 * time.Millisecond, Waiting: func(who string) { told += who }})
	if err == nil || !strings.Contains(err.Error(), "is used by process") || !strings.Contains(err.Error(), "(test, since 2") || !strings.Contains(err.Error(), "for more than 100ms now") {
		t.Errorf("the second gets %v", err)
	}
	if strings.Count(told, "process") != 1 {
		t.Errorf("waiting for %q", told)
	}
	reader, err := View(t.Context(), file)
	check(t, err)
	if x, err := reader.Tell(t.Context(), "test"); err != nil || x.Articles != 5 {
		t.Errorf("the reader sees %d articles, %v", x.Articles, err)
	}
	check(t, reader.Close())
	time.AfterFunc(100*time.Millisecond, func() { first.Close() })
	second, err := Open(t.Context(), file, Options{Wait: time.Minute})
	check(t, err)
	check(t, second.Close())
	if _, err := os.Stat(file + ".lock"); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the lock is left: %v", err)
	}
}

// A lock that a killed process left behind holds nobody up.
func TestALockThatIsLeft(t *testing.T) {
	file := filepath.Join(t.TempDir(), "news.db")
	check(t, os.WriteFile(file+".lock", []byte(`{"process": 1`), 0o600))
	check(t, opened(t, file).Close())
}

// TestMigrations opens what the first version made, testdata/v1.sql, as it was
// before its articles were settled block by block.
func TestMigrations(t *testing.T) {
	text, err := os.ReadFile("testdata/v1.sql")
	check(t, err)
	file := filepath.Join(t.TempDir(), "news.db")
	asked(t, file, string(text))
	if _, err := View(t.Context(), file); err == nil || !strings.Contains(err.Error(), "was made by an older newsgraph") {
		t.Errorf("reading it: %v", err)
	}
	l := opened(t, file)
	defer l.Close()
	if _, err := l.Settle(t.Context(), nil, ""); err != nil {
		t.Fatal(err)
	}
	var articles []*facts.Article
	for _, text := range held(t, l) {
		var f facts.Article
		check(t, json.Unmarshal([]byte(text), &f))
		f.Restore()
		f.CopyOf = nil
		articles = append(articles, &f)
	}
	if len(articles) != 6 {
		t.Errorf("it has %d articles", len(articles))
	}
	if diff := cmp.Diff(whole(t, articles, nil), held(t, l)); diff != "" {
		t.Errorf("-want +got:\n%.1000s", diff)
	}
	one := run(t, filepath.Join(t.TempDir(), "one.db"), articles, nil, nil, "")
	defer one.Close()
	if diff := cmp.Diff(dump(t, one), dump(t, l)); diff != "" {
		t.Errorf("rows (-want +got):\n%.1000s", diff)
	}
	var found int
	check(t, l.db.QueryRowContext(t.Context(), "PRAGMA user_version").Scan(&found))
	if found != version {
		t.Errorf("it has version %d", found)
	}
}
