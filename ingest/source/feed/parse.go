package feed

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/mail"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"
	"golang.org/x/net/html/charset"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
	"github.com/newsgraph/newsgraph/internal/hint"
)

// roots are the elements that feeds and site maps begin with.
var roots = []string{"rss", "feed", "rdf", "urlset", "sitemapindex"}

// jsonFeed is what every JSON Feed says of itself.
var jsonFeed = regexp.MustCompile(`^\s*\{[\s\S]*"https?://(?:www\.)?jsonfeed\.org/version/`)

// begins says whether head is the beginning of a feed or a site map.
func begins(head []byte) bool {
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n")
	switch {
	case bytes.HasPrefix(head, []byte("{")):
		return jsonFeed.Match(bytes.ReplaceAll(head, []byte(`\/`), []byte("/")))
	case bytes.HasPrefix(head, []byte("<")):
		root := rootOf(head)
		return slices.Contains(roots, root) && (root != "rdf" || bytes.Contains(head, []byte("http://purl.org/rss/")))
	}
	return false
}

// rootOf returns the name of the element that XML begins with, in lower case.
func rootOf(head []byte) string {
	decoder := newDecoder(bytes.NewReader(head))
	for {
		token, err := decoder.RawToken()
		if err != nil {
			return ""
		}
		if start, ok := token.(xml.StartElement); ok {
			return strings.ToLower(start.Name.Local)
		}
	}
}

// newDecoder returns a decoder that takes what feeds are in practice. Entities
// that a document defines are not expanded, nor others read.
func newDecoder(r io.Reader) *xml.Decoder {
	decoder := xml.NewDecoder(r)
	decoder.Strict, decoder.CharsetReader = false, charset.NewReaderLabel
	return decoder
}

// parse returns what a feed or a site map names, in its order.
func parse(in kind.Input) ([]entry, error) {
	data, err := in.ReadAll()
	if err != nil {
		return nil, err
	}
	data = bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\ufeff")), " \t\r\n")
	if bytes.HasPrefix(data, []byte("<")) {
		if err := checkDepth(data); err != nil {
			return nil, err
		}
		if root := rootOf(data); root == "urlset" || root == "sitemapindex" {
			return parseMap(data, in.Address)
		}
	}
	feed, err := gofeed.NewParser().Parse(bytes.NewReader(data))
	if err != nil {
		return nil, hint.Add(fmt.Errorf("read feed: %w", err), "was it saved, or fetched, whole? Its articles can be named by their addresses")
	}
	return entriesOf(feed, in.Address), nil
}

// deepest is how deep elements may lie in others: feeds are flat, and what
// reads them calls itself for each level.
const deepest = 500

func checkDepth(data []byte) error {
	decoder, depth := newDecoder(bytes.NewReader(data)), 0
	for {
		token, err := decoder.RawToken()
		if err != nil {
			return nil // whoever reads it says what is wrong, if it is
		}
		switch token.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		}
		if depth > deepest {
			return errors.New("has elements too deep in one another")
		}
	}
}

func entriesOf(feed *gofeed.Feed, base string) (entries []entry) {
	if base == "" {
		base = feed.Link
	}
	for i, item := range feed.Items {
		e := entry{
			headline: strings.TrimSpace(plain(item.Title)), authors: authorsOf(item), feed: publisherOf(item, feed), language: feed.Language,
			published: timeOf(item.Published, item.PublishedParsed), changed: timeOf(item.Updated, item.UpdatedParsed),
			version: versionOf(item.Title, item.Published, item.Updated, item.Description, item.Content),
		}
		e.locate(linkOf(item), base, i+1)
		switch text := wordsOf(item); {
		case e.fault != nil:
		case isWhole(text):
			e.text = text
		case e.address == "":
			e.text = cmp.Or(text, plain(item.Description)) // there is no more
		}
		if e.changed == e.published {
			e.changed = article.Time{}
		}
		entries = append(entries, e)
	}
	return entries
}

// linkOf returns where an item leads: its link, else its id, which in RSS is an
// address unless the feed says otherwise.
func linkOf(item *gofeed.Item) string {
	if item.Link == "" && article.BeginsAddress(item.GUID) {
		return item.GUID
	}
	return item.Link
}

// wordsOf returns the words of an item: its content, else what describes it, which
// in RSS may be the whole story, where it has more than one paragraph.
func wordsOf(item *gofeed.Item) string {
	if item.Content != "" {
		return plain(item.Content)
	}
	if text := plain(item.Description); strings.Contains(strings.TrimSpace(text), "\n\n") {
		return text
	}
	return ""
}

// publisherOf returns whom the item names as its publisher, else the feed's name.
func publisherOf(item *gofeed.Item, feed *gofeed.Feed) string {
	if item.DublinCoreExt != nil && len(item.DublinCoreExt.Publisher) > 0 {
		return strings.TrimSpace(item.DublinCoreExt.Publisher[0])
	}
	return strings.TrimSpace(feed.Title)
}

func authorsOf(item *gofeed.Item) (names []string) {
	for _, author := range item.Authors {
		if name := strings.TrimSpace(author.Name); name != "" {
			names = append(names, name)
		}
	}
	return names
}

// timeOf reads a time in the zone in which it is written; parsed is what the
// library makes of it.
func timeOf(written string, parsed *time.Time) article.Time {
	if t, ok := article.ParseTime(written); ok {
		return t
	}
	if at, err := mail.ParseDate(written); err == nil {
		return article.Time{At: at, Precision: article.Second}
	}
	if parsed != nil {
		return article.Time{At: *parsed, Precision: article.Second}
	}
	return article.Time{}
}
