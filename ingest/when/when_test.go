package when

import (
	"strings"
	"testing"
	"time"
)

var saturday = time.Date(2022, 1, 22, 0, 0, 0, 0, time.UTC)

func TestFind(t *testing.T) {
	past := Context{Published: saturday, Last: time.Date(2022, 1, 20, 0, 0, 0, 0, time.UTC)}
	ahead := Context{Published: saturday, Future: true}
	for _, c := range []struct {
		text    string
		context Context
		want    string
	}{
		{"met yesterday", past, "yesterday=2022-01-21"},
		{"the day before yesterday", past, "the day before yesterday=2022-01-20"},
		{"said today and tonight", past, "today=2022-01-22 tonight=2022-01-22"},
		{"will meet tomorrow", ahead, "tomorrow=2022-01-23"},
		{"on Thursday", past, "Thursday=2022-01-20"},
		{"on Saturday, as the article says", past, "Saturday=2022-01-22"},
		{"on Saturday", ahead, "Saturday=2022-01-22"},
		{"will meet on Tuesday", ahead, "Tuesday=2022-01-25"},
		{"last Saturday", past, "last Saturday=2022-01-15"},
		{"next Tuesday", past, "next Tuesday=2022-01-25"},
		{"On the same day", past, "On the same day=2022-01-20"},
		{"the following day", past, "the following day=2022-01-21"},
		{"the previous day", past, "the previous day=2022-01-19"},
		{"Earlier this week", past, "Earlier this week=2022-01-17/week"},
		{"next week", past, "next week=2022-01-24/week"},
		{"last month", past, "last month=2021-12/month"},
		{"this year", past, "this year=2022/year"},
		{"two days ago", past, "two days ago=2022-01-20"},
		{"a week ago", past, "a week ago=2022-01-10/week"},
		{"3 months ago", past, "3 months ago=2021-10/month"},
		{"on 12 April", past, "12 April=2021-04-12"},
		{"on April 12", ahead, "April 12=2022-04-12"},
		{"on 12th of April 2019", past, "12th of April 2019=2019-04-12"},
		{"Jan. 5, 2020", past, "Jan. 5, 2020=2020-01-05"},
		{"in March 2014", past, "March 2014=2014-03/month"},
		{"in December", past, "in December=2021-12/month"},
		{"since 2014", past, "since 2014=2014/year"},
		{"on 2021-11-02", past, "2021-11-02=2021-11-02"},
		{"on 31 February", past, ""},
		{"several days ago", past, ""},
		{"he may march second", past, ""},
		{"yesterday", Context{}, ""},
		{"on 12 April", Context{}, ""},
		{"in 2019", Context{}, "in 2019=2019/year"},
	} {
		var got []string
		for _, e := range Find(c.text, c.context) {
			shown := c.text[e.Start:e.End] + "=" + e.Value()
			if e.Precision != Day {
				shown += "/" + string(e.Precision)
			}
			got = append(got, shown)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%q: got %q, want %q", c.text, strings.Join(got, " "), c.want)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"yesterday", "99 May 0000", "31 Sept 2020", "9999999999 days ago", "in 2020", "Jan. 5, 2020 5 Jan"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		for _, e := range Find(s, Context{Published: saturday, Last: saturday}) {
			if e.Start < last || e.End <= e.Start || e.End > len(s) || e.Day.IsZero() || e.Value() == "" {
				t.Errorf("%q: %+v", s, e)
			}
			last = e.End
		}
	})
}
