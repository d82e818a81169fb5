package feed

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/url"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/internal/hint"
)

// entry is what a feed says of an article, or of another site map.
type entry struct {
	address  string // absolute, of the web; "" where there is none
	text     string // the whole article's; "" where it is to be fetched
	version  string // changes when what the feed says does
	fault    error  // why it can't be read
	isMap    bool   // of more entries
	headline string
	authors  []string
	feed     string // the publisher, or the feed's name, which stands for it
	language string

	published, changed article.Time
}

// whole says whether nothing is to be fetched for the entry.
func (e entry) whole() bool { return e.text != "" || e.fault != nil }

// name returns what an entry is called in messages.
func (e entry) name(feed string) string {
	if e.address != "" {
		return e.address
	}
	return feed + ": " + e.headline
}

// complete gives an article what it does not say of itself. The headline of a
// text that was taken from the feed is the feed's.
func (e entry) complete(a *article.Article) {
	if e.isMap {
		return
	}
	if a.Headline == "" || e.text != "" && e.headline != "" {
		a.Headline = e.headline
	}
	if len(a.Authors) == 0 {
		a.Authors = e.authors
	}
	if a.Publisher == "" {
		a.Publisher = e.feed
	}
	if a.Language == "" {
		a.Language = e.language
	}
	if a.Published.Precision == article.Unknown {
		a.Published = e.published
	}
	if a.Changed.Precision == article.Unknown {
		a.Changed = e.changed
	}
}

// locate sets where the entry leads, seen from base, the feed's own address.
func (e *entry) locate(link, base string, number int) {
	if link = strings.TrimSpace(link); link == "" {
		return
	}
	u, err := url.Parse(link)
	if at, wrong := url.Parse(base); err == nil && wrong == nil && base != "" {
		u = at.ResolveReference(u)
	}
	if err != nil || !article.OnWeb(u) {
		e.fault = hint.Add(fmt.Errorf("entry %d leads to %q, which is no address of the web", number, link), "nothing but https and http is fetched of what a feed names; a link without a host needs the address of the feed")
		return
	}
	u.User, u.Fragment, u.RawFragment = nil, "", ""
	e.address = u.String()
}

// versionOf returns a text that differs where one of the parts does.
func versionOf(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:8])
}
