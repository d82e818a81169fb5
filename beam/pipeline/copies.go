package pipeline

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/newsgraph/newsgraph/ingest/copies"
	"github.com/newsgraph/newsgraph/ingest/facts"
)

// Which article is a copy of which depends on which of those before it are copies
// themselves. So a band tells no more than who is like whom; then, round by
// round, what is known of the earlier ones decides about the later ones, until
// one worker decides about the few that are left.

// story is an article as it is compared.
type story struct {
	ID, Order string
	Low       []uint32
}

// window is how many articles of a band, the earliest, others are compared with:
// so many that the originals among them, whose number counts, are a crowd.
const window = 4 * copies.Crowd

// Sketch takes from articles what they are compared by.
type Sketch struct{}

// ProcessElement emits a story by its bands, that the article is compared at all,
// and the article by what an earlier run found it to be a copy of.
func (Sketch) ProcessElement(id string, packed []byte, bands, compared, was emitter) error {
	f, err := unpack[facts.Article](packed)
	if err != nil {
		return err
	}
	if f.CopyOf != nil {
		was(f.CopyOf.ID, []byte(id))
	}
	sketch, ok := copies.SketchOf(f.Text)
	if !ok {
		return nil
	}
	compared(id, nil)
	s := packStory(story{id, copies.Order(&f), sketch.Low})
	for at, value := range sketch.Bands {
		bands(fmt.Sprintf("%d %x", at, value), s)
	}
	return nil
}

// Compared tells articles that what they were a copy of is compared now.
type Compared struct{}

// ProcessElement emits the articles that an earlier run found to be copies of one.
func (Compared) ProcessElement(_ string, compared, was values, emit emitter) {
	if !compared(new([]byte)) {
		return
	}
	for id := []byte(nil); was(&id); {
		emit(string(id), nil)
	}
}

// Like finds which articles of a band are like which.
type Like struct{}

// ProcessElement emits, by article, the earlier ones that it is like.
func (Like) ProcessElement(_ string, stories values, emit emitter) error {
	var all []story
	for packed := []byte(nil); stories(&packed); {
		all = append(all, unpackStory(packed))
	}
	slices.SortFunc(all, func(a, b story) int { return cmp.Compare(a.Order, b.Order) })
	for n, later := range all {
		for i, earlier := range all[:min(n, window)] {
			of, is := copies.CopyOf(earlier.ID, earlier.sketch(), later.sketch())
			if !is {
				continue
			}
			if err := send(emit, later.ID, like{later.Order, of, earlier.Order, before(all[:i])}); err != nil {
				return err
			}
		}
	}
	return nil
}

// before returns the ids of stories where their number may be that of a crowd.
func before(stories []story) (ids []string) {
	if len(stories) < copies.Crowd {
		return nil
	}
	for _, s := range stories {
		ids = append(ids, s.ID)
	}
	return ids
}

// like is an earlier article that one is like. It counts where fewer than a crowd
// of those before it in the band are originals.
type like struct {
	Own    string // order of the one that is like it
	Of     facts.Copy
	Order  string
	Before []string `json:",omitempty"`
}

// verdict is what is known of an article that others are like.
type verdict int

const (
	open verdict = iota
	original
	copied
)

// suspect is an article that may be a copy.
type suspect struct {
	ID, Order string
	Likes     []like             // in their order
	Known     map[string]verdict // of the others
	Is        verdict
	Of        facts.Copy // where it is a copy
}

// Suspect gathers whom an article is like.
type Suspect struct{}

// ProcessElement emits an article that is like others.
func (Suspect) ProcessElement(id string, likes values, emit emitter) error {
	all, err := list[like](likes)
	if err != nil {
		return err
	}
	slices.SortFunc(all, func(a, b like) int { return cmp.Or(cmp.Compare(a.Order, b.Order), len(a.Before)-len(b.Before)) })
	var kept []like
	for _, l := range all {
		if n := len(kept); n == 0 || kept[n-1].Order != l.Order || kept[n-1].Before != nil {
			kept = append(kept, l)
		}
	}
	return send(emit, id, suspect{ID: id, Order: kept[0].Own, Likes: kept, Known: map[string]verdict{}})
}

