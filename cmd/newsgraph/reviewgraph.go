package main

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/cypher/neo4j"
	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/identity"
	"github.com/newsgraph/newsgraph/internal/config"
)

// doubtsOfServer returns what is doubtful in the running database, and the
// decisions that it has no use for. Articles that were loaded by several runs are
// looked at together here: what would be joined in one run, and is two nodes
// there, is said to be kept different.
func doubtsOfServer(ctx context.Context, cfg config.Config, file *decisionsFile) (doubts []identity.Doubt, unused []string, err error) {
	decisions, err := file.decisions()
	if err != nil {
		return nil, nil, err
	}
	client, err := connect(ctx, cfg)
	if err != nil {
		return nil, nil, err
	}
	defer client.Close(context.WithoutCancel(ctx))
	all, err := client.Mentions(ctx)
	if err != nil {
		return nil, nil, err
	}
	register := identity.New(decisions)
	for _, m := range all {
		register.See(sightingsOf(m)...)
	}
	settled := register.Settle()
	return asTheyAre(settled.Doubts(), nodesOf(all, settled)), settled.Unused(), nil
}

// in is an id in an article.
type in struct{ article, id string }

// nodesOf returns the nodes of the database by the ids that the articles alone
// give, and by those that are settled.
func nodesOf(all []neo4j.Mentions, settled *identity.Settled) map[in]string {
	nodes := map[in]string{}
	for _, article := range all {
		for _, m := range article.Of {
			nodes[in{article.Article, settled.ID(article.Article, asRead(m))}] = m.ID
		}
	}
	for _, article := range all {
		for _, m := range article.Of {
			nodes[in{article.Article, asRead(m)}] = m.ID
		}
	}
	return nodes
}

// asTheyAre says of doubts where the database has them otherwise than one run
// over all its articles would.
func asTheyAre(doubts []identity.Doubt, nodes map[in]string) []identity.Doubt {
	for i, d := range doubts {
		one := nodes[in{d.A.Article, d.A.ID}] == nodes[in{d.B.Article, d.B.ID}]
		switch {
		case d.Same() && !one:
			doubts[i].Kept, doubts[i].Why = "different", d.Why+", in articles of several runs"
		case !d.Same() && one:
			doubts[i].Kept, doubts[i].Why = "same", d.Why+", in articles of several runs"
		}
	}
	return doubts
}

// asRead returns the id that the article alone gives.
func asRead(m neo4j.Mention) string {
	label, _, _ := strings.Cut(m.ID, ":")
	named := label + ":" + graph.Slug(m.Name)
	if sign, ok := strings.CutPrefix(m.ID, named+"-"); ok && m.ReadAs == m.ID && (len(sign) == len("gb") || sign == strings.ToLower(m.Item)) {
		return named // who shares it with another
	}
	return m.ReadAs
}

// sightingsOf returns what an article in the database tells of those whom it names.
func sightingsOf(article neo4j.Mentions) (all []identity.Sighting) {
	var countries, others []string
	for _, m := range article.Of {
		if strings.HasPrefix(m.ID, "country:") {
			countries = append(countries, m.ID)
		} else if len(others) < identity.Company {
			others = append(others, asRead(m))
		}
	}
	slices.Sort(countries)
	for _, m := range article.Of {
		s := identity.Sighting{
			ID: asRead(m), Article: article.Article, Published: article.Published, Name: m.Name, Aliases: m.Names, Countries: countries, Evidence: m.Words,
		}
		s.With = slices.DeleteFunc(slices.Clone(others), func(id string) bool { return id == s.ID })
		if i := slices.IndexFunc(m.Names, func(name string) bool { return strings.HasSuffix(s.ID, ":"+graph.Slug(name)) }); i >= 0 {
			s.Name = m.Names[i]
		}
		for _, o := range m.Office {
			s.Positions = append(s.Positions, identity.Office(o.Title, o.Former, cmp.Or(o.OfName, o.Of)))
			if strings.HasPrefix(o.Of, "country:") {
				s.Offices = append(s.Offices, o.Of)
			}
		}
		if strings.HasPrefix(s.ID, "person:") {
			s.Item, s.Gender = m.Item, addressed(m)
		}
		all = append(all, s)
	}
	return all
}

// addressed returns the gender of who is called by the family name alone, of whom a
// form of address told it: the database does not have that itself.
func addressed(m neo4j.Mention) string {
	if strings.Contains(m.Name, " ") {
		return ""
	}
	return map[string]string{"m": "male", "f": "female"}[m.Gender]
}
