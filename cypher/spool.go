package cypher

import (
	"bufio"
	"fmt"
	"io"
	"os"
)

// spool is text that is put aside, in a temporary file.
type spool struct {
	*bufio.Writer
	file *os.File
}

// newSpool returns an empty spool. Where the system allows it, the file has no name
// any more, so that nothing is left of a program that is killed.
func newSpool() (*spool, error) {
	file, err := os.CreateTemp("", "newsgraph-*.cypher")
	if err != nil {
		return nil, fmt.Errorf("put the script's parts aside: %w", err)
	}
	_ = os.Remove(file.Name())
	return &spool{bufio.NewWriter(file), file}, nil
}

// empty moves what was put aside to w.
func (s *spool) empty(w io.Writer) error {
	err := s.Flush()
	if err == nil {
		_, err = s.file.Seek(0, io.SeekStart)
	}
	if err == nil {
		_, err = io.Copy(struct{ io.Writer }{w}, s.file)
	}
	if err == nil {
		_, err = s.file.Seek(0, io.SeekStart)
	}
	if err == nil {
		err = s.file.Truncate(0)
	}
	return err
}

func (s *spool) close() {
	s.file.Close()
	_ = os.Remove(s.file.Name())
}
