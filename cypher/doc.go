// Package cypher turns graphs into Cypher. Statements makes the statements
// that load a block of articles; they are the same for the script that a
// person reviews (Script) and for a running server (package cypher/neo4j):
//
//	script := cypher.NewScript(file)
//	err := script.Write(ctx, g) // for each article
//	err = script.Close(ctx)
//
// A server is sent rows as a parameter; a script has those of an article as one text, which
// Neo4j reads many times faster than maps (docs/loading.md). What follows from all
// articles is kept up to date by each that comes.
//
// Every statement merges on keys, so that each can be run again: a load that
// stopped half-way is completed by running it once more, and running a whole
// one twice adds nothing. No label, type or property name is made from text,
// and text stands only inside quoted literals or parameters.
package cypher
