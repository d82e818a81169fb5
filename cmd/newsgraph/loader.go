package main

import (
	"context"
	"fmt"
	"io"

	"github.com/newsgraph/newsgraph/cypher/neo4j"
	"github.com/newsgraph/newsgraph/internal/config"
)

// connect opens the configured server and checks it.
func connect(ctx context.Context, cfg config.Config) (*neo4j.Client, error) {
	return neo4j.Connect(ctx, neo4j.Config{
		URI: cfg.Neo4j.URI, User: cfg.Neo4j.Username, Password: cfg.Neo4j.Password.Reveal(), Database: cfg.Neo4j.Database,
	})
}

// serverDestination loads into a running Neo4j.
type serverDestination struct {
	graphSink
	client *neo4j.Client
	loader *neo4j.Loader
	uri    string
}

func toServer(ctx context.Context, cfg config.Config, _ io.Writer, _ mode) (destination, error) {
	client, err := connect(ctx, cfg)
	if err != nil {
		return nil, err
	}
	loader := client.Loader()
	return &serverDestination{graphSink{loader}, client, loader, cfg.Neo4j.URI}, nil
}

// save loads what was written so far.
func (d *serverDestination) save(ctx context.Context) error { return d.loader.Save(ctx) }

func (d *serverDestination) discard() { _ = d.client.Close(context.Background()) }

func (d *serverDestination) place() string { return fmt.Sprintf("%s (%s)", d.uri, d.loader.Counts()) }
