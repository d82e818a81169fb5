package source

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/source/agency"
	"github.com/newsgraph/newsgraph/ingest/source/feed"
	"github.com/newsgraph/newsgraph/ingest/source/html"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
	"github.com/newsgraph/newsgraph/ingest/source/mhtml"
	"github.com/newsgraph/newsgraph/ingest/source/rtf"
	"github.com/newsgraph/newsgraph/ingest/source/warc"
)

// format is an ending that tells of a format, such as .png or .7z: not .2024 or
// that of “Talks in St. Gallen”.
var format = regexp.MustCompile(`^\.[0-9]*[a-z][a-z0-9_-]{0,11}$`)

// other says whether a file is of a format that no kind reads, by its name.
func other(kinds []kind.Kind, name string) bool {
	read := func(k kind.Kind) bool { return k.Ends(name) }
	return format.MatchString(ending(name)) && !slices.ContainsFunc(kinds, read)
}

// tellers are the kinds that are told by their beginning whatever the name: what
// comes from the web is often named by the program that made it (.php, .aspx,
// .stm), and documents in RTF are often named .doc.
var tellers = []string{warc.Kind.Name, agency.NITF.Name, agency.NewsML.Name, agency.Ninjs.Name, feed.Kind.Name, html.Kind.Name, mhtml.Kind.Name, rtf.Kind.Name}

// tells says whether the beginning of a file tells that it is read.
func tells(kinds []kind.Kind, head []byte) bool {
	return slices.ContainsFunc(kinds, func(k kind.Kind) bool { return slices.Contains(tellers, k.Name) && k.Begins(head) })
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
