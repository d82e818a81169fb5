package library

import (
	"context"
	"encoding/json"

	"github.com/newsgraph/newsgraph/ingest/identity"
)

// Doubts returns what is doubtful of who is who among all articles, and the
// decisions that it has no use for, as identity.Settled does, block by block. It
// changes nothing.
func (l *Library) Doubts(ctx context.Context, d *identity.Decisions) (doubts []identity.Doubt, unused []string, err error) {
	text := func(s *string) []any { return []any{s} }
	blocks, err := rowsOf(ctx, l, "SELECT DISTINCT block FROM posted WHERE home ORDER BY block", text)
	if err != nil {
		return nil, nil, err
	}
	var stands []identity.Stand
	for _, block := range blocks {
		sightings, err := l.block(ctx, block)
		if err != nil {
			return nil, nil, err
		}
		found := identity.Decide(block, sightings, d)
		doubts, stands = append(doubts, found.Doubts...), append(stands, found.Stands...)
	}
	doubts = append(doubts, identity.UniteAll(stands, d).Doubts...)
	seen, err := rowsOf(ctx, l, "SELECT entity FROM sighting UNION SELECT becomes FROM joined UNION SELECT id FROM entity", text)
	if err != nil {
		return nil, nil, err
	}
	known := map[string]bool{}
	for _, id := range seen {
		known[id] = true
	}
	return identity.Review(doubts, d), d.Unused(known), nil
}

// block returns the sightings of a block.
func (l *Library) block(ctx context.Context, block string) ([]identity.Sighting, error) {
	told, err := rowsOf(ctx, l, "SELECT s.told FROM posted p JOIN sighting s ON s.no = p.sighting WHERE p.block = ?", func(text *[]byte) []any { return []any{text} }, block)
	if err != nil {
		return nil, err
	}
	sightings := make([]identity.Sighting, len(told))
	for i, text := range told {
		if err := json.Unmarshal(text, &sightings[i]); err != nil {
			return nil, l.fault(err)
		}
	}
	return sightings, nil
}

// CopyTo copies the library, as it is now, into a file that is not there.
func (l *Library) CopyTo(ctx context.Context, file string) error {
	_, err := l.db.ExecContext(ctx, "VACUUM INTO ?", file)
	return l.fault(err)
}
