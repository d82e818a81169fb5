package kind

import (
	"bytes"
	"io"
)

// Beside is how many times larger than a text a file may be that holds pictures
// and fonts beside it.
const Beside = 16

// File returns the input as one that can be read at any place, and its size:
// the file that it is, else its bytes. It fails with TooLarge where they are
// more than Beside times the limit of a text.
func (in Input) File() (io.ReaderAt, int64, error) {
	most := in.Limits.Bytes * Beside
	if file, size, ok := AnyPlace(in.Reader); ok {
		if size > most {
			return nil, 0, TooLarge{most}
		}
		return file, size, nil
	}
	in.Limits.Bytes = most
	data, err := in.ReadAll()
	return bytes.NewReader(data), int64(len(data)), err
}

// AnyPlace returns what can be read at any place, as a file can, with its size;
// ok is false of a stream.
func AnyPlace(r io.Reader) (file io.ReaderAt, size int64, ok bool) {
	f, ok := r.(interface {
		io.ReaderAt
		io.Seeker
	})
	if !ok {
		return nil, 0, false
	}
	size, err := f.Seek(0, io.SeekEnd)
	return f, size, err == nil
}
