package article

import (
	"strings"
	"time"
)

// forms are those of ISO 8601 with the precision that each has, with hyphens
// and colons and, as agencies write them, without.
var forms = []struct {
	layout    string
	precision Precision
}{
	{"2006-01-02T15:04:05Z07:00", Second},
	{"2006-01-02T15:04:05Z0700", Second},
	{"2006-01-02T15:04:05Z07", Second},
	{"2006-01-02T15:04:05", Second},
	{"2006-01-02T15:04Z07:00", Minute},
	{"2006-01-02T15:04Z0700", Minute},
	{"2006-01-02T15:04", Minute},
	{"20060102T150405Z0700", Second},
	{"20060102T150405Z07:00", Second},
	{"20060102T150405", Second},
	{"20060102T1504Z0700", Minute},
	{"20060102T1504", Minute},
	{"2006-01-02", Day},
	{"20060102", Day},
	{"2006-01-02Z07:00", Day},
	{"2006-01", Month},
	{"2006", Year},
}

// ParseTime reads a time as ISO 8601, RFC 3339 and XML Schema write it, whole or
// in part; a space may stand for the T. ok is false where it is none of them.
func ParseTime(s string) (t Time, ok bool) {
	s = strings.TrimSpace(s)
	if len(s) > 10 && s[10] == ' ' {
		s = s[:10] + "T" + strings.ReplaceAll(s[11:], " ", "")
	}
	for _, form := range forms {
		if at, err := time.Parse(form.layout, s); err == nil && at.Year() > 0 {
			return Time{at, form.precision}, true
		}
	}
	return Time{}, false
}
