// Package ingest is the way from article to facts:
//
//	err := ingest.Run(ctx, inputs, options, func(f *facts.Article) error { … })
//
// It guarantees the same facts in the same order for the same inputs, at any
// number of workers, and that an input which can't be read costs no other.
package ingest

import (
	"context"
	"errors"
	"fmt"

	"golang.org/x/sync/errgroup"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/read"
	"github.com/newsgraph/newsgraph/ingest/resolve"
	"github.com/newsgraph/newsgraph/ingest/source"
)

// Options say how to read.
type Options struct {
	Workers  int   // articles that are read at a time, at least 1
	MaxBytes int64 // of an input's text

	// Note, where it is set, gets what a person should know of an input that
	// was read, in the order of the inputs and from the goroutine of emit.
	Note func(string)

	// Read, where it is set, is called for each input that was read or failed,
	// from the goroutine of emit.
	Read func()
}

// outcome is what became of one input.
type outcome struct {
	facts *facts.Article
	note  string
	err   error
}

// Run reads the inputs and hands the facts of each to emit, in the order of
// the inputs and from one goroutine. An input that can't be read goes to
// failed, in the same order. An error of emit, or the end of ctx, stops the run
// and is returned.
//
//	inputs ──▶ workers: source ─▶ article ─▶ read ─▶ resolve ──▶ emit, failed
//	   └── one slot for each input, queued in order, at most 2 × workers ──┘
func Run(ctx context.Context, inputs []source.Input, opt Options, emit func(*facts.Article) error, failed func(error)) error {
	group, ctx := errgroup.WithContext(ctx)
	queue := make(chan chan outcome, opt.Workers)
	group.Go(func() error {
		defer close(queue)
		workers := make(chan struct{}, opt.Workers)
		for _, in := range inputs {
			slot := make(chan outcome, 1)
			select {
			case queue <- slot:
			case <-ctx.Done():
				return ctx.Err()
			}
			select {
			case workers <- struct{}{}:
			case <-ctx.Done():
				return ctx.Err()
			}
			go func() {
				defer func() { <-workers }()
				slot <- one(in, opt.MaxBytes)
			}()
		}
		return nil
	})
	group.Go(func() error {
		for slot := range queue {
			select {
			case o := <-slot:
				opt.tell(o)
				if err := deliver(o, emit, failed); err != nil {
					return err
				}
			case <-ctx.Done(): // not held up by an input that gives nothing
				return ctx.Err()
			}
		}
		return nil
	})
	return group.Wait()
}

func (opt Options) tell(o outcome) {
	if o.note != "" && opt.Note != nil {
		opt.Note(o.note)
	}
	if opt.Read != nil {
		opt.Read()
	}
}

func deliver(o outcome, emit func(*facts.Article) error, failed func(error)) error {
	if o.err != nil {
		failed(o.err)
		return nil
	}
	return emit(o.facts)
}

// one takes an input all the way.
func one(in source.Input, maxBytes int64) outcome {
	text, err := in.Read(maxBytes)
	if err != nil {
		return outcome{err: err}
	}
	a, err := article.Parse(text)
	if err == nil && a.Body.Len() == 0 {
		err = errors.New("has front matter or a headline, but no text")
	}
	if err != nil {
		return outcome{err: fmt.Errorf("read article %s: %w", in.Name, err)}
	}
	d := read.Read(a)
	o := outcome{facts: resolve.Resolve(d)}
	if !read.English(d) {
		o.note = in.Name + " does not look like English: little will be found in it"
	}
	return o
}
