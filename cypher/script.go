package cypher

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
)

// scriptRows is the number of rows that a person can look through in one
// statement and that the Browser runs without delay.
const scriptRows = 500

// Script is a graph.Sink that writes a Cypher script. The script runs
// unchanged in cypher-shell and in the Neo4j Browser. Articles are written in
// blocks as they come, so memory does not grow with their number.
type Script struct {
	out     *bufio.Writer
	block   Block
	started bool
}

// NewScript returns a Script that writes to w. It does not close w.
func NewScript(w io.Writer) *Script {
	return &Script{out: bufio.NewWriter(w), block: Block{MaxRows: scriptRows}}
}

// Write adds an article. What it returns is an error of the writer.
func (s *Script) Write(_ context.Context, g *graph.Graph) error {
	return s.writeBlock(s.block.Add(g))
}

// Remove takes articles out, of which an earlier script had brought them.
func (s *Script) Remove(_ context.Context, ids []string) error {
	if len(ids) == 0 {
		return nil
	}
	if err := s.writeBlock(s.block.Take()); err != nil {
		return err
	}
	if !s.started {
		s.writeHead()
	}
	s.out.WriteString("\n// " + strings.Repeat("=", 74) + "\n")
	for _, id := range ids {
		s.out.WriteString("// Gone: " + comment(id) + "\n")
	}
	for _, st := range split(Removal(ids), scriptRows) {
		s.writeStatement(st)
	}
	return s.out.Flush()
}

// Close writes what is left. A script without articles has the schema only.
func (s *Script) Close(context.Context) error {
	if err := s.writeBlock(s.block.Take()); err != nil {
		return err
	}
	if !s.started {
		s.writeHead()
	}
	return s.out.Flush()
}

func (s *Script) writeBlock(block []*graph.Graph) error {
	if len(block) == 0 {
		return nil
	}
	if !s.started {
		s.writeHead()
	}
	s.out.WriteString("\n// " + strings.Repeat("=", 74) + "\n")
	for _, g := range block {
		s.out.WriteString("// Article: " + comment(title(g)) + "\n")
	}
	for _, st := range Statements(block, scriptRows) {
		s.writeStatement(st)
	}
	return s.out.Flush()
}

// title names the article of g for a reader.
func title(g *graph.Graph) string {
	for _, n := range g.Nodes {
		if headline, _ := n.Props["headline"].(string); n.Ref == g.Article && headline != "" {
			return fmt.Sprintf("%s (%s)", headline, n.ID)
		}
	}
	return g.Article.ID
}

const scriptHead = `// A graph of who said what to whom, written by newsgraph.
// Run it in cypher-shell (cypher-shell -f FILE) or paste it into the Neo4j Browser.
// Every statement can be run again: a second run adds nothing.

// Constraints and indexes
`

func (s *Script) writeHead() {
	s.started = true
	s.out.WriteString(scriptHead + SchemaScript())
}

// SchemaScript returns Schema as a script, one statement a line.
func SchemaScript() string { return strings.Join(Schema(), ";\n") + ";\n" }

func (s *Script) writeStatement(st Statement) {
	fmt.Fprintf(s.out, "\n// %s\n", st.Comment)
	before, after, _ := strings.Cut(st.Text, "$rows")
	s.out.WriteString(before + "[\n")
	for i, row := range st.Rows {
		if i > 0 {
			s.out.WriteString(",\n")
		}
		s.out.WriteString("  " + row.literal())
	}
	s.out.WriteString("\n]" + after + ";\n")
}
