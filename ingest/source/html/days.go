package html

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/newsgraph/newsgraph/ingest/article"
)

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

// year is that of a page.
var year = regexp.MustCompile(`(?:19|20)\d\d`)

// dayForms are the forms of days.
var dayForms = sync.OnceValue(func() []*regexp.Regexp {
	names := slices.SortedFunc(maps.Keys(monthOf), func(a, b string) int { return cmp.Or(len(b)-len(a), cmp.Compare(a, b)) })
	month := `(?P<month>` + strings.Join(names, "|") + `)\.?`
	return []*regexp.Regexp{
		regexp.MustCompile(`\b(?P<year>(?:19|20)\d\d)(?:[-/.]\s?|\s?[年년]\s?)(?P<m>[01]?\d)(?:[-/.]\s?|\s?[月월]\s?)(?P<day>[0-3]?\d)(?:\D|$)`),
		regexp.MustCompile(`(?i)\b` + month + `\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)\b`),
		regexp.MustCompile(`(?i)\b(?P<day>\d{1,2})(?:st|nd|rd|th)?\.?(?:\s+(?:of|de))?[\s/-]+` + month + `,?(?:\s+(?:de|del))?[\s/-]+(?P<year>(?:19|20)\d\d)\b`),
		regexp.MustCompile(`\b(?P<day>[0-3]?\d)(?P<sep>[./-])\s?(?P<m>[0-3]?\d)[./-]\s?(?P<year>(?:19|20)\d\d)\b`),
	}
})

// monthOf has the months by their names.
var monthOf = func() map[string]time.Month {
	months := map[string]time.Month{}
	for i, line := range lists["months"] {
		for _, name := range strings.Fields(line) {
			months[name] = time.Month(i + 1)
		}
	}
	return months
}()

// findDay finds the first day in a text. Where day and month are numbers and
// either order is possible, monthFirst tells.
func findDay(s string, monthFirst bool) (article.Time, bool) {
	if !year.MatchString(s) {
		return article.Time{}, false
	}
	for _, form := range dayForms() {
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
