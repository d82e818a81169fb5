// Package ingest is the way from article to facts:
//
//	err := ingest.Run(ctx, source.All(ctx, sources, opt), options, func(f *facts.Article) error { … })
//
// It guarantees the same facts in the same order for the same articles, at
// any number of workers, and that one which can't be read costs no other.
package ingest

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/build"
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/ordered"
	"github.com/newsgraph/newsgraph/ingest/people"
	"github.com/newsgraph/newsgraph/ingest/read"
	"github.com/newsgraph/newsgraph/ingest/resolve"
	"github.com/newsgraph/newsgraph/ingest/source"
)

// Options say how to read.
type Options struct {
	Workers int // articles that are read at a time, at least 1

	// People are those who are known; nil are those whom the program brings along.
	People *people.Table

	// Note, where it is set, gets what a person should know of an article that
	// was read, with the article's Origin, in the order of the articles and from
	// the goroutine of emit. The same note of several articles has the same words.
	Note func(origin, note string)

	// Read, where it is set, is called for each article that was read or failed,
	// from the goroutine of emit.
	Read func()
}

// Run reads the articles and hands the facts of each to emit, in their order
// and from one goroutine. The error of one that can't be read goes to failed, in
// the same order. An error of emit, or the end of ctx, stops the run and is
// returned.
//
//	articles ──▶ ordered.Map: read ─▶ resolve ──▶ emit, failed
func Run(ctx context.Context, articles source.Articles, opt Options, emit func(*facts.Article) error, failed func(error)) error {
	for r, err := range ordered.Map(ctx, opt.Workers, articles, opt.one) {
		if err != nil && ctx.Err() != nil {
			return ctx.Err()
		}
		opt.tell(r)
		if err != nil {
			failed(err)
		} else if err := emit(r.facts); err != nil {
			return err
		}
	}
	return nil
}

func (opt Options) tell(r result) {
	for _, note := range r.notes {
		if opt.Note != nil {
			opt.Note(r.origin, note)
		}
	}
	if opt.Read != nil {
		opt.Read()
	}
}

// result is what became of one article.
type result struct {
	facts  *facts.Article
	origin string
	notes  []string
}

// one reads an article and finds its facts, which may be known already.
func (opt Options) one(_ context.Context, a *article.Article) (r result, err error) {
	if a.Facts != nil {
		return result{a.Facts, a.Origin, slices.Clone(a.Notes)}, check(a)
	}
	d := read.Read(a)
	r = result{resolve.With(d, cmp.Or(opt.People, people.Known())), a.Origin, slices.Clone(a.Notes)}
	if !read.English(d) {
		r.notes = append(r.notes, "does not look like English: little will be found in it")
	}
	return r, nil
}

// check says what is wrong with facts that are known already, which may have been
// changed since they were written.
func check(a *article.Article) error {
	err := build.Graph(a.Facts).Validate()
	if err != nil {
		err = &source.Error{Name: a.Origin, Err: fmt.Errorf("its facts contradict themselves: %w", err)}
	}
	return err
}
