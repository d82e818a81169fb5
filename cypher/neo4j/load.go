package neo4j

import (
	"context"
	"errors"
	"fmt"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/newsgraph/newsgraph/cypher"
	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/internal/hint"
)

// maxRows is the number of rows of one statement and, but for a larger article,
// of one label or type in a transaction.
const maxRows = 5000

// patience is how long a transaction is tried again while a server restarts.
const patience = 3 * time.Minute

// Counts are what a server says that it changed.
type Counts struct {
	NodesCreated, NodesDeleted, RelationshipsCreated, RelationshipsDeleted int
}

// String returns the counts in words.
func (c Counts) String() string {
	return fmt.Sprintf("nodes +%d −%d, relationships +%d −%d", c.NodesCreated, c.NodesDeleted, c.RelationshipsCreated, c.RelationshipsDeleted)
}

func (c *Counts) add(d Counts) {
	c.NodesCreated += d.NodesCreated
	c.NodesDeleted += d.NodesDeleted
	c.RelationshipsCreated += d.RelationshipsCreated
	c.RelationshipsDeleted += d.RelationshipsDeleted
}

// Loader is a graph.Sink that loads into a server.
type Loader struct {
	client *Client
	block  cypher.Block
	ready  bool // the constraints stand
	counts Counts
}

var _ graph.Sink = (*Loader)(nil)

// Loader returns a loader. It does not close the client.
func (c *Client) Loader() *Loader {
	return &Loader{client: c, block: cypher.Block{MaxRows: maxRows}}
}

// Counts returns what has changed so far.
func (l *Loader) Counts() Counts { return l.counts }

// Write adds an article; full blocks are loaded. After an error, loading the
// same articles again completes the load.
func (l *Loader) Write(ctx context.Context, g *graph.Graph) error {
	return l.load(ctx, l.block.Add(g))
}

// Remove takes articles out, with exactly what only they support. One that is
// not there is none to take out.
func (l *Loader) Remove(ctx context.Context, ids []string) error {
	if len(ids) == 0 {
		return nil
	}
	if err := l.load(ctx, l.block.Take()); err != nil {
		return err
	}
	counts, err := l.client.run(ctx, cypher.Removal(ids))
	if err != nil {
		return explainLoad(err)
	}
	l.counts.add(counts)
	return nil
}

// Save loads what was written so far.
func (l *Loader) Save(ctx context.Context) error { return l.load(ctx, l.block.Take()) }

// Close loads what is left.
func (l *Loader) Close(ctx context.Context) error { return l.load(ctx, l.block.Take()) }

func (l *Loader) load(ctx context.Context, block []*graph.Graph) error {
	if err := l.prepare(ctx); err != nil {
		return explainLoad(err)
	}
	if len(block) == 0 {
		return nil
	}
	counts, err := l.client.write(ctx, func(tx driver.ManagedTransaction) ([]cypher.Statement, error) {
		return statements(ctx, tx, block)
	})
	if err != nil {
		return explainLoad(err)
	}
	l.counts.add(counts)
	return nil
}

// statements returns what brings the database from the versions that it has of the
// articles of a block to those of the block: nothing where these are the same.
func statements(ctx context.Context, tx driver.ManagedTransaction, block []*graph.Graph) ([]cypher.Statement, error) {
	there, err := versions(ctx, tx, block)
	if err != nil {
		return nil, err
	}
	var outdated []string
	var others []*graph.Graph
	for _, g := range block {
		hash, is := there[g.Article.ID]
		switch {
		case is && hash == g.Version():
			continue
		case is:
			outdated = append(outdated, g.Article.ID)
		}
		others = append(others, g)
	}
	return append(cypher.Removal(outdated), cypher.Statements(others, maxRows)...), nil
}

// versions returns the hashes of the facts of those articles of a block that the
// database has.
func versions(ctx context.Context, tx driver.ManagedTransaction, block []*graph.Graph) (map[string]string, error) {
	ids := make([]string, len(block))
	for i, g := range block {
		ids[i] = g.Article.ID
	}
	result, err := tx.Run(ctx, "UNWIND $ids AS id MATCH (a:Article {id: id}) WHERE a.factsSha256 IS NOT NULL RETURN id, a.factsSha256", map[string]any{"ids": ids})
	if err != nil {
		return nil, err
	}
	there := map[string]string{}
	for result.Next(ctx) {
		values := result.Record().Values
		there[word(values[0])] = word(values[1])
	}
	return there, result.Err()
}

// prepare creates the constraints and indexes, once, and waits for them.
func (l *Loader) prepare(ctx context.Context) error {
	if l.ready {
		return nil
	}
	session := l.client.session(ctx)
	defer session.Close(ctx)
	for _, text := range append(cypher.Schema(), "CALL db.awaitIndexes(300)") {
		err := again(ctx, func() error {
			_, err := session.ExecuteWrite(ctx, func(tx driver.ManagedTransaction) (any, error) {
				return nil, execute(ctx, tx, text)
			})
			return err
		})
		if err != nil {
			return err
		}
	}
	l.ready = true
	return nil
}

// run runs the statements in one transaction.
func (c *Client) run(ctx context.Context, statements []cypher.Statement) (Counts, error) {
	return c.write(ctx, func(driver.ManagedTransaction) ([]cypher.Statement, error) { return statements, nil })
}

// write runs the statements that choose returns in one transaction, which may be
// tried more than once.
func (c *Client) write(ctx context.Context, choose func(driver.ManagedTransaction) ([]cypher.Statement, error)) (Counts, error) {
	counts, err := c.inTurn(ctx, func(tx driver.ManagedTransaction) (any, error) {
		statements, err := choose(tx)
		if err != nil {
			return nil, err
		}
		return runAll(ctx, tx, statements)
	})
	if err != nil {
		return Counts{}, err
	}
	return counts.(Counts), nil
}

func runAll(ctx context.Context, tx driver.ManagedTransaction, statements []cypher.Statement) (counts Counts, err error) {
	for _, st := range statements {
		result, err := tx.Run(ctx, st.Text, map[string]any{"rows": parameters(st.Rows)})
		if err != nil {
			return Counts{}, err
		}
		summary, err := result.Consume(ctx)
		if err != nil {
			return Counts{}, err
		}
		counters := summary.Counters()
		counts.add(Counts{counters.NodesCreated(), counters.NodesDeleted(), counters.RelationshipsCreated(), counters.RelationshipsDeleted()})
	}
	return counts, nil
}

// parameters converts rows to what the driver sends.
func parameters(rows []cypher.Row) []map[string]any {
	converted := make([]map[string]any, len(rows))
	for i, row := range rows {
		converted[i] = parameter(row)
	}
	return converted
}

func parameter(row cypher.Row) map[string]any {
	converted := make(map[string]any, len(row))
	for name, value := range row {
		switch v := value.(type) {
		case graph.Date:
			value = driver.Date(time.Date(v.Year, v.Month, v.Day, 0, 0, 0, 0, time.UTC))
		case cypher.Row:
			value = parameter(v)
		}
		converted[name] = value
	}
	return converted
}

// explainLoad says what to do about a load that stopped.
func explainLoad(err error) error {
	if errors.Is(err, context.Canceled) {
		return err
	}
	return hint.Add(fmt.Errorf("load: %w", err), "run the same command again: it goes on where the load stopped")
}
