package cypher

import (
	"fmt"
	"strings"
	"unicode"
)

// Quote returns s as a Cypher string literal that stays on one line.
//
// Cypher 5 decodes \uXXXX before it reads a statement, inside literals too, so
// every backslash of the text is doubled. What would break the line, or would
// show the literal in an order other than the one in which it is read
// (bidirectional controls), is escaped.
func Quote(s string) string { return "'" + escape(s) + "'" }

// escape returns what stands between the quotes.
func escape(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\\' || r == '\'':
			b.WriteByte('\\')
			b.WriteRune(r)
		case unsafe(r):
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// unsafe says whether r may not stand in a script as itself: controls, line
// and paragraph separators, and format characters of the Basic Multilingual
// Plane other than the joiners that emoji and scripts need.
func unsafe(r rune) bool {
	const nonJoiner, joiner = 0x200c, 0x200d
	switch {
	case r == nonJoiner || r == joiner || r > 0xffff:
		return false
	}
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp)
}

// comment returns s as it may stand after "// ". A backslash could begin an
// escape that Cypher decodes to the end of the line, and a semicolon could be
// taken for the end of a statement.
func comment(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\\':
			return '/'
		case r == ';':
			return ','
		case unsafe(r):
			return ' '
		}
		return r
	}, s)
}
