package read

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/article"
)

// wholeQuotations lets contents run to the ends of the quotations that they
// cover for the larger part, and gives quotations that are in no content to
// the attribution of a quotation in the same paragraph: “…,” he said. “…”
func (d *Document) wholeQuotations() {
	taken := make([]bool, len(d.Quotes))
	for i := range d.Attributions {
		a := &d.Attributions[i]
		for j, q := range d.Quotes {
			if s := covered(a.Content, q); s > 0 {
				taken[j] = true
				if 2*s > q.Len() && !overlapsAny(q, a.Source) && !overlapsAny(q, a.Cue) {
					a.Content = union(a.Content, q)
				}
			}
		}
	}
	for j, q := range d.Quotes {
		if !taken[j] && d.signed(q) {
			continue
		}
		if taken[j] || len(strings.Fields(d.Article.Slice(q))) < goesOn {
			continue
		}
		if a := d.quotedNear(q); a != nil && !overlapsAny(q, a.Source) && !overlapsAny(q, a.Cue) {
			a.Content = union(a.Content, q)
		}
	}
	slices.SortStableFunc(d.Attributions, func(a, b Attribution) int { return a.Cue[0].Start - b.Cue[0].Start })
	d.Attributions = slices.DeleteFunc(d.Attributions, func(a Attribution) bool { return len(a.Content) == 0 })
}

// longestSignature is how many words a name below a quotation has at most.
const longestSignature = 8

// signed adds an attribution where q is signed: a dash and a name stand behind
// it and end the line.
func (d *Document) signed(q article.Span) bool {
	dash := d.TokenAt(q.End)
	if dash >= len(d.Tokens) || !slices.Contains([]string{"―", "—", "–", "--"}, d.Tokens[dash].Text) {
		return false
	}
	end := dash + 1
	for end < len(d.Tokens) && !strings.Contains(d.Article.Text[d.Tokens[end-1].End:d.Tokens[end].Start], "\n") {
		end++
	}
	if end > dash+1 && !d.Tokens[end-1].Word() {
		end--
	}
	if end == dash+1 || end-dash > longestSignature || !d.Tokens[dash+1].Upper() {
		return false
	}
	d.Attributions = append(d.Attributions, Attribution{[]article.Span{d.span(dash+1, end)}, []article.Span{d.span(dash, dash+1)}, []article.Span{q}})
	return true
}

// goesOn is how many words a quotation has at least that goes on with another.
const goesOn = 4

// quotedNear returns the attribution that q belongs to, where it is in no
// content yet: one in its sentence that has no content at all, or the last
// before it in its paragraph that has a quotation; nil where there is none.
func (d *Document) quotedNear(q article.Span) *Attribution {
	for i := range d.Attributions {
		if a := &d.Attributions[i]; len(a.Content) == 0 && near(d.SentenceAt(a.Cue[0].Start), d.SentenceAt(q.Start), d.SentenceAt(q.End-1)) {
			return a
		}
	}
	for i := len(d.Attributions) - 1; i >= 0; i-- {
		a := &d.Attributions[i]
		if a.Cue[0].Start < q.Start && d.paragraphAt(a.Cue[0].Start) == d.paragraphAt(q.Start) && slices.ContainsFunc(d.Quotes, func(other article.Span) bool {
			return covered(a.Content, other) > 0
		}) {
			return a
		}
	}
	return nil
}

// near says whether a cue's sentence is one of those of a quotation.
func near(cue, first, last int) bool { return first <= cue && cue <= last }

func (d *Document) paragraphAt(offset int) int {
	return d.Sentences[max(0, d.SentenceAt(offset))].Paragraph
}

// covered returns how many bytes of q lie in spans.
func covered(spans []article.Span, q article.Span) (n int) {
	for _, s := range spans {
		n += max(0, min(s.End, q.End)-max(s.Start, q.Start))
	}
	return n
}

func overlapsAny(q article.Span, spans []article.Span) bool {
	return slices.ContainsFunc(spans, q.Overlaps)
}

// union adds q to spans that are in the order of the text.
func union(spans []article.Span, q article.Span) []article.Span {
	var joined []article.Span
	for _, s := range spans {
		if s.Overlaps(q) || s.End == q.Start || q.End == s.Start {
			q = article.Span{Start: min(s.Start, q.Start), End: max(s.End, q.End)}
		} else {
			joined = append(joined, s)
		}
	}
	joined = append(joined, q)
	slices.SortFunc(joined, func(a, b article.Span) int { return a.Start - b.Start })
	return joined
}
