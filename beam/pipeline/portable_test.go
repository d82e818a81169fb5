package pipeline

import (
	"path/filepath"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/core/graph"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/core/typex"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/flink" // for the flag -runner of the tests

	"github.com/newsgraph/newsgraph/internal/madeup"
)

// TestNoSideInputBesideGroups looks for steps with a side input that read what is
// grouped. Prism hands that on; Flink has a worker write it down, at which Beam's
// Go SDK panics: "Unexpected coder: CoGBK".
func TestNoSideInputBesideGroups(t *testing.T) {
	folder := t.TempDir()
	scatter(t, folder, madeup.World{Articles: 1, People: 2, Statements: 1, Seed: 1}, 1)
	p, s := beam.NewPipelineWithRoot()
	if err := Build(t.Context(), s, Options{To: "json", Shards: 1, Inputs: []string{filepath.Join(folder, "*")}}); err != nil {
		t.Fatal(err)
	}
	steps, _, err := p.Build()
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, step := range steps {
		if step.Op != graph.ParDo || len(step.Input) == 1 {
			continue
		}
		found++
		if from := step.Input[0].From.Type(); typex.IsCoGBK(from) {
			t.Errorf("%s has a side input and reads %s", step.Name(), from)
		}
	}
	if found == 0 {
		t.Error("no step has a side input: the test shows nothing")
	}
}
