package pipeline

import (
	"bytes"
	"context"
	"encoding/gob"
	"fmt"
	"io"
	"maps"
	"slices"

	"github.com/newsgraph/newsgraph/cypher"
	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/csv"
	"github.com/newsgraph/newsgraph/ingest/build"
	"github.com/newsgraph/newsgraph/ingest/facts"
)

func init() { gob.Register(graph.Date{}) }

// Divide divides articles into shards by their ids, and what they tell of what is
// shared by the ids of that.
type Divide struct{ Shards int }

// ProcessElement emits an article, and what it tells of what is shared, by shard.
func (d *Divide) ProcessElement(id string, packed []byte, articles, parts func(int, []byte)) error {
	f, err := unpack[facts.Article](packed)
	if err != nil {
		return err
	}
	articles(hashed(id, d.Shards), packed)
	for shard, part := range graph.Divide(build.Graph(&f), func(ref graph.Ref) int { return hashed(ref.ID, d.Shards) }) {
		var b bytes.Buffer
		if err := gob.NewEncoder(&b).Encode(part); err != nil {
			return fmt.Errorf("pack: %w", err)
		}
		parts(shard, b.Bytes())
	}
	return nil
}

// Tables are those that neo4j-admin imports, each in shards. A worker holds the
// articles of one shard, and what all articles tell of what is shared there.
type Tables struct {
	Folder string
	Shards int
}

func (t *Tables) create(ctx context.Context) csv.Create {
	return func(name string) (io.WriteCloser, error) { return create(ctx, t.Folder+"/"+name) }
}

// Rows writes shards of tables: the same bytes at any number of workers.
type Rows struct{ Tables }

// ProcessElement writes one shard, and emits the names of its tables.
func (r *Rows) ProcessElement(ctx context.Context, shard int, articles, parts values, emit func(int, string)) error {
	w := csv.NewPart(r.create(ctx), shard, r.Shards)
	for packed := []byte(nil); parts(&packed); {
		var part graph.Graph
		if err := gob.NewDecoder(bytes.NewReader(packed)).Decode(&part); err != nil {
			return fmt.Errorf("unpack: %w", err)
		}
		w.Gather(&part)
	}
	for _, packed := range inOrder(articles) {
		f, err := unpack[facts.Article](packed)
		if err == nil {
			err = w.Own(build.Graph(&f))
		}
		if err != nil {
			return err
		}
	}
	if err := w.Close(ctx); err != nil {
		return err
	}
	for _, name := range w.Tables() {
		emit(0, name)
	}
	return nil
}

// Headers writes what the shards of tables have in common.
type Headers struct{ Tables }

// ProcessElement writes the headers, the command that imports all, and the schema.
func (h *Headers) ProcessElement(ctx context.Context, _ int, names func(*string) bool) error {
	there := map[string]bool{}
	for name := ""; names(&name); {
		there[name] = true
	}
	return csv.Finish(h.create(ctx), slices.Collect(maps.Keys(there)), h.Shards, cypher.SchemaScript())
}
