package text

import (
	"html"
	"strings"
)

var (
	entity = compiled(`&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});`)

	// block and inline are the tags of prose; a bracket in other text stays.
	block  = compiled(`(?i)[ \t]*</?(?:p|br|div|li|ul|ol|h[1-6]|blockquote|article|section)(?:\s[^<>]{0,500})?/?>[ \t]*`)
	inline = compiled(`(?i)</?(?:a|b|em|i|small|span|strong|sub|sup|u)(?:\s[^<>]{0,500})?/?>`)
)

// withoutMarkup returns text without what is left of HTML in text that was
// copied from a page: entities become their characters, tags of prose are
// dropped, and those of blocks are empty lines.
func withoutMarkup(text string) string {
	if strings.Contains(text, "<") {
		text = inline().ReplaceAllString(block().ReplaceAllString(text, "\n\n"), "")
	}
	for range 2 { // &amp;quot; was escaped twice
		if strings.Contains(text, "&") {
			text = entity().ReplaceAllStringFunc(text, html.UnescapeString)
		}
	}
	return text
}
