package ordered_test

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/ordered"
)

func ExampleMap() {
	words := ordered.Values(slices.Values([]string{"who", "said", "what"}))
	upper := func(_ context.Context, word string) (string, error) { return strings.ToUpper(word), nil }
	for word, err := range ordered.Map(context.Background(), 2, words, upper) {
		fmt.Println(word, err)
	}
	// Output:
	// WHO <nil>
	// SAID <nil>
	// WHAT <nil>
}
