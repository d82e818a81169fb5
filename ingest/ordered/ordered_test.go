package ordered

import (
	"context"
	"errors"
	"iter"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// values gives a sequence the form that Map takes.
func values[V any](sequence iter.Seq[V]) iter.Seq2[V, error] {
	return func(yield func(V, error) bool) {
		sequence(func(v V) bool { return yield(v, nil) })
	}
}

// upTo yields the numbers below n.
func upTo(n int) iter.Seq2[int, error] {
	return values(func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	})
}

func TestResultsAreInOrder(t *testing.T) {
	for _, workers := range []int{-1, 1, 3, 50} {
		var busy, most atomic.Int32
		slowFirst := func(_ context.Context, i int) (int, error) {
			now := busy.Add(1)
			defer busy.Add(-1)
			for m := most.Load(); now > m && !most.CompareAndSwap(m, now); m = most.Load() {
			}
			time.Sleep(time.Duration(3-i%4) * time.Millisecond)
			return i * i, nil
		}
		var got, want []int
		for square, err := range Map(t.Context(), workers, upTo(30), slowFirst) {
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, square)
		}
		for i := range 30 {
			want = append(want, i*i)
		}
		if !slices.Equal(got, want) || int(most.Load()) > max(workers, 1) {
			t.Errorf("%d workers, %d at a time: got %v", workers, most.Load(), got)
		}
	}
}

func TestErrorsStandInTheirPlaces(t *testing.T) {
	odd, three := errors.New("odd"), errors.New("three")
	in := func(yield func(int, error) bool) {
		_ = yield(0, nil) && yield(1, nil) && yield(2, nil) && yield(3, three) && yield(4, nil)
	}
	var got []string
	for _, err := range Map(t.Context(), 2, in, func(_ context.Context, i int) (int, error) {
		if i%2 == 1 {
			return 0, odd
		}
		return i, nil
	}) {
		got = append(got, map[error]string{nil: "-", odd: "odd", three: "three"}[err])
	}
	if strings.Join(got, " ") != "- odd - three -" {
		t.Errorf("got %v", got)
	}
}

func TestWhatIsInHandIsBounded(t *testing.T) {
	const workers = 4
	var begun atomic.Int32
	in := values(func(yield func(int) bool) {
		for i := 0; yield(i); i++ {
			begun.Add(1)
		}
	})
	taken := int32(0)
	for range Map(t.Context(), workers, in, func(_ context.Context, i int) (int, error) { return i, nil }) {
		if taken++; taken == 100 {
			break
		}
		if ahead := begun.Load() - taken; ahead > 2*workers+1 {
			t.Fatalf("%d ahead", ahead)
		}
	}
}

func TestStops(t *testing.T) {
	stopped := make(chan struct{})
	in := values(func(yield func(int) bool) {
		defer close(stopped)
		for i := 0; yield(i); i++ {
		}
	})
	for range Map(t.Context(), 2, in, func(ctx context.Context, i int) (int, error) {
		if i > 0 {
			<-ctx.Done() // ends with the caller
		}
		return i, nil
	}) {
		break
	}
	<-stopped
}

func TestTheEndOfTheContext(t *testing.T) {
	cause := errors.New("cause")
	ctx, cancel := context.WithCancelCause(t.Context())
	defer cancel(nil)
	never := make(chan struct{}) // neither the input nor a call holds the caller up
	defer close(never)
	in := values(func(yield func(int) bool) {
		if yield(0) {
			<-never
		}
	})
	var got []error
	for _, err := range Map(ctx, 2, in, func(context.Context, int) (int, error) { return 0, nil }) {
		got = append(got, err)
		cancel(cause)
	}
	if len(got) != 2 || got[0] != nil || got[1] != cause {
		t.Errorf("got %v", got)
	}
}

func TestPanics(t *testing.T) {
	bad := values(func(yield func(int) bool) {
		yield(0)
		panic("input")
	})
	for name, all := range map[string]iter.Seq2[int, error]{
		"call":  Map(t.Context(), 2, upTo(3), func(_ context.Context, i int) (int, error) { panic("call") }),
		"input": Map(t.Context(), 2, bad, func(_ context.Context, i int) (int, error) { return i, nil }),
	} {
		func() {
			defer func() {
				if p, ok := recover().(*Panic); !ok || p.Value != name || !strings.Contains(p.Error(), "ordered_test.go") {
					t.Errorf("%s: got %v", name, p)
				}
			}()
			for range all {
			}
		}()
	}
}
