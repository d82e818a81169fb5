package main

import (
	"context"
	"fmt"

	"github.com/newsgraph/newsgraph/cypher/neo4j"
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/internal/config"
)

// connect opens the configured server and checks it.
func connect(ctx context.Context, cfg config.Config) (*neo4j.Client, error) {
	return neo4j.Connect(ctx, neo4j.Config{
		URI: cfg.Neo4j.URI, User: cfg.Neo4j.Username, Password: cfg.Neo4j.Password.Reveal(), Database: cfg.Neo4j.Database,
	})
}

// loadWriter loads into a running Neo4j.
type loadWriter struct {
	client *neo4j.Client
	loader *neo4j.Loader
	uri    string
}

func openLoader(ctx context.Context, cfg config.Config) (*loadWriter, error) {
	client, err := connect(ctx, cfg)
	if err != nil {
		return nil, err
	}
	return &loadWriter{client, client.Loader(), cfg.Neo4j.URI}, nil
}

func (w *loadWriter) write(ctx context.Context, f *facts.Article) error {
	g, err := graphOf(f)
	if err != nil {
		return err
	}
	return w.loader.Write(ctx, g)
}

func (w *loadWriter) commit(ctx context.Context) error { return w.loader.Close(ctx) }

func (w *loadWriter) discard() { _ = w.client.Close(context.Background()) }

func (w *loadWriter) place() string { return fmt.Sprintf("%s (%s)", w.uri, w.loader.Counts()) }
