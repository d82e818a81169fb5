package archive

import (
	"context"
	"errors"
	"io"

	"github.com/newsgraph/newsgraph/internal/hint"
)

const (
	// free is how many bytes may be unpacked of anything.
	free = 64 << 20

	// ratio is how many times its size an archive may grow. Text grows tenfold,
	// pages of one site thirtyfold, zeros a thousandfold and, where archives lie
	// in archives, without end.
	ratio = 200
)

var errBomb = hint.Add(errors.New("grows to more than 200 times its size, as bombs do, and is not read on"), "if it is what it should be, unpack it and read its files")

// A budget is what may be unpacked of an archive and of those that lie in it.
type budget struct{ packed, unpacked int64 } // bytes that were read of the outermost, and given by all

type budgetKey struct{}

// withBudget returns the budget of the archive that ctx is in. If that is none,
// it begins one, which is the caller's to add the packed bytes to.
func withBudget(ctx context.Context) (_ context.Context, b *budget, outermost bool) {
	if b, ok := ctx.Value(budgetKey{}).(*budget); ok {
		return ctx, b, false
	}
	b = new(budget)
	return context.WithValue(ctx, budgetKey{}, b), b, true
}

func (b *budget) spent() bool { return b.unpacked > free+ratio*b.packed }

// packedReader counts what is read of the outermost archive.
type packedReader struct {
	io.Reader
	*budget
}

// Read implements io.Reader.
func (r packedReader) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p)
	r.packed += int64(n)
	return n, err
}

// unpackedReader counts what is unpacked, and fails when it is too much.
type unpackedReader struct {
	io.Reader
	*budget
}

// Read implements io.Reader.
func (r unpackedReader) Read(p []byte) (int, error) {
	if r.spent() {
		return 0, errBomb
	}
	n, err := r.Reader.Read(p)
	r.unpacked += int64(n)
	return n, broken(err)
}
