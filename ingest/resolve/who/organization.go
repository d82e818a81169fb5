package who

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// forms are the names of several words that the article gives to bodies, and
// what they are short for.
type forms struct {
	long  [][]string          // in the order of the text
	short map[string][]string // “RBA” after “the Reserve Bank of Australia (RBA)”, and what was found
}

// formsOf finds the names of bodies in a document.
func formsOf(d *document.Document, names []name) forms {
	f, seen := forms{short: map[string][]string{}}, map[string]bool{}
	for i, n := range names {
		words := inFull(withoutThe(n.words))
		if n.kind != document.ORG || len(words) < 2 {
			continue
		}
		if name := strings.Join(words, " "); !seen[name] {
			seen[name] = true
			f.long = append(f.long, words)
		}
		if i+1 < len(names) && names[i+1].First == n.Last+1 && at(d, n.Last) == "(" && at(d, names[i+1].Last) == ")" {
			f.pair(words, names[i+1])
		}
	}
	return f
}

// inFull returns the usual name of a body that everybody knows, of which an article
// may have no more than the letters: “the Fund”, of the IMF.
func inFull(words []string) []string {
	if entry, n := gazetteer.Match(words); n == len(words) && entry.Kind == gazetteer.Organization && strings.Contains(entry.Name, " ") {
		return strings.Fields(entry.Name)
	}
	return words
}

// pair notes the name in parentheses after another one: it is short for that,
// unless it is the one that everybody knows, as in “the Islamic Resistance
// Movement (Hamas)”.
func (f forms) pair(words []string, short name) {
	text := strings.Join(short.words, " ")
	entry, n := gazetteer.Match(gazetteer.Words(text))
	switch known := n > 0 && entry.Kind == gazetteer.Organization; {
	case known && short.kind == document.ORG:
		f.short[strings.Join(words, " ")] = short.words
	case f.short[text] == nil && (abbreviation(text) || short.kind == document.ORG && len(short.words) == 1):
		f.short[text] = words
	}
}

// abbreviation says whether a word is one: more capitals than other letters.
func abbreviation(word string) bool {
	capitals := 0
	for _, r := range word {
		if unicode.IsUpper(r) {
			capitals++
		}
	}
	return 2*capitals > len(word) && !strings.Contains(word, " ")
}

func withoutThe(words []string) []string {
	if len(words) > 1 && strings.EqualFold(words[0], "the") {
		return words[1:]
	}
	return words
}

// of returns the long name of which a name of a body is short: its capitals,
// as in NATO, its first words, as in “the Church”, or what follows its country,
// as in “Home Office”. A name that is short for nothing, or for several, is
// returned as it is.
func (f forms) of(words []string) []string {
	name := strings.Join(words, " ")
	if f.short[name] == nil {
		f.short[name] = f.longest(f.recased(words))
	}
	return f.short[name]
}

// recased returns a name in capitals, as headlines have them, as the article
// begins a longer one elsewhere: NORVIK is Norvik of “Norvik Steel”.
func (f forms) recased(words []string) []string {
	name := strings.Join(words, " ")
	if len(name) < 5 || strings.ToUpper(name) != name {
		return words
	}
	for _, whole := range f.long {
		if len(whole) < len(words) {
			continue
		}
		if begin := strings.Join(whole[:len(words)], " "); begin != name && strings.EqualFold(begin, name) {
			return whole[:len(words)]
		}
	}
	return words
}

// company returns the one long name that only says of a company what kind of
// company it is, or else the one that does so and begins with the words, though
// others begin with them too: “Norvik” is Norvik Corp., not Norvik Data.
func (f forms) company(words []string) []string {
	var plain, all [][]string
	for _, whole := range f.long {
		if len(whole) <= len(words) || !slices.Equal(whole[:len(words)], words) || !corporate(whole[len(whole)-1]) || generic(words) {
			continue
		}
		if all = append(all, whole); !slices.ContainsFunc(whole[len(words):], func(w string) bool { return !corporate(w) }) {
			plain = append(plain, whole)
		}
	}
	switch {
	case len(plain) == 1:
		return plain[0]
	case len(all) == 1:
		return all[0]
	}
	return words
}

