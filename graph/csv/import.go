package csv

import (
	"maps"
	"slices"
	"strings"
)

const head = `#!/bin/sh
# Imports this folder into a database of Neo4j 5 that is not running:
#   sh import.sh [DATABASE [OPTION...]]
# neo4j-admin is taken from $NEO4J_HOME/bin, else from the path. A database that is
# there is replaced with the option --overwrite-destination. Then start Neo4j and run
#   cypher-shell -d DATABASE -f schema.cypher
# which makes the constraints and indexes.
set -eu
cd "$(dirname "$0")"
database=${1:-neo4j}
[ $# -eq 0 ] || shift
exec "${NEO4J_HOME:+$NEO4J_HOME/bin/}neo4j-admin" database import full "$database" "$@" \
  ` + options + ` \
`

// options are those of the command beside the tables: texts have line breaks, and
// nothing may be left out.
const options = `--multiline-fields=true --array-delimiter="` + between + `" --bad-tolerance=0 --report-file=import.report`

// script returns import.sh.
func (w *Writer) script() string {
	var lines []string
	for _, name := range w.names() {
		lines = append(lines, "  "+w.tables[name].option+name+".csv")
	}
	return head + strings.Join(lines, " \\\n") + "\n"
}

// names returns the names of the tables, those of nodes first.
func (w *Writer) names() []string {
	return slices.SortedFunc(maps.Keys(w.tables), func(a, b string) int {
		if d := strings.Count(a, "-") - strings.Count(b, "-"); d != 0 {
			return d
		}
		return strings.Compare(a, b)
	})
}
