// Package csv writes graphs as a folder of tables that neo4j-admin imports into an
// empty Neo4j, by far the fastest way to load many articles:
//
//	w := csv.New("newsgraph-csv")
//	err := w.Write(ctx, g) // for each article
//	err = w.Close(ctx)
//
// There is a table for each label and type, with typed headers as neo4j-admin
// database import has them; import.sh has the command, and schema.cypher what is
// run once the database is there. The graph is the one that a server has which the
// same articles were loaded into.
//
// What articles say themselves is written as it comes. What they share (who there
// is, meetings, offices, with the places that support them) is gathered in memory
// until the end, some 3 KB an article, since an import can't add to what is there.
//
// Where that is too much for one machine, each of several writes a part of all tables
// (NewPart): articles of its own, and of what is shared a part of what all tell of it
// (graph.Divide). Finish then writes what the parts have in common.
package csv

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/newsgraph/newsgraph/graph"
)

// ErrVersions is returned for an article that comes twice, with other facts: what
// was written of the first version is in the tables.
var ErrVersions = errors.New("comes in two versions")

// Writer is a graph.Sink that writes the tables.
type Writer struct {
	// Schema is what schema.cypher has.
	Schema string

	create   Create
	part     string // what the names of files end with
	tables   map[string]*table
	shared   graph.Shared
	versions map[string]string // of the articles by id; "" for one that is there as the first of a copy only
}

var _ graph.Sink = (*Writer)(nil)

// Create makes a file of a name.
type Create func(name string) (io.WriteCloser, error)

// New returns a Writer that writes into a folder, which must be there.
func New(folder string) *Writer { return newWriter(inFolder(folder), "") }

// NewPart returns a Writer of a part of the tables: Own and Gather say of what.
func NewPart(create Create, part, parts int) *Writer {
	return newWriter(create, fmt.Sprintf("-%05d-of-%05d", part, parts))
}

func newWriter(create Create, part string) *Writer {
	return &Writer{create: create, part: part, tables: map[string]*table{}, versions: map[string]string{}}
}

func inFolder(folder string) Create {
	return func(name string) (io.WriteCloser, error) {
		mode := fs.FileMode(0o644)
		if name == importFile {
			mode = 0o755
		}
		file, err := os.OpenFile(filepath.Join(folder, name), os.O_WRONLY|os.O_CREATE|os.O_TRUNC, mode)
		return synced{file}, err
	}
}

// synced is a file that lies on the disk once it is closed.
type synced struct{ *os.File }

// Close implements io.Closer.
func (f synced) Close() error { return errors.Join(f.Sync(), f.File.Close()) }

// Write adds an article. The same one is not added twice.
func (w *Writer) Write(_ context.Context, g *graph.Graph) error {
	version := g.Version()
	switch known := w.versions[g.Article.ID]; known {
	case version:
		return nil
	case "":
		w.Gather(g)
		return w.Own(g)
	default:
		return fmt.Errorf("article %s %w", g.Article.ID, ErrVersions)
	}
}

// Gather adds what an article, or a part of it, tells of what is shared.
func (w *Writer) Gather(g *graph.Graph) {
	w.shared.Add(g)
	for _, n := range g.Nodes {
		if n.Label == graph.Article && n.Ref != g.Article {
			w.versions[n.ID] = cmp.Or(w.versions[n.ID], "")
		}
	}
}

// Own writes what an article says itself.
func (w *Writer) Own(g *graph.Graph) error {
	w.versions[g.Article.ID] = g.Version()
	for _, n := range g.Nodes {
		if n.Label == graph.Statement || n.Ref == g.Article {
			if err := w.node(n); err != nil {
				return err
			}
		}
	}
	for _, e := range g.Edges {
		if rule, _ := graph.RuleOf(e.Type); !rule.Shared {
			if err := w.edge(e); err != nil {
				return err
			}
		}
	}
	return nil
}

// Close writes what the articles share and, but of a part, how to import all.
func (w *Writer) Close(context.Context) error {
	err := w.writeShared()
	for _, t := range w.tables {
		err = errors.Join(err, t.close())
	}
	if err != nil || w.part != "" {
		return err
	}
	return writeImport(w.create, w.Tables(), func(name string) string { return name + ".csv" }, w.Schema)
}

// Tables returns the names of the tables that have rows, those of nodes first.
func (w *Writer) Tables() []string { return sorted(slices.Collect(maps.Keys(w.tables))) }

func (w *Writer) writeShared() error {
	nodes, edges := w.shared.Graph()
	for _, id := range slices.Sorted(maps.Keys(w.versions)) {
		if w.versions[id] == "" {
			nodes = append(nodes, graph.Node{Ref: graph.Ref{Label: graph.Article, ID: id}})
		}
	}
	for _, n := range nodes {
		if err := w.node(n); err != nil {
			return err
		}
	}
	for _, e := range edges {
		if err := w.edge(e); err != nil {
			return err
		}
	}
	return nil
}

func (w *Writer) node(n graph.Node) error {
	t, err := w.table(string(n.Label))
	if err != nil {
		return err
	}
	return t.write(n.Props, n.ID)
}

func (w *Writer) edge(e graph.Edge) error {
	t, err := w.table(fmt.Sprintf("%s-%s-%s", e.From.Label.General(), e.Type, e.To.Label.General()))
	if err != nil {
		return err
	}
	return t.write(e.Props, e.From.ID, e.To.ID)
}

// table returns the table of a name, which is made where it is not there yet.
func (w *Writer) table(name string) (*table, error) {
	if t, is := w.tables[name]; is {
		return t, nil
	}
	t := tableOf(name)
	file, err := w.create(name + w.part + ".csv")
	if err != nil {
		return nil, err
	}
	t.open(file)
	if w.part == "" {
		t.header()
	}
	w.tables[name] = t
	return t, nil
}
