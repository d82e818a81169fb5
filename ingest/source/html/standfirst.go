package html

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

const (
	leastStandfirst   = 20  // bytes
	longestStandfirst = 600 // bytes
	belowHeadline     = 8   // blocks, such as a byline, that may stand between headline and standfirst
)

var (
	belowTitle  = patternOf(`(?i)`, "standfirst", "")
	articleBody = patternOf(`(?i)`, "body", "")
)

// standfirst takes from the blocks of an article the standfirst: a block that
// stands between the headline and the first paragraph of prose, and that is
// named after standfirsts, or has the words by which the page describes the
// article and another form than its paragraphs. A description that is the first
// paragraph is none.
func (p *page) standfirst(all, kept []block) (string, []block) {
	texts := map[string]bool{}
	for _, b := range kept {
		texts[b.text] = true
	}
	title := p.headline()
	headline := slices.IndexFunc(all, func(b block) bool { return len(b.text) < 2*len(title)+20 && same(b.text, title) })
	for i, b := range all {
		inText := texts[b.text]
		near := headline >= 0 && i > headline && i <= headline+belowHeadline
		switch {
		case !inText && !near, len(b.text) < leastStandfirst, len(b.text) > longestStandfirst, b.share() > 0.5, p.beside(b.node):
		case !p.toldBelow(b.node) && !(p.describes(b.text) && apart(b, kept)):
		default:
			rest := slices.DeleteFunc(slices.Clone(kept), func(k block) bool { return k.text == b.text })
			if prose(rest) < len(b.text) {
				return "", kept
			}
			return b.text, rest
		}
		if inText && isProse(b) {
			break
		}
	}
	return "", kept
}

// toldBelow says whether an element, or one right around it that has little
// else, is named after standfirsts by its class or by microdata.
func (p *page) toldBelow(n *html.Node) bool {
	for range 2 {
		if n == nil || !p.brief(n, 0, longestStandfirst) {
			return false
		}
		props := strings.Fields(attr(n, "itemprop"))
		if named(n, belowTitle) || belowTitle.MatchString(attr(n, "data-gu-name")+" "+attr(n, "data-testid")) || slices.Contains(props, "alternativeHeadline") || slices.Contains(props, "description") {
			return true
		}
		n = n.Parent
	}
	return false
}

// describes says whether the page describes its article by a text.
func (p *page) describes(text string) bool {
	given := append(p.data.texts(p.about["alternativeHeadline"]), p.data.texts(p.about["description"])...)
	for _, name := range []string{"og:description", "twitter:description", "description", "dc.description"} {
		given = append(given, p.data.metas[name]...)
	}
	return slices.ContainsFunc(given, func(words string) bool { return same(words, text) })
}

// apart says whether a block stands elsewhere than the first other paragraph of
// a text, has another form, and lies outside of what the page names its body.
func apart(b block, kept []block) bool {
	for _, k := range kept {
		if k.text != b.text && isProse(k) {
			beside := k.node.Parent == b.node.Parent && k.tag() == b.tag()
			return !beside && formOf(k.node) != formOf(b.node) && !inBody(b.node)
		}
	}
	return false
}

// inBody says whether an element lies in one that is named the article's body.
func inBody(n *html.Node) bool {
	for n = n.Parent; n != nil && n.Data != "body"; n = n.Parent {
		if attr(n, "itemprop") == "articleBody" || named(n, articleBody) {
			return true
		}
	}
	return false
}
