package text

import (
	"strings"
	"testing"
)

// TestDatelines: the forms of agencies and papers, and what only looks like one.
func TestDatelines(t *testing.T) {
	for text, want := range map[string]string{
		"GENEVA, JAN 21 (Agency) – Rain fell.":                          "GENEVA | 01-21 | Rain fell.",
		"London, Jan 10 – Rain fell.":                                   "London | 01-10 | Rain fell.",
		"Jerusalem (AFP) – Rain fell.":                                  "Jerusalem |  | Rain fell.",
		"Berlin (dpa) - Rain fell.":                                     "Berlin |  | Rain fell.",
		"MOSCOW (AP)_ Rain fell.":                                       "MOSCOW |  | Rain fell.",
		"Washington (CNN)Rain fell.":                                    "Washington |  | Rain fell.",
		"(CNN) Rain fell.":                                              " |  | Rain fell.",
		"MOSCOW, January 21. /TASS/. Rain fell.":                        "MOSCOW | 01-21 | Rain fell.",
		"MOSCOW. Jan 21 (Interfax) - Rain fell.":                        "MOSCOW | 01-21 | Rain fell.",
		"TOKYO, Jan. 21, Kyodo - Rain fell.":                            "TOKYO | 01-21 | Rain fell.",
		"Tehran, IRNA – Rain fell.":                                     "Tehran |  | Rain fell.",
		"New Delhi, Jan 21 (PTI) Rain fell.":                            "New Delhi | 01-21 | Rain fell.",
		"New Delhi [India], January 21 (ANI): Rain fell.":               "New Delhi, India | 01-21 | Rain fell.",
		"Riyadh, January 21, 2023, SPA -- Rain fell.":                   "Riyadh | 2023-01-21 | Rain fell.",
		"ISLAMABAD: Rain fell.":                                         "ISLAMABAD |  | Rain fell.",
		"GENEVA (21 January 2023) – Rain fell.":                         "GENEVA | 2023-01-21 | Rain fell.",
		"(New York, March 14, 2023) – Rain fell.":                       "New York | 2023-03-14 | Rain fell.",
		"(Brussels) – Rain fell.":                                       "Brussels |  | Rain fell.",
		"Washington, D.C. – March 14, 2023 – Rain fell.":                "Washington, D.C. | 2023-03-14 | Rain fell.",
		"NEW YORK--(BUSINESS WIRE)--Rain fell.":                         "NEW YORK |  | Rain fell.",
		"OSLO, Norway, March 14, 2023 /PRNewswire/ -- Rain fell.":       "OSLO, Norway | 2023-03-14 | Rain fell.",
		"Geneva/Nairobi, 14 March 2023 – Rain fell.":                    "Geneva/Nairobi | 2023-03-14 | Rain fell.",
		"Geneva, 14 March 2023. Rain fell.":                             "Geneva | 2023-03-14 | Rain fell.",
		"14 March 2023 – Rain fell.":                                    " | 2023-03-14 | Rain fell.",
		"BRUSSELS, Tuesday 14 March 2023 (Agency) – Rain fell.":         "BRUSSELS | 2023-03-14 | Rain fell.",
		"BRUSSELS, Tuesday (Agency) – Rain fell.":                       "BRUSSELS |  | Rain fell.",
		"Monday, 13 March 2023 – Rain fell.":                            " | 2023-03-13 | Rain fell.",
		"KANSAS CITY, Mo. (AP) — Rain fell.":                            "KANSAS CITY, Mo. |  | Rain fell.",
		"By Jane Doe. OSLO (Reuters) - Rain fell.":                      "OSLO |  | Rain fell.",
		"LAHORE, April 5 (APP):Rain fell.":                              "LAHORE | 04-05 | Rain fell.",
		"PARIS, 2023/03/14 – Rain fell.":                                "PARIS | 2023-03-14 | Rain fell.",
		"PARIS: I see rain.\n\nBERLIN: So do I.\n\nPARIS: It falls.":    " |  | PARIS: I see rain.\n\nBERLIN: So do I.\n\nPARIS: It falls.",
		"Jane Doe (Greens) – Rain fell.":                                " |  | Jane Doe (Greens) – Rain fell.",
		"Paris-based firms said so.":                                    " |  | Paris-based firms said so.",
		"Paris – the city of light – sleeps.":                           " |  | Paris – the city of light – sleeps.",
		"Washington said on Monday: Rain fell.":                         " |  | Washington said on Monday: Rain fell.",
		"ANALYSIS: Rain fell.":                                          " |  | ANALYSIS: Rain fell.",
		"Moscow (the capital) is wet.":                                  " |  | Moscow (the capital) is wet.",
		"Oslo, 14 March 2019 (Agency), was the day when the rain fell.": " |  | Oslo, 14 March 2019 (Agency), was the day when the rain fell.",
	} {
		a, err := Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		on := a.Published.Date()
		if !a.Yearless.IsZero() {
			on = a.Yearless.Format("01-02")
		}
		if got := strings.Join([]string{a.Place, on, a.Slice(a.Body)}, " | "); got != want {
			t.Errorf("%q:\ngot  %q\nwant %q", text, got, want)
		}
	}
}

