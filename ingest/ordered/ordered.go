// Package ordered does the same work on many things at a time and gives the
// results in the order of the things:
//
//	for doc, err := range ordered.Map(ctx, 4, articles, read) { … }
package ordered

import (
	"context"
	"fmt"
	"iter"
	"runtime/debug"
)

// Map calls f with each value of in, with at most so many at a time as there
// are workers (one where they are fewer), and yields what it returns in the
// order of in. An error of in is yielded in its place.
//
// At most twice as many values as workers are in hand, beside the one that is
// yielded. The context that f gets ends when the caller stops. When ctx ends,
// its cause is yielded as the last error. In neither case are calls that go on
// waited for, nor a value of in that does not come. A panic of f or in is
// raised again, as a *Panic, where the result would stand.
func Map[In, Out any](ctx context.Context, workers int, in iter.Seq2[In, error], f func(context.Context, In) (Out, error)) iter.Seq2[Out, error] {
	return func(yield func(Out, error) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		p := &pool[In, Out]{f, make(chan struct{}, max(workers, 1)), make(chan chan result[Out], max(workers, 1))}
		go p.feed(ctx, in)
		for {
			r, more := p.next(ctx)
			if r.panicked != nil {
				panic(r.panicked)
			}
			if !more && r.err == nil || !yield(r.value, r.err) || !more {
				return
			}
		}
	}
}

// pool has a slot for each value, queued in order.
//
//	in ──▶ feed ──▶ slot, slot, slot ──▶ next
//	         └────▶ a call for each, which fills its slot
type pool[In, Out any] struct {
	f     func(context.Context, In) (Out, error)
	busy  chan struct{}
	queue chan chan result[Out]
}

type result[Out any] struct {
	value    Out
	err      error
	panicked *Panic
}

// feed queues a slot for each value, and begins the calls.
func (p *pool[In, Out]) feed(ctx context.Context, in iter.Seq2[In, error]) {
	defer close(p.queue)
	defer func() {
		if panicked := caught(recover()); panicked != nil {
			send(ctx, p.queue, filled(result[Out]{panicked: panicked}))
		}
	}()
	for value, err := range in {
		slot := filled(result[Out]{err: err})
		if err == nil {
			slot = make(chan result[Out], 1)
		}
		if !send(ctx, p.queue, slot) || err == nil && !send(ctx, p.busy, struct{}{}) {
			return
		}
		if err == nil {
			go p.call(ctx, value, slot)
		}
	}
}

// call fills the slot of a value.
func (p *pool[In, Out]) call(ctx context.Context, value In, slot chan<- result[Out]) {
	var r result[Out]
	defer func() {
		r.panicked = caught(recover())
		slot <- r
		<-p.busy
	}()
	r.value, r.err = p.f(ctx, value)
}

// next waits for the next result. There is no more after the last, or when ctx
// has ended.
func (p *pool[In, Out]) next(ctx context.Context) (r result[Out], more bool) {
	select {
	case slot, more := <-p.queue:
		if !more {
			return r, false
		}
		select {
		case r := <-slot:
			return r, true
		case <-ctx.Done():
		}
	case <-ctx.Done():
	}
	return result[Out]{err: context.Cause(ctx)}, false
}

func filled[T any](value T) chan T {
	slot := make(chan T, 1)
	slot <- value
	return slot
}

// send says whether somebody took the value before ctx ended.
func send[T any](ctx context.Context, to chan<- T, value T) bool {
	select {
	case to <- value:
		return true
	case <-ctx.Done():
		return false
	}
}

// Panic is what was raised in another goroutine.
type Panic struct {
	Value any
	Stack []byte // of that goroutine
}

// Error implements error, so that Go prints all of it.
func (p *Panic) Error() string { return fmt.Sprintf("%v\n\n%s", p.Value, p.Stack) }

func caught(value any) *Panic {
	if value == nil {
		return nil
	}
	return &Panic{value, debug.Stack()}
}
