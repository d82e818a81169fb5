package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/newsgraph/newsgraph/cypher"
	"github.com/newsgraph/newsgraph/graph/csv"
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/internal/config"
	"github.com/newsgraph/newsgraph/internal/hint"
)

// marked is the file by which a folder is known that newsgraph has written.
const marked = "import.sh"

// toTables opens the folder that is named for the tables of package csv.
func toTables(_ context.Context, cfg config.Config, _ io.Writer, _ mode) (destination, error) {
	f, err := createFolder(cfg.Output)
	if err != nil {
		return nil, err
	}
	tables := csv.New(f.temp)
	tables.Schema = cypher.SchemaScript()
	return &folderDestination{graphSink{tables}, f}, nil
}

// folder is a folder that is complete or absent: it is written beside its place and
// renamed at the end.
type folder struct{ name, temp string }

// createFolder begins a folder. It takes the place of one that newsgraph wrote
// before, and of no other.
func createFolder(name string) (*folder, error) {
	if name == "-" {
		return nil, hint.Add(errors.New("write standard output: this format is a folder"), "name one with -o")
	}
	entries, err := os.ReadDir(name)
	switch _, other := os.Stat(filepath.Join(name, marked)); {
	case err == nil && len(entries) > 0 && other != nil:
		return nil, hint.Add(fmt.Errorf("write %s: is a folder with other files", name), "name one that is new or empty with -o")
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("write %s: %w", name, err)
	}
	name = filepath.Clean(name)
	temp, err := os.MkdirTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return nil, fmt.Errorf("open the output: %w", err)
	}
	return &folder{name, temp}, nil
}

// commit makes the folder complete.
func (f *folder) commit() error {
	err := os.Chmod(f.temp, 0o755)
	if err == nil {
		err = os.RemoveAll(f.name)
	}
	if err == nil {
		err = os.Rename(f.temp, f.name)
	}
	if err != nil {
		return fmt.Errorf("write %s: %w", f.name, err)
	}
	f.temp = ""
	return nil
}

// discard leaves nothing behind of a folder that was not committed.
func (f *folder) discard() {
	if f.temp != "" {
		os.RemoveAll(f.temp)
	}
}

type folderDestination struct {
	graphSink
	folder *folder
}

// Write implements sink.
func (d *folderDestination) Write(ctx context.Context, f *facts.Article) error {
	err := d.graphSink.Write(ctx, f)
	if errors.Is(err, csv.ErrVersions) {
		err = hint.Add(err, "read both into a library, with --library FILE: it keeps the later one, and export writes it")
	}
	return err
}

func (d *folderDestination) Close(ctx context.Context) error {
	if err := d.graphSink.Close(ctx); err != nil {
		return err
	}
	return d.folder.commit()
}

func (d *folderDestination) discard() { d.folder.discard() }

func (d *folderDestination) place() string { return d.folder.name }
