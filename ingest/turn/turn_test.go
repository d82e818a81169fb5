package turn

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/token"
)

var (
	persons = regexp.MustCompile(`\b(?:[Jj](?i:ane|oe|im) )?(?i:Roe|Doe|Poe)\b`)
	bodies  = regexp.MustCompile(`\b(?:The Ledger|Ropers' Union)\b`)
	verbs   = []string{"is", "was", "said", "says", "told", "know", "knows", "shook", "rise", "fall", "asked", "smiled", "promised", "made", "spoke", "answers"}
)

// reading makes a document of a text whose paragraphs are lines: persons are
// called Roe, Doe and Poe, and verbs are those on the list.
func reading(text string) *document.Document {
	d := &document.Document{Article: &article.Article{Text: text, Body: article.Span{End: len(text)}}}
	for i, start := 0, 0; start < len(text); i++ {
		line, _, _ := strings.Cut(text[start:], "\n")
		addParagraph(d, article.Span{Start: start, End: start + len(line)}, i)
		start += len(line) + 1
	}
	for i := range d.Words {
		if slices.Contains(verbs, d.Words[i].Text) {
			d.Words[i].UPOS, d.Words[i].Feats = "VERB", "VerbForm=Fin"
		}
		d.Words[i].Lemma = map[string]string{"spoke": "speak", "replied": "reply", "think": "think"}[d.Words[i].Text]
		if d.Words[i].Text == "of" || d.Words[i].Text == "from" {
			d.Words[i].UPOS = "ADP"
		}
	}
	for _, s := range d.Sentences {
		addSubject(d, s)
	}
	for kind, form := range map[document.NameKind]*regexp.Regexp{document.PER: persons, document.ORG: bodies} {
		for _, m := range form.FindAllStringIndex(text, -1) {
			d.Names = append(d.Names, d.Named(document.Range{First: d.WordAt(m[0]), Last: d.WordAt(m[1]-1) + 1}, kind))
		}
	}
	slices.SortFunc(d.Names, func(a, b document.Name) int { return a.First - b.First })
	return d
}

func addParagraph(d *document.Document, p article.Span, number int) {
	tokens := token.Words(d.Article.Slice(p))
	first, start := len(d.Words), len(d.Words)
	for _, t := range tokens {
		d.Words = append(d.Words, document.Word{Span: article.Span{Start: t.Start + p.Start, End: t.End + p.Start}, Text: t.Text, Head: -1})
	}
	for _, end := range token.Sentences(tokens) {
		r := document.Range{First: start, Last: first + end}
		d.Sentences = append(d.Sentences, document.Sentence{Span: d.SpanOf(r), Range: r, Paragraph: number})
		start = r.Last
	}
	d.Quotations = append(d.Quotations, document.Quotations(d.Article.Text, p)...)
}

// addSubject hangs the word before the first verb of a sentence from it, or the
// second of the sentence where a comma is before the verb.
func addSubject(d *document.Document, s document.Sentence) {
	for w := s.First + 1; w < s.Last; w++ {
		if d.Words[w].UPOS == "VERB" {
			subject := w - 1
			if d.Words[subject].Text == "," { // The baker, Jane Roe, smiled
				subject = s.First + 1
				d.Words[w-2].Head, d.Words[w-2].Relation = subject, "appos"
			}
			d.Words[subject].Head, d.Words[subject].Relation = w, "nsubj"
			return
		}
	}
}

// show writes turns as “source: content”.
func show(d *document.Document, turns []Turn) string {
	var lines []string
	for _, t := range turns {
		var content []string
		for _, r := range t.Content {
			content = append(content, d.Text(r))
		}
		source := "-"
		if t.Source.Len() > 0 {
			source = d.Text(t.Source)
		}
		if !t.Silent {
			lines = append(lines, source+"> "+strings.Join(content, " "))
		}
	}
	return strings.Join(lines, " | ")
}

