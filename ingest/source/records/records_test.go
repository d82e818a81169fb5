package records

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
	"github.com/newsgraph/newsgraph/ingest/source/text"
)

// told tells what a kind reads in data: a line for each article or error.
func told(k kind.Kind, name, data string, limit int64, fields map[string]string) string {
	return toldWith(k, name, data, limit, fields, nil)
}

// toldWith is told with what fetches.
func toldWith(k kind.Kind, name, data string, limit int64, fields map[string]string, fetch kind.Fetch) string {
	in := kind.Input{Name: name, Reader: strings.NewReader(data), Limits: kind.Limits{Bytes: limit}, Fields: fields, Fetch: fetch}
	in.Inside = func(_ context.Context, in kind.Input) kind.Articles {
		return func(yield func(*article.Article, error) bool) {
			page, err := in.ReadAll()
			if err != nil {
				yield(nil, err)
				return
			}
			_, body, _ := strings.Cut(string(page), "<article>")
			body, _, _ = strings.Cut(body, "</article>")
			a, err := text.Copied(body)
			a.Origin, a.Notes = in.Name, append(a.Notes, "as HTML")
			yield(a, err)
		}
	}
	var all []string
	for a, err := range k.Open(context.Background(), in) {
		if err != nil {
			all = append(all, "error: "+err.Error())
		} else {
			all = append(all, fmt.Sprintf("%s: %s%s", a.Origin, a.Slice(a.Body), strings.Join(append([]string{""}, a.Notes...), " note: ")))
		}
	}
	return strings.Join(all, "\n")
}

