package identity

import (
	"fmt"
	"testing"
)

// BenchmarkDecide decides a block of a common family name: 300 people of whom
// each of 10 articles tells, and 3000 articles that give no first name.
func BenchmarkDecide(b *testing.B) {
	var all []Sighting
	see := func(id string, n, article int) {
		s := Sighting{ID: "person:" + id, Article: fmt.Sprint("a", article), Name: id, Published: "2022-01-22"}
		for i := range 8 {
			s.Countries = append(s.Countries, fmt.Sprint("country:", (n+i*7)%40))
			s.With = append(s.With, fmt.Sprint("person:x", (n*3+i)%200, "-y"))
		}
		all = append(all, s)
	}
	for n := range 300 {
		for i := range 10 {
			see(fmt.Sprint("first", n, "-smith"), n, n*10+i)
		}
	}
	for n := range 3000 {
		see("smith", n, 5000+n)
	}
	for b.Loop() {
		if found := Decide(family("smith"), all, nil); len(found.Doubts) == 0 {
			b.Fatal("nothing is in doubt")
		}
	}
}