// TestDateLines: the lines that papers and pages say the time in.
func TestDateLines(t *testing.T) {
	for line, want := range map[string]string{
		"2023/03/14":                                     "2023-03-14 ",
		"14-Mar-2023":                                    "2023-03-14 ",
		"14-03-2023":                                     "2023-03-14 ",
		"14/03/2023 - 09:12":                             "2023-03-14 ",
		"Issued on: 14/03/2023 - 09:12":                  "2023-03-14 ",
		"14 March 2023, 9.12pm":                          "2023-03-14 ",
		"MARCH 14, 2023 / 9:12 AM / AGENCY NEWS":         "2023-03-14 ",
		"Published 14 March 2023 | Updated 2 hours ago":  "2023-03-14 ",
		"March 14, 20239:12 AM GMT+1Updated 2 hours ago": "2023-03-14 ",
		"Published Tue, Mar 14 20239:12 AM EDTUpdated Wed, Mar 15 20239:12 AM EDT": "2023-03-14 2023-03-15",
		"Updated 1402 GMT (2202 HKT) March 14, 2023":                               "2023-03-14 2023-03-14",
		"For immediate release: March 14, 2023":                                    "2023-03-14 ",
		"Posted on March 14, 2023 by Jane Doe":                                     "2023-03-14 ",
		"March 14, 2023 | By Jane Doe":                                             "2023-03-14 ",
		"Posted by Jane Doe on March 14, 2023":                                     "2023-03-14 ",
		"Date: 14 March 2023":                                                      "2023-03-14 ",
		"London – 10 January 2023":                                                 "2023-01-10 ",
		"03/14/2023March 14, 2023":                                                 "2023-03-14 ",
		"14.03.2023 - Update : 15.03.2023":                                         "2023-03-14 2023-03-15",
		"AGN | Mar 14, 2023, 09:12 IST":                                            "2023-03-14 ",
		"March 14, 2023, Tuesday":                                                  "2023-03-14 ",
		"*14 March 2023*":                                                          "2023-03-14 ",
		"Published\n14 March 2023\nShare":                                          "2023-03-14 ",
		"By\nJane Doe\nMarch 14, 20239:12 AM ET":                                   "2023-03-14 ",
		"By Jane Doe | example.org | 14-03-2023 (updated: 15-03-2023)":             "2023-03-14 2023-03-15",
		"March 14, 2023 09:12 am | Updated 10:00 am IST - NEW DELHI":               "2023-03-14 ",
		"04/05/2023": " ",
	} {
		const body = "Rain fell on the whole of the north for three days, and there is more of it to come, said the woman who measures it."
		a, err := Parse("Rain over the north\n" + line + "\n\n" + body)
		if err != nil {
			t.Fatal(err)
		}
		if got := a.Published.Date() + " " + a.Changed.Date(); got != want || a.Headline != "Rain over the north" || a.Slice(a.Body) != body || strings.Contains(line, "Jane") && !strings.Contains(line, "example.org") != (len(a.Authors) == 1) {
			t.Errorf("%s: got %q, headline %q, authors %q, body %q", line, got, a.Headline, a.Authors, a.Slice(a.Body))
		}
	}
}