func TestFind(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{
			"a transcript",
			"JANE ROE, HARBOUR MASTER: The quay is shut.\nOLM (voice-over): This is the quay.\nDOE: We know.\nROE (through translator): It is late.",
			"JANE ROE, HARBOUR MASTER> The quay is shut. | OLM> This is the quay. | DOE> We know. | ROE> It is late.",
		},
		{
			"turns of several paragraphs, and what happens between",
			"JANE ROE, HOST:\nGood evening.\nTonight it rains.\n(SOUNDBITE OF MUSIC)\nDOE: It is late.\nGo home.\nROE: Thanks.\nCopyright.",
			"JANE ROE, HOST> Good evening. Tonight it rains. | DOE> It is late. Go home. | ROE> Thanks.",
		},
		{"parts are speakers that nobody could name", "MODERATOR: Go on.\nSenator Roe: It is late.\nQUESTION: Is it?\nMODERATOR: Thanks.", "MODERATOR> Go on. | Senator Roe> It is late. | QUESTION> Is it? | MODERATOR> Thanks."},
		{"an interview with names", "The Ledger: Is it late?\nJane Roe: It is.\nThe Ledger: And now?\nRoe: Now we go.", "The Ledger> Is it late? | Jane Roe> It is. | The Ledger> And now? | Roe> Now we go."},
		{"reactions", "Jane Roe, lawyer: “It is late.”\nHarbour master Joe Doe: “Go home.” He smiled.", "Jane Roe, lawyer> It is late. | Harbour master Joe Doe> Go home."},
		{"reactions with a dash", "Jane Roe (baker) — “It is late.”\nThe word of Joe Doe — “Go home.” — was heard.", "Jane Roe> It is late."},
		{"things are no speakers", "What we know: The ship sank.\nNote: All times are local.\nScore: 3:1.\nUPDATE: Two hurt.\nNEW DELHI: It rains.\nOSLO: It snows.", ""},
		{"a list of results is no talk", "Roe: 24 points\nDoe: 21 points\nPoe: 19 points", ""},
		{"a sentence is no label", "Jane Roe made one thing clear: “Go home.”", ""},
		{"nor is what the words are about", "Reactions to the election of Jane Roe: “It is late.”", ""},
		{"an interview with letters", "Minister Jane Roe spoke to The Ledger.\nQ: Is it late?\nA: No. It is noon.\nQ. And now?\nA. Now it is late.\nThen she left.", "Jane Roe> No. It is noon. | Jane Roe> Now it is late."},
		{"the one who is interviewed", "Jane Roe was out, so The Ledger did an interview with Joe Doe.\nQ: Is it late?\nA: It is.", "Joe Doe> It is."},
		{"named after the questions", "**Q: Is it late?**\n**A:** It is.\nThe interview with Jane Roe was on Friday.", "Jane Roe> It is."},
		{"nobody is named", "Q: Is it late?\nA: It is.", "-> It is."},
		{"a list with letters is no interview", "A. Bread and wine\nB. Cheese\nC. Salt", ""},
		{
			"signatures",
			"“It is late.” — Mayor Jane Roe\n“Go home.” -Councillor Joe Doe, Ropers' Union\n\"We know it.\"\n-- Jim Poe, 54, baker",
			"Mayor Jane Roe> It is late. | Councillor Joe Doe, Ropers' Union> Go home. | Jim Poe, 54, baker> We know it.",
		},
		{"two in a paragraph", "“It is late.” — Jane Roe “Go home now.” – Joe Doe", "Jane Roe> It is late. | Joe Doe> Go home now."},
		{"a title and an aside are not signed", "“The Sea” – Jane Roe\n“It is late,” — Jane Roe said — “so go.”\n“It is late.” -- Oslo newsroom 447 700", ""},
		{
			"posts",
			"It is late. Go home! pic.example.com/1 — Jane Roe (@janeroe) May 7, 2021\nHe smiled.\nWe know. -- Ropers' Union (@ropers) 8 May 2021 And us? — Doe (@doe)",
			"Jane Roe> It is late. Go home! pic.example.com/1 | Ropers' Union> We know. | Doe> And us?",
		},
		{"a time before the label, titles and bodies", "[00:01:15] MS. ROE: It is late.\n[00:02] SEN. DOE (D-OHIO): Is it?", "MS. ROE> It is late. | SEN. DOE> Is it?"},
		{"initials", "Jane Roe spoke to The Ledger.\nTL: Is it late?\nJR: It is.\nTL: And now?\nJR: Now we go.", "The Ledger> Is it late? | Jane Roe> It is. | The Ledger> And now? | Jane Roe> Now we go."},
		{"questions without labels", "Jane Roe spoke to us.\nIs it late?\nWe know it is.\nAnd now?\nI go home.\nShe left.", "Jane Roe> We know it is. | Jane Roe> I go home."},
		{"an explanation is no interview", "Jane Roe spoke to us.\nIs it late?\nIt is.\nAnd now?\nNow all go.", ""},
		{"nor is one that nobody announces", "Jane Roe left.\nIs it late?\nWe know it is.\nAnd now?\nI go.", ""},
		{"names in brackets, and after a comma", "“It is late.” (Mayor Jane Roe)\n“Go home,” Joe Doe, baker.\n“We go,” Jim Poe said.\n“It is late.” (see page 5)", "Mayor Jane Roe> It is late. | Joe Doe, baker> Go home,"},
		{"accounts above", "Jane Roe @janeroe · May 7\nIt is late.\nwrite to @roe\nGo home.", "Jane Roe> It is late."},
		{"a post in a long paragraph", strings.Repeat("Rain fell on the sea and on the quay. ", 10) + "It is late. -- Jane Roe (@roe)", "Jane Roe> It is late."},
		{"announced", "And from Chairwoman Jane Roe:\n“It is late.”\n“Go home.”", "Chairwoman Jane Roe> It is late."},
		{"what a verb announces is the network's", "Jane Roe said:\n“It is late.”", ""},
		{"several asides, and the name in one", "Jane Roe (Oslo North) (Lab): It is late.\nThe Secretary of State for Ropes (Joe Doe): Go home.\nJane Roe: Why?", "Jane Roe> It is late. | Joe Doe> Go home. | Jane Roe> Why?"},
		{"stage directions", "ROE: I am old. (Laughs.) It is late. [CROSSTALK]\nDOE (smiling): It is (very) late.\nROE: Go home.", "ROE> I am old. It is late. | DOE> It is (very) late. | ROE> Go home."},
		{"a letter is not its reader's", "Dear Jane: It is late.\nDear Joe: Go home.", ""},
		{"questions of two sentences", "Jane Roe spoke to us.\nYou left. Is it late?\nWe know it is.\nAnd now?\nI go home.", "Jane Roe> We know it is. | Jane Roe> I go home."},
		{"comments", "Our train is late. – Carl, Oslo\nThe sea is cold. – Joe Doe, Bergen", "Carl> Our train is late. | Joe Doe> The sea is cold."},
		{"reporters sign briefs", "The train is late. – Carl\nThe sea is cold. – Joe Doe", ""},
		{"the text of a speech", "Following is the text of Mayor Jane Roe's remarks:\nIt is late.\nGo home.", "Jane Roe> It is late. Go home."},
		{"the text of a law", "Following is the text of the law of Jane Roe:\nIt is late.", ""},
		{"questions beside initials", "Jane Roe spoke.\nQ: Is it late?\nJR: It is.\nQ: And now?\nJR: Now we go.", "Q> Is it late? | Jane Roe> It is. | Q> And now? | Jane Roe> Now we go."},
		{"a party in brackets before a state", "GOV. ROE (R), OHIO: It is late.\nDOE: Go home.", "GOV. ROE (R), OHIO> It is late. | DOE> Go home."},
		{"names below", "SAID TODAY\n“It is late.”\nJANE ROE, baker\n“Go home.”\nJoe Doe, mayor, on ropes.", "JANE ROE, baker> It is late. | Joe Doe, mayor> Go home."},
		{"a picture's words below a quotation", "Rain fell.\n“It is late.”\nJane Roe, baker", ""},
		{"names above", "JANE ROE, HARBOUR MASTER\n“It is late.”\nJoe Doe, baker\n“Go home.”", "JANE ROE, HARBOUR MASTER> It is late. | Joe Doe, baker> Go home."},
	} {
		d := reading(c.text)
		if got := show(d, newScene(d).find()); got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestExamples(t *testing.T) {
	for _, f := range forms {
		text := f.example
		switch f.name {
		case "label":
			text += "\nDOE: They must fall."
		case "question":
			text = "Jane Roe spoke to us.\nIs it late?\nWe know.\n" + text
		}
		d := reading(text)
		if turns := newScene(d).find(); len(turns) == 0 || turns[0].Form != f.name {
			t.Errorf("%s: %q has %+v", f.name, text, turns)
		}
	}
}

// statement makes the frame of a statement of the first words in the text that
// are its parts.
func statement(d *document.Document, cue, source, content string) document.Frame {
	f := document.Frame{Kind: document.Statement, P: 1, Act: "ASSERT", Roles: map[document.Role][]int{}}
	for role, text := range map[document.Role]string{document.Cue: cue, document.Source: source, document.Content: content} {
		for _, part := range strings.Split(text, " … ") {
			if at := strings.Index(d.Article.Text, part); at >= 0 && part != "" {
				f.Roles[role] = append(f.Roles[role], words(document.Range{First: d.WordAt(at), Last: d.WordAt(at+len(part)-1) + 1})...)
			}
		}
	}
	f.Anchor = f.Roles[document.Cue][0]
	return f
}

// said writes the frames of statements as “source cue> content”.
func said(d *document.Document) string {
	var lines []string
	for _, f := range d.Frames {
		text := func(role document.Role) string {
			var parts []string
			for _, r := range f.Parts(role) {
				parts = append(parts, d.Text(r))
			}
			return strings.Join(parts, " … ")
		}
		lines = append(lines, fmt.Sprintf("%s %s> %s", text(document.Source), text(document.Cue), text(document.Content)))
	}
	return strings.Join(lines, " | ")
}

func TestComplete(t *testing.T) {
	for _, c := range []struct {
		name, text string
		frames     [][3]string // cue, source, content
		want       string
	}{
		{"a turn has its frame", "ROE: It is late.\nJane Roe, baker: “Go home.”", nil, "ROE :> It is late. | Jane Roe, baker :> Go home."},
		{
			"the network's frame goes as far as the turn", "ROE: It is late. Go home.\nDOE: Why?\nROE: It is dark.",
			[][3]string{{":", "ROE", "It is late. Go home.\nDOE: Why?"}},
			"ROE :> It is late. Go home. | DOE :> Why? | ROE :> It is dark.",
		},
		{"nobody says a question", "Jane Roe spoke of ropes.\nQ: Is it late?\nA: It is.", [][3]string{{":", "Jane Roe", "Is it late?"}}, "Jane Roe :> It is."},
		{"what is said within a turn", "ROE: Doe said it is late.\nDOE: It is.", [][3]string{{"said", "Doe", "it is late.\nDOE: It is."}}, "ROE :> Doe said it is late. | Doe said> it is late. | DOE :> It is."},
		{"words that are another's", "Jane Roe smiled.\n“It is late.” — Joe Doe", [][3]string{{"smiled", "Jane Roe", "It is late."}}, "Joe Doe —> It is late."},
		{
			"a quotation that is interrupted", "“It is late,” said Jane Roe. “Go home.”",
			[][3]string{{"said", "Jane Roe", "Go home."}},
			"Jane Roe said> It is late, … Go home.",
		},
		{
			"a quotation that goes on", "“It is late,” Roe said.\n“We go home.\n“We go now.”",
			[][3]string{{"said", "Roe", "It is late,"}},
			"Roe said> It is late, … We go home. … We go now.",
		},
		{"a comment on an answer", "“Is it late?” asked Doe.\n“It is late,” Roe said.\n“So I thought.”", [][3]string{{"said", "Roe", "It is late,"}}, "Roe said> It is late,"},
		{"a question of another", "“It is late,” Roe said.\n“Is it?”\n“It is.”", [][3]string{{"said", "Roe", "It is late,"}}, "Roe said> It is late,"},
		{"a quotation after a report", "Roe said he knows. “It is late.”", [][3]string{{"said", "Roe", "he knows"}}, "Roe said> he knows | Roe said> It is late."},
		{"what is told and what is quoted are two", "Roe said he knows. “It is late.”", [][3]string{{"said", "Roe", "he knows. “It is late."}}, "Roe said> he knows. | Roe said> “It is late."},
		{
			"what was said before by another", "Jane Roe smiled. “It is late.”\n“We know.”\nJoe Doe shook. “Go home.”",
			[][3]string{{"shook", "Joe Doe", "“We know.” … “Go home.”"}},
			"Jane Roe “> It is late. … We know. | Joe Doe shook> “Go home.”",
		},
		{"a question that is answered", "Roe said “No.”\n“Not at all?”\n“Not at all.”", [][3]string{{"said", "Roe", "“No.”\n“Not at all?”"}}, "Roe said> “No.”"},
		{
			"a post in a long paragraph begins where the network says", strings.Repeat("Rain fell on the sea and on the quay. ", 10) + "Go home. It is late. -- Jane Roe (@roe)",
			[][3]string{{"--", "Jane Roe", "Go home. It is late."}},
			"Jane Roe --> Go home. It is late.",
		},
		{"what one thinks in a turn is part of it", "ROE: I think it is late.\nDOE: Go home.", [][3]string{{"think", "I", "it is late"}}, "ROE :> I think it is late. | DOE :> Go home."},
		{
			"what is replied ends with its paragraph", "“It is late!” cried Doe.\n“It is,” replied Roe.\n“Go home.”\n“No.”",
			[][3]string{{"replied", "Roe", "It is, … Go home."}},
			"Roe replied> It is,",
		},
		{"what is told after a quotation", "“It is late,” Roe said. “Go home.” Rain fell.", [][3]string{{"said", "Roe", "It is late, … Go home. … Rain fell."}}, "Roe said> It is late, … Go home."},
		{"a letter", "Dear Jane Roe: It is late.", [][3]string{{":", "Jane Roe", "It is late."}}, ""},
		{"a line of a dialogue whose words are another's", "– It is late, said Roe.\n– Why?", [][3]string{{"said", "Roe", "Why?"}}, "Roe said> It is late,"},
		{"lines of a dialogue", "- Is it late? asked Doe.\n- Why?\n- It is late, said Roe.", [][3]string{{"said", "Roe", "- Why?\n- It is late,"}}, "Roe said> It is late,"},
		{"a quotation after a deed of one with a title", "The baker, Jane Roe, smiled. “It is late.”", nil, "Jane Roe “> It is late."},
		{"a quotation after a deed", "Jane Roe smiled. “It is late.”", nil, "Jane Roe “> It is late."},
		{"a paragraph after a deed", "Jane Roe smiled.\n“It is late.”", nil, "Jane Roe “> It is late."},
		{"not after words of another sentence", "Jane Roe said no.\n“The sea is late”", nil, ""},
		{"not after a deed of the sea", "The sea shook. “It is late.”", nil, ""},
		{"a title is not said", "Jane Roe smiled. “The Sea”", nil, ""},
		{"a quotation is filled", "“It is very late here,” Roe said.", [][3]string{{"said", "Roe", "is very late here"}}, "Roe said> It is very late here,"},
		{"what announces turns", "What the bakers say of it:\nJane Roe: “It is late.”", [][3]string{{"say", "bakers", "it"}}, "Jane Roe :> It is late."},
	} {
		d := reading(c.text)
		for _, f := range c.frames {
			d.Frames = append(d.Frames, statement(d, f[0], f[1], f[2]))
		}
		if Complete(d); said(d) != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.name, said(d), c.want)
		}
	}
}

