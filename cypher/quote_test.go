package cypher

import (
	"errors"
	"strconv"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// hostile are texts that break what quotes carelessly.
var hostile = []string{
	``, `plain`, `it's`, `"double"`, `“curly” ‘single’ «guillemets» „low“`, `back\slash`, `\`, `\\`, `\'`, `'`, `''`, `\u0027`, `\\u0027`, `\\\u0027`, `\uuuu0027`,
	"`backtick`", "line\nbreak", "\r", "\t", "\u2028\u2029\u0085", "nul\x00", "\x1b[31m", "emoji 👩‍👩‍👧", "שלום \u202eevil\u202c", `;`, `a; MATCH (n) DETACH DELETE n;`,
	`// comment`, `/* comment */`, `'}) DETACH DELETE n //`, `$rows`, `\u000a`, `\u000D`, `\u2028`, "\ufeff", "e\u0301", `\n`, `] AS row`,
}

// unescapeUnicode decodes \uXXXX anywhere in a text, as Cypher 5 does before it
// reads a statement. A backslash after another one begins nothing.
func unescapeUnicode(s string) (string, error) {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 == len(s) {
			b.WriteByte(s[i])
			continue
		}
		if s[i+1] != 'u' {
			b.WriteString(s[i : i+2])
			i++
			continue
		}
		if i+6 > len(s) {
			return "", errors.New("broken \\u")
		}
		code, err := strconv.ParseUint(s[i+2:i+6], 16, 32)
		if err != nil {
			return "", err
		}
		if code == '\'' || code == '\\' {
			return "", errors.New("a \\u escape stands for a quote or backslash")
		}
		b.WriteRune(rune(code))
		i += 5
	}
	return b.String(), nil
}

// readLiteral is the oracle: it reads a string literal as Cypher does, and
// fails where the literal does not end exactly at the end.
func readLiteral(literal string) (string, error) {
	s, err := unescapeUnicode(literal)
	if err != nil {
		return "", err
	}
	if len(s) < 2 || s[0] != '\'' {
		return "", errors.New("does not begin with a quote")
	}
	var b strings.Builder
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] == '\'' && i == len(s)-1:
			return b.String(), nil
		case s[i] == '\'':
			return "", errors.New("ends before its end")
		case s[i] == '\\' && i+1 < len(s) && strings.ContainsRune(`\'`, rune(s[i+1])):
			i++
			b.WriteByte(s[i])
		case s[i] == '\\':
			return "", errors.New("has an escape that was not asked for")
		default:
			b.WriteByte(s[i])
		}
	}
	return "", errors.New("does not end")
}

func FuzzQuote(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return // graph.Validate refuses it
		}
		quoted := Quote(s)
		got, err := readLiteral(quoted)
		if err != nil || got != s {
			t.Errorf("Quote(%q) = %s, read as %q, %v", s, quoted, got, err)
		}
		oneLine(t, quoted)
	})
}

func FuzzComment(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		c := comment(strings.ToValidUTF8(s, "?"))
		if strings.ContainsAny(c, `\;`) {
			t.Errorf("comment(%q) = %q has a backslash or a semicolon", s, c)
		}
		oneLine(t, c)
	})
}

// oneLine fails where a text has anything that ends a line or hides in one.
func oneLine(t *testing.T, s string) {
	t.Helper()
	for _, r := range s {
		if unicode.IsControl(r) || r == '\u2028' || r == '\u2029' || unicode.Is(unicode.Bidi_Control, r) || r == '\ufeff' {
			t.Errorf("%q has %U", s, r)
		}
	}
}
