package decode

import (
	"strconv"
	"strings"
)

// syntax sets the syntax of the block's own words.
func (r *reader) syntax() {
	s, labels := r.vectors.Syntax(), r.network.Labels
	first := 0
	for _, end := range r.ends {
		if r.owns(first) {
			heads := tree(s.Heads(first, end))
			for i, relation := range s.Relations(first, end, heads) {
				w := &r.words[first+i]
				w.UPOS, w.Feats, w.Head, w.Relation = labels.UPOS[s.UPOS.Best(first+i)], labels.Feats[s.Feats.Best(first+i)], -1, "root"
				w.Lemma = lemma(w.Text, labels.Scripts[s.Scripts.Best(first+i)])
				if heads[i] >= 0 {
					w.Head, w.Relation = r.offset+first+heads[i], labels.Relations[relation]
				}
			}
		}
		first = end
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
