package csv

import (
	"cmp"
	"errors"
	"fmt"
	"io"
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

const importFile = "import.sh"

// Finish writes what all parts of tables have in common: a header for each of the
// tables, and how to import all.
func Finish(create Create, tables []string, parts int, schema string) error {
	for _, name := range tables {
		if err := writeHeader(create, name); err != nil {
			return err
		}
	}
	return writeImport(create, tables, func(name string) string {
		return fmt.Sprintf(`%[1]s-header.csv,%[1]s-[0-9]+-of-%05[2]d\.csv`, name, parts)
	}, schema)
}

func writeHeader(create Create, name string) error {
	file, err := create(name + "-header.csv")
	if err != nil {
		return err
	}
	t := tableOf(name)
	t.open(file)
	t.header()
	return t.close()
}

// writeImport writes the command that imports tables, the files of which are told by
// their names, and the schema.
func writeImport(create Create, tables []string, files func(name string) string, schema string) error {
	var lines []string
	for _, name := range sorted(tables) {
		lines = append(lines, "  '"+tableOf(name).option+files(name)+"'")
	}
	return errors.Join(
		writeFile(create, importFile, head+strings.Join(lines, " \\\n")+"\n"),
		writeFile(create, "schema.cypher", schema),
	)
}

func writeFile(create Create, name, text string) error {
	file, err := create(name)
	if err != nil {
		return err
	}
	_, err = io.WriteString(file, text)
	return errors.Join(err, file.Close())
}

// sorted returns the names of tables, those of nodes first.
func sorted(tables []string) []string {
	return slices.SortedFunc(slices.Values(tables), func(a, b string) int {
		return cmp.Or(strings.Count(a, "-")-strings.Count(b, "-"), strings.Compare(a, b))
	})
}
