package said

import (
	_ "embed"
	"math"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

//go:embed acts.tsv
var actsTSV string

// telling are the acts by a word of the cue that decides it: “warned”.
var telling = wordLists(actsTSV)

// byTelling is the share of acts by such a word that are right, on the marked
// articles.
const byTelling = 0.9

// wordLists reads a table whose lines have a value, a tab and its words.
func wordLists(tsv string) map[string]string {
	table := map[string]string{}
	for line := range strings.Lines(tsv) {
		if value, words, found := strings.Cut(strings.TrimSpace(line), "\t"); found && line[0] != '#' {
			for _, word := range strings.Fields(words) {
				if table[word] == "" {
					table[word] = value
				}
			}
		}
	}
	return table
}

// setAct sets the speech act: that of a telling word of the cue, else the
// network's.
func (m *maker) setAct(st *said) {
	st.Act = st.frame.Act
	if act := m.told(st); act != "" {
		st.Act = act
		st.decide("act", "telling word", byTelling)
		return
	}
	st.decide("act", "network", calibrated(st.frame.Sure))
}

// The network is surer of acts than it is right: on unseen marked articles the
// share of right acts is the logistic function of offset and slope times its logit.
const (
	offset = -0.6
	slope  = 0.58
)

func calibrated(sure float64) float64 {
	sure = min(max(sure, 0.01), 0.99)
	return 1 / (1 + math.Exp(-offset-slope*math.Log(sure/(1-sure))))
}

// told returns the act that the first telling word of the cue decides: “refused
// to endorse”, “expressed opposition”.
func (m *maker) told(st *said) string {
	for _, w := range st.frame.Roles[document.Cue] {
		if act := telling[tree.At(m.Document, w).Lemma()]; act != "" {
			return act
		}
	}
	return ""
}
