package pipeline

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"

	"github.com/newsgraph/newsgraph/cypher/neo4j"
	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/build"
	"github.com/newsgraph/newsgraph/ingest/facts"
)

// Scatter divides articles into shards by their ids.
type Scatter struct{ Shards int }

// ProcessElement emits an article by its shard.
func (s *Scatter) ProcessElement(id string, packed []byte, emit func(int, []byte)) {
	emit(hashed(id, s.Shards), packed)
}

// hashed returns the shard of an id.
func hashed(id string, shards int) int {
	h := fnv.New32a()
	h.Write([]byte(id))
	return int(h.Sum32() % uint32(shards))
}

// Lines writes a shard of articles as JSON Lines, in the order of their ids: the
// same bytes at any number of workers. A worker holds the lines of one shard.
type Lines struct {
	Folder string
	Shards int
}

// ProcessElement writes one shard.
func (l *Lines) ProcessElement(ctx context.Context, shard int, articles values) error {
	return created(ctx, fmt.Sprintf("%s/facts-%05d-of-%05d.jsonl", l.Folder, shard, l.Shards), func(w io.Writer) error {
		_, err := w.Write(append(bytes.Join(inOrder(articles), []byte("\n")), '\n'))
		return err
	})
}

// inOrder returns articles in the order of their ids, with which they begin.
func inOrder(articles values) (packed [][]byte) {
	for next := []byte(nil); articles(&next); {
		packed = append(packed, slices.Clone(next))
	}
	slices.SortFunc(packed, bytes.Compare)
	return packed
}

// created writes a file.
func created(ctx context.Context, name string, with func(io.Writer) error) error {
	file, err := create(ctx, name)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(file)
	err = with(out)
	return errors.Join(err, out.Flush(), file.Close())
}

// create makes a file.
func create(ctx context.Context, name string) (io.WriteCloser, error) {
	fs, err := filesystem.New(ctx, name)
	if err != nil {
		return nil, err
	}
	file, err := fs.OpenWrite(ctx, name)
	if err != nil {
		return nil, errors.Join(err, fs.Close())
	}
	return written{file, closers{file, fs}}, nil
}

// written is a file that is written.
type written struct {
	io.Writer
	closers
}

// reading is a file that is read.
type reading struct {
	io.Reader
	closers
}

// closers are a file and the store that it lies in.
type closers struct{ file, store io.Closer }

// Close implements io.Closer.
func (c closers) Close() error { return errors.Join(c.file.Close(), c.store.Close()) }

// Load loads a running Neo4j, from one worker: sessions beside one another would
// wait for one another's locks.
type Load struct {
	neo4j.Config
	PasswordFile string // which that worker reads, so that the runner does not know it
}

// ProcessElement loads all articles, which come under one key.
func (l *Load) ProcessElement(ctx context.Context, _ int, articles values) error {
	password, err := os.ReadFile(l.PasswordFile)
	if err != nil {
		return fmt.Errorf("read the password: %w", err)
	}
	c := l.Config
	c.Password = strings.TrimRight(string(password), "\r\n")
	client, err := neo4j.Connect(ctx, c)
	if err != nil {
		return err
	}
	defer client.Close(ctx)
	return write(ctx, client.Loader(), articles)
}

// write writes the graphs of articles, one after the other.
func write(ctx context.Context, sink graph.Sink, articles values) error {
	err := each(articles, func(f facts.Article) error { return sink.Write(ctx, build.Graph(&f)) })
	return errors.Join(err, sink.Close(ctx))
}
