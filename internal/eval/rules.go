package eval

import (
	"fmt"
	"io"
	"slices"
	"text/tabwriter"

	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/identity"
	"github.com/newsgraph/newsgraph/ingest/read"
	"github.com/newsgraph/newsgraph/ingest/resolve"
	"github.com/newsgraph/newsgraph/ingest/rule"
)

// untold are what rules decide that marks do not tell.
var untold = []string{"respondsTo", "reportedBy", "join", "known", "team"}

// roleOfPhrase are what comes of a phrase, as decisions name it.
var roleOfPhrase = []string{"speaker", "addressee", "target", "participant"}

// allRules returns all rules for facts, in their order.
func allRules() []rule.Rule { return append(resolve.Rules(), identity.Rules()...) }

// ruleKeys returns the keys of all rules for facts, in their order: one that says
// whom a phrase means has one for each role, beside that for all of them.
func ruleKeys() (keys []rule.Key) {
	for _, r := range allRules() {
		keys = append(keys, rule.Key{Decides: r.Decides, Name: r.Name})
		for _, role := range roleOfPhrase {
			if r.Decides == rule.Phrase {
				keys = append(keys, rule.Key{Decides: role, Name: r.Name})
			}
		}
	}
	return keys
}

// ruled counts a decision by a rule, or by two together.
func (r *Report) ruled(decides, name string, right bool) {
	count := func(k rule.Key) bool {
		m, known := r.rules[k]
		if known {
			m.Decided, m.Right = m.Decided+1, m.Right+one(right)
			r.rules[k] = m
		}
		return known
	}
	for _, n := range rule.Names(name) {
		count(rule.Key{Decides: decides, Name: n})
		if slices.Contains(roleOfPhrase, decides) {
			count(rule.Key{Decides: rule.Phrase, Name: n})
		}
	}
}

// newRules returns the rules that marks can judge, of which nothing is counted yet.
func newRules() map[rule.Key]rule.Measure {
	all := map[rule.Key]rule.Measure{}
	for _, k := range ruleKeys() {
		if !slices.Contains(untold, k.Decides) {
			all[k] = rule.Measure{}
		}
	}
	return all
}

// decided judges the decision on an attribute, or on one of its values, which is
// right or not.
func (j *judgement) decided(decisions []facts.Decision, what, of string, right bool) {
	if d, ok := facts.Decided(decisions, what, of); ok {
		j.ruled(what, d.Rule, right)
	}
}

// statementRules judges the decisions on a statement whose content was found.
func (j *judgement) statementRules(g markedStatement, f voiced) {
	j.decided(f.Decisions, "speaker", "", j.isSpeaker(g, f))
	if g.Act != "" {
		j.decided(f.Decisions, "act", "", f.Act == g.Act)
	}
	if g.Date != "" {
		j.decided(f.Decisions, "date", "", f.Date == g.Date)
	}
	for _, id := range f.Addressees {
		j.decided(f.Decisions, "addressee", id, j.isWanted(id, named(g.Addressees)))
	}
	for _, id := range f.Targets {
		j.decided(f.Decisions, "target", id, j.isWanted(id, named(g.Targets)))
	}
	if g.At != nil {
		j.decided(f.Decisions, "meeting", "", j.isMeeting(*g.At, f.Meeting))
	}
}

// isMeeting says whether the marked meeting of a number is one of the facts.
func (j *judgement) isMeeting(number int, id string) bool {
	k, found := j.meetingPairs()[number]
	return found && j.f.Meetings[k].ID == id
}

// meetingRules judges the decisions on a meeting that was found.
func (j *judgement) meetingRules(g markedMeeting, f facts.Meeting) {
	for _, p := range f.Participants {
		j.ruled("participant", p.Rule, j.isWanted(p.ID, named(g.Participants)))
	}
	j.decided(f.Decisions, "status", "", f.Status == g.Status)
	if g.Place != "" {
		j.decided(f.Decisions, "place", "", j.names.same(f.Place, g.Place))
	}
	if g.Date != "" {
		j.decided(f.Decisions, "day", "", f.Date == g.Date)
	}
}

