package gazetteer

import (
	"slices"
	"testing"
)

func TestClassesAreSorted(t *testing.T) {
	for class, words := range classes {
		if !slices.IsSorted(words) || len(words) == 0 {
			t.Errorf("%s is empty or not in order: words of it may not be found", class)
		}
	}
	if !Is(Document, "letter") || Is(Document, "table") {
		t.Error("a letter is a document, a table isn't")
	}
}
