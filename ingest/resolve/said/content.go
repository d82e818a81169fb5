package said

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// trimmed returns the pieces of a frame's content without the marks at their
// borders, and without “that” before them.
func (m *maker) trimmed(f document.Frame) (pieces []document.Range) {
	for i, r := range joined(m.Document, f.Parts(document.Content)) {
		for r.Len() > 0 && m.border(r.First) {
			r.First++
		}
		for r.Len() > 0 && m.border(r.Last-1) {
			r.Last--
		}
		if i == 0 {
			r.First = m.clause(f, r)
		}
		if r.Len() > 0 {
			pieces = append(pieces, r)
		}
	}
	return pieces
}

// border says whether a word is a mark that is left out at the border of what
// is said.
func (m *maker) border(word int) bool {
	return !strings.ContainsFunc(m.Words[word].Text, func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("$€£%?!", r)
	})
}

// complementizer says whether “that” opens a clause, rather than pointing at
// something.
func (m *maker) complementizer(word int) bool {
	c := tree.At(m.Document, word)
	return c.Lower() == "that" && c.Is("SCONJ")
}

// clause returns where the clause begins that is the content: after “that”, and
// after a time before it, as in “said in 2018 that”.
func (m *maker) clause(f document.Frame, r document.Range) int {
	for w := r.First; w+1 < min(r.Last, r.First+longestTime); w++ {
		if !m.complementizer(w) {
			continue
		}
		if verb := tree.At(m.Document, w).Up(); w == r.First || verb.Subtype("ccomp") && slices.Contains(f.Roles[document.Cue], verb.Up().Word) {
			return w + 1
		}
	}
	return r.First
}

// longestTime is how many words may stand before “that”.
const longestTime = 8

// joined joins parts between which stand only marks.
func joined(d *document.Document, parts []document.Range) (all []document.Range) {
	for _, r := range parts {
		n := len(all)
		if n > 0 && !strings.ContainsFunc(d.Article.Text[d.Words[all[n-1].Last-1].End:d.Words[r.First].Start], func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) {
			all[n-1].Last = r.Last
		} else {
			all = append(all, r)
		}
	}
	return all
}

var (
	possible    = regexp.MustCompile(`(?i)\b(?:may|might|could|perhaps|possibly)\b`)
	necessary   = regexp.MustCompile(`(?i)\b(?:must|should|ought|need(?:s|ed)? to|has to|have to|had to)\b`)
	conditional = regexp.MustCompile(`(?i)\b(?:if|unless|would)\b`)
)

// setContent sets what the words of the content tell.
func (m *maker) setContent(st *said) {
	st.Text, st.Quote = m.text(st.content), m.quoted(st.content)
	st.QuoteType = m.quoteType(st.content)
	st.Polarity, st.Modality = "positive", "asserted"
	if st.frame.Negative {
		st.Polarity = "negative"
	}
	switch {
	case slices.Contains([]string{"hope", "wish", "want"}, st.cue.Lemma()):
		st.Modality = "desired"
	case possible.MatchString(st.Text):
		st.Modality = "possible"
	case necessary.MatchString(st.Text):
		st.Modality = "necessary"
	case conditional.MatchString(st.Text):
		st.Modality = "conditional"
	}
	for _, r := range st.content {
		for _, mention := range m.Cast.MentionsIn(r) {
			if id := mention.Entity.ID; !mention.Entity.Proposed && !slices.Contains(st.Topics, id) {
				st.Topics = append(st.Topics, id)
			}
		}
	}
}

// text returns the words of the ranges, pieces joined by an ellipsis.
func (m *maker) text(words []document.Range) string {
	var pieces []string
	for _, r := range words {
		pieces = append(pieces, m.Text(r))
	}
	return strings.Join(pieces, " … ")
}

const quotationMarks = `“”"‘’'«»„`

// quoted returns the words that stand in quotation marks.
func (m *maker) quoted(words []document.Range) string {
	var pieces []string
	for _, r := range words {
		for _, q := range m.quotationsIn(m.SpanOf(r)) {
			pieces = append(pieces, strings.Trim(m.Article.Slice(q), quotationMarks+" ,"))
		}
	}
	return strings.Join(pieces, " … ")
}

// quotationsIn returns the parts of the span that stand in quotation marks.
func (m *maker) quotationsIn(s article.Span) (parts []article.Span) {
	i, _ := slices.BinarySearchFunc(m.Quotations, s.Start, func(q article.Span, at int) int { return q.End - 1 - at })
	for ; i < len(m.Quotations) && m.Quotations[i].Start < s.End; i++ {
		if q := m.Quotations[i]; q.Overlaps(s) {
			parts = append(parts, article.Span{Start: max(q.Start, s.Start), End: min(q.End, s.End)})
		}
	}
	return parts
}

// quoteType says how much of a content stands in quotation marks, by its
// letters: direct is all but a few, mixed is some (the scheme of PolNeAR).
func (m *maker) quoteType(words []document.Range) string {
	all, inside := 0, 0
	for _, r := range words {
		all += letters(m.Text(r))
		for _, q := range m.quotationsIn(m.SpanOf(r)) {
			inside += letters(m.Article.Slice(q))
		}
	}
	switch {
	case 20*inside >= 19*all && inside > 0:
		return "direct"
	case 50*inside > all:
		return "mixed"
	}
	return "indirect"
}

func letters(text string) (n int) {
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}
