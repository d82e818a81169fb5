package browser_test

import (
	"strings"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/ingest/facts"
)

// handmade is an article with what the samples have too little of, or none:
// words that were passed on, words within words, and answers to them.
func handmade() *facts.Article { return ferry("https://example.org/2026/01/10/ferry") }

// reprinted is the same story in another outlet.
func reprinted() *facts.Article {
	f := ferry("https://example.org/2026/01/11/ferry")
	f.Publisher, f.CopyOf = "by another hand", &facts.Copy{ID: handmade().ID, Share: 0.75}
	return f
}

func ferry(id string) *facts.Article {
	ann, bo, lavrov := "person:ann-roe", "person:bo-doe", "person:sergei-lavrov"
	h := hand{text: "Ann Roe and Bo Doe told Iceland that a passenger had called the ferry late. Two port officials confirmed this. " +
		"Sergei Lavrov complained that the tea was cold, the Harbour Wire reported. Ann Roe was harbour master of Iceland until 2025. " +
		"Bo Doe said that the crew had been “asleep on the bridge”. Ann Roe denied that anybody was “asleep on the bridge”. " +
		"Bo Doe said the sea was “calm as a pond”. Sergei Lavrov agreed that it was “calm as a pond”. Bo Doe never said that his watch was “asleep on the bridge”."}
	quoted := func(n, speaker, act, content, quote string, not bool) facts.Statement {
		return facts.Statement{
			ID: id + n, Speaker: &speaker, Verb: "said", Act: act, Text: content, Quote: quote, QuoteType: "mixed", Polarity: "positive", AttributionNegated: not, Confidence: 0.8,
			Spans: facts.StatementSpans{Speaker: h.spans("Bo Doe"), Content: h.spans(content)},
		}
	}
	return &facts.Article{
		ID: id, URL: id, SHA256: "00", Headline: "The ferry was late", Publisher: "by hand", Published: "2026-01-10", Text: h.text,
		People: []facts.Person{
			{Entity: h.entity(ann, "Ann Roe"), Positions: []facts.Position{
				{Title: "harbour master", Of: "country:is", Former: true, Spans: h.spans("harbour master"), Confidence: 0.95},
			}},
			{Entity: h.entity("person:bo-doe", "Bo Doe")},
			{Entity: h.entity(lavrov, "Sergei Lavrov")},
		},
		Countries:     []facts.Country{{Entity: h.entity("country:is", "Iceland"), Code: "IS"}},
		Organizations: []facts.Organization{{Entity: h.entity("organization:harbour-wire", "Harbour Wire")}},
		Statements: []facts.Statement{
			{
				ID: id + "#1", Speaker: &ann, Speakers: []string{ann, "person:bo-doe"}, Addressees: []string{"country:is"}, Targets: []string{"country:is"}, Verb: "told", Act: "ASSERT",
				Text: "a passenger had called the ferry late", QuoteType: "indirect", Confidence: 0.95, Decisions: []facts.Decision{{What: "addressee", Of: "country:is", Confidence: 0.92}},
				Spans: facts.StatementSpans{
					Speaker: h.spans("Ann Roe and Bo Doe"), Speakers: [][]facts.Span{h.spans("Ann Roe"), h.spans("Bo Doe")},
					Content: h.spans("a passenger had called the ferry late"), Addressee: h.spans("Iceland"), Target: h.spans("Iceland"),
				},
			},
			{
				ID: id + "#2", Unnamed: &facts.Source{Text: "a passenger", Kind: "witness"}, Within: id + "#1", Verb: "called", Act: "CRITICIZE",
				Text: "the ferry late", QuoteType: "indirect", Confidence: 0.7, Spans: facts.StatementSpans{Speaker: h.spans("a passenger"), Content: h.spans("the ferry late")},
			},
			{
				ID: id + "#3", Unnamed: &facts.Source{Text: "Two port officials", Kind: "official"}, RespondsTo: id + "#2", How: "confirms", Verb: "confirmed", Act: "CONFIRM",
				Text: "this", QuoteType: "indirect", Confidence: 0.8, Spans: facts.StatementSpans{Speaker: h.spans("Two port officials"), Content: h.spans("this")},
			},
			{
				ID: id + "#4", Speaker: &lavrov, ReportedBy: "organization:harbour-wire", Verb: "complained", Act: "CRITICIZE", Text: "the tea was cold",
				QuoteType: "indirect", Confidence: 0.8,
				Spans: facts.StatementSpans{Speaker: h.spans("Sergei Lavrov"), Content: h.spans("the tea was cold"), ReportedBy: h.spans("the Harbour Wire")},
			},
			quoted("#5", bo, "ASSERT", "the crew had been “asleep on the bridge”", "asleep on the bridge", false),
			quoted("#6", ann, "DENY", "anybody was “asleep on the bridge”", "asleep on the bridge", false),
			quoted("#7", bo, "ASSERT", "the sea was “calm as a pond”", "calm as a pond", false),
			quoted("#8", lavrov, "AGREE", "it was “calm as a pond”", "calm as a pond", false),
			quoted("#9", bo, "ASSERT", "his watch was “asleep on the bridge”", "asleep on the bridge", true),
		},
	}
}

// hand finds words of a text.
type hand struct{ text string }

// spans returns where words stand first.
func (h hand) spans(words string) []facts.Span {
	before, _, _ := strings.Cut(h.text, words)
	at := utf8.RuneCountInString(before)
	return []facts.Span{{at, at + utf8.RuneCountInString(words)}}
}

func (h hand) entity(id, name string) facts.Entity {
	return facts.Entity{ID: id, Name: name, Mentions: h.spans(name), Confidence: 0.9}
}
