package holds

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// inParts returns the names in the words for whose an office is.
func (f *finder) inParts(o *office) (found []who.Mention) {
	for _, part := range f.ownerParts(o) {
		found = append(found, f.cast.MentionsIn(part)...)
	}
	return found
}

// ownerParts returns the words for whose an office is, those that stand before
// the title last to first, then those after it. Of several who hold a title,
// each has those after his name: “Presidents Leonid Kuchma of Ukraine and …”.
// Where the network sees none, they are what a preposition after the title leads
// to, or the body in the title itself: “the | parliament | speaker”.
func (f *finder) ownerParts(o *office) []document.Range {
	before, after := f.split(o)
	object := f.object(o)
	if short := f.abbreviation(o, after); short != nil {
		return []document.Range{short.Range}
	}
	if peer := f.peerOf(o); peer != nil {
		return []document.Range{peer.Range}
	}
	switch {
	case strings.HasSuffix(strings.ToLower(o.Title), " of parliament"):
		return before // what stands after it is of the next title
	case object != nil && f.leadsTo(object, before, after):
		return []document.Range{object.Range}
	case len(before) > 0 && f.isFor(o) && o.Words.First-before[0].Last <= 1:
		return before // “Israel's top official for Lebanon”
	case len(after) > 0 && f.governs(o) && after[0].First-o.Words.Last <= 2:
		return after // “the Democratic governor of Michigan”
	case len(before) > 0 && o.Words.First-before[0].Last <= 1 && !f.plural(o.frame):
		return before // “South Korean minister Lee and his Chinese counterpart”
	case len(before)+len(after) == 0:
		if in := f.inTitle(o); len(in) > 0 && !national(o.Title) {
			return in
		}
		return f.far(o)
	}
	return append(before, after...)
}

// split returns the words that the network takes for whose an office is, before
// the title, from there back, and after it.
func (f *finder) split(o *office) (before, after []document.Range) {
	parts := f.parts(o.frame)
	for i, r := range parts {
		switch {
		case f.anothers(r, o) || f.apart(r, o) && !f.nested(parts[:i], r) || f.beyond(r, o) || f.tagged(r, o) || f.opposed(r) || f.represented(r, o) || f.fromThere(r, o) || f.venue(r, o):
		case r.First < o.Words.First:
			before = append([]document.Range{r}, before...)
		case i+1 == len(parts) || !f.nested(parts[:i+1], parts[i+1]):
			after = append(after, r)
		}
	}
	return before, after
}

// venue says whether words tell where what a minister does is done: “Foreign
// Minister Doe arrived in Rome”.
func (f *finder) venue(r document.Range, o *office) bool {
	at := tree.Head(f.Document, r)
	return ministry(o.Title) && at.By("obl", "nmod") && slices.Contains([]string{"in", "at", "to", "from"}, at.Preposition())
}

// far returns the words that stand too far to tell by themselves, where there
// are no others: it is for the model to weigh them. A member of Congress may be
// of the state, the party and the house that are named around.
func (f *finder) far(o *office) (found []document.Range) {
	if kind := kindOf(o.Title); kind == "member" || kind == "state" || f.plural(o.frame) {
		return nil
	}
	for _, r := range f.parts(o.frame) {
		if !f.beyond(r, o) && !f.fromThere(r, o) && !f.anothers(r, o) && !f.venue(r, o) {
			found = append(found, r)
		}
	}
	return found
}

// anothers says whether words are of somebody else's title, or of what is told of
// him, since a verb and a person or another noun that they are of stand between
// them and a national office: “| Kenya |'s king received Minister Jane Doe”.
func (f *finder) anothers(r document.Range, o *office) bool {
	between := document.Range{First: r.Last, Last: o.Words.First}
	if r.First > o.Words.First {
		between = document.Range{First: o.Words.Last, Last: r.First}
	}
	person := func(m who.Mention) bool { return m.Entity.Label == graph.Person }
	if f.possessor(o) >= 0 {
		return tree.Head(f.Document, r).By("iobj") // “Iran asked | Germany | to give up its former president”
	}
	return national(o.Title) && tree.Any(f.Document, between, func(c tree.Cursor) bool { return c.Is("VERB") }) &&
		(slices.ContainsFunc(f.cast.MentionsIn(between), person) || slices.Contains(run(between.First, between.Last), f.nounOf(r)))
}

// nested says whether words stand within those of the last of the parts before
// them: “of Malaysia's central state of | Selangor”.
func (f *finder) nested(before []document.Range, r document.Range) bool {
	if len(before) == 0 {
		return false
	}
	outer := before[len(before)-1]
	return lexicon.Possessive(f.at(outer.Last)) && outer.Last < r.First && r.First-outer.Last <= reach+1
}