func TestNamesOfOthers(t *testing.T) {
	for name, want := range map[string]metadata{
		"trafilatura.json": {"Ann Lee, Joe Roe", "Example News", "2024-05-14", "World", ""},
		"newspaper4k.json": {"Ann Lee, Joe Roe", "Example News", "2024-05-14", "", "en"},
		"newsplease.json":  {"Ann Lee, Joe Roe", "www.example.org", "2024-05-14", "", "en"},
		"schemaorg.json":   {"Ann Lee, Joe Roe", "Example News", "2024-05-14", "World", "en-GB"},
		"mediacloud.jsonl": {"", "example.org", "2024-05-14", "", "en"},
		"export.csv":       {"Ann Lee, Joe Roe", "Example News", "2024-05-14", "", ""},
	} {
		file, err := os.Open(filepath.Join("testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		k := JSON
		if Table.Ends(name) {
			k = Table
		}
		read := 0
		for a, err := range k.Open(t.Context(), kind.Input{Name: name, Reader: file, Limits: kind.Limits{Bytes: 1 << 20}}) {
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			read++
			if a.Headline != "Talks in Paris go on" || a.URL != "https://www.example.org/world/talks" || len(a.Notes) > 0 {
				t.Errorf("%s: headline %q, url %q, notes %q", name, a.Headline, a.URL, a.Notes)
			}
			if body := a.Slice(a.Body); !strings.HasPrefix(body, "Foreign Minister Jane Doe") || !strings.HasSuffix(body, "will vote.") {
				t.Errorf("%s: body %q", name, body)
			}
			if got := (metadata{strings.Join(a.Authors, ", "), a.Publisher, a.Published.Date(), a.Section, a.Language}); got != want {
				t.Errorf("%s: got %q, want %q", name, got, want)
			}
		}
		if read != 1 {
			t.Errorf("%s: %d articles", name, read)
		}
	}
}

// TestStandfirst: a second title is the standfirst, the only one the headline.
func TestStandfirst(t *testing.T) {
	for in, want := range map[string]string{
		`{"headline":"No deal","alternativeHeadline":"Ministers met twice","text":"Rain fell."}`: "No deal/Ministers met twice",
		`{"alternativeHeadline":"Ministers met twice","text":"Rain fell."}`:                      "Ministers met twice/",
	} {
		for a, err := range JSON.Open(t.Context(), kind.Input{Name: "a.json", Reader: strings.NewReader(in), Limits: kind.Limits{Bytes: 1 << 20}}) {
			if err != nil || a.Headline+"/"+a.Standfirst != want {
				t.Errorf("%s: got %+v, %v", in, a, err)
			}
		}
	}
}

// metadata is what programs give of an article beside its headline and address.
type metadata struct{ authors, publisher, published, section, language string }

func TestJSON(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"a.jsonl", "{\"text\": \"One.\"}\n\n{\"text\": \"Two.\nrest\n{\"text\":\"Three.\"}\n[1]\n{\"a\":1}\n{\"text\":\"Six.\"} {}", "a.jsonl: line 1: One.\n" +
			"error: line 3: is broken JSON: invalid character '\\n' in string literal\nerror: line 4: is broken JSON: invalid character 'r' looking for beginning of value\n" +
			"a.jsonl: line 5: Three.\nerror: line 6: is no object of JSON\nerror: line 7: has no text among a\nerror: line 8: is broken JSON: more follows after its end"},
		{"a", "\ufeff{\"text\":\"One.\"}\r\n{\"body\":[\"Two.\",\"More.\"]}\r\n", "a: line 1: One.\na: line 2: Two.\n\nMore."},
		{"broken first", "{\"text\":\"One.\n{\"text\":\"Two.\"}\n", "error: line 1: is broken JSON: invalid character '\\n' in string literal\nbroken first: line 2: Two."},
		{"a.json", "{\n \"text\": \"One.\"\n}\n", "a.json: One."},
		{"a.json", " [\n{\"text\": \"One.\"},\n{\"text\": 2}, {\"content\": \"Three.\"}]", "a.json: record 1: One.\na.json: record 2: 2\na.json: record 3: Three."},
		{"a.json", "[{\"text\":\"One.\"},{\"text\":\"Two.\"", "a.json: record 1: One.\nerror: record 2: is broken JSON: it ends early"},
		{"a.json", "[{\"text\":\"One.\"}", "a.json: record 1: One.\nerror: record 2: is broken JSON: it ends early"},
		{"a.json", `{"response":{"status":"ok","results":[{"webTitle":"x","fields":{"bodyText":"One."}}]}}`, "a.json: line 1, record 1: One."},
		{"a.json", `{"articles":{"page":1,"results":[{"title":"x","body":"One."}]}}`, "a.json: line 1, record 1: One."},
		{"a.json", `{"hits":{"total":1,"hits":[{"_id":"1","_source":{"text":"One."}}]}}`, "a.json: line 1, record 1: One."},
		{"a.json", `[{"title":{"rendered":"x"},"content":{"rendered":"One."}}]`, "a.json: record 1: One."},
		{"a.jsonl", "{\"text\":\"Caf\xe9 au lait.\"}\n{\"text\":\"Two.\"}", "a.jsonl: line 1: Café au lait. note: read as Latin-1, since it is not UTF-8\na.jsonl: line 2: Two."},
		{"a.json", "\xff\xfe{\x00\"\x00t\x00e\x00x\x00t\x00\"\x00:\x00\"\x00I\x00.\x00\"\x00}\x00", "a.json: line 1: I."},
		{"a.json", "[]", ""},
		{"a.json", "{\"articles\":[{\"title\":\"x\",\"text\":\"One.\"},{\"text\":\"Two.\"}]}", "a.json: line 1, record 1: One.\na.json: line 1, record 2: Two."},
		{"a.json", "{\n\"text\":\"One.\"}\n{\"text\":\n\"Two.\"}", "a.json: record 1: One.\na.json: record 2: Two."},
		{"a.jsonl", "{\"text\":\"<p>One.</p><p>Two.</p>\",\"date\":\"soon\"}", "a.jsonl: line 1: One.\n\n\n\nTwo.\n\n\n note: as HTML note: the date of publication, \"soon\", is not understood"},
		{"a.json", "", "error: is empty"},
		{"a.json", strings.Repeat("[", 20000), "error: record 1: is broken JSON: invalid character '[' exceeded max depth"},
		{"a.json", "{\n\"text\": \"" + strings.Repeat("x", 2<<20) + "\"}", "error: is larger than 1048576 bytes"},
		{"a.jsonl", "{\"text\": \"" + strings.Repeat("x", 2<<20) + "\"}\n{\"text\":\"Two.\"}", "error: line 1: is larger than 1048576 bytes\na.jsonl: line 2: Two."},
	} {
		if got := told(JSON, c.name, c.in, 1<<20, nil); got != c.want {
			t.Errorf("%.60q:\ngot  %.300q\nwant %q", c.in, got, c.want)
		}
	}
}

// TestLongList: a list may be of one line, and longer than any article.
func TestLongList(t *testing.T) {
	list := "[" + strings.Repeat(`{"text":"Rain fell."},`, 1000) + `{"text":"Rain fell."}]`
	if got := told(JSON, "a.json", list, 1000, nil); strings.Count(got, ": Rain fell.") != 1001 || strings.Contains(got, "error") {
		t.Errorf("got %.300s", got)
	}
}

