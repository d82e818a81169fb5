package said

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/ingest/resolve/whom"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// sources returns the phrases of those who speak: one, or several that are
// joined (“Yeltsin and Kuchma”). Words of a phrase that the network tore apart
// are put together; of phrases that don't belong together the one that is the
// subject of the cue stays, else the one nearest to it.
func (m *maker) sources(f document.Frame) []document.Range {
	parts := m.mended(joined(m.Document, f.Parts(document.Source)))
	for i, r := range parts {
		parts[i] = m.completed(r, f)
	}
	if len(parts) < 2 {
		return parts
	}
	main := m.mainPart(parts, f.Anchor)
	first, last := main, main+1
	for first > 0 && m.coordinated(parts[first-1], parts[first]) {
		first--
	}
	for last < len(parts) && m.coordinated(parts[last-1], parts[last]) {
		last++
	}
	return parts[first:last]
}

// mended joins parts of one noun phrase with a few words between them.
func (m *maker) mended(parts []document.Range) (all []document.Range) {
	for _, r := range parts {
		n := len(all)
		if n > 0 && m.onePhrase(all[n-1], r) {
			all[n-1].Last = r.Last
		} else {
			all = append(all, r)
		}
	}
	return all
}

// completed returns a phrase with the noun that its words belong to, where the
// network has found no more than “the” or a title.
func (m *maker) completed(r document.Range, f document.Frame) document.Range {
	head := tree.Head(m.Document, r)
	for head.By("det", "amod", "compound", "nummod", "flat") || head.Subtype("nmod:desc") {
		head = head.Up()
		if gap := max(head.Word-r.Last, r.First-1-head.Word); gap > 2 || slices.Contains(f.Roles[document.Content], head.Word) || slices.Contains(f.Roles[document.Cue], head.Word) {
			break
		}
		r = document.Range{First: min(r.First, head.Word), Last: max(r.Last, head.Word+1)}
	}
	return m.withSubject(r, f)
}

// withSubject returns the subject of the cue's verb for the end of it that the
// network has found, a single name: “A jury in [Bern] accused him”.
func (m *maker) withSubject(r document.Range, f document.Frame) document.Range {
	subject, head := tree.At(m.Document, f.Anchor).Subject(), tree.Head(m.Document, r)
	if !subject.OK() || !subject.Is("NOUN") || !head.By("nmod") || head.Up() != subject || subject.Word >= r.First {
		return r
	}
	whole := document.Range{First: subject.Phrase().First, Last: r.Last}
	for w := whole.First; w < whole.Last; w++ {
		if slices.Contains(f.Roles[document.Content], w) || slices.Contains(f.Roles[document.Cue], w) {
			return r
		}
	}
	return whole
}

// tearable is how many words may be missing in a phrase that was torn apart.
const tearable = 6

// onePhrase says whether the head of one part hangs from the other's within a
// noun phrase, not as another one who speaks.
func (m *maker) onePhrase(a, b document.Range) bool {
	if b.First-a.Last > tearable || m.coordinated(a, b) {
		return false
	}
	x, y := tree.Head(m.Document, a), tree.Head(m.Document, b)
	whole := x.Phrase()
	if !y.Under(x) {
		whole = y.Phrase()
	}
	return whole.Contains(document.Range{First: a.First, Last: b.Last})
}

// coordinated says whether nothing but “and” and the like stands between two
// phrases.
func (m *maker) coordinated(a, b document.Range) bool {
	joins := false
	for i := a.Last; i < b.First; i++ {
		switch word := strings.ToLower(m.Words[i].Text); {
		case slices.Contains([]string{"and", "&", "or", "nor"}, word), word == "as", word == "well":
			joins = true
		case word == ",":
			joins = true
		case slices.Contains([]string{"(", ")", "both", "with"}, word):
		default:
			return false
		}
	}
	return joins
}

