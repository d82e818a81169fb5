package gazetteer

import (
	_ "embed"
	"slices"
	"strings"
)

// MeetingWord is how a lemma tells of a meeting: the kind of the word and the
// mode of the meeting, as data/meetings.tsv explains them.
type MeetingWord struct{ Kind, Mode string }

var (
	//go:embed data/meetings.tsv
	meetingsTSV string
	//go:embed data/statuses.tsv
	statusesTSV string

	meetingWords = map[string][]MeetingWord{} // by lemma
	statuses     = map[string][]string{}      // of meetings, by lemma or word
	verbLemmas   = loadMeetingWords()         // by form
)

// MeetingVerbs are the kinds of words for meetings that are verbs.
var MeetingVerbs = []string{"verb", "host", "visit", "talk"}

func loadMeetingWords() map[string]string {
	lemmas := map[string]string{}
	lemma := func(entry string, verb bool) string {
		word, irregular, _ := strings.Cut(entry, ":")
		if verb {
			for _, form := range formsOf(word, irregular) {
				lemmas[form] = word
			}
		}
		return word
	}
	for _, row := range columns(meetingsTSV, 3) {
		kind := row[0][0]
		for _, entry := range row[2] {
			word := lemma(entry, kind == "hold" || slices.Contains(MeetingVerbs, kind))
			meetingWords[word] = append(meetingWords[word], MeetingWord{kind, row[1][0]})
		}
	}
	for _, row := range columns(statusesTSV, 3) {
		for _, entry := range row[2] {
			word := lemma(entry, row[1][0] == "verb")
			statuses[word] = append(statuses[word], row[0][0])
		}
	}
	return lemmas
}

// MeetingWords returns the ways in which a lemma tells of a meeting.
func MeetingWords(lemma string) []MeetingWord { return meetingWords[lemma] }

// TellsStatus says whether a lemma or word tells the status of a meeting.
func TellsStatus(word, status string) bool { return slices.Contains(statuses[word], status) }

// VerbLemma returns the lemma of a form of a verb in the tables.
func VerbLemma(form string) (string, bool) {
	if v, ok := verbs[form]; ok {
		return v.Lemma, true
	}
	lemma, ok := verbLemmas[form]
	return lemma, ok
}
