// Package document holds what was read in an article: its words with their
// syntax, its sentences, names, quotations, and the frames of statements,
// meetings and offices.
//
//	d, err := document.Parse(conllu)
//	err = document.Write(w, d)
//
// A document is made by package read with the network, or written by hand as
// CoNLL-U. The package knows no network. Everything is in the order of the
// text; words are counted from 0; spans are bytes of the article's text.
package document

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/ingest/article"
)

// Document is what was read in an article.
type Document struct {
	Article     *article.Article
	Words       []Word
	Sentences   []Sentence
	Names       []Name
	Antecedents []Antecedent   // of personal pronouns
	Quotations  []article.Span // the outermost, with their marks
	Frames      []Frame        // by anchor, then kind

	// Likeness says how much one phrase looks, to the network, like what
	// another means: a logit, higher for likelier. It is nil where no network
	// has read the document.
	Likeness func(phrase, place Range) float64
}

// Word is a word or punctuation mark with its place in the tree of its
// sentence, in the terms of Universal Dependencies.
type Word struct {
	article.Span
	Text               string
	Lemma, UPOS, Feats string // Feats as in CoNLL-U, _ for none
	Head               int    // index among the document's words, -1 for the root
	Relation           string
}

// Range is the words [First, Last).
type Range struct{ First, Last int }

// Len returns the number of words.
func (r Range) Len() int { return r.Last - r.First }

// Contains says whether all words of other are words of r.
func (r Range) Contains(other Range) bool { return r.First <= other.First && other.Last <= r.Last }

// Overlaps says whether r and other share a word.
func (r Range) Overlaps(other Range) bool { return r.First < other.Last && other.First < r.Last }

// Sentence is a sentence of the words [First, Last).
type Sentence struct {
	article.Span
	Range
	Paragraph int
}

// NameKind is the kind of a name, as in CoNLL-2003.
type NameKind string

// The kinds of names.
const (
	PER  NameKind = "PER"
	ORG  NameKind = "ORG"
	LOC  NameKind = "LOC"
	MISC NameKind = "MISC" // demonyms among others
)

// Name is a mention of something by name, without its title.
type Name struct {
	article.Span
	Range
	Kind NameKind
}

// Named returns the words as a name.
func (d *Document) Named(r Range, kind NameKind) Name { return Name{d.SpanOf(r), r, kind} }

// Antecedent says that a pronoun means what a name means.
type Antecedent struct {
	Pronoun int
	Name    int     // index among the document's names
	Score   float64 // probability among the names and none of them
}

// Kind is the kind of a frame.
type Kind string

// The kinds of frames.
const (
	Statement Kind = "statement"
	Meeting   Kind = "meeting"
	Office    Kind = "office"
)

// Kinds lists the kinds of frames, in the order of the network.
var Kinds = []Kind{Statement, Meeting, Office}

// Role is what words are towards the anchor of a frame.
type Role string

// The roles in statements.
const (
	Cue       Role = "cue"
	Source    Role = "source"
	Content   Role = "content"
	Addressee Role = "addressee"
	Target    Role = "target" // the one accused, blamed, praised, supported
	When      Role = "when"   // of statements and of meetings
)

// The roles in meetings.
const (
	Trigger     Role = "trigger"
	Same        Role = "same" // triggers elsewhere of the same meeting
	Participant Role = "participant"
	Host        Role = "host"
	Visitor     Role = "visitor"
	Speaker     Role = "speaker" // at a press conference
	Place       Role = "place"
)

// The roles in offices.
const (
	Title  Role = "title"
	Holder Role = "holder"
	Of     Role = "of" // the country or body whose office it is
)

// Roles lists the roles of each kind of frame, in the order of the network.
var Roles = map[Kind][]Role{
	Statement: {Cue, Source, Content, Addressee, Target, When},
	Meeting:   {Trigger, Same, Participant, Host, Visitor, Speaker, Place, When},
	Office:    {Title, Holder, Of},
}

// Acts lists the acts of statements, Statuses those of meetings, in the order of
// the network.
var (
	Acts = strings.Fields(`ASSERT ANNOUNCE CONFIRM DENY ACCUSE CRITICIZE PRAISE SUPPORT AGREE REJECT REQUEST ORDER ASK ANSWER PROMISE
		OFFER THREATEN WARN PREDICT SUGGEST BELIEVE APOLOGIZE THANK INVITE OTHER`)
	Statuses = strings.Fields("past planned cancelled postponed hypothetical denied")
)

