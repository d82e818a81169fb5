package kind

import (
	"errors"
	"io"
	"strings"
	"testing"
)

func TestFile(t *testing.T) {
	text := strings.NewReader("0123456789")
	for _, c := range []struct {
		name  string
		r     io.Reader
		limit int64
		fails bool
	}{
		{"a file", text, 1, false},
		{"a file over the limit", text, 0, true},
		{"a stream", io.MultiReader(strings.NewReader("0123456789")), 1, false},
		{"a stream over the limit", io.MultiReader(strings.NewReader("0123456789")), 0, true},
	} {
		file, size, err := Input{Reader: c.r, Limits: Limits{Bytes: c.limit}}.File()
		if c.fails {
			if _, ok := errors.AsType[TooLarge](err); !ok {
				t.Errorf("%s: got %v", c.name, err)
			}
			continue
		}
		got := make([]byte, 2)
		if n, readErr := file.ReadAt(got, 4); err != nil || readErr != nil || n != 2 || string(got) != "45" || size != 10 {
			t.Errorf("%s: got %q of %d, %v, %v", c.name, got, size, err, readErr)
		}
	}
}
