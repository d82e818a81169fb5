// Package show writes what was read in an article: for people, as JSON and as
// CoNLL-U.
package show

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/read"
)

// The colours of a terminal (ECMA-48), as the parameters of its sequences.
const (
	bold    = "1"
	faint   = "2"
	red     = "31"
	green   = "32"
	yellow  = "33"
	blue    = "34"
	magenta = "35"
)

// printer writes text for people.
type printer struct {
	*read.Document
	out    strings.Builder
	colour bool
}

func (p *printer) paint(colour, text string) string {
	if !p.colour {
		return text
	}
	return "\x1b[" + colour + "m" + text + "\x1b[0m"
}

// Text writes each sentence with its names, its tree and its attributions.
func Text(w io.Writer, d *read.Document, colour bool) error {
	p := &printer{Document: d, colour: colour}
	for i, s := range d.Sentences {
		fmt.Fprintf(&p.out, "%s %s\n", p.paint(faint, fmt.Sprintf("%3d", i+1)), p.paint(bold, oneLine(d.Article.Slice(s.Span))))
		p.names(s)
		p.attributions(s)
		p.tree(s)
		p.out.WriteByte('\n')
	}
	_, err := io.WriteString(w, p.out.String())
	return err
}

// oneLine joins the lines of a text and shows control characters.
func oneLine(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 {
			return ' '
		}
		return r
	}, text)
}

var nameColours = map[read.NameKind]string{read.PER: green, read.ORG: blue, read.LOC: yellow, read.MISC: magenta}

func (p *printer) names(s read.Sentence) {
	var shown []string
	for _, n := range p.NamesIn(s.Span) {
		shown = append(shown, p.paint(nameColours[n.Kind], oneLine(p.Article.Slice(n.Span)))+"/"+string(n.Kind))
	}
	for _, a := range p.Antecedents {
		if s.First <= a.Pronoun && a.Pronoun < s.Last {
			shown = append(shown, fmt.Sprintf("%s = %s (%.2f)", p.Tokens[a.Pronoun].Text, p.paint(green, oneLine(p.Article.Slice(p.Names[a.Name].Span))), a.Score))
		}
	}
	if len(shown) > 0 {
		fmt.Fprintf(&p.out, "    names        %s\n", strings.Join(shown, ", "))
	}
}

// attributions shows those whose cue begins in the sentence.
func (p *printer) attributions(s read.Sentence) {
	for _, a := range p.Attributions {
		if s.Contains(article.Span{Start: a.Cue[0].Start, End: a.Cue[0].Start}) {
			fmt.Fprintf(&p.out, "    attribution  [%s] {%s} %s\n", p.paint(green, p.pieces(a.Source)), p.paint(red, p.pieces(a.Cue)), p.paint(blue, p.pieces(a.Content)))
		}
	}
}

func (p *printer) pieces(spans []article.Span) string {
	var texts []string
	for _, s := range spans {
		texts = append(texts, oneLine(p.Article.Slice(s)))
	}
	return strings.Join(texts, " … ")
}

// tree shows each word below its head.
func (p *printer) tree(s read.Sentence) {
	below := make([][]int, s.Last-s.First)
	root := s.First
	for i := s.First; i < s.Last; i++ {
		if h := p.Syntax[i].Head; h >= 0 {
			below[h-s.First] = append(below[h-s.First], i)
		} else {
			root = i
		}
	}
	type open struct {
		word   int
		indent string
	}
	// Depth first without recursion: a tree may be as deep as its sentence is long.
	for stack := []open{{root, ""}}; len(stack) > 0; {
		o := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		w := p.Syntax[o.word]
		fmt.Fprintf(&p.out, "    %s%s  %s\n", p.paint(faint, o.indent), p.Tokens[o.word].Text, p.paint(faint, w.UPOS+" "+w.Relation))
		for i := len(below[o.word-s.First]) - 1; i >= 0; i-- {
			stack = append(stack, open{below[o.word-s.First][i], o.indent + "· "})
		}
	}
}

// CoNLLU writes the sentences in CoNLL-U. The column MISC has names as
// Name=B-PER and, for words of attributions, Attribution=1:Cue with the number
// of the attribution in the article.
func CoNLLU(w io.Writer, d *read.Document) error {
	misc := marks(d)
	var out strings.Builder
	for i, s := range d.Sentences {
		if i == 0 || d.Sentences[i-1].Paragraph != s.Paragraph {
			out.WriteString("# newpar\n")
		}
		fmt.Fprintf(&out, "# sent_id = %d\n# text = %s\n", i+1, oneLine(d.Article.Slice(s.Span)))
		for t := s.First; t < s.Last; t++ {
			x := d.Syntax[t]
			head := 0
			if x.Head >= 0 {
				head = x.Head - s.First + 1
			}
			if t+1 < s.Last && d.Tokens[t].End == d.Tokens[t+1].Start {
				misc[t] = append(misc[t], "SpaceAfter=No")
			}
			if len(misc[t]) == 0 {
				misc[t] = []string{"_"}
			}
			fmt.Fprintf(&out, "%d\t%s\t%s\t%s\t_\t%s\t%d\t%s\t_\t%s\n", t-s.First+1, field(d.Tokens[t].Text), field(x.Lemma), x.UPOS, x.Feats, head, x.Relation, strings.Join(misc[t], "|"))
		}
		out.WriteByte('\n')
	}
	_, err := io.WriteString(w, out.String())
	return err
}