// beyond says whether words stand after a holder who follows the title, in what
// is told of him: “minister Jane Doe's contacts with | Russian | officials”.
func (f *finder) beyond(r document.Range, o *office) bool {
	return o.name.First >= o.Words.Last && o.name.Len() > 0 && r.First >= o.name.Last && !lexicon.OfficeJoints.Has(f.at(o.name.Last))
}

// tagged says whether words are the state beside a politician's party: “Sen. Jane
// Doe (D | Hawaii)”.
func (f *finder) tagged(r document.Range, o *office) bool {
	return o.name.Len() > 0 && r.First > o.name.Last && r.First-o.name.Last <= reach && partyAndState.MatchString(f.between(o.name, r)+f.Words[r.First].Text)
}

// fromThere says whether words before a title follow with “of” the name of
// somebody who has a title of his own, which they are of: “Senator Jane Doe of |
// Ohio |, the minority leader”.
func (f *finder) fromThere(r document.Range, o *office) bool {
	if r.Last > o.Words.First || f.at(r.First-1) != "of" {
		return false
	}
	m := f.cast.MentionAt(r.First - 2)
	return m != nil && m.Last == r.First-1 && m.Entity.Label == graph.Person && f.endsTitle(m.First)
}

// represented says whether words after the title of a member of Congress are of
// what a verb tells of him: “a congressman representing | San Diego County”.
func (f *finder) represented(r document.Range, o *office) bool {
	return kindOf(o.Title) == "member" && r.First > o.Words.Last && f.is(o.Words.Last, "VERB")
}

// opposed says whether words are those of whom somebody is for or against:
// “anti- | Syrian | minister”.
func (f *finder) opposed(r document.Range) bool {
	for w := r.First - 1; w >= max(0, r.First-2); w-- {
		if lexicon.Sides.Has(strings.TrimRight(f.lower(w), "-")) {
			return true
		}
	}
	return false
}

// abbreviation returns the name in brackets right after the words for whose an
// office is: “leader of the Socialist party (| PSX |)”.
func (f *finder) abbreviation(o *office, after []document.Range) *who.Mention {
	if len(after) == 0 || after[0].First-o.Words.Last > 2 || f.at(after[0].Last) != "(" || f.Words[after[0].Last-1].Upper() {
		return nil
	}
	m := f.cast.MentionAt(after[0].Last + 1)
	if m == nil || m.Entity.Label != graph.Organization || m.First != after[0].Last+1 || f.at(m.Last) != ")" {
		return nil
	}
	return m
}

// peerOf returns the country right before “counterpart”, whose he is rather than
// the one whose counterpart he is: “Doe's | Danish | counterpart”.
func (f *finder) peerOf(o *office) *who.Mention {
	m := f.cast.MentionAt(o.Words.First - 1)
	if m == nil || m.Entity.Label != graph.Country || !strings.EqualFold(o.Title, "counterpart") {
		return nil
	}
	return m
}

// isFor says whether a title tells, within it or after it, what its holder is
// there for: “envoy for the coalition”.
func (f *finder) isFor(o *office) bool {
	return f.at(o.Words.Last) == "for" || strings.Contains(o.Title, " for ")
}

// opposes says whether a word before a title tells that the holder is for or
// against somebody.
func (f *finder) opposes(o *office, e *who.Entity) bool {
	m := f.cast.MentionAt(o.Words.First - 1)
	return m != nil && m.Entity == e && f.opposed(m.Range)
}

// governs says whether “of” or the like stands right after a title.
func (f *finder) governs(o *office) bool {
	return slices.Contains([]string{"of", "for", "to"}, f.at(o.Words.Last)) && tree.At(f.Document, o.Words.Last).Relation() == "case"
}

// object returns the last name of the noun phrase that a preposition right
// after a title leads to, nil for none: “aide to President | Bill Clinton”,
// “vice-president of Mahathir Mohamad's ruling | UMNO | party”.
func (f *finder) object(o *office) (last *who.Mention) {
	if !f.governs(o) {
		return nil
	}
	end := o.Words.Last + 1
	for end < f.SentenceOf(o.Words.First).Last && (tree.At(f.Document, end).Is("DET", "ADJ", "NOUN", "PROPN", "NUM", "PART") || lexicon.Possessive(f.at(end)) || f.at(end) == "-") {
		end++
	}
	if beside := f.cast.MentionAt(end + 1); f.at(end) == "," && beside != nil && beside.Entity.Label == graph.Person && beside.First == end+1 && f.endsTitle(end) {
		return beside
	}
	for _, m := range f.cast.MentionsIn(document.Range{First: o.Words.Last + 1, Last: end}) {
		if m.Entity != o.holder && !lexicon.Possessive(f.at(m.Last)) && (m.Entity.Label == graph.Person || f.at(o.Words.Last) != "to") && (last == nil || m.First >= last.Last) {
			last = &m
		}
	}
	return last
}

