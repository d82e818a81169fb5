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

func TestParseTime(t *testing.T) {
	for s, want := range map[string]Precision{
		"2024-05-31T10:00:00Z": Second, "2024-05-31T10:00:00.25+02:00": Second, "2024-05-31 10:00:00 +0200": Second, "2024-05-31T10:00:00": Second,
		"2024-05-31T10:00+02:00": Minute, "2024-05-31T10:00": Minute, "20240531T100000Z": Second, "20240531T100000-0500": Second, "20240531T1000Z": Minute,
		" 2024-05-31 ": Day, "20240531": Day, "2024-05": Month, "2024": Year,
		"": Unknown, "31 May 2024": Unknown, "2024-13-01": Unknown, "0000": Unknown, "2024-05-31T": Unknown, "202405": Unknown,
	} {
		got, ok := ParseTime(s)
		if got.Precision != want || ok != (want != Unknown) || want >= Day && got.Date() != "2024-05-31" {
			t.Errorf("%q: got %v, %v", s, got, ok)
		}
	}
}

func TestDateNear(t *testing.T) {
	for _, c := range []struct{ yearless, known, want string }{
		{"0000-01-21", "2022-01-23", "2022-01-21"},
		{"0000-12-31", "2022-01-01", "2021-12-31"},
		{"0000-01-01", "2021-12-31", "2022-01-01"},
		{"0000-02-29", "2021-03-01", "2020-02-29"},
		{"0000-12-31", "2022", "2022-12-31"},
		{"", "2022-01-23", ""},
		{"0000-01-21", "", ""},
	} {
		a := New("")
		a.Yearless, _ = time.Parse(time.DateOnly, c.yearless)
		known, _ := ParseTime(c.known)
		if a.DateNear(known, "x"); a.Published.Date() != c.want || len(a.Notes) != min(len(c.want), 1) {
			t.Errorf("%v: got %s, notes %q", c, a.Published.Date(), a.Notes)
		}
	}
}
