package build

import (
	"slices"
	"strings"
	"unicode"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/facts"
)

// statements adds the nodes before the relationships: a statement may lie
// within, or respond to, any other.
func (b *builder) statements() {
	depth := depths(b.facts.Statements)
	for i, s := range b.facts.Statements {
		props := b.statementProps(s)
		props["depth"] = depth[i]
		b.refs[s.ID] = b.AddNode(graph.Statement, s.ID, props)
	}
	for _, s := range b.facts.Statements {
		b.AddEdge(graph.ReportedIn, b.refs[s.ID], b.Article, b.place(s.Spans.Content))
		b.voices(s)
		b.about(s)
		b.otherStatements(s)
		if meeting, ok := b.refs[s.Meeting]; ok {
			b.AddEdge(graph.MadeAt, b.refs[s.ID], meeting, graph.Props{})
		}
	}
}

// depths returns in how many others each statement lies. A statement that
// lies, over others, within itself has no depth and is refused by Validate.
func depths(statements []facts.Statement) []int64 {
	outer := map[string]string{}
	for _, s := range statements {
		outer[s.ID] = s.Within
	}
	depths := make([]int64, len(statements))
	for i, s := range statements {
		for at := s.Within; at != "" && depths[i] <= int64(len(outer)); at = outer[at] {
			depths[i]++
		}
	}
	return depths
}

func (b *builder) statementProps(s facts.Statement) graph.Props {
	props := b.place(s.Spans.Content)
	props["attributionNegated"], props["confidence"] = s.AttributionNegated, s.Confidence
	for name, value := range map[string]string{
		"text": s.Text, "quote": s.Quote, "quoteType": s.QuoteType, "verb": s.Verb, "act": s.Act, "polarity": s.Polarity,
		"modality": s.Modality, "datePrecision": s.DatePrecision, "dateText": s.DateText, "sentence": s.Sentence,
		"quoteKey": quoteKey(s.Quote),
	} {
		set(props, name, value)
	}
	if s.Unnamed != nil {
		set(props, "source", s.Unnamed.Text)
		set(props, "sourceKind", s.Unnamed.Kind)
	}
	setDate(props, "date", s.Date)
	return props
}

// voices says who made a statement, to whom, and who passed it on.
func (b *builder) voices(s facts.Statement) {
	ref, voices := b.refs[s.ID], s.Voices()
	for i, id := range voices {
		words := s.Spans.Speaker
		if i < len(s.Spans.Speakers) {
			words = s.Spans.Speakers[i]
		}
		b.AddEdge(graph.Made, b.refs[id], ref, graph.Props{"as": b.words(words)})
	}
	if holder, ok := b.refs[s.Holder()]; ok {
		voices = append(voices, s.Holder())
		b.AddEdge(graph.Made, holder, ref, graph.Props{"as": s.Unnamed.Text, "rule": s.Unnamed.Rule, "confidence": s.Unnamed.Confidence})
	}
	for _, id := range s.Addressees {
		b.AddEdge(graph.AddressedTo, ref, b.refs[id], b.as(s.Spans.Addressee, s.Decisions, "addressee", id))
		for _, voice := range voices {
			if voice != id {
				b.saidTo(s, b.refs[voice], b.refs[id])
			}
		}
	}
	if by, ok := b.refs[s.ReportedBy]; ok {
		b.AddEdge(graph.ReportedBy, ref, by, b.as(s.Spans.ReportedBy, s.Decisions, "reportedBy", ""))
	}
}

// as returns the words that name an end of a relationship, and how sure it is.
func (b *builder) as(words []facts.Span, decisions []facts.Decision, what, of string) graph.Props {
	props := graph.Props{}
	set(props, "as", b.words(words))
	if d, ok := facts.Decided(decisions, what, of); ok {
		props["confidence"] = d.Confidence
	}
	return props
}

func (b *builder) saidTo(s facts.Statement, from, to graph.Ref) {
	props := graph.Props{"statementId": s.ID}
	set(props, "act", s.Act)
	set(props, "verb", s.Verb)
	setDate(props, "date", s.Date)
	b.AddEdge(graph.SaidTo, from, to, props)
}

func (b *builder) about(s facts.Statement) {
	for _, id := range s.Targets {
		props := b.as(s.Spans.Target, s.Decisions, "target", id)
		props["role"] = "target"
		b.AddEdge(graph.About, b.refs[s.ID], b.refs[id], props)
	}
	for _, id := range s.Topics {
		if !slices.Contains(s.Targets, id) {
			b.AddEdge(graph.About, b.refs[s.ID], b.refs[id], graph.Props{"role": "topic"})
		}
	}
}

// otherStatements says in which statement s lies and to which it responds.
func (b *builder) otherStatements(s facts.Statement) {
	if outer, ok := b.refs[s.Within]; ok {
		b.AddEdge(graph.Within, b.refs[s.ID], outer, graph.Props{})
	}
	if other, ok := b.refs[s.RespondsTo]; ok {
		props := b.as(nil, s.Decisions, "respondsTo", "")
		set(props, "how", s.How)
		b.AddEdge(graph.RespondsTo, b.refs[s.ID], other, props)
	}
}

// words returns the text that the spans cover, pieces joined by an ellipsis.
func (b *builder) words(spans []facts.Span) string {
	var pieces []string
	for _, s := range spans {
		pieces = append(pieces, string(b.text[s[0]:s[1]]))
	}
	return strings.Join(pieces, " … ")
}

// shortestQuoteKey is in words: shorter quotations are too common to say that
// two outlets quote the same words.
const shortestQuoteKey = 3

// quoteKey returns the words of a quotation in lower case, without
// punctuation, by which the same quotation is found in several outlets.
func quoteKey(quote string) string {
	words := strings.FieldsFunc(strings.ToLower(quote), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	if len(words) < shortestQuoteKey {
		return ""
	}
	return strings.Join(words, " ")
}