func (f forms) longest(words []string) []string {
	if whole := f.completed(words); whole != nil {
		return whole
	}
	found := words
	for _, whole := range f.long {
		if len(whole) <= len(words) || !shortens(words, whole) || slices.Equal(whole, found) {
			continue
		}
		if len(found) > len(words) && !shortens(found, whole) && !shortens(whole, found) {
			return f.company(words)
		}
		if len(whole) > len(found) {
			found = whole
		}
	}
	return found
}

// completed returns the one long name that goes on with “of” or the like after the
// words, though others begin with them too: “the House” is the House of
// Representatives, not House Republicans.
func (f forms) completed(words []string) (found []string) {
	for _, whole := range f.long {
		if core, rest := parted(whole); len(rest) > 0 && slices.Equal(core, words) && !noBody(words) {
			if found != nil {
				return nil
			}
			found = whole
		}
	}
	return found
}

// shortens says whether a name is short for another one.
func shortens(words, whole []string) bool {
	if len(words) == 1 && isCapitals(strings.ReplaceAll(words[0], ".", ""), whole) {
		return true
	}
	if len(words) == 1 && words[0] == whole[len(whole)-1] && classOf(words[0], "") == none && !generic(words) && !corporate(words[0]) {
		return true // “Cubs”, of the Chicago Cubs
	}
	if len(words) == 1 && words[0] == whole[len(whole)-1] && (classes[state][strings.ToLower(words[0])] || classes[formal][strings.ToLower(words[0])] || lexicon.CalledByLastWords.Has(strings.ToLower(words[0]))) {
		return true // “Commission”, of the European Commission
	}
	_, own := ofCountry(whole)
	if len(words) == 1 && len(own) < len(whole) && isCapitals(strings.ReplaceAll(words[0], ".", ""), own) {
		return true // FDA, of the U.S. Food and Drug Administration
	}
	return len(whole) > len(words) && (slices.Equal(whole[:len(words)], words) && !generic(words) || slices.Equal(own, words))
}

// isCapitals says whether letters are the first ones of a name's words, of
// those with capitals or of all: RBA, and FBI for Federal Bureau of Investigation.
func isCapitals(letters string, whole []string) bool {
	if len(letters) < 2 || strings.ToUpper(letters) != letters {
		return false
	}
	if last := len(whole) - 1; last > 1 && corporate(whole[last]) && isCapitals(letters, whole[:last]) {
		return true // GM, of General Motors Corp.
	}
	var capitals, all []rune
	for _, w := range whole {
		first := []rune(w)[:1]
		if abbreviation(w) {
			first = []rune(w) // UNHCR is the UN High Commissioner for Refugees
		}
		all = append(all, unicode.ToUpper(first[0]))
		if unicode.IsUpper(first[0]) {
			capitals = append(capitals, first...)
		}
	}
	return string(capitals) == letters || string(all) == letters
}

// generic says whether a name begins so many others that it is short for none:
// “British”, “New York”, “National”.
func generic(words []string) bool {
	return noBody(words) || len(words) == 1 && lexicon.Beginnings.Has(strings.ToLower(words[0]))
}

// noBody says whether a name is that of something else than a body.
func noBody(words []string) bool {
	entry, n := gazetteer.Match(words)
	return n == len(words) && entry.Kind != gazetteer.Organization
}

// ofCountry returns the code of the country that a name begins with, and the
// rest of the name: “Swiss | Foreign Ministry”, “Sweden's | Court”.
func ofCountry(words []string) (code string, own []string) {
	entry, n := gazetteer.Match(words)
	if n == 0 || n >= len(words) || entry.Kind != gazetteer.Country && entry.Kind != gazetteer.Demonym {
		return "", words
	}
	return entry.Code, words[n:]
}

