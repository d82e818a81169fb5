package cypher

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/newsgraph/newsgraph/graph"
)

// Quote returns s as a Cypher string literal that stays on one line.
//
// Cypher 5 decodes \uXXXX before it reads a statement, inside literals too, so
// every backslash of the text is doubled. What would break the line, or would
// show the literal in an order other than the one in which it is read
// (bidirectional controls), is escaped.
func Quote(s string) string {
	var b strings.Builder
	b.WriteByte('\'')
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
	b.WriteByte('\'')
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

// literal returns a property value as Cypher.
func literal(value any) string {
	switch v := value.(type) {
	case string:
		return Quote(v)
	case bool:
		return strconv.FormatBool(v)
	case int64:
		return strconv.FormatInt(v, 10)
	case float64:
		return floatLiteral(v)
	case graph.Date:
		return "date('" + v.String() + "')"
	case []string:
		quoted := make([]string, len(v))
		for i, s := range v {
			quoted[i] = Quote(s)
		}
		return "[" + strings.Join(quoted, ", ") + "]"
	case []float64:
		numbers := make([]string, len(v))
		for i, f := range v {
			numbers[i] = floatLiteral(f)
		}
		return "[" + strings.Join(numbers, ", ") + "]"
	}
	panic(fmt.Sprintf("cypher: no literal for a %T", value)) // graph.Validate refuses it
}

// floatLiteral keeps a whole number from being read as an integer.
func floatLiteral(v float64) string {
	s := strconv.FormatFloat(v, 'g', -1, 64)
	if !strings.ContainsAny(s, ".e") {
		s += ".0"
	}
	return s
}

// firstKeys are the columns that a person looks for first, in their order.
var firstKeys = []string{"id", "from", "to", "name", "headline", "text"}

// literal returns the row as a Cypher map.
func (row Row) literal() string {
	var b strings.Builder
	b.WriteByte('{')
	for i, key := range row.keys() {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(key + ": " + literal(row[key]))
	}
	b.WriteByte('}')
	return b.String()
}

// keys returns the row's columns, firstKeys before the others in their order.
func (row Row) keys() []string {
	rank := func(key string) int {
		if i := slices.Index(firstKeys, key); i >= 0 {
			return i
		}
		return len(firstKeys)
	}
	return slices.SortedFunc(maps.Keys(row), func(a, b string) int {
		if d := rank(a) - rank(b); d != 0 {
			return d
		}
		return strings.Compare(a, b)
	})
}
