package html

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// mostAuthors is how many people an article is by at most.
const mostAuthors = 100

// mostBeside is how many authors a page names at most whose data names fewer.
const mostBeside = 6

// signature is a text that names who wrote an article.
type signature struct {
	text string
	body bool // it names an organization
	sure bool // it names a person, whatever the name looks like
}

// authors returns the names of those who wrote the article: of the page's data,
// else of the elements that are named after bylines. People go before the site
// and other bodies, and those before the names of accounts.
func (p *page) authors() []string {
	sources := p.signatures()
	for _, names := range []func(signature) []string{p.people, p.bodies, p.accounts} {
		for _, source := range sources {
			var authors []string
			for _, s := range source {
				for _, author := range names(s) {
					if !slices.Contains(authors, author) && len(authors) < mostAuthors {
						authors = append(authors, author)
					}
				}
			}
			if len(authors) > 0 {
				return p.withOthers(p.inFull(authors, sources), sources)
			}
		}
	}
	return nil
}

// withOthers returns authors, with those whom another place of the page's data
// names beside all of them: some name the first alone in JSON-LD.
func (p *page) withOthers(authors []string, sources [][]signature) []string {
	for _, source := range sources[:1+len(lists["author"])] {
		var told []string
		for _, s := range source {
			for _, name := range p.people(s) {
				if !slices.Contains(told, name) {
					told = append(told, name)
				}
			}
		}
		if len(told) > len(authors) && len(told) <= mostBeside && !slices.ContainsFunc(told, isWordAlone) &&
			!slices.ContainsFunc(authors, func(a string) bool { return !slices.Contains(told, a) }) {
			return told
		}
	}
	return authors
}

// inFull returns authors, one of whom only the first name is told by that with
// the family name, where another source has it.
func (p *page) inFull(authors []string, sources [][]signature) []string {
	if len(authors) > 1 || strings.Contains(authors[0], " ") {
		return authors
	}
	for _, source := range sources {
		for _, s := range source {
			for _, name := range p.people(s) {
				if strings.HasPrefix(name, authors[0]+" ") {
					return []string{name}
				}
			}
		}
	}
	return authors
}

// signatures returns what the page says of its authors, the surest source first.
func (p *page) signatures() [][]signature {
	d := &p.data
	sources := [][]signature{d.signatures(cmp.Or(p.about["author"], p.about["creator"]))}
	for _, list := range lists["author"] {
		var source []signature
		for _, text := range d.metas[list] {
			source = append(source, signature{text: text})
		}
		sources = append(sources, source)
	}
	return append(sources, p.bylines()...)
}

// signatures returns the authors that a value of JSON-LD is, names or refers to.
func (d *data) signatures(value any) (all []signature) {
	switch v := value.(type) {
	case []any:
		for _, inner := range v {
			all = append(all, d.signatures(inner)...)
		}
		return all
	case object:
		about := v
		if id, ok := v["@id"].(string); ok && v["name"] == nil && d.byID[id] != nil {
			about = d.byID[id]
		}
		types := d.texts(about["@type"])
		person := slices.Contains(types, "Person")
		for _, text := range d.texts(v) {
			all = append(all, signature{text, !person && slices.ContainsFunc(types, func(t string) bool { return strings.HasSuffix(t, "Organization") }), person})
		}
		return all
	}
	for _, text := range d.texts(value) {
		all = append(all, signature{text: text})
	}
	return all
}

// people returns the names of people in a signature.
func (p *page) people(s signature) []string {
	if s.body {
		return nil
	}
	return slices.DeleteFunc(p.namesIn(s.text), func(name string) bool {
		return p.isHouse(name) || isBody(name) || p.withoutRole(name) == "" || !proper(name) || initials.MatchString(name)
	})
}

// isBody says whether a name has a word that those of bodies have.
func isBody(name string) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(name)), func(word string) bool { return bodyWords.has(strings.Trim(word, ".,()")) })
}

// initials are those of a person or a house.
var initials = regexp.MustCompile(`^\p{Lu}{1,4}$`)

// bodies returns the names of a signature that may be those of a body. The
// publisher of an article is its author only where the page says that it is a
// person.
func (p *page) bodies(s signature) []string {
	text := unsigned(s.text)
	if !name.MatchString(text) || nothing.MatchString(text) || len(strings.Fields(text)) > longestText || p.isHouse(text) && !houses[strings.ToLower(text)] && !s.sure {
		return nil
	}
	return []string{text}
}

// accounts returns the name of an account that a signature surely is.
func (p *page) accounts(s signature) []string {
	text := unsigned(s.text)
	if !s.sure || !account.MatchString(text) || nothing.MatchString(text) {
		return nil
	}
	return []string{text}
}

