// Package browser holds what makes the graph pleasant to use in the Neo4j
// Browser: a style, saved queries and a guide.
//
//	err := browser.Write("neo4j-browser")
//
// The files are the same, byte for byte, from run to run. The queries take no
// parameters: a person edits the values in their WITH line, and they run
// unchanged in the Browser and in cypher-shell.
package browser

import (
	"embed"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

//go:embed newsgraph.grass guide.html queries
var data embed.FS

// The names of the files that Write makes.
const (
	StyleFile   = "newsgraph.grass"       // colours, sizes and captions for the labels and types of package graph
	QueriesFile = "newsgraph-queries.zip" // the saved queries, in the form of the Browser's Favorites
	GuideFile   = "newsgraph-guide.html"  // a page for a web browser, or for the Browser's own :guide command
)

// Write writes the style, the saved queries and the guide into dir, which it
// makes where it is missing. Each file is complete or, after an error, as it
// was before.
func Write(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("write the files for the Neo4j Browser: %w", err)
	}
	queries := Queries()
	for _, file := range []struct {
		name    string
		content []byte
	}{
		{StyleFile, style()},
		{QueriesFile, archive(queries)},
		{GuideFile, guide(queries)},
	} {
		if err := replace(filepath.Join(dir, file.name), file.content); err != nil {
			return fmt.Errorf("write the files for the Neo4j Browser: %w", err)
		}
	}
	return nil
}

// style returns the style file.
func style() []byte { return mustRead(StyleFile) }

func mustRead(name string) []byte {
	content, err := data.ReadFile(name)
	if err != nil {
		panic("browser: " + err.Error()) // it is embedded
	}
	return content
}

// replace writes a file beside the one that it becomes.
func replace(name string, content []byte) error {
	f, err := os.CreateTemp(filepath.Dir(name), "."+filepath.Base(name)+".*")
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	err = errors.Join(err, f.Chmod(0o644), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		return errors.Join(err, os.Remove(f.Name()))
	}
	return nil
}
