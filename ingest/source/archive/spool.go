package archive

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/newsgraph/newsgraph/ingest/source/kind"
	"github.com/newsgraph/newsgraph/internal/hint"
)

const (
	inMemory = 4 << 20 // bytes of a zip within another file that are kept in memory
	onDisk   = 2 << 30 // and on disk
)

// whole is all of an archive, to be read at any place.
type whole struct {
	io.ReaderAt
	size  int64
	close func() error
}

// Close lets go of what was kept.
func (w whole) Close() error { return w.close() }

// seekable returns r, where that can be read at any place, or what it gives.
func seekable(r io.Reader) (whole, error) {
	if f, size, ok := kind.AnyPlace(r); ok {
		return whole{f, size, func() error { return nil }}, nil
	}
	var start bytes.Buffer
	n, err := io.CopyN(&start, r, inMemory)
	switch {
	case err == io.EOF:
		return whole{bytes.NewReader(start.Bytes()), n, func() error { return nil }}, nil
	case err != nil:
		return whole{}, err
	}
	return spool(io.MultiReader(&start, r))
}

// spool keeps what r gives on disk.
func spool(r io.Reader) (whole, error) {
	f, err := os.CreateTemp("", "newsgraph-*.zip")
	if err != nil {
		return whole{}, err
	}
	kept := whole{f, 0, func() error { return errors.Join(f.Close(), os.Remove(f.Name())) }}
	kept.size, err = io.Copy(f, io.LimitReader(r, onDisk+1))
	if err == nil && kept.size > onDisk {
		err = hint.Add(fmt.Errorf("lies in another file and is larger than %d bytes", int64(onDisk)), "unpack it and read its files")
	}
	if err != nil {
		kept.Close()
		return whole{}, err
	}
	return kept, nil
}