// entityRules judges by which rules countries, bodies and places were found to
// which a fact refers: they are right where the marks give them a role, any.
func (j *judgement) entityRules() {
	roles, marked := j.referred(), j.m.everybody()
	count := func(kind string, e facts.Entity) {
		if roles[e.ID] {
			j.ruled(kind, e.Rule, slices.ContainsFunc(marked, func(name string) bool { return j.names.same(e.ID, name) }))
		}
	}
	for _, c := range j.f.Countries {
		count("country", c.Entity)
	}
	for _, o := range j.f.Organizations {
		count("organization", o.Entity)
	}
	for _, p := range j.f.Places {
		count("place", p.Entity)
	}
}

// referred returns the ids of those to whom the facts give a role.
func (j *judgement) referred() map[string]bool {
	ids := map[string]bool{}
	for _, s := range j.f.Statements {
		for _, id := range slices.Concat(s.Voices(), s.Addressees, s.Targets) {
			ids[id] = true
		}
	}
	for _, m := range j.f.Meetings {
		for _, id := range append(attendants(m), m.Place) {
			ids[id] = true
		}
	}
	for _, p := range j.f.People {
		for _, q := range p.Positions {
			ids[q.Of] = true
		}
	}
	return ids
}

// everybody returns the names of all who have a role by the marks.
func (m *marks) everybody() (all []string) {
	for _, p := range m.People {
		all = append(all, p.Name)
		for _, q := range p.Positions {
			all = append(all, q.Of)
		}
	}
	for _, s := range m.Statements {
		all = append(append(append(all, s.Speaker), s.Addressees...), s.Targets...)
	}
	for _, x := range m.Meetings {
		all = append(append(all, x.Participants...), x.Place)
	}
	return named(all)
}

// worthTelling returns the keys of all rules, and of the roles of phrases those
// for which they decided.
func worthTelling(all map[rule.Key]rule.Measure) []rule.Key {
	own := map[rule.Key]bool{}
	for _, r := range allRules() {
		own[rule.Key{Decides: r.Decides, Name: r.Name}] = true
	}
	return slices.DeleteFunc(ruleKeys(), func(k rule.Key) bool { return !own[k] && all[k].Decided == 0 })
}

// together adds up what reports counted of each rule.
func together(reports []*Report) map[rule.Key]rule.Measure {
	all := newRules()
	for _, r := range reports {
		for k, m := range r.rules {
			all[k] = rule.Measure{Decided: all[k].Decided + m.Decided, Right: all[k].Right + m.Right}
		}
	}
	return all
}

// PrintRules writes how often each rule decided in all reports together, and how
// often it was right, beside the share that the program gives; then the repairs
// of what the network reads, with what was found of them when they were made.
func PrintRules(w io.Writer, reports []*Report) error {
	out, all := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0), together(reports)
	fmt.Fprintln(out, "decides\trule\tdecided\tright\tshare\tas given")
	for _, k := range worthTelling(all) {
		m, known := all[k]
		if !known {
			continue
		}
		given := ""
		if g, ok := rule.Measured(k.Decides, k.Name); ok {
			given = fmt.Sprintf("%.2f", g.Share())
		}
		fmt.Fprintf(out, "%s\t%s\t%d\t%d\t%.2f\t%s\n", k.Decides, k.Name, m.Decided, m.Right, m.Share(), given)
	}
	for _, r := range read.Repairs() {
		fmt.Fprintf(out, "%s, mended\t%s\t\t\t\t%s\n", r.Decides, r.Name, r.Right)
	}
	return out.Flush()
}

// WriteRules writes the measures as the program reads them, tab-separated.
func WriteRules(w io.Writer, reports []*Report) error {
	all := together(reports)
	return rule.Write(w, worthTelling(all), all)
}
