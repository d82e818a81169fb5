package pipeline

import "github.com/newsgraph/newsgraph/ingest/identity"

// Group says who met, by the ids that are settled.
type Group struct{ Decided }

// ProcessElement emits the meetings of an article by who met.
func (g *Group) ProcessElement(_ string, tellings, chains values, emit emitter) error {
	all, err := list[identity.Telling](tellings)
	if err != nil || len(all) == 0 {
		return err
	}
	joins, err := joinsOf(chains)
	if err != nil {
		return err
	}
	who := identity.NewSettled(g.decisions, joins)
	for _, t := range all {
		if group := who.Group(t); group != "" {
			if err := send(emit, group, who.Telling(t)); err != nil {
				return err
			}
		}
	}
	return nil
}

// Meet finds which tellings of one group are of one meeting.
type Meet struct{}

// ProcessElement emits, by article, which meeting each telling is of.
func (Meet) ProcessElement(_ string, tellings values, emit emitter) error {
	all, err := list[identity.Telling](tellings)
	if err != nil {
		return err
	}
	for _, m := range identity.Meet(all) {
		if err := send(emit, m.Article, m); err != nil {
			return err
		}
	}
	return nil
}