// TestHeaders: what stands before the first sentence, in the orders in which
// papers have it.
func TestHeaders(t *testing.T) {
	for text, want := range map[string]string{
		"Rain falls\nBy Jane Doe\nMarch 14, 2023\n\nIt rained.":                                                                                 "Rain falls |  | Jane Doe | 2023-03-14 | It rained.",
		"Will it rain?\n\nBy Jane Doe\n\nIt rained.":                                                                                            "Will it rain? |  | Jane Doe |  | It rained.",
		"Will it rain?\n\nIt rained.":                                                                                                           " |  |  |  | Will it rain?\n\nIt rained.",
		"Rain falls\n\nIt is wet.\n\nBy Jane Doe\n14 March 2023\n\nIt rained all day long.":                                                     "Rain falls | It is wet. | Jane Doe | 2023-03-14 | It rained all day long.",
		"Rain falls\nPolitics\n5 min read\nPublished 14 March 2023\n\nIt rained all day long, said the woman who measures rain.":                "Rain falls |  |  | 2023-03-14 | It rained all day long, said the woman who measures rain.",
		"Rain falls\nJane Doe in Oslo\nTue 14 Mar 2023 09.12 GMT\n\nIt rained all day long, said the woman who measures rain there.":            "Rain falls |  | Jane Doe | 2023-03-14 | It rained all day long, said the woman who measures rain there.",
		"FOR IMMEDIATE RELEASE\n\nMarch 14, 2023\n\nRain falls\n\nIt rained.":                                                                   "Rain falls |  |  | 2023-03-14 | It rained.",
		"Rain falls\n\nIt began in spring.\n\n14 March 2023\n\nIt rained.\n\n15 March 2023\n\nIt stopped, at last.":                             "Rain falls |  |  |  | It began in spring.\n\n14 March 2023\n\nIt rained.\n\n15 March 2023\n\nIt stopped, at last.",
		"Rain falls\n\nIt rained all day.\n\nPublished 14 March 2023":                                                                           "Rain falls |  |  | 2023-03-14 | It rained all day.\n\n",
		"Rain falls\n\nIt is wet.\n\nOslo, 14 March 2023: Norway 2 Sweden 1\n\nIt rained all day long, said the woman who measures rain there.": "Rain falls |  |  |  | It is wet.\n\nOslo, 14 March 2023: Norway 2 Sweden 1\n\nIt rained all day long, said the woman who measures rain there.",
		"Jane Doe\n\n14 March 1931 – 2 January 2023\n\nIt rained all day long, said the woman who measures rain there.":                         "Jane Doe |  |  |  | 14 March 1931 – 2 January 2023\n\nIt rained all day long, said the woman who measures rain there.",
		"Rain falls\n\nOslo, 14-16 March 2023\n\nIt rained all day long, said the woman who measures rain there.":                               "Rain falls |  |  |  | Oslo, 14-16 March 2023\n\nIt rained all day long, said the woman who measures rain there.",
		"Rain falls\n\nBy JANE DOE\nAgency News, Oslo\n\nIt rained.":                                                                            "Rain falls |  | JANE DOE |  | It rained.",
		"Rain falls\n\nBy Jane Doe\n\nEuropean Affairs Correspondent\n\nIt rained.":                                                             "Rain falls |  | Jane Doe |  | It rained.",
		"Rain falls\n\nBy Jane Doe for the Daily Example\n\nIt rained.":                                                                         "Rain falls |  | Jane Doe |  | It rained.",
		"Rain falls\n\nBy Jane Doe in Oslo and Joe Roe in New York City\n\nIt rained.":                                                          "Rain falls |  | Jane Doe|Joe Roe |  | It rained.",
		"Rain falls\n\nAnalysis by Jane Doe, Agency\n\nIt rained.":                                                                              "Rain falls |  | Jane Doe |  | It rained.",
		"FOR IMMEDIATE RELEASE\nMedia Contact: Jane Doe, +1 555 0100\njane@doe.example\n\nRain falls\n\nIt rained.":                             "Rain falls |  |  |  | It rained.",
	} {
		a, err := Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join([]string{a.Headline, a.Standfirst, strings.Join(a.Authors, "|"), a.Published.Date(), a.Slice(a.Body)}, " | "); got != want {
			t.Errorf("%q:\ngot  %q\nwant %q", text, got, want)
		}
	}
}

// TestCredits: who worked on an article is no part of it.
func TestCredits(t *testing.T) {
	for _, credits := range []string{
		"Reporting by Jane Doe\nEditing by Joe Roe", "Edited by: Joe Roe", "AP writers Jane Doe in Oslo and Joe Roe in Bern contributed to this report.",
		"___\n\nAssociated Press writer Jane Doe contributed to this report.", "jd/rc (AFP, Reuters)", "Jane Doe reported from Oslo. Joe Roe contributed reporting.",
		"Write to Jane Doe at jane.doe@example.org", "Reporting by Jane Doe; Editing by Joe Roe\n\nOur Standards: The Trust Principles.", "(With inputs from agencies)",
		"Jane Doe reported from Oslo, and Joe Roe from Bern. Ann Poe contributed reporting.", "ENDS", "###", "By Jane Doe", "Contact: Jane Doe, press officer, +41 22 000", "Jane Doe contributed reporting from Oslo.", "Jane Doe and Joe Roe contributed to this report.", "-30-", "With reporting by Jane Doe",
	} {
		a, err := Parse("It rained.\n\n" + credits + "\n")
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.TrimSpace(a.Slice(a.Body)); got != "It rained." {
			t.Errorf("%q: got %q", credits, got)
		}
	}
	for _, news := range []string{
		"Jane Doe reported from Oslo that it rained there.", "Ends of roads are wet.", "Contact was lost, Jane Doe said.", "Edited texts are by nature short.", "Jane Doe contributed to the talks, the minister said.", "By then Jane Doe had left.", "Writing by hand is slow, said Jane Doe.",
	} {
		a, err := Parse("It rained.\n\n" + news)
		if err != nil {
			t.Fatal(err)
		}
		if got := a.Slice(a.Body); !strings.HasSuffix(got, news) {
			t.Errorf("%q is left out: %q", news, got)
		}
	}
}
