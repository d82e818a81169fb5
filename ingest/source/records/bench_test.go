package records

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/source/kind"
)

// BenchmarkJSON reads lines of an article of common length.
func BenchmarkJSON(b *testing.B) {
	text := strings.Repeat("Foreign Minister Jane Doe of France said on Monday that the talks with Germany would go on.\n\n", 40)
	line, err := json.Marshal(map[string]any{"title": "Talks go on", "text": text, "authors": []string{"Ann Lee"}, "publish_date": "2024-05-14", "url": "https://example.org/a"})
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(line)))
	for b.Loop() {
		in := kind.Input{Name: "a.jsonl", Reader: strings.NewReader(string(line)), Limits: kind.Limits{Bytes: 1 << 20}}
		for a, err := range JSON.Open(context.Background(), in) {
			if err != nil || a.Headline != "Talks go on" {
				b.Fatal(a, err)
			}
		}
	}
}
