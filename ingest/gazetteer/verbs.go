package gazetteer

import (
	_ "embed"
	"strings"
)

//go:embed data/verbs.tsv
var verbsTSV string

// verb is a verb of which a word is a form.
type verb struct {
	lemma string
	told  bool // its object is told something
}

var verbs = loadVerbs()

// VerbLemma returns the lemma of a form of a verb in the table, in lower case.
func VerbLemma(form string) (lemma string, known bool) {
	v, known := verbs[form]
	return v.lemma, known
}

// Told says whether a word is a form of a verb whose object is told something:
// “told Jane Doe”.
func Told(word string) bool { return verbs[strings.ToLower(word)].told }

func loadVerbs() map[string]verb {
	table := map[string]verb{}
	for _, line := range lines(verbsTSV) {
		lemma, rest, _ := strings.Cut(line, "\t")
		irregular, told, _ := strings.Cut(rest, "\t")
		for _, form := range formsOf(lemma, irregular) {
			table[form] = verb{lemma, told != ""}
		}
	}
	return table
}

// formsOf returns the forms of a verb, with its particle where it has one, as in
// “rule out”; irregular has its past and its participle, with a comma between
// where they differ.
func formsOf(lemma, irregular string) []string {
	lemma, particle, phrasal := strings.Cut(lemma, " ")
	if phrasal {
		particle = " " + particle
	}
	past := pastOf(lemma)
	participle := past
	if irregular != "" {
		past, participle, _ = strings.Cut(irregular, ",")
	}
	forms := []string{lemma + particle, presentOf(lemma) + particle, past + particle, gerundOf(lemma) + particle}
	if participle != "" {
		forms = append(forms, participle+particle)
	}
	return forms
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
