package text

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// agenciesData has an agency on each line, as datelines name it; citiesData a city.
var (
	//go:embed agencies.txt
	agenciesData string
	//go:embed cities.txt
	citiesData string
)

// listed returns the lines of data, in lower case.
func listed(data string) map[string]bool {
	all := map[string]bool{}
	for line := range strings.Lines(data) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			all[strings.ToLower(line)] = true
		}
	}
	return all
}

var (
	agencies = sync.OnceValue(func() map[string]bool { return listed(agenciesData) })
	cities   = sync.OnceValue(func() map[string]bool { return listed(citiesData) })
)

const (
	// placeName is one place or several, with a state or a country after it.
	placeName = `\p{Lu}[\p{L}.'’]*(?:-[\p{L}.'’]+)*(?:[ /]{1,3}(?:\p{Lu}[\p{L}.'’]*(?:-[\p{L}.'’]+)*|de|del|la|le|el|es|al|of|and|the|upon|am)){0,6}(?:, \p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+){0,2}){0,2}(?: \[[\p{L} ]+\])?`

	// dayOnly is a date without a year.
	dayOnly = weekday + `(?:` + monthName + ` ` + day + `|` + day + ` ` + monthName + `)`

	inBrackets = `(?P<agency>\([^()\n]{2,40}\)|/[^/\n]{2,30}/)`
	byAgency   = `(?:(?: |\. ?|, | ?(?:--|[–—-]) ?)` + inBrackets + `)`
	other      = `(?P<end> ?:\s*|\. |\s|)`
	dash       = `(?P<end> ?(?:[–—|_]|--?)+\s*)`
)

var onDay = `(?:(?:,? |\. ?| ?\| ?| ?(?:--|[–—-]) ?|: )\(?(?P<date>(?i:` + fullDate + `|` + dayOnly + `))\)?)`

// datelines are the forms of what stands before a first sentence, in the order
// in which they are tried; certain says where one is that.
var datelines = []pattern{
	// GENEVA, Jan 21 (Agency) – and Nairobi, 13 February 2020 –
	compiled(`^(?P<place>` + placeName + `)` + onDay + `?` + byAgency + `?` + dash),
	// TOKYO, Jan. 21, Agency –
	compiled(`^(?P<place>` + placeName + `)` + onDay + `, (?P<agency>\p{Lu}[\p{L}/-]*(?: \p{Lu}[\p{L}-]*){0,2})` + dash),
	// Nairobi, 13 February 2020: and MOSCOW, January 21. /Agency/. and New Delhi, Jan 21 (Agency) without a dash
	compiled(`^(?P<place>` + placeName + `)` + onDay + byAgency + `?` + other),
	// ISLAMABAD: and Washington (Agency) without a dash
	compiled(`^(?P<place>` + placeName + `)` + byAgency + `?` + other),
	// Jan 21 (Agency) – and (New York, March 14, 2023) –
	compiled(`^(?P<date>(?i:` + fullDate + `|` + dayOnly + `) ?)?(?P<agency>\(\p{Lu}[^()\n]{1,60}\))?` + dash),
	// (Agency) without a dash
	compiled(`^(?P<agency>\(\p{Lu}[^()\n]{1,60}\))(?P<end>\s?)`),
}

const longestDateline = 200 // bytes

// A dateline is what stands before an article's first sentence: where and when it
// was written, and by which agency. What it does not say is empty.
type dateline struct{ by, place, date, agency, end, rest string }

// datelineOf returns the dateline that a text begins with.
func datelineOf(text string) (d dateline, is bool) {
	head := text[:min(len(text), longestDateline)]
	for _, pattern := range datelines {
		form := pattern()
		m := form.FindStringSubmatch(head)
		if m == nil {
			continue
		}
		part := func(name string) string {
			if i := form.SubexpIndex(name); i >= 0 {
				return strings.TrimSpace(m[i])
			}
			return ""
		}
		d = dateline{place: part("place"), date: part("date"), agency: part("agency"), end: m[form.SubexpIndex("end")], rest: text[len(m[0]):]}
		if d.tidy(); d.certain() {
			return d, true
		}
	}
	return dateline{}, false
}

// number matches what no first sentence begins with, but the second of two dates.
var number = compiled(`^\d{1,2} \p{L}|^present\b`)

// begins matches what only a sentence begins with.
var begins = compiled(`^[“"‘']?[\p{Lu}\d]`)

var aWeekday = compiled(`(?:^|, )(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$`)