// enterBody adds the body of a name; proposed, where it may be none.
func (f finder) enterBody(r document.Range, words []string, code string, proposed bool) {
	whole := f.forms.of(withoutThe(words))
	before := f.ownerBefore(r)
	e := f.body(whole, cmp.Or(code, before.code))
	if e == nil {
		return
	}
	if len(e.Mentions) == 0 {
		e.Proposed = proposed
	}
	f.mention(e, r)
	e.names[strings.Join(whole, " ")] = true
	if before.code != "" {
		e.names[before.text+" "+strings.Join(whole, " ")] = true
	}
	f.nameAround(e, r)
}

// nameAround notes the name of a body with the name before it that it belongs to,
// and with “news” after it: “United Nations | High Commissioner for Refugees”,
// “Bavarian | Interior Ministry”, “Channel 10 | news”.
func (f finder) nameAround(e *Entity, r document.Range) {
	d := f.Document
	if first := f.nameBefore(r); first < r.First {
		e.names[text(d, document.Range{First: first, Last: r.Last})] = true
	}
	if at(d, r.Last) == "news" && !tree.At(d, r.Last+1).Is("NOUN") {
		e.names[text(d, document.Range{First: r.First, Last: r.Last + 1})] = true
	}
}

// nameBefore returns where the name begins that a body's name belongs to, r.First
// where there is none: another body's right before it, and where a word tells the
// body's kind any but a person's. “House | Republicans” are a part of theirs.
func (f finder) nameBefore(r document.Range) int {
	d, end := f.Document, r.First
	if lexicon.Owning(before(d, end)) {
		end--
	}
	i, found := slices.BinarySearchFunc(d.Names, end, func(n document.Name, word int) int { return n.Last - word })
	if !found || d.Names[i].Kind == document.PER || !tree.Head(d, d.Names[i].Range).Under(tree.Head(d, r)) {
		return r.First
	}
	switch class := classOf(headWord(tokens(d, r)), ""); {
	case class == many, class == none && (d.Names[i].Kind != document.ORG || end < r.First):
		return r.First
	}
	return d.Names[i].First
}

// owning is a country whose name stands before that of a body.
type owning struct{ code, text string }

// ownerBefore returns the country before the name of a body of a state: “Sri
// Lankan | Foreign Ministry”, “Sweden's | Central Bank”.
func (f finder) ownerBefore(r document.Range) (o owning) {
	d, last := f.Document, r.First
	if classOf(headWord(tokens(d, r)), "") == none {
		return o
	}
	return countryBefore(d, last)
}

// countryBefore returns the country whose name or adjective stands before a word.
func countryBefore(d *document.Document, word int) (o owning) {
	end := word
	if lexicon.Owning(before(d, word)) {
		end--
	}
	for first := max(0, end-3); first < end; first++ {
		entry, n := gazetteer.Match(gazetteerWords(d, document.Range{First: first, Last: end}))
		if n == end-first && (entry.Kind == gazetteer.Country || entry.Kind == gazetteer.Demonym) {
			return owning{entry.Code, text(d, document.Range{First: first, Last: word})}
		}
	}
	return o
}

// countryWith returns the code of the only country with which the article names a
// body of a state: “China's commerce ministry”, of which “the Ministry of Commerce”
// is another name.
func (f finder) countryWith(core []string) string {
	words := strings.Join(core, " ")
	code, known := f.withCountry[words]
	if !known {
		code = onlyCountryBefore(f.Document, core)
		f.withCountry[words] = code
	}
	return code
}

// onlyCountryBefore returns the code of the only country that stands before the
// words of a body, "" for none or several.
func onlyCountryBefore(d *document.Document, core []string) (code string) {
	for first := 1; first+len(core) <= len(d.Words); first++ {
		if !strings.EqualFold(d.Words[first].Text, core[0]) || !slices.Equal(lower(tokens(d, document.Range{First: first, Last: first + len(core)})), core) {
			continue
		}
		switch country := countryBefore(d, first).code; {
		case country == "" || country == code:
		case code != "":
			return ""
		default:
			code = country
		}
	}
	return code
}

