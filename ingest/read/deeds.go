package read

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// deed is a construction in which a verb that elsewhere tells what somebody
// says tells what he does. In the marked articles requests for comment (5, of which
// readers marked 2), words that mean nothing (4) and meetings called (1) are found,
// the others not.
type deed struct {
	name    string
	example string
	is      func(cue tree.Cursor, f *document.Frame) bool
}

var deeds = []deed{
	{"things are ordered or called back", "Poland ordered 20 jets. Honda recalled its vans.", goods},
	{"somebody is denied something", "Guards denied Jane Doe entry.", withheld},
	{"a paper is signed", "Jane Doe signed the law.", signed},
	{"a meeting is called", "Jane Doe called a meeting.", convened},
	{"somebody is remembered or quoted", "The town remembers Jane Doe.", recalled},
	{"nobody answers a request for comment", "Doe did not answer a request for comment.", comment},
	{"no word that means something", "told us that the", wordless},
}

// deedDone keeps a frame unless it tells of a deed.
func deedDone(d *document.Document, f *document.Frame) bool {
	if len(f.Roles[document.Content]) == 0 {
		return true
	}
	cue := tree.At(d, f.Anchor)
	return !slices.ContainsFunc(deeds, func(x deed) bool { return x.is(cue, f) })
}

// object returns the object of a verb, or what it is done to in the passive.
func object(verb tree.Cursor) tree.Cursor {
	if c := verb.Child("obj"); c.OK() {
		return c
	}
	if verb.Passive() {
		return verb.Child("nsubj")
	}
	return verb.Child("obj")
}

// whole says whether a word is the head of a frame's content: nothing that is
// said hangs from the verb beside it.
func whole(verb, head tree.Cursor, f *document.Frame) bool {
	return head.OK() && slices.Contains(f.Roles[document.Content], head.Word) && !verb.Child("xcomp", "ccomp", "parataxis").OK()
}

// goods says whether things that are counted are ordered, or such that are
// called back.
func goods(verb tree.Cursor, f *document.Frame) bool {
	lemma, head := verb.Lemma(), object(verb)
	if lemma != "order" && lemma != "recall" || !whole(verb, head, f) || quoted(verb.Document, head.Word) {
		return false
	}
	return head.Child("nummod").OK() || lemma == "recall" && lexicon.Recalled.Has(head.Lemma())
}

// withheld says whether what is denied is given or kept, to one who is named:
// “Doe entry”, not “the charge”.
func withheld(verb tree.Cursor, f *document.Frame) bool {
	if !strings.HasPrefix(verb.Lower(), "deni") && verb.Lower() != "deny" {
		return false
	}
	content := f.Roles[document.Content]
	whom, last := tree.At(verb.Document, content[0]), tree.At(verb.Document, content[len(content)-1])
	return verb.Child("iobj").OK() && whole(verb, verb.Child("obj"), f) ||
		lexicon.Withheld.Has(last.Lemma()) && whom.Is("PROPN", "PRON")
}

// signed says whether a cue is no more than that a paper is signed: “signed a
// promise” has the word for what is said.
func signed(verb tree.Cursor, f *document.Frame) bool {
	return verb.Lemma() == "sign" && verb.Is("VERB") && len(f.Roles[document.Cue]) == 1
}

func convened(verb tree.Cursor, f *document.Frame) bool {
	head := object(verb)
	return verb.Lemma() == "call" && len(f.Roles[document.Cue]) == 1 && whole(verb, head, f) && lexicon.Called.Has(head.Lemma()) && !quoted(verb.Document, head.Word)
}

// recalled says whether what is remembered or quoted is somebody, by name.
func recalled(verb tree.Cursor, f *document.Frame) bool {
	head := object(verb)
	return slices.Contains([]string{"remember", "recall", "quote"}, verb.Lemma()) && whole(verb, head, f) && head.Is("PROPN") && len(f.Roles[document.Content]) <= head.Phrase().Len()
}

// comment says whether what is requested is a comment, as papers do when they
// get none.
func comment(cue tree.Cursor, f *document.Frame) bool {
	var words []string
	for _, w := range f.Roles[document.Content] {
		if c := tree.At(cue.Document, w); c.Is("NOUN", "VERB", "PROPN", "PRON") {
			words = append(words, c.Lemma())
		}
	}
	return cue.Lemma() == "request" && cue.Is("NOUN") && len(words) > 0 && words[0] == "comment"
}

// wordless says whether the content has only words that mean nothing alone.
func wordless(verb tree.Cursor, f *document.Frame) bool {
	return !slices.ContainsFunc(f.Roles[document.Content], func(w int) bool {
		return !tree.At(verb.Document, w).Is("DET", "ADP", "PUNCT", "CCONJ", "SCONJ", "AUX", "PART", "SYM")
	})
}