func TestOffices(t *testing.T) {
	for text, want := range map[string]string{
		"JANE ROE, FOREIGN MINISTER, PORTUGAL: It is late.\nDOE: It is.": "FOREIGN MINISTER of PORTUGAL: JANE ROE",
		"Jane Roe, mayor of Oslo: “It is late.”":                         "mayor of Oslo: Jane Roe",
		"Jane Roe, 54: “It is late.”":                                    "",
	} {
		d := reading(text)
		Complete(d)
		got := ""
		for _, f := range d.Frames {
			text := func(role document.Role) string {
				if r := f.Parts(role); len(r) > 0 {
					return d.Text(r[0])
				}
				return ""
			}
			if f.Kind == document.Office {
				got = text(document.Title) + " of " + text(document.Of) + ": " + text(document.Holder)
			}
		}
		if got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
	}
}

func TestSourceInOneParagraph(t *testing.T) {
	d := reading("“It is late,” said Jane Roe.\nDoe said he knows.")
	f := statement(d, "said he", "Doe", "he knows")
	f.Roles[document.Source] = append(words(document.Range{First: 6, Last: 8}), f.Roles[document.Source]...)
	d.Frames = []document.Frame{f}
	if Complete(d); said(d) != "Doe said he> he knows" {
		t.Errorf("got %s", said(d))
	}
}