func TestTable(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"commas", "title,text\nA,\"One, “two”.\nMore.\"\nB,Three.\n", "commas: line 2: One, “two”.\nMore.\ncommas: line 4: Three."},
		{"semicolons", "\ufeffText;Date\r\n\"Say \"\"yes\"\", 3; 4.\";14 May 2024\r\n", "semicolons: line 2: Say \"yes\", 3; 4."},
		{"tabs", "text\tdate\nA 5\" gun.\tx\n", "tabs: line 2: A 5\" gun. note: the date of publication, \"x\", is not understood"},
		{"broken rows", "text,date\nOne,2024-05-14\na,b,c\nTwo,\n\"Three\n,\nFour,\n", "broken rows: line 2: One\nerror: line 3: has another number of fields (3) than the first line (2)\n" +
			"broken rows: line 4: Two\nerror: line 5: opens a quotation mark that nothing closes\nerror: line 6: has no text\nbroken rows: line 7: Four"},
		{"an open mark", "title,text\nA,\"One\nB,Two.\nC,\"Three, four.\"\n", "error: line 2: opens a quotation mark that nothing closes\nan open mark: line 3: Two.\nan open mark: line 4: Three, four."},
		{"as Excel writes it", "sep=;\r\nTitle;Text;;\r\nA;One.;;\r\nB;Two.\r\nC;Three.;;;;\r\n", "as Excel writes it: line 3: One.\nerror: line 4: has another number of fields (2) than the first line (4)\nas Excel writes it: line 5: Three."},
		{"no column", "a,b\n1,2\n", "error: has no text among a, b"},
		{"Windows-1252", "text,date\nCaf\xe9 \x93x\x94,\n", "Windows-1252: line 2: Café “x” note: read as Windows-1252, since it is not UTF-8"},
		{"UTF-16", "\xff\xfet\x00e\x00x\x00t\x00\t\x00a\x00\n\x00O\x00n\x00e\x00\t\x001\x00\n\x00", "UTF-16: line 2: One"},
		{"HTML", "text,date\n<p>One.</p>,\n", "HTML: line 2: One.\n\n\n note: as HTML"},
		{"empty", "\n\n", "error: is empty"},
		{"large", "text,date\n" + strings.Repeat("x", 2<<20) + ",\nTwo,\n", "error: line 2: is larger than 1048576 bytes\nlarge: line 3: Two"},
	} {
		if got := told(Table, c.name, c.in, 1<<20, nil); got != c.want {
			t.Errorf("%s:\ngot  %.300q\nwant %q", c.name, got, c.want)
		}
	}
}

// TestOpenMarkIsBounded: a mark that nothing closes is looked for no farther
// than the limit.
func TestOpenMarkIsBounded(t *testing.T) {
	got := told(Table, "a", "text,date\n\"One\n"+strings.Repeat("x,\n", 1000)+"Two,\n", 100, nil)
	if !strings.HasPrefix(got, "error: line 2: opens a quotation mark that nothing closes\na: line 3: x") || !strings.HasSuffix(got, "\na: line 1003: Two") {
		t.Errorf("got %.200q … %q", got, got[max(0, len(got)-50):])
	}
}

func TestFields(t *testing.T) {
	fields, err := ParseFields([]string{"text=Inhalt", " headline = Titel"})
	if err != nil {
		t.Fatal(err)
	}
	if got := told(Table, "a", "Titel;Inhalt;Text\nA;One.;Two.\n", 1000, fields); got != "a: line 2: One." {
		t.Errorf("got %q", got)
	}
	for _, wrong := range []string{"text", "Text=a", "=b", "text=", "list=x"} {
		if _, err := ParseFields([]string{wrong}); err == nil {
			t.Errorf("%q is understood", wrong)
		}
	}
}

