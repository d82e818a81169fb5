package source

import (
	_ "embed"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/newsgraph/newsgraph/ingest/source/kind"
	"github.com/newsgraph/newsgraph/internal/hint"
)

//go:embed other.txt
var otherData string

// otherFormats are the endings of files that stand beside articles and that no
// kind reads.
var otherFormats = sync.OnceValue(func() map[string]bool {
	endings := map[string]bool{}
	for ending := range strings.FieldsSeq(otherData) {
		endings[ending] = true
	}
	return endings
})

// List names the sources that the arguments mean: "-" is stdin, a folder is all
// its files in the order of their names, hidden ones and those of other formats
// passed over (their number is returned). Each argument that can't be listed
// has its error.
func List(args []string, stdin io.Reader) (sources []Source, passed int, errs []error) {
	for _, arg := range args {
		if arg == "-" {
			sources = append(sources, Source{"standard input", func() (io.ReadCloser, error) { return io.NopCloser(stdin), nil }})
			continue
		}
		found, skipped, err := list(arg)
		sources, passed = append(sources, found...), passed+skipped
		if err != nil {
			errs = append(errs, err)
		}
	}
	return sources, passed, errs
}

func list(path string) (sources []Source, passed int, err error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, 0, fmt.Errorf("find articles: %w", err)
	}
	if !info.IsDir() {
		return []Source{file(path)}, 0, nil
	}
	kinds := Kinds()
	err = filepath.WalkDir(path, func(name string, d fs.DirEntry, err error) error {
		hidden := name != path && hidden(d.Name())
		switch {
		case err != nil:
			return fmt.Errorf("find articles: %w", err)
		case hidden && d.IsDir():
			return fs.SkipDir
		case hidden || d.IsDir():
		case other(kinds, name):
			passed++
		default:
			sources = append(sources, file(name))
		}
		return nil
	})
	if err == nil && len(sources) == 0 {
		err = hint.Add(fmt.Errorf("find articles: folder %s has none", path), "articles are text files, such as article.txt")
	}
	return sources, passed, err
}

// other says whether a file is of another format, by its name.
func other(kinds []kind.Kind, name string) bool {
	read := func(k kind.Kind) bool { return k.Ends(name) }
	return otherFormats()[strings.ToLower(filepath.Ext(name))] && !slices.ContainsFunc(kinds, read)
}

// hidden says whether a file is hidden, or lies in a folder that is.
func hidden(name string) bool {
	dots := func(part string) bool { return part == "." || part == ".." }
	return slices.ContainsFunc(strings.Split(filepath.ToSlash(name), "/"), func(part string) bool {
		return strings.HasPrefix(part, ".") && !dots(part)
	})
}

func file(path string) Source {
	return Source{path, func() (io.ReadCloser, error) { return os.Open(path) }}
}

// Text is a source that is there already.
func Text(name, text string) Source {
	return Source{name, func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }}
}

// FromFS names the files of fsys that match the pattern, in order.
func FromFS(fsys fs.FS, pattern string) ([]Source, error) {
	names, err := fs.Glob(fsys, pattern)
	var sources []Source
	for _, name := range names {
		sources = append(sources, Source{name, func() (io.ReadCloser, error) { return fsys.Open(name) }})
	}
	return sources, err
}
