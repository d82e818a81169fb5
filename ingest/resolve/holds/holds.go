// Package holds finds which office who holds, and whose it is.
//
//	holds.Find(document, cast)
//
// The words of the title, the holder and the country or body are the
// network's. Whose an office is where no word stands beside it is told by what
// the article says elsewhere, or is left open.
package holds

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
)

// finder finds the offices that one article gives.
type finder struct {
	*document.Document
	cast  *who.Cast
	found []*office
}

// office is a frame with one of those who hold it.
type office struct {
	who.Office
	frame  document.Frame
	holder *who.Entity // nil: the text names nobody
	name   document.Range
}

// Find gives the people of the cast the offices that the article gives them.
func Find(d *document.Document, cast *who.Cast) {
	f := &finder{Document: d, cast: cast}
	for _, frame := range d.Frames {
		if frame.Kind == document.Office {
			f.read(frame)
		}
	}
	for _, o := range f.found {
		if o.Of == nil {
			f.infer(o)
		}
	}
	for _, o := range f.found {
		if o.holder != nil {
			o.holder.Offices = append(o.holder.Offices, o.Office)
		}
	}
}

// read reads a frame: one office for each of those who hold it.
func (f *finder) read(frame document.Frame) {
	title, words, former := f.title(frame)
	if title == "" || f.told(words) {
		return
	}
	for _, h := range f.holders(frame) {
		o := &office{frame: frame, holder: h.Entity, name: h.Range}
		o.Title, o.Words, o.Former = title, words, former
		o.Of, o.Rule, o.Confidence = f.owner(o)
		if e := f.leader(o); e != nil && o.Of != nil && o.Of.Label == graph.Country && o.Of != e {
			o.Of, o.Rule, o.Confidence = nil, "", 0 // “South Korea … President Xi Jinping”: words of another office
		}
		f.found = append(f.found, o)
	}
}

// told says whether another frame has told of the title's words: of “opposition
// warlord” the network may take both words for titles.
func (f *finder) told(words document.Range) bool {
	return slices.ContainsFunc(f.found, func(o *office) bool { return o.Words.Overlaps(words) })
}

// past are words before a title by which it is held no longer.
var past = []string{"former", "ex", "ex-", "late", "then", "then-", "onetime", "erstwhile", "deposed", "ousted"}

// title returns the words of a title, as they stand in the text, without those
// that say that it is held no longer, and whether there are such.
func (f *finder) title(frame document.Frame) (title string, words document.Range, former bool) {
	former = frame.Former
	var pieces []string
	for i, r := range frame.Parts(document.Title) {
		for r.Len() > 0 && (slices.Contains(past, f.lower(r.First)) || f.mark(r.First)) {
			former = former || !f.mark(r.First)
			r.First++
		}
		for r.Len() > 0 && (f.Words[r.Last-1].UPOS == "ADP" || f.mark(r.Last-1)) {
			r.Last--
		}
		if r.Len() == 0 {
			continue
		}
		if i == 0 || words.Len() == 0 {
			words = r
		}
		pieces = append(pieces, strings.Fields(f.Text(r))...)
	}
	if words.First > 0 && slices.Contains(past, f.lower(words.First-1)) {
		former = true
	}
	return f.singular(strings.Join(pieces, " "), words), words, former
}

// singular returns the title of one for that of several: “Presidents”.
func (f *finder) singular(title string, words document.Range) string {
	if words.Len() > 0 && f.Words[words.Last-1].UPOS == "NOUN" && strings.Contains(f.Words[words.Last-1].Feats, "Number=Plur") || strings.HasSuffix(title, "Presidents") || strings.HasSuffix(title, "Ministers") {
		return strings.TrimSuffix(title, "s")
	}
	return title
}

func (f *finder) lower(word int) string { return strings.ToLower(f.Words[word].Text) }

// mark says whether a word has no letter.
func (f *finder) mark(word int) bool {
	return strings.ToLower(f.Words[word].Text) == strings.ToUpper(f.Words[word].Text)
}
