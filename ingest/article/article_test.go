package article

import (
	"strings"
	"testing"
)

func TestCodePoints(t *testing.T) {
	text := strings.Repeat("aé👍\u2028", 300)
	points, count := NewCodePoints(text), 0
	for at := range text {
		if got := points.At(at); got != count {
			t.Fatalf("At(%d) = %d, want %d", at, got, count)
		}
		if got := points.Byte(count); got != at {
			t.Fatalf("Byte(%d) = %d, want %d", count, got, at)
		}
		count++
	}
	if points.At(len(text)) != count || points.Byte(count) != len(text) || NewCodePoints("").At(0) != 0 {
		t.Error("the end is wrong")
	}
}
