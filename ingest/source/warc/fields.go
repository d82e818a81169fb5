package warc

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"strings"
)

// fields are the named fields of a header, in order.
type fields []struct{ name, value string }

// get returns the first value of a name, whatever its case; "" for none.
func (f fields) get(name string) string {
	for _, field := range f {
		if strings.EqualFold(field.name, name) {
			return field.value
		}
	}
	return ""
}

// readHeader returns the lines up to an empty one.
func readHeader(r *bufio.Reader) ([]byte, error) {
	var header []byte
	for {
		line, err := r.ReadSlice('\n')
		if len(header)+len(line) > maxFields || errors.Is(err, bufio.ErrBufferFull) {
			return nil, fmt.Errorf("its header has more than %d bytes", maxFields)
		}
		if err != nil {
			return nil, unexpected(err)
		}
		if len(bytes.TrimRight(line, "\r\n")) == 0 {
			return header, nil
		}
		header = append(header, line...)
	}
}

// parseFields reads the fields after a first line. A line that is none is
// passed over, since archives keep what servers send.
func parseFields(header []byte) (f fields) {
	_, lines, _ := strings.Cut(string(header), "\n")
	for line := range strings.Lines(lines) {
		name, value, found := strings.Cut(line, ":")
		switch continued := line[0] == ' ' || line[0] == '\t'; {
		case continued && len(f) > 0:
			f[len(f)-1].value += " " + strings.TrimSpace(line)
		case found && !continued:
			f = append(f, struct{ name, value string }{strings.TrimSpace(name), strings.TrimSpace(value)})
		}
	}
	return f
}
