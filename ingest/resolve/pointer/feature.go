package pointer

import "strconv"

// Feature is one of the plain facts that a model weighs, by its index. Each has a
// name, by which its weights are found and a decision is explained.
type Feature int

// Register gives a feature its place: one index, or one for each class where it
// has classes.
type Register func(f *Feature, name string, classes ...string)

// Layout gives every feature its place, first what is told of the phrase alone,
// and returns the names of all, by index, and how many are of the phrase.
func Layout(phrase func(Register), candidate ...func(Register)) (names []string, ofPhrase int) {
	register := func(f *Feature, name string, classes ...string) {
		*f = Feature(len(names))
		if len(classes) == 0 {
			names = append(names, name)
		}
		for _, class := range classes {
			names = append(names, name+": "+class)
		}
	}
	phrase(register)
	ofPhrase = len(names)
	for _, place := range candidate {
		place(register)
	}
	return names, ofPhrase
}

// Class returns the class of a number: that of the first bound that it does not
// exceed, or the last.
func Class(n int, bounds []int) int {
	for i, b := range bounds {
		if n <= b {
			return i
		}
	}
	return len(bounds)
}

// Classes names the classes of a number.
func Classes(bounds []int) (names []string) {
	for _, b := range bounds {
		names = append(names, "up to "+strconv.Itoa(b))
	}
	return append(names, "more")
}
