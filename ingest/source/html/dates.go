package html

import (
	"regexp"
	"time"

	"golang.org/x/net/html"

	"github.com/newsgraph/newsgraph/ingest/article"
)

// date sets when the article was published, and when it was changed: by the
// page's data, else by the lines that say so, its address, or its scripts.
func (p *page) date(a *article.Article) {
	changed, _ := p.given("dateModified", "changed")
	said, address := p.said(), p.dayOfAddress(a.URL)
	published, utc := p.given("datePublished", "published")
	if published.Precision == article.Unknown {
		published, utc = p.given("dateCreated", "filed")
		if said.near && said.published.Precision != article.Unknown {
			published, utc = said.published, false
		}
	}
	if published.Precision == article.Unknown {
		published = known(said.published, address, said.plainly, said.linked, p.scripted(), changed, said.changed)
	} else if said.near && published.Precision == article.Day && adjoin(published, said.published) {
		published = said.published
	} else if utc {
		published = known(nightOf(published, address, said.published), p.local(published))
	}
	if published.Precision != article.Unknown {
		a.Published = published
	}
	if changed = known(changed, said.changed); changed.Precision != article.Unknown && changed.At.After(a.Published.At) {
		a.Changed = changed
	}
}

// nightOf returns the day where the publisher is at a time in UTC, where the
// address tells it, or a line: one on the day after may be of a change. Unknown
// where that is the same day.
func nightOf(t, address, line article.Time) article.Time {
	if sameNight(t, address) {
		return address
	}
	if day := article.OnDay(line.Day()); day.At.Before(t.Day()) && sameNight(t, day) {
		return day
	}
	return article.Time{}
}

// adjoin says whether two times are of days one after the other.
func adjoin(a, b article.Time) bool {
	return b.Precision != article.Unknown && a.Day().Sub(b.Day()).Abs() == 24*time.Hour
}

// known returns the first time of which something is known.
func known(times ...article.Time) article.Time {
	for _, t := range times {
		if t.Precision != article.Unknown {
			return t
		}
	}
	return article.Time{}
}

// sameNight says whether a time that is given in UTC is on the day before or
// after one that is the day where the publisher is, at an hour at which there is
// such a place.
func sameNight(t, day article.Time) bool {
	if t.Precision <= article.Day || day.Precision != article.Day {
		return false
	}
	switch t.Day().Sub(day.Day()) {
	case 24 * time.Hour:
		return t.At.Hour() < 10 // Honolulu
	case -24 * time.Hour:
		return t.At.Hour() >= 10 // Auckland
	}
	return false
}

// inUTC ends a time that is given in UTC; one without a zone is of its place.
var inUTC = regexp.MustCompile(`(?:Z|[+-]00:?00|UTC|GMT)$|^\d+$`)

// given returns the time that the page's data has, under a key of JSON-LD or a
// name of a list, and whether it is in UTC.
func (p *page) given(key, list string) (t article.Time, utc bool) {
	texts := p.data.texts(p.about[key])
	for _, name := range lists[list] {
		texts = append(append(texts, p.data.metas[name]...), p.data.props[name]...)
	}
	for _, o := range p.data.objects {
		texts = append(texts, p.data.texts(o[key])...)
	}
	for _, text := range texts {
		if t, ok := p.parseTime(text); ok {
			return t, inUTC.MatchString(text)
		}
	}
	return article.Time{}, false
}

// scriptDate is the time of publication as pages give it to their own scripts.
var scriptDate = regexp.MustCompile(`(?i)\b(?:date_?published|publish(?:ed)?_?(?:date|at|on|time)|publication_?date|pub_?date|display_?date|first_?publish(?:ed)?(?:_?(?:date|at))?)["']?\s*[:=,]\s*["']((?:19|20)\d\d-\d\d-\d\d[^"']{0,25})["']`)

// scripted returns the first time of publication that stands in a script.
func (p *page) scripted() article.Time {
	for n := range p.doc.Descendants() {
		if n.Type != html.TextNode || n.Parent.Data != "script" {
			continue
		}
		if m := scriptDate.FindStringSubmatch(n.Data); m != nil {
			if t, ok := p.parseTime(m[1]); ok {
				return t
			}
		}
	}
	return article.Time{}
}

// addressDays are the forms of a day in the path of an address, maybe with a
// section between its year and its month.
var addressDays = []*regexp.Regexp{
	regexp.MustCompile(`/((?:19|20)\d\d)(?:/[A-Za-z-]+)?/([01]?\d|(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))/([0-3]?\d)(?:[/_.-]|$)`),
	regexp.MustCompile(`/((?:19|20)\d\d)[-_]([01]?\d)[-_]([0-3]?\d)(?:[/_.-]|$)`),
	regexp.MustCompile(`/((?:19|20)\d\d)/?([01]\d)/?([0-3]\d)(?:[/_.-]|$)`),
}

// dayOfAddress returns the day that an address has in its path.
func (p *page) dayOfAddress(canonical string) article.Time {
	addresses := []string{canonical}
	if p.address != nil {
		addresses = append(addresses, p.address.Path)
	}
	for _, address := range addresses {
		for _, form := range addressDays {
			m := form.FindStringSubmatch(address)
			if m == nil {
				continue
			}
			t, ok := findDay(m[3]+" "+m[2]+" "+m[1], false)
			if !ok {
				t, ok = findDay(m[1]+"-"+m[2]+"-"+m[3], false)
			}
			if ok && inPress(t) {
				return t
			}
		}
	}
	return article.Time{}
}
