package archive

import (
	"bufio"
	"compress/bzip2"
	"context"
	"io"
	"path"
	"strings"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"github.com/therootcompany/xz"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
)

// How many bytes may be looked back at: what the tools do unless they are told
// to do more.
const (
	zstdWindow = 128 << 20
	xzWindow   = 64 << 20
)

// The kinds of what is compressed. Each holds one thing, of any kind.
var (
	Gzip = kind.Kind{
		Name: "gzip", Help: "anything compressed with gzip", Begins: begins("\x1f\x8b\x08"),
		Endings: []string{".gz", ".tgz"}, Types: []string{"application/gzip", "application/x-gzip"}, Holds: true, Open: compressed(openGzip),
	}
	Zstd = kind.Kind{
		Name: "zstd", Help: "anything compressed with zstd", Begins: begins("\x28\xb5\x2f\xfd"),
		Endings: []string{".zst", ".tzst"}, Types: []string{"application/zstd"}, Holds: true, Open: compressed(openZstd),
	}
	Bzip2 = kind.Kind{
		Name: "bzip2", Help: "anything compressed with bzip2", Begins: beginsBzip2,
		Endings: []string{".bz2", ".tbz2"}, Types: []string{"application/x-bzip2"}, Holds: true, Open: compressed(openBzip2),
	}
	Xz = kind.Kind{
		Name: "xz", Help: "anything compressed with xz", Begins: begins("\xfd7zXZ\x00"),
		Endings: []string{".xz", ".txz"}, Types: []string{"application/x-xz"}, Holds: true, Open: compressed(openXz),
	}
)

func openGzip(r io.Reader) (io.ReadCloser, error) { return gzip.NewReader(r) }

func openZstd(r io.Reader) (io.ReadCloser, error) {
	z, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(zstdWindow))
	if err != nil {
		return nil, err
	}
	return z.IOReadCloser(), nil
}

func openBzip2(r io.Reader) (io.ReadCloser, error) { return io.NopCloser(bzip2.NewReader(r)), nil }

func openXz(r io.Reader) (io.ReadCloser, error) {
	z, err := xz.NewReader(r, xzWindow)
	return io.NopCloser(z), err
}

func beginsBzip2(head []byte) bool {
	return len(head) >= 10 && string(head[:3]) == "BZh" && string(head[4:10]) == "1AY&SY"
}

// compressed reads what is compressed, and what is in it.
func compressed(open func(io.Reader) (io.ReadCloser, error)) func(context.Context, kind.Input) kind.Articles {
	return func(ctx context.Context, in kind.Input) kind.Articles {
		return func(yield func(*article.Article, error) bool) {
			ctx, b, outermost := withBudget(ctx)
			packed := in.Reader
			if outermost {
				packed = packedReader{packed, b}
			}
			z, err := open(bufio.NewReader(packed))
			if err != nil {
				yield(nil, broken(err))
				return
			}
			defer z.Close()
			inner := bufio.NewReaderSize(unpackedReader{z, b}, kind.HeadSize)
			head, _ := inner.Peek(tarBlock) // an error comes again
			in.Inside(ctx, kind.Input{
				Name: innerName(in.Name, isTar(head)), Address: in.Address, Reader: inner, Limits: in.Limits,
			})(yield)
		}
	}
}

// innerName returns the name of what is compressed in a file: “a.txt.gz: a.txt”,
// which tells what it is. What is in a tar is named after it without this.
func innerName(name string, tar bool) string {
	for _, ending := range []string{".gz", ".zst", ".bz2", ".xz"} {
		if !tar && strings.HasSuffix(strings.ToLower(name), ending) {
			_, last, found := cutLast(name, ": ")
			if !found {
				last = name
			}
			return name + ": " + path.Base(strings.ReplaceAll(last[:len(last)-len(ending)], `\`, "/"))
		}
	}
	return name
}

func cutLast(s, sep string) (before, after string, found bool) {
	if at := strings.LastIndex(s, sep); at >= 0 {
		return s[:at], s[at+len(sep):], true
	}
	return s, "", false
}
