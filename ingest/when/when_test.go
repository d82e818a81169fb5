package when

import (
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

var saturday = time.Date(2022, 1, 22, 0, 0, 0, 0, time.UTC)

// published is the context of an article of that Saturday.
func published(t Tense) *Context {
	return &Context{Published: saturday, Tense: func(int, int) Tense { return t }}
}

// show writes what was found: the words, the value, and the precision of the
// calendar date where it is not the value’s.
func show(text string, found []Expression) string {
	var shown []string
	for _, e := range found {
		s := text[e.Start:e.End] + "=" + e.TIMEX
		if e.Type != Date {
			s += "/" + string(e.Type)
		}
		shown = append(shown, s)
	}
	return strings.Join(shown, " ")
}

func TestFind(t *testing.T) {
	for _, c := range []struct {
		text  string
		tense Tense
		want  string
	}{
		// days of the calendar
		{"on 2021-11-02", Past, "2021-11-02=2021-11-02"},
		{"on 11/22/89 or 31/12/1999", Past, "11/22/89=1989-11-22 31/12/1999=1999-12-31"},
		{"on 07/09/2021, whichever that is", Past, "07/09/2021=2021"},
		{"on 07/07/2021", Past, "07/07/2021=2021-07-07"},
		{"on 30.11.2021, version 1.11.2 of 32.01.2021", Past, "30.11.2021=2021-11-30"},
		{"on 12 April", Past, "12 April=2021-04-12"},
		{"on April 12", Future, "April 12=2022-04-12"},
		{"on April the 12th", Future, "April the 12th=2022-04-12"},
		{"on the 12th of April 2019", Past, "the 12th of April 2019=2019-04-12"},
		{"Jan. 5, 2020, and Jan 6", Past, "Jan. 5, 2020=2020-01-05 Jan 6=2022-01-06"},
		{"at a May 10 meeting", Past, "a May 10=2021-05-10"},
		{"Friday, Oct. 13", Past, "Friday, Oct. 13=2021-10-13"},
		{"on the 12th they met", Past, "the 12th=2022-01-12"},
		{"on Christmas Day", Past, "Christmas Day=2021-12-25"},
		{"before Thanksgiving", Past, "Thanksgiving=2021-11-25"},
		{"on 31 February", Past, ""},
		// months, years and more
		{"in March 2014", Past, "March 2014=2014-03"},
		{"in a March 2014 interview", Past, "a March 2014=2014-03"},
		{"in December", Past, "December=2021-12"},
		{"by late February", Future, "late February=2022-02"},
		{"in May; it may march", Past, "May=2021-05"},
		{"last May", Past, "last May=2021-05"},
		{"July last year", Past, "July last year=2021-07"},
		{"since 2014", Past, "2014=2014"},
		{"at the end of 1994", Past, "the end of 1994=1994"},
		{"in nineteen ninety-six", Past, "nineteen ninety-six=1996"},
		{"the year two thousand", Past, "the year two thousand=2000"},
		{"the late 1990s and the ’80s", Past, "the late 1990s=199X"},
		{"the 20th century", Past, "the 20th century=19"},
		{"the winter of 1994", Past, "the winter of 1994=1994-WI"},
		{"last fall", Past, "last fall=2021-FA"},
		{"next summer", Future, "next summer=2022-SU"},
		{"third-quarter net", Past, "third-quarter=2021-Q3"},
		{"the second quarter of 1990", Past, "the second quarter of 1990=1990-Q2"},
		{"this year’s first quarter", Past, "this year’s first quarter=2022-Q1"},
		{"the first half of 2021", Past, "the first half of 2021=2021-H1"},
		{"fiscal 1989", Past, "fiscal 1989=1989"},
		// weekdays
		{"on Thursday", Past, "Thursday=2022-01-20"},
		{"on Saturday, as the article says", Past, "Saturday=2022-01-22"},
		{"on Saturday", Future, "Saturday=2022-01-22"},
		{"will meet on Tuesday", Future, "Tuesday=2022-01-25"},
		{"Following Sunday’s vote", Past, "Sunday=2022-01-16"},
		{"the following Sunday", Past, "the following Sunday=2022-01-23"},
		{"this past Saturday", Past, "this past Saturday=2022-01-15"},
		{"this past weekend", Past, "this past weekend=2022-W02-WE"},
		{"last Saturday", Past, "last Saturday=2022-01-15"},
		{"next Tuesday", Past, "next Tuesday=2022-01-25"},
		// days about the publication
		{"the day before, yesterday", Past, "yesterday=2022-01-21"},
		{"said today and tonight", Past, "today=2022-01-22 tonight=2022-01-22TNI/TIME"},
		{"will meet tomorrow", Future, "tomorrow=2022-01-23"},
		{"the weekend", Past, "the weekend=2022-W03-WE"},
		{"Earlier this week", Past, "Earlier this week=2022-W03"},
		{"next week", Past, "next week=2022-W04"},
		{"last month", Past, "last month=2021-12"},
		{"this year", Past, "this year=2022"},
		{"the current fiscal year", Past, "the current fiscal year=2022"},
		{"two days ago", Past, "two days ago=2022-01-20"},
		{"a week ago", Past, "a week ago=2022-W02"},
		{"3 months ago", Past, "3 months ago=2021-10"},
		{"several years ago", Past, "several years ago=PAST_REF"},
		{"two weeks from now", Future, "two weeks from now=2022-W05"},
		// days about those spoken of
		{"Met on Jan. 5. On the same day, he left", Past, "Jan. 5=2022-01-05 the same day=2022-01-05"},
		{"Met on Jan. 5. The following day he left", Past, "Jan. 5=2022-01-05 The following day=2022-01-06"},
		{"Met on Jan. 5. Two days later he left", Past, "Jan. 5=2022-01-05 Two days later=2022-01-07"},
		{"Met in 2014, and a year earlier", Past, "2014=2014 a year earlier=2013"},
		{"third-quarter net rose from a year ago", Past, "third-quarter=2021-Q3 a year ago=2020-Q3"},
		{"third-quarter net rose; the latest period", Past, "third-quarter=2021-Q3 the latest period=2021-Q3"},
		{"the following day", Past, ""},
		// times of day
		{"9 a.m. Friday", Past, "9 a.m. Friday=2022-01-21T09:00/TIME"},
		{"at 7:15 p.m. on Jan. 5", Past, "7:15 p.m. on Jan. 5=2022-01-05T19:15/TIME"},
		{"Friday at noon", Past, "Friday at noon=2022-01-21T12:00/TIME"},
		{"12 a.m.", Past, "12 a.m.=2022-01-22T00:00/TIME"},
		{"Friday night", Past, "Friday night=2022-01-21TNI/TIME"},
		{"late last night", Past, "late last night=2022-01-21TNI/TIME"},
		{"this morning", Past, "this morning=2022-01-22TMO/TIME"},
		// durations
		{"for two years and three hours", Past, "two years=P2Y/DURATION three hours=PT3H/DURATION"},
		{"a ten-day trip", Past, "a ten-day=P10D/DURATION"},
		{"twenty-four hours", Past, "twenty-four hours=PT24H/DURATION"},
		{"several weeks", Past, "several weeks=PXW/DURATION"},
		{"2 1/2 years", Past, "2 1/2 years=P2Y6M/DURATION"},
		{"half an hour", Past, "half an hour=PT30M/DURATION"},
		{"the past two months", Past, "the past two months=P2M/DURATION"},
		{"two decades", Past, "two decades=P20Y/DURATION"},
		{"the first nine months", Past, "the first nine months=P9M/DURATION"},
		{"the year ended Aug. 31", Past, "the year=P1Y/DURATION Aug. 31=2021-08-31"},
		{"52 years old, a 6-year-old", Past, ""},
		{"more than a quarter of them", Past, ""},
		{"about three-quarters of them", Past, ""},
		{"24 hours a day", Past, ""},
		// sets
		{"every week", Past, "every week=P1W/SET"},
		{"daily", Past, "daily=P1D/SET"},
		{"every four years", Past, "every four years=P4Y/SET"},
		{"twice a month", Past, "twice a month=P1M/SET"},
		{"each Thursday", Past, "each Thursday=XXXX-WXX-4/SET"},
		{"Sunday mornings", Past, "Sunday mornings=XXXX-WXX-7TMO/SET"},
		// references
		{"now and recently", Past, "now=PRESENT_REF recently=PAST_REF"},
		{"in the near future", Past, "the near future=FUTURE_REF"},
		{"in the short term", Past, "the short term=FUTURE_REF"},
		// no times
		{"he may march second, Jan Novak", Past, ""},
		{"$1990, 1,990 and 1990%", Past, ""},
	} {
		if got := show(c.text, Find(c.text, published(c.tense))); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestFindWithoutPublication(t *testing.T) {
	for text, want := range map[string]string{
		"yesterday": "", "on 12 April": "", "9 a.m.": "",
		"in 2019": "2019=2019", "on 12 April 2019": "12 April 2019=2019-04-12", "for two days": "two days=P2D/DURATION",
	} {
		if got := show(text, Find(text, &Context{})); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestNamesAreNoTimes(t *testing.T) {
	text := "June Osei told USA Today in June that she would go."
	c := published(Past)
	c.Named = func(start, end int) bool { return start < len("June Osei") || text[start:end] == "Today" }
	if got := show(text, Find(text, c)); got != "June=2021-06" {
		t.Error("got", got)
	}
}

// TestContextMovesOn reads a day spoken of in the sentence before.
func TestContextMovesOn(t *testing.T) {
	c := published(Past)
	Find("They met on Jan. 5 for two years.", c)
	text := "The following day they left."
	if got := show(text, Find(text, c)); got != "The following day=2022-01-06" {
		t.Error("got", got)
	}
	Find("They met on Tuesday evening.", c)
	text = "A day earlier they had not."
	if got := show(text, Find(text, c)); got != "A day earlier=2022-01-17" {
		t.Error("got", got)
	}
}

func TestValueIsNoMorePreciseThanTheText(t *testing.T) {
	for text, want := range map[string]string{
		"yesterday": "2022-01-21 day", "last week": "2022-01-10 week", "in December": "2021-12 month", "since 2014": "2014 year",
		"9 a.m. Friday": "2022-01-21 day", "for two days": " ", "every day": " ", "now": " ", "the third quarter": " ", "the 1990s": " ",
	} {
		found := Find(text, published(Past))
		if len(found) != 1 || found[0].Value()+" "+string(found[0].Precision) != want {
			t.Errorf("%q: got %+v, want %s", text, found, want)
		}
	}
}

var timex = regexp.MustCompile(`^(PAST_REF|PRESENT_REF|FUTURE_REF|P[T\dX.]+[\dXYMWDHS]*|XXXX-WXX-[1-7](T\w\w)?|\d\d|\d{3}[X\d](-(Q[1-4]|H[12]|SP|SU|FA|WI|W\d\d(-WE)?|\d\d(-\d\d)?))?(T(\d\d:\d\d|MO|AF|EV|NI))?)$`)

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"yesterday", "99 May 0000", "31 Sept 2020", "9999999999 days ago", "in 2020", "Jan. 5, 2020 5 Jan", "9:61 a.m. Friday’s",
		"the third quarter a year earlier", "twenty-four hundred years ago", "2 1/0 years", "90000 centuries ago", "the 99th century", "Feb. 29",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		for _, e := range Find(s, published(Future)) {
			if e.Start < last || e.End <= e.Start || e.End > len(s) {
				t.Fatalf("%q: span of %+v", s, e)
			}
			if utf8.ValidString(s) && !utf8.ValidString(s[e.Start:e.End]) {
				t.Errorf("%q: %+v cuts a rune", s, e)
			}
			if !timex.MatchString(e.TIMEX) || e.Day.IsZero() != (e.Precision == "") {
				t.Errorf("%q: %+v", s, e)
			}
			last = e.End
		}
	})
}

func BenchmarkFind(b *testing.B) {
	text := "Officials from 12 countries said on Tuesday that the talks, which began in March 2014 and went on for two years, will " +
		"resume next week in the capital, where the minister met reporters and spoke of a plan that nobody had seen before."
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Find(text, published(Past))
	}
}
