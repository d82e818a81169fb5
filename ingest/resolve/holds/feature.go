package holds

import (
	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/resolve/pointer"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
)

type feature = pointer.Feature

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
var names, ofOffice = pointer.Layout(layoutOffice, layoutNames, layoutArticle, layoutOffices)

// layoutOffice places what is told of the office alone.
func layoutOffice(register pointer.Register) {
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
func layoutNames(register pointer.Register) {
	register(&fNobody, "nobody")
	register(&fNew, "not in the article by itself")
	register(&fSelf, "words that name a body", "begin with one of the article", "end with one", "with of", "end in lower case", "begin in lower case")
	register(&fLabel, "is", "a person", "a country", "a body", "a place")
	register(&fProposed, "a body by a noun alone")
	register(&fBody, "body of a kind", who.KindsOfBodies...)
	register(&fIn, "in the words", inWords...)
	register(&fNearest, "in the words nearest to the title")
	register(&fNation, "country of somebody in the words")
	register(&fBefore, "words before", pointer.Classes(gaps)...)
	register(&fAfter, "words after", pointer.Classes(gaps)...)
	register(&fBack, "sentences before", pointer.Classes(sentences)...)
	register(&fTree, "hangs from the title as", relations...)
	register(&fPossessor, "its possessive before the title")
	register(&fPrefix, "its last word right before the title")
	register(&fInTitle, "its last word in the title")
}

// layoutArticle places how the article as a whole names somebody.
func layoutArticle(register pointer.Register) {
	register(&fCount, "mentions", pointer.Classes(counts)...)
	register(&fShare, "share of the mentions of its kind")
	register(&fMain, "most mentioned of its kind")
	register(&fFirst, "named in the first sentence")
	register(&fHome, "country that the article names most")
	register(&fHomeShare, "share of the names of countries")
}

// layoutOffices places what is known of the holder and of other offices.
func layoutOffices(register pointer.Register) {
	register(&fLeads, "led by the holder")
	register(&fLeadsOther, "the holder leads another")
	register(&fSame, "owns the holder's office elsewhere")
	register(&fOther, "owns another office of the holder")
	register(&fNeighbour, "owns the office before in the sentence")
	register(&fLast, "owns the office before")
	register(&fWithHolder, "near the holder elsewhere", pointer.Classes(nearness)...)
	register(&fAntecedent, "antecedent of the pronoun")
	register(&fSubject, "subject of the sentence")
	register(&fLatest, "last named of its kind")
	register(&fUnitedStates, "the United States")
	register(&fCodeBeside, "of the country of one in the words")
	register(&fSeat, "named by the seat of its government")
	register(&fTitled, "holds the office before the possessive")
}
