package resolve

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
)

// mended returns the document with trees in which a title hangs from the name
// behind it, and an owner from what is owned. Parsers tear them apart at times,
// make two subjects of them or turn them round.
func mended(d *document.Document) *document.Document {
	r := &resolver{Document: d}
	copied := *d
	copied.Words = slices.Clone(d.Words)
	r.Document = &copied
	for _, n := range d.Names {
		r.hangOwner(n.Span)
		if n.Kind != document.PER {
			continue
		}
		span, _ := r.personal(n)
		r.joinName(span)
		r.apposeName(span)
		if title := r.titleBefore(span); title.Len() > 0 {
			r.hangTitle(title, span)
		}
	}
	return r.Document
}

// universal returns a relation without its subtype.
func universal(relation string) string {
	main, _, _ := strings.Cut(relation, ":")
	return main
}

// joinName makes the words of a name hang from its first.
func (r *resolver) joinName(name article.Span) {
	first, last := r.tokens(name)
	for i := first + 1; i < last; i++ {
		if h := r.Words[i].Head; (h < first || h >= last) && !r.hangs(first, i) {
			r.Words[i].Head, r.Words[i].Relation = first, "flat"
		}
	}
}

// apposeName makes an apposition of a name between commas that the parser joins
// to a noun without “and”: “the ambassador to Germany, Jane Doe, said”.
func (r *resolver) apposeName(name article.Span) {
	first, last := r.tokens(name)
	n := r.headIn(name)
	head := r.Words[n].Head
	joined := append(r.children(max(head, 0), "conj"), n)
	if head >= 0 && r.Words[head].UPOS == "PROPN" && universal(r.Words[head].Relation) == "nmod" {
		head = r.Words[head].Head
	}
	if r.Words[n].Relation != "conj" || head < 0 || r.Words[head].UPOS != "NOUN" || last >= len(r.Words) || first == 0 ||
		r.Words[first-1].Text != "," || r.Words[last].Text != "," {
		return
	}
	for _, t := range joined {
		if len(r.children(t, "cc")) > 0 {
			return
		}
	}
	r.Words[n].Head, r.Words[n].Relation = head, "appos"
}

// hangOwner makes a name before “'s” hang from the noun behind it.
func (r *resolver) hangOwner(name article.Span) {
	behind := r.WordAt(name.End)
	if behind >= len(r.Words) || r.Words[behind].Text != "'s" && r.Words[behind].Text != "’s" {
		return
	}
	n := r.headIn(name)
	s := r.Sentences[r.SentenceAt(name.Start)]
	for i := behind + 1; i < min(s.Last, behind+6); i++ {
		if r.Words[i].Head != n || r.Words[i].UPOS != "NOUN" {
			continue
		}
		r.Words[i].Head, r.Words[i].Relation = r.Words[n].Head, r.Words[n].Relation
		r.Words[n].Head, r.Words[n].Relation = i, "nmod:poss"
		for j := i + 1; j < s.Last; j++ {
			if r.Words[j].Head == n {
				r.Words[j].Head = i
			}
		}
		return
	}
}

// titleBefore returns the span of the title of office right before a name;
// empty where there is none.
func (r *resolver) titleBefore(name article.Span) article.Span {
	first := r.WordAt(name.Start)
	for i := max(0, first-4); i < first; i++ {
		if _, n := gazetteer.Title(document.Texts(r.Words[i:first])); n == first-i {
			return article.Span{Start: r.Words[i].Start, End: r.Words[first-1].End}
		}
	}
	return article.Span{}
}

// hangTitle makes a title hang from a name, and what hangs from the title too.
func (r *resolver) hangTitle(title, name article.Span) {
	first, last := r.tokens(title)
	t, n := r.headIn(title), r.headIn(name)
	if r.Words[t].Head == n {
		return
	}
	if r.hangs(n, t) {
		r.Words[n].Head, r.Words[n].Relation = r.Words[t].Head, r.Words[t].Relation
	}
	r.Words[t].Head, r.Words[t].Relation = n, "nmod:desc"
	s := r.Sentences[r.SentenceAt(name.Start)]
	for i := s.First; i < s.Last; i++ {
		if r.Words[i].Head == t && (i < first || i >= last) && i > n {
			r.Words[i].Head = n
		}
	}
}

// tokens returns the range of the tokens that the span covers.
func (r *resolver) tokens(s article.Span) (first, last int) {
	return r.WordAt(s.Start), r.WordAt(s.End-1) + 1
}

