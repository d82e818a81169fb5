package kind

import (
	"bytes"
	"io"
)

// File returns the input as one that can be read at any place, and its size:
// the file that it is, else its bytes, which fail with TooLarge where they are
// more than the limit.
func (in Input) File() (io.ReaderAt, int64, error) {
	if file, ok := in.Reader.(interface {
		io.ReaderAt
		io.Seeker
	}); ok {
		if size, err := file.Seek(0, io.SeekEnd); err == nil {
			return file, size, nil
		}
	}
	data, err := in.ReadAll()
	return bytes.NewReader(data), int64(len(data)), err
}
