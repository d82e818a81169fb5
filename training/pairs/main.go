// Command pairs writes phrases of marked articles with all whom they may mean,
// as the program sees them, and whom the reader says they mean. The model of
// ingest/resolve/whom is learned from them (whom.py).
//
//	go run ./training/pairs < marks.jsonl > pairs.jsonl
//	go run ./training/pairs --offices < marks.jsonl > offices.jsonl
//	go run ./training/pairs --hearers < marks.jsonl > hearers.jsonl
//
// With --offices it writes offices with all whose they may be instead, from
// which the model of ingest/resolve/holds is learned; with --hearers, who may be
// addressed by statements, or be their targets, one a line (hearers.py).
//
//	go run ./training/pairs --meetings ingest/resolve/met/data participants.tsv < marks.jsonl
//
// With --meetings it learns the tables of ingest/resolve/met itself, those that
// are named or all: the weights of the signs that they have, from train alone.
//
// The first line of output has the names of the features. Each other line is a
// phrase: the article's id and half, the phrase's role and text, its words, the
// kinds and names of the candidates (the first is nobody), their features as
// [index, value, …], which of those each is whom the reader says, and these; and
// whether the program itself means exactly these, of which whom.py prints the share.
package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"time"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/people"
	"github.com/newsgraph/newsgraph/ingest/read"
	"github.com/newsgraph/newsgraph/ingest/resolve/holds"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/resolve/whom"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "pairs:", err)
		os.Exit(1)
	}
}

func run() error {
	if len(os.Args) > 2 && os.Args[1] == "--meetings" {
		var articles []marked
		err := each(func(m mark) error {
			if m.Half == "train" {
				articles = append(articles, marked{m, reading(m)})
			}
			return nil
		})
		return cmp.Or(err, learnMeetings(os.Args[2], os.Args[3:], articles))
	}
	out, features, write := bufio.NewWriter(os.Stdout), whom.Features(), write
	if slices.Contains(os.Args[1:], "--offices") {
		features, write = holds.Features(), writeOffices
	}
	if slices.Contains(os.Args[1:], "--hearers") {
		features, write = nil, writeHearers
	}
	if err := json.NewEncoder(out).Encode(map[string]any{"features": features}); err != nil {
		return err
	}
	err := each(func(m mark) error { return write(json.NewEncoder(out), m, reading(m)) })
	return cmp.Or(err, out.Flush())
}

// each reads the marked articles from standard input.
func each(do func(mark) error) error {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		var m mark
		if err := json.Unmarshal(lines.Bytes(), &m); err != nil {
			return err
		}
		if err := do(m); err != nil {
			return err
		}
	}
	return lines.Err()
}

func reading(m mark) *document.Document {
	day, err := time.Parse(time.DateOnly, m.Published)
	var published article.Time
	if err == nil {
		published = article.OnDay(day)
	}
	return read.Read(&article.Article{ID: m.ID, Text: m.Text, Body: article.Span{End: len(m.Text)}, Published: published})
}

// pair is a phrase with its candidates, as a line of output.
type pair struct {
	ID       string      `json:"id"`
	Half     string      `json:"half"`
	Role     string      `json:"role"`
	Text     string      `json:"text"`
	Words    []string    `json:"words"`
	Kinds    []string    `json:"kinds"`
	Names    []string    `json:"names"`
	Features [][]float32 `json:"features"`
	Right    []int       `json:"right"`  // which of gold each candidate is, -1 none of them
	Gold     []string    `json:"gold"`   // "" is nobody
	Known    bool        `json:"known"`  // somebody of the cast is right
	Number   int         `json:"number"` // that the phrase may mean: 1, 2, 3 for any
	Asked    bool        `json:"asked"`  // the program, asked for the phrase, means exactly those of gold
}

// write writes the phrases of an article.
func write(out *json.Encoder, m mark, d *document.Document) error {
	cast := who.Find(d)
	holds.Find(d, cast, people.Known())
	resolver := whom.New(d, cast)
	for _, ask := range m.questions(d, newNames(cast, m)) {
		ex := resolver.Example(ask.phrase, ask.scene)
		p := pair{ID: m.ID, Half: m.Half, Role: string(ask.scene.Role), Text: d.Text(ask.phrase), Words: ex.Words, Gold: ask.gold, Number: int(resolver.Number(ask.phrase))}
		for i, e := range ex.Entities {
			p.add(e, ex.Features[i])
			p.Right = append(p.Right, ask.names.right(e, ask.gold))
		}
		p.Known, p.Asked = ask.names.known(ask.gold), ask.answered(resolver.Of(ask.phrase, ask.scene))
		if len(ask.gold) == 1 {
			for _, e := range ask.names.called(ask.gold[0]) {
				resolver.Learn(ask.phrase, e, 1)
			}
		}
		if err := out.Encode(p); err != nil {
			return err
		}
	}
	return nil
}

// add adds a candidate.
func (p *pair) add(e *who.Entity, features []float32) {
	p.Features = append(p.Features, sparse(features))
	if e == nil {
		p.Kinds, p.Names = append(p.Kinds, "nobody"), append(p.Names, "")
		return
	}
	p.Kinds, p.Names = append(p.Kinds, string(e.Label)), append(p.Names, e.Name)
}

// sparse returns the features that aren't 0, each after its index.
func sparse(all []float32) (found []float32) {
	for i, x := range all {
		if x != 0 {
			found = append(found, float32(i), x)
		}
	}
	return found
}
