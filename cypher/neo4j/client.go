// Package neo4j writes graphs into a running Neo4j, with the statements of
// package cypher:
//
//	client, err := neo4j.Connect(ctx, neo4j.Config{URI: "bolt://localhost:7687", User: "neo4j", Password: secret})
//	loader := client.Loader() // a graph.Sink
//	counts, err := client.Remove(ctx, articleID)
//	old, others, err := client.Told(ctx, g) // what graph.Diff compares g with
//
// A block of articles is one transaction, so that a load which stops anywhere
// leaves whole articles only, and running it again completes it.
package neo4j

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"

	"github.com/newsgraph/newsgraph/internal/hint"
)

// Config says which server, and as whom.
type Config struct {
	URI      string // bolt:// or neo4j://, with +s or +ssc for TLS
	User     string
	Password string
	Database string // empty: the user's home database
}

// oldest is the oldest major version of Neo4j that the statements run on.
const oldest = 5

// Client is a connection to a server.
type Client struct {
	driver   driver.DriverWithContext
	database string
}

// Connect connects and checks that the server answers, lets the user in, has
// the database and is of a version that can run the statements.
func Connect(ctx context.Context, c Config) (*Client, error) {
	d, err := driver.NewDriverWithContext(c.URI, driver.BasicAuth(c.User, c.Password, ""),
		func(c *config.Config) { c.MaxTransactionRetryTime = patience })
	if err != nil {
		return nil, hint.Add(fmt.Errorf("connect to %s: %w", c.URI, err), "a local server is bolt://localhost:7687")
	}
	client := &Client{d, c.Database}
	if err := client.check(ctx); err != nil {
		_ = d.Close(ctx)
		return nil, explain(c, err)
	}
	return client, nil
}

// Close closes the connection.
func (c *Client) Close(ctx context.Context) error { return c.driver.Close(ctx) }

func (c *Client) session(ctx context.Context) driver.SessionWithContext {
	return c.driver.NewSession(ctx, driver.SessionConfig{DatabaseName: c.database})
}

// reading returns a session that can change nothing.
func (c *Client) reading(ctx context.Context) driver.SessionWithContext {
	return c.driver.NewSession(ctx, driver.SessionConfig{DatabaseName: c.database, AccessMode: driver.AccessModeRead})
}

// The errors of Connect that the caller can do something about. It returns them
// with the server's address, the user and the database.
var (
	ErrNoServer   = errors.New("no server answers")
	ErrPassword   = errors.New("the server refuses the password")
	ErrNoDatabase = errors.New("there is no database")
)

var errTooOld = errors.New("is too old")

// check asks for the version inside the database, which shows that all is well.
func (c *Client) check(ctx context.Context) error {
	if err := c.driver.VerifyConnectivity(ctx); err != nil {
		return err
	}
	session := c.session(ctx)
	defer session.Close(ctx)
	result, err := session.Run(ctx, "CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel' RETURN versions[0]", nil)
	if err != nil {
		return err
	}
	record, err := result.Single(ctx)
	if err != nil {
		return err
	}
	version, _ := record.Values[0].(string)
	major, _, _ := strings.Cut(version, ".")
	if n, err := strconv.Atoi(major); err != nil || n < oldest {
		return fmt.Errorf("version %q %w", version, errTooOld)
	}
	return nil
}

// explain says what a failed connection means. It does not pass on what the
// driver says of credentials.
func explain(c Config, err error) error {
	var server *driver.Neo4jError
	isServer := errors.As(err, &server)
	switch {
	case isServer && strings.HasPrefix(server.Code, "Neo.ClientError.Security.Unauthorized"):
		return fmt.Errorf("connect to %s: %w of user %q", c.URI, ErrPassword, c.User)
	case isServer && strings.HasPrefix(server.Code, "Neo.ClientError.Security"):
		return hint.Add(fmt.Errorf("connect to %s: %s", c.URI, server.Msg), "wait a moment if a wrong password was tried several times")
	case isServer && server.Code == "Neo.ClientError.Database.DatabaseNotFound":
		return fmt.Errorf("connect to %s: %w %q", c.URI, ErrNoDatabase, c.Database)
	case errors.Is(err, errTooOld):
		return hint.Add(fmt.Errorf("connect to %s: %w", c.URI, err), "newsgraph needs Neo4j %d or later", oldest)
	case errors.Is(err, context.Canceled):
		return err
	}
	return fmt.Errorf("connect to %s: %w: %v", c.URI, ErrNoServer, err)
}
