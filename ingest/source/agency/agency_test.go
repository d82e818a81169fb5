package agency

import (
	"context"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
	"github.com/newsgraph/newsgraph/internal/hint"
	"github.com/newsgraph/newsgraph/internal/sourcetest"
)

// told tells what articles a document holds, and what errors stand between.
func told(ctx context.Context, k kind.Kind, document string, limit int64) string {
	var all []string
	for a, err := range k.Open(ctx, kind.Input{Name: "x", Reader: strings.NewReader(document), Limits: kind.Limits{Bytes: limit}}) {
		if err != nil {
			all = append(all, "error: "+err.Error())
			continue
		}
		all = append(all, fmt.Sprintf("%s|%s|%s|%s|%s|%s|%s>%s|%d|%s|%s\n%s", strings.TrimRight(a.Headline+"/"+a.Standfirst, "/"), strings.Join(a.Authors, ";"), a.Publisher, a.Section, a.Language, a.Place,
			stamp(a.Published), stamp(a.Changed), a.Urgency, a.URL, strings.Join(a.Notes, ";"), strings.TrimSpace(a.Slice(a.Body))))
	}
	return strings.Join(all, "\n\n")
}

func stamp(t article.Time) string {
	if t.Precision > article.Day {
		return t.At.Format("2006-01-02T15:04Z07:00")
	}
	return t.Date()
}

// TestFiles reads examples of the standards; see testdata/README.md.
func TestFiles(t *testing.T) {
	open := "The harbour would stay open, the foreign minister said.\n\n“It will stay open,” he told reporters."
	for _, c := range []struct {
		name string
		kind kind.Kind
		want []string
	}{
		{"nitf.xml", NITF, []string{"Norway & its neighbours agree on harbour/Second day of talks|Jane Doe;John Roe|The Example|World|en-GB|Bergen|2024-05-31T09:15Z>|2|https://example.org/harbour-talks|is under an embargo until 2024-05-31T12:00:00Z\n" +
			"Espen Barth Eide, the foreign minister of Norway, said on Friday that the harbour would stay open.\n\n“It will stay open,” he told reporters.\n\nWhat comes next\n\nShips may enter.\n\nCrews may land."}},
		{"newsml.xml", NewsML, []string{
			"Norway and its neighbours agree on harbour/Second day of talks|Jane Doe|Example Wire||en-GB|BERGEN|2024-05-31T09:15+02:00>2024-05-31T10:15+02:00|2||is under an embargo until 2024-05-31T14:00:00+02:00\n" +
				"The foreign minister said on Friday that the harbour would stay open.\n\n“It will stay open,” he told reporters.",
			"Harbour, again|John Roe|EXW||en|OSLO|2024-06-01T08:00Z>|0|https://example.org/harbour-3|is not to be used: its publisher gives its status as canceled\nThe minister denied it.\n\nHe left at once.",
			"Ships leave||Example Wire||||2024-06-02T08:00Z>|0||\nThe ships left on Sunday.\n\nNobody was hurt.",
		}},
		{"ninjs-1.json", Ninjs, []string{"Norway and its neighbours agree on harbour/Ministers met twice.|Jane Doe;John Roe|Example Wire||en|BERGEN, Norway|2024-05-31T09:15Z>2024-05-31T10:15Z|2|http://ninjs.example.com/newsitems/20240531harbour|is under an embargo until 2024-05-31T12:00:00Z\n" + open}},
		{"ninjs-2.json", Ninjs, []string{"Harbour stays open/Second day of talks|Jane Doe|Example Wire||en-GB||2024-05-31T09:15Z>|0||is not to be used: its publisher gives its status as withheld\n" + open}},
		{"ninjs-3.json", Ninjs, []string{"Harbour stays open|Jane Doe|||||2024-05-31>2024-05-31T10:15Z|0|https://example.org/newsitems/harbour|\n" + open}},
	} {
		data, err := os.ReadFile(filepath.Join("testdata", c.name))
		if err != nil {
			t.Fatal(err)
		}
		if got, want := told(t.Context(), c.kind, string(data), 1<<20), strings.Join(c.want, "\n\n"); got != want {
			t.Errorf("%s: got  %s\nwant %s", c.name, got, want)
		}
		for _, k := range []kind.Kind{NITF, NewsML, Ninjs} {
			if got := k.Begins(data[:min(len(data), kind.HeadSize)]); got != (k.Name == c.kind.Name) {
				t.Errorf("%s as %s: %v", c.name, k.Name, got)
			}
		}
	}
}

