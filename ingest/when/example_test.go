package when_test

import (
	"fmt"
	"time"

	"github.com/newsgraph/newsgraph/ingest/when"
)

func ExampleFind() {
	text := "They met on Tuesday, after the talks of 5 April 2024."
	c := &when.Context{
		Published: time.Date(2024, time.May, 16, 0, 0, 0, 0, time.UTC), // a Thursday
		Tense:     func(start, end int) when.Tense { return when.Past },
	}
	for _, e := range when.Find(text, c) {
		fmt.Println(text[e.Start:e.End], "is", e.Value(), e.Precision)
	}
	// Output:
	// Tuesday is 2024-05-14 day
	// 5 April 2024 is 2024-04-05 day
}
