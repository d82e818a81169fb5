package cypher

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
)

// scriptRows is the number of rows of one statement. Before it runs, each costs Neo4j
// as much as some hundred rows; a person sees in the words of its articles, which
// stand above, what is in it.
const scriptRows = 2000

// Script is a graph.Sink that writes a Cypher script. The script runs
// unchanged in cypher-shell and in the Neo4j Browser.
//
// Articles come in blocks: each of them in words, then the rows of all in the same
// order. What must stand before all articles, or after them, is known at the end, so
// they are put aside in temporary files; memory grows by their ids and hashes alone.
type Script struct {
	// Fresh says that the database is empty: nothing is taken out beforehand.
	Fresh bool

	out      *bufio.Writer
	block    Block
	articles *spool              // in words and in rows
	derived  *spool              // what is written after them
	hashes   map[string]string   // of the facts of the articles that are written, by id
	ids      []string            // of these, in their order
	gone     []string            // articles to take out
	told     map[graph.Label]int // how many there are of each label
	written  bool
}

// NewScript returns a Script that writes to w. It does not close w.
func NewScript(w io.Writer) *Script {
	return &Script{out: bufio.NewWriter(w), block: Block{MaxRows: scriptRows}, hashes: map[string]string{}, told: map[graph.Label]int{}}
}

// Write adds an article; of one that comes twice, the later version counts. What it
// returns is an error of the writer, or of the temporary files.
func (s *Script) Write(_ context.Context, g *graph.Graph) error {
	hash := g.Version()
	if earlier, twice := s.hashes[g.Article.ID]; twice && earlier == hash {
		return nil
	} else if twice {
		if err := s.writeSection(); err != nil {
			return err
		}
	}
	s.hashes[g.Article.ID] = hash
	s.ids = append(s.ids, g.Article.ID)
	return s.putAside(s.block.Add(g))
}

// Remove takes articles out, of which an earlier script had brought them.
func (s *Script) Remove(_ context.Context, ids []string) error {
	s.gone = append(s.gone, ids...)
	return nil
}

// Close writes the script. One without articles has the schema only.
func (s *Script) Close(context.Context) error {
	defer s.closeSpools()
	if s.written && len(s.ids)+len(s.gone) == 0 {
		return s.out.Flush()
	}
	return s.writeSection()
}

func (s *Script) closeSpools() {
	for _, spool := range []*spool{s.articles, s.derived} {
		if spool != nil {
			spool.close()
		}
	}
}

// putAside writes a block of articles to the temporary files.
func (s *Script) putAside(block []*graph.Graph) (err error) {
	if len(block) == 0 {
		return nil
	}
	if s.articles == nil {
		if s.articles, err = newSpool(); err != nil {
			return err
		}
		if s.derived, err = newSpool(); err != nil {
			return err
		}
	}
	titles := map[graph.Ref]string{}
	for _, g := range block {
		titles[g.Article] = title(g)
		fmt.Fprintf(s.articles, "\n// %s\n", strings.Repeat("=", 74))
		for _, line := range inWords(g) {
			fmt.Fprintf(s.articles, "// %s\n", comment(line))
		}
		for _, n := range g.Nodes {
			s.told[n.Label]++
		}
	}
	for _, st := range Statements(block, scriptRows) {
		to := s.articles
		if st.derived {
			to = s.derived
		}
		writeStatement(to, st, titles)
	}
	return errors.Join(s.articles.Flush(), s.derived.Flush())
}

// writeSection writes what was put aside, with what stands before and after it.
func (s *Script) writeSection() error {
	if err := s.putAside(s.block.Take()); err != nil {
		return err
	}
	s.writeHead()
	if len(s.ids)+len(s.gone) > 0 {
		s.writeRemoval()
	}
	for _, part := range []struct {
		*spool
		title string
	}{{s.articles, "The articles"}, {s.derived, "Who said it to whom, from what all articles say"}} {
		if part.spool == nil {
			continue
		}
		s.writeTitle(part.title)
		if err := part.empty(s.out); err != nil {
			return err
		}
	}
	if len(s.ids) > 0 {
		s.writeTitle("These articles are whole")
		s.writeVersions("Articles of this script", wholeText, s.ids)
	}
	clear(s.hashes)
	clear(s.told)
	s.ids, s.gone, s.written = nil, nil, true
	return s.out.Flush()
}