// field makes a word fit for a column.
func field(word string) string {
	if word = strings.Join(strings.Fields(oneLine(word)), " "); word == "" {
		return "_"
	}
	return word
}

// marks returns what the column MISC says of each token.
func marks(d *read.Document) [][]string {
	misc := make([][]string, len(d.Tokens))
	mark := func(s article.Span, name func(first bool) string) {
		first := d.TokenAt(s.Start)
		for t := first; t < len(d.Tokens) && d.Tokens[t].Start < s.End; t++ {
			misc[t] = append(misc[t], name(t == first))
		}
	}
	for _, n := range d.Names {
		mark(n.Span, func(first bool) string {
			if first {
				return "Name=B-" + string(n.Kind)
			}
			return "Name=I-" + string(n.Kind)
		})
	}
	for i, a := range d.Attributions {
		part := func(role string, spans []article.Span) {
			for _, s := range spans {
				mark(s, func(bool) string { return fmt.Sprintf("Attribution=%d:%s", i+1, role) })
			}
		}
		part("Source", a.Source)
		part("Cue", a.Cue)
		part("Content", a.Content)
	}
	return misc
}

// span is in code points of the article's text, end exclusive.
type span [2]int

type jsonDocument struct {
	ID           string            `json:"id"`
	Sentences    []jsonSentence    `json:"sentences"`
	Names        []jsonName        `json:"names"`
	Antecedents  []jsonAntecedent  `json:"antecedents"`
	Attributions []jsonAttribution `json:"attributions"`
}

type jsonSentence struct {
	Span  span       `json:"span"`
	Words []jsonWord `json:"words"`
}

type jsonWord struct {
	Text     string `json:"text"`
	Span     span   `json:"span"`
	Lemma    string `json:"lemma"`
	UPOS     string `json:"upos"`
	Feats    string `json:"feats"`
	Head     int    `json:"head"` // number of the word in its sentence from 1, 0 for the root
	Relation string `json:"deprel"`
}

type jsonName struct {
	Text string `json:"text"`
	Span span   `json:"span"`
	Kind string `json:"kind"`
}

type jsonAntecedent struct {
	Pronoun span    `json:"pronoun"`
	Name    int     `json:"name"` // index among the names
	Score   float64 `json:"score"`
}

type jsonAttribution struct {
	Source  []span `json:"source"`
	Cue     []span `json:"cue"`
	Content []span `json:"content"`
}

// JSON writes the whole document as one object. Spans are code points.
func JSON(w io.Writer, d *read.Document) error {
	points := article.NewCodePoints(d.Article.Text)
	at := func(s article.Span) span { return span{points.At(s.Start), points.At(s.End)} }
	all := func(spans []article.Span) []span {
		converted := []span{}
		for _, s := range spans {
			converted = append(converted, at(s))
		}
		return converted
	}
	out := jsonDocument{ID: d.Article.ID, Sentences: []jsonSentence{}, Names: []jsonName{}, Antecedents: []jsonAntecedent{}, Attributions: []jsonAttribution{}}
	for _, s := range d.Sentences {
		sentence := jsonSentence{Span: at(s.Span)}
		for t := s.First; t < s.Last; t++ {
			x, token := d.Syntax[t], d.Tokens[t]
			head := 0
			if x.Head >= 0 {
				head = x.Head - s.First + 1
			}
			sentence.Words = append(sentence.Words, jsonWord{token.Text, at(article.Span{Start: token.Start, End: token.End}), x.Lemma, x.UPOS, x.Feats, head, x.Relation})
		}
		out.Sentences = append(out.Sentences, sentence)
	}
	for _, n := range d.Names {
		out.Names = append(out.Names, jsonName{d.Article.Slice(n.Span), at(n.Span), string(n.Kind)})
	}
	for _, a := range d.Antecedents {
		t := d.Tokens[a.Pronoun]
		out.Antecedents = append(out.Antecedents, jsonAntecedent{at(article.Span{Start: t.Start, End: t.End}), a.Name, a.Score})
	}
	for _, a := range d.Attributions {
		out.Attributions = append(out.Attributions, jsonAttribution{all(a.Source), all(a.Cue), all(a.Content)})
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(out)
}
