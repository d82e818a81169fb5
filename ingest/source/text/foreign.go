package text

import (
	_ "embed"
	"errors"
	"strconv"
	"strings"
	"sync"

	"github.com/newsgraph/newsgraph/internal/hint"
)

//go:embed foreign.tsv
var foreignData string

// foreign is a form of files that hold no text.
type foreign struct {
	begins     string
	at         int
	what, help string
}

var foreigners = sync.OnceValue(func() (all []foreign) {
	for line := range strings.Lines(foreignData) {
		fields := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") || len(fields) != 4 {
			continue
		}
		begins, err := strconv.Unquote(`"` + fields[0] + `"`)
		at, err2 := strconv.Atoi(fields[1])
		if err == nil && err2 == nil {
			all = append(all, foreign{begins, at, fields[2], fields[3]})
		}
	}
	return all
})

// notText says of data that holds no text what it is, nil where that is not known.
func notText(data []byte) error {
	for _, f := range foreigners() {
		if len(data) > f.at && strings.HasPrefix(string(data[f.at:min(len(data), f.at+len(f.begins))]), f.begins) {
			return hint.Add(errors.New("is "+f.what), "%s", f.help)
		}
	}
	return nil
}
