package identity

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/ingest/gazetteer"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/rule"
)

// body is the name of a body, as the id has it.
type body struct {
	words   []string // without what follows
	country string   // code that stands at the end, or that the first words tell
	before  bool     // whether it is these that do
	nation  string   // these words
	form    string   // of a company: inc, ltd
}

// bodyOf returns the name that a body's id is made from.
func bodyOf(id string) (b body) {
	words := strings.Split(strings.TrimPrefix(id, "organization:"), "-")
	if words[0] == "the" && len(words) > 1 {
		words = words[1:]
	}
	if last := len(words) - 1; last > 0 && !lexicon.Endings.Has(words[last]) && slices.ContainsFunc([]string{titled(words[last]), strings.ToUpper(words[last])}, lexicon.Companies.Has) {
		words, b.form = words[:last], words[last]
	} else if last > 0 && len(words[last]) == 2 && gazetteer.CountryName(strings.ToUpper(words[last])) != "" {
		words, b.country = words[:last], words[last]
	}
	var names []string
	for _, w := range words {
		names = append(names, titled(w))
	}
	if entry, n := gazetteer.Match(names); n > 0 && n < len(words) && (entry.Kind == gazetteer.Country || entry.Kind == gazetteer.Demonym) {
		b.nation = strings.Join(words[:n], "-")
		words, b.country, b.before = words[n:], strings.ToLower(entry.Code), true
	}
	b.words = words
	return b
}

// acronym returns the first letters of the words that have capitals, "" of one
// word.
func (b body) acronym() string {
	var letters strings.Builder
	for _, w := range b.words {
		if !isParticle(w) && w != "on" && w != "in" {
			first, _ := utf8.DecodeRuneInString(w)
			letters.WriteRune(first)
		}
	}
	if len(b.words) < 2 || letters.Len() < 3 {
		return ""
	}
	return letters.String()
}

// beginning returns what is left of a name without the words at its end that the
// press leaves out: “Acme” of “Acme Holdings”; "" where there are none.
func (b body) beginning() string {
	n := len(b.words)
	for n > 1 && lexicon.Endings.Has(b.words[n-1]) {
		n--
	}
	if n == len(b.words) || n == 1 && lexicon.Beginnings.Has(b.words[0]) {
		return ""
	}
	return strings.Join(b.words[:n], "-")
}

// team returns the name of a national team without its sport; "" of what is none.
func (b body) team() string {
	if n := len(b.words); n != 3 || b.nation == "" || b.words[0] != "national" || b.words[n-1] != "team" {
		return ""
	}
	return "national-team"
}

// international says whether a name is that of a body that the gazetteer knows
// to be no country's.
func (b body) international() bool {
	var names []string
	for _, w := range b.words {
		names = append(names, titled(w))
	}
	for _, names := range [][]string{names, {strings.ToUpper(b.key())}} {
		if entry, n := gazetteer.Match(names); n == len(names) && entry.Kind == gazetteer.Organization && entry.Code == "" {
			return true
		}
	}
	return false
}

// bodies begins the blocks of bodies; what follows is a name that they have, or
// that is short for theirs.
const bodies = "body:"

func (b body) key() string { return strings.Join(b.words, "-") }

func blocksOfBody(b body) (home string, posts []string) {
	for _, short := range []string{b.beginning(), b.acronym(), b.team()} {
		if short != "" {
			posts = append(posts, bodies+short)
		}
	}
	return bodies + b.key(), posts
}

// titles is two names of bodies, of which the first may be short for the second.
type titles struct{ short, full body }

// bodyForms are the ways in which the name of a body is short for another.
var bodyForms = []rule.Sign[titles]{
	{Rule: rule.Rule{Decides: "join", Name: "form of a company", Example: "[Acme] was late. | Acme Inc. was late."}, Is: func(t titles) bool {
		return t.same() && t.short.form == "" && t.full.form != "" && t.short.country == t.full.country
	}},
	{Rule: rule.Rule{Decides: "join", Name: "body of a country", Example: "[The Treasury Department] was late. | The U.S. Treasury Department was late."}, Is: func(t titles) bool {
		return t.same() && t.short.country == "" && t.full.country != "" && !t.short.international() && (len(t.short.words) > 1 || !t.full.before)
	}},
	{Rule: rule.Rule{Decides: "join", Name: "abbreviation", Example: "[AWF] was late. | The Acme Workers' Front was late."}, Is: func(t titles) bool {
		return len(t.short.words) == 1 && t.short.form == "" && t.short.words[0] == t.full.acronym()
	}},
	{Rule: rule.Rule{Decides: "join", Name: "first words of a body", Example: "[Acme] was late. | Acme Holdings was late."}, Is: func(t titles) bool {
		return t.short.form == "" && t.short.key() == t.full.beginning()
	}},
	{Rule: rule.Rule{Decides: "join", Name: "team of a nation", Example: "The goalkeeper of [Norway] was late. | [Norway] beat Chad by three wickets."}, Is: func(t titles) bool {
		return t.short.key() == t.full.team() && t.short.nation == t.full.nation
	}},
}

func (t titles) same() bool { return slices.Equal(t.short.words, t.full.words) }

// bodyShortFor returns the rule by which a name of a body is short for another.
func bodyShortFor(short, full body) (by rule.Rule, ok bool) {
	if short.country != "" && full.country != "" && short.country != full.country {
		return rule.Rule{}, false
	}
	i := slices.IndexFunc(bodyForms, func(f rule.Sign[titles]) bool { return f.Is(titles{short, full}) })
	if i < 0 {
		return rule.Rule{}, false
	}
	return bodyForms[i].Rule, true
}

// decideBodies decides who the bodies of a block are, article by article: the
// same letters are short for others in others. Those posted here are joined as
// far as they have one name, so that they are one candidate.
func decideBodies(block string, sightings []Sighting, d *Decisions) Decided {
	p := &decider{block: block, decisions: d, told: map[[2]string]bool{}, shortFor: func(x, y *individual) (rule.Rule, bool) {
		if !x.home && x.body.key() != y.body.key() {
			return rule.Rule{}, false
		}
		return bodyShortFor(x.body, y.body)
	}}
	var all []*individual
	for _, b := range bearersOf(sightings, d) {
		home, _ := Blocks(b.sightings[0], d)
		all = append(all, &individual{id: b.id, body: bodyOf(b.id), home: home == block, seen: b.sightings})
	}
	slices.SortStableFunc(all, func(a, b *individual) int {
		return cmp.Or(len(b.body.words)-len(a.body.words), len(b.body.country)-len(a.body.country), len(b.body.form)-len(a.body.form), cmp.Compare(a.id, b.id))
	})
	return p.decide(all)
}
