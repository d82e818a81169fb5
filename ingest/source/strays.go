package source

import (
	"errors"
	"fmt"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
	"github.com/newsgraph/newsgraph/ingest/source/records"
	"github.com/newsgraph/newsgraph/ingest/source/text"
)

// mostHeld is how many faults of records that are no articles are kept before the
// first one that is; of more, the number is told.
const mostHeld = 1000

// withoutStrays passes over a file of records of which none is an article, the
// settings of a program, or a table, that a folder has beside articles; and XML
// of a form that no kind reads.
func (o opener) withoutStrays(k kind.Kind, in kind.Input, articles Articles) Articles {
	stray := func(err error) bool { return errors.As(err, new(records.NoText)) }
	switch k.Name {
	case records.JSON.Name, records.Table.Name:
	case text.Kind.Name:
		stray = func(err error) bool { return errors.Is(err, text.ErrXML) }
	default:
		return articles
	}
	return func(yield func(*article.Article, error) bool) {
		var held []error
		more, holds := 0, true
		for a, err := range articles {
			if holds && err != nil && stray(err) {
				if len(held) < mostHeld {
					held = append(held, err)
				} else {
					more++
				}
				continue
			}
			if more > 0 {
				held = append(held, fmt.Errorf("%d more records have no text either", more))
			}
			holds = false
			for _, fault := range held {
				if !yield(nil, fault) {
					return
				}
			}
			if held, more = nil, 0; !yield(a, err) {
				return
			}
		}
		if len(held) > 0 {
			o.passed(ending(in.Name) + " without articles")
		}
	}
}
