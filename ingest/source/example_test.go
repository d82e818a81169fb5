package source_test

import (
	"context"
	"fmt"
	"testing/fstest"

	"github.com/newsgraph/newsgraph/ingest/source"
)

func ExampleAll() {
	folder := fstest.MapFS{
		"a.txt": {Data: []byte("No deal in sight\n\nBy Jane Doe\nMarch 14, 2023\n\nPARIS – Talks began.")},
		"b.txt": {Data: []byte("\x81\xfe")},
	}
	sources, err := source.FromFS(folder, "*.txt")
	if err != nil {
		fmt.Println(err)
	}
	for a, err := range source.All(context.Background(), sources, source.Options{Limits: source.Limits{Bytes: 1 << 20}}) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Printf("%s, by %q on %s, from %s: %s\n", a.Headline, a.Authors, a.Published.Date(), a.Origin, a.Slice(a.Body))
	}
	// Output:
	// No deal in sight, by ["Jane Doe"] on 2023-03-14, from a.txt: Talks began.
	// read article b.txt: line 1: byte 0 (0x81) is not UTF-8, nor is the text UTF-16, Windows-1252 or Latin-1
}