// endsTitle says whether words before one are a title: “the chief prosecutor |, Jane Doe”.
func (f *finder) endsTitle(end int) bool {
	return end > 0 && slices.ContainsFunc(f.Frames, func(x document.Frame) bool {
		return x.Kind == document.Office && slices.Contains(x.Roles[document.Title], end-1)
	})
}

// nounOf returns the subject that words hang from: “| France |'s | king | left”; -1 for none.
func (f *finder) nounOf(r document.Range) int {
	head := tree.Head(f.Document, r)
	if noun := head.Up(); noun.Is("NOUN") && noun.By("nsubj") && head.By("nmod:poss", "amod", "compound") {
		return noun.Word
	}
	return -1
}

// leadsTo says whether what a preposition leads to counts: a name where the
// network sees no words for whose an office is, or a person after them, “spokesman
// for House Speaker | Paul Ryan”.
func (f *finder) leadsTo(object *who.Mention, before, after []document.Range) bool {
	if len(before)+len(after) == 0 {
		return !object.Entity.Proposed
	}
	return object.Entity.Label == graph.Person && !slices.ContainsFunc(after, func(r document.Range) bool { return r.Last > object.Last })
}

var parliament = slices.Index(who.KindsOfBodies, "parliament")

// inTitle returns the parliament, or a house of it, that the words of a title
// name before its last.
func (f *finder) inTitle(o *office) (found []document.Range) {
	for _, m := range f.cast.MentionsIn(document.Range{First: o.Words.First, Last: o.Words.Last - 1}) {
		if slices.Contains(f.kindsOf(m.Entity), parliament) {
			found = append(found, m.Range)
		}
	}
	return found
}

// close is how many words may stand between a title, or the name of its
// holder, and those for whose it is.
const close = 4

// apart says whether words stand too far from a title and its holder to tell
// whose it is.
func (f *finder) apart(r document.Range, o *office) bool {
	gap := distance(r, o.Words)
	if o.name.Len() > 0 {
		gap = min(gap, distance(r, o.name))
	}
	if f.plural(o.frame) {
		return r.First > o.Words.Last && (distance(r, o.name) > 1 || r.First > o.Words.Last+1 && r.Last < o.name.First) // “Presidents Leonid of | Ukraine | and Boris …”
	}
	return gap > close
}

// distance returns how many words stand between two phrases.
func distance(a, b document.Range) int { return max(0, b.First-a.Last, a.First-b.Last) }

// parts returns the runs of words for whose an office is, over “'s” and “of
// the” between them.
func (f *finder) parts(frame document.Frame) (parts []document.Range) {
	for _, r := range frame.Parts(document.Of) {
		n := len(parts)
		if n > 0 && slices.Contains([]string{"of the", "of", "for", "and"}, strings.ToLower(f.between(parts[n-1], r))) {
			parts[n-1].Last = r.Last
		} else {
			parts = append(parts, r)
		}
	}
	return parts
}

func (f *finder) between(a, b document.Range) string {
	return strings.TrimSpace(f.Article.Text[f.Words[a.Last-1].End:f.Words[b.First].Start])
}

// named returns the country, body, place or person that words name: the longest
// name, of a body rather than of a country or place. A body without a name of
// its own kind comes after one that has it.
func (f *finder) named(part document.Range, o *office) (best *who.Entity) {
	most := 0
	for _, m := range f.cast.Overlapping(part) {
		shared := min(m.Last, part.Last) - max(m.First, part.First)
		if m.Entity == o.holder || m.Entity.Label == graph.Person && national(o.Title) {
			continue
		}
		worth := 2 * shared
		switch {
		case m.Entity.Label == graph.Organization && !m.Entity.Proposed, f.seat(m.Range):
			worth += 10
		case m.Entity.Label == graph.Person:
			worth = 1
		}
		if worth > most {
			best, most = m.Entity, worth
		}
	}
	return best
}

// seat says whether words name the seat of a government, which speaks for its
// country: “White House press secretary”.
func (f *finder) seat(r document.Range) bool {
	entry, n := gazetteer.Match(gazetteer.Words(f.Text(r)))
	return n == r.Len() && entry.Kind == gazetteer.Seat
}
