package neo4j

import (
	"context"
	"fmt"
	"slices"
	"strings"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Mentions are those of an article in the database, most named first.
type Mentions struct {
	Article   string
	Published string // YYYY-MM-DD, "" where it is unknown
	Of        []Mention
}

// Mention is what an article tells of an entity.
type Mention struct {
	ID     string // of the entity
	ReadAs string // the id that the article alone gives
	Name   string
	Names  []string
	Gender string // of a person, m or f, as far as the article tells
	Item   string // of Wikidata
	Words  string // a sentence with words of the entity, else the article's headline
	Office []Office
}

// Office is an office that an article gives to a person.
type Office struct {
	Title, Of, OfName string
	Former            bool
}

const (
	mentionsText = `
MATCH (e:Entity)-[m:MENTIONED_IN]->(a:Article)
OPTIONAL MATCH (e)-[:MADE]->(s:Statement)-[:REPORTED_IN]->(a)
WITH a, e, m, s ORDER BY a.id, e.id, s.start, s.id
WITH a, e, m, head(collect(s.sentence)) AS words ORDER BY a.id, m.count DESC, e.id
RETURN a.id, toString(a.datePublished), e.id, coalesce(m.readAs, e.id), m.name, m.names, coalesce(words, a.headline, ''), m.gender, m.wikidataId
ORDER BY a.id, m.count DESC, e.id`

	officesText = `
MATCH (p:Person)-[r:HOLDS_POSITION]->(of:Entity)
UNWIND r.evidence AS place
WITH DISTINCT split(place, '#char=')[0] AS article, p.id AS person, r.title AS title, r.former AS former, of
RETURN article, person, title, former, of.id, of.name
ORDER BY article, person, title, of.id, former`
)

// Mentions returns what each article in the database tells of the entities that
// it names, by article. It changes nothing.
func (c *Client) Mentions(ctx context.Context) (all []Mentions, err error) {
	err = c.ask(ctx, func(tx driver.ManagedTransaction) (any, error) {
		offices, err := readOffices(ctx, tx)
		if err == nil {
			all, err = readMentions(ctx, tx, offices)
		}
		return nil, err
	})
	if err != nil {
		return nil, fmt.Errorf("read who is named: %w", err)
	}
	return all, nil
}

// holder is a person in an article.
type holder struct{ article, person string }

func readOffices(ctx context.Context, tx driver.ManagedTransaction) (map[holder][]Office, error) {
	result, err := tx.Run(ctx, officesText, nil)
	if err != nil {
		return nil, err
	}
	offices := map[holder][]Office{}
	for result.Next(ctx) {
		v := result.Record().Values
		former, _ := v[3].(bool)
		who := holder{word(v[0]), word(v[1])}
		offices[who] = append(offices[who], Office{Title: word(v[2]), Former: former, Of: word(v[4]), OfName: word(v[5])})
	}
	return offices, result.Err()
}

func readMentions(ctx context.Context, tx driver.ManagedTransaction, offices map[holder][]Office) (all []Mentions, err error) {
	result, err := tx.Run(ctx, mentionsText, nil)
	if err != nil {
		return nil, err
	}
	for result.Next(ctx) {
		v := result.Record().Values
		article := word(v[0])
		if n := len(all); n == 0 || all[n-1].Article != article {
			all = append(all, Mentions{Article: article, Published: word(v[1])})
		}
		m := Mention{ID: word(v[2]), ReadAs: word(v[3]), Name: word(v[4]), Gender: word(v[7]), Item: word(v[8]), Words: strings.Join(strings.Fields(word(v[6])), " ")}
		names, _ := v[5].([]any)
		for _, name := range names {
			m.Names = append(m.Names, word(name))
		}
		m.Office = slices.Clone(offices[holder{article, m.ID}])
		last := &all[len(all)-1]
		last.Of = append(last.Of, m)
	}
	return all, result.Err()
}

// word returns a text, "" for none.
func word(value any) string {
	text, _ := value.(string)
	return text
}
