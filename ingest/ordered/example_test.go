package ordered_test

import (
	"context"
	"fmt"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/ordered"
)

func ExampleMap() {
	words := func(yield func(string, error) bool) {
		_ = yield("who", nil) && yield("said", nil) && yield("what", nil)
	}
	upper := func(_ context.Context, word string) (string, error) { return strings.ToUpper(word), nil }
	for word, err := range ordered.Map(context.Background(), 2, words, upper) {
		fmt.Println(word, err)
	}
	// Output:
	// WHO <nil>
	// SAID <nil>
	// WHAT <nil>
}
