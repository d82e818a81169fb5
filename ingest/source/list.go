package source

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
	"github.com/newsgraph/newsgraph/internal/hint"
)

// Choice says which sources arguments mean.
type Choice struct {
	Stdin io.Reader // what "-" is

	// Include and Exclude choose the files of folders by patterns, in which *
	// and ? stand for letters of a name and ** for any folders. A pattern with a
	// slash is held against the path within the folder, one without against the
	// name. Without Include, files of formats that no kind reads, by their name and
	// their beginning, are passed over.
	Include, Exclude []string
}

// Found is what arguments mean.
type Found struct {
	Sources []Source
	Passed  map[string]int // files that were passed over: how many of which ending, how many hidden, excluded
	Twice   int            // files and addresses that were named again
	Errs    []error        // of arguments and files that can't be found
}

// List finds the sources that the arguments name: "-" is standard input, what
// has a scheme is an address, a folder is all its files and those of the folders
// in it, in the order of their names, without hidden ones. Links are followed.
// What is named twice is listed once.
func List(args []string, choice Choice) Found {
	l := lister{Found: Found{Passed: map[string]int{}}, choice: choice, kinds: Kinds(), seen: map[string]bool{}}
	if err := choice.check(); err != nil {
		l.Errs = append(l.Errs, err)
		return l.Found
	}
	for _, arg := range args {
		if err := l.add(arg); err != nil {
			l.Errs = append(l.Errs, err)
		}
	}
	return l.Found
}

func (c Choice) check() error {
	for _, pattern := range slices.Concat(c.Include, c.Exclude) {
		if err := checkPattern(pattern); err != nil {
			return fmt.Errorf("find articles: pattern %q: %w", pattern, err)
		}
	}
	return nil
}

// passes says why a file is passed over, by its path within a folder or an
// archive, and where the name does not tell, by its beginning; "" where it is
// read.
func (c Choice) passes(path string, kinds []kind.Kind, head func() []byte) string {
	path = strings.TrimPrefix(filepath.ToSlash(path), "./")
	switch {
	case hidden(path):
		return "hidden"
	case matches(c.Exclude, path) || slices.ContainsFunc(foldersOf(path), func(folder string) bool { return matches(c.Exclude, folder) }):
		return "excluded"
	case len(c.Include) > 0 && !matches(c.Include, path):
		return "not included"
	case len(c.Include) == 0 && other(kinds, path) && !tells(kinds, head()):
		return ending(path)
	}
	return ""
}

// foldersOf returns the folders that a path has, from the outermost.
func foldersOf(path string) (folders []string) {
	for at, c := range path {
		if c == '/' && at > 0 {
			folders = append(folders, path[:at])
		}
	}
	return folders
}

// lister finds sources, each once.
type lister struct {
	Found
	choice Choice
	kinds  []kind.Kind
	seen   map[string]bool // real paths and addresses
}

// address is what begins with a scheme.
var address = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9+.-]+://`)

func (l *lister) add(arg string) error {
	switch {
	case arg == "-":
		l.source(arg, "standard input", func() (io.ReadCloser, error) { return io.NopCloser(l.choice.Stdin), nil })
		return nil
	case address.MatchString(arg):
		canonical, err := article.CanonicalURL(arg)
		if err != nil {
			return hint.Add(fmt.Errorf("find articles: %w", err), "addresses are https://… and http://…; a file is named by its path")
		}
		l.source(canonical, arg, nil)
		return nil
	}
	info, err := os.Stat(arg)
	if err == nil {
		var path string
		if path, err = real(arg); err == nil && !info.IsDir() {
			l.file(path, arg, false)
			return nil
		} else if err == nil {
			return l.top(path, arg)
		}
	}
	return hint.Add(fmt.Errorf("find articles: %w", err), "%s", adviceOn(arg))
}

// host matches what begins as the name of a host, and a path on it.
var host = regexp.MustCompile(`^(?:www\.)?(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/|$)`)

// adviceOn says what may be meant by an argument that is no file.
func adviceOn(arg string) string {
	switch {
	case strings.ContainsAny(arg, "*?["):
		return "no file fits the pattern; name the folder, and choose of it with patterns to include"
	case host.MatchString(arg) && (strings.Contains(arg, "/") || strings.HasPrefix(arg, "www.")):
		return "an address begins with https://"
	}
	return "is the name right? A source is a file, a folder, an address (https://…), or - for standard input"
}

// top lists a folder that an argument names.
func (l *lister) top(path, name string) error {
	if l.seen[path] {
		l.Twice++
		return nil
	}
	sources, faults := len(l.Sources)+l.Twice, len(l.Errs)
	l.folder(path, name, "")
	if len(l.Sources)+l.Twice > sources || len(l.Errs) > faults {
		return nil
	}
	return hint.Add(fmt.Errorf("find articles: folder %s has none", name), "articles are text files, such as article.txt")
}

