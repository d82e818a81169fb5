package gazetteer

import (
	_ "embed"
	"slices"
)

// Class is a class of words, which data/classes.tsv lists and explains.
type Class string

// The classes.
const (
	Document     Class = "document"
	BodyKind     Class = "body kind"
	Ruler        Class = "ruler"
	Epithet      Class = "epithet"
	Outlet       Class = "outlet"
	Private      Class = "private"
	Governing    Class = "governing"
	Member       Class = "member"
	Event        Class = "event"
	Stretch      Class = "stretch"
	Motion       Class = "motion"
	PersonalBody Class = "personal body"
	Topical      Class = "topical"
	TalkWith     Class = "talk with"
	Venue        Class = "venue"
	Sited        Class = "sited"
	AskOf        Class = "ask of"
	Exchange     Class = "exchange"
	Light        Class = "light"
	Contact      Class = "contact"
	Withhold     Class = "withhold"
	Moved        Class = "moved"
)

//go:embed data/classes.tsv
var classesTSV string

var classes = loadClasses()

func loadClasses() map[Class][]string {
	table := map[Class][]string{}
	for _, row := range columns(classesTSV, 2) {
		table[Class(row[0][0])] = row[1]
	}
	return table
}

// Is says whether a lemma is of a class.
func Is(class Class, lemma string) bool {
	_, found := slices.BinarySearch(classes[class], lemma)
	return found
}
