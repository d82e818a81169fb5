// Package lines reads the lines of an input with their numbers, none longer than
// a limit.
package lines

import (
	"bufio"
	"bytes"
	"io"

	"github.com/newsgraph/newsgraph/ingest/source/kind"
)

// Lines gives the lines of an input with their numbers from 1, and none that is
// longer than the limit.
type Lines struct {
	r      *bufio.Reader
	limit  int64
	number int      // of the line that was returned last
	back   [][]byte // lines that were given back, the next one last
}

// Of returns the lines of r, none of which may have more bytes than the limit.
func Of(r io.Reader, limit int64) *Lines { return &Lines{r: bufio.NewReader(r), limit: limit} }

// Next returns a line with its end. After a line that is too long, with whose
// beginning it returns kind.TooLarge, the next follows; every other error is the
// last.
func (l *Lines) Next() (line []byte, err error) {
	l.number++
	if n := len(l.back); n > 0 {
		line, l.back = l.back[n-1], l.back[:n-1]
		return line, nil
	}
	long := false
	for {
		part, err := l.r.ReadSlice('\n')
		if int64(len(line)+len(part)) > l.limit {
			long = true
		}
		if !long {
			line = append(line, part...)
		}
		switch {
		case err == bufio.ErrBufferFull:
			continue
		case long:
			return line, kind.TooLarge{Bytes: l.limit}
		case err == io.EOF && len(line) > 0:
			return line, nil
		case err != nil:
			l.number--
		}
		return line, err
	}
}

// GiveBack makes lines, in their order, the next again.
func (l *Lines) GiveBack(lines ...[]byte) {
	for i := len(lines) - 1; i >= 0; i-- {
		l.back = append(l.back, lines[i])
		l.number--
	}
}

// Rest returns what was not taken.
func (l *Lines) Rest() io.Reader {
	var readers []io.Reader
	for i := len(l.back) - 1; i >= 0; i-- {
		readers = append(readers, bytes.NewReader(l.back[i]))
	}
	return io.MultiReader(append(readers, l.r)...)
}

// Number returns the number of the line that was returned last.
func (l *Lines) Number() int { return l.number }

// Mark is the byte order mark that a first line may begin with.
var Mark = []byte("\ufeff")

// Blank says whether a line has nothing.
func Blank(line []byte) bool {
	return len(bytes.TrimSpace(bytes.TrimPrefix(line, Mark))) == 0
}
