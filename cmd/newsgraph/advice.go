package main

import (
	"errors"

	"github.com/newsgraph/newsgraph/cypher/neo4j"
	"github.com/newsgraph/newsgraph/ingest/library"
	"github.com/newsgraph/newsgraph/ingest/source"
	"github.com/newsgraph/newsgraph/ingest/source/records"
	"github.com/newsgraph/newsgraph/ingest/source/web"
	"github.com/newsgraph/newsgraph/internal/hint"
)

// adviceOn says what to do about an error, "" where there is nothing to say.
// Packages know neither flags nor keys of the configuration; what these can
// change is said here.
func adviceOn(err error) string {
	if _, ok := errors.AsType[source.TooLarge](err); ok {
		return "split it into articles, or raise maxBytes in the configuration"
	}
	if _, ok := errors.AsType[records.NoText](err); ok {
		return "--fields text=NAME says which field holds the text of an article"
	}
	if _, ok := errors.AsType[web.TooLarge](err); ok {
		return "raise web.maxBytes in the configuration, or fetch it yourself and name the file"
	}
	for _, known := range []struct {
		err    error
		advice string
	}{
		{library.ErrMissing, "newsgraph ingest --library makes one; is its name right?"},
		{web.ErrRobots, "--ignore-robots fetches it all the same"},
		{web.ErrTooMany, "name fewer sources at a time, or raise web.maxPages in the configuration"},
		{neo4j.ErrNoServer, "is Neo4j running there? Set NEO4J_URI, or neo4j.uri in the configuration"},
		{neo4j.ErrPassword, "set NEO4J_USERNAME and NEO4J_PASSWORD, or neo4j.passwordFile in the configuration"},
		{neo4j.ErrNoDatabase, "leave neo4j.database empty for the user's home database; Community Edition has one database, neo4j"},
	} {
		if errors.Is(err, known.err) {
			return known.advice
		}
	}
	return hint.Of(err)
}
