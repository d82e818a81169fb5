package feed

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"

	"github.com/newsgraph/newsgraph/ingest/article"
)

// mostEntries is how many a site map may have, as the protocol says.
const mostEntries = 50_000

// place is an entry of a site map (url) or of an index of them (sitemap).
type place struct {
	Location string `xml:"loc"`
	Changed  string `xml:"lastmod"`
	News     struct {
		Title       string `xml:"title"`
		Published   string `xml:"publication_date"`
		Publication struct {
			Name     string `xml:"name"`
			Language string `xml:"language"`
		} `xml:"publication"`
	} `xml:"news"`
}

// parseMap reads a site map, or an index of them, found at base.
func parseMap(data []byte, base string) (entries []entry, err error) {
	decoder := newDecoder(bytes.NewReader(data))
	for {
		token, err := decoder.Token()
		if err == io.EOF {
			return entries, nil
		}
		if err != nil {
			return nil, fmt.Errorf("read site map: %w", err)
		}
		start, ok := token.(xml.StartElement)
		if !ok || start.Name.Local != "url" && start.Name.Local != "sitemap" {
			continue
		}
		if len(entries) == mostEntries {
			return nil, errors.New("is a site map of more than 50,000 entries")
		}
		var p place
		if err := decoder.DecodeElement(&p, &start); err != nil {
			return nil, fmt.Errorf("read site map: %w", err)
		}
		entries = append(entries, p.entry(base, len(entries)+1, start.Name.Local == "sitemap"))
	}
}

func (p place) entry(base string, number int, isMap bool) entry {
	e := entry{isMap: isMap, headline: p.News.Title, feed: p.News.Publication.Name, language: p.News.Publication.Language}
	e.published, _ = article.ParseTime(p.News.Published)
	if changed, ok := article.ParseTime(p.Changed); ok && changed.At.After(e.published.At) {
		e.changed = changed
	}
	if e.version = p.Changed; !isMap {
		e.version = versionOf(p.Location, p.Changed, p.News.Published, p.News.Title)
	}
	e.locate(p.Location, base, number)
	return e
}
