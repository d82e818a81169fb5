package html

import (
	"encoding/json"
	"html"
	"math"
	"regexp"
	"strings"

	nodes "golang.org/x/net/html"
)

// object is one of JSON-LD.
type object = map[string]any

// data is what a page says of itself for machines.
type data struct {
	objects  []object            // of JSON-LD, those inside others too, in their order
	byID     map[string]object   // objects that others refer to
	metas    map[string][]string // the contents of meta elements by name, property or itemprop in lower case
	links    map[string]string   // the first address of link elements by their rel
	props    map[string][]string // the values of microdata and RDFa by itemprop or property, without its vocabulary
	lang     string              // of the html element
	title    string              // of the title element
	base     string              // of the base element
	headings []heading           // what may show the headline
}

// dataOf reads the data of a page.
func dataOf(doc *nodes.Node) data {
	d := data{byID: map[string]object{}, metas: map[string][]string{}, links: map[string]string{}, props: map[string][]string{}}
	for n := range doc.Descendants() {
		if n.Type == nodes.ElementNode {
			d.add(n)
		}
	}
	return d
}

// add takes what an element says.
func (d *data) add(n *nodes.Node) {
	switch n.Data {
	case "html":
		d.lang = first(d.lang, attr(n, "lang"), attr(n, "xml:lang"))
	case "title":
		if n.Namespace == "" { // svg has titles too
			d.title = first(d.title, beginning(n))
		}
	case "base":
		d.base = first(d.base, attr(n, "href"))
	case "meta":
		d.addMeta(n)
	case "link":
		for rel := range strings.FieldsSeq(strings.ToLower(attr(n, "rel"))) {
			d.links[rel] = first(d.links[rel], attr(n, "href"))
		}
	case "script":
		if strings.Contains(strings.ToLower(attr(n, "type")), "ld+json") && n.FirstChild != nil {
			d.addJSON(n.FirstChild.Data)
		}
	}
	d.addHeading(n)
	if n.Data != "meta" {
		d.addProps(n)
	}
}

// addProps takes the microdata and RDFa of an element.
func (d *data) addProps(n *nodes.Node) {
	names := attr(n, "itemprop") + " " + attr(n, "property")
	if names == " " {
		return
	}
	value := first(attr(n, "content"), attr(n, "datetime"))
	if value == "" {
		value = beginning(n)
	}
	for prop := range strings.FieldsSeq(strings.ToLower(names)) {
		prop = prop[strings.LastIndexByte(prop, ':')+1:]
		d.props[prop] = append(d.props[prop], value)
	}
}

// addMeta takes a meta element. A property may name several things.
func (d *data) addMeta(n *nodes.Node) {
	content := tidy(attr(n, "content"))
	if content == "" {
		return
	}
	for _, key := range []string{"name", "property", "itemprop", "http-equiv"} {
		for name := range strings.FieldsSeq(strings.ToLower(attr(n, key))) {
			d.metas[name] = append(d.metas[name], content)
		}
	}
}

// meta returns the first of the contents that are there.
func (d *data) meta(names ...string) string {
	for _, name := range names {
		if all := d.metas[name]; len(all) > 0 {
			return all[0]
		}
	}
	return ""
}

// wrapping is what pages put around a script for programs that don't know one:
// comments and sections of XML, which JSON has not.
var wrapping = regexp.MustCompile(`^\s*(?:(?:<!--|(?://|/\*)?\s*<!\[CDATA\[(?:\s*\*/)?)\s*)+|(?:\s*(?:(?://|/\*)?\s*\]\]>(?:\s*\*/)?|(?://\s*)?-->|;))+\s*$`)

// addJSON takes a script of JSON-LD. What is no JSON says nothing.
func (d *data) addJSON(text string) {
	text = wrapping.ReplaceAllString(text, "")
	decoder := json.NewDecoder(strings.NewReader(onOneLine(text)))
	var value any
	for decoder.Decode(&value) == nil { // some scripts hold several
		d.addValue(value)
		value = nil
	}
}

// onOneLine returns JSON without the control characters that people leave in
// its strings.
func onOneLine(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, text)
}

// addValue takes a value of JSON and all objects inside it.
func (d *data) addValue(value any) {
	switch v := value.(type) {
	case []any:
		for _, inner := range v {
			d.addValue(inner)
		}
	case object:
		d.objects = append(d.objects, v)
		if id, ok := v["@id"].(string); ok && len(v) > 1 && d.byID[id] == nil {
			d.byID[id] = v
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "author", "creator", "publisher", "hasPart", "isPartOf"} {
			d.addValue(v[key])
		}
	}
}

// attr returns an attribute of an element, "" for none.
func attr(n *nodes.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

// plain returns the text of an element on one line.
func plain(n *nodes.Node) string { return wordsOf(n, math.MaxInt) }

// longestValue is in bytes; what is told of an article is shorter.
const longestValue = 2000

// beginning returns the text of an element on one line, of a long one the
// beginning.
func beginning(n *nodes.Node) string { return wordsOf(n, longestValue) }

func wordsOf(n *nodes.Node, most int) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == nodes.TextNode && (c.Parent == nil || !silent.has(c.Parent.Data)) {
			b.WriteString(c.Data[:min(len(c.Data), most)] + " ")
		}
		if b.Len() > most {
			break
		}
	}
	return tidy(strings.ToValidUTF8(b.String(), ""))
}

// tidy returns text with its white space made single, and entities that were
// escaped once more than needed made what they mean.
func tidy(text string) string { return strings.Join(strings.Fields(html.UnescapeString(text)), " ") }

func first(texts ...string) string {
	for _, text := range texts {
		if text = strings.TrimSpace(text); text != "" {
			return text
		}
	}
	return ""
}
