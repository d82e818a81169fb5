package ingest_test

import (
	"context"
	"fmt"

	"github.com/newsgraph/newsgraph/ingest"
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/source"
)

func ExampleRun() {
	ctx := context.Background()
	sources := []source.Source{
		source.Text("talks.txt", "PARIS, May 14 2024 – Jane Doe told Germany on Monday that talks would go on."),
		source.Text("empty.txt", ""),
	}
	articles := source.All(ctx, sources, source.Options{Limits: source.Limits{Bytes: 1 << 20}})
	err := ingest.Run(ctx, articles, ingest.Options{Workers: 2}, func(f *facts.Article) error {
		for _, s := range f.Statements {
			fmt.Println(*s.Speaker, "to", s.Addressees, "on", s.Date+":", s.Text)
		}
		return nil
	}, func(err error) { fmt.Println(err) })
	if err != nil {
		fmt.Println(err)
	}
	// Output:
	// person:jane-doe to [country:de] on 2024-05-13: talks would go on
	// read article empty.txt: is empty
}
