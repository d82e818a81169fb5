package html

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
)

// declared is where a page names its character set, within declaredWithin
// bytes of its beginning.
var declared = regexp.MustCompile(`(?i)(?:charset|encoding)\s*=\s*["']?\s*([a-z0-9_:.-]+)`)

const declaredWithin = 4096

// decode brings a page into UTF-8: by its byte order mark, by being UTF-8, by
// the character set that its server gives, by its own word, else as
// Windows-1252. What has no meaning in it becomes U+FFFD.
func decode(data []byte, given string) ([]byte, error) {
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, errors.New("is empty")
	}
	name := setOf(data, given)
	encoding, _ := charset.Lookup(name)
	if encoding == nil {
		encoding, _ = charset.Lookup("windows-1252")
	}
	text, err := encoding.NewDecoder().Bytes(data)
	if err != nil {
		return nil, fmt.Errorf("read as %s: %w", name, err)
	}
	return bytes.TrimPrefix(bytes.ToValidUTF8(text, []byte("\ufffd")), []byte("\ufeff")), nil
}

// setOf names the character set of a page.
func setOf(data []byte, given string) string {
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return "utf-16le"
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return "utf-16be"
	case utf8.Valid(data) && bytes.ContainsFunc(data, func(r rune) bool { return r >= utf8.RuneSelf }):
		return "utf-8"
	case isCharset(given):
		return given
	}
	if m := declared.FindSubmatch(data[:min(len(data), declaredWithin)]); m != nil && isCharset(string(m[1])) {
		return string(m[1])
	}
	return "windows-1252"
}

func isCharset(set string) bool {
	encoding, _ := charset.Lookup(set)
	return encoding != nil
}
