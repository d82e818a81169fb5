package library

import (
	"encoding/json"

	"github.com/newsgraph/newsgraph/ingest/identity"
)

// itemBlock is the block of the joins of those who are known by one item.
func itemBlock(item string) string { return "item:" + item }

// replaceStands notes who stands in a block and is known by an item, and adds the
// items of which that has changed.
func (s *settlement) replaceStands(block string, stands []identity.Stand, items map[string]bool) error {
	before, err := s.pairs("SELECT item, made FROM stand WHERE block = ?", block)
	if err != nil {
		return err
	}
	gone, came := map[[2]string]bool{}, map[[2]string]bool{}
	for _, pair := range before {
		gone[pair] = true
	}
	for _, x := range stands {
		text, err := json.Marshal(x)
		if err != nil {
			return err
		}
		if pair := [2]string{x.Item, string(text)}; gone[pair] {
			delete(gone, pair)
		} else {
			came[pair] = true
		}
	}
	for _, step := range []struct {
		pairs map[[2]string]bool
		text  string
	}{
		{gone, "DELETE FROM stand WHERE block = ? AND item = ? AND made = ?"},
		{came, "INSERT INTO stand (block, item, made) VALUES (?, ?, ?)"},
	} {
		for pair := range step.pairs {
			items[pair[0]] = true
			if err := s.exec(step.text, block, pair[0], pair[1]); err != nil {
				return err
			}
		}
	}
	return nil
}

// unite writes the joins of those who are known by an item.
func (s *settlement) unite(item string, changed map[string]bool) error {
	before, err := s.pairs("SELECT entity, made FROM joined WHERE block = ?", itemBlock(item))
	if err != nil {
		return err
	}
	made, err := column[[]byte](&s.asking, "SELECT made FROM stand WHERE item = ?", item)
	if err != nil {
		return err
	}
	stands := make([]identity.Stand, len(made))
	for i, text := range made {
		if err := json.Unmarshal(text, &stands[i]); err != nil {
			return err
		}
	}
	return s.replaceJoins(itemBlock(item), before, identity.Unite(stands, s.decisions).Joins, changed)
}
