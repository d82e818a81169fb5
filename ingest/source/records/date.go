package records

import (
	"strconv"
	"strings"
	"time"

	"github.com/newsgraph/newsgraph/ingest/article"
)

// forms are those in which records give dates beside ISO 8601. In those with
// slashes alone the day and the month are told apart by a number over 12.
var forms = []struct {
	layout    string
	precision article.Precision
}{
	{time.RFC1123Z, article.Second},
	{time.RFC1123, article.Second},
	{"Mon, 2 Jan 2006 15:04:05 -0700", article.Second},
	{"Mon, 2 Jan 2006 15:04:05 MST", article.Second},
	{"2006/01/02 15:04:05", article.Second},
	{"2006/01/02", article.Day},
	{"January 2, 2006", article.Day},
	{"Jan 2, 2006", article.Day},
	{"2 January 2006", article.Day},
	{"2 Jan 2006", article.Day},
	{"January 2, 2006, 3:04 PM", article.Minute},
	{"January 2, 2006 3:04 PM", article.Minute},
	{"Monday, January 2, 2006", article.Day},
}

// dateOf reads a date as records have it: text, or seconds or milliseconds since
// 1970.
func dateOf(text string) (article.Time, bool) {
	text = strings.TrimSpace(text)
	if t, ok := article.ParseTime(strings.TrimSuffix(text, " UTC")); ok {
		return t, true
	}
	if t, ok := sinceEpoch(text); ok {
		return t, true
	}
	for _, form := range forms {
		if at, err := time.Parse(form.layout, text); err == nil {
			return article.Time{At: at, Precision: form.precision}, true
		}
	}
	return bySlashes(text)
}

// sinceEpoch reads numbers of the years 1973 to 2128 or so, and no others.
func sinceEpoch(text string) (article.Time, bool) {
	seconds, err := strconv.ParseFloat(text, 64)
	if seconds > 1e11 {
		seconds /= 1000
	}
	if err != nil || seconds < 1e8 || seconds > 5e9 {
		return article.Time{}, false
	}
	return article.Time{At: time.Unix(int64(seconds), 0).UTC(), Precision: article.Second}, true
}

// bySlashes reads a day in three numbers with slashes, dots or hyphens between.
func bySlashes(text string) (article.Time, bool) {
	text = strings.NewReplacer(".", "/", "-", "/").Replace(text)
	monthFirst, american := time.Parse("1/2/2006", text)
	dayFirst, european := time.Parse("2/1/2006", text)
	switch {
	case american == nil && (european != nil || monthFirst.Equal(dayFirst)):
		return article.OnDay(monthFirst), true
	case european == nil && american != nil:
		return article.OnDay(dayFirst), true
	}
	return article.Time{}, false
}

// languages are the names that records have for what BCP 47 has codes for.
var languages = map[string]string{"english": "en", "eng": "en"}

// languageOf returns the code of a language; "" of a name that is not known.
func languageOf(text string) string {
	if code, known := languages[strings.ToLower(text)]; known {
		return code
	}
	if len(text) > 10 || len(text) > 3 && text[2] != '-' && text[2] != '_' {
		return ""
	}
	return strings.ReplaceAll(text, "_", "-")
}
