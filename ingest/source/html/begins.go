package html

import (
	"bytes"
	"regexp"
)

var (
	// opening is how pages begin, after white space and comments.
	opening = regexp.MustCompile(`(?i)^<(?:!doctype\s+html|html|head|body|title|meta|link|script|article|main)[\s>/]`)

	// before is what may stand before.
	before = regexp.MustCompile(`(?s)^(?:\s|\x{feff}|<!--.*?-->|<\?xml[^>]*\?>)+`)
)

// begins says whether a page begins with head.
func begins(head []byte) bool {
	if bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff")) {
		head = bytes.ReplaceAll(head[2:], []byte{0}, nil) // UTF-16, whose ASCII has every other byte zero
	}
	return opening.Match(head[len(before.Find(head)):])
}
