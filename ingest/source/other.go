package source

import (
	_ "embed"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/newsgraph/newsgraph/ingest/source/kind"
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

// other says whether a file is of another format, by its name.
func other(kinds []kind.Kind, name string) bool {
	read := func(k kind.Kind) bool { return k.Ends(name) }
	return otherFormats()[ending(name)] && !slices.ContainsFunc(kinds, read)
}

// ending returns what tells of the format of a file.
func ending(name string) string { return strings.ToLower(filepath.Ext(name)) }

// hidden says whether a file is hidden, or lies in a folder that is.
func hidden(name string) bool {
	dots := func(part string) bool { return part == "." || part == ".." }
	return slices.ContainsFunc(strings.Split(filepath.ToSlash(name), "/"), func(part string) bool {
		return strings.HasPrefix(part, ".") && !dots(part)
	})
}
