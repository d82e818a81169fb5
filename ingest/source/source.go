// Package source finds the texts to read: files, folders, standard input, or
// the samples that the program carries.
//
//	inputs, passed, errs := source.List(args, os.Stdin)
//	text, err := inputs[0].Read(limit)
//
// Listing reads no text; an input is read when Read is called, so that memory
// does not grow with their number.
package source

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/internal/hint"
)

// Input is one text that can be read.
type Input struct {
	Name string
	open func() (io.ReadCloser, error)
}

// otherFormats are the endings of files that a folder of articles may hold
// beside them. List passes over them in folders.
var otherFormats = []string{
	".json", ".jsonl", ".csv", ".tsv", ".xml", ".yaml", ".yml", ".toml", ".cypher", ".cql", ".grass", ".zip", ".gz", ".tar", ".go", ".py", ".sh",
}

// List names the inputs behind the arguments: "-" is stdin, a folder is all its
// files in the order of their names, hidden ones and those of other formats
// passed over (their number is returned). Each argument that can't be listed
// has its error.
func List(args []string, stdin io.Reader) (inputs []Input, passed int, errs []error) {
	for _, arg := range args {
		if arg == "-" {
			inputs = append(inputs, Input{"standard input", func() (io.ReadCloser, error) { return io.NopCloser(stdin), nil }})
			continue
		}
		found, skipped, err := list(arg)
		inputs, passed = append(inputs, found...), passed+skipped
		if err != nil {
			errs = append(errs, err)
		}
	}
	return inputs, passed, errs
}

func list(path string) (inputs []Input, passed int, err error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, 0, fmt.Errorf("find articles: %w", err)
	}
	if !info.IsDir() {
		return []Input{file(path)}, 0, nil
	}
	err = filepath.WalkDir(path, func(name string, d fs.DirEntry, err error) error {
		hidden := name != path && strings.HasPrefix(d.Name(), ".")
		switch {
		case err != nil:
			return fmt.Errorf("find articles: %w", err)
		case hidden && d.IsDir():
			return fs.SkipDir
		case hidden || d.IsDir():
		case slices.Contains(otherFormats, strings.ToLower(filepath.Ext(name))):
			passed++
		default:
			inputs = append(inputs, file(name))
		}
		return nil
	})
	if err == nil && len(inputs) == 0 {
		err = hint.Add(fmt.Errorf("find articles: folder %s has none", path), "articles are text files, such as article.txt")
	}
	return inputs, passed, err
}

func file(path string) Input {
	return Input{path, func() (io.ReadCloser, error) { return os.Open(path) }}
}

// Text is an input that is there already.
func Text(name, text string) Input {
	return Input{name, func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }}
}

// FromFS names the files of fsys that match the pattern, in order.
func FromFS(fsys fs.FS, pattern string) ([]Input, error) {
	names, err := fs.Glob(fsys, pattern)
	var inputs []Input
	for _, name := range names {
		inputs = append(inputs, Input{name, func() (io.ReadCloser, error) { return fsys.Open(name) }})
	}
	return inputs, err
}

// Read returns the text, which is valid UTF-8, without what is left in it of
// HTML. The input has at most limit bytes. Its errors name the input, and the place where there is one.
func (in Input) Read(limit int64) (string, error) {
	r, err := in.open()
	if err != nil {
		return "", fmt.Errorf("read article: %w", err)
	}
	defer r.Close()
	text, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err != nil {
		return "", fmt.Errorf("read article %s: %w", in.Name, err)
	}
	if int64(len(text)) > limit {
		return "", hint.Add(fmt.Errorf("read article %s: is larger than %d bytes", in.Name, limit),
			"split it into articles, or raise maxBytes in the configuration")
	}
	if err := check(text); err != nil {
		return "", fmt.Errorf("read article %s: %w", in.Name, err)
	}
	return withoutMarkup(string(text)), nil
}

// check says why text can't be an article.
func check(text []byte) error {
	start := bytes.ToLower(bytes.TrimSpace(text[:min(len(text), 512)]))
	switch at := bytes.IndexByte(text, 0); {
	case len(bytes.TrimSpace(text)) == 0:
		return errors.New("is empty")
	case at >= 0 && !utf8.Valid(text), at >= 0 && at < 512:
		return hint.Add(fmt.Errorf("is not text: NUL at byte %d", at), "UTF-16 can be converted with iconv -f UTF-16 -t UTF-8")
	case bytes.HasPrefix(start, []byte("<!doctype html")) || bytes.HasPrefix(start, []byte("<html")):
		return hint.Add(errors.New("is a web page"), "save the article's text, without its HTML, and read that")
	case utf8.Valid(text):
		return nil
	}
	at := firstInvalid(text)
	line := 1 + bytes.Count(text[:at], []byte("\n"))
	return hint.Add(fmt.Errorf("line %d: byte %d (0x%02x) is not UTF-8", line, at, text[at]),
		"convert it, for example with iconv -f WINDOWS-1252 -t UTF-8")
}

func firstInvalid(text []byte) int {
	at := 0
	for at < len(text) {
		r, size := utf8.DecodeRune(text[at:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		at += size
	}
	return at
}
