package text

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/ingest/article"
)

const (
	clock  = `(?:at )?\d{1,2}(?:[:.h]\d{2}(?::\d{2})?)?(?: ?[ap]\.?m\.?)?(?: ?\(?` + zone + `\)?)?`
	before = `(?:\d{1,2}[:.]?\d{2}(?: ?[ap]\.?m\.?)?(?: ` + zone + `)?(?: \(\d{3,4} ` + zone + `\))?,? (?:on )?)?`
	told   = `(?:for immediate release|(?:(?:first |last |originally )?(?:published|updated?|posted|modified|date|dated|created|issued|released)))(?: on| at)?(?: ?:\s*|\s+)`
	ago    = `(?:(?:\d+|an?|a few) (?:sec(?:ond)?|min(?:ute)?|hour|hr|day|week|month)s? ago|just now)`
)

var (
	toldDate = before + fullDate + `(?:(?:[, /|]*| [–—-] )(?: ?` + clock + `))?`

	// dateLine is a line, or the beginning of one after the word “date”, that
	// says when the article was published, and when it was changed, and nothing
	// else but in whose programme or paper.
	dateLine = compiled(`(?i)^(?:` + told + `)?` + toldDate + `(?:[ ,;|·•(—–-]*` + told + `(?:` + toldDate + `|` + ago + `)\)?)*(?: [/|] \p{L}[\p{L} ]{1,24})?$`)

	datePrefix = compiled(`(?i)^date:?\s+(\d{4}-\d{2}-\d{2})\s+`)

	// oneDate is one of the dates of a dateLine, changed the word for a change.
	oneDate = compiled(`(?i)(?:` + told + `)?` + before + fullDate)
	changed = compiled(`(?i)^(?:last )?(?:updated?|modified)`)
	says    = compiled(`(?i)^` + told)

	// placeLine is a dateline on a line of its own: London, 10 January 2023
	placeLine = compiled(`^(` + placeName + `)(?:,| \||:| [–—-]) ((?i:` + fullDate + `))(?: \([^)\n]{2,40}\))?[ .–—:|-]*$`)
)

// isDateLine says whether a line only says when the article was published.
func isDateLine(line string) bool {
	return len(line) <= 2*longestDated && hasYear(line) && dateLine().MatchString(apart(line))
}

// more is what stands beside a date in a header and tells neither.
var more = compiled(`(?i)\b\d+ min(?:ute)?s?(?: read)?\b|` + clock + `|` + ago + `|\b(?:(?:last|first) )?(?:published|updated?|posted|modified|issued)\b|\b(?:by|on|at|in|of|and|the|read)\b`)

// spanned matches days from one to another: 14-16 March 2023
var spanned = compiled(`\d{1,2}(?:st|nd|rd|th)? ?(?:[-–—]|to|and|until) ?\d{1,2}(?:st|nd|rd|th)? \p{L}|(?:from|since|until|before|after|between) \d`)

// published is what stands beside a date where an article was published then.
var published = compiled(`(?i)\d{1,2}[:.]\d{2}|published|updated|posted`)

const (
	longestDated = 120 // code points
	mostBeside   = 6   // words
)

// hasDate says whether a line below a headline tells, among names and other words
// that make no sentence, when the article was published: TNN | Mar 14, 2023
func hasDate(line string) bool {
	if len(line) > 2*longestDated || !hasYear(line) {
		return false
	}
	if line = apart(line); sentenceEnd().MatchString(line) {
		return false
	}
	if spanned().MatchString(line) || severalDays(line) && !published().MatchString(line) {
		return false // from one day to another
	}
	rest := oneDate().ReplaceAllString(line, " ")
	words := strings.FieldsFunc(more().ReplaceAllString(rest, " "), func(r rune) bool { return !unicode.IsLetter(r) && !strings.ContainsRune("'’.", r) })
	small := func(word string) bool {
		r, _ := utf8.DecodeRuneInString(word)
		return unicode.IsLower(r) && !strings.Contains(strings.Trim(word, "."), ".") // but for example.org
	}
	return rest != line && len(words) <= mostBeside && !slices.ContainsFunc(words, small)
}

// severalDays says whether a line has dates of more days than one.
func severalDays(line string) bool {
	var first time.Time
	for _, text := range oneDate().FindAllString(line, -1) {
		day, certain := findDate(text)
		if certain && !first.IsZero() && !day.Equal(first) {
			return true
		}
		if certain {
			first = day
		}
	}
	return false
}

// takeDated takes a line that hasDate tells of.
func (a header) takeDated() bool {
	a.skipSpace()
	line := a.line()
	if !hasDate(line) || a.isCalendar(line) {
		return false
	}
	a.readDates(apart(line))
	a.takeLine()
	return true
}

// takeDateLine takes a line that only says when the article was published, or
// a date that stands before the text on its first line.
func (a header) takeDateLine() bool {
	a.skipSpace()
	if m := datePrefix().FindStringSubmatch(a.rest()); m != nil {
		if published, ok := findDate(m[1]); ok {
			a.setPublished(published)
			a.Body.Start += len(m[0])
			return true
		}
	}
	line := a.line()
	if !isDateLine(line) {
		return a.takePlaceLine(line)
	}
	a.readDates(apart(line))
	a.takeLine()
	return true
}

// readDates reads what a line says of publication and change.
func (a header) readDates(line string) {
	var published, last time.Time
	for _, told := range oneDate().FindAllString(line, -1) {
		switch on, certain := findDate(told); {
		case !certain:
			a.Notes = append(a.Notes, fmt.Sprintf("the date in “%s” is not understood, or has two meanings", told))
		case changed().MatchString(told):
			last = on
		case published.IsZero():
			published = on
		}
	}
	if !last.IsZero() && a.Changed.Precision == article.Unknown {
		a.Changed = article.OnDay(last)
	}
	if !published.IsZero() {
		a.setPublished(published)
	}
}

// takePlaceLine takes a dateline that stands on a line of its own.
func (a header) takePlaceLine(line string) bool {
	m := placeLine().FindStringSubmatch(line)
	if m == nil || bylineOf(m[1]) != nil {
		return false
	}
	published, ok := findDate(m[2])
	if !ok {
		return false
	}
	a.Place = strings.TrimSpace(m[1])
	a.setPublished(published)
	a.takeLine()
	return true
}

// takeDateline takes the dateline of the press. A day without a year says no
// date of publication by itself.
func (a header) takeDateline() {
	a.skipSpace()
	d, is := datelineOf(a.rest())
	if !is {
		return
	}
	a.Place = d.place
	if len(a.Authors) == 0 {
		a.Authors = bylineOf(d.by)
	}
	if published, ok := findDate(d.date); ok {
		a.setPublished(published)
	} else if day, ok := findDate(d.date + leapYear); ok {
		a.Yearless = day.AddDate(-leap, 0, 0)
	}
	a.Body.Start = len(a.Text) - len(d.rest)
}

// A day without a year is read as one of a year that has all days, as the year 0
// has.
const (
	leap     = 2000
	leapYear = " 2000"
)
