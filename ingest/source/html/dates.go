package html

import (
	"strings"
	"time"

	"github.com/newsgraph/newsgraph/ingest/article"
)

// date sets when the article was published, and when it was changed.
func (p *page) date(a *article.Article, about object) {
	published := []string{p.data.text(about["datePublished"]), p.data.text(about["dateCreated"])}
	changed := []string{p.data.text(about["dateModified"])}
	for _, name := range lists["published"] {
		published = append(published, p.data.metas[name]...)
		published = append(published, p.data.props[name]...)
	}
	for _, name := range lists["changed"] {
		changed = append(changed, p.data.metas[name]...)
		changed = append(changed, p.data.props[name]...)
	}
	for _, t := range p.data.times {
		published = append(published, t.value, t.text)
	}
	if t := firstTime(published); t.Precision != article.Unknown {
		a.Published = t
	}
	if t := firstTime(changed); t.Precision != article.Unknown && !t.At.Equal(a.Published.At) {
		a.Changed = t
	}
}

// firstTime returns the first text that is a time.
func firstTime(texts []string) article.Time {
	for _, text := range texts {
		if t, ok := parseTime(text); ok {
			return t
		}
	}
	return article.Time{}
}

// layouts are the forms of times beside ISO 8601.
var layouts = []string{
	time.RFC1123, time.RFC1123Z, time.RFC850, time.ANSIC, "Mon, 2 Jan 2006 15:04:05 MST", "Mon, 2 Jan 2006 15:04:05 -0700", "2006/01/02 15:04:05", "2006/01/02 15:04",
}

// parseTime reads a time as pages write it for machines.
func parseTime(s string) (article.Time, bool) {
	s = strings.TrimSpace(s)
	if t, ok := article.ParseTime(s); ok {
		return t, t.Precision >= article.Day
	}
	for _, layout := range layouts {
		if at, err := time.Parse(layout, s); err == nil {
			return article.Time{At: at, Precision: article.Second}, true
		}
	}
	return article.Time{}, false
}
