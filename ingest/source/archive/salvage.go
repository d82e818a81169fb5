package archive

import (
	"archive/zip"
	"bufio"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"strings"

	"github.com/klauspost/compress/flate"

	"github.com/newsgraph/newsgraph/internal/hint"
)

const (
	localHeader = "PK\x03\x04"
	localSize   = 30     // bytes of a header before the name
	streamed    = 1 << 3 // of zip.FileHeader.Flags: sizes stand after the file
	unknown     = 1<<32 - 1
)

// errUnlisted is the error of a zip without the list of files at its end.
var errUnlisted = hint.Add(errors.New("is not whole, as where a download broke off: what its beginning has is read"), "fetch it again, or repair it, for example with zip -FF")

// salvage reads what a zip that ends too early has, file after file as they
// stand. It says whether it has found one.
func (z *zipReader) salvage(ctx context.Context, r io.Reader) (found bool) {
	if z.outermost {
		r = packedReader{r, z.budget}
	}
	in := bufio.NewReader(r)
	for {
		file, err := nextFile(in)
		if err != nil {
			break
		}
		found = true
		body, err := bodyOf(file, in)
		if err != nil {
			break // there is no telling where the next begins
		}
		open := func() (io.ReadCloser, error) {
			if file.Flags&encrypted != 0 {
				return nil, errEncrypted
			}
			return io.NopCloser(unpackedReader{body, z.budget}), nil
		}
		if !strings.HasSuffix(file.Name, "/") && !z.entries.read(ctx, entry{nameOf(file), open}) {
			return true
		}
		if _, err := io.Copy(io.Discard, unpackedReader{body, z.budget}); err != nil || skipSizes(file, in) != nil {
			break
		}
	}
	if found {
		z.yield(nil, errUnlisted)
	}
	return found
}

// nextFile reads the header before a file.
func nextFile(in *bufio.Reader) (*zip.File, error) {
	var head [localSize]byte
	if _, err := io.ReadFull(in, head[:]); err != nil {
		return nil, err
	}
	if string(head[:4]) != localHeader {
		return nil, zip.ErrFormat
	}
	at := binary.LittleEndian
	rest := make([]byte, int(at.Uint16(head[26:]))+int(at.Uint16(head[28:])))
	if _, err := io.ReadFull(in, rest); err != nil {
		return nil, err
	}
	file := new(zip.File)
	file.Name, file.Flags, file.Method = string(rest[:at.Uint16(head[26:])]), at.Uint16(head[6:]), at.Uint16(head[8:])
	file.CompressedSize64 = uint64(at.Uint32(head[18:]))
	return file, nil
}

// bodyOf returns what a file has. It fails where that can't be known.
func bodyOf(file *zip.File, in *bufio.Reader) (io.Reader, error) {
	sized := file.Flags&streamed == 0 && file.CompressedSize64 != unknown
	switch {
	case sized && file.Flags&encrypted != 0, sized && file.Method == zip.Store:
		return exactly(in, file.CompressedSize64), nil
	case file.Flags&encrypted == 0 && file.Method == zip.Deflate:
		return flate.NewReader(in), nil // which ends where the file does, and reads no further
	}
	return nil, zip.ErrAlgorithm
}

// exactly is r up to a number of bytes; it fails where there are fewer.
func exactly(r io.Reader, bytes uint64) io.Reader {
	return &exact{io.LimitedReader{R: r, N: int64(bytes)}}
}

type exact struct{ io.LimitedReader }

// Read implements io.Reader.
func (r *exact) Read(p []byte) (int, error) {
	n, err := r.LimitedReader.Read(p)
	if err == io.EOF && r.N > 0 {
		err = io.ErrUnexpectedEOF
	}
	return n, err
}

// skipSizes skips the sizes that stand after a file, with or without a mark.
func skipSizes(file *zip.File, in *bufio.Reader) error {
	if file.Flags&streamed == 0 {
		return nil
	}
	for _, size := range []int{16, 12, 24, 20} {
		if ahead, _ := in.Peek(size + len(localHeader)); len(ahead) > size && strings.HasPrefix(string(ahead[size:]), localHeader) {
			_, err := in.Discard(size)
			return err
		}
	}
	return io.ErrUnexpectedEOF
}
