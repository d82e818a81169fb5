package text

import (
	"regexp"
	"sync"
)

// A pattern is a regular expression that is compiled when it is first asked for:
// those of dates are long, and many runs of the program read no text.
type pattern func() *regexp.Regexp

func compiled(expr string) pattern {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
