package madeup

import (
	"testing"

	"github.com/newsgraph/newsgraph/ingest/build"
)

func TestArticlesKeepTheRules(t *testing.T) {
	for i := range 200 {
		f := Article(i, World{Articles: 200, People: 40, Statements: 3, Seed: 1, Version: i % 2})
		if err := f.Check(); err != nil {
			t.Errorf("article %d: %v", i, err)
		}
		if err := build.Graph(f).Validate(); err != nil {
			t.Errorf("article %d: %v", i, err)
		}
	}
}
