package pipeline

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"slices"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
)

// Scatter divides articles into shards by their ids.
type Scatter struct{ Shards int }

// ProcessElement emits an article by its shard.
func (s *Scatter) ProcessElement(id string, packed []byte, emit func(int, []byte)) {
	h := fnv.New32a()
	h.Write([]byte(id))
	emit(int(h.Sum32()%uint32(s.Shards)), packed)
}

// Lines writes a shard of articles as JSON Lines, in the order of their ids: the
// same bytes at any number of workers. A worker holds the lines of one shard.
type Lines struct {
	Folder string
	Shards int
}

// ProcessElement writes one shard.
func (l *Lines) ProcessElement(ctx context.Context, shard int, articles values) error {
	var lines [][]byte
	for line := []byte(nil); articles(&line); {
		lines = append(lines, slices.Clone(line))
	}
	slices.SortFunc(lines, func(a, b []byte) int { return cmp.Compare(string(a), string(b)) }) // they begin with their ids
	return created(ctx, fmt.Sprintf("%s/facts-%05d-of-%05d.jsonl", l.Folder, shard, l.Shards), func(w io.Writer) error {
		_, err := w.Write(append(bytes.Join(lines, []byte("\n")), '\n'))
		return err
	})
}

// created writes a file.
func created(ctx context.Context, name string, with func(io.Writer) error) error {
	fs, err := filesystem.New(ctx, name)
	if err != nil {
		return err
	}
	defer fs.Close()
	file, err := fs.OpenWrite(ctx, name)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(file)
	err = with(out)
	return errors.Join(err, out.Flush(), file.Close())
}

// both closes what is read, and the store that it is read from.
type both struct {
	io.Reader
	file, store io.Closer
}

// Close implements io.Closer.
func (b both) Close() error { return errors.Join(b.file.Close(), b.store.Close()) }