// headWord returns the word of a body's name that tells its kind: the last
// before “of”, “for” and the like.
func headWord(words []string) string {
	core, _ := parted(words)
	return core[len(core)-1]
}

// parted returns the words of a name up to the one that tells its kind, and
// the rest.
func parted(words []string) (core, rest []string) {
	for i, w := range words {
		if i > 0 && slices.Contains([]string{"of", "for", "on", "in"}, w) {
			return words[:i], words[i:]
		}
	}
	return words, nil
}

// turned returns the words for a body in one order: “Ministry of Foreign Affairs”
// is “foreign ministry”.
func turned(core, rest []string) ([]string, []string) {
	if len(core) != 1 || len(rest) < 2 || rest[0] != "of" || !slices.Contains([]string{"ministry", "department"}, core[0]) {
		return core, rest
	}
	of := rest[1:]
	if last := len(of) - 1; last > 0 && of[last] == "affairs" {
		of = of[:last]
	}
	if of[0] == "the" {
		return core, rest
	}
	return append(slices.Clone(of), core[0]), nil
}

// body returns the body of a name. What a state has, such as a ministry, is
// known by its country too: two ministries of one name are not one.
func (f finder) body(words []string, code string) *Entity {
	name := strings.Join(words, " ")
	if entry, n := gazetteer.Match(gazetteer.Words(undotted(name))); n == len(gazetteer.Words(undotted(name))) && entry.Kind == gazetteer.Organization {
		name, code = entry.Name, cmp.Or(entry.Code, code)
		if entry.Code != "" || strings.HasPrefix(name, "European ") || strings.HasPrefix(name, "International ") {
			return f.addOrganization(name, entry.Code)
		}
	}
	owner, own := ofCountry(words)
	core, rest := parted(own)
	if head := core[len(core)-1]; classOf(head, "") != state || len(core) > 1 && !classes[formal][strings.ToLower(head)] { // the Irish Republican Army is no army of Ireland's
		return f.addOrganization(name, cmp.Or(owner, code))
	}
	core, rest = turned(lower(slices.Clone(core)), lower(slices.Clone(rest)))
	if code = cmp.Or(owner, code); code == "" && len(rest) == 0 {
		code = f.countryWith(core)
	}
	code = cmp.Or(code, f.about)
	return f.owned(core, strings.Join(rest, " "), code, name, code)
}

// undotted returns an abbreviation without its points: IMF for I.M.F.
func undotted(name string) string {
	if plain := strings.ReplaceAll(name, ".", ""); len(plain)*2 == len(name) && strings.ToUpper(plain) == plain {
		return plain
	}
	return name
}

// owned returns the body with the words for it, by whose it is.
func (f finder) owned(core []string, rest, owner, name, code string) *Entity {
	return f.add(graph.Organization, strings.Join(core, " ")+" "+rest+" "+owner, name, code)
}

// enterCampaign adds the body that a person's name and the noun after it make:
// “the Trump campaign”, “Mr. Trump's campaign”.
func (f finder) enterCampaign(n name) bool {
	d, noun := f.Document, n.Last
	if lexicon.Owning(at(d, noun)) {
		noun++
	}
	c := tree.At(d, noun)
	if !c.OK() || !lexicon.PersonalBodies.Has(c.Lower()) || c.Is("VERB") {
		return false
	}
	if noun > n.Last && c.Next(1).Is("NOUN", "PROPN") {
		return false // “Jane Doe's campaign manager”
	}
	if noun > n.Last && slices.Contains([]string{"to", "against"}, at(d, noun+1)) {
		return false // “Jane Doe's campaign to cut costs”
	}
	e := f.addOrganization(n.words[len(n.words)-1]+" "+c.Lower(), "")
	e.Proposed = true
	f.mention(e, document.Range{First: n.First, Last: noun + 1})
	return true
}
