package decode

import (
	"math"
	"slices"
	"sort"

	"github.com/newsgraph/newsgraph/ingest/document"
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
func (r *reader) attributions() {
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
			subjects[i] = subject(r.document.Words, r.counted(w.cue))
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
		if len(content) == 0 {
			continue
		}
		roles := map[document.Role][]int{document.Cue: r.counted(w.cue), document.Source: r.counted(source[i]), document.Content: r.counted(content...)}
		if len(roles[document.Source]) == 0 {
			roles[document.Source] = subjects[i]
		}
		r.document.Frames = append(r.document.Frames, document.Frame{Kind: document.Statement, Anchor: r.offset + w.cue.first, P: 1, Sure: 1, Roles: roles})
	}
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
func subject(words []document.Word, cue []int) []int {
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
func dependent(words []document.Word, head int, relation string) int {
	for i := max(0, head-width); i < min(len(words), head+width); i++ {
		if words[i].Head == head && words[i].Relation == relation {
			return i
		}
	}
	return -1
}

// phrase returns a noun and the words before and behind it that hang from it
// directly or by one other word.
func phrase(words []document.Word, noun int) []int {
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
