package mail

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"regexp"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
	"github.com/newsgraph/newsgraph/internal/hint"
)

// Box is a mailbox: the articles of its messages, one after the other.
var Box = kind.Kind{
	Name: "mbox", Help: "a mailbox of messages (.mbox)",
	Begins: func(head []byte) bool {
		start := boxStart.Find(head)
		return start != nil && isMessage(head[len(start):])
	},
	Endings: []string{".mbox"}, Types: []string{"application/mbox"},
	Open: openBox,
}

var (
	boxStart  = regexp.MustCompile(`^From [^\r\n]*\d{4}[^\r\n]*\r?\n`)
	separator = regexp.MustCompile(`^From \S.*\d{1,2}:\d\d.*\d{4}`)
	escaped   = regexp.MustCompile(`^>+From `)
)

func openBox(ctx context.Context, in kind.Input) kind.Articles {
	return func(yield func(*article.Article, error) bool) {
		r := bufio.NewReader(in.Reader)
		count := 0
		for data, err := range messages(r, in.Limits.Bytes) {
			if ctx.Err() != nil {
				return
			}
			count++
			inner, where := in, fmt.Sprintf("message %d", count)
			inner.Name = in.Name + ": " + where
			own := func(err error) bool { return yield(nil, fmt.Errorf("%s: %w", where, err)) }
			if err != nil && !own(err) || err == nil && !read(ctx, inner, data, yield, own) {
				return
			}
		}
	}
}

// messages yields the messages of a mailbox, or the error that stands in the
// place of one. One that is over the limit costs no other.
func messages(r *bufio.Reader, limit int64) func(func([]byte, error) bool) {
	return func(yield func([]byte, error) bool) {
		var now []byte
		begun, blank, long := false, true, false
		end := func() bool {
			defer func() { now, long = nil, false }()
			switch {
			case !begun:
				return true
			case long:
				return yield(nil, hint.Add(kind.TooLarge{Bytes: limit}, "save the message and its attachments as files"))
			}
			return yield(now, nil)
		}
		for {
			line, err := r.ReadSlice('\n')
			if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, bufio.ErrBufferFull) {
				yield(nil, err)
				return
			}
			if blank && separator.Match(line) {
				if !end() {
					return
				}
				begun, line = true, nil
			} else if long = long || int64(len(now)+len(line)) > limit; !long {
				now = append(now, bytes.TrimPrefix(line, escape(line))...)
			}
			blank = len(bytes.TrimSpace(line)) == 0
			if errors.Is(err, io.EOF) {
				end()
				return
			}
		}
	}
}

// escape returns the sign by which a line that begins like a separator is told
// from one.
func escape(line []byte) []byte {
	if escaped.Match(line) {
		return line[:1]
	}
	return nil
}
