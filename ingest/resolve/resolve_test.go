package resolve

import (
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/read"
)

// resolved returns the facts of a text published on Saturday, 22 January 2022.
func resolved(t *testing.T, text string) *facts.Article {
	t.Helper()
	a, err := article.Parse("date 2022-01-22 " + text)
	if err != nil {
		t.Fatal(err)
	}
	return Resolve(read.Read(a))
}

func speaker(s facts.Statement) string {
	if s.Speaker == nil {
		return "nobody"
	}
	return *s.Speaker
}

func TestSpeakers(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"US Secretary of State Jane Doe left. Doe said all was well.", "person:jane-doe"},
		{"Jane Doe left. She said all was well.", "person:jane-doe"},
		{"Mr Roe met Mrs Doe. She said all was well.", "person:doe"},
		{"Moscow says all is well.", "country:ru"},
		{"The Kremlin said all was well.", "country:ru"},
		{"Russian officials said all was well.", "country:ru"},
		{"Russian refugees said all was well.", "nobody"},
		{"Three officials said all was well.", "nobody"},
		{"A spokesman for John Roe said all was well.", "nobody"},
		{"John Roe's spokesman said all was well.", "nobody"},
		{"NATO was ready. It said all was well.", "organization:nato"},
		{"French President John Roe left. The French president said all was well.", "person:john-roe"},
		{"Foreign Minister Jane Doe of France met John Roe. The foreign minister said all was well.", "person:jane-doe"},
		{"“All is well,” said the Ukrainian foreign minister, Dmytro Kuleba.", "person:dmytro-kuleba"},
	} {
		f := resolved(t, c.text)
		last := "none"
		for _, s := range f.Statements {
			last = speaker(s)
		}
		if last != c.want {
			t.Errorf("%s\ngot %s, want %s", c.text, last, c.want)
		}
	}
}

func TestStatements(t *testing.T) {
	for _, c := range []struct {
		text string
		want facts.Statement
	}{
		{"Paris warned Moscow that it would act.", facts.Statement{Act: "WARN", Addressees: []string{"country:ru"}, Polarity: "positive", QuoteType: "indirect", Modality: "conditional"}},
		{"Paris accused Moscow of lying.", facts.Statement{Act: "ACCUSE", Targets: []string{"country:ru"}, Polarity: "positive", QuoteType: "indirect", Modality: "asserted"}},
		{"Paris denied that it had not paid.", facts.Statement{Act: "DENY", Polarity: "negative", QuoteType: "indirect", Modality: "asserted"}},
		{"Paris did not say that it must pay.", facts.Statement{Act: "ASSERT", AttributionNegated: true, Polarity: "positive", QuoteType: "indirect", Modality: "necessary"}},
		{"Jane Doe never said that all was well.", facts.Statement{Act: "ASSERT", AttributionNegated: true, Polarity: "positive", QuoteType: "indirect", Modality: "asserted"}},
		{"Nobody said that all was well.", facts.Statement{Act: "ASSERT", AttributionNegated: true, Polarity: "positive", QuoteType: "indirect", Modality: "asserted"}},
		{"Paris has yet to say whether it had paid.", facts.Statement{Act: "ASSERT", AttributionNegated: true, Polarity: "positive", QuoteType: "indirect", Modality: "asserted"}},
		{"Paris refused to say whether it had paid.", facts.Statement{Act: "ASSERT", AttributionNegated: true, Polarity: "positive", QuoteType: "indirect", Modality: "asserted"}},
		{"“We may pay,” Paris said.", facts.Statement{Act: "ASSERT", Polarity: "positive", QuoteType: "direct", Modality: "possible", Quote: "We may pay"}},
		{"Paris said it was ‘ready to pay’ at once.", facts.Statement{Act: "ASSERT", Polarity: "positive", QuoteType: "mixed", Modality: "asserted", Quote: "ready to pay"}},
		{"Paris asked Moscow to pay.", facts.Statement{Act: "REQUEST", Addressees: []string{"country:ru"}, Polarity: "positive", QuoteType: "indirect", Modality: "asserted"}},
	} {
		f := resolved(t, c.text)
		if len(f.Statements) != 1 {
			t.Errorf("%s: %d statements", c.text, len(f.Statements))
			continue
		}
		s := f.Statements[0]
		if s.Act != c.want.Act || s.Polarity != c.want.Polarity || s.QuoteType != c.want.QuoteType || s.Modality != c.want.Modality || s.Quote != c.want.Quote ||
			s.AttributionNegated != c.want.AttributionNegated || strings.Join(s.Addressees, " ") != strings.Join(c.want.Addressees, " ") ||
			strings.Join(s.Targets, " ") != strings.Join(c.want.Targets, " ") {
			t.Errorf("%s\ngot  %+v\nwant %+v", c.text, s, c.want)
		}
	}
}

