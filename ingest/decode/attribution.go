package decode

import (
	"math"
	"slices"
	"sort"

	"github.com/newsgraph/newsgraph/ingest/network"
)

// reach is how far from its cue a part of an attribution is looked for, in words.
const reach = 200

// What decides, in logarithms of odds. All are measured on PolNeAR.
const (
	leanCue     = -0.3 // added to the tags of cues
	noSource    = 1.0  // what the best source of a cue has to have
	leanSubject = 4    // added to the source that has the subject of the cue's verb
	leanNear    = 1    // added to a content that touches the cue or its source
	priceFar    = 1.5  // for each sentence between a source and its cue
	nested      = 1    // what another attribution has to have to lie in a content
	noContent   = 0    // what the cue that wants a content most has to have
)

// A span is the words [first, last).
type span struct{ first, last int }

// wanting is a cue with what it thinks of the words [first, …) around it.
type wanting struct {
	cue             span
	first           int
	source, content []float32
}

// attributions adds those whose cue stands in the block's own words; some have
// no content.
//
// The tags of parts give the cues, sources and contents that are there. Each
// content goes to the cue that wants it most, and each cue takes the source
// that it wants most. What belongs to another attribution may lie in a content
// too, as in “she said that he denied it”.
func (r *reader) attributions(a *Analysis) {
	scores := r.vectors.Attributions()
	tags := partTags(scores.Parts, len(r.words))
	cues, sources, contents := parts(tags, network.BeginCue), parts(tags, network.BeginSource), parts(tags, network.BeginContent)
	all := make([]wanting, len(cues))
	for i, cue := range cues {
		first, last := max(0, cue.first-reach), min(len(r.words), cue.first+reach)
		source, content := scores.Roles([]int{cue.first}, first, last)
		all[i] = wanting{cue, first, source[0], content[0]}
	}
	subjects, source := make([][]int, len(cues)), make([]span, len(cues))
	for i, w := range all {
		if r.owns(w.cue.first) {
			subjects[i] = subject(a.Words, r.counted(w.cue))
		}
		source[i] = r.bestSource(&w, sources, subjects[i])
	}
	found := make([][]span, len(cues)) // the contents of each cue
	for j, owner := range owners(all, source, contents) {
		if owner >= 0 {
			found[owner] = append(found[owner], contents[j])
		}
	}
	for i, w := range all {
		if !r.owns(w.cue.first) {
			continue
		}
		content := append(slices.Clone(found[i]), inside(i, all, found, source)...)
		attribution := Attribution{r.counted(w.cue), r.counted(source[i]), r.counted(content...)}
		if len(attribution.Source) == 0 {
			attribution.Source = subjects[i]
		}
		a.Attributions = append(a.Attributions, attribution)
	}
}

// settle takes away sources that are none and attributions that tell nothing.
// It needs all words: a content may go on in the next block.
func (a *Analysis) settle() {
	for i, found := range a.Attributions {
		a.Attributions[i].Content = filled(found.Content, append(slices.Clone(found.Source), found.Cue...))
		if seems(a.Words, found.Cue) {
			a.Attributions[i].Source = nil
		}
	}
	a.Attributions = slices.DeleteFunc(a.Attributions, func(found Attribution) bool { return !tells(a.Words, found) })
}

// hole is how many words between two pieces of a content belong to it too.
const hole = 2

// filled returns a content with the words of its small holes in which neither
// its cue nor its source stands.
func filled(content, others []int) (whole []int) {
	for i, w := range content {
		if i > 0 {
			last := content[i-1]
			between := func(o int) bool { return last < o && o < w }
			if w-last-1 <= hole && !slices.ContainsFunc(others, between) {
				for hidden := last + 1; hidden < w; hidden++ {
					whole = append(whole, hidden)
				}
			}
		}
		whole = append(whole, w)
	}
	return whole
}

// seems says whether a cue is a verb whose subject isn't who thinks so.
func seems(words []Word, cue []int) bool {
	return slices.ContainsFunc(cue, func(i int) bool { return slices.Contains([]string{"appear", "seem"}, words[i].Lemma) })
}

// hollow are the parts of speech of words that alone tell nothing.
var hollow = []string{"ADP", "ADV", "AUX", "CCONJ", "DET", "PART", "PRON", "PUNCT", "SCONJ"}

// tells says whether an attribution says something: not “it” alone, and not by
// a cue such as “about” for which nobody speaks.
func tells(words []Word, a Attribution) bool {
	full := func(i int) bool { return !slices.Contains(hollow, words[i].UPOS) }
	mark := func(i int) bool { return words[i].UPOS == "PUNCT" }
	word := func(i int) bool { return !mark(i) }
	quoted := slices.ContainsFunc(a.Content, mark) && slices.ContainsFunc(a.Content, word)
	if len(a.Content) > 0 && !quoted && !slices.ContainsFunc(a.Content, full) {
		return false
	}
	return len(a.Source) > 0 || slices.ContainsFunc(a.Cue, func(i int) bool { return full(i) || mark(i) })
}

// inside returns the parts of other attributions that lie in the content of
// cue i: those that touch it, or touch one that does, and that it wants as a whole.
func inside(i int, all []wanting, contents [][]span, source []span) []span {
	var inner []span
	region := slices.Clone(contents[i])
	taken := map[int]bool{i: true}
	for again := true; again; {
		again = false
		for j := max(0, i-neighbours); j < min(len(all), i+neighbours+1); j++ {
			parts := append(slices.Clone(contents[j]), all[j].cue)
			if source[j] != source[i] && source[j] != (span{}) {
				parts = append(parts, source[j])
			}
			if taken[j] || len(contents[j]) == 0 || !touch(region, parts) {
				continue
			}
			if score, near := all[i].wantsContent(parts...); near && score > nested {
				inner, region = append(inner, parts...), append(region, parts...)
				taken[j], again = true, true
			}
		}
	}
	return inner
}