// longestByline is in bytes.
const longestByline = 160

var (
	signed  = patternOf(`(?i)`, "signed", "")
	called  = patternOf(`(?i)`, "called", "")
	others  = patternOf(`(?i)`, "others", "")
	ofThose = patternOf(`(?i)`, "pages of authors", "")
)

// bylines returns the elements that are named after bylines, the surest first:
// links and microdata that say author, then classes, then lines that begin as
// bylines do, and those in short boxes beside the text.
func (p *page) bylines() [][]signature {
	var found [4][]*html.Node
	for n := range p.doc.Descendants() {
		if n.Type != html.ElementNode || silent.has(n.Data) || !p.brief(n, 2, longestByline) {
			continue
		}
		says := strings.Contains(attr(n, "rel"), "author") || slices.Contains(strings.Fields(attr(n, "itemprop")), "author")
		called := n.Data == "byline" || named(n, signed)
		switch {
		case p.beside(n):
			if (says || called) && p.inShortBox(n) || p.inFooter(n) && n.Data != "a" && isByline(plain(n)) {
				found[3] = append(found[3], n)
			}
		case says:
			found[0] = append(found[0], n)
		case called:
			found[1] = append(found[1], n)
		case n.Data != "a" && isByline(plain(n)):
			found[2] = append(found[2], n)
		}
	}
	sources := make([][]signature, len(found))
	for i, all := range found {
		sources[i] = p.signedBy(all)
	}
	return sources
}

// longestBox is the length of the text of a box beside the article that may tell
// of the article itself, in bytes.
const longestBox = 400

// inShortBox says whether the outermost box around an element that stands beside
// the article is short.
func (p *page) inShortBox(n *html.Node) bool { return p.length[p.box(n)] <= longestBox }

// inFooter says whether that box is short and the footer of an article.
func (p *page) inFooter(n *html.Node) bool {
	box := p.box(n)
	if box.Data != "footer" || p.length[box] > longestBox {
		return false
	}
	for ; box != nil; box = box.Parent {
		if box.Data == "article" {
			return true
		}
	}
	return false
}

// box returns the outermost element around one beside the article that stands
// there too.
func (p *page) box(n *html.Node) *html.Node {
	for n.Parent != nil && p.beside(n.Parent) {
		n = n.Parent
	}
	return n
}

// isByline says whether a line begins as bylines do, and goes on with a name: in
// other languages than English, whose first word begins sentences too, with names
// of two words and more and nothing else.
func isByline(line string) bool {
	begins, names := strings.ToLower(by.FindString(line)), unsigned(line)
	if !name.MatchString(names) || !proper(names) {
		return false
	}
	return strings.Contains(begins, "by") || begins != "" && !slices.ContainsFunc(between.Split(names, -1), func(part string) bool {
		n := len(strings.Fields(part))
		return n < 2 || n > 4
	})
}

// signedBy returns the names in the first of the elements that has any, and in
// those that stand beside it.
func (p *page) signedBy(elements []*html.Node) (all []signature) {
	var first *html.Node
	for _, n := range elements {
		if first != nil && n.Parent != first.Parent && (n.Parent.Parent == nil || n.Parent.Parent != first.Parent.Parent) || p.ofOthers(n) {
			continue
		}
		for _, s := range p.namesAt(n) {
			if s.sure || slices.ContainsFunc(p.namesIn(s.text), proper) {
				all = append(all, s)
				first = cmp.Or(first, n)
			}
		}
	}
	return all
}

// namesAt returns the texts of the innermost elements of a byline that have a
// name and nothing else, its whole text where there are none.
func (p *page) namesAt(n *html.Node) (all []signature) {
	for c := range n.Descendants() {
		if c.Type != html.ElementNode || silent.has(c.Data) || p.crooked() {
			continue
		}
		if attr(c, "itemprop") == "name" || named(c, called) || c.Data == "a" && (attr(c, "rel") == "author" || ofThose.MatchString(attr(c, "href"))) {
			if text := plain(c); len(p.namesIn(text)) > 0 {
				all = append(all, signature{text: text, sure: true})
			}
		}
	}
	if len(all) > 0 {
		return all
	}
	return []signature{{text: plain(n), sure: attr(n, "rel") == "author" || attr(n, "itemprop") == "author" || named(n, called)}}
}

// ofOthers says whether an element lies in one for other people than the
// authors, such as a reader's comment.
func (p *page) ofOthers(n *html.Node) bool {
	for ; n != nil && !p.crooked() && n.Data != "body" && p.length[n]*3 < p.length[p.doc]; n = n.Parent {
		if named(n, others) {
			return true
		}
	}
	return false
}
