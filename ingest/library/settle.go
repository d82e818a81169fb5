package library

import (
	"context"
	"crypto/sha256"
	"encoding/hex"

	"github.com/newsgraph/newsgraph/ingest/copies"
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/identity"
)

// Settle decides who is who among all articles of the library, and which is a
// copy of which, where articles, the decisions or the program have changed. It
// returns how many articles have other facts now that were not read in this run.
// It is done as a whole or not at all.
func (l *Library) Settle(ctx context.Context, d *identity.Decisions) (others int, err error) {
	if err := l.Flush(ctx); err != nil {
		return 0, err
	}
	c, err := l.begin(ctx)
	if err != nil {
		return 0, err
	}
	others, err = l.settle(c, d)
	return others, l.end(c, err)
}
