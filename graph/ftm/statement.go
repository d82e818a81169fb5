package ftm

import (
	"cmp"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
)

// statement adds a note that has the words, and a link for each pair of whom it
// joins.
func (a *article) statement(n graph.Node) {
	s := said{article: a, node: n, act: text(n.Props, "act")}
	for _, e := range a.to[n.Ref] {
		if e.Type == graph.Made {
			s.speakers = append(s.speakers, e.From)
		}
	}
	if n.Props["attributionNegated"] == true {
		s.not = "not said: "
	}
	s.summary = s.told()
	s.note()
	for _, speaker := range s.speakers {
		s.dated(a.document(speaker, s.role("speaker"), n.ID))
	}
	for _, e := range a.from[n.Ref] {
		s.joined(e)
	}
}

// said is a statement with what is said of it again and again.
type said struct {
	*article
	node     graph.Node
	speakers []graph.Ref
	act      string
	not      string // goes before the act of what somebody did not say
	summary  string
}

// role says what somebody has to do with the statement: “speaker: WARN”.
func (s said) role(part string) string { return s.not + part + ": " + s.act }

// told says who spoke to whom: “Ann Lee warned Bo Ek”.
func (s said) told() string {
	speakers := []string{text(s.node.Props, "source")}
	for _, speaker := range s.speakers {
		speakers = append(speakers, s.name(speaker))
	}
	var hearers []string
	for _, e := range s.from[s.node.Ref] {
		if e.Type == graph.AddressedTo {
			hearers = append(hearers, s.name(e.To))
		}
	}
	who := strings.Join(drop(speakers), ", ")
	words := drop([]string{cmp.Or(who, "somebody"), text(s.node.Props, "verb"), strings.Join(hearers, ", ")})
	return s.not + strings.Join(words, " ")
}

// drop returns the words that are not empty.
func drop(words []string) (some []string) {
	for _, word := range words {
		if word != "" {
			some = append(some, word)
		}
	}
	return some
}

func (s said) note() {
	e := s.new(idOf(s.node.Ref), "Note").add("description", text(s.node.Props, "text")).add("notes", text(s.node.Props, "sentence"))
	e.add("summary", strings.Join(drop([]string{s.summary, day(s.node.Props)}), ", ")).add("proof", s.id).add("publisher", text(s.props, "publisher"))
	for _, name := range []string{"act", "quoteType", "polarity", "modality", "sourceKind"} {
		e.add("keywords", text(s.node.Props, name))
	}
	if s.not != "" {
		e.add("keywords", "not said")
	}
	for _, speaker := range s.speakers {
		e.add("entity", idOf(speaker))
	}
	for _, edge := range s.from[s.node.Ref] {
		switch edge.Type {
		case graph.AddressedTo, graph.About, graph.ReportedBy:
			e.add("entity", idOf(edge.To))
		}
	}
	s.sourced(e)
}

// joined adds what a relationship from the statement says.
func (s said) joined(e graph.Edge) {
	switch e.Type {
	case graph.AddressedTo:
		s.heard(e.To, "addressee")
	case graph.About:
		s.heard(e.To, text(e.Props, "role"))
	case graph.ReportedBy:
		s.dated(s.document(e.To, s.role("passed on"), s.node.ID))
	case graph.Within:
		s.link(e.From, e.To, "within", s.node.ID)
	case graph.MadeAt:
		s.link(e.From, e.To, "said at", s.node.ID)
	case graph.RespondsTo:
		s.link(e.From, e.To, cmp.Or(text(e.Props, "how"), "responds to"), s.node.ID)
	}
}

// heard joins the speakers with somebody who is spoken to or of; where nobody is
// known to speak, the article.
func (s said) heard(who graph.Ref, part string) {
	for _, speaker := range s.speakers {
		if speaker != who {
			s.dated(s.link(speaker, who, s.role(part), s.node.ID))
		}
	}
	if len(s.speakers) == 0 {
		s.dated(s.document(who, s.role(part), s.node.ID))
	}
}

// dated adds to a link when and what was said.
func (s said) dated(e *entity) {
	e.add("date", day(s.node.Props)).add("summary", s.summary).add("description", text(s.node.Props, "text"))
	e.add("recordId", idOf(s.node.Ref)).add("publisher", text(s.props, "publisher"))
}
