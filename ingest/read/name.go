package read

import (
	"strings"
	"unicode"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
	"github.com/newsgraph/newsgraph/ingest/token"
)

// names finds the names: those of the gazetteer, those behind a title or form
// of address, runs of capitalised words, and surnames of people named before.
func names(d *Document) []Name {
	n := namer{Document: d, surnames: map[string]bool{}, lower: map[string]bool{}}
	for _, t := range d.Tokens {
		n.lower[t.Text] = true
	}
	var found []Name
	for _, s := range d.Sentences {
		for i := s.First; i < s.Last; {
			name, next := n.at(s, i)
			if name.Len() > 0 {
				found = append(found, name)
			}
			i = next
		}
	}
	return found
}

type namer struct {
	*Document
	surnames map[string]bool
	lower    map[string]bool // all words as they stand, to tell sentence openers from names
}

// at returns the name that begins with token i, or an empty one, and the token
// from which to go on.
func (n *namer) at(s Sentence, i int) (Name, int) {
	words := Words(n.Tokens[i:min(i+8, s.Last)])
	if _, length := gazetteer.Title(words); length > 0 && length < len(words) {
		if end := n.personEnd(s, i+length); end > i+length {
			return n.person(i+length, end), end
		}
	}
	if gazetteer.Honorific(words[0]) {
		if end := n.personEnd(s, i+1); end > i+1 {
			return n.person(i+1, end), end
		}
	}
	entry, known := gazetteer.Match(straight(words))
	run := n.run(s, i)
	switch {
	case known > 0 && run > i+known && organization.has(n.Tokens[run-1].Text):
		return n.name(i, run, ORG), run
	case known > 0:
		return n.name(i, i+known, kindOf(entry.Kind)), i + known
	case run == i:
		return Name{}, i + 1
	}
	return n.unknown(s, i, run)
}

func straight(words []string) []string {
	for i, w := range words {
		words[i] = strings.ReplaceAll(w, "’", "'")
	}
	return words
}

func kindOf(k gazetteer.Kind) NameKind {
	switch k {
	case gazetteer.Demonym:
		return MISC
	case gazetteer.Organization, gazetteer.Seat:
		return ORG
	}
	return LOC
}

func (n *namer) name(first, end int, kind NameKind) Name {
	return Name{article.Span{Start: n.Tokens[first].Start, End: n.Tokens[end-1].End}, kind}
}

func (n *namer) person(first, end int) Name {
	n.surnames[n.Tokens[end-1].Text] = true
	n.surnames[n.Tokens[first].Text] = true // the family name of a Xi Jinping
	return n.name(first, end, PER)
}

// unknown classifies a run of capitalised words that no list has.
func (n *namer) unknown(s Sentence, first, end int) (Name, int) {
	if opener := n.Tokens[first]; first == s.First && (n.lower[strings.ToLower(opener.Text)] || function(opener.Text)) {
		return Name{}, first + 1
	}
	last := n.Tokens[end-1].Text
	switch {
	case organization.has(last) || n.joins(first, end):
		return n.name(first, end, ORG), end
	case placeWord.has(last):
		return n.name(first, end, LOC), end
	case end-first == 1 && n.surnames[last]:
		return n.name(first, end, PER), end
	case end-first == 1 && acronym(last):
		return n.name(first, end, ORG), end
	case end-first >= 2 && end-first <= 4 && !acronym(last):
		return n.person(first, end), end
	case end-first == 1 && (n.speaks(s, end) || n.spokenTo(s, first)):
		return n.person(first, end), end
	case first > s.First && located.has(n.Tokens[first-1].Text):
		return n.name(first, end, LOC), end
	}
	return Name{}, end
}

// joins says whether a run has “of” or “and” in it, as bodies have and people not.
func (n *namer) joins(first, end int) bool {
	for _, t := range n.Tokens[first:end] {
		if !t.Upper() && joiner.has(t.Text) {
			return true
		}
	}
	return false
}

// speaks says whether a verb of saying stands at token i.
func (n *namer) speaks(s Sentence, i int) bool {
	if i >= s.Last {
		return false
	}
	v, ok := gazetteer.FindVerb(n.Tokens[i].Text)
	return ok && (v.Form == gazetteer.Past || v.Form == gazetteer.Present)
}

// located are the words behind which an unknown name is a place.
var located = class{"in": true, "near": true, "outside": true}

// spokenTo says whether the word before token i makes it one who is spoken to
// or met: “called on Jones”, “met Jones”, “with Jones”.
func (n *namer) spokenTo(s Sentence, i int) bool {
	if i == s.First {
		return false
	}
	before := n.Tokens[i-1].Text
	_, saying := gazetteer.FindVerb(before)
	if before == "on" && i-2 >= s.First {
		_, saying = gazetteer.FindVerb(n.Tokens[i-2].Text)
	}
	return saying || before == "with" || before == "met"
}

func acronym(word string) bool {
	letters := 0
	for _, r := range word {
		if !unicode.IsUpper(r) && r != '.' && !unicode.IsDigit(r) {
			return false
		}
		letters++
	}
	return letters >= 2
}

// personEnd returns the token behind the person's name that begins at token i;
// i where there is none.
func (n *namer) personEnd(s Sentence, i int) int {
	end := n.run(s, i)
	for j := i; j < end; j++ {
		if _, known := gazetteer.Match(straight(Words(n.Tokens[j:end]))); known > 0 && j > i || joiner.has(n.Tokens[j].Text) || known == end-i {
			return j
		}
	}
	return end
}

// particles stand in lower case inside the names of people.
var particles = class{"de": true, "da": true, "di": true, "van": true, "von": true, "der": true, "den": true, "bin": true, "al": true, "el": true, "la": true, "-": true, "ben": true, "ibn": true}

// run returns the token behind the run of capitalised words at token i. Inside
// it, particles and, behind the word for a body, “of the” may stand in lower case.
func (n *namer) run(s Sentence, i int) int {
	end := i
	for end < s.Last && end-i < 8 {
		t := n.Tokens[end]
		switch {
		case end > i && n.titled(s, end):
			return end // “Former President Jane Doe”
		case nameWord(t):
			end++
		case end > i && particles.has(t.Text) && n.behindParticles(s, end) > 0:
			end = n.behindParticles(s, end)
		case end > i && t.Text == "of" && organization.has(n.Tokens[end-1].Text) && n.skipArticle(end+1) < s.Last && nameWord(n.Tokens[n.skipArticle(end+1)]):
			end = n.skipArticle(end+1) + 1
		default:
			return end
		}
	}
	return end
}

// titled says whether a title with a name behind it begins at token i.
func (n *namer) titled(s Sentence, i int) bool {
	words := Words(n.Tokens[i:min(i+5, s.Last)])
	_, length := gazetteer.Title(words)
	return length > 0 && length < len(words) && nameWord(n.Tokens[i+length])
}

// behindParticles returns the token behind particles and the capitalised word
// that they lead to, as in “von der Leyen”; 0 where they lead to none.
func (n *namer) behindParticles(s Sentence, i int) int {
	for i < s.Last && particles.has(n.Tokens[i].Text) {
		i++
	}
	if i < s.Last && nameWord(n.Tokens[i]) {
		return i + 1
	}
	return 0
}

func (n *namer) skipArticle(i int) int {
	if i < len(n.Tokens) && n.Tokens[i].Text == "the" {
		return i + 1
	}
	return i
}

// nameWord says whether t can stand in a name.
func nameWord(t token.Token) bool {
	return t.Upper() && t.Word() && !timeWord.has(t.Text) && t.Text != "I" && !function(t.Text) && !gazetteer.Honorific(t.Text)
}
