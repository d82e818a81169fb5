package jsonld

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
)

// absolute is the beginning of an IRI that says of itself what it is.
var absolute = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9+.-]*:`)

// iri returns the IRI of an id. Most ids are one already: characters that an IRI
// can't have are escaped.
func iri(id string) string {
	if !absolute.MatchString(id) {
		id = "article:" + id
	}
	return escape(id, "<>\"{}|\\^`")
}

// fragment returns the IRI of a part of what another IRI names.
func fragment(whole string, part ...string) string {
	for i := range part {
		part[i] = escape(part[i], "<>\"{}|\\^`#%,")
	}
	return whole + "#" + strings.Join(part, ",")
}

func escape(s, these string) string {
	var b strings.Builder
	for _, r := range s {
		if r > ' ' && r != 0x7F && !strings.ContainsRune(these, r) {
			b.WriteRune(r)
			continue
		}
		for _, c := range []byte(string(r)) {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}

// day returns a date as precisely as it is known: 2024, 2024-05 or 2024-05-14; nothing
// where it is a week, or the day of publication for want of another.
func day(props graph.Props) any {
	date, known := props["date"].(graph.Date)
	if !known {
		return nil
	}
	switch props["datePrecision"] {
	case "day":
		return date.String()
	case "month":
		return date.String()[:len("2024-05")]
	case "year":
		return date.String()[:len("2024")]
	}
	return nil
}
