package source

import (
	"errors"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
	"github.com/newsgraph/newsgraph/ingest/source/records"
)

// mostHeld is how many records that are no articles may stand before the first
// one that is.
const mostHeld = 1000

// withoutStrays passes over a file of records of which none is an article: the
// settings of a program, or a table, that a folder has beside articles.
func (o opener) withoutStrays(k kind.Kind, in kind.Input, articles Articles) Articles {
	if k.Name != records.JSON.Name && k.Name != records.Table.Name {
		return articles
	}
	return func(yield func(*article.Article, error) bool) {
		var held []error
		holds := true
		for a, err := range articles {
			if holds && err != nil && errors.As(err, new(records.NoText)) {
				if held = append(held, err); len(held) == mostHeld {
					break
				}
				continue
			}
			holds = false
			for _, fault := range held {
				if !yield(nil, fault) {
					return
				}
			}
			if held = nil; !yield(a, err) {
				return
			}
		}
		if len(held) > 0 {
			o.passed(ending(in.Name) + " without articles")
		}
	}
}
