// Package library remembers the articles that were read, so that who is who is
// settled among all of them, and nothing is read twice. It is one file of SQLite:
//
//	lib, err := library.Open(ctx, "news.db", library.Options{Create: true, Reader: "1.0 0f3a", Command: "newsgraph ingest"})
//	defer lib.Close()
//	for a, err := range lib.Unread(ctx, articles) { … }   // what is to be read
//	err = lib.Add(ctx, facts)                             // of each that was
//	others, err := lib.Settle(ctx, decisions, text)       // who is who, among all
//	changes, gone, err := lib.Changes(ctx, "neo4j")       // what an output lacks
//	f, err := lib.Facts(ctx, changes[0])
//	err = lib.Wrote(ctx, "neo4j", changes, gone)          // and has now
//
// It guarantees that its facts depend on nothing but which articles it holds:
// neither on their order nor on how they were divided into runs; and that what
// was added stays added, whatever ends the process and wherever. What was added
// and not settled, or settled and not written out, is known and done by the next
// run.
//
// One process writes at a time; it holds the lock of a file beside the library,
// whose name ends in .lock. Others may read meanwhile. SQLite keeps a journal
// beside the file while it writes, and the file alone between runs (no WAL), so
// that a library can be copied, moved and kept on any disk.
//
// # Tables
//
// For those who explore a library with sqlite3 or Datasette, the views
//
//	articles    id, published, publisher, headline, author, url, language, origin, statements, copy_of, text
//	people      id, name, wikidata, articles, statements, names, offices
//	offices     person, title, of, former, articles, first, last, confidence, person_id, of_id
//	statements  id, date, published, speaker, verb, act, addressee, target, text, quote, polarity, modality, confidence, sentence, headline, publisher, article
//	meetings    id, date, status, mode, name, participants, place, venue, confidence, published, article
//	copies      article, publisher, published, headline, share, original_publisher, original_published, original
//
// have a row for each of what they are called after: of meetings, one for each
// article that tells of one. Dates are YYYY-MM-DD, as precise as known; what is
// unknown is NULL. The tables below them are described where they are made, in
// schema/1.sql and after. They are newsgraph's to write.
package library

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/newsgraph/newsgraph/internal/hint"
)

// readerWait is how long a change waits for those who read.
const readerWait = 10 * time.Second

// Options say how a library is opened.
type Options struct {
	Create  bool   // make it where it is missing
	Reader  string // names the program that reads and settles: what another one did is done again
	Table   string // names what it reads with beside: what was read with another is read again, too
	Command string // for whoever waits for this process, and for what the library says of its runs

	// Wait is how long to wait while another process writes to the library.
	// Waiting, where it is set, is called once with who that is.
	Wait    time.Duration
	Waiting func(who string)
}

// Library is an open library. Its methods are for one goroutine, but for those
// of articles on their way to be read.
type Library struct {
	file    string
	program string // that settles
	reader  string // and reads, and with what
	db      *sql.DB
	holder  *holder
	run     int64 // the row of this run, 0 as long as it has written nothing
	opened  time.Time
	titled  string

	prepared map[string]*sql.Stmt // what asks beside changes
	who      *joining             // who is who, as far as it was asked for since the last change
	unread   unread
	waiting  []added
	flushed  time.Time

	replaced int // articles whose file has another now
}

// Open opens a library to write to it. It fails with ErrMissing where there is
// none and none is to be made.
func Open(ctx context.Context, file string, opt Options) (*Library, error) {
	l := &Library{file: file, prepared: map[string]*sql.Stmt{}, program: opt.Reader, reader: strings.TrimSpace(opt.Reader + " " + opt.Table), opened: time.Now().UTC(), titled: opt.Command}
	if err := l.check(opt.Create); err != nil {
		return nil, l.fault(err)
	}
	var err error
	if l.holder, err = hold(ctx, file, opt.Command, opt.Wait, opt.Waiting); err != nil {
		return nil, l.fault(err)
	}
	if l.db, err = open(file); err == nil {
		err = migrate(ctx, l.db)
	}
	if err != nil {
		_ = l.Close()
		return nil, l.fault(err)
	}
	return l, nil
}

