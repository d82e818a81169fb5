package archive

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
	"github.com/newsgraph/newsgraph/internal/sourcetest"
)

var all = []kind.Kind{Zip, Tar, Gzip, Zstd, Bzip2, Xz}

// inside reads archives as what they are, and all else as text.
func inside(ctx context.Context, in kind.Input) kind.Articles {
	in.Inside = inside
	in.Passes = func(name string, _ func() []byte) bool {
		return strings.Contains("/"+strings.TrimPrefix(name, "./"), "/.") || strings.HasSuffix(name, ".png")
	}
	head := make([]byte, kind.HeadSize)
	n, _ := io.ReadFull(in.Reader, head)
	if seeker, ok := in.Reader.(io.Seeker); ok {
		seeker.Seek(0, io.SeekStart)
	} else {
		in.Reader = io.MultiReader(bytes.NewReader(head[:n]), in.Reader)
	}
	for _, k := range all {
		if k.Begins(head[:n]) {
			return k.Open(ctx, in)
		}
	}
	return func(yield func(*article.Article, error) bool) {
		data, err := in.ReadAll()
		if err != nil {
			yield(nil, fmt.Errorf("%s: %w", in.Name, err))
			return
		}
		a := article.New(string(data))
		a.Origin = in.Name
		yield(a, nil)
	}
}

func told(ctx context.Context, name string, r io.Reader, limit int64) string {
	var lines []string
	for a, err := range inside(ctx, kind.Input{Name: name, Reader: r, Limits: kind.Limits{Bytes: limit}}) {
		if err != nil {
			lines = append(lines, "error: "+err.Error())
		} else {
			lines = append(lines, a.Origin+"|"+strings.TrimSpace(a.Text))
		}
	}
	return strings.Join(lines, "\n")
}

// TestFiles reads what common tools have made, from files and from streams; see
// testdata/README.md.
func TestFiles(t *testing.T) {
	for name, want := range map[string]string{
		"zip.zip":       "zip.zip: sub/b.txt|Talks ended.\nzip.zip: a.txt|Talks began.",
		"encrypted.zip": "error: a.txt: is encrypted\nencrypted.zip: sub/b.txt|Talks ended.",
		"bzip2.zip":     "bzip2.zip: a.txt|Talks began.",
		"python.zip":    "error: a.txt: is compressed by method 14, which is not understood\npython.zip: sub/b.txt|Talks ended.",
		"nested.zip":    "nested.zip: tar.tgz: a.txt|Talks began.\nnested.zip: tar.tgz: sub/b.txt|Talks ended.\nnested.zip: a.txt.xz: a.txt|Talks began.",
		"gnu.tar":       "gnu.tar: a.txt|Talks began.\ngnu.tar: sub/b.txt|Talks ended.",
		"pax.tar":       "pax.tar: a.txt|Talks began.\npax.tar: sub/b.txt|Talks ended.",
		"v7.tar":        "v7.tar: a.txt|Talks began.\nv7.tar: sub/b.txt|Talks ended.",
		"tar.tgz":       "tar.tgz: a.txt|Talks began.\ntar.tgz: sub/b.txt|Talks ended.",
		"tar.tar.xz":    "tar.tar.xz: a.txt|Talks began.\ntar.tar.xz: sub/b.txt|Talks ended.",
		"tar.tar.zst":   "tar.tar.zst: a.txt|Talks began.\ntar.tar.zst: sub/b.txt|Talks ended.",
		"tar.tar.bz2":   "tar.tar.bz2: a.txt|Talks began.\ntar.tar.bz2: sub/b.txt|Talks ended.",
		"a.txt.gz":      "a.txt.gz: a.txt|Talks began.",
		"a.txt.bz2":     "a.txt.bz2: a.txt|Talks began.",
		"a.txt.xz":      "a.txt.xz: a.txt|Talks began.",
		"a.txt.zst":     "a.txt.zst: a.txt|Talks began.",
		"two.txt.gz":    "two.txt.gz: two.txt|Talks began.\nTalks ended.",
	} {
		f, err := os.Open(filepath.Join("testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		if got := told(t.Context(), name, f, 1000); got != want {
			t.Errorf("%s: got  %s\nwant %s", name, got, want)
		}
		f.Seek(0, io.SeekStart)
		if got := told(t.Context(), name, io.LimitReader(f, 1<<20), 1000); got != want {
			t.Errorf("%s as a stream: got  %s\nwant %s", name, got, want)
		}
	}
}

func TestInnerName(t *testing.T) {
	for name, want := range map[string]string{
		"a.csv.gz": "a.csv.gz: a.csv", "x/a.csv.GZ": "x/a.csv.GZ: a.csv", `c:\x\a.csv.gz`: `c:\x\a.csv.gz: a.csv`, "a.zip: b.csv.xz": "a.zip: b.csv.xz: b.csv", "-": "-",
	} {
		if got := innerName(name, false); got != want {
			t.Errorf("%s: got %s, want %s", name, got, want)
		}
	}
}

func zipped(files ...string) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for i := 0; i < len(files); i += 2 {
		w, _ := z.Create(files[i])
		io.WriteString(w, files[i+1])
	}
	z.Close()
	return out.Bytes()
}

