package decode

import (
	"strconv"
	"strings"
)

// syntax adds the syntax of the block's own words.
func (r *reader) syntax(a *Analysis) {
	s, labels := r.vectors.Syntax(), r.network.Labels
	first := 0
	for _, end := range r.ends {
		if r.owns(first) {
			heads := tree(s.Heads(first, end))
			for i, relation := range s.Relations(first, end, heads) {
				w := Word{UPOS: labels.UPOS[s.UPOS.Best(first+i)], Feats: labels.Feats[s.Feats.Best(first+i)], Head: -1, Relation: "root"}
				w.Lemma = lemma(r.words[first+i], labels.Scripts[s.Scripts.Best(first+i)])
				if heads[i] >= 0 {
					w.Head, w.Relation = r.offset+first+heads[i], labels.Relations[relation]
				}
				a.Words = append(a.Words, w)
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
