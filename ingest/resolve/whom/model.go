package whom

import (
	_ "embed"

	"github.com/newsgraph/newsgraph/ingest/resolve/pointer"
)

//go:embed data/weights.tsv
var weightsTSV string

// weights are learned by training/whom.py.
var weights = pointer.Load(weightsTSV, names, phraseFeatures)