// Frame is a statement, a meeting or an office: an anchor, the roles of words
// towards it, and attributes. A word may have roles in several frames, so
// statements lie within statements.
type Frame struct {
	Kind   Kind
	Anchor int            // the first word of the cue, the trigger or the title
	P      float64        // probability of the anchor
	Roles  map[Role][]int // ascending words

	// Likely has the probabilities of all words that may be addressees or
	// targets, also of those that are too improbable for Roles. It is nil where no
	// network has read the frame.
	Likely map[Role]map[int]float64

	Act    string  // of a statement: ASSERT, WARN, …
	Status string  // of a meeting: past, planned, …
	Sure   float64 // probability of Act or Status

	Negative bool // the statement's content is negated
	NotSaid  bool // the saying itself is negated
	Former   bool // the office is held no longer
}

// certain is how probable a role is taken to be that was given by hand.
const certain = 0.95

// Likelihood returns how probable it is that a word has a role, 0 where it is
// out of the question.
func (f Frame) Likelihood(role Role, word int) float64 {
	if p, weighed := f.Likely[role][word]; weighed || !slices.Contains(f.Roles[role], word) {
		return p
	}
	return certain
}

// Parts returns the runs of adjacent words that have the role.
func (f Frame) Parts(role Role) (parts []Range) {
	for _, w := range f.Roles[role] {
		if n := len(parts); n > 0 && parts[n-1].Last == w {
			parts[n-1].Last++
		} else {
			parts = append(parts, Range{w, w + 1})
		}
	}
	return parts
}

// SpanOf returns the bytes that the words cover.
func (d *Document) SpanOf(r Range) article.Span {
	return article.Span{Start: d.Words[r.First].Start, End: d.Words[r.Last-1].End}
}

// Spans joins ascending words that stand side by side, over punctuation too.
func (d *Document) Spans(words []int) (spans []article.Span) {
	previous := -1
	for _, w := range words {
		if previous >= 0 && !slices.ContainsFunc(d.Words[previous+1:w], Word.IsWord) {
			spans[len(spans)-1].End = d.Words[w].End
		} else {
			spans = append(spans, d.Words[w].Span)
		}
		previous = w
	}
	return spans
}

// Text returns the article's text of the words.
func (d *Document) Text(r Range) string { return d.Article.Slice(d.SpanOf(r)) }

// Touches says whether no space is around a word that has others on both sides.
func (d *Document) Touches(word int) bool {
	return 0 < word && word+1 < len(d.Words) && d.Words[word-1].End == d.Words[word].Start && d.Words[word].End == d.Words[word+1].Start
}

// Hyphen says whether a word joins those beside it without a space: “Kim
// Yo-jong”.
func (d *Document) Hyphen(word int) bool { return d.Words[word].Text == "-" && d.Touches(word) }

// SentenceAt returns the index of the sentence that covers the offset, or of
// the last one before it; -1 where there is none.
func (d *Document) SentenceAt(offset int) int {
	return sort.Search(len(d.Sentences), func(i int) bool { return d.Sentences[i].Start > offset }) - 1
}

// SentenceOf returns the sentence of a word.
func (d *Document) SentenceOf(word int) Sentence {
	return d.Sentences[sort.Search(len(d.Sentences), func(i int) bool { return d.Sentences[i].Last > word })]
}

// WordAt returns the index of the first word that ends after the offset.
func (d *Document) WordAt(offset int) int {
	return sort.Search(len(d.Words), func(i int) bool { return d.Words[i].End > offset })
}

// SetNames replaces the names, and what pronouns mean accordingly.
func (d *Document) SetNames(names []Name) {
	kept := d.Antecedents[:0]
	for _, a := range d.Antecedents {
		old := d.Names[a.Name]
		a.Name = sort.Search(len(names), func(i int) bool { return names[i].Last > old.First })
		if a.Name < len(names) && names[a.Name].Range.Overlaps(old.Range) {
			kept = append(kept, a)
		}
	}
	d.Names, d.Antecedents = names, kept
}

// NamesIn returns the names that lie inside the span.
func (d *Document) NamesIn(s article.Span) []Name {
	first := sort.Search(len(d.Names), func(i int) bool { return d.Names[i].Start >= s.Start })
	last := first
	for last < len(d.Names) && d.Names[last].End <= s.End {
		last++
	}
	return d.Names[first:last]
}

// Texts returns the texts of words.
func Texts(words []Word) []string {
	texts := make([]string, len(words))
	for i, w := range words {
		texts[i] = w.Text
	}
	return texts
}

// IsWord says whether w is a word or number rather than punctuation.
func (w Word) IsWord() bool {
	return strings.ContainsFunc(w.Text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// Upper says whether w begins with a capital letter.
func (w Word) Upper() bool {
	r, _ := utf8.DecodeRuneInString(w.Text)
	return unicode.IsUpper(r)
}
