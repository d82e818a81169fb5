package agency

import (
	"cmp"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/text"
)

// item is what an agency sends, whatever its form.
type item struct {
	paragraphs []string

	headline, standfirst, publisher, section, language, address string
	authors                                                     []string

	dateline string // as it is printed; "" where it stands in the text
	place    string // of the dateline
	located  string // where the article was written

	published, changed article.Time
	written            []article.Time // of this version, as it is told otherwise

	embargoed bool
	embargo   article.Time // its end, if it is given
	urgency   string
	status    string // as the form has it: usable, withheld, canceled
}

// article makes an article of an item.
func (it item) article() (*article.Article, error) {
	if len(it.paragraphs) > 1 && it.paragraphs[0] == it.headline {
		it.paragraphs = it.paragraphs[1:]
	}
	if len(it.paragraphs) == 0 {
		return nil, errors.New("has no text")
	}
	opening := it.opening()
	a, err := text.Parse(opening + strings.Join(it.paragraphs, "\n\n") + "\n")
	if err != nil {
		return nil, err
	}
	if opening != "" && a.Body.Start < len(opening) {
		a.Body.Start = len(opening)
	}
	it.describe(a)
	it.warn(a)
	return a, nil
}

var (
	dash       = regexp.MustCompile(`[–—-]$`)
	afterPlace = regexp.MustCompile(`[,(–—/].*$`)
)

// opening returns the dateline as it stands before a text; "" where the text
// has it.
func (it item) opening() string {
	place := strings.TrimSpace(afterPlace.ReplaceAllString(cmp.Or(it.place, it.dateline), ""))
	switch {
	case it.dateline == "" || strings.HasPrefix(strings.ToLower(it.paragraphs[0]), strings.ToLower(place)):
		return ""
	case dash.MatchString(it.dateline):
		return it.dateline + " "
	}
	return it.dateline + " – "
}

// describe sets what an item says of its article.
func (it item) describe(a *article.Article) {
	a.Headline, a.Publisher, a.Section = cmp.Or(it.headline, a.Headline), cmp.Or(it.publisher, a.Publisher), cmp.Or(it.section, a.Section)
	a.Standfirst = it.standfirst
	a.Language = cmp.Or(it.language, a.Language)
	a.Place = cmp.Or(a.Place, it.place, it.located)
	if len(it.authors) > 0 {
		a.Authors = it.authors
	}
	if it.published.Precision != article.Unknown {
		a.Published = it.onDateline(a.Yearless)
	}
	if it.changed.At.After(it.published.At) {
		a.Changed = it.changed
	}
	if article.BeginsAddress(it.address) {
		if address, err := article.CanonicalURL(it.address); err == nil {
			a.SetURL(address)
		}
	}
	if urgency, err := strconv.Atoi(it.urgency); err == nil && urgency >= 1 && urgency <= 9 {
		a.Urgency = urgency
	}
}

// onDateline returns when an item was published: on the dateline's day where one
// of its times is of that, since the item may have been begun days before its
// text was written.
func (it item) onDateline(day time.Time) article.Time {
	for _, t := range slices.Concat([]article.Time{it.published}, it.written, []article.Time{it.changed}) {
		if t.Precision >= article.Day && !day.IsZero() && t.At.Month() == day.Month() && t.At.Day() == day.Day() {
			return t
		}
	}
	return it.published
}

// warn notes what forbids to publish an article.
func (it item) warn(a *article.Article) {
	switch {
	case it.embargoed && it.embargo.Precision == article.Unknown:
		a.Notes = append(a.Notes, "is under an embargo, of which no end is given")
	case it.embargoed && it.embargo.Precision <= article.Day:
		a.Notes = append(a.Notes, "is under an embargo until "+it.embargo.Date())
	case it.embargoed:
		a.Notes = append(a.Notes, "is under an embargo until "+it.embargo.At.Format(time.RFC3339))
	}
	if status := strings.ToLower(it.status); status != "" && status != "usable" && status != "embargoed" {
		a.Notes = append(a.Notes, fmt.Sprintf("is not to be used: its publisher gives its status as %s", status))
	}
}

// standfirstRole is the role that agencies give to what stands below a headline;
// each has terms of its own.
var standfirstRole = regexp.MustCompile(`(?i)^(?:.*:)?(?:sub|subhead(?:line)?|sub-?title|deck|standfirst|summary|abstract)$`)

var by = regexp.MustCompile(`^(?i:by|from)[: ]\s*`)

// namesOf returns the names in a byline, as it is written where they can't be
// told.
func namesOf(byline string) []string {
	byline = by.ReplaceAllString(strings.TrimSpace(byline), "")
	if names := text.Names("By " + byline); len(names) > 0 {
		return names
	}
	return add(nil, byline)
}

// timeOf returns the first of several texts that is a time.
func timeOf(texts ...string) article.Time {
	for _, s := range texts {
		if t, ok := article.ParseTime(s); ok {
			return t
		}
	}
	return article.Time{}
}

// add appends the texts that aren't empty.
func add(list []string, texts ...string) []string {
	for _, s := range texts {
		if s != "" {
			list = append(list, s)
		}
	}
	return list
}
