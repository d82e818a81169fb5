package known

import (
	"github.com/newsgraph/newsgraph/ingest/people"
	"github.com/newsgraph/newsgraph/ingest/rule"
)

// rules say what made somebody known, by how the name fits and what else does.
var rules = map[people.Fit]map[strength]rule.Rule{
	people.Full: {
		office:  by("full name and office", "French President [Jacques Chirac] left."),
		country: by("full name and country", "France was late. [Jacques Chirac] left."),
	},
	people.Part: {
		office: by("first and family name and office", "President [Jose Zapatero] left."),
	},
	people.Family: {
		office:  by("family name and office", "President [Chirac] left."),
		country: by("family name and country, of who holds a great office", "France was late. [Chirac] left."),
	},
}

func by(name, example string) rule.Rule {
	return rule.Rule{Decides: "known", Name: name, Example: example}
}

// Rules returns all rules of the package.
func Rules() []rule.Rule {
	return []rule.Rule{rules[people.Full][office], rules[people.Full][country], rules[people.Part][office], rules[people.Family][office], rules[people.Family][country], ByOffice, unnamedHolder}
}
