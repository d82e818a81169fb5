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
package csv

import (
	"cmp"
	"context"
	"errors"
	"fmt"
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

	folder   string
	tables   map[string]*table
	shared   graph.Shared
	versions map[string]string // of the articles by id; "" for one that is there as the first of a copy only
}

var _ graph.Sink = (*Writer)(nil)

// New returns a Writer that writes into a folder, which must be there.
func New(folder string) *Writer {
	return &Writer{folder: folder, tables: map[string]*table{}, versions: map[string]string{}}
}

// Write adds an article. The same one is not added twice.
func (w *Writer) Write(_ context.Context, g *graph.Graph) error {
	version := g.Version()
	switch known := w.versions[g.Article.ID]; known {
	case version:
		return nil
	case "":
		w.versions[g.Article.ID] = version
	default:
		return fmt.Errorf("article %s %w", g.Article.ID, ErrVersions)
	}
	w.shared.Add(g)
	for _, n := range g.Nodes {
		if err := w.own(g, n); err != nil {
			return err
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

// own writes the nodes that belong to the article.
func (w *Writer) own(g *graph.Graph, n graph.Node) error {
	switch {
	case n.Label == graph.Statement, n.Ref == g.Article:
		return w.node(n)
	case n.Label == graph.Article:
		w.versions[n.ID] = cmp.Or(w.versions[n.ID], "")
	}
	return nil
}

// Close writes what the articles share, and how to import all.
func (w *Writer) Close(context.Context) error {
	err := w.writeShared()
	for _, t := range w.tables {
		err = errors.Join(err, t.close())
	}
	if err != nil {
		return err
	}
	return errors.Join(
		os.WriteFile(filepath.Join(w.folder, "import.sh"), []byte(w.script()), 0o755),
		os.WriteFile(filepath.Join(w.folder, "schema.cypher"), []byte(w.Schema), 0o644),
	)
}

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
	t, err := w.table(string(n.Label), func() *table { return nodeTable(n.Label) })
	if err != nil {
		return err
	}
	return t.write(n.Props, n.ID)
}

func (w *Writer) edge(e graph.Edge) error {
	from, to := e.From.Label.General(), e.To.Label.General()
	t, err := w.table(fmt.Sprintf("%s-%s-%s", from, e.Type, to), func() *table { return edgeTable(e.Type, from, to) })
	if err != nil {
		return err
	}
	return t.write(e.Props, e.From.ID, e.To.ID)
}

// table returns the table of a name, which is made where it is not there yet.
func (w *Writer) table(name string, made func() *table) (*table, error) {
	if t, is := w.tables[name]; is {
		return t, nil
	}
	t := made()
	if err := t.create(filepath.Join(w.folder, name+".csv")); err != nil {
		return nil, err
	}
	w.tables[name] = t
	return t, nil
}
