package gazetteer

import (
	_ "embed"
	"strings"
)

// Frame says what stands after a verb of saying.
type Frame string

// The frames of verbs.
const (
	Clause  Frame = "clause"  // what is said
	Told    Frame = "told"    // the addressee, then what is said
	Warned  Frame = "warned"  // the same, or “of” and the like before what is said
	Target  Frame = "target"  // the one accused or praised, then what for
	Thanked Frame = "thanked" // the same, who is spoken to
	Call    Frame = "call"    // as in call on somebody to, call for
	Wish    Frame = "wish"    // what is said, or an infinitive
	Name    Frame = "name"    // whom it is said of, then what that is called
)

// Object says whether the object of verbs of the frame is an addressee or a target.
func (f Frame) Object() bool {
	return f == Told || f == Warned || f == Target || f == Thanked || f == Call || f == Name
}

// Verb is a verb of saying, thinking or writing.
type Verb struct {
	Lemma string
	Act   string // of the design's list of speech acts
	Frame Frame
}

// Form is the form of a verb in a text.
type Form int

// The forms that are told apart.
const (
	Base Form = iota
	Present
	Past
	Participle
	Gerund
)

// VerbForm is a verb in one of its forms.
type VerbForm struct {
	Verb
	Form Form
}

//go:embed data/verbs.tsv
var verbsTSV string

var verbs = loadVerbs()

var (
	//go:embed data/acts.tsv
	actsTSV string
	//go:embed data/evaluations.tsv
	evaluationsTSV string

	acts        = byWord(actsTSV)
	evaluations = byWord(evaluationsTSV)
)

// byWord reads a table of a value and its words.
func byWord(data string) map[string]string {
	table := map[string]string{}
	for _, row := range columns(data, 2) {
		for _, word := range row[1] {
			table[word] = row[0][0]
		}
	}
	return table
}

// ActOf returns the speech act that a noun names, "" where it names none.
func ActOf(noun string) string { return acts[noun] }

// Evaluation returns how many more words of praise than of blame there are.
func Evaluation(words []string) (sum int) {
	for _, w := range words {
		switch evaluations[strings.ToLower(w)] {
		case "+":
			sum++
		case "-":
			sum--
		}
	}
	return sum
}

// FindVerb returns the verb of saying of which word is a form.
func FindVerb(word string) (VerbForm, bool) {
	v, ok := verbs[strings.ToLower(word)]
	return v, ok
}

func loadVerbs() map[string]VerbForm {
	table := map[string]VerbForm{}
	for _, line := range lines(verbsTSV) {
		f := strings.Split(line, "\t")
		verb := Verb{f[0], f[2], Frame(f[3])}
		for form, word := range formsOf(f[0], f[1]) {
			table[word] = VerbForm{verb, form}
		}
	}
	return table
}

// formsOf returns the forms of a verb, with its particle where it has one, as in
// “rule out”; irregular has its past and its participle, with a comma between
// where they differ.
func formsOf(lemma, irregular string) func(func(Form, string) bool) {
	lemma, particle, phrasal := strings.Cut(lemma, " ")
	if phrasal {
		particle = " " + particle
	}
	past, participle := pastOf(lemma), pastOf(lemma)
	if irregular != "" {
		past, participle, _ = strings.Cut(irregular, ",")
		if participle == "" {
			participle = past
		}
	}
	return func(yield func(Form, string) bool) {
		for _, f := range []struct {
			Form
			word string
		}{{Participle, participle}, {Past, past}, {Base, lemma}, {Present, presentOf(lemma)}, {Gerund, gerundOf(lemma)}} {
			if !yield(f.Form, f.word+particle) {
				return
			}
		}
	}
}

func endsInConsonantY(lemma string) bool {
	return strings.HasSuffix(lemma, "y") && !strings.ContainsRune("aeo", rune(lemma[len(lemma)-2]))
}

func presentOf(lemma string) string {
	switch {
	case endsInConsonantY(lemma):
		return lemma[:len(lemma)-1] + "ies"
	case strings.HasSuffix(lemma, "s"), strings.HasSuffix(lemma, "sh"), strings.HasSuffix(lemma, "ch"):
		return lemma + "es"
	}
	return lemma + "s"
}

func pastOf(lemma string) string {
	switch {
	case strings.HasSuffix(lemma, "e"):
		return lemma + "d"
	case endsInConsonantY(lemma):
		return lemma[:len(lemma)-1] + "ied"
	case doubles(lemma):
		return lemma + lemma[len(lemma)-1:] + "ed"
	}
	return lemma + "ed"
}

func gerundOf(lemma string) string {
	switch {
	case strings.HasSuffix(lemma, "e") && !strings.HasSuffix(lemma, "ee"):
		return lemma[:len(lemma)-1] + "ing"
	case doubles(lemma):
		return lemma + lemma[len(lemma)-1:] + "ing"
	}
	return lemma + "ing"
}

// doubles says whether the last consonant is doubled, as in “admitted”.
func doubles(lemma string) bool {
	return strings.HasSuffix(lemma, "mit") || strings.HasSuffix(lemma, "fer") && lemma != "offer"
}
