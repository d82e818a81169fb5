// Package pipeline is the way from articles to the graph on Apache Beam, for more
// articles than one machine reads:
//
//	p, s := beam.NewPipelineWithRoot()
//	err := pipeline.Build(ctx, s, pipeline.Options{Inputs: []string{"gs://news/*.warc.gz"}, To: "json", Output: "gs://graph", Shards: 100})
//	err = beamx.Run(ctx, p)
//
// It gives the same facts as package ingest does on one machine, byte for byte, at
// any number of workers and whatever the order of the shards; of several versions
// of an article the last one counts, by the order of the shards' names. It reads
// and decides nothing by itself: that is ingest, ingest/identity and
// ingest/copies.
//
//	shards ──▶ Read ──▶ Last ──▶ facts ─┬────────────────────────────────────────────────▶ Gather, Settle ──▶ lines, tables, Neo4j
//	                                    ╰▶ Tell ─┬▶ by block: Decide, Unite ─▶ joins, chains┤ ╵
//	                                             ├▶ tellings, chains ──▶ Group ──▶ Meet ────▶┤
//	                                             ╰▶ by band: Like ──▶ Judge … ──▶ copies ────╯
//
// No worker needs all facts. At most one holds the sightings of a family name or
// of the name of a body, the tellings of those who met, the sketches of a
// band, or a shard of the output.
package pipeline

import (
	"context"
	"fmt"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
)

// Options say what is read and where the facts go.
type Options struct {
	Inputs   []string // patterns of files, of any store that is registered with Beam
	To       string   // json, csv or neo4j
	Output   string   // folder of files
	Shards   int      // files of lines, or of each table
	Server   Load     // for neo4j
	Workers  int      // articles of a shard that are read at a time
	MaxBytes int64    // of an article
	Decided  string   // text of a file of decisions
	Alone    bool     // the facts as each article alone gives them, to be settled by a later run
}

const (
	doublings = 5 // of chains
	rounds    = 3 // of judging copies
)

func init() {
	for _, step := range []any{
		&Read{},
		Last{},
		&Tell{}, &Decide{}, &Unite{}, &Turn{}, &Lengthen{},
		Answer{},
		&Named{}, &Group{},
		Meet{},
		Sketch{},
		Compared{},
		Like{},
		Suspect{},
		Ask{},
		Tells{},
		&Judge{},
		Left{},
		Finish{},
		Gather{},
		&Settle{}, &Scatter{}, &Lines{}, &Divide{}, &Rows{}, &Headers{}, &Load{},
	} {
		beam.RegisterDoFn(step)
	}
	register.Emitter1[[]byte]()
	register.Emitter2[string, []byte]()
	register.Emitter2[int, []byte]()
	register.Emitter2[int, string]()
	register.Iter1[[]byte]()
	register.Iter1[string]()
}

// Build adds the steps to a pipeline. Its error says that nothing can be read.
func Build(ctx context.Context, s beam.Scope, opt Options) error {
	shards, err := shardsOf(ctx, opt.Inputs)
	if err != nil {
		return fmt.Errorf("find shards: %w", err)
	}
	if len(shards) == 0 {
		return fmt.Errorf("find shards: no file is called %q", opt.Inputs)
	}
	versions := beam.ParDo(s.Scope("read"), &Read{opt.Workers, opt.MaxBytes}, beam.Reshuffle(s, beam.CreateList(s, shards)))
	facts := beam.ParDo(s.Scope("last"), Last{}, beam.GroupByKey(s, versions))
	if !opt.Alone {
		facts = settle(s, facts, Decided{Text: opt.Decided})
	}
	return output(s.Scope("write"), facts, opt)
}

// output writes the facts to where they go.
func output(s beam.Scope, facts beam.PCollection, opt Options) error {
	scattered := func(shards int) beam.PCollection {
		return beam.GroupByKey(s, beam.ParDo(s, &Scatter{shards}, facts))
	}
	switch opt.To {
	case "json":
		beam.ParDo0(s, &Lines{opt.Output, opt.Shards}, scattered(opt.Shards))
	case "csv":
		to := Tables{opt.Output, opt.Shards}
		articles, parts := beam.ParDo2(s, &Divide{opt.Shards}, facts)
		names := beam.ParDo(s, &Rows{to}, beam.CoGroupByKey(s, articles, parts))
		beam.ParDo0(s, &Headers{to}, beam.GroupByKey(s, names))
	case "neo4j":
		beam.ParDo0(s, &opt.Server, scattered(1))
	default:
		return fmt.Errorf("write to %q: there are json, csv and neo4j", opt.To)
	}
	return nil
}

// settle returns the facts as they are among all.
func settle(s beam.Scope, facts beam.PCollection, d Decided) beam.PCollection {
	sightings, asks, tellings := beam.ParDo3(s.Scope("tell"), &Tell{d}, facts)
	chains, named := joins(s.Scope("who is who"), sightings, asks, d)

	met := s.Scope("meetings")
	groups := beam.ParDo(met, &Group{d}, beam.CoGroupByKey(met, tellings, chains))
	meetings := beam.ParDo(met, Meet{}, beam.GroupByKey(met, groups))

	copyOf, known := originals(s.Scope("copies"), facts)
	settled := s.Scope("settle")
	all := beam.ParDo(settled, Gather{}, beam.CoGroupByKey(settled, facts, chains, meetings, copyOf, known))
	return beam.ParDo(settled, &Settle{d}, all, beam.SideInput{Input: named})
}

// joins returns the chains that each article needs, by article, and those of who
// is named by decision.
func joins(s beam.Scope, sightings, asks beam.PCollection, d Decided) (chains, named beam.PCollection) {
	decided, there, more, stands := beam.ParDo4(s, &Decide{d}, beam.GroupByKey(s, sightings))
	everywhere := beam.Flatten(s, decided, beam.ParDo(s, &Unite{d}, beam.GroupByKey(s, stands)))
	for range doublings {
		turned := beam.ParDo(s, &Turn{d}, everywhere)
		everywhere = beam.ParDo(s, &Lengthen{1<<doublings - 1}, beam.CoGroupByKey(s, everywhere, turned))
	}
	answers := beam.ParDo(s, Answer{}, beam.CoGroupByKey(s, everywhere, beam.Flatten(s, asks, more)))
	return beam.Flatten(s, there, answers), beam.ParDo(s, &Named{Decided: d}, everywhere)
}

// originals returns what articles are copies of, and which of those that an
// earlier run found to be copies are of one that is compared.
func originals(s beam.Scope, facts beam.PCollection) (copyOf, known beam.PCollection) {
	bands, compared, was := beam.ParDo3(s, Sketch{}, facts)
	likes := beam.ParDo(s, Like{}, beam.GroupByKey(s, bands))
	suspects := beam.ParDo(s, Suspect{}, beam.GroupByKey(s, likes))
	for round := range rounds + 1 {
		told := beam.ParDo(s, Tells{}, beam.CoGroupByKey(s, suspects, beam.ParDo(s, Ask{}, suspects)))
		suspects = beam.ParDo(s, &Judge{round == rounds}, beam.CoGroupByKey(s, suspects, told))
	}
	decided, left := beam.ParDo2(s, Left{}, suspects)
	finished := beam.ParDo(s, Finish{}, beam.GroupByKey(s, left))
	return beam.Flatten(s, decided, finished), beam.ParDo(s, Compared{}, beam.CoGroupByKey(s, compared, was))
}
