package records

import (
	"bufio"
	"bytes"
	"io"

	"github.com/newsgraph/newsgraph/ingest/source/kind"
)

// lines gives the lines of an input with their numbers from 1, and none that is
// longer than the limit.
type lines struct {
	r      *bufio.Reader
	limit  int64
	number int
	back   [][]byte // lines that were given back, the next one last
}

func linesOf(r io.Reader, limit int64) *lines { return &lines{r: bufio.NewReader(r), limit: limit} }

// next returns a line with its end. After a line that is too long, with whose
// beginning it returns kind.TooLarge, the next follows; every other error is the
// last.
func (l *lines) next() (line []byte, err error) {
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

// giveBack makes lines, in their order, the next again.
func (l *lines) giveBack(lines ...[]byte) {
	for i := len(lines) - 1; i >= 0; i-- {
		l.back = append(l.back, lines[i])
		l.number--
	}
}

// rest returns what was not taken.
func (l *lines) rest() io.Reader {
	var readers []io.Reader
	for i := len(l.back) - 1; i >= 0; i-- {
		readers = append(readers, bytes.NewReader(l.back[i]))
	}
	return io.MultiReader(append(readers, l.r)...)
}

var byteOrderMark = []byte("\ufeff")

func isBlank(line []byte) bool {
	return len(bytes.TrimSpace(bytes.TrimPrefix(line, byteOrderMark))) == 0
}
