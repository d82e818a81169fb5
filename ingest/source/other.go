package source

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/source/kind"
)

// format is an ending that tells of a format, such as .png or .7z: not .2024 or
// that of “Talks in St. Gallen”.
var format = regexp.MustCompile(`^\.[0-9]*[a-z][a-z0-9_-]{0,11}$`)

// other says whether a file is of a format that no kind reads, by its name.
func other(kinds []kind.Kind, name string) bool {
	read := func(k kind.Kind) bool { return k.Ends(name) }
	return format.MatchString(ending(name)) && !slices.ContainsFunc(kinds, read)
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
