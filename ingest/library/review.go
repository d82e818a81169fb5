package library

import (
	"context"

	"github.com/newsgraph/newsgraph/ingest/identity"
)

// Doubts returns what is doubtful of who is who among all articles, and the
// decisions that it has no use for, as identity.Settled does, block by block. It
// changes nothing.
func (l *Library) Doubts(ctx context.Context, d *identity.Decisions) (doubts []identity.Doubt, unused []string, err error) {
	a := l.ask(ctx)
	blocks, err := column[string](a, "SELECT DISTINCT block FROM posted WHERE home ORDER BY block")
	if err != nil {
		return nil, nil, l.fault(err)
	}
	var stands []identity.Stand
	for _, block := range blocks {
		sightings, err := a.block(block)
		if err != nil {
			return nil, nil, l.fault(err)
		}
		found := identity.Decide(block, sightings, d)
		doubts, stands = append(doubts, found.Doubts...), append(stands, found.Stands...)
	}
	doubts = append(doubts, identity.UniteAll(stands, d).Doubts...)
	alike, err := a.misspellings()
	if err != nil {
		return nil, nil, l.fault(err)
	}
	doubts = append(doubts, alike...)
	seen, err := column[string](a, "SELECT id FROM entity UNION SELECT becomes FROM joined")
	if err != nil {
		return nil, nil, l.fault(err)
	}
	known := map[string]bool{}
	for _, id := range seen {
		known[id] = true
	}
	return identity.Review(doubts, d), d.Unused(known), nil
}

// misspellings returns the doubts about people whose names are spelt alike.
func (a *asking) misspellings() ([]identity.Doubt, error) {
	people, err := column[string](a, "SELECT id FROM entity WHERE id LIKE 'person:%' AND no IN (SELECT entity FROM sighting) AND id NOT IN (SELECT entity FROM joined WHERE article = '')")
	if err != nil {
		return nil, err
	}
	return identity.Misspellings(people, func(id string) ([]identity.Sighting, error) {
		return a.sightings("SELECT s.told FROM entity e JOIN sighting s ON s.entity = e.no WHERE e.id = ?", id)
	})
}

// CopyTo copies the library, as it is now, into a file that is not there.
func (l *Library) CopyTo(ctx context.Context, file string) error {
	_, err := l.db.ExecContext(ctx, "VACUUM INTO ?", file)
	return l.fault(err)
}
