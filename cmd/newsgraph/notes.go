package main

import "fmt"

// notes prints what a person should know of articles. Where many have the same
// note, the first few are named and the others counted.
type notes struct {
	print func(string)
	order []string
	times map[string]int // of each note
}

// named is how many articles with the same note are named.
const named = 3

// of takes the note of an article.
func (n *notes) of(origin, note string) {
	if n.times == nil {
		n.times = map[string]int{}
	}
	if n.times[note] == 0 {
		n.order = append(n.order, note)
	}
	if n.times[note]++; n.times[note] <= named {
		n.print(origin + ": " + note)
	}
}

// rest prints how many more articles have each note.
func (n *notes) rest() {
	for _, note := range n.order {
		if more := n.times[note] - named; more > 0 {
			n.print(fmt.Sprintf("the same of %d more: %s", more, note))
		}
	}
}
