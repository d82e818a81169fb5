package eval

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"iter"
	"strings"

	pool "github.com/newsgraph/newsgraph/ingest/ordered"
)

// unit is a part of a corpus that is read by itself.
type unit[T any] struct {
	value T
	place string // in the corpus, such as line 3
}

func (u unit[T]) fault(err error) error { return fmt.Errorf("%s: %w", u.place, err) }

// measure reads the units of a corpus, so many at a time as there are workers.
// What read returns counts what it found; it is called in the order of the
// units, one after the other, and may be nil. The first error ends it and names
// the place.
func measure[T any](ctx context.Context, workers int, units iter.Seq2[unit[T], error], read func(T) (func(), error)) error {
	one := func(_ context.Context, u unit[T]) (func(), error) {
		counted, err := read(u.value)
		if err != nil {
			err = u.fault(err)
		}
		return counted, err
	}
	for counted, err := range pool.Map(ctx, workers, units, one) {
		if err != nil {
			return err
		}
		if counted != nil {
			counted()
		}
	}
	return nil
}

// lines yields the lines of r, without their ends.
func lines(r io.Reader) iter.Seq2[unit[string], error] {
	return func(yield func(unit[string], error) bool) {
		in := bufio.NewReader(r)
		for number := 1; ; number++ {
			line, err := in.ReadString('\n')
			if line != "" && !yield(unit[string]{strings.TrimRight(line, "\r\n"), fmt.Sprintf("line %d", number)}, nil) {
				return
			}
			if err != nil {
				if err != io.EOF {
					yield(unit[string]{}, err)
				}
				return
			}
		}
	}
}

// documents yields documents made of the lines of r. A line that begins one
// ends the one before it.
func documents[D any](r io.Reader, begin func() D, begins func(line string) bool, take func(D, string) error) iter.Seq2[unit[D], error] {
	return func(yield func(unit[D], error) bool) {
		d := unit[D]{begin(), "the first document"}
		for line, err := range lines(r) {
			if err == nil && begins(line.value) {
				if !yield(d, nil) {
					return
				}
				d = unit[D]{begin(), "the document of " + line.place}
			}
			if err == nil {
				if err = take(d.value, line.value); err != nil {
					err = line.fault(err)
				}
			}
			if err != nil {
				yield(d, err)
				return
			}
		}
		yield(d, nil)
	}
}
