package archive

import (
	"archive/tar"
	"bytes"
	"context"
	"fmt"
	"io"
	"strconv"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
)

// Tar is a tar archive; each file in it is read as what it is.
var Tar = kind.Kind{
	Name: "tar", Help: "tar archives, compressed or not, of anything", Begins: isTar,
	Endings: []string{".tar"}, Types: []string{"application/x-tar"}, Holds: true, Open: openTar,
}

const tarBlock = 512

// isTar says whether head begins with a header of tar: one whose checksum, which
// takes its own bytes for spaces, is right. The oldest have no other sign.
func isTar(head []byte) bool {
	if len(head) < tarBlock || head[0] == 0 {
		return false
	}
	const from, to = 148, 156
	want, err := strconv.ParseInt(string(bytes.Trim(head[from:to], " \x00")), 8, 64)
	sum := int64((to - from) * ' ')
	for i, b := range head[:tarBlock] {
		if i < from || i >= to {
			sum += int64(b)
		}
	}
	return err == nil && sum == want
}

func openTar(ctx context.Context, in kind.Input) kind.Articles {
	return func(yield func(*article.Article, error) bool) {
		files, e := tar.NewReader(in.Reader), entries{in: in, yield: yield}
		last := ""
		for {
			header, err := files.Next()
			switch {
			case err == io.EOF:
				e.end()
				return
			case err != nil:
				yield(nil, after(last, broken(err)))
				return
			case header.Typeflag != tar.TypeReg:
				continue
			}
			last = printable(header.Name)
			if !e.read(ctx, entry{header.Name, func() (io.ReadCloser, error) { return io.NopCloser(brokenReader{files}), nil }}) {
				return
			}
		}
	}
}

// after says after which entry an archive is at fault.
func after(last string, err error) error {
	if last == "" {
		return err
	}
	return fmt.Errorf("after %s: %w", last, err)
}

// brokenReader is a reader whose errors are those of an archive.
type brokenReader struct{ io.Reader }

// Read implements io.Reader.
func (r brokenReader) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p)
	return n, broken(err)
}