func gzipped(data []byte) []byte {
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	z.Write(data)
	z.Close()
	return out.Bytes()
}

// TestDamageIsSaidOnce: what an archive within another has said is not said again.
func TestDamageIsSaidOnce(t *testing.T) {
	for _, err := range []error{io.ErrUnexpectedEOF, gzip.ErrChecksum} {
		if once, twice := broken(err), broken(fmt.Errorf("read: %w", broken(err))); twice.Error() != "read: "+once.Error() {
			t.Errorf("got %q after %q", twice, once)
		}
	}
}

func TestBroken(t *testing.T) {
	good := zipped("a.txt", "Talks began, and would go on for some time.", "b\x1b[2J\x82.txt", "Talks ended.")
	packed := gzipped([]byte("Talks began."))
	tarred, err := os.ReadFile("testdata/v7.tar")
	if err != nil {
		t.Fatal(err)
	}
	flipped := bytes.Clone(good)
	flipped[40] ^= 0xff
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"names that others chose", good, "x: a.txt|Talks began, and would go on for some time.\nx: b\ufffd[2Jé.txt|Talks ended."},
		{"one file", flipped, "error: x: a.txt: is broken: zip: checksum error\nx: b\ufffd[2Jé.txt|Talks ended."},
		{"a zip that ends too early", good[:len(good)-30], "x: a.txt|Talks began, and would go on for some time.\nx: b\ufffd[2Jé.txt|Talks ended.\nerror: is not whole, as where a download broke off: what its beginning has is read"},
		{"a zip that ends in a file", good[:bytes.Index(good, []byte("PK\x01\x02"))-20], "x: a.txt|Talks began, and would go on for some time.\nerror: x: b\ufffd[2Jé.txt: is not whole: it ends too early\nerror: is not whole, as where a download broke off: what its beginning has is read"},
		{"a zip that never begins", []byte("PK\x03\x04garbage"), "error: is broken: zip: not a valid zip file"},
		{"an empty zip", zipped(), "error: holds no articles, but 0 files that are hidden or of other formats"},
		{"pictures", zipped("a.png", "x", ".b", "x"), "error: holds no articles, but 2 files that are hidden or of other formats"},
		{"a gzip that ends too early", packed[:len(packed)-9], "error: x: is not whole: it ends too early"},
		{"a gzip with a wrong checksum", append(packed[:len(packed)-8:len(packed)-8], "12341234"...), "error: x: is broken: gzip: invalid checksum"},
		{"a gzip's header", []byte("\x1f\x8b\x08"), "error: is not whole: it ends too early"},
		{"a tar that ends too early", tarred[:1500], "x: a.txt|Talks began.\nerror: after a.txt: is not whole: it ends too early"},
		{"a tar in which a file ends too early", tarred[:516], "error: x: a.txt: is not whole: it ends too early\nerror: after a.txt: is not whole: it ends too early"},
		{"one that is too large", zipped("a.txt", strings.Repeat("x", 101), "b.txt", "x"), "error: x: a.txt: is larger than 100 bytes\nx: b.txt|x"},
	} {
		if got := told(t.Context(), "x", bytes.NewReader(c.data), 100); got != c.want {
			t.Errorf("%s: got  %s\nwant %s", c.name, got, c.want)
		}
	}
}

// zeros gives that many zeros.
func zeros(n int64) io.Reader { return io.LimitReader(zeroReader{}, n) }