func TestNamesOfLabels(t *testing.T) {
	d := reading("OLM, BAKER: It is late.\nMODERATOR: Go home.\nMODERATOR: Now.\n(JOE DOE)\nGOV. JANE ROE: It is dark.")
	d.Names = append([]document.Name{d.Named(document.Range{First: 0, Last: 1}, document.ORG)}, d.Names...)
	Complete(d)
	var got []string
	for _, n := range d.Names {
		got = append(got, d.Text(n.Range)+"/"+string(n.Kind))
	}
	if strings.Join(got, " ") != "OLM/PER JANE ROE/PER" {
		t.Errorf("got %s", got)
	}
}

func TestNamesOfAccounts(t *testing.T) {
	d := reading("It is late. — Jane Roe (@roe) May 7, 2021\nDoe left.")
	at := d.WordAt(strings.Index(d.Article.Text, "roe)"))
	d.Names = slices.Insert(d.Names, 1, d.Named(document.Range{First: at, Last: at + 1}, document.PER))
	if Complete(d); len(d.Names) != 2 || d.Text(d.Names[0].Range) != "Jane Roe" || d.Text(d.Names[1].Range) != "Doe" {
		t.Errorf("got %v", d.Names)
	}
}

// TestAnnouncedInterview has a meeting that is only the interview.
func TestAnnouncedInterview(t *testing.T) {
	d := reading("Jane Roe spoke to us.\nQ: Is it late?\nA: It is.")
	d.Frames = []document.Frame{{Kind: document.Meeting, Anchor: 2, P: 1, Roles: map[document.Role][]int{document.Trigger: {2}}}}
	if Complete(d); len(d.Frames) != 1 || d.Frames[0].Kind != document.Statement {
		t.Errorf("got %+v", d.Frames)
	}
}