// View opens a library to read it, beside whoever writes. One of an older
// version must be opened by Open first.
func View(ctx context.Context, file string) (*Library, error) {
	l := &Library{file: file, prepared: map[string]*sql.Stmt{}}
	err := l.check(false)
	if err == nil {
		l.db, err = open(file)
	}
	if err == nil {
		var found int
		switch found, err = foundVersion(ctx, l.db); {
		case err != nil || found == version:
		case found == 0: // of a run that was stopped as it began
			err = hint.Add(errors.New("has nothing in it"), "the next ingest makes a library of it")
		default:
			err = hint.Add(errors.New("was made by an older newsgraph"), "the next ingest brings it up to date")
		}
	}
	if err != nil {
		_ = l.Close()
		return nil, l.fault(err)
	}
	return l, nil
}

// check says what is wrong with the file before SQLite sees it.
func (l *Library) check(create bool) error {
	info, err := os.Stat(l.file)
	switch {
	case errors.Is(err, fs.ErrNotExist) && !create:
		return ErrMissing
	case errors.Is(err, fs.ErrNotExist):
		_, err = os.Stat(filepath.Dir(l.file))
	case err == nil && info.IsDir():
		err = hint.Add(errors.New("is a folder"), "name a file in it")
	}
	return err
}

// Close closes the library and lets others write to it.
func (l *Library) Close() error {
	var err error
	if l.db != nil {
		err = l.db.Close()
	}
	l.holder.release()
	return l.fault(err)
}

// open opens a file with the settings that all connections have: what is
// committed is on the disk, and a change waits for those who read.
func open(file string) (*sql.DB, error) {
	path, err := filepath.Abs(file)
	if err != nil {
		return nil, err
	}
	path = filepath.ToSlash(path)
	if path[0] != '/' {
		path = "/" + path // C:/news.db
	}
	query := url.Values{"_txlock": {"immediate"}, "_pragma": {
		fmt.Sprintf("busy_timeout(%d)", readerWait.Milliseconds()), "journal_mode(delete)", "synchronous(full)", "cache_size(-65536)", "temp_store(memory)",
	}}
	db, err := sql.Open("sqlite", (&url.URL{Scheme: "file", Path: path, RawQuery: query.Encode()}).String())
	if err == nil {
		db.SetMaxOpenConns(1)
	}
	return db, err
}

// begin starts a change, within which this run has a row.
func (l *Library) begin(ctx context.Context) (*change, error) {
	tx, err := l.db.BeginTx(context.WithoutCancel(ctx), nil)
	if err != nil {
		return nil, l.fault(err)
	}
	c := &change{tx: tx, asking: asking{ctx, tx, map[string]*sql.Stmt{}}, run: l.run, entities: map[string]int64{}, named: map[int64]bool{}}
	if l.run == 0 {
		err = c.exec("INSERT INTO run (started, command) VALUES (?, ?)", l.opened.Format(time.DateTime), l.titled)
		if err == nil {
			err = c.one([]any{&c.run}, "SELECT last_insert_rowid()")
		}
	}
	if err != nil {
		_ = tx.Rollback()
		return nil, l.fault(err)
	}
	return c, nil
}

// end commits a change where there was no error, and takes it back else.
func (l *Library) end(c *change, err error) error {
	if err == nil {
		err = c.tx.Commit()
	}
	if err != nil {
		_ = c.tx.Rollback()
		return l.fault(err)
	}
	l.run, l.who = c.run, nil
	return nil
}

// change is a transaction.
type change struct {
	asking
	tx       *sql.Tx
	run      int64
	replaced int              // articles whose file has another now
	entities map[string]int64 // their numbers, by id
	named    map[int64]bool   // entities whose names may have changed
}

// ask returns what asks beside a change.
func (l *Library) ask(ctx context.Context) *asking {
	return &asking{ctx, l.db, l.prepared}
}

// undo takes a change back.
func (c *change) undo() error { return c.tx.Rollback() }
