package archive

import (
	"archive/zip"
	"bufio"
	"cmp"
	"compress/bzip2"
	"context"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/klauspost/compress/flate"
	"github.com/therootcompany/xz"
	"golang.org/x/text/encoding/charmap"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
	"github.com/newsgraph/newsgraph/internal/hint"
)

// Zip is a zip archive; each file in it is read as what it is.
var Zip = kind.Kind{
	Name: "zip", Help: "zip archives of anything", Begins: begins("PK\x03\x04", "PK\x05\x06"),
	Endings: []string{".zip"}, Types: []string{"application/zip", "application/x-zip-compressed"}, Holds: true, Open: openZip,
}

const (
	// mostDirectory is how many bytes the list of a zip's files may have, which
	// is kept in memory: half a million files.
	mostDirectory = 64 << 20

	// mostBombs is how many bombs a zip may hold before the rest isn't read.
	mostBombs = 3
)

func openZip(ctx context.Context, in kind.Input) kind.Articles {
	return func(yield func(*article.Article, error) bool) {
		ctx, b, outermost := withBudget(ctx)
		whole, err := seekable(in.Reader)
		if err != nil {
			yield(nil, err)
			return
		}
		defer whole.Close()
		counted := &countedReaderAt{ReaderAt: whole, most: mostDirectory}
		files, err := zip.NewReader(counted, whole.size)
		z := zipReader{entries{in: in, yield: yield}, b, outermost}
		if errors.Is(err, zip.ErrFormat) && z.salvage(ctx, io.NewSectionReader(whole, 0, whole.size)) {
			return
		}
		if err != nil {
			yield(nil, cmp.Or(counted.err, broken(err)))
			return
		}
		if counted.most = 0; outermost {
			counted.budget = b
		}
		register(files)
		if z.read(ctx, files.File) {
			z.end()
		}
	}
}

type zipReader struct {
	entries
	budget    *budget
	outermost bool
}

// read reads the files. A bomb costs no other, but several do.
func (z *zipReader) read(ctx context.Context, files []*zip.File) bool {
	bombs := 0
	for _, file := range files {
		if !file.Mode().IsRegular() {
			continue
		}
		unpacked := z.budget.unpacked
		if !z.entries.read(ctx, entry{nameOf(file), func() (io.ReadCloser, error) { return openFile(file, z.budget) }}) {
			return false
		}
		if !z.budget.spent() {
			continue
		}
		if bombs++; bombs == mostBombs || !z.outermost {
			z.yield(nil, hint.Add(errors.New("holds bombs, and is not read on"), "unpack it and read its files"))
			return false
		}
		z.budget.unpacked = unpacked
	}
	return true
}

// nameOf returns the name of a file. Those that are not UTF-8 are in the
// character set of the first PCs.
func nameOf(file *zip.File) string {
	if utf8.ValidString(file.Name) {
		return file.Name
	}
	name, err := charmap.CodePage437.NewDecoder().String(file.Name)
	if err != nil {
		return file.Name
	}
	return name
}

const encrypted = 1 // of zip.FileHeader.Flags

var errEncrypted = hint.Add(errors.New("is encrypted"), "unpack the archive with its password and read its files")

func openFile(file *zip.File, b *budget) (io.ReadCloser, error) {
	if file.Flags&encrypted != 0 {
		return nil, errEncrypted
	}
	r, err := file.Open()
	if errors.Is(err, zip.ErrAlgorithm) {
		return nil, hint.Add(fmt.Errorf("is compressed by method %d, which is not understood", file.Method), "unpack the archive and read its files")
	}
	if err != nil {
		return nil, broken(err)
	}
	return struct {
		io.Reader
		io.Closer
	}{unpackedReader{r, b}, r}, nil
}

// register sets how files of a zip may be compressed, besides not at all.
func register(files *zip.Reader) {
	files.RegisterDecompressor(zip.Deflate, flate.NewReader)
	files.RegisterDecompressor(12, func(r io.Reader) io.ReadCloser { return io.NopCloser(bzip2.NewReader(r)) })
	files.RegisterDecompressor(93, opened(openZstd))
	files.RegisterDecompressor(95, opened(func(r io.Reader) (io.ReadCloser, error) {
		z, err := xz.NewReader(bufio.NewReader(r), xzWindow)
		return io.NopCloser(z), err
	}))
}

// opened makes a failure to open one to read.
func opened(open func(io.Reader) (io.ReadCloser, error)) zip.Decompressor {
	return func(r io.Reader) io.ReadCloser {
		z, err := open(r)
		if err != nil {
			return io.NopCloser(failing{err})
		}
		return z
	}
}

// failing is a reader that fails.
type failing struct{ err error }

// Read implements io.Reader.
func (f failing) Read([]byte) (int, error) { return 0, f.err }

// countedReaderAt adds what is read to the packed bytes of a budget, if it has
// one, and reads no more than most, if that is set.
type countedReaderAt struct {
	io.ReaderAt
	budget *budget
	most   int64
	read   int64
	err    error
}

// ReadAt implements io.ReaderAt.
func (r *countedReaderAt) ReadAt(p []byte, at int64) (int, error) {
	n, err := r.ReaderAt.ReadAt(p, at)
	if r.read += int64(n); r.most > 0 && r.read > r.most {
		r.err = hint.Add(fmt.Errorf("has a list of files of more than %d bytes", r.most), "split it")
		return 0, r.err
	}
	if r.budget != nil {
		r.budget.packed += int64(n)
	}
	return n, err
}
