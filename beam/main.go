// Command beam reads articles and settles who is who among all of them as a
// pipeline of Apache Beam: here, with Prism, or on Flink, by Beam's own
// flags (README.md says what was run).
//
//	go run . --input 'news/*.warc.gz' --output facts
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/s3"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"

	"github.com/newsgraph/newsgraph/beam/pipeline"
	"github.com/newsgraph/newsgraph/internal/hint"
)

var (
	input     = flag.String("input", "", "`patterns` of files to read, separated by commas: here, gs:// or s3://")
	decisions = flag.String("decisions", "", "`file` of decisions about who is who")
	opt       pipeline.Options
)

func main() {
	flag.StringVar(&opt.Output, "output", "facts", "`folder` to write to: here, gs:// or s3://")
	flag.StringVar(&opt.To, "to", "json", "what to write: json, a folder of lines in shards; csv, a folder of tables for neo4j-admin in shards; or neo4j, a running server")
	flag.StringVar(&opt.Server.URI, "neo4j_uri", "bolt://localhost:7687", "`address` of the server")
	flag.StringVar(&opt.Server.User, "neo4j_user", "neo4j", "`name` of the user")
	flag.StringVar(&opt.Server.Database, "neo4j_database", "", "`name` of the database")
	flag.StringVar(&opt.Server.PasswordFile, "neo4j_password_file", "", "`file` with the password, which the worker that loads reads")
	flag.IntVar(&opt.Shards, "shards", 1, "`number` of files to write, or of files of each table")
	flag.IntVar(&opt.Workers, "articles", 1, "`number` of articles of a file that are read at a time")
	flag.Int64Var(&opt.MaxBytes, "max_bytes", 16<<20, "`bytes` of the largest article that is read")
	flag.BoolVar(&opt.Alone, "alone", false, "write the facts as each article alone gives them, for a later run to settle")
	flag.Parse()
	beam.Init()
	if err := run(context.Background()); err != nil {
		fmt.Fprintln(os.Stderr, "error:", err)
		if advice := hint.Of(err); advice != "" {
			fmt.Fprintln(os.Stderr, "hint:", advice)
		}
		os.Exit(1)
	}
}

func run(ctx context.Context) error {
	if *decisions != "" {
		text, err := os.ReadFile(*decisions)
		if err != nil {
			return fmt.Errorf("read decisions: %w", err)
		}
		opt.Decided = string(text)
	}
	opt.Inputs = strings.Split(*input, ",")
	p, s := beam.NewPipelineWithRoot()
	if err := pipeline.Build(ctx, s, opt); err != nil {
		return hint.Add(err, "name what to read and where it goes: --input 'news/*.jsonl' --output facts")
	}
	return beamx.Run(ctx, p)
}
