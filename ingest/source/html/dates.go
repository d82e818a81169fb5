package html

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/net/html"

	"github.com/newsgraph/newsgraph/ingest/article"
)

// date sets when the article was published, and when it was changed: by the
// page's data, else by the lines that say so, its address or its scripts.
func (p *page) date(a *article.Article) {
	published, changed := p.given("datePublished", "published"), p.given("dateModified", "changed")
	said, saidChanged := p.said()
	address := p.dayOfAddress(a.URL)
	switch {
	case published.Precision == article.Unknown:
		published = known(said, address, p.scripted(), changed, saidChanged)
	case sameNight(published, address):
		published = address
	}
	if published.Precision != article.Unknown {
		a.Published = p.local(published)
	}
	if changed = known(changed, saidChanged); changed.Precision != article.Unknown && changed.At.After(a.Published.At) {
		a.Changed = changed
	}
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
// after one that is the day where the publisher is.
func sameNight(t, day article.Time) bool {
	_, offset := t.At.Zone()
	return offset == 0 && t.Precision > article.Day && day.Precision == article.Day && t.Day().Sub(day.Day()).Abs() == 24*time.Hour
}

// given returns the time that the page's data has, under a key of JSON-LD or a
// name of a list.
func (p *page) given(key, list string) article.Time {
	texts := p.data.texts(p.about[key])
	for _, name := range lists[list] {
		texts = append(append(texts, p.data.metas[name]...), p.data.props[name]...)
	}
	for _, o := range p.data.objects {
		texts = append(texts, p.data.texts(o[key])...)
	}
	for _, text := range texts {
		if t, ok := p.parseTime(text); ok {
			return t
		}
	}
	return article.Time{}
}

// scriptDate is the time of publication as pages give it to their own scripts.
var scriptDate = regexp.MustCompile(`(?i)\b(?:date_?published|publish(?:ed)?_?(?:date|at|on|time)|publication_?date|pub_?date|first_?published(?:_?(?:date|at))?)["']?\s*[:=,]\s*["']((?:19|20)\d\d-\d\d-\d\d[^"']{0,25})["']`)

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

// longestDated is the length of a line that tells a time, in bytes.
const longestDated = 160

var (
	dated       = patternOf("dated")
	toldChanged = regexp.MustCompile(`(?i)\b(?:updated?|modified|revised|changed|edited)\b`)
	toldOut     = regexp.MustCompile(`(?i)\b(?:published?|posted|created|first|originally|released)\b`)
)

// said returns the times that the page's elements and lines tell: those of time
// elements and of elements named after dates that do not stand beside the
// article, the first of them; else of the first short line with a date.
func (p *page) said() (published, changed article.Time) {
	var plainly article.Time
	for n := range p.doc.Descendants() {
		if n.Type != html.ElementNode || silent.has(n.Data) || n.Data == "body" || n.Data == "html" {
			continue
		}
		text, t, ok := p.timeOf(n)
		switch {
		case !ok:
		case toldChanged.MatchString(text) && !toldOut.MatchString(text):
			changed = known(changed, t)
		case n.Data == "time" || named(n, dated) || toldOut.MatchString(text):
			published = known(published, t)
		default:
			plainly = known(plainly, t)
		}
		if published.Precision != article.Unknown {
			return published, changed
		}
	}
	return plainly, changed
}

// timeOf returns the time that an element tells, and its text.
func (p *page) timeOf(n *html.Node) (text string, t article.Time, ok bool) {
	if datetime := attr(n, "datetime"); datetime != "" && !p.beside(n) {
		text = beginning(n) + " " + attr(n, "class") + " " + attr(n, "itemprop")
		if t, ok = p.parseTime(datetime); ok {
			return text, t, true
		}
	}
	if !p.brief(n, len("1/2/2003"), longestDated) || p.beside(n) {
		return "", t, false
	}
	text = plain(n)
	t, ok = p.parseTime(text)
	return text, t, ok
}

// layouts are the forms of times beside ISO 8601.
var layouts = []string{
	time.RFC1123, time.RFC1123Z, time.RFC850, time.ANSIC, time.UnixDate, "Mon, 2 Jan 2006 15:04:05 MST", "Mon, 2 Jan 2006 15:04:05 -0700",
	"2006/01/02 15:04:05", "2006/01/02 15:04", "Mon Jan 02 15:04:05 MST 2006",
}

// parseTime reads a time as pages write it.
func (p *page) parseTime(s string) (t article.Time, ok bool) {
	s = strings.TrimSpace(s)
	if !strings.ContainsAny(s, "0123456789") {
		return t, false
	}
	if t, ok = article.ParseTime(s); ok && t.Precision >= article.Day {
		return t, inPress(t)
	}
	for _, layout := range layouts {
		if at, err := time.Parse(layout, s); err == nil {
			t = article.Time{At: at, Precision: article.Second}
			return t, inPress(t)
		}
	}
	if seconds, err := strconv.ParseInt(s, 10, 64); err == nil {
		if seconds > 1e11 {
			seconds /= 1000
		}
		t = article.Time{At: time.Unix(seconds, 0).UTC(), Precision: article.Second}
		return t, len(s) >= 9 && inPress(t)
	}
	t, ok = findDay(s, p.monthFirst())
	return t, ok && inPress(t)
}

// inPress says whether a page can be of that time.
func inPress(t article.Time) bool {
	return t.At.Year() >= 1990 && t.At.Before(time.Now().Add(48*time.Hour))
}

var (
	monthNames = `(?P<month>jan|feb|m[aä]r|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?`
	dayForms   = []*regexp.Regexp{
		regexp.MustCompile(`\b(?P<year>(?:19|20)\d\d)[-/.](?P<m>[01]?\d)[-/.](?P<day>[0-3]?\d)(?:\D|$)`),
		regexp.MustCompile(`(?i)\b` + monthNames + `\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)\b`),
		regexp.MustCompile(`(?i)\b(?P<day>\d{1,2})(?:st|nd|rd|th)?\.?(?:\s+of)?[\s-]+` + monthNames + `,?[\s-]+(?P<year>(?:19|20)\d\d)\b`),
		regexp.MustCompile(`\b(?P<day>[0-3]?\d)(?P<sep>[./-])(?P<m>[0-3]?\d)[./-](?P<year>(?:19|20)\d\d)\b`),
	}
	monthOf = map[string]time.Month{"jan": 1, "feb": 2, "mar": 3, "mär": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12}
)

// findDay finds the first day in a text. Where day and month are numbers and
// either order is possible, monthFirst tells.
func findDay(s string, monthFirst bool) (article.Time, bool) {
	for _, form := range dayForms {
		m := form.FindStringSubmatch(s)
		if m == nil {
			continue
		}
		part := func(name string) string {
			if i := form.SubexpIndex(name); i >= 0 {
				return m[i]
			}
			return ""
		}
		year, _ := strconv.Atoi(part("year"))
		day, _ := strconv.Atoi(part("day"))
		month := monthOf[strings.ToLower(part("month"))]
		if number, err := strconv.Atoi(part("m")); err == nil {
			month = time.Month(number)
		}
		if part("sep") == "/" && (month > 12 || monthFirst && day <= 12) {
			day, month = int(month), time.Month(day)
		}
		if at := time.Date(year, month, day, 0, 0, 0, 0, time.UTC); at.Day() == day && at.Month() == month {
			return article.OnDay(at), true
		}
	}
	return article.Time{}, false
}

// monthFirst says whether the page is of a place where the month stands first.
func (p *page) monthFirst() bool {
	language := strings.ToLower(p.language())
	return language == "" || language == "en" || slices.Contains([]string{"en-us", "en-ph", "en-ca"}, language)
}

var addressDay = regexp.MustCompile(`/((?:19|20)\d\d)[-/_]?([01]\d|[1-9]|(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))[-/_]?([0-3]\d|[1-9])(?:[/_.-]|$)`)

// dayOfAddress returns the day that an address has in its path.
func (p *page) dayOfAddress(canonical string) article.Time {
	addresses := []string{canonical}
	if p.address != nil {
		addresses = append(addresses, p.address.Path)
	}
	for _, address := range addresses {
		m := addressDay.FindStringSubmatch(address)
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
	return article.Time{}
}
