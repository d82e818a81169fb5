package ingest

import (
	"context"
	"errors"

	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/identity"
	"github.com/newsgraph/newsgraph/ingest/library"
	"github.com/newsgraph/newsgraph/ingest/network"
	"github.com/newsgraph/newsgraph/ingest/source"
)

// RunKept reads the articles that a library doesn't know, keeps them there and
// settles them among all that it has; text is what the decisions were read from.
// It returns how many other articles have other facts by that. Where it is
// stopped, what was read until then is kept, and the next run settles it.
//
//	articles ──▶ Unread ──▶ Run ──▶ Add, in batches ──▶ Settle
func RunKept(ctx context.Context, articles source.Articles, opt Options, lib *library.Library, d *identity.Decisions, text string, failed func(error)) (others int, err error) {
	err = Run(ctx, lib.Unread(ctx, articles), opt, func(f *facts.Article) error { return lib.Add(ctx, f) }, failed)
	if err = errors.Join(err, lib.Flush(context.WithoutCancel(ctx))); err != nil {
		return 0, err
	}
	return lib.Settle(ctx, d, text)
}

// Reader names what reads: the network. Programs add their own version.
func Reader() string { return network.Version() }