// Ask asks about those on whom it depends what an article is.
type Ask struct{}

// ProcessElement emits the article by each of them of whom nothing is known.
func (Ask) ProcessElement(id string, packed []byte, emit emitter) error {
	s, err := unpack[suspect](packed)
	if err != nil || s.Is != open {
		return err
	}
	asked := map[string]bool{}
	for _, l := range s.Likes {
		for _, other := range append(l.Before, l.Of.ID) {
			if s.Known[other] == open && !asked[other] {
				asked[other] = true
				emit(other, []byte(id))
			}
		}
	}
	return nil
}

// known is what is known of an article.
type known struct {
	ID string
	Is verdict
}

// Tells tells those who ask about an article what it is: who is like none before
// is an original.
type Tells struct{}

// ProcessElement emits what an article is by those who ask.
func (Tells) ProcessElement(id string, suspects, asks values, emit emitter) error {
	told := known{id, original}
	if err := each(suspects, func(s suspect) error { told.Is = s.Is; return nil }); err != nil {
		return err
	}
	for article := []byte(nil); asks(&article); {
		if err := send(emit, string(article), told); err != nil {
			return err
		}
	}
	return nil
}

// Judge decides, as far as that can be, by what is told of others. At the end it
// decides nothing more, so that who is left knows all that is decided.
type Judge struct{ End bool }

// ProcessElement emits the article with what is known now.
func (j *Judge) ProcessElement(id string, suspects, told values, emit emitter) error {
	all, err := list[suspect](suspects)
	if err != nil || len(all) == 0 {
		return err
	}
	s := all[0]
	if err := each(told, func(k known) error { s.Known[k.ID] = k.Is; return nil }); err != nil {
		return err
	}
	if !j.End {
		s.judge()
	}
	return send(emit, id, s)
}

// judge decides as copies.Register does: the earliest original counts.
func (s *suspect) judge() {
	for _, l := range s.Likes {
		is, known := s.of(l)
		if !known {
			return
		}
		if is {
			s.Is, s.Of, s.Known = copied, l.Of, nil
			return
		}
	}
	s.Is, s.Known = original, nil
}

// of says whether the article is a copy of one that it is like, and whether that
// is known yet.
func (s *suspect) of(l like) (is, known bool) {
	count := map[verdict]int{}
	for _, id := range l.Before {
		count[s.Known[id]]++
	}
	switch {
	case s.Known[l.Of.ID] == copied || count[original] >= copies.Crowd:
		return false, true
	case s.Known[l.Of.ID] == open || count[original]+count[open] >= copies.Crowd:
		return false, false
	}
	return true, true
}

// Left brings those about whom nothing is decided together.
type Left struct{}

// ProcessElement emits what a copy is of by its id, and who is left under "".
func (Left) ProcessElement(id string, packed []byte, decided, left emitter) error {
	s, err := unpack[suspect](packed)
	if err == nil && s.Is == copied {
		return send(decided, id, s.Of)
	} else if err == nil && s.Is == open {
		left("", packed)
	}
	return err
}

// Finish decides about those who are left, the earliest first.
type Finish struct{}

// ProcessElement emits what a copy is of by its id.
func (Finish) ProcessElement(_ string, left values, emit emitter) error {
	all, err := list[suspect](left)
	slices.SortFunc(all, func(a, b suspect) int { return cmp.Compare(a.Order, b.Order) })
	is := map[string]verdict{}
	for _, s := range all {
		for _, l := range s.Likes {
			for _, id := range append(l.Before, l.Of.ID) {
				s.Known[id] = cmp.Or(s.Known[id], is[id])
			}
		}
		s.judge()
		if is[s.ID] = s.Is; s.Is == copied {
			err = cmp.Or(err, send(emit, s.ID, s.Of))
		}
	}
	return err
}
