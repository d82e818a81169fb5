package holds

import (
	"fmt"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
)

// A feature is one of the plain facts that the model weighs. Each has a name,
// by which its weights are found.
type feature int

// vector holds the features of somebody whose an office may be.
type vector []float32

func (v vector) set(f feature)                     { v[f] = 1 }
func (v vector) value(f feature, value float64)    { v[f] = float32(value) }
func (v vector) one(first feature, i, classes int) { v[first+feature(min(i, classes-1))] = 1 }

func (v vector) when(f feature, is bool) {
	if is {
		v[f] = 1
	}
}

// Bounds of classes of numbers.
var (
	gaps      = []int{0, 1, 2, 4, 8, 15, 30}
	sentences = []int{1, 2, 4, 8}
	counts    = []int{1, 2, 4, 8}
	nearness  = []int{1, 3, 6, 12}
)

// step returns the class of a number: up to each of the bounds, and above.
func step(n int, bounds []int) int {
	for i, b := range bounds {
		if n <= b {
			return i
		}
	}
	return len(bounds)
}

func steps(bounds []int) (classes []string) {
	for _, b := range bounds {
		classes = append(classes, fmt.Sprintf("up to %d", b))
	}
	return append(classes, "more")
}

// labels are the kinds of those whose an office may be.
var labels = []graph.Label{graph.Person, graph.Country, graph.Organization, graph.Place}

// classes of offices, by titles.tsv; “other” last.
var titleKinds = []string{"national", "american", "member", "other"}

// relations are how a name hangs from a title in the tree.
var relations = []string{"owner", "modifier", "of", "for", "to", "at", "beside", "none"}

// inWords are how a name lies in the words for whose an office is.
var inWords = []string{"all of them", "their end", "their beginning", "within", "around them", "partly", "not"}

// The features, each by the index of its first class.
var (
	// Of the office alone.
	fKind, fPlural, fHolder, fFormer, fWords, fNone, fPronoun, fOwned, fLinked, fPlace, fCapital, fDeterminer, fAmerican, fParty feature

	// Of somebody as whose it is.
	fNobody, fNew, fSelf, fLabel, fProposed, fBody, fIn, fNearest, fNation, fBefore, fAfter, fBack, fTree, fPossessor, fPrefix,
	fInTitle, fCount, fShare, fMain, fFirst, fHome, fHomeShare, fLeads, fLeadsOther, fSame, fOther, fNeighbour, fLast,
	fWithHolder, fAntecedent, fSubject, fLatest, fUnitedStates, fCodeBeside, fSeat, fTitled feature
)

// names are the names of all features, of which the first ofOffice are of the
// office alone.
var names, ofOffice = layout()

// register gives a feature its place, one for each class where it has classes.
type register func(f *feature, name string, classes ...string)

// layout gives every feature its place.
func layout() (names []string, ofOffice int) {
	register := func(f *feature, name string, classes ...string) {
		*f = feature(len(names))
		if len(classes) == 0 {
			names = append(names, name)
		}
		for _, class := range classes {
			names = append(names, name+": "+class)
		}
	}
	layoutOffice(register)
	ofOffice = len(names)
	layoutNames(register)
	layoutArticle(register)
	layoutOffices(register)
	return names, ofOffice
}

// layoutOffice places what is told of the office alone.
func layoutOffice(register register) {
	register(&fKind, "office of a kind", titleKinds...)
	register(&fPlural, "of several")
	register(&fHolder, "holder named")
	register(&fFormer, "held no longer")
	register(&fWords, "words for whose it is")
	register(&fNone, "none of them names anybody")
	register(&fPronoun, "after", "his", "her", "its", "their", "our", "none")
	register(&fOwned, "after a possessive")
	register(&fLinked, "before", "of", "for", "to", "at", "in", "other")
	register(&fPlace, "title stands", "right before the holder", "after the holder", "apart")
	register(&fCapital, "title in capitals")
	register(&fDeterminer, "after an article", "the", "a", "none")
	register(&fAmerican, "article names the United States")
	register(&fParty, "party and state in the article")
}

// layoutNames places how somebody is named, in the words for whose it is and around the title.
func layoutNames(register register) {
	register(&fNobody, "nobody")
	register(&fNew, "not in the article by itself")
	register(&fSelf, "words that name a body", "begin with one of the article", "end with one", "with of", "end in lower case", "begin in lower case")
	register(&fLabel, "is", "a person", "a country", "a body", "a place")
	register(&fProposed, "a body by a noun alone")
	register(&fBody, "body of a kind", who.KindsOfBodies...)
	register(&fIn, "in the words", inWords...)
	register(&fNearest, "in the words nearest to the title")
	register(&fNation, "country of somebody in the words")
	register(&fBefore, "words before", steps(gaps)...)
	register(&fAfter, "words after", steps(gaps)...)
	register(&fBack, "sentences before", steps(sentences)...)
	register(&fTree, "hangs from the title as", relations...)
	register(&fPossessor, "its possessive before the title")
	register(&fPrefix, "its last word right before the title")
	register(&fInTitle, "its last word in the title")
}

// layoutArticle places how the article as a whole names somebody.
func layoutArticle(register register) {
	register(&fCount, "mentions", steps(counts)...)
	register(&fShare, "share of the mentions of its kind")
	register(&fMain, "most mentioned of its kind")
	register(&fFirst, "named in the first sentence")
	register(&fHome, "country that the article names most")
	register(&fHomeShare, "share of the names of countries")
}

// layoutOffices places what is known of the holder and of other offices.
func layoutOffices(register register) {
	register(&fLeads, "led by the holder")
	register(&fLeadsOther, "the holder leads another")
	register(&fSame, "owns the holder's office elsewhere")
	register(&fOther, "owns another office of the holder")
	register(&fNeighbour, "owns the office before in the sentence")
	register(&fLast, "owns the office before")
	register(&fWithHolder, "near the holder elsewhere", steps(nearness)...)
	register(&fAntecedent, "antecedent of the pronoun")
	register(&fSubject, "subject of the sentence")
	register(&fLatest, "last named of its kind")
	register(&fUnitedStates, "the United States")
	register(&fCodeBeside, "of the country of one in the words")
	register(&fSeat, "named by the seat of its government")
	register(&fTitled, "holds the office before the possessive")
}
