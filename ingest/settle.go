package ingest

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"

	"github.com/newsgraph/newsgraph/ingest/copies"
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/identity"
	"github.com/newsgraph/newsgraph/ingest/source"
)

// RunSettled is Run with who is who, and which article is a copy of which,
// decided across all articles: it reads them all before it emits the first. What
// is read waits in a temporary file, so that memory does not grow with the
// texts. It returns who is who.
//
//	articles ──▶ Run ──▶ file, registers ──▶ settle ──▶ emit
func RunSettled(ctx context.Context, articles source.Articles, opt Options, d *identity.Decisions, emit func(*facts.Article) error, failed func(error)) (*identity.Settled, error) {
	waiting, err := newSpool()
	if err != nil {
		return nil, err
	}
	defer waiting.close()
	register, stories := identity.New(d), copies.New()
	err = Run(ctx, articles, opt, func(f *facts.Article) error {
		register.Add(f)
		stories.Add(f)
		return waiting.put(f)
	}, failed)
	if err != nil {
		return nil, err
	}
	settled, copied := register.Settle(), stories.Settle()
	return settled, waiting.each(func(f *facts.Article, again func() (*facts.Article, error)) error {
		changes := settled.Changes(f)
		settled.Apply(f)
		if changes {
			was, err := again()
			if err != nil {
				return err
			}
			f.Keep(was)
		}
		copied.Apply(f)
		if err := ctx.Err(); err != nil {
			return err
		}
		return emit(f)
	})
}

// spool keeps facts in a temporary file.
type spool struct {
	file *os.File
	out  *bufio.Writer
}

func newSpool() (*spool, error) {
	file, err := os.CreateTemp("", "newsgraph-*.jsonl")
	if err != nil {
		return nil, fmt.Errorf("keep what is read: %w", err)
	}
	return &spool{file, bufio.NewWriter(file)}, nil
}

func (s *spool) put(f *facts.Article) error {
	if err := json.NewEncoder(s.out).Encode(f); err != nil {
		return fmt.Errorf("keep what is read: %w", err)
	}
	return nil
}

// each calls with what was put, in order, and with what reads the same again.
func (s *spool) each(with func(f *facts.Article, again func() (*facts.Article, error)) error) error {
	err := s.out.Flush()
	if err == nil {
		_, err = s.file.Seek(0, 0)
	}
	if err != nil {
		return fmt.Errorf("keep what is read: %w", err)
	}
	for in := json.NewDecoder(bufio.NewReader(s.file)); in.More(); {
		var line json.RawMessage
		if err := in.Decode(&line); err != nil {
			return fmt.Errorf("keep what is read: %w", err)
		}
		again := func() (*facts.Article, error) { return decode(line) }
		f, err := again()
		if err == nil {
			err = with(f, again)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func decode(line []byte) (*facts.Article, error) {
	var f facts.Article
	if err := json.Unmarshal(line, &f); err != nil {
		return nil, fmt.Errorf("keep what is read: %w", err)
	}
	return &f, nil
}

func (s *spool) close() {
	s.file.Close()
	os.Remove(s.file.Name())
}
