// Package show writes what was read in an article, for people and as JSON: names,
// the frames with the words of each role, and the tree of words.
package show

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/document"
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
	*document.Document
	out    strings.Builder
	colour bool
}

func (p *printer) paint(colour, text string) string {
	if !p.colour || colour == "" {
		return text
	}
	return "\x1b[" + colour + "m" + text + "\x1b[0m"
}

// Text writes each sentence with its names, its frames and its tree.
func Text(w io.Writer, d *document.Document, colour bool) error {
	p := &printer{Document: d, colour: colour}
	for i, s := range d.Sentences {
		fmt.Fprintf(&p.out, "%s %s\n", p.paint(faint, fmt.Sprintf("%3d", i+1)), p.paint(bold, oneLine(d.Article.Slice(s.Span))))
		p.names(s)
		p.frames(s)
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

var nameColours = map[document.NameKind]string{document.PER: green, document.ORG: blue, document.LOC: yellow, document.MISC: magenta}

func (p *printer) names(s document.Sentence) {
	var shown []string
	for _, n := range p.NamesIn(s.Span) {
		shown = append(shown, p.paint(nameColours[n.Kind], oneLine(p.Article.Slice(n.Span)))+"/"+string(n.Kind))
	}
	for _, a := range p.Antecedents {
		if s.First <= a.Pronoun && a.Pronoun < s.Last {
			shown = append(shown, fmt.Sprintf("%s = %s (%.2f)", p.Words[a.Pronoun].Text, p.paint(green, oneLine(p.Article.Slice(p.Names[a.Name].Span))), a.Score))
		}
	}
	if len(shown) > 0 {
		fmt.Fprintf(&p.out, "    names        %s\n", strings.Join(shown, ", "))
	}
}

var roleColours = map[document.Role]string{document.Source: green, document.Holder: green, document.Cue: red, document.Trigger: red, document.Title: red, document.Content: blue}

// frames shows those whose anchor stands in the sentence, with the words of
// each role.
func (p *printer) frames(s document.Sentence) {
	for _, f := range p.Frames {
		if f.Anchor < s.First || f.Anchor >= s.Last {
			continue
		}
		fmt.Fprintf(&p.out, "    %-12s %s\n", f.Kind, strings.Join(p.parts(f), "  "))
	}
}

func (p *printer) parts(f document.Frame) []string {
	shown := []string{fmt.Sprintf("%.2f", f.P)}
	if what := f.Act + f.Status; what != "" {
		shown[0] += fmt.Sprintf(" %s %.2f", what, f.Sure)
	}
	shown = append(shown, marks(f)...)
	for _, role := range document.Roles[f.Kind] {
		if words := f.Roles[role]; len(words) > 0 {
			shown = append(shown, p.paint(faint, string(role))+" ["+p.paint(roleColours[role], p.pieces(p.Spans(words)))+"]")
		}
	}
	return shown
}

// marks returns what is said to be so of a frame.
func marks(f document.Frame) (all []string) {
	for _, m := range []struct {
		given bool
		name  string
	}{{f.Negative, "negative"}, {f.NotSaid, "not said"}, {f.Former, "former"}} {
		if m.given {
			all = append(all, m.name)
		}
	}
	return all
}

func (p *printer) pieces(spans []article.Span) string {
	var texts []string
	for _, s := range spans {
		texts = append(texts, oneLine(p.Article.Slice(s)))
	}
	return strings.Join(texts, " … ")
}

// tree shows each word below its head.
func (p *printer) tree(s document.Sentence) {
	below := make([][]int, s.Last-s.First)
	root := s.First
	for i := s.First; i < s.Last; i++ {
		if h := p.Words[i].Head; h >= 0 {
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
		w := p.Words[o.word]
		fmt.Fprintf(&p.out, "    %s%s  %s\n", p.paint(faint, o.indent), p.Words[o.word].Text, p.paint(faint, w.UPOS+" "+w.Relation))
		for i := len(below[o.word-s.First]) - 1; i >= 0; i-- {
			stack = append(stack, open{below[o.word-s.First][i], o.indent + "· "})
		}
	}
}

// span is in code points of the article's text, end exclusive.
type span [2]int

type jsonDocument struct {
	ID          string           `json:"id"`
	Sentences   []jsonSentence   `json:"sentences"`
	Names       []jsonName       `json:"names"`
	Antecedents []jsonAntecedent `json:"antecedents"`
	Frames      []jsonFrame      `json:"frames"`
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

type jsonFrame struct {
	Kind     document.Kind            `json:"kind"`
	Anchor   span                     `json:"anchor"`
	P        float64                  `json:"p"`
	Act      string                   `json:"act,omitempty"`
	Status   string                   `json:"status,omitempty"`
	Sure     float64                  `json:"sure,omitempty"` // of act or status
	Negative bool                     `json:"negative,omitempty"`
	NotSaid  bool                     `json:"notSaid,omitempty"`
	Former   bool                     `json:"former,omitempty"`
	Roles    map[document.Role][]span `json:"roles"`
}

// JSON writes the whole document as one object. Spans are code points.
func JSON(w io.Writer, d *document.Document) error {
	c := converter{d, article.NewCodePoints(d.Article.Text)}
	out := jsonDocument{ID: d.Article.ID, Sentences: []jsonSentence{}, Names: []jsonName{}, Antecedents: []jsonAntecedent{}, Frames: []jsonFrame{}}
	for _, s := range d.Sentences {
		out.Sentences = append(out.Sentences, c.sentence(s))
	}
	for _, n := range d.Names {
		out.Names = append(out.Names, jsonName{d.Article.Slice(n.Span), c.at(n.Span), string(n.Kind)})
	}
	for _, a := range d.Antecedents {
		out.Antecedents = append(out.Antecedents, jsonAntecedent{c.at(d.Words[a.Pronoun].Span), a.Name, thousandths(a.Score)})
	}
	for _, f := range d.Frames {
		out.Frames = append(out.Frames, c.frame(f))
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(out)
}

// converter makes what is written of what was read.
type converter struct {
	*document.Document
	points *article.CodePoints
}

func (c converter) at(s article.Span) span { return span{c.points.At(s.Start), c.points.At(s.End)} }

func (c converter) sentence(s document.Sentence) jsonSentence {
	sentence := jsonSentence{Span: c.at(s.Span)}
	for _, w := range c.Words[s.First:s.Last] {
		head := 0
		if w.Head >= 0 {
			head = w.Head - s.First + 1
		}
		sentence.Words = append(sentence.Words, jsonWord{w.Text, c.at(w.Span), w.Lemma, w.UPOS, w.Feats, head, w.Relation})
	}
	return sentence
}

func (c converter) frame(f document.Frame) jsonFrame {
	out := jsonFrame{f.Kind, c.at(c.Words[f.Anchor].Span), thousandths(f.P), f.Act, f.Status, thousandths(f.Sure), f.Negative, f.NotSaid, f.Former, map[document.Role][]span{}}
	for role, words := range f.Roles {
		for _, s := range c.Spans(words) {
			out.Roles[role] = append(out.Roles[role], c.at(s))
		}
	}
	return out
}

func thousandths(p float64) float64 { return math.Round(1000*p) / 1000 }
