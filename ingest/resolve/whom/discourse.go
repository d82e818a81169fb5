package whom

import (
	"slices"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/gazetteer"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// discourse is what is known so far of who is spoken of where: by the names of
// the article, and by the answers that were noted.
type discourse struct {
	places  []place
	genders map[*who.Entity]gazetteer.Gender // by “he” and “she”
}

// meaning is whom words mean that no “and” joins to others.
type meaning struct {
	words      document.Range
	entities   []*who.Entity
	confidence float64
}

// Note notes whom a phrase was found to mean, for the questions to come, and
// returns the answer with everybody among the cast: a body that only the phrase
// names is added.
func (r *Resolver) Note(found Reference) Reference {
	for _, part := range found.parts {
		if len(part.entities) != 1 {
			continue
		}
		if e := r.cast.Enter(part.entities[0]); e != nil {
			r.Learn(part.words, e, part.confidence)
		}
	}
	var all []*who.Entity
	for _, e := range found.Entities {
		if e = r.cast.Enter(e); e != nil && !slices.Contains(all, e) {
			all = append(all, e)
		}
	}
	found.Entities, found.parts = all, nil
	return found
}

// sure is the least probability with which “he” or “she” tells the gender of who
// is meant, and so whom later pronouns can't mean.
const sure = 0.85

// Learn notes whom a phrase means, as likely as that is.
func (r *Resolver) Learn(words document.Range, e *who.Entity, confidence float64) {
	r.addPlace(e, words)
	if confidence < sure || e.Label != graph.Person || r.gender(e) != gazetteer.Unknown {
		return
	}
	switch phraseAt(r.document, words).pronoun {
	case he:
		r.genders[e] = gazetteer.Male
	case she:
		r.genders[e] = gazetteer.Female
	}
}

// gender returns that of somebody by the name and what is said with it, else by
// what was noted.
func (d discourse) gender(e *who.Entity) gazetteer.Gender {
	if e.Gender != gazetteer.Unknown {
		return e.Gender
	}
	return d.genders[e]
}

// addPlace adds a place where somebody is spoken of without a name, unless a name
// stands there or the place is known.
func (r *Resolver) addPlace(e *who.Entity, words document.Range) {
	i := r.firstFrom(words.First)
	for j := i; j < len(r.places) && r.places[j].First < words.Last; j++ {
		if r.places[j].Entity == e || r.places[j].told && r.places[j].Range == words {
			r.places[j].Entity = e
			return
		}
	}
	m := place{who.Mention{Range: words, Entity: e}, tree.Head(r.document, words), r.quoted[words.First], false, true}
	r.places = slices.Insert(r.places, i, m)
}

// firstFrom returns the index of the first place from a word on.
func (d discourse) firstFrom(word int) int {
	i, _ := slices.BinarySearchFunc(d.places, word, func(m place, word int) int { return m.First - word })
	return i
}
