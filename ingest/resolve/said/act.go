package said

import (
	_ "embed"
	"math"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/rule"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

//go:embed acts.txt
var actsTXT string

// telling are the acts by a word of the cue that decides it: “warned”.
var telling = lexicon.Classes(actsTXT)

// deed is an act, with the probability by the network where that decides.
type deed struct {
	act string
	p   []float64
}

// acts are the rules for the speech act.
var acts = []rule.By[made, deed]{
	{Rule: rule.Rule{Decides: "act", Name: "telling word", Example: "Norway warned of rain."}, Apply: func(x made) (deed, bool) {
		act := x.told(x.st)
		return deed{act: act}, act != ""
	}},
	{Rule: rule.Rule{Decides: "act", Name: "network", Example: "Norway said that it rained."}, Apply: func(x made) (deed, bool) {
		return deed{x.st.frame.Act, []float64{calibrated(x.st.frame.Sure)}}, true
	}},
}

// setAct sets the speech act: that of a telling word of the cue, else the
// network's; and that it was not done, where that word is negated.
func (m *maker) setAct(st *said) {
	d, by, _ := rule.First(acts, made{maker: m, st: st})
	st.Act = d.act
	st.AttributionNegated = st.AttributionNegated || m.unsaid(st)
	st.decide(by, d.p...)
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