// nitfOf makes a document of an article, as agencies do.
func nitfOf(a *article.Article) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<nitf xml:lang=%q><head><docdata><doc-id id-string=%q/><date.issue norm=%q/></docdata><pubdata name=%q/></head>`,
		a.Language, a.URL, a.Published.At.Format("20060102"), html.EscapeString(a.Publisher))
	dateline, content := strings.TrimPrefix(a.Text[:a.Body.Start], a.Place), a.Text[a.Body.Start:]
	fmt.Fprintf(&b, `<body><body.head><hedline><hl1>%s</hl1></hedline><dateline><location>%s</location>%s</dateline></body.head><body.content>`,
		html.EscapeString(a.Headline), a.Place, dateline)
	for paragraph := range strings.SplitSeq(content, "\n\n") {
		fmt.Fprintf(&b, "<p>%s</p>\n", html.EscapeString(paragraph))
	}
	return b.String() + `</body.content></body></nitf>`
}

// TestSamplesAsNITF: a sample is the same article, byte for byte, whether it is
// NITF or a text file.
func TestSamplesAsNITF(t *testing.T) {
	names, _, articles := sourcetest.Samples(t)
	for i, want := range articles {
		name := names[i]
		for got, err := range NITF.Open(t.Context(), kind.Input{Reader: strings.NewReader(nitfOf(want)), Limits: kind.Limits{Bytes: 1 << 20}}) {
			if err != nil || fmt.Sprintf("%+v", got) != fmt.Sprintf("%+v", want) {
				t.Errorf("%s: got %+v, %v\nwant %+v", name, got, err, want)
			}
		}
	}
}

func TestBegins(t *testing.T) {
	for head, want := range map[string]string{
		"<nitf>": "nitf", "\ufeff <?xml version='1.0' encoding='iso-8859-1'?><!DOCTYPE nitf [<!ENTITY a '<nitf>'>]><!-- <x> --><nitf": "", "<!-- <newsItem> --><nitf a='b'>": "nitf",
		`<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/">`: "newsml", `<a:newsMessage xmlns:a="http://iptc.org/std/nar/2006-10-01/">`: "newsml", `<newsItem>`: "",
		`{"uri": "a", "versioncreated": "b"}`: "ninjs", ` [{"uri":"a", "bodies":[{"value":"x"}]`: "ninjs", `{"uri": "a", "body": "b"}`: "", `{"url": "a", "headline": "b"}`: "", "The nitf": "", "": "",
	} {
		got := ""
		for _, k := range []kind.Kind{NITF, NewsML, Ninjs} {
			if k.Begins([]byte(head)) {
				got += k.Name
			}
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", head, got, want)
		}
	}
}

func item2(body string) string {
	return `<newsItem xmlns="` + namespaceG2 + `"><itemMeta><itemClass qcode="ninat:text"/></itemMeta><contentSet><inlineData>` + body + `</inlineData></contentSet></newsItem>`
}

func TestBroken(t *testing.T) {
	message := func(items ...string) string {
		return "<newsMessage><itemSet>" + strings.Join(items, "") + "</itemSet></newsMessage>"
	}
	for _, c := range []struct {
		name     string
		kind     kind.Kind
		document string
		want     string
	}{
		{"an entity of the document", NITF, `<!DOCTYPE nitf [<!ENTITY x SYSTEM "file:///etc/passwd">]><nitf><body><body.content><p>&x;</p></body.content></body></nitf>`, "error: line 1: invalid character entity &x;, which is none of XML or HTML"},
		{"a billion laughs", NITF, `<!DOCTYPE nitf [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><nitf><body>&b;</body></nitf>`, "error: line 1: invalid character entity &b;, which is none of XML or HTML"},
		{"deep", NITF, "<nitf>" + strings.Repeat("<block>", 100000), "error: nests its elements deeper than 256"},
		{"deep around", NewsML, strings.Repeat("<x>", 100000), "error: nests its elements deeper than 256"},
		{"no end", NITF, "<nitf><body>", "error: line 1: is not XML: unexpected EOF"},
		{"no XML", NITF, "<nitf></body>", "error: line 1: is not XML: element <nitf> closed by </body>"},
		{"no text", NITF, "<nitf><body/></nitf>", "error: has no text"},
		{"no item", NewsML, message(), "error: " + errNoText.Error()},
		{"one that is too large", NewsML, message(item2(strings.Repeat("Talks. <b/>", 200)), item2("Talks began.")), "error: is larger than 1000 bytes\n\n" + "|||||>|0||\nTalks began."},
		{"a word that is too large", NewsML, message(item2(strings.Repeat("x", 100000)), item2("Talks began.")), "error: is larger than 1000 bytes"},
		{"Latin-1", NITF, "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><nitf><body><body.content>\xc9t\xe9.</body.content></body></nitf>", "|||||>|0||\nÉté."},
		{"UTF-16", NITF, "\xfe\xff" + utf16("<?xml version='1.0' encoding='UTF-16'?><nitf><body><body.content>Talks.</body.content></body></nitf>"), "|||||>|0||\nTalks."},
		{"JSON that ends too early", Ninjs, `[{"uri":"a","body_text":"Talks."},{"uri":`, "|||||>|0||\nTalks.\n\nerror: item 2: unexpected EOF"},
		{"a list that ends too early", Ninjs, `[{"uri":"a","body_text":"Talks."}`, "|||||>|0||\nTalks.\n\nerror: item 2: unexpected EOF"},
		{"lines of JSON", Ninjs, `{"uri":"a","body_text":"One."}` + "\n" + `{"uri":"b","body_html":"<p>Two.<p>Three."}`, "|||||>|0||\nOne.\n\n|||||>|0||\nTwo.\n\nThree."},
		{"a picture", Ninjs, `{"uri":"a","type":"picture","headline":"Talks"}`, "error: " + errNoText.Error()},
		{"a text without its text", Ninjs, `{"uri":"a","type":"text","headline":"Talks"}`, "error: item 1: has no text"},
		{"JSON that is too large", Ninjs, `{"uri":"a","body_text":"` + strings.Repeat("x", 100000) + `"}`, "error: item 1: is larger than 1000 bytes"},
		{"deep JSON", Ninjs, `{"a":` + strings.Repeat("[", 100000), "error: item 1: is larger than 1000 bytes"},
	} {
		got := told(t.Context(), c.kind, c.document, 1000)
		if want := strings.ReplaceAll(c.want, "|||||>|0||", "||||||>|0||"); got != want {
			t.Errorf("%s: got  %s\nwant %s", c.name, got, want)
		}
	}
}

