package decode

import (
	"math"
	"slices"
	"sort"
	"strings"
)

// personal are the pronouns that mean one person.
var personal = map[string]bool{
	"he": true, "him": true, "his": true, "himself": true, "she": true, "her": true, "hers": true, "herself": true,
}

// antecedents adds what the personal pronouns of the block's own words mean.
func (r *reader) antecedents(a *Analysis) {
	var people []int
	for i := sort.Search(len(a.Names), func(i int) bool { return a.Names[i].First >= r.offset }); i < len(a.Names); i++ {
		if a.Names[i].Kind == "PER" {
			people = append(people, i)
		}
	}
	links := r.vectors.Links()
	for w := r.first; w < r.last; w++ {
		if !personal[strings.ToLower(r.words[w])] {
			continue
		}
		names := make([]Name, len(people))
		for i, p := range people {
			names[i] = Name{a.Names[p].First - r.offset, a.Names[p].Last - r.offset, a.Names[p].Kind}
		}
		if i, score := r.antecedent(links.Of, a.Words, w, names); i >= 0 {
			a.Antecedents = append(a.Antecedents, Antecedent{w + r.offset, people[i], score})
		}
	}
}

// antecedent returns which of the names a pronoun means, -1 for none, and how
// probable that is. The weights of names of one person are added, and the
// nearest of them before the pronoun stands for all.
func (r *reader) antecedent(of func(word, first, last int) ([]float32, float32), words []Word, pronoun int, names []Name) (best int, score float64) {
	first, last := max(0, pronoun-reach), min(len(r.words), pronoun+reach)
	scores, none := of(pronoun, first, last)
	type person struct {
		nearest int
		weight  float64
	}
	var people []person
	total := math.Exp(float64(none))
	for i, n := range names {
		if n.First < first || n.Last > last {
			continue
		}
		var weight float64
		for _, s := range scores[n.First-first : n.Last-first] {
			weight += math.Exp(float64(s))
		}
		weight *= math.Exp(r.fit(words, pronoun, n))
		total += weight
		j := slices.IndexFunc(people, func(p person) bool { return r.alike(names[p.nearest], n) })
		if j < 0 {
			j, people = len(people), append(people, person{nearest: i})
		}
		people[j].weight += weight
		if n.First < pronoun {
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
	ofSubject = 2   // it is a subject
	behind    = -1  // it stands behind the pronoun
	bound     = -3  // it hangs from the same word: “he” doesn't mean whom he saw
	parallel  = 0.5 // both stand in the same relation (Lappin and Leass 1994)
)

// fit returns what syntax says for a name as what the pronoun means.
func (r *reader) fit(words []Word, pronoun int, n Name) (bonus float64) {
	head := r.offset + n.First
	for h := words[head].Head; h > head && h < r.offset+n.Last; h = words[head].Head {
		head = h
	}
	if strings.HasPrefix(words[head].Relation, "nsubj") {
		bonus += ofSubject
	}
	if n.First > pronoun {
		bonus += behind
	}
	p := words[r.offset+pronoun]
	if words[head].Relation == p.Relation {
		bonus += parallel
	}
	if p.Head == words[head].Head && p.Relation != "nmod:poss" && !strings.HasSuffix(r.words[pronoun], "self") {
		bonus += bound
	}
	return bonus
}

// alike says whether two names may be of one person: all words of one are in
// the other, or they end in the same one.
func (r *reader) alike(a, b Name) bool {
	x, y := r.words[a.First:a.Last], r.words[b.First:b.Last]
	if len(x) > len(y) {
		x, y = y, x
	}
	return x[len(x)-1] == y[len(y)-1] || !slices.ContainsFunc(x, func(w string) bool { return !slices.Contains(y, w) })
}

// Pronoun returns which of the names the pronoun of a short text means, -1 for
// none of them. Other names of people that the network finds may take its place.
func Pronoun(t Text, pronoun int, names []Name) int {
	r := newReader(t, 0, len(t.Sentences))
	all := slices.Clone(names)
	for _, n := range r.names() {
		if n.Kind == "PER" && !overlaps(n, names) {
			all = append(all, n)
		}
	}
	var a Analysis
	r.syntax(&a)
	best, _ := r.antecedent(r.vectors.Links().Of, a.Words, pronoun, all)
	return slices.IndexFunc(names, func(n Name) bool { return best >= 0 && r.alike(all[best], n) })
}

func overlaps(n Name, names []Name) bool {
	for _, other := range names {
		if n.First < other.Last && other.First < n.Last {
			return true
		}
	}
	return false
}
