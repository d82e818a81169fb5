package who

import (
	"strings"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
	"github.com/newsgraph/newsgraph/ingest/resolve/team"
	"github.com/newsgraph/newsgraph/ingest/rule"
)

// countries returns the names of countries in a document, which may mean their
// national teams.
func countries(d *document.Document, names []name) (found []team.Named) {
	for _, n := range names {
		text := listed(strings.Join(n.words, " "))
		words := gazetteer.Words(text)
		if entry, length := gazetteer.Match(words); length == len(words) && entry.Kind == gazetteer.Country {
			found = append(found, team.Named{Range: n.Range, Nation: nation(text, entry)})
		}
	}
	return found
}

// nation returns the name under which a country plays: its usual one, or that of
// a land within it, which has teams of its own.
func nation(text string, entry gazetteer.Entry) string {
	if gazetteer.Land(text) {
		return text
	}
	return entry.Name
}

// enterTeam adds the national team of a country that is named. The country's name
// is none of the team's.
func (f finder) enterTeam(n name, text string, entry gazetteer.Entry, by rule.Rule) {
	e := f.addTeam(nation(text, entry), entry.Code, by)
	e.Mentions = append(e.Mentions, n.Range)
	f.Mentions = append(f.Mentions, Mention{n.Range, e})
}

func (f finder) addTeam(nation, code string, by rule.Rule) *Entity {
	f.addCountry(code)
	e := f.addOrganization(f.teams.Name(nation), code)
	if len(e.Mentions) == 0 {
		e.Rule = by
	}
	return e
}

// isTeam says whether somebody was found as a national team.
func (e *Entity) isTeam() bool { return e.Rule.Decides == "team" }

// enterSide gives a national team the noun phrase that is for it: “the Norwegian
// squad”, “Norway's side”. The British have several.
func (f finder) enterSide(b body) bool {
	if b.code == "" || b.rest != "" || !f.teams.Are(b.core) {
		return false
	}
	for _, m := range f.MentionsIn(b.Range) {
		if m.Entity.isTeam() {
			m.Entity.names[text(f.Document, b.Range)] = true
			return true
		}
	}
	if gazetteer.HasLands(b.code) {
		return false
	}
	f.mention(f.addTeam(gazetteer.CountryName(b.code), b.code, team.Called), b.Range)
	return true
}