const scriptHead = `// A graph of who said what to whom, written by newsgraph: %s.
// Run it in cypher-shell (cypher-shell -f FILE) or paste it into the Neo4j Browser.
// Every statement can be run again: a second run adds nothing.
//
// What it does, in this order:
//   makes constraints and indexes, where they are missing,
//   %s,
//   adds its articles, some at a time: each in words, a line for each statement, meeting and office
//     (one without a day was said by the day of its article), then the same as rows, in the same
//     order: nodes, then relationships between them,
//   joins those who spoke with those whom they spoke to (SAID_TO),
//   notes that these articles are whole, so that a load that stopped is known.
// It changes nothing that other articles say.
//
// A row is one line: what its columns are stands above the rows, - is unknown. Where a text has
// such marks itself, they have numbers: |1| between the columns, -1- for what is unknown.

// Constraints and indexes
`

func (s *Script) writeHead() {
	removal := "takes out earlier versions of its articles, those that are gone, and nothing else"
	if s.fresh() {
		removal = "takes nothing out, since the database is taken to be empty"
	}
	fmt.Fprintf(s.out, scriptHead, s.counts(), removal)
	s.out.WriteString(SchemaScript())
}

// fresh says whether nothing is to be taken out.
func (s *Script) fresh() bool { return s.Fresh && !s.written && len(s.gone) == 0 }

// counts says what the script has.
func (s *Script) counts() string {
	counts := counted(len(s.ids), "article") + ", " + counted(s.told[graph.Statement], "statement") + ", " + counted(s.told[graph.Meeting], "meeting")
	if len(s.gone) > 0 {
		counts += ", " + counted(len(s.gone), "article") + " to take out"
	}
	return counts
}

func counted(n int, what string) string {
	if n != 1 {
		what += "s"
	}
	return fmt.Sprintf("%d %s", n, what)
}

// SchemaScript returns Schema as a script, one statement a line.
func SchemaScript() string { return strings.Join(Schema(), ";\n") + ";\n" }

func (s *Script) writeTitle(title string) {
	fmt.Fprintf(s.out, "\n// %s\n// %s\n", strings.Repeat("#", 74), title)
}

// writeRemoval takes out the earlier versions of all articles, and those that are gone.
func (s *Script) writeRemoval() {
	if s.fresh() {
		return
	}
	s.writeTitle("Take out what is older")
	for _, id := range s.gone {
		fmt.Fprintf(s.out, "// Gone: %s\n", comment(id))
	}
	s.writeVersions("Articles of this script, each with what tells its version", markText, slices.Concat(s.ids, s.gone))
	for _, r := range removalTexts {
		fmt.Fprintf(s.out, "\n// Of those that have another version: %s\n%s;\n", r.what, markedText+r.text)
	}
}

// writeVersions writes a statement with articles and the hashes of their facts.
func (s *Script) writeVersions(comment, text string, ids []string) {
	st := Statement{Comment: comment, Text: text, Columns: []Column{{Name: "id"}, {Name: graph.FactsSHA256}}}
	for _, id := range ids {
		st.Rows = append(st.Rows, Row{"id": id, graph.FactsSHA256: s.hashes[id]})
	}
	for _, part := range split([]Statement{st}, scriptRows) {
		writeStatement(s.out, part, nil)
	}
}

// An article is being loaded until all is there that a script has of it: what a
// script that stopped has brought counts as another version.
const (
	loading   = ", n.factsSha256 = 'loading ' + row.factsSha256"
	wholeText = unwind + `MATCH (a:Article {id: row.id}) WHERE a.factsSha256 = 'loading ' + row.factsSha256
SET a.factsSha256 = row.factsSha256`
)

// writeStatement writes a statement with its rows.
func writeStatement(out io.Writer, st Statement, titles map[graph.Ref]string) {
	columns := had(st.Columns, st.Rows)
	f, lines := linesOf(columns, st.Rows)
	fmt.Fprintf(out, "\n// %s: %s\nWITH [", st.Comment, columnNames(columns, f))
	writeTexts(out, f, lines, st.of, titles)
	text := strings.TrimPrefix(st.Text, unwind)
	if st.Comment == string(graph.Article) {
		text += loading
	}
	io.WriteString(out, "\n] AS texts\n"+f.reading(columns, strings.Contains(text, "row.props"))+text+";\n")
}

// writeTexts writes the lines of each article as one text, below its title.
func writeTexts(out io.Writer, f form, lines []string, of []graph.Ref, titles map[graph.Ref]string) {
	for i, line := range lines {
		told := i < len(of)
		if i > 0 && (!told || of[i] == of[i-1]) {
			io.WriteString(out, f.ends+"\n"+indent+escape(line))
			continue
		}
		if i > 0 {
			io.WriteString(out, "',")
		}
		if told {
			io.WriteString(out, "\n  // "+comment(titles[of[i]]))
		}
		io.WriteString(out, "\n  '"+escape(line))
	}
	io.WriteString(out, "'")
}

func columnNames(columns []Column, f form) string {
	names := make([]string, len(columns))
	for i, c := range columns {
		names[i] = c.Name
	}
	return strings.Join(names, f.between)
}