func FuzzComplete(f *testing.F) {
	for _, form := range forms {
		f.Add(form.example, 3, 2, 9)
	}
	for _, text := range []string{":", "A:", "Q:\nA:", "“”", "—", "ROE:\nDOE:", "— (@", "“a.” — ROE", "A\n\n\nQ:", "ROE (:", "“It is late.\n“"} {
		f.Add(text, 0, 1, 2)
	}
	f.Fuzz(func(t *testing.T, text string, anchor, first, last int) {
		d := reading(text)
		if n := len(d.Words); n > 0 && anchor >= 0 && first >= 0 && last >= 0 {
			anchor, first = anchor%n, first%n
			r := document.Range{First: first, Last: first + last%(n-first+1)}
			d.Frames = []document.Frame{{Kind: document.Statement, Anchor: anchor, P: 1, Roles: map[document.Role][]int{document.Cue: {anchor}, document.Source: {first}, document.Content: words(r)}}}
		}
		Complete(d)
		for _, frame := range d.Frames {
			for role, words := range frame.Roles {
				if !slices.IsSorted(words) || len(words) > 0 && (words[0] < 0 || words[len(words)-1] >= len(d.Words)) {
					t.Fatalf("%q: %s is %v of %d", text, role, words, len(d.Words))
				}
			}
		}
	})
}

// TestLinear reads a long list of turns in little time.
func TestLinear(t *testing.T) {
	text := strings.Repeat("ROE: It is late. “Go home.”\n“We know.” — Joe Doe\n“It is.”\nQ: Is it?\nA: It is.\n", 4000)
	d := reading(text)
	start := time.Now()
	if Complete(d); time.Since(start) > 5*time.Second {
		t.Errorf("took %s", time.Since(start))
	}
}