func TestStatementDates(t *testing.T) {
	for text, want := range map[string]string{
		"Paris said on Thursday that it would pay on Monday.":                               "2022-01-20 day",
		"Earlier this week, Paris said that it would pay.":                                  "2022-01-17 week",
		"Jane Doe, who left Rome on Thursday, said all was well.":                           "2022-01-22 published",
		"“All is well,” Jane Doe told them as she said goodbye on Thursday.":                "2022-01-20 day",
		"Paris said that it would pay.":                                                     "2022-01-22 published",
		"John Roe met Jane Doe yesterday. Speaking afterwards, Roe said that all was well.": "2022-01-21 day",

		// what a date is the date of
		"Jane Doe told “This Week” on Thursday that she would pay.":                              "2022-01-20 day",
		"Jane Doe refused to pay on Thursday, saying that all was well.":                         "2022-01-20 day",
		"Jane Doe warned Rome before Thursday that it must pay.":                                 "2022-01-22 published",
		"The Sunday Times said that Rome would pay.":                                             "2022-01-22 published",
		"Jane Doe left Rome on Thursday. At 9 a.m., John Roe said that all was well.":            "2022-01-22 published",
		"Jane Doe has said since Thursday’s vote that all was well.":                             "2022-01-22 published",
		"“All is well,” said a 2016 candidate, Jane Doe.":                                        "2022-01-22 published",
		"“All is well,” said Jane Doe, chairwoman of the party from 2014 to 2016.":               "2022-01-22 published",
		"Jane Doe met John Roe on Friday, saying that all was well after the attacks last week.": "2022-01-21 day",
		"Jane Doe, winner of the prize in 2016, said that all was well.":                         "2022-01-22 published",
		"During her 2016 campaign, Jane Doe said that all was well.":                             "2016 year",
		"During last month’s annual meeting, Jane Doe said that all was well.":                   "2021-12 month",
		"Jane Doe, who will meet John Roe later this month, said that all was well.":             "2022-01-22 published",
		"Last May, Jane Doe says, all was well.":                                                 "2022-01-22 published",
		"Jane Doe left Rome in 2014, and John Roe said that all was well.":                       "2022-01-22 published",
		"Jane Doe left Rome on Thursday after John Roe said that all was well.":                  "2022-01-22 published",
		"It came up in a debate in December, when Jane Doe said that all was well.":              "2021-12 month",
		"As Rome voted on Thursday, Jane Doe gave a speech, saying that all was well.":           "2022-01-20 day",
		"Paris stepped up pressure on Thursday, with Jane Doe saying that it would pay.":         "2022-01-20 day",

		// what is dated before
		"Jane Doe said on Thursday that all was well. She added that she would pay.":                         "2022-01-20 day",
		"Jane Doe said on Thursday that all was well. She believes that she must pay.":                       "2022-01-22 published",
		"Jane Doe said on Thursday that all was well. She had said that she would pay.":                      "2022-01-22 published",
		"Jane Doe said on Thursday that all was well. John Roe left on Friday. Doe said that she would pay.": "2022-01-22 published",
		"Jane Doe said on Thursday that all was well. In an interview, Doe said that she would pay.":         "2022-01-22 published",
		"On Thursday, Jane Doe joined the critics. “All is well,” she said.":                                 "2022-01-20 day",
		"Jane Doe bought a farm in 2014. She said that all was well.":                                        "2022-01-22 published",
		"Rome won Thursday’s debate. Jane Doe told the debate audience that she would pay.":                  "2022-01-20 day",
	} {
		f := resolved(t, text)
		s := f.Statements[len(f.Statements)-1]
		if got := s.Date + " " + s.DatePrecision; got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
}

func TestMeetings(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Jane Doe and John Roe met for talks in Geneva yesterday.", "person:jane-doe person:john-roe place:geneva 2022-01-21 past in person"},
		{"Jane Doe met John Roe in Geneva on Friday.", "person:jane-doe person:john-roe place:geneva 2022-01-21 past in person"},
		{"Jane Doe will meet John Roe in Geneva on Tuesday.", "person:jane-doe person:john-roe place:geneva 2022-01-25 planned in person"},
		{"Jane Doe held talks with John Roe in Paris.", "person:jane-doe person:john-roe place:paris  past in person"},
		{"Jane Doe cancelled a meeting with John Roe.", "person:jane-doe person:john-roe   cancelled in person"},
		{"Jane Doe spoke by phone with John Roe.", "person:jane-doe person:john-roe   past phone"},
		{"Talks between Jane Doe and John Roe began in Geneva.", "person:jane-doe person:john-roe place:geneva  past in person"},
		{"Paris and Berlin held talks in Geneva.", "country:fr country:de place:geneva  past in person"},
		{"Jane Doe met in Geneva.", ""},
		{"Jane Doe, visiting Rome this week, met John Roe on Friday.", "person:jane-doe person:john-roe  2022-01-21 past in person"},
		{"Jane Doe met John Roe at the Vatican.", "person:jane-doe person:john-roe country:va  past in person"},
		{"After Jane Doe met John Roe, France deployed troops stationed in Berlin.", "person:jane-doe person:john-roe   past in person"},
		{"The British Army Board and John Roe held talks in Geneva.", "organization:british-army-board person:john-roe place:geneva  past in person"},
		{"Jane Doe met John Roe in Geneva. Doe and Roe met on Friday.", "person:jane-doe person:john-roe place:geneva 2022-01-21 past in person"},
	} {
		var got []string
		for _, m := range resolved(t, c.text).Meetings {
			var who []string
			for _, p := range m.Participants {
				who = append(who, p.ID)
			}
			got = append(got, strings.Join(append(who, m.Place, m.Date, m.Status, m.Mode), " "))
		}
		if strings.Join(got, " | ") != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.text, strings.Join(got, " | "), c.want)
		}
	}
}