// neighbours is how many cues before and behind one may lie in its content.
const neighbours = 8

// touch says whether a part of one side stands within a few words of the other.
func touch(region, parts []span) bool {
	const gap = 2 // words, such as punctuation or “that”
	for _, a := range region {
		for _, b := range parts {
			if b.first-a.last <= gap && a.first-b.last <= gap {
				return true
			}
		}
	}
	return false
}

// partTags returns the best tag of each word.
func partTags(scores network.Scores, words int) []int {
	tags := make([]int, words)
	for w := range tags {
		row := slices.Clone(scores.Row(w))
		for tag := range row {
			if tag == network.BeginCue || tag == network.InsideCue {
				row[tag] += leanCue
			}
			if row[tag] > row[tags[w]] {
				tags[w] = tag
			}
		}
	}
	return tags
}

// parts returns the runs of words with the tag begin or the one for inside.
func parts(tags []int, begin int) []span {
	var found []span
	for w, tag := range tags {
		open := w > 0 && (tags[w-1] == begin || tags[w-1] == begin+1)
		switch {
		case tag == begin || tag == begin+1 && !open:
			found = append(found, span{w, w + 1})
		case tag == begin+1:
			found[len(found)-1].last = w + 1
		}
	}
	return found
}

// owners returns the index of the cue that wants each content most, -1 for
// none. A content that touches the cue or its source is wanted more.
func owners(all []wanting, source, contents []span) []int {
	owners := make([]int, len(contents))
	for j, c := range contents {
		best := float32(noContent)
		owners[j] = -1
		for i, w := range all {
			s, near := w.wantsContent(c)
			if w.touches(c, source[i]) {
				s += leanNear
			}
			if near && s > best {
				owners[j], best = i, s
			}
		}
	}
	return owners
}

// touches says whether a content stands beside the cue or its source.
func (w *wanting) touches(content, source span) bool {
	return touch([]span{content}, []span{w.cue}) || source != (span{}) && touch([]span{content}, []span{source})
}

// wantsContent returns the mean score of spans as content.
func (w *wanting) wantsContent(spans ...span) (score float32, near bool) {
	var sum float32
	words := 0
	for _, s := range spans {
		if s.first < w.first || s.last > w.first+len(w.content) {
			return 0, false
		}
		for _, v := range w.content[s.first-w.first : s.last-w.first] {
			sum += v
		}
		words += s.last - s.first
	}
	return sum / float32(words), true
}

// bestSource returns the source whose words together have the highest odds, an
// empty one where none has enough. The one with the subject of the cue's verb
// is preferred, and one in the cue's sentence.
func (r *reader) bestSource(w *wanting, sources []span, subject []int) span {
	var best span
	most := noSource
	for _, s := range sources {
		if s.first < w.first || s.last > w.first+len(w.source) {
			continue
		}
		var odds float64
		for _, v := range w.source[s.first-w.first : s.last-w.first] {
			odds += math.Exp(float64(v))
		}
		score := math.Log(odds)
		if slices.ContainsFunc(subject, func(i int) bool { return s.first <= i-r.offset && i-r.offset < s.last }) {
			score += leanSubject
		}
		score -= priceFar * float64(abs(r.sentence(s.first)-r.sentence(w.cue.first)))
		if score > most {
			best, most = s, score
		}
	}
	return best
}

// sentence returns the index of the sentence of a word.
func (r *reader) sentence(word int) int {
	return sort.Search(len(r.ends), func(i int) bool { return r.ends[i] > word })
}

// counted returns the words of spans in the order of the text, counted from the
// beginning of the text.
func (r *reader) counted(spans ...span) []int {
	var words []int
	for _, s := range spans {
		for w := s.first; w < s.last; w++ {
			words = append(words, w+r.offset)
		}
	}
	slices.Sort(words)
	return slices.Compact(words)
}

// subject returns the words of the subject of the cue's verb, or of the verb
// that it is joined to or goes with, as in “he left, saying that …”.
func subject(words []Word, cue []int) []int {
	verb := cue[0]
	for slices.Contains(cue, words[verb].Head) {
		verb = words[verb].Head
	}
	for range 3 {
		s := dependent(words, verb, "nsubj")
		if s < 0 && words[verb].Lemma == "quote" {
			s = dependent(words, verb, "nsubj:pass") // “was quoted as saying”
		}
		if s >= 0 && !slices.Contains(cue, s) {
			return phrase(words, s)
		}
		if !slices.Contains([]string{"conj", "advcl", "xcomp"}, words[verb].Relation) {
			break
		}
		verb = words[verb].Head
	}
	return nil
}

// width is how far from its verb a subject is looked for, in words.
const width = 30

// dependent returns the word that has the relation to head, -1 where none has.
func dependent(words []Word, head int, relation string) int {
	for i := max(0, head-width); i < min(len(words), head+width); i++ {
		if words[i].Head == head && words[i].Relation == relation {
			return i
		}
	}
	return -1
}

// phrase returns a noun and the words before and behind it that hang from it
// directly or by one other word.
func phrase(words []Word, noun int) []int {
	hangs := func(i int) bool {
		h := words[i].Head
		return h == noun || h >= 0 && words[h].Head == noun
	}
	first, last := noun, noun+1
	for first > 0 && hangs(first-1) {
		first--
	}
	for last < len(words) && hangs(last) && words[last].UPOS != "PUNCT" && words[last].Relation != "acl:relcl" {
		last++
	}
	found := make([]int, 0, last-first)
	for i := first; i < last; i++ {
		found = append(found, i)
	}
	return found
}

func abs(n int) int { return max(n, -n) }
