package document

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

// example has frames within frames, names, an antecedent and two paragraphs.
const example = `# global.columns = FORM UPOS HEAD DEPREL MISC
# newdoc id = example
# headline = Talks go on
# published = 2022-01-21
# newpar
# text = “He lied,” Foreign Minister Jane Doe said.
“       PUNCT 3 punct  Role=1:content
He      PRON  3 nsubj  Role=1:content
lied    VERB  8 ccomp  Role=1:content
,       PUNCT 3 punct
”       PUNCT 3 punct
Foreign ADJ   7 amod   Frame=2:office:former|Role=2:title
Minister NOUN 8 flat   Role=2:title,1:source
Jane    PROPN 10 nsubj Name=B-PER|Role=1:source,2:holder
Doe     PROPN 8 flat   Name=I-PER|Role=1:source,2:holder
said    VERB  0 root   Frame=1:statement:ACCUSE:notSaid:p=0.9|Role=1:cue
.       PUNCT 10 punct

# newpar
# text = She met the UN.
She     PRON  2 nsubj  Antecedent=1:0.8|Role=3:participant
met     VERB  0 root   Frame=3:meeting:past:sure=0.6|Role=3:trigger
the     DET   4 det    Role=3:participant
UN      PROPN 2 obj    Name=B-ORG|Role=3:participant
.       PUNCT 2 punct
`

func parse(t *testing.T, conllu string) *Document {
	t.Helper()
	d, err := Parse(conllu)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestParse(t *testing.T) {
	d := parse(t, example)
	for _, c := range []struct{ what, got, want string }{
		{"text", d.Article.Text, "“He lied,” Foreign Minister Jane Doe said.\n\nShe met the UN."},
		{"id", d.Article.ID, "example"},
		{"headline", d.Article.Headline, "Talks go on"},
		{"published", d.Article.Published.At.Format("2 Jan 2006"), "21 Jan 2022"},
		{"a sentence", d.Article.Slice(d.Sentences[1].Span), "She met the UN."},
		{"its paragraph", fmt.Sprint(d.Sentences[1].Paragraph), "1"},
		{"a quotation", d.Article.Slice(d.Quotations[0]), "“He lied,”"},
		{"a word", fmt.Sprint(d.Words[12]), "{{52 55} met met VERB _ -1 root}"},
		{"its subject", fmt.Sprint(d.Words[11].Head), "12"},
		{"a name", d.Article.Slice(d.Names[0].Span), "Jane Doe"},
		{"names", fmt.Sprintln(d.Names[0].Range, d.Names[1].Range, d.Names[1].Kind), "{7 9} {14 15} ORG\n"},
		{"an antecedent", fmt.Sprint(d.Antecedents), "[{11 0 0.8}]"},
		{"an office", fmt.Sprint(d.Frames[0]), "{office 5 1 map[holder:[7 8] title:[5 6]] map[]   1 false false true}"},
		{"a statement", fmt.Sprint(d.Frames[1]), "{statement 9 0.9 map[content:[0 1 2] cue:[9] source:[6 7 8]] map[] ACCUSE  1 false true false}"},
		{"a meeting", fmt.Sprintln(d.Frames[2].Kind, d.Frames[2].Status, d.Frames[2].Sure, d.Frames[2].Parts(Participant)), "meeting past 0.6 [{11 12} {13 15}]\n"},
	} {
		if c.got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.what, c.got, c.want)
		}
	}
}

func TestSpaces(t *testing.T) {
	for _, c := range []struct{ conllu, want string }{
		{"# global.columns = FORM MISC\nIt SpaceAfter=No\n’s\nover SpacesAfter=\\n\\s\nnow", "It’s over\n now"},
		{"# global.columns = FORM\n# text = do n’t, go\ndo\nn’t\n,\ngo", "do n’t, go"},
		{"1\tIt\n\n2\tgoes", "It goes"},
		{"1\tIt\n\n# newpar\n2\tgoes", "It\n\ngoes"},
		{"1\tIt\t_\t_\t_\t_\t_\t_\t_\tSpacesAfter=\\s\n\n# newpar\n2\tgoes", "It goes"},
		{"1-2\tisn’t\n1\tis\n2\tn’t\n1.1\tempty", "is n’t"},
	} {
		if got := parse(t, c.conllu).Article.Text; got != c.want {
			t.Errorf("%s\ngot  %q\nwant %q", c.conllu, got, c.want)
		}
	}
}

