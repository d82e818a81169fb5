package whom

import (
	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/resolve/pointer"
	"github.com/newsgraph/newsgraph/ingest/resolve/who"
)

type feature = pointer.Feature

// vector holds the features that somebody has as what a phrase means.
type vector []float32

func (v vector) set(f feature)                     { v[f] = 1 }
func (v vector) when(f feature, is bool)           { v.value(f, number(is)) }
func (v vector) value(f feature, value float64)    { v[f] = float32(value) }
func (v vector) one(first feature, i, classes int) { v[first+feature(min(i, classes-1))] = 1 }

func number(is bool) float64 {
	if is {
		return 1
	}
	return 0
}

// kindsAndLabels names the kinds that nouns tell with the kinds of those who may
// be meant.
func kindsAndLabels() (classes []string) {
	for _, kind := range who.KindsOfBodies {
		for _, label := range labels {
			classes = append(classes, kind+", "+string(label))
		}
	}
	return classes
}

// roles are the roles in which phrases are asked about.
var roles = []document.Role{document.Source, document.Addressee, document.Target, document.Participant}

// labels are the kinds of those who may be meant.
var labels = []graph.Label{graph.Person, graph.Country, graph.Organization, graph.Place}

// Bounds of classes of numbers.
var (
	lengths   = []int{1, 2, 3, 5, 8, 15}
	distances = []int{3, 6, 12, 25, 50, 100, 200}
	sentences = []int{0, 1, 2, 3, 5}
	ranks     = []int{0, 1, 2, 3, 5}
	counts    = []int{1, 2, 4, 8}
	sayings   = []int{0, 1, 2, 4}
)

// The features, each by the index of its first class.
var (
	// Of the phrase alone.
	fPronoun, fRole, fLength, fDeterminer, fTag, fPlural, fCapital, fQuoted, fTitle, fClause, fAnonymous, fKind, fHas, fNoName, fShouted feature

	// Of somebody as what the phrase means.
	fNobody, fLabel, fKinds, fProposed, fBare, fAlone, fPlaced, fSelf, fInside, fEnds, fBegins, fLast, fWithin, fGender, fBefore, fAfter,
	fSentences, fParagraph, fRecency, fAgreeing, fRelative, fGrammar, fTopical, fFirst, fCited, fContent, fOutside, fCount,
	fShare, fMain, fHeadline, fVoice, fLastVoice, fNextVoice, fSpeaker, fPrevious, fPartner, fOffice, fOwner, fRuler, fNoun, fWords, fName, fHeadWord,
	fSameKind, fCode, fAbout, fAntecedent, fAntecedents, fLikeness, fLag, fBest, fOthers, fLikest feature
)

// names are the names of all features, of which the first phraseFeatures are of
// the phrase alone.
var names, phraseFeatures = pointer.Layout(layoutPhrase, layoutInside, layoutAround, layoutKnown)

// layoutPhrase places what is told of the phrase alone.
func layoutPhrase(register pointer.Register) {
	register(&fPronoun, "pronoun", "none", "he", "she", "it", "they", "we", "I", "you", "who", "some", "both")
	register(&fRole, "role", "source", "addressee", "target", "participant", "other")
	register(&fLength, "words of the phrase", pointer.Classes(lengths)...)
	register(&fDeterminer, "begins with", "nothing", "the", "a", "his", "her", "its", "their", "our", "this", "some", "no", "number")
	register(&fTag, "head is", "noun", "name", "pronoun", "other")
	register(&fPlural, "plural")
	register(&fCapital, "head in capitals")
	register(&fQuoted, "in a quotation")
	register(&fTitle, "a title of office in the phrase")
	register(&fClause, "a clause in the phrase")
	register(&fAnonymous, "on condition of anonymity")
	register(&fKind, "kind of body", who.KindsOfBodies...)
	register(&fHas, "has the name of", "a person", "a country", "a body", "a place")
	register(&fNoName, "no name in the phrase")
	register(&fShouted, "in a headline in capitals")
}

// layoutInside places who somebody is, and how the phrase names him.
func layoutInside(register pointer.Register) {
	register(&fNobody, "nobody")
	register(&fLabel, "is", "a person", "a country", "a body", "a place")
	register(&fKinds, "kind of the head and of who is meant", kindsAndLabels()...)
	register(&fProposed, "a body by a noun alone")
	register(&fBare, "a body by its kind alone", "the only one of it", "one of several")
	register(&fAlone, "named in the phrase alone")
	register(&fPlaced, "with the name of its place in the phrase")
	register(&fSelf, "what the phrase itself names")
	register(&fInside, "its name in the phrase", "is all of it", "has the head", "after the head", "as owner", "before the head", "with of", "with for", "with from", "with at", "elsewhere", "nowhere")
	register(&fEnds, "its name ends the phrase")
	register(&fBegins, "its name begins the phrase")
	register(&fLast, "the last person in the phrase")
	register(&fWithin, "its name in another one's name")
}

// layoutAround places where somebody is named around the phrase, and how often.
func layoutAround(register pointer.Register) {
	register(&fGender, "gender", "agrees", "is unknown", "clashes")
	register(&fBefore, "words before", pointer.Classes(distances)...)
	register(&fAfter, "words after", pointer.Classes(distances)...)
	register(&fSentences, "sentences before", pointer.Classes(sentences)...)
	register(&fParagraph, "named in the paragraph before")
	register(&fRecency, "of its kind the last but", pointer.Classes(ranks)...)
	register(&fAgreeing, "of those who agree the last but", pointer.Classes(ranks)...)
	register(&fRelative, "its clause hangs from the name")
	register(&fGrammar, "was named last as", "subject", "object", "oblique", "owner", "apposition", "other")
	register(&fTopical, "subject of the sentence before")
	register(&fFirst, "first subject of the sentence")
	register(&fCited, "was named last in a quotation")
	register(&fContent, "named in the content")
	register(&fOutside, "named outside the content in the sentence")
	register(&fCount, "mentions", pointer.Classes(counts)...)
	register(&fShare, "share of the mentions of its kind")
	register(&fMain, "most mentioned of its kind")
	register(&fHeadline, "named in the first sentence")
}

// layoutKnown places who speaks, and what is known of somebody: offices, descriptions, likeness.
func layoutKnown(register pointer.Register) {
	register(&fVoice, "statements by name", pointer.Classes(sayings)...)
	register(&fLastVoice, "the last by name to speak before")
	register(&fNextVoice, "the first by name to speak after")
	register(&fSpeaker, "speaks here")
	register(&fPrevious, "spoke before")
	register(&fPartner, "takes part already")
	register(&fOffice, "holds the office", "by all its words", "by some", "by its noun")
	register(&fOwner, "office", "of one in the phrase", "of another", "of nobody there")
	register(&fRuler, "country or body of the office of one in the phrase")
	register(&fNoun, "was so described")
	register(&fWords, "share of the phrase's words in its name")
	register(&fName, "share of its name in the phrase")
	register(&fHeadWord, "the head in its name")
	register(&fSameKind, "body of the kind of the head")
	register(&fCode, "of the country in the phrase")
	register(&fAbout, "of the country that the article is about")
	register(&fAntecedent, "antecedent by the network")
	register(&fAntecedents, "the network has an antecedent")
	register(&fLikeness, "likeness by the network")
	register(&fLag, "how much less like than the likest")
	register(&fBest, "likeness of the likest, for nobody")
	register(&fOthers, "somebody, for nobody", "holds the office", "was so described", "has the head in its name", "has the gender and spoke before")
	register(&fLikest, "likest by the network")
}
