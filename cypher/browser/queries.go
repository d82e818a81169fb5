package browser

import (
	"archive/zip"
	"bytes"
	"io/fs"
	"path"
	"strings"
	"time"
)

// Query is a saved query.
type Query struct {
	Folder string // as the Browser shows it: "Who said what"
	File   string // "01-what-one-person-said.cypher"
	Title  string // its first comment, by which the Browser lists it
	Note   string // its second comment: what it shows, what to edit
	Text   string // the whole file, one statement that ends with a semicolon
}

// Queries returns the saved queries in the order in which they are listed.
func Queries() []Query {
	names, err := fs.Glob(data, "queries/*/*.cypher")
	if err != nil {
		panic("browser: " + err.Error()) // the pattern is constant
	}
	var queries []Query
	for _, name := range names {
		text := string(mustRead(name))
		title, rest, _ := strings.Cut(text, "\n")
		note, _, _ := strings.Cut(rest, "\n")
		queries = append(queries, Query{
			Folder: folder(path.Base(path.Dir(name))),
			File:   path.Base(name),
			Title:  strings.TrimPrefix(title, "// "),
			Note:   strings.TrimPrefix(note, "// "),
			Text:   text,
		})
	}
	return queries
}

// folder returns the name shown for a directory: "1-who-said-what" is "Who said what".
func folder(dir string) string {
	_, words, _ := strings.Cut(dir, "-")
	return strings.ToUpper(words[:1]) + strings.ReplaceAll(words[1:], "-", " ")
}

// archive returns the queries as a zip file. The Browser makes a folder of each
// directory and a favorite of each file. The files are stored, not compressed,
// and have one fixed time, so that the bytes depend on the queries alone.
func archive(queries []Query) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, q := range queries {
		f, err := w.CreateHeader(&zip.FileHeader{
			Name:     q.Folder + "/" + q.File,
			Modified: time.Date(1980, time.January, 1, 0, 0, 0, 0, time.UTC),
		})
		if err == nil {
			_, err = f.Write([]byte(q.Text))
		}
		if err != nil {
			panic("browser: " + err.Error()) // a buffer takes everything
		}
	}
	if err := w.Close(); err != nil {
		panic("browser: " + err.Error())
	}
	return b.Bytes()
}
