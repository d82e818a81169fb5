package neo4j

import (
	"context"
	"errors"
	"fmt"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/newsgraph/newsgraph/cypher"
	"github.com/newsgraph/newsgraph/internal/hint"
)

// ErrNoArticle says that the database has no such article.
var ErrNoArticle = errors.New("the database has no such article")

// Remove takes the article with the given id or URL out of the database, in one
// transaction, with exactly what only it supports. One that is not there is
// ErrNoArticle.
func (c *Client) Remove(ctx context.Context, article string) (Counts, error) {
	id, err := c.find(ctx, article)
	if err != nil {
		return Counts{}, err
	}
	counts, err := c.run(ctx, cypher.Removal([]string{id}))
	if err != nil {
		return Counts{}, hint.Add(fmt.Errorf("remove %s: %w", id, err), "run the same command again: what is out stays out")
	}
	return counts, nil
}

// find returns the id of an article that is in the database.
func (c *Client) find(ctx context.Context, article string) (string, error) {
	const text = "MATCH (a:Article) WHERE (a.id = $article OR a.url = $article) AND a.factsSha256 IS NOT NULL RETURN a.id ORDER BY a.id LIMIT 1"
	var records []*driver.Record
	err := c.ask(ctx, func(tx driver.ManagedTransaction) (any, error) {
		result, err := tx.Run(ctx, text, map[string]any{"article": article})
		if err == nil {
			records, err = result.Collect(ctx)
		}
		return nil, err
	})
	if err != nil {
		return "", fmt.Errorf("find %s: %w", article, err)
	}
	if len(records) == 0 {
		return "", hint.Add(fmt.Errorf("remove %s: %w", article, ErrNoArticle),
			"MATCH (a:Article) RETURN a.id, a.headline lists what there is")
	}
	return records[0].Values[0].(string), nil
}
