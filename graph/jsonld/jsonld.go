// Package jsonld writes graphs as JSON-LD, in the words of schema.org and of the
// Web Annotation vocabulary of the W3C, with words of newsgraph's own (ng:) for
// what these don't have. docs/jsonld.md says what becomes what.
//
//	sink := jsonld.New(file)
//	err := sink.Write(ctx, g) // for each article
//	err = sink.Close(ctx)     // completes the document
//
// The document has its context in itself, so that it is read without a network,
// and one object a line: articles, statements and annotations as they come, then
// who and what there is, each once. Only these are kept in memory until the end:
// it grows with the people and meetings that there are, not with what is said. An
// article that comes twice is in the document twice.
package jsonld

import (
	"bufio"
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"io"

	"github.com/newsgraph/newsgraph/graph"
)

//go:embed context.json
var terms []byte

// Sink is a graph.Sink that writes one document.
type Sink struct {
	out     *bufio.Writer
	shared  graph.Shared
	started bool
}

// New returns a Sink that writes to w. It does not close w.
func New(w io.Writer) *Sink {
	return &Sink{out: bufio.NewWriter(w), shared: graph.Shared{WithoutEvidence: true}}
}

// object is a node of the document; its keys are written in their order.
type object map[string]any

// add adds values to a key. What is not known is left out.
func (o object) add(key string, values ...any) {
	for _, value := range values {
		if value == nil || value == "" {
			continue
		}
		list, _ := o[key].([]any)
		o[key] = append(list, value)
	}
}

// take adds the properties of a node or relationship that have names of
// newsgraph's own.
func (o object) take(props graph.Props, names ...string) {
	for _, name := range names {
		value := props[name]
		if date, is := value.(graph.Date); is {
			value = date.String()
		}
		o.add("ng:"+name, value)
	}
}

// Write implements graph.Sink. What it returns is an error of the writer.
func (s *Sink) Write(_ context.Context, g *graph.Graph) error {
	s.shared.Add(g)
	a := newArticle(g)
	if err := s.write(a.itself()); err != nil {
		return err
	}
	for _, n := range g.Nodes {
		if n.Label == graph.Statement {
			if err := s.write(a.statement(n)); err != nil {
				return err
			}
		}
	}
	for _, e := range g.Edges {
		if e.Type == graph.MentionedIn || e.Type == graph.ReportedIn {
			if err := s.write(a.annotation(e)); err != nil {
				return err
			}
		}
	}
	return nil
}

// Close writes what articles share, and completes the document.
func (s *Sink) Close(context.Context) error {
	nodes, edges := s.shared.Graph()
	w := newWorld(edges)
	for _, n := range nodes {
		if err := s.write(w.object(n)); err != nil {
			return err
		}
	}
	if !s.started {
		s.head()
	}
	s.out.WriteString("\n]}\n")
	return s.out.Flush()
}

func (s *Sink) head() {
	var line bytes.Buffer
	if err := json.Compact(&line, terms); err != nil {
		panic("jsonld: context.json: " + err.Error())
	}
	s.out.WriteString("{\"@context\": " + line.String() + ",\n\"@graph\": [")
	s.started = true
}

// write writes an object on a line of its own.
func (s *Sink) write(o object) error {
	separator := ",\n"
	if !s.started {
		s.head()
		separator = "\n"
	}
	line, err := json.Marshal(single(o))
	if err != nil {
		return err
	}
	s.out.WriteString(separator)
	_, err = s.out.Write(line)
	return err
}

// single returns o with lists of one value as that value, as people write them.
func single(o object) object {
	for key, value := range o {
		if list, is := value.([]any); is && len(list) == 1 {
			o[key] = list[0]
		}
	}
	return o
}
