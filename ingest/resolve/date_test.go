package resolve

import (
	"testing"
	"time"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/read"
)

// TestTimesFollowTheirVerb reads weekdays in an article of a Wednesday; the
// value is that of the last expression of each sentence.
func TestTimesFollowTheirVerb(t *testing.T) {
	wednesday := time.Date(2022, 1, 26, 0, 0, 0, 0, time.UTC)
	for text, want := range map[string]string{
		"The ministers met in Geneva on Friday.":                            "2022-01-21",
		"On Friday, the ministers met in Geneva.":                           "2022-01-21",
		"The ministers will meet in Geneva on Friday.":                      "2022-01-28",
		"On Friday, the ministers will meet in Geneva.":                     "2022-01-28",
		"The two sides plan to meet on Friday.":                             "2022-01-28",
		"The two sides planned to meet on Friday.":                          "2022-01-28",
		"The summit is scheduled for Tuesday in Geneva.":                    "2022-02-01",
		"Officials are to meet again Thursday.":                             "2022-01-27",
		"They agreed on Thursday to meet again.":                            "2022-01-20",
		"They said on Monday that the talks will resume on Thursday.":       "2022-01-27",
		"The talks will resume, the minister said on Thursday.":             "2022-01-20",
		"The minister has until Friday to answer.":                          "2022-01-28",
		"The meeting on Sunday was cancelled.":                              "2022-01-23",
		"He will look for ways to get around Friday’s ruling by the court.": "2022-01-21",
	} {
		d := read.Read(&article.Article{Text: text, Body: article.Span{End: len(text)}, Published: wednesday})
		times := Times(d)
		if len(times) == 0 || times[len(times)-1].TIMEX != want {
			t.Errorf("%s: got %+v, want %s", text, times, want)
		}
	}
}