type zeroReader struct{}

func (zeroReader) Read(p []byte) (int, error) { clear(p); return len(p), nil }

func TestBombs(t *testing.T) {
	var bomb bytes.Buffer // a tar of one file that is too large, of which the next is to be found
	z := gzip.NewWriter(&bomb)
	w := tar.NewWriter(z)
	w.WriteHeader(&tar.Header{Name: "a.txt", Size: 160 << 20, Typeflag: tar.TypeReg})
	io.Copy(w, zeros(160<<20))
	w.WriteHeader(&tar.Header{Name: "b.txt", Size: 1, Typeflag: tar.TypeReg})
	io.Copy(w, zeros(1))
	w.Close()
	z.Close()
	packed := bomb.String()
	is := errBomb.Error()
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"a tar", []byte(packed), "error: x: a.txt: is larger than 1000 bytes\nerror: after a.txt: " + is},
		{"one in a zip", zipped("a.tgz", packed, "b.txt", "Talks."), "error: x: a.tgz: a.txt: is larger than 1000 bytes\nerror: after a.txt: " + is + "\nx: b.txt|Talks."},
		{"several in a zip", zipped("a", packed, "b", packed, "c", packed, "d.txt", "x"), strings.Repeat("error: x: N: a.txt: is larger than 1000 bytes\nerror: after a.txt: "+is+"\n", 3) + "error: holds bombs, and is not read on"},
		{"a zip in a gzip", gzipped(zipped("a", packed, "b", "x")), "error: x: a: a.txt: is larger than 1000 bytes\nerror: after a.txt: " + is + "\nerror: holds bombs, and is not read on"},
	} {
		got := told(t.Context(), "x", bytes.NewReader(c.data), 1000)
		for _, n := range []string{"a", "b", "c"} {
			if strings.Contains(c.want, "N") {
				got = strings.ReplaceAll(got, "x: "+n+":", "x: N:")
			}
		}
		if got != c.want {
			t.Errorf("%s: got  %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestMemoryIsConstant(t *testing.T) {
	r, w := io.Pipe()
	go func() {
		z := gzip.NewWriter(w)
		files := tar.NewWriter(z)
		for i := range 2000 {
			text := strings.Repeat(fmt.Sprintf("Talks began on day %d.\n", i), 500)
			files.WriteHeader(&tar.Header{Name: fmt.Sprintf("%d.txt", i), Size: int64(len(text)), Typeflag: tar.TypeReg})
			io.WriteString(files, text)
		}
		files.Close()
		z.Close()
		w.Close()
	}()
	sourcetest.Streams(t, inside(t.Context(), kind.Input{Name: "x", Reader: r, Limits: kind.Limits{Bytes: 1 << 20}}))
}

func TestSpool(t *testing.T) {
	text := strings.Repeat("Talks. ", inMemory/6)
	t.Setenv("TMPDIR", t.TempDir())
	w, err := seekable(io.LimitReader(strings.NewReader(text), 1<<30))
	if err != nil || w.size != int64(len(text)) {
		t.Fatal(w.size, err)
	}
	end := make([]byte, 7)
	if _, err := w.ReadAt(end, w.size-7); err != nil || string(end) != "Talks. " {
		t.Errorf("got %q, %v", end, err)
	}
	if err := w.Close(); err != nil {
		t.Error(err)
	}
	if left, err := os.ReadDir(os.TempDir()); len(left) > 0 || err != nil {
		t.Errorf("left %v, %v", left, err)
	}
}

func TestStops(t *testing.T) {
	data := zipped("a.txt", "One.", "b.txt", "Two.")
	for range inside(t.Context(), kind.Input{Name: "x", Reader: bytes.NewReader(data), Limits: kind.Limits{Bytes: 100}}) {
		break
	}
	ctx, cancel := context.WithCancelCause(t.Context())
	cancel(errors.New("enough"))
	if got := told(ctx, "x", bytes.NewReader(data), 100); got != "error: context canceled" {
		t.Errorf("got %s", got)
	}
}

func FuzzOpen(f *testing.F) {
	files, err := filepath.Glob("testdata/*.*")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range files {
		if data, err := os.ReadFile(name); err == nil {
			f.Add(data)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		told(t.Context(), "x", bytes.NewReader(data), 1000)
	})
}