// TestListsOfArticles: GDELT's and Media Cloud's lists have no text; it is fetched.
func TestListsOfArticles(t *testing.T) {
	fetch := func(_ context.Context, wanted iter.Seq[kind.Request]) iter.Seq2[kind.Input, error] {
		return func(yield func(kind.Input, error) bool) {
			for r := range wanted {
				page := kind.Input{Name: r.Name(), Address: r.Address, Reader: strings.NewReader("<article>Text.</article>")}
				var err error
				if strings.HasSuffix(r.Address, "none") {
					err = errors.New("404")
				}
				if !strings.HasSuffix(r.Address, "old") && !yield(page, err) {
					return
				}
			}
		}
	}
	for _, c := range []struct {
		kind     kind.Kind
		in, want string
	}{
		{JSON, `{"articles":[{"url":"https://a.b/1","title":"A","seendate":"20240514T091500Z"},{"url":"https://a.b/old","title":"A","seendate":"20240514T091500Z"},
			{"url":"https://a.b/2","title":"B","seendate":"20240514T091500Z"}]}`, "https://a.b/1: Text. note: as HTML\nhttps://a.b/2: Text. note: as HTML"},
		{
			JSON, `[{"url":"https://a.b/1","title":"A","date":"2024-05-14"},{"text":"Two."},{"url":"https://a.b/none","title":"B","date":"2024-05-14"},{"url":"https://a.b/3"}]`,
			"https://a.b/1: Text. note: as HTML\na: record 2: Two.\nerror: record 3: https://a.b/none: 404\nerror: record 4: has no text among url",
		},
		{JSON, `[{"url":"https://u:p@a.b/ü |","title":"A","date":"2024-05-14"},{"url":"https://a.b/2","title":"B","date":"2024-05-14"}]`, "https://u:xxxxx@a.b/%C3%BC%20%7C: Text. note: as HTML\nhttps://a.b/2: Text. note: as HTML"},
		{Table, "URL,MobileURL,Date,Title\nhttps://a.b/1,,2024-05-14,A\n", "https://a.b/1: Text. note: as HTML"},
	} {
		if got := toldWith(c.kind, "a", c.in, 1<<20, nil, fetch); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
	if got := told(Table, "a", "url,date,title\nhttps://a.b/1,2024-05-14,A\n", 1000, nil); got != "error: line 2: has no text, and https://a.b/1 is not fetched" {
		t.Errorf("got %s", got)
	}
}

func TestBegins(t *testing.T) {
	for head, want := range map[string]string{
		`{"a": 1}`: "json", "\ufeff [ {": "json", "{\n": "json", "[]": "json", "[1] Smith said": "", "{x} said": "",
		"title,text\n": "csv", "Title;Body Text;x\r\n": "csv", "date\ttext\turl\nx": "csv", "text,date": "", "In a text, he said,\n": "", "text\n": "", "a,b\n": "",
	} {
		got := ""
		if JSON.Begins([]byte(head)) {
			got = "json"
		} else if Table.Begins([]byte(head)) {
			got = "csv"
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", head, got, want)
		}
	}
}

func TestDates(t *testing.T) {
	for text, want := range map[string]string{
		"2024-05-14": "2024-05-14", "2024-05-14 09:12:00": "2024-05-14", "2024-05-14T09:12:00+02:00": "2024-05-14", "20240514T091500Z": "2024-05-14",
		"Tue, 14 May 2024 09:12:00 GMT": "2024-05-14", "1715670720": "2024-05-14", "1715670720000": "2024-05-14", "05/14/2024": "2024-05-14", "14/5/2024": "2024-05-14",
		"14.5.2024": "2024-05-14", "14-05-2024": "2024-05-14", "05/06/2024": "", "5.6.2024": "", "5/5/2024": "2024-05-05", "May 14, 2024": "2024-05-14", "soon": "", "7": "",
	} {
		if got, _ := dateOf(text); got.Date() != want {
			t.Errorf("%s: got %q, want %q", text, got.Date(), want)
		}
	}
}

func TestErrorsNameTheirPlace(t *testing.T) {
	for _, err := range JSON.Open(t.Context(), kind.Input{Name: "a.jsonl", Reader: strings.NewReader("{\"b\":1,\"a\":2}"), Limits: kind.Limits{Bytes: 100}}) {
		var place *Error
		var none NoText
		if !errors.As(err, &place) || place.Place != "line 1" || !errors.As(err, &none) || strings.Join(none.Has, " ") != "a b" {
			t.Errorf("got %v", err)
		}
	}
}

func FuzzJSON(f *testing.F) {
	for _, data := range []string{`{"text":"One."}`, "[{\"text\":\"a\"},{}", `{"articles":[{"text":["a",{}]}]}`, "{\"a\n{\"", "\ufeff[", `{"text":"<p>x"}`} {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data string) {
		told(JSON, "a", data, 1000, nil)
		told(JSON, "a.jsonl", data, 1000, nil)
	})
}

func FuzzTable(f *testing.F) {
	for _, data := range []string{"title,text\nA,\"One\"\n", "text;x\n\"a\n;b\n", "text\tdate\n\xff\t\"", "\xff\xfet\x00", "text|a\n\"\"\"|\n"} {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data string) { told(Table, "a", data, 1000, map[string]string{"x": "text"}) })
}