// headIn returns the token of a span that the others hang from: the first noun
// or pronoun, else the first word, whose head lies outside. Where the parser
// tears a title and a name apart, it is the last of the pieces side by side.
func (r *resolver) headIn(s article.Span) int {
	first, last := r.tokens(s)
	best, edge := -1, -1
	for i := first; i < min(last, len(r.Words)); i++ {
		if h := r.Words[i].Head; h >= first && h < last || !r.Words[i].IsWord() || r.possesses(i, last) {
			continue
		}
		if best >= 0 && edge >= 0 && i > edge+1 && !r.nominal(edge+1, i) {
			break
		}
		if slices.Contains([]string{"NOUN", "PROPN", "PRON"}, r.Words[i].UPOS) {
			best, edge = i, i
		} else if best < 0 {
			best = i
		}
	}
	return max(best, min(first, len(r.Words)-1))
}

// nominal says whether all tokens [first, last) are nouns and adjectives.
func (r *resolver) nominal(first, last int) bool {
	for i := first; i < last; i++ {
		if !slices.Contains([]string{"NOUN", "PROPN", "ADJ"}, r.Words[i].UPOS) {
			return false
		}
	}
	return true
}

// possesses says whether the noun phrase of a token ends in a possessive before
// last: then it is not the head, whatever the parser says.
func (r *resolver) possesses(token, last int) bool {
	for i := token + 1; i < last-1 && (r.Words[i].Head == token || r.Words[i].Text == "'s" || r.Words[i].Text == "’s"); i++ {
		if t := r.Words[i].Text; t == "'s" || t == "’s" {
			return true
		}
	}
	return false
}

// children returns the tokens that hang from one by any of the relations, in
// the order of the text. They are sought in its sentence.
func (r *resolver) children(head int, relations ...string) (found []int) {
	s := r.Sentences[r.SentenceAt(r.Words[head].Start)]
	for i := s.First; i < s.Last; i++ {
		if r.Words[i].Head == head && slices.Contains(relations, universal(r.Words[i].Relation)) {
			found = append(found, i)
		}
	}
	return found
}

// subjectOf returns the subject of a verb, or of the one that it is joined to
// or completes; -1 where there is none.
func (r *resolver) subjectOf(verb int) int {
	for range 6 {
		if found := r.children(verb, "nsubj"); len(found) > 0 {
			return found[0]
		}
		up := r.Words[verb].Relation
		noun := r.Words[verb].UPOS == "NOUN" && slices.Contains([]string{"obj", "obl"}, up) // “took the chance to say”
		if r.Words[verb].Head < 0 || !noun && up != "acl" && !slices.Contains([]string{"conj", "xcomp", "advcl", "parataxis", "ccomp"}, universal(up)) {
			return -1
		}
		verb = r.Words[verb].Head
	}
	return -1
}

// isSubject says whether the words at s are a subject.
func (r *resolver) isSubject(s article.Span) bool {
	return universal(r.Words[r.headIn(s)].Relation) == "nsubj"
}

// phrase returns the span of the words that hang from a token and stand side by
// side with it, without its preposition and the clauses that hang from it.
func (r *resolver) phrase(token int) article.Span {
	first, last := token, token+1
	for first > 0 && r.hangs(first-1, token) && r.Words[first-1].Relation != "case" {
		first--
	}
	for last < len(r.Words) && r.hangs(last, token) && r.Words[last].IsWord() && !r.clausal(last, token) {
		last++
	}
	return article.Span{Start: r.Words[first].Start, End: r.Words[last-1].End}
}

// clausal says whether a clause lies on the way from a token up to another.
func (r *resolver) clausal(token, to int) bool {
	for ; token != to; token = r.Words[token].Head {
		switch universal(r.Words[token].Relation) {
		case "acl", "advcl", "ccomp", "xcomp", "parataxis":
			return true
		}
	}
	return false
}

// hangs says whether the token hangs from another, at any depth.
func (r *resolver) hangs(token, from int) bool {
	for token >= 0 && token != from {
		token = r.Words[token].Head
	}
	return token == from
}

// lemma returns the lemma of a token in lower case: of a verb in the tables
// theirs, since the network errs at times, as it does in plurals in “ies”.
func (r *resolver) lemma(token int) string {
	if upos := r.Words[token].UPOS; upos == "VERB" || upos == "AUX" {
		if lemma, known := gazetteer.VerbLemma(strings.ToLower(r.Words[token].Text)); known {
			return lemma
		}
	}
	lemma := strings.ToLower(r.Words[token].Lemma)
	if stem, torn := strings.CutSuffix(lemma, "ie"); torn && strings.HasSuffix(r.Words[token].Text, "ies") {
		return stem + "y"
	}
	return lemma
}

// mentionAt returns the longest mention that covers the token, nil where none does.
func (r *resolver) mentionAt(token int) *mention {
	t := r.Words[token]
	var best *mention
	s := r.Sentences[r.SentenceAt(t.Start)]
	for i, m := range r.mentionsIn(s.Span) {
		if m.Start <= t.Start && t.End <= m.End && (best == nil || m.Len() > best.Len()) {
			best = &r.mentionsIn(s.Span)[i]
		}
	}
	return best
}