func utf16(s string) string {
	var b strings.Builder
	for _, c := range []byte(s) {
		b.WriteString("\x00" + string(rune(c)))
	}
	return b.String()
}

func TestEntityHasAHint(t *testing.T) {
	for _, err := range NITF.Open(t.Context(), kind.Input{Reader: strings.NewReader("<nitf>&x;</nitf>"), Limits: kind.Limits{Bytes: 100}}) {
		if hint.Of(err) == "" {
			t.Errorf("%v has no hint", err)
		}
	}
}

// TestHabits reads what some publishers do in NITF.
func TestHabits(t *testing.T) {
	document := `<nitf><head><meta content="World" name="online_sections"/></head><body><body.head><hedline><hl1>Talks begin</hl1></hedline>
		<byline class="print_byline">By JANE DOE</byline><byline class="normalized_byline">DOE, JANE</byline><dateline>OSLO (Example)</dateline></body.head>
		<body.content><block class="lead_paragraph"><p>Talks began.</p></block><block class="full_text"><p>Talks begin</p><p>OSLO, May 31 - Talks began.</p><p>They ended.</p></block></body.content></body></nitf>`
	if got, want := told(t.Context(), NITF, document, 10000), "Talks begin|JANE DOE||World||OSLO|>|0||\nTalks began.\n\nThey ended."; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestStatusAndDates(t *testing.T) {
	for data, want := range map[string]string{
		`<docdata management-status="embargoed"/>`:                                                   "|is under an embargo, of which no end is given",
		`<docdata management-status="embargoed"><date.release norm="20240602"/></docdata>`:           "2024-06-02|is under an embargo until 2024-06-02",
		`<docdata management-status="killed"/>`:                                                      "|is not to be used: its publisher gives its status as killed",
		`<docdata><date.issue norm="20240531"/><date.release norm="20240531"/></docdata>`:            "2024-05-31|",
		`<docdata><date.issue norm="soon"/></docdata><pubdata date.publication="20240601T101500Z"/>`: "2024-06-01|",
	} {
		for a, err := range NITF.Open(t.Context(), kind.Input{Reader: strings.NewReader("<nitf><head>" + data + "</head><body><body.content><p>Talks began.</p></body.content></body></nitf>"), Limits: kind.Limits{Bytes: 1000}}) {
			if err != nil || a.Published.Date()+"|"+strings.Join(a.Notes, ";") != want {
				t.Errorf("%s: got %+v, %v", data, a, err)
			}
		}
	}
}

func FuzzOpen(f *testing.F) {
	names, err := filepath.Glob("testdata/*.*")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range names {
		if data, err := os.ReadFile(name); err == nil {
			f.Add(string(data))
		}
	}
	f.Fuzz(func(t *testing.T, document string) {
		for _, k := range []kind.Kind{NITF, NewsML, Ninjs} {
			k.Begins([]byte(document))
			told(t.Context(), k, document, 1<<16)
		}
	})
}

// TestDayOfDateline: an item may have been begun days before its text was
// written, on the day that its dateline gives.
func TestDayOfDateline(t *testing.T) {
	for dateline, want := range map[string]string{
		"OSLO, May 31 (Agency) –": "2024-05-31", "OSLO, May 28 (Agency) –": "2024-05-28", "OSLO, May 30 (Agency) –": "2024-05-28", "OSLO –": "2024-05-28",
	} {
		data := `{"uri":"a","type":"text","firstcreated":"2024-05-28T09:00:00Z","versioncreated":"2024-05-31T09:00:00Z","body_text":"` + dateline + ` Rain fell."}`
		for a, err := range Ninjs.Open(t.Context(), kind.Input{Reader: strings.NewReader(data), Limits: kind.Limits{Bytes: 1000}}) {
			if err != nil || a.Published.Date() != want || a.Place != "OSLO" {
				t.Errorf("%s: got %+v, %v", dateline, a, err)
			}
		}
	}
}
