package decode

import (
	"math"
	"slices"
	"sort"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/network"
)

// personal says whether a word is a pronoun that means one person.
func personal(word string) bool { return lexicon.He.Has(word) || lexicon.She.Has(word) }

// antecedents adds what the personal pronouns of the block's own words mean.
func (r *reader) antecedents() {
	d := r.document
	var people []int
	var names []document.Name
	for i := sort.Search(len(d.Names), func(i int) bool { return d.Names[i].First >= r.offset }); i < len(d.Names); i++ {
		if d.Names[i].Kind == document.PER {
			people, names = append(people, i), append(names, d.Names[i])
		}
	}
	links := r.vectors.Links()
	for w := r.first; w < r.last; w++ {
		if !personal(strings.ToLower(r.words[w].Text)) {
			continue
		}
		if i, score := r.antecedent(links, w, names); i >= 0 {
			d.Antecedents = append(d.Antecedents, document.Antecedent{Pronoun: w + r.offset, Name: people[i], Score: score})
		}
	}
}

// far is how far from a pronoun the name is looked for, in words.
const far = 200

// antecedent returns which of the names a pronoun means, -1 for none, and how
// probable that is. The weights of names of one person are added, and the
// nearest of them before the pronoun stands for all.
func (r *reader) antecedent(links *network.Links, pronoun int, names []document.Name) (best int, score float64) {
	first, last := max(0, pronoun-far), min(len(r.words), pronoun+far)
	scores, none := links.Of(pronoun, first, last)
	type person struct {
		nearest int
		weight  float64
	}
	var people []person
	total := math.Exp(float64(none))
	for i, n := range names {
		from, to := n.First-r.offset, n.Last-r.offset
		if from < first || to > last {
			continue
		}
		var weight float64
		for _, s := range scores[from-first : to-first] {
			weight += math.Exp(float64(s))
		}
		weight *= math.Exp(r.fit(pronoun+r.offset, n))
		total += weight
		j := slices.IndexFunc(people, func(p person) bool { return r.alike(names[p.nearest], n) })
		if j < 0 {
			j, people = len(people), append(people, person{nearest: i})
		}
		people[j].weight += weight
		if from < pronoun {
			people[j].nearest = i
		}
	}
	best = -1
	for _, p := range people {
		if share := p.weight / total; share > score {
			best, score = p.nearest, share
		}
	}
	return best, score
}

// What syntax adds to the logarithm of a name's odds. Measured on GAP.
const (
	after = -1 // it stands after the pronoun
	bound = -3 // it hangs from the same word: “he” doesn't mean whom he saw
)

// fit returns what syntax says for a name as what the pronoun means.
func (r *reader) fit(pronoun int, n document.Name) (bonus float64) {
	words, head := r.document.Words, r.head(n)
	if n.First > pronoun {
		bonus += after
	}
	p := words[pronoun]
	if p.Head == words[head].Head && p.Relation != "nmod:poss" && !strings.HasSuffix(p.Text, "self") {
		bonus += bound
	}
	return bonus
}

// head returns the word that the others of a name hang from.
func (r *reader) head(n document.Name) int {
	words, head := r.document.Words, n.First
	for h := words[head].Head; h > head && h < n.Last; h = words[head].Head {
		head = h
	}
	return head
}

// alike says whether two names may be of one person: all words of one are in
// the other, or they end in the same one.
func (r *reader) alike(a, b document.Name) bool {
	x, y := document.Texts(r.document.Words[a.First:a.Last]), document.Texts(r.document.Words[b.First:b.Last])
	if len(x) > len(y) {
		x, y = y, x
	}
	return x[len(x)-1] == y[len(y)-1] || !slices.ContainsFunc(x, func(w string) bool { return !slices.Contains(y, w) })
}

// Pronoun returns which of the names the pronoun of a short text means, -1 for
// none of them. Other names of people that the network finds may take its place.
func Pronoun(d *document.Document, pronoun int, names []document.Name) int {
	r := newReader(d, 0, len(d.Sentences), network.OwnGuide)
	defer r.vectors.Release()
	r.syntax()
	all := slices.Clone(names)
	for _, n := range r.names() {
		if n.Kind == document.PER && !slices.ContainsFunc(names, func(other document.Name) bool { return other.Range.Overlaps(n.Range) }) {
			all = append(all, n)
		}
	}
	best, _ := r.antecedent(r.vectors.Links(), pronoun, all)
	return slices.IndexFunc(names, func(n document.Name) bool { return best >= 0 && r.alike(all[best], n) })
}
