package article

import (
	"testing"
	"time"
)

func TestTime(t *testing.T) {
	east := time.FixedZone("", 5*60*60)
	at := time.Date(2023, 3, 14, 1, 30, 0, 0, east)
	for _, c := range []struct {
		time      Time
		date, day string
	}{
		{Time{}, "", "0001-01-01"},
		{Time{at, Year}, "2023", "0001-01-01"},
		{Time{at, Month}, "2023-03", "0001-01-01"},
		{Time{at, Day}, "2023-03-14", "2023-03-14"},
		{Time{at, Second}, "2023-03-14", "2023-03-14"},
	} {
		if day := c.time.Day(); c.time.Date() != c.date || day.Format(time.DateOnly) != c.day || day.Location() != time.UTC {
			t.Errorf("%v: got %q and %v", c.time, c.time.Date(), day)
		}
	}
}