func TestFaults(t *testing.T) {
	const columns = "# global.columns = FORM HEAD MISC\n"
	for _, c := range []struct{ conllu, want string }{
		{"1\ta\tb\tc\td\te\tf\tg\th\ti\tj", "line 1 has 11 columns, not 10"},
		{columns + "a x", `line 2 has the head "x", which is no number of a word`},
		{columns + "a 3", "line 2 ends a sentence without a root"},
		{columns + "a 0\nb 3", `line 3 ends a sentence where "b" hangs from no word`},
		{columns + "a 0\nb 0", "line 3 ends a sentence with two roots"},
		{columns + "a 2\nb 1\nc 0", `line 4 ends a sentence where "a" hangs from itself`},
		{columns + "# text = a c\na\nb", `line 4 has "b" where the text goes on with "c"`},
		{columns + "# text = a b\na", `line 3 ends a sentence whose text goes on with "b"`},
		{columns + "a 0 Name=I-PER", `line 2 has "I-PER", which is no part of a name`},
		{columns + "a 0 Name=B-DOG", `line 2 has "B-DOG", which is no part of a name`},
		{columns + "a 0 Antecedent=1", "line 2 ends a document of 0 names, of which a pronoun means number 1"},
		{columns + "a 0 Frame=1:party", `line 2 has "party", which is no kind of frame`},
		{columns + "a 0 Frame=1:office:VP", `line 2 has "VP", which no frame of an office has`},
		{columns + "a 0 Frame=1:office|Role=1:source", `line 2 ends a document where the role "source" stands in a frame of kind office`},
		{columns + "a 0 Role=1:source", "line 2 ends a document without the anchor of frame 1"},
		{columns + "a 0 Frame=1:office:p=7", `line 2 has "7", which is no probability`},
		{"# published = soon", `line 1 has the date "soon", not one such as 2024-05-31`},
		{"1\ta\n# newdoc id = b", "line 2 begins a second document"},
	} {
		if _, err := Parse(c.conllu); err == nil || err.Error() != c.want {
			t.Errorf("%q\ngot  %v\nwant %s", c.conllu, err, c.want)
		}
	}
}

// FuzzRoundTrip writes what was parsed and parses it again.
func FuzzRoundTrip(f *testing.F) {
	f.Add(example)
	f.Add("1\ta\t_\t_\t_\t_\t_\t_\t_\tSpacesAfter=\\r\\t|Frame=1:meeting,2:statement:x|Role=2:cue,1:place\n# newpar\n2\tb")
	f.Fuzz(func(t *testing.T, conllu string) {
		d, err := Parse(conllu)
		if err != nil {
			return
		}
		first := written(t, d)
		again, err := Parse(first)
		if err != nil {
			t.Fatalf("what was written can't be read: %v\n%s", err, first)
		}
		if second := written(t, again); second != first {
			t.Fatalf("got\n%s\nwant\n%s", second, first)
		}
		third, err := Parse(written(t, again))
		if err != nil || !reflect.DeepEqual(again, third) {
			t.Fatalf("not the same after another time (%v)\n%s", err, first)
		}
	})
}

func written(t *testing.T, d *Document) string {
	t.Helper()
	var out strings.Builder
	if err := Write(&out, d); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// TestRoundTrip holds that nothing of the example is lost on the way.
func TestRoundTrip(t *testing.T) {
	d := parse(t, example)
	if again := parse(t, written(t, d)); !reflect.DeepEqual(d, again) {
		t.Errorf("got  %+v\nwant %+v", again, d)
	}
}
