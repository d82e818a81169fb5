package page

import (
	"cmp"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
)

func (b *builder) articles() []article {
	nodes := b.of(func(x, y graph.Node) int {
		return cmp.Or(byDay(day(x.Props, "datePublished"), day(y.Props, "datePublished")), cmp.Compare(x.ID, y.ID))
	}, graph.Article)
	all := make([]article, len(nodes))
	for i, n := range nodes {
		p := n.Props
		all[i] = article{n.ID, text(p, "url"), text(p, "headline"), text(p, "publisher"), day(p, "datePublished"), b.to(graph.CopyOf, n.Ref)}
	}
	return all
}

func (b *builder) entities() []entity {
	name := func(n graph.Node) string { return cmp.Or(text(n.Props, "name"), n.ID) }
	nodes := b.of(func(x, y graph.Node) int { return cmp.Or(cmp.Compare(name(x), name(y)), cmp.Compare(x.ID, y.ID)) }, graph.Entities...)
	all := make([]entity, len(nodes))
	for i, n := range nodes {
		names, _ := n.Props["alternateNames"].([]string)
		all[i] = entity{n.ID, strings.ToLower(string(n.Label)), name(n), names, text(n.Props, "wikidataId"), []int{}}
		for _, e := range b.out[ends{graph.MentionedIn, n.Ref}] {
			all[i].Articles = append(all[i].Articles, b.place[e.To])
		}
		slices.Sort(all[i].Articles)
	}
	return all
}

func (b *builder) meetings() []meeting {
	nodes := b.of(func(x, y graph.Node) int {
		return cmp.Or(byDay(day(x.Props, "date"), day(y.Props, "date")), cmp.Compare(x.ID, y.ID))
	}, graph.Meeting)
	all := make([]meeting, len(nodes))
	for i, n := range nodes {
		all[i] = meeting{
			when: whenOf(n.Props), Name: text(n.Props, "name"), Mode: text(n.Props, "mode"), Status: text(n.Props, "status"), Venue: text(n.Props, "venue"),
			Reports: b.reports(n.Ref),
		}
		for _, e := range b.in[ends{graph.ParticipatedIn, n.Ref}] {
			all[i].Who = append(all[i].Who, named{Entity: b.place[e.From], Role: text(e.Props, "role")})
		}
		for _, e := range b.out[ends{graph.HeldIn, n.Ref}] {
			all[i].Places = append(all[i].Places, b.place[e.To])
		}
	}
	return all
}

// reports returns what articles tell of a meeting, in their order.
func (b *builder) reports(ref graph.Ref) (all []report) {
	for _, e := range b.out[ends{graph.ReportedIn, ref}] {
		all = append(all, report{
			spot{b.place[e.To], number(e.Props, "start"), number(e.Props, "end")},
			text(e.Props, "name"), text(e.Props, "status"),
			text(e.Props, "sentence"), sure(e.Props),
		})
	}
	slices.SortFunc(all, func(x, y report) int { return cmp.Compare(x.Article, y.Article) })
	return all
}

func (b *builder) statements() []statement {
	article := func(n graph.Node) int { return *b.to(graph.ReportedIn, n.Ref) }
	nodes := b.of(func(x, y graph.Node) int {
		return cmp.Or(byDay(day(x.Props, "date"), day(y.Props, "date")), cmp.Compare(article(x), article(y)),
			cmp.Compare(number(x.Props, "start"), number(y.Props, "start")), cmp.Compare(x.ID, y.ID))
	}, graph.Statement)
	all := make([]statement, len(nodes))
	for i, n := range nodes {
		all[i] = b.statement(n, article(n))
	}
	return all
}

func (b *builder) statement(n graph.Node, article int) statement {
	p := n.Props
	notSaid, _ := p["attributionNegated"].(bool)
	s := statement{
		when: whenOf(p), spot: spot{article, number(p, "start"), number(p, "end")},
		Source: text(p, "source"), Act: text(p, "act"), Verb: text(p, "verb"), Text: text(p, "text"), Quote: text(p, "quote"), Sentence: text(p, "sentence"),
		Confidence: sure(p), NotSaid: notSaid, Negative: p["polarity"] == "negative",
		To: b.named(graph.AddressedTo, n.Ref), About: b.named(graph.About, n.Ref), By: b.named(graph.ReportedBy, n.Ref),
		Within: b.to(graph.Within, n.Ref), Meeting: b.to(graph.MadeAt, n.Ref),
	}
	if modality := text(p, "modality"); modality != "asserted" {
		s.Modality = modality
	}
	for _, e := range b.in[ends{graph.Made, n.Ref}] {
		s.Speakers = append(s.Speakers, named{Entity: b.place[e.From], As: text(e.Props, "as")})
	}
	for _, e := range b.out[ends{graph.RespondsTo, n.Ref}] {
		s.Responds = append(s.Responds, answer{b.place[e.To], text(e.Props, "how")})
	}
	return s
}

// named returns the entities to which edges of the type lead.
func (b *builder) named(t graph.Type, from graph.Ref) (all []named) {
	for _, e := range b.out[ends{t, from}] {
		all = append(all, named{b.place[e.To], text(e.Props, "as"), text(e.Props, "role")})
	}
	return all
}
