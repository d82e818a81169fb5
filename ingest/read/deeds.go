package read

import (
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/lexicon"
	"github.com/newsgraph/newsgraph/ingest/tree"
)

// deed is a construction in which a verb of saying tells what somebody does
// rather than what he says. In the marked articles requests for comment (5, of which
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

// Patterns of deeds; what captures the thing.
var (
	counted  = tree.MustCompile(`order|recall ~object [>nummod] =what`, nil)
	callable = tree.MustCompile(`recall ~object @recalled =what`, lists)
	gathered = tree.MustCompile(`call ~object @called =what`, lists)
	honoured = tree.MustCompile(`remember|recall|quote ~object :PROPN =what`, nil)
	refused  = tree.MustCompile(`[>iobj] >obj =what`, nil)
	signing  = tree.MustCompile(`sign :VERB`, nil)
	asking   = tree.MustCompile(`request :NOUN`, nil)
)

var lists = tree.Lists{"recalled": lexicon.Recalled.Words(), "called": lexicon.Called.Words()}

// whole returns the word that a pattern calls what, where it is the head of a
// frame's content: nothing that is said hangs from the verb beside it.
func whole(f *document.Frame, verb tree.Cursor, p *tree.Pattern) tree.Cursor {
	what := p.Match(verb).At("what")
	if !what.OK() || !slices.Contains(f.Roles[document.Content], what.Word) || verb.Child("xcomp", "ccomp", "parataxis").OK() {
		return tree.Nowhere
	}
	return what
}

// goods says whether a number of things is ordered, or what is recalled is a
// product or a diplomat.
func goods(verb tree.Cursor, f *document.Frame) bool {
	what := whole(f, verb, counted)
	if !what.OK() {
		what = whole(f, verb, callable)
	}
	return what.OK() && !quoted(verb.Document, what.Word)
}

// withheld says whether what is denied is given or kept, to one who is named:
// “Doe entry”, not “the charge”.
func withheld(verb tree.Cursor, f *document.Frame) bool {
	if !strings.HasPrefix(verb.Lower(), "deni") && verb.Lower() != "deny" {
		return false
	}
	content := f.Roles[document.Content]
	whom, last := tree.At(verb.Document, content[0]), tree.At(verb.Document, content[len(content)-1])
	return whole(f, verb, refused).OK() ||
		lexicon.Withheld.Has(last.Lemma()) && whom.Is("PROPN", "PRON")
}

// signed says whether a cue is no more than that a paper is signed: “signed a
// promise” has the word for what is said.
func signed(verb tree.Cursor, f *document.Frame) bool {
	return signing.Matches(verb) && len(f.Roles[document.Cue]) == 1
}

func convened(verb tree.Cursor, f *document.Frame) bool {
	what := whole(f, verb, gathered)
	return what.OK() && len(f.Roles[document.Cue]) == 1 && !quoted(verb.Document, what.Word)
}

// recalled says whether what is remembered or quoted is somebody, by name.
func recalled(verb tree.Cursor, f *document.Frame) bool {
	what := whole(f, verb, honoured)
	return what.OK() && len(f.Roles[document.Content]) <= what.Phrase().Len()
}

// comment says whether what is requested is a comment, as papers do when they
// get none.
func comment(cue tree.Cursor, f *document.Frame) bool {
	for _, w := range f.Roles[document.Content] {
		if c := tree.At(cue.Document, w); c.Is("NOUN", "VERB", "PROPN", "PRON") {
			return c.Lemma() == "comment" && asking.Matches(cue)
		}
	}
	return false
}

// bare are words that say nothing where they are all that is said.
var bare = []string{"why", "how", "where", "well"}

// wordless says whether the content has only words that mean nothing alone, as
// “its” does, or is “they” or “why” and nothing else.
func wordless(verb tree.Cursor, f *document.Frame) bool {
	content := f.Roles[document.Content]
	if only := tree.At(verb.Document, content[0]); len(content) == 1 && slices.Contains(bare, only.Lower()) && !quoted(verb.Document, only.Word) {
		return true
	}
	return !slices.ContainsFunc(content, func(w int) bool {
		c := tree.At(verb.Document, w)
		return !c.Is("DET", "ADP", "PUNCT", "CCONJ", "SCONJ", "AUX", "PART", "SYM") && !c.Subtype("nmod:poss") && (len(content) > 1 || !c.Feature("Case=Nom"))
	})
}