// folder lists a folder: path is where it really is, name what it is called,
// inner what it is called within the one that the argument names.
func (l *lister) folder(path, name, inner string) {
	if l.seen[path] {
		return // a loop of links
	}
	l.seen[path] = true
	entries, err := os.ReadDir(path)
	if err != nil {
		l.Errs = append(l.Errs, fmt.Errorf("find articles: %w", err))
	}
	for _, entry := range entries {
		if entry.IsDir() && isPartOfPage(entry.Name(), entries) {
			l.Passed["parts of saved pages"]++
			continue
		}
		if err := l.entry(entry, path, filepath.Join(name, entry.Name()), inner+entry.Name()); err != nil {
			l.Errs = append(l.Errs, fmt.Errorf("find articles: %w", err))
		}
	}
}

// isPartOfPage says whether a folder has what a browser saved with a page: its
// pictures, scripts and frames.
func isPartOfPage(name string, entries []fs.DirEntry) bool {
	page, parts := strings.CutSuffix(name, "_files")
	return parts && slices.ContainsFunc(entries, func(e fs.DirEntry) bool {
		return strings.EqualFold(e.Name(), page+".html") || strings.EqualFold(e.Name(), page+".htm")
	})
}

// entry lists what a folder has.
func (l *lister) entry(entry fs.DirEntry, folder, name, inner string) (err error) {
	path, mode := filepath.Join(folder, entry.Name()), entry.Type()
	hidden := hidden(entry.Name())
	if mode&fs.ModeSymlink != 0 && !hidden {
		var info fs.FileInfo
		if info, err = os.Stat(path); err == nil {
			mode = info.Mode()
			path, err = real(path)
		}
	}
	switch {
	case err != nil:
		return err
	case mode.IsDir() && !hidden && !matches(l.choice.Exclude, inner):
		l.folder(path, name, inner+"/")
		return nil
	case !mode.IsDir() && !mode.IsRegular() && !hidden:
		l.Passed["no regular files"]++
		return nil
	}
	if why := l.choice.passes(inner, l.kinds, func() []byte { return headOf(path) }); why != "" {
		l.Passed[why]++
		return nil
	}
	l.file(path, name, true)
	return nil
}

// headOf returns the beginning of a file, none where it can't be read.
func headOf(path string) []byte {
	file, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer file.Close()
	head := make([]byte, kind.HeadSize)
	n, _ := io.ReadFull(file, head)
	return head[:n]
}

// file lists a file; found says that a folder had it.
func (l *lister) file(path, name string, found bool) {
	before := len(l.Sources)
	l.source(path, name, func() (io.ReadCloser, error) { return os.Open(name) })
	if len(l.Sources) > before {
		l.Sources[before].path, l.Sources[before].found = path, found
	}
}

func (l *lister) source(key, name string, open func() (io.ReadCloser, error)) {
	if l.seen[key] {
		l.Twice++
		return
	}
	l.seen[key] = true
	l.Sources = append(l.Sources, Source{Name: name, open: open})
}

// real returns where a path leads. What is there but can't be followed, as the end
// of a pipe, stays as it is.
func real(path string) (string, error) {
	if led, err := filepath.EvalSymlinks(path); err == nil {
		return filepath.Abs(led)
	}
	if _, err := os.Stat(path); err != nil {
		return "", err
	}
	return filepath.Abs(path)
}

// Text is a source that is there already.
func Text(name, text string) Source {
	return Source{Name: name, open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }}
}

// From is a source that open opens whenever it is read, such as an object of a
// cloud's store.
func From(name string, open func() (io.ReadCloser, error)) Source {
	return Source{Name: name, open: open}
}

// FromFS names the files of fsys that match the pattern, in order.
func FromFS(fsys fs.FS, pattern string) ([]Source, error) {
	names, err := fs.Glob(fsys, pattern)
	var sources []Source
	for _, name := range names {
		sources = append(sources, Source{Name: name, open: func() (io.ReadCloser, error) { return fsys.Open(name) }})
	}
	return sources, err
}

// Stamp is a file as it is now.
type Stamp struct {
	Path     string // absolute, without links
	Size     int64
	Modified time.Time
}

// Stamp returns the file that the source is, as it is now; false where it is none.
func (s Source) Stamp() (Stamp, bool) {
	if s.path == "" {
		return Stamp{}, false
	}
	info, err := os.Stat(s.path)
	if err != nil || !info.Mode().IsRegular() {
		return Stamp{}, false
	}
	return Stamp{s.path, info.Size(), info.ModTime()}, true
}
