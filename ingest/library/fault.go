package library

import (
	"context"
	"errors"
	"fmt"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"github.com/newsgraph/newsgraph/internal/hint"
)

// ErrMissing is the error of Open where there is no library and none is to be made.
var ErrMissing = errors.New("there is no such file")

var errOther = errors.New("is a database of another program")

// fault says of an error which library it is of, and what can be done about it.
func (l *Library) fault(err error) error {
	var known *sqlite.Error
	if err == nil || errors.Is(err, context.Canceled) || errors.As(err, new(*Fault)) {
		return err
	}
	if !errors.As(err, &known) {
		return &Fault{l.file, err}
	}
	switch known.Code() & 0xff { // the rest says where in SQLite
	case sqlite3.SQLITE_FULL:
		err = hint.Add(errors.New("the disk is full"), "make room and run the same command again: what was read before is kept")
	case sqlite3.SQLITE_CORRUPT:
		err = hint.Add(errors.New("the file is damaged"), "go back to a copy of it, or move it away: ingest makes a new one of the same sources")
	case sqlite3.SQLITE_NOTADB:
		err = hint.Add(errors.New("is no library, or its beginning is damaged"), "name another file, or go back to a copy of this one")
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		err = hint.Add(fmt.Errorf("another program has kept it for more than %v", readerWait), "end what explores it, such as sqlite3 within a transaction, and run the same command again")
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM:
		err = hint.Add(errors.New("can't be written"), "may you write the file and its folder?")
	case sqlite3.SQLITE_CANTOPEN:
		err = hint.Add(errors.New("can't be opened"), "is its folder there, and may you write it?")
	}
	return &Fault{l.file, err}
}

// Fault is what went wrong with a library.
type Fault struct {
	File string
	Err  error
}

// Error implements error.
func (f *Fault) Error() string { return fmt.Sprintf("library %s: %v", f.File, f.Err) }

// Unwrap returns the cause.
func (f *Fault) Unwrap() error { return f.Err }