// tidy puts each part where it belongs.
func (d *dateline) tidy() {
	d.place = aWeekday().ReplaceAllString(d.place, "")
	if city, agency, found := strings.Cut(d.place, ", "); found && agencies()[strings.ToLower(agency)] {
		d.place, d.agency = city, agency // Tehran, IRNA –
	}
	if by, place, found := strings.Cut(d.place, ". "); found && bylineOf(by) != nil {
		d.by, d.place = by, place // By Jane Doe. OSLO (Agency) –
	}
	if name, country, found := strings.Cut(strings.TrimSuffix(d.place, "]"), " ["); found {
		d.place = name + ", " + country
	}
	if first, stop := strings.CutSuffix(d.place, "."); stop && !strings.ContainsAny(first, ".,") && utf8.RuneCountInString(first) > 3 {
		d.place = first // MOSCOW. Jan 21
	}
	if bare := strings.Trim(d.agency, "()/"); d.place == "" && d.date == "" && !d.isKnown() {
		if on, rest := dateIn(bare); on != "" {
			d.date, d.place, d.agency = on, rest, ""
		} else if cities()[strings.ToLower(bare)] {
			d.place, d.agency = bare, ""
		}
	}
}

var endingDate = compiled(`,? (` + fullDate + `)$`)

// dateIn divides a place and a full date at its end.
func dateIn(text string) (date, rest string) {
	m := endingDate().FindStringSubmatchIndex(text)
	if m == nil {
		return "", text
	}
	return text[m[2]:m[3]], text[:m[0]]
}

// isKnown says whether the agency is one, or several, that are listed.
func (d *dateline) isKnown() bool {
	name := strings.ToLower(strings.TrimSpace(strings.Trim(d.agency, "()/")))
	if agencies()[name] {
		return true
	}
	first, _, several := strings.Cut(strings.ReplaceAll(name, "/", ","), ",")
	return several && agencies()[strings.TrimSpace(first)]
}

// town returns the place without its state or country, and the first of two.
func (d *dateline) town() string {
	town, _, _ := strings.Cut(d.place, ", ")
	town, _, _ = strings.Cut(town, "/")
	return town
}

// inCapitals says whether the place is written as agencies write it.
func (d *dateline) inCapitals() bool {
	town := d.town()
	return utf8.RuneCountInString(town) > 1 && strings.ToUpper(town) == town
}

// isCity says whether the place is one that is known by its name alone.
func (d *dateline) isCity() bool { return cities()[strings.ToLower(d.town())] }

// certain says whether what has the form of a dateline is one.
func (d *dateline) certain() bool {
	dated, bracketed := d.date != "", strings.HasPrefix(d.agency, "(") || strings.HasPrefix(d.agency, "/")
	opens, spaced := opensSentence(d.rest), strings.TrimRight(d.end, " \n\r\t") != d.end
	switch end := strings.TrimSpace(d.end); {
	case end == "" && !begins().MatchString(d.rest), shouted(d.rest): // TENNIS - HOME HOPES FADE
		return false
	case d.place == "" && end == "":
		return d.isKnown()
	case d.place == "":
		return spaced && (dated && !number().MatchString(d.rest) || d.agency != "")
	case end == "": // New Delhi, Jan 21 (Agency) The …
		return bracketed && d.isKnown() && (dated || d.inCapitals() || d.isCity())
	case end == ".": // MOSCOW, January 21. /Agency/.
		_, full := findDate(d.date)
		return opens && (dated && d.isKnown() || full && d.agency == "")
	case end == ":" && !spaced && !bracketed:
		return false
	case end == ":":
		_, full := findDate(d.date)
		alone := d.isCity() && opens && !strings.Contains(d.rest, "\n"+d.place+":") // else it speaks
		return full || (dated || bracketed) && (d.isKnown() || d.inCapitals() || d.isCity()) || !bracketed && alone
	case !spaced && !bracketed, end == "|" && !dated: // as in Paris-based, and AGENCY | 5 min read
		return false
	case d.inCapitals():
		return dated || d.agency != "" || opens
	case dated || d.isKnown():
		return opens
	}
	return d.isCity() && opens
}

// shouted says whether a text's first line is a headline in capitals.
func shouted(text string) bool {
	line, _, _ := strings.Cut(text, "\n")
	return strings.ToUpper(line) == line && strings.ToLower(line) != line
}

// opensSentence says whether text begins as a sentence does. Without a day and
// an agency, capitals and a dash may be a name with an aside after it.
func opensSentence(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return text != "" && !unicode.IsLower(r)
}
