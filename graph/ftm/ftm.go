// Package ftm writes graphs as entities of FollowTheMoney, as Aleph and
// OpenSanctions load them: one entity of JSON a line. docs/ftm.md says what becomes
// what, and why.
//
//	sink := ftm.New(file)
//	err := sink.Write(ctx, g) // for each article
//	err = sink.Close(ctx)     // writes what the articles share
//
// Articles, with what they say, are written as they come; who and what there is
// follows at the end, each once. Only these are kept in memory: it grows with the
// people and meetings that there are, not with what is said. Articles that are added to a file later
// repeat those whom they name: ftm merges entities of one id.
package ftm

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/newsgraph/newsgraph/graph"
)

// Sink is a graph.Sink that writes lines.
type Sink struct {
	out    *bufio.Writer
	lines  *json.Encoder
	shared graph.Shared
}

// New returns a Sink that writes to w. It does not close w.
func New(w io.Writer) *Sink {
	out := bufio.NewWriter(w)
	lines := json.NewEncoder(out)
	lines.SetEscapeHTML(false)
	return &Sink{out: out, lines: lines, shared: graph.Shared{WithoutEvidence: true}}
}

// Write implements graph.Sink. What it returns is an error of the writer.
func (s *Sink) Write(_ context.Context, g *graph.Graph) error {
	s.shared.Add(g)
	return s.write(newArticle(g).entities())
}

// Close writes what articles share.
func (s *Sink) Close(context.Context) error {
	if err := s.write(newWorld(s.shared.Graph()).entities()); err != nil {
		return err
	}
	return s.out.Flush()
}

func (s *Sink) write(entities []*entity) error {
	for _, e := range entities {
		if err := s.lines.Encode(e); err != nil {
			return err
		}
	}
	return nil
}

// entity is an entity as a line has it.
type entity struct {
	ID         string              `json:"id"`
	Schema     string              `json:"schema"`
	Properties map[string][]string `json:"properties"`
}

func newEntity(id, schema string) *entity {
	return &entity{id, schema, map[string][]string{}}
}

var (
	// texts lists the properties that may be long and have lines.
	texts = []string{"summary", "description", "notes"}
	// names and addresses list those of these types.
	names     = []string{"name", "alias"}
	addresses = []string{"full", "location"}
)

// The most code points that FollowTheMoney takes for a value.
const (
	longestText = 65000
	longestName = 384
	longestWord = 1024
)

// add adds values to a property, as FollowTheMoney would clean them. What is not
// known, or there already, is left out.
func (e *entity) add(property string, values ...string) *entity {
	for _, value := range values {
		value = norm.NFC.String(value)
		switch {
		case slices.Contains(texts, property):
			value = cut(strings.TrimSpace(strings.Map(printed, value)), longestText)
		case slices.Contains(names, property):
			value = cut(strings.Trim(squash(value), "\"' "), longestName)
		case slices.Contains(addresses, property):
			value = cut(lines(squash(value)), longestWord)
		default:
			value = cut(squash(value), longestWord)
		}
		if value != "" && !slices.Contains(e.Properties[property], value) {
			e.Properties[property] = append(e.Properties[property], value)
		}
	}
	return e
}

// printed drops characters that are no text; of others it keeps the lines.
func printed(r rune) rune {
	switch {
	case r == '\n' || r == '\t':
		return r
	case r == '\r' || r == '\u2028' || r == '\u2029':
		return '\n'
	case unicode.In(r, unicode.Cc, unicode.Co, unicode.Cs, unicode.Noncharacter_Code_Point) || r == '\uFEFF':
		return -1
	}
	return r
}

// squash returns a value on one line, with single spaces.
func squash(s string) string { return strings.Join(strings.Fields(strings.Map(printed, s)), " ") }

// lines returns an address with a comma between its lines.
func lines(s string) string {
	var parts []string
	for part := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == ',' || r == ';' }) {
		if part = strings.Trim(part, " ."); part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, ", ")
}

func cut(s string, longest int) string {
	if len(s) <= longest { // no more code points than bytes
		return s
	}
	if runes := []rune(s); len(runes) > longest {
		return strings.TrimSpace(string(runes[:longest-1])) + "…"
	}
	return s
}
