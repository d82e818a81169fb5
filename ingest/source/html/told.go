package html

import "strings"

// leastTold is the length in bytes of an articleBody that is more than a teaser.
const leastTold = 500

// told returns the blocks of the page whose words the page itself gives as the
// article's body, for machines; nil where it gives none, or the page does not
// show it.
func (p *page) told(all []block) []block {
	body := p.data.text(p.about["articleBody"])
	if len(body) < leastTold {
		return nil
	}
	given := shinglesOf(words(body))
	var told []block
	shown := 0
	for _, b := range all {
		w := words(b.text)
		if hit, all := given.count(w); hit*10 >= all*8 {
			told, shown = append(told, b), shown+len(w)
			given.take(w)
		}
	}
	if shown*10 < len(words(body))*8 {
		return nil
	}
	return told
}

// words returns the words of a text, without what stands between them.
func words(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return !isWord(r) })
}

// size is the number of words of a shingle.
const size = 3

// shingles counts sequences of words.
type shingles map[string]int

func shinglesOf(w []string) shingles {
	s := shingles{}
	for i := range max(len(w)-size+1, min(len(w), 1)) {
		s[shingle(w, i)]++
	}
	return s
}

func shingle(w []string, at int) string { return strings.Join(w[at:min(at+size, len(w))], " ") }

// count returns how many of the shingles of w are there, and how many w has.
func (s shingles) count(w []string) (hit, all int) {
	for i := range max(len(w)-size+1, min(len(w), 1)) {
		all++
		if s[shingle(w, i)] > 0 {
			hit++
		}
	}
	return hit, all
}

// take removes the shingles of w, so that a second block of the same words is
// not taken for the same text.
func (s shingles) take(w []string) {
	for i := range max(len(w)-size+1, min(len(w), 1)) {
		s[shingle(w, i)]--
	}
}
