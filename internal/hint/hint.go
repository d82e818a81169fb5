// Package hint carries advice for the user along with an error, so that the
// command can print it on a line of its own.
package hint

import (
	"errors"
	"fmt"
	"strings"
)

type hinted struct {
	error
	hint string
}

func (h hinted) Unwrap() error { return h.error }

// Add returns err with advice on what to do about it.
func Add(err error, format string, args ...any) error {
	return hinted{err, fmt.Sprintf(format, args...)}
}

// Of returns the advice that err carries, or "".
func Of(err error) string {
	if h, ok := errors.AsType[hinted](err); ok {
		return h.hint
	}
	return ""
}

// Choice lists what there is to choose from: a, b or c.
func Choice(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " or " + names[last]
}
