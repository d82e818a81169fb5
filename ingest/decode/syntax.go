package decode

import (
	"slices"
	"strconv"
	"strings"
)

// syntax sets the syntax of the block's own words.
func (r *reader) syntax() {
	first := 0
	for _, end := range r.ends {
		if r.owns(first) {
			r.vectors.Apart(func() { r.sentence(first, end) })
		}
		first = end
	}
}

// sentence sets the syntax of a sentence's words.
func (r *reader) sentence(first, end int) {
	s, labels, words := r.vectors.Part(first, end).Syntax(), r.network.Labels, r.words[first:end]
	scores := s.Heads(0, len(words))
	heads := tree(scores)
	relations := s.Relations(0, len(words), heads)
	for range len(words) {
		if !forbid(scores, heads, func(i int) string { return labels.Relations[relations[i]] }) {
			break
		}
		heads = tree(scores)
		relations = s.Relations(0, len(words), heads)
	}
	for i, relation := range relations {
		w := &words[i]
		w.UPOS, w.Feats, w.Head, w.Relation = labels.UPOS[s.UPOS.Best(i)], labels.Feats[s.Feats.Best(i)], -1, "root"
		w.Lemma = lemma(w.Text, labels.Scripts[s.Scripts.Best(i)])
		if heads[i] >= 0 {
			w.Head, w.Relation = r.offset+first+heads[i], labels.Relations[relation]
		}
	}
}

// ofNoun are the relations of words to their noun or name. In English nothing
// stands between them that the whole sentence hangs from: 7 of 330,000 words of the
// treebanks that the weights were learned on.
var ofNoun = []string{"flat", "compound", "nmod:desc", "amod", "det", "nmod:poss", "nummod", "appos"}

// never is the score of an arc that no tree is to have.
const never = -1e4

// forbid takes the scores from arcs that cross the root to a noun or name: “Doe
// met President Roe” has no president Doe. It says whether there were any.
func forbid(scores [][]float32, heads []int, relation func(int) string) (crossing bool) {
	root := slices.Index(heads, -1)
	for i, h := range heads {
		if h >= 0 && min(i, h) < root && root < max(i, h) && slices.Contains(ofNoun, relation(i)) {
			scores[i][h], crossing = never, true
		}
	}
	return crossing
}

// lemma makes a lemma as script says: "=" leaves the word as it stands, "l"
// puts it in small letters, "2:e" cuts two letters and adds an e.
func lemma(word, script string) string {
	if script == "=" {
		return word
	}
	low := []rune(strings.ToLower(word))
	cut, add, _ := strings.Cut(script, ":")
	if n, err := strconv.Atoi(cut); err == nil && n <= len(low) {
		return string(low[:len(low)-n]) + add
	}
	return string(low)
}
