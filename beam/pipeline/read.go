package pipeline

import (
	"bytes"
	"context"
	"encoding/binary"
	"io"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/log"

	"github.com/newsgraph/newsgraph/ingest"
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/source"
)

// shard is a source that one worker reads.
type shard struct {
	Name   string
	Number int
}

// shardsOf finds the files that patterns mean, in their order; one that several
// mean is read once.
func shardsOf(ctx context.Context, patterns []string) (shards []shard, err error) {
	seen := map[string]bool{}
	for _, pattern := range patterns {
		names, err := named(ctx, pattern)
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			if !seen[name] {
				seen[name] = true
				shards = append(shards, shard{name, len(shards)})
			}
		}
	}
	return shards, nil
}

// Read reads shards; of each article it emits the facts, under its id, after
// where it stands among all.
type Read struct {
	Workers  int   // articles of a shard that are read at a time
	MaxBytes int64 // of an article
}

var (
	articles = beam.NewCounter("newsgraph", "articles")
	failed   = beam.NewCounter("newsgraph", "failed")
)

// ProcessElement reads one shard. An article that can't be read costs no other.
func (r *Read) ProcessElement(ctx context.Context, s shard, emit emitter) error {
	read := source.From(s.Name, func() (io.ReadCloser, error) { return opened(ctx, s.Name) })
	at := binary.BigEndian.AppendUint64(nil, uint64(s.Number))
	number := uint64(0)
	from := read.Articles(ctx, source.Options{Limits: source.Limits{Bytes: r.MaxBytes}})
	return ingest.Run(ctx, from, ingest.Options{Workers: r.Workers}, func(f *facts.Article) error {
		articles.Inc(ctx, 1)
		line, err := pack(f)
		number++
		emit(f.ID, append(binary.BigEndian.AppendUint64(bytes.Clone(at), number), line...))
		return err
	}, func(err error) {
		failed.Inc(ctx, 1)
		log.Warn(ctx, err)
	})
}

// stands is how many bytes say where an article stands.
const stands = 16

// Last keeps of the versions of an article the one that stands last, as a
// database does that reads one after the other.
type Last struct{}

// ProcessElement emits the facts of one article.
func (Last) ProcessElement(id string, versions values, emit emitter) {
	var last []byte
	for version := []byte(nil); versions(&version); {
		if bytes.Compare(version[:stands], last[:min(len(last), stands)]) > 0 {
			last = version
		}
	}
	emit(id, last[stands:])
}

func opened(ctx context.Context, name string) (io.ReadCloser, error) {
	fs, err := filesystem.New(ctx, name)
	if err != nil {
		return nil, err
	}
	in, err := fs.OpenRead(ctx, name)
	if err != nil {
		fs.Close()
		return nil, err
	}
	return reading{in, closers{in, fs}}, nil
}

// named lists the files that a pattern means, sorted.
func named(ctx context.Context, pattern string) ([]string, error) {
	fs, err := filesystem.New(ctx, pattern)
	if err != nil {
		return nil, err
	}
	defer fs.Close()
	return fs.List(ctx, pattern)
}
