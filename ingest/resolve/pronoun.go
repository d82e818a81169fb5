package resolve

import (
	"slices"
	"sort"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
)

// reach is how many sentences back a pronoun looks for the one who spoke last.
const reach = 2

// pronoun returns whom a pronoun means.
func (f *referrer) pronoun(token int) reference {
	switch strings.ToLower(f.Words[token].Text) {
	case "he", "him", "his", "himself":
		return f.personal(token, gazetteer.Male)
	case "she", "her", "hers", "herself":
		return f.personal(token, gazetteer.Female)
	case "it", "its", "itself":
		return f.neuter(f.Words[token].Start)
	case "they", "them", "their":
		return f.plural()
	case "who", "which", "that", "whom", "whose":
		return f.relative(token)
	}
	return reference{}
}

// personal returns the person whom he or she means: who speaks on or is the
// subject, by the rules; else what the network says, else the last named. In
// news the rules for speakers were right more often than the network.
func (f *referrer) personal(token int, gender gazetteer.Gender) reference {
	at := f.Words[token].Start
	fits := func(e *entity) bool {
		return e != f.other && e.label == graph.Person && (e.gender == gazetteer.Unknown || e.gender == gender)
	}
	if e := f.topic(at, fits); e != nil {
		e.gender = gender // which tells later pronouns whom they can't mean
		return meant("pronoun for the one spoken of", byPronoun, e)
	}
	if e, score := f.network(token); e != nil && fits(e) {
		return meant("pronoun, by the network", score, e)
	}
	return meant("pronoun for the last named", byGroup, f.lastNamed(at, fits))
}

// network returns whom the network takes a pronoun for.
func (r *resolver) network(token int) (*entity, float64) {
	i := sort.Search(len(r.Antecedents), func(i int) bool { return r.Antecedents[i].Pronoun >= token })
	if i == len(r.Antecedents) || r.Antecedents[i].Pronoun != token {
		return nil, 0
	}
	return r.named[r.Antecedents[i].Name], r.Antecedents[i].Score
}

func body(e *entity) bool { return e.label == graph.Country || e.label == graph.Organization }

// plural returns the body that “they” means: the one that spoke last.
func (f *referrer) plural() reference {
	if f.last != nil && f.last != f.other && body(f.last) {
		return meant("pronoun", byGroup, f.last)
	}
	return reference{}
}

// relative returns whom “who” means: what its clause hangs from.
func (f *referrer) relative(token int) reference {
	verb := f.Words[token].Head
	for steps := 0; verb >= 0 && steps < 4; steps++ {
		if universal(f.Words[verb].Relation) == "acl" {
			head := f.Words[verb].Head
			if head < 0 || head == token {
				return reference{}
			}
			found := f.single(head, f.phrase(head))
			if up := f.Words[head].Head; len(found.entities) == 0 && up >= 0 && universal(f.Words[head].Relation) == "appos" {
				found = f.single(up, f.phrase(up)) // “Jane Doe, now the leader, who said”
			}
			found.confidence *= byRelative
			if len(found.entities) > 0 {
				found.rule = "relative pronoun of a " + found.rule
			}
			return found
		}
		verb = f.Words[verb].Head
	}
	return reference{}
}

// neuter returns the body that “it” means.
func (f *referrer) neuter(at int) reference {
	fits := func(e *entity) bool { return e != f.other && body(e) }
	if e := f.topic(at, fits); e != nil {
		return meant("pronoun for the one spoken of", byPronoun, e)
	}
	return meant("pronoun for the last named", byGroup, f.lastNamed(at, fits))
}

// topic returns the one of a kind that a pronoun goes on speaking of: somebody
// named before it in the sentence, else the subject of the sentence before or
// the one who spoke last.
func (f *referrer) topic(at int, fits func(*entity) bool) *entity {
	index := f.sentence(at)
	sentence := article.Span{Start: f.Sentences[index].Start, End: at}
	spoke := f.last != nil && fits(f.last) && index-f.lastSentence <= reach
	for _, m := range f.mentionsIn(sentence) {
		if fits(m.entity) && f.free(m.Span) && !(spoke && f.complements(f.headIn(m.Span), f.Words[f.WordAt(at)].Head)) {
			return m.entity
		}
	}
	if e := f.subjectBefore(index); e != nil && f.lastSentence < index-1 && fits(e) {
		return e
	}
	if spoke {
		return f.last
	}
	return nil
}

// complements says whether a token stands in what a verb says: “Jane Doe, he
// said, had left” speaks of her.
func (f *referrer) complements(token, verb int) bool {
	for token >= 0 && f.Words[token].Head != verb {
		token = f.Words[token].Head
	}
	return token >= 0 && verb >= 0 && universal(f.Words[token].Relation) == "ccomp"
}

// sentence returns the sentence from which a pronoun looks back: its own, or
// the one in which the quotation before it begins.
func (f *referrer) sentence(at int) int {
	if f.quoted > 0 && f.quoted < at {
		at = f.quoted
	}
	return f.SentenceAt(at)
}

// lastNamed returns the one of a kind that was named last, at most two
// sentences before.
func (f *referrer) lastNamed(at int, fits func(*entity) bool) *entity {
	index := f.sentence(at)
	from := f.Sentences[max(0, index-reach)].Start
	for _, m := range slices.Backward(f.mentionsIn(article.Span{Start: from, End: f.Sentences[index].Start})) {
		if fits(m.entity) {
			return m.entity
		}
	}
	return nil
}

// subjectBefore returns the subject of the sentence before: a name, else whom
// the subject of its main verb means.
func (f *referrer) subjectBefore(index int) *entity {
	if index == 0 {
		return nil
	}
	for _, m := range f.mentionsIn(f.Sentences[index-1].Span) {
		if f.isSubject(m.Span) && len(f.quotesIn(m.Span)) == 0 {
			return m.entity
		}
	}
	s := f.Sentences[index-1]
	for t := s.First; t < s.Last; t++ {
		if verb := f.Words[t].Head; f.Words[t].UPOS == "NOUN" && universal(f.Words[t].Relation) == "nsubj" && f.Words[verb].Relation == "root" {
			return f.single(t, f.phrase(t)).one()
		}
	}
	return nil
}

// free says whether a mention stands outside quotations and is no possessive.
func (f *referrer) free(m article.Span) bool {
	rest := f.Article.Text[m.End:]
	return !strings.HasPrefix(rest, "'s") && !strings.HasPrefix(rest, "’s") && len(f.quotesIn(m)) == 0
}