func TestVenues(t *testing.T) {
	for text, want := range map[string]string{
		"Jane Doe met John Roe at the White House on Friday.":    "White House",
		"Jane Doe met John Roe in the Oval Office.":              "Oval Office",
		"Jane Doe and John Roe held talks at the Kremlin.":       "Kremlin",
		"Jane Doe and John Roe held talks in a hotel in Geneva.": "hotel",
		"Jane Doe met John Roe at the Palace of Nations.":        "Palace of Nations",
		"Jane Doe met John Roe in Geneva.":                       "",
		"Jane Doe met John Roe at the weekend.":                  "",
	} {
		f := resolved(t, text)
		if len(f.Meetings) != 1 || f.Meetings[0].Venue != want {
			t.Errorf("%s: got %+v, want one at %q", text, f.Meetings, want)
		}
	}
}

// TestSaidAtMeetings holds whether the last statement was made at a meeting of
// its own sentence.
func TestSaidAtMeetings(t *testing.T) {
	for text, want := range map[string]bool{
		"In a phone call on Friday, Jane Doe urged John Roe to leave.":                    true,
		"Jane Doe told John Roe at a meeting in Rome that all was well.":                  true,
		"Speaking at a joint press conference with John Roe, Jane Doe said all was well.": true,
		"After talks with John Roe in Rome, Jane Doe announced a deal.":                   true,
		"Jane Doe said that talks with John Roe had failed.":                              false,
	} {
		f := resolved(t, text)
		if s := f.Statements[len(f.Statements)-1]; (s.Meeting != "") != want {
			t.Errorf("%s: meeting %q, meetings %+v", text, s.Meeting, f.Meetings)
		}
	}
}

func TestPositions(t *testing.T) {
	for text, want := range map[string]string{
		"US Secretary of State Jane Doe left.":            "Secretary of State of country:us",
		"Russian Foreign Minister Jane Doe left.":         "Foreign Minister of country:ru",
		"Jane Doe, the foreign minister of France, left.": "Foreign Minister of country:fr",
		"France's foreign minister, Jane Doe, left.":      "Foreign Minister of country:fr",
		"UK Foreign Secretary Jane Doe left.":             "Foreign Secretary of country:gb",
		"NATO Secretary-General Jane Doe left.":           "Secretary-General of organization:nato",
		"Mr Doe left for France.":                         "",
	} {
		if got := offices(t, text); got != want {
			t.Errorf("%s\ngot  %s\nwant %s", text, got, want)
		}
	}
}

// offices lists the offices that a text gives.
func offices(t *testing.T, text string) string {
	t.Helper()
	var got []string
	for _, p := range resolved(t, text).People {
		for _, q := range p.Positions {
			got = append(got, q.Title+" of "+q.Of)
		}
	}
	return strings.Join(got, " | ")
}

func TestCapitals(t *testing.T) {
	for text, want := range map[string]string{
		"Moscow denied it.": "", "They met in Moscow.": "place:moscow", "She flew to Paris.": "place:paris", "It asked Paris for help.": "",
		"He opposed the Madrid peace talks.": "place:madrid", "They signed the Paris agreement.": "place:paris", "The Moscow government denied it.": "",
	} {
		var got []string
		for _, p := range resolved(t, text).Places {
			got = append(got, p.ID)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}
