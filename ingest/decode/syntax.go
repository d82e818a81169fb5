package decode

import (
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
	heads := tree(s.Heads(0, len(words)))
	for i, relation := range s.Relations(0, len(words), heads) {
		w := &words[i]
		w.UPOS, w.Feats, w.Head, w.Relation = labels.UPOS[s.UPOS.Best(i)], labels.Feats[s.Feats.Best(i)], -1, "root"
		w.Lemma = lemma(w.Text, labels.Scripts[s.Scripts.Best(i)])
		if heads[i] >= 0 {
			w.Head, w.Relation = r.offset+first+heads[i], labels.Relations[relation]
		}
	}
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
