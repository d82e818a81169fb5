package mail

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

var (
	wrote     = regexp.MustCompile(`^(?:On|Am|Le|El|Il|Op) .{5,200}(?:wrote|schrieb|écrit|escribió|scritto|schreef).{0,60}:$`)
	original  = regexp.MustCompile(`(?i)^\s*(?:-{3,}\s*(?:original message|ursprüngliche nachricht|message d'origine)\s*-{3,}|_{20,})\s*$`)
	forwarded = regexp.MustCompile(`(?i)^\s*(?:-{3,}\s*forwarded message\s*-{3,}|begin forwarded message:)\s*$`)
	fieldLine = regexp.MustCompile(`^\*?(?:From|Sent|Date|To|Cc|Subject|Reply-To|Von|Gesendet|An|Betreff):\*? `)
)

// ownWords returns a plain text without the sender's signature and without
// messages that are quoted below; what is forwarded is the message.
func ownWords(text string) string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	var lines []string
	begun := false // that a line has words
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n")
		switch {
		case forwarded.MatchString(line):
			lines, begun = nil, false
			continue
		case line == "-- " || line == "--" && len(lines) > 0, original.MatchString(line) && begun:
			return unquoted(lines)
		case !begun && fieldLine.MatchString(line):
			continue // the header of what is forwarded
		}
		lines, begun = append(lines, line), begun || strings.TrimSpace(line) != ""
	}
	return unquoted(lines)
}

// unquoted joins lines without those that are quoted, and the line that says
// whose they are.
func unquoted(lines []string) string {
	var kept []string
	last := -1 // the last that has words, of which no quotation has begun
	for _, line := range lines {
		switch {
		case strings.HasPrefix(line, ">"):
			if last >= 0 {
				kept = kept[:withoutWriter(kept, last)]
			}
			last = -1
			continue
		case strings.TrimSpace(line) != "":
			last = len(kept)
		}
		kept = append(kept, line)
	}
	return strings.TrimSpace(strings.Join(kept, "\n"))
}

// withoutWriter returns how many lines there are before the one or two, up to
// last, that say who wrote what is quoted; all where none says so.
func withoutWriter(lines []string, last int) int {
	for from := last; from >= max(0, last-1); from-- {
		if wrote.MatchString(strings.Join(lines[from:last+1], " ")) {
			return from
		}
	}
	return len(lines)
}

// quotes are the classes and ids of what mail programs quote, and of
// signatures.
var quotes = []string{"gmail_quote", "gmail_signature", "yahoo_quoted", "moz-cite-prefix", "moz-signature", "protonmail_quote", "divRplyFwdMsg", "appendonsend", "Signature"}

// withoutQuotes returns HTML without what is quoted in it and signatures, and how
// long its text is.
func withoutQuotes(text string) (page string, length int) {
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return text, len(text)
	}
	var drop []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return quoted(n, a) }) {
			drop = append(drop, n)
		}
	}
	for _, n := range drop {
		if n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
	}
	for n := range root.Descendants() {
		if n.Type == html.TextNode && n.Parent.DataAtom != atom.Style && n.Parent.DataAtom != atom.Script {
			length += len(strings.TrimSpace(n.Data))
		}
	}
	var b strings.Builder
	if err := html.Render(&b, root); err != nil {
		return text, length
	}
	return b.String(), length
}

func quoted(n *html.Node, a html.Attribute) bool {
	switch a.Key {
	case "type":
		return n.DataAtom == atom.Blockquote && a.Val == "cite"
	case "class", "id":
		return slices.ContainsFunc(strings.Fields(a.Val), func(word string) bool { return slices.Contains(quotes, word) })
	}
	return false
}
