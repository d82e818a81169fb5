package cypher

import (
	"fmt"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
)

// indexes beside those that uniqueness constraints bring.
var indexes = []string{
	"CREATE INDEX entity_name IF NOT EXISTS FOR (n:Entity) ON (n.name)",
	"CREATE INDEX statement_date IF NOT EXISTS FOR (n:Statement) ON (n.date)",
	"CREATE INDEX statement_act IF NOT EXISTS FOR (n:Statement) ON (n.act)",
	"CREATE INDEX statement_quote_key IF NOT EXISTS FOR (n:Statement) ON (n.quoteKey)",
	"CREATE INDEX meeting_date IF NOT EXISTS FOR (n:Meeting) ON (n.date)",
	"CREATE INDEX article_url IF NOT EXISTS FOR (n:Article) ON (n.url)",
	"CREATE INDEX said_to_statement_id IF NOT EXISTS FOR ()-[r:SAID_TO]-() ON (r.statementId)",
	"CREATE FULLTEXT INDEX statement_text IF NOT EXISTS FOR (n:Statement) ON EACH [n.text, n.quote]",
	"CREATE FULLTEXT INDEX entity_names IF NOT EXISTS FOR (n:Entity) ON EACH [n.name, n.alternateNames]",
}

// Schema returns the constraints and indexes of the graph, one statement each.
// All are of Neo4j's Community Edition, named, and can be run again.
func Schema() []string {
	labels := append([]graph.Label{graph.Entity}, graph.Labels...)
	var schema []string
	for _, label := range labels {
		schema = append(schema, fmt.Sprintf("CREATE CONSTRAINT %s_id IF NOT EXISTS FOR (n:%s) REQUIRE n.id IS UNIQUE", strings.ToLower(string(label)), label))
	}
	return append(schema, indexes...)
}
