// Package seeds carries sample articles about public events, each with what a
// careful reader takes from it: NAME.txt and NAME.gold.json.
package seeds

import "embed"

// FS holds the articles and their gold facts.
//
//go:embed *.txt *.gold.json
var FS embed.FS