// mainPart returns the part that is the subject of the cue's verb or does what
// it says in the passive, else the one nearest to the anchor.
func (m *maker) mainPart(parts []document.Range, anchor int) int {
	verb := tree.At(m.Document, anchor)
	for _, c := range []tree.Cursor{verb.Agent(), verb.Subject()} {
		if i := slices.IndexFunc(parts, func(r document.Range) bool {
			return c.OK() && r.Contains(document.Range{First: c.Word, Last: c.Word + 1})
		}); i >= 0 {
			return i
		}
	}
	best, distance := 0, len(m.Words)
	for i, r := range parts {
		if d := max(r.First-anchor, anchor-r.Last+1); d < distance {
			best, distance = i, d
		}
	}
	return best
}

// setSpeakers sets who said it: whom the phrases mean.
func (m *maker) setSpeakers(st *said) {
	by, sure := unsourced, unsourced.Share()
	var unnamed []document.Range
	scene := st.scene(document.Source)
	for i, part := range st.source {
		ref := m.of(part, st, scene)
		if m.isAnother(part, ref) {
			ref = whom.Nobody(part)
		}
		ref = m.Whom.Note(ref)
		for _, e := range ref.Entities {
			if !slices.Contains(st.speakers, e) {
				st.speakers, st.words = append(st.speakers, e), append(st.words, part)
			}
		}
		unnamed = append(unnamed, ref.Unnamed...)
		if i == 0 || ref.Confidence < sure {
			by, sure = ref.Rule.For("speaker"), ref.Confidence
		}
	}
	if all := m.jointly(st); all != nil && (len(st.speakers) == 0 || len(st.speakers) == 1 && slices.Contains(all, st.speakers[0])) {
		st.speakers, st.words, unnamed = all, slices.Repeat([]document.Range{st.source[0]}, len(all)), nil
		by, sure = ofPair, ofPair.Share()
	}
	if all := m.together(st); all != nil {
		st.speakers, st.words, unnamed = all, slices.Repeat([]document.Range{st.source[0]}, len(all)), nil
		by, sure = ofSeveral, ofSeveral.Share()
	}
	st.decide(by, sure)
	m.setUnnamed(st, unnamed)
	m.enterSpeakers(st)
}

// isAnother says whether the office that words are was held on the day by another
// than the known person whom the article seems to mean.
func (m *maker) isAnother(words document.Range, ref whom.Reference) bool {
	if len(ref.Entities) != 1 || ref.Entities[0].Known == nil {
		return false
	}
	e, _, ok := m.Holders.Of(words)
	return ok && e != ref.Entities[0]
}

// enterSpeakers notes who speaks. A speaker is no topic of the statement.
func (m *maker) enterSpeakers(st *said) {
	all := ids(st.speakers)
	switch {
	case len(all) > 1:
		st.Speakers = all
		fallthrough
	case len(all) == 1:
		st.Speaker = &all[0]
	}
	st.Topics = slices.DeleteFunc(st.Topics, func(id string) bool { return slices.Contains(all, id) })
	if st.Topics == nil {
		st.Topics = []string{}
	}
}

// setUnnamed keeps the words of a source that mean nobody whom the graph could
// name, and their kind: all of them where nobody is named, else the nouns that
// stand beside the name, “Doe and | two officials”.
func (m *maker) setUnnamed(st *said, unnamed []document.Range) {
	words := st.source
	if len(st.speakers) > 0 {
		words = slices.DeleteFunc(unnamed, func(r document.Range) bool { return !tree.Head(m.Document, r).Is("NOUN") })
	}
	if len(words) > 0 && !m.nobodySaid(st) {
		st.Unnamed = &facts.Source{Text: m.text(words), Kind: m.kindOf(words)}
		m.setHolder(st.Unnamed, words)
	}
}

// setHolder looks up who holds the office that the words of a source are.
func (m *maker) setHolder(source *facts.Source, words []document.Range) {
	if len(words) != 1 {
		return
	}
	if e, by, ok := m.Holders.Of(words[0]); ok {
		source.Holder, source.Rule, source.Confidence = e.ID, by.Name, by.Share()
	}
}
