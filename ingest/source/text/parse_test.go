package text

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/internal/hint"
)

func TestParse(t *testing.T) {
	type want struct{ published, changed, place, headline, standfirst, author, url, body string }
	for _, c := range []struct {
		name, text string
		want       want
	}{
		{"bare", "Jane said so.", want{body: "Jane said so."}},
		{"byte order mark and CRLF", "\ufeffJane said so.\r\n", want{body: "Jane said so.\r\n"}},
		{"date before the text", " date 2022-01-22 US SECRETARY of State said so.", want{published: "2022-01-22", body: "US SECRETARY of State said so."}},
		{"agency dateline", "GENEVA, Jan 21 2022 (Agency) – Talks began.", want{published: "2022-01-21", place: "GENEVA", body: "Talks began."}},
		{"a day without a year", "GENEVA, Jan 21 (Agency) – Talks began.", want{place: "GENEVA", body: "Talks began."}},
		{"its year by the last change", "Updated 2 January 2023\n\nGENEVA, Dec 31 (Agency) – Talks began.", want{published: "2022-12-31", changed: "2023-01-02", place: "GENEVA", body: "Talks began."}},
		{"its year by the copyright", "GENEVA, 29 Feb (Agency) – Talks began.\n\n© 2024 Agency", want{published: "2024-02-29", place: "GENEVA", body: "Talks began.\n\n"}},
		{"agency without a date", "WASHINGTON (AP) — Talks began.", want{place: "WASHINGTON", body: "Talks began."}},
		{"two places", "KYIV/MOSCOW, 3 May 2024 – Talks began.", want{published: "2024-05-03", place: "KYIV/MOSCOW", body: "Talks began."}},
		{"place and state", "DES MOINES, Iowa — Talks began.", want{place: "DES MOINES, Iowa", body: "Talks began."}},
		{"a day without a year is no date", "PARIS, Jan 21 – Talks began.", want{place: "PARIS", body: "Talks began."}},
		{"a sport's headline in capitals is no dateline", "ROWING - TWO CREWS OUT OF FINAL\n\nRain fell.", want{headline: "ROWING - TWO CREWS OUT OF FINAL", body: "Rain fell."}},
		{"an aside is no dateline", "NATO — the alliance of 32 — said so.", want{body: "NATO — the alliance of 32 — said so."}},
		{"headline", "No deal in sight\n\nJane said so.", want{headline: "No deal in sight", body: "Jane said so."}},
		{"a sentence is no headline", "Jane said so.\n\nJoe too.", want{body: "Jane said so.\n\nJoe too."}},
		{
			"headline, byline, date, dateline", "No deal in sight\n\nBy Jane Doe and John Roe\nPublished 21 JANUARY 2022\n\nPARIS – Talks began.",
			want{published: "2022-01-21", place: "PARIS", headline: "No deal in sight", author: "Jane Doe|John Roe", body: "Talks began."},
		},
		{
			"several authors, what they are, and two dates", "Storm hits coast\n\nBy ANN O'DELL, PIET J. VAN DEN BERG and Mary Smith-Wu, Senior Editor, Agency\nPublished June 3, 2021 9:15 AM EDT Updated June 4, 2021\n\nOSLO (Agency) - Rain fell.",
			want{published: "2021-06-03", changed: "2021-06-04", place: "OSLO", headline: "Storm hits coast", author: "ANN O'DELL|PIET J. VAN DEN BERG|Mary Smith-Wu", body: "Rain fell."},
		},
		{"who an author writes for", "By Jane Doe, Staff Writer\n\nRain fell.", want{author: "Jane Doe", body: "Rain fell."}},
		{"an author and a place", "By Jane Doe in Oslo\nRain fell.", want{author: "Jane Doe", body: "Rain fell."}},
		{"an author's address", "By Jane Doe (@janedoe) | Agency News\nRain fell.", want{author: "Jane Doe", body: "Rain fell."}},
		{"a byline in small letters, and a time", "by Jane Doe and John Roe | Agency News\nMarch 3, 2021, 4:15 p.m.\n\nRain fell.", want{author: "Jane Doe|John Roe", published: "2021-03-03", body: "Rain fell."}},
		{"a staff", "By Agency Staff\nRain fell.", want{author: "Agency Staff", body: "Rain fell."}},
		{"a sentence is no byline", "By Monday the rain had stopped, and nobody was hurt.", want{body: "By Monday the rain had stopped, and nobody was hurt."}},
		{"nor is a phrase", "By Monday all was over\n\nRain fell.", want{headline: "By Monday all was over", body: "Rain fell."}},
		{"a dateline in small letters", "Lagos, 14 March 2019: In Ikeja rain fell.", want{published: "2019-03-14", place: "Lagos", body: "In Ikeja rain fell."}},
		{"a dateline with a hyphen", "Port-au-Prince, Friday, March 15, 2019 – Rain fell.", want{published: "2019-03-15", place: "Port-au-Prince", body: "Rain fell."}},
		{"an ISO date in the dateline", "Rio de Janeiro, 2019-03-15 (Agency) -- Rain fell.", want{published: "2019-03-15", place: "Rio de Janeiro", body: "Rain fell."}},
		{"an agency alone", "(Agency) - Rain fell.", want{body: "Rain fell."}},
		{"a day and an agency", "March 3 (Agency) - Rain fell.", want{body: "Rain fell."}},
		{"a place and a date in prose", "Lagos, 14 March 2019, was a day of rain.", want{body: "Lagos, 14 March 2019, was a day of rain."}},
		{"a date that two orders read", "Updated: 04/05/2019\nRain fell.", want{body: "Rain fell."}},
		{
			"authors and their desk", "By Jane Doe, John Roe and Ann O'Dell, City bureau\nRain fell.",
			want{author: "Jane Doe|John Roe|Ann O'Dell", body: "Rain fell."},
		},
		{"an author and a town", "By Jane Doe, Oslo\nRain fell.", want{author: "Jane Doe", body: "Rain fell."}},
		{"a byline with a date", "By Jane Doe | March 14, 2023\nRain fell.", want{author: "Jane Doe", published: "2023-03-14", body: "Rain fell."}},
		{"a place and a date on a line", "London, 10 January 2023\n\nRain fell.", want{place: "London", published: "2023-01-10", body: "Rain fell."}},
		{"a date on a line", "March 14, 2023\nRain fell.", want{published: "2023-03-14", body: "Rain fell."}},
		{"the month first", "03/14/2023\nRain fell.", want{published: "2023-03-14", body: "Rain fell."}},
		{"the day first", "14/03/2023 09:12\nRain fell.", want{published: "2023-03-14", body: "Rain fell."}},
		{"no day of any order", "14/14/2023\nRain fell.", want{body: "Rain fell."}},
		{"published and updated", "Published 14 March 2023, 9:12 GMT | Updated 15 March 2023, 10:00 GMT\nRain fell.", want{published: "2023-03-14", changed: "2023-03-15", body: "Rain fell."}},
		{"updated first", "Updated 9:42 AM EDT, Wed March 15, 2023\nPublished 14 March 2023\nRain fell.", want{published: "2023-03-14", changed: "2023-03-15", body: "Rain fell."}},
		{"as in a mail", "Tue, 14 Mar 2023 09:12:00 +0000\nRain fell.", want{published: "2023-03-14", body: "Rain fell."}},
		{"who worked on it, first", "No deal\n\nReporting by Jane Doe; editing by Joe Roe\n\nRain fell.", want{headline: "No deal", body: "Rain fell."}},
		{"credits after the last sentence", "Rain fell. (Reporting by Jane Doe in Oslo; Editing by Joe Roe)\n", want{body: "Rain fell. "}},
		{"credits", "Rain fell.\n\n(Reporting by Jane Doe in Oslo; Editing by Joe Roe)\n", want{body: "Rain fell.\n\n"}},
		{"more credits", "Rain fell.\n\nAdditional reporting by Jane Doe\n\n© 2021 Agency. All rights reserved.", want{body: "Rain fell.\n\n"}},
		{"reporting that is news", "Rain fell.\n\nReporting the truth is no crime, said Jane Doe.", want{body: "Rain fell.\n\nReporting the truth is no crime, said Jane Doe."}},
		{
			"front matter", "---\ntitle: \"No: deal\"\nsubtitle: Talks go on\ndate: 2024-05-31T10:00:00Z\nurl: HTTPS://Example.org:443/a?utm_source=x&id=7#top\nauthor: Jane\n---\nTalks began.",
			want{published: "2024-05-31", headline: "No: deal", standfirst: "Talks go on", author: "Jane", url: "https://example.org/a?id=7", body: "Talks began."},
		},
		{"front matter wins over the dateline", "---\ndate: 31 May 2024\n---\nPARIS, May 30 2024 – Talks began.", want{published: "2024-05-31", place: "PARIS", body: "Talks began."}},
		{"a rule is no front matter", "---\n\n---\nTalks began.", want{body: "---\n\n---\nTalks began."}},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, err := Parse(c.text)
			if err != nil {
				t.Fatal(err)
			}
			got := want{place: a.Place, headline: a.Headline, standfirst: a.Standfirst, author: strings.Join(a.Authors, "|"), published: a.Published.Date(), changed: a.Changed.Date(), url: a.URL, body: a.Slice(a.Body)}
			if got != c.want {
				t.Errorf("got  %+v\nwant %+v", got, c.want)
			}
			if !strings.HasSuffix(c.text, a.Text) || !strings.HasPrefix(c.text, "---\ndate") && !strings.HasPrefix(c.text, "---\ntitle") && a.Text != c.text || c.want.url != "" && a.ID != c.want.url || c.want.url == "" && a.ID != "sha256:"+a.SHA256[:32] {
				t.Errorf("text or id is wrong: %s", a.ID)
			}
		})
	}
}

func TestParseRefuses(t *testing.T) {
	for text, want := range map[string]string{
		"---\nheadline: a\n b: c: d\n---\nx": "line 2", "---\ndate: some day\n---\nx": `date "some day"`, "---\nurl: not an address\n---\nx": "not an address",
	} {
		if _, err := Parse(text); err == nil || !strings.Contains(err.Error(), want) || hint.Of(err) == "" {
			t.Errorf("%q: got %v, want %q and a hint", text, err, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, text := range []string{"", "---\na: b\n---\n", "A\n\nB", "By A\n", "PARIS – x", "date 2022-01-22 x", "Lagos, 14 March 2019: x", "By A, B and C, Editor\n", "x\n\n(Editing by A)\n", "x\n©\n\n©", "\ufeff---\nurl: x\n---"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		a, err := Parse(text)
		if err != nil || !utf8.ValidString(text) {
			return
		}
		if !strings.HasSuffix(text, a.Text) || a.Body.Start > a.Body.End || a.Body.End > len(text) || !utf8.ValidString(a.Slice(a.Body)) {
			t.Errorf("body %v of %q", a.Body, text)
		}
	})
}
