package eval

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

const markedText = "Foreign Minister Jane Doe of France met John Roe in Rome on Friday. Doe told Germany on Friday that all was well. She warned that it would be late."

// mark makes a line of marks of markedText.
func mark(half, statements, meetings string) string {
	return fmt.Sprintf(`{"id": "a", "sha256": %q, "half": %q, "published": "2022-01-22", "statements": [%s], "meetings": [%s]}`, Hash(markedText), half, statements, meetings)
}

func TestMarks(t *testing.T) {
	at := strings.Index(markedText, "all was well")
	right := fmt.Sprintf(`{"content": [[%d, %d]], "speaker": ["Jane Doe"], "act": "ASSERT", "addressees": ["DE"], "date": "2022-01-21", "datePrecision": "day"}`, at, at+12)
	wrong := strings.NewReplacer("Jane Doe", "John Roe", "ASSERT", "DENY", "2022-01-21", "2022-01-20", "DE\"", "FR\"").Replace(right)
	meeting := `{"participants": ["Jane Doe", "John Roe"], "date": "2022-01-21", "status": "past"}`
	texts := map[string]string{}
	if err := Texts(strings.NewReader(`{"text": "`+markedText+`"}`), false, texts); err != nil {
		t.Fatal(err)
	}
	figures, missed, err := Marks(strings.NewReader(mark("develop", right, meeting)+"\n"+mark("measure", wrong, `{"participants": ["Ann Lee"]}`)+"\n"), texts)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range figures {
		got = append(got, fmt.Sprintf("%s %.1f", f.Name, f.Value))
	}
	want := []string{
		"develop: statements found 1.0", "develop: speaker of a statement 1.0", "develop: act 1.0", "develop: date 1.0", "develop: addressees, F1 1.0", "develop: meetings, F1 1.0",
		"measure: statements found 1.0", "measure: speaker of a statement 0.0", "measure: act 0.0", "measure: date 0.0", "measure: addressees, F1 0.0", "measure: meetings, F1 0.0",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q\nmissed %q", got, want, missed)
	}
	if len(missed) != 7 {
		t.Errorf("%d missed, want 7: %q", len(missed), missed)
	}
}

func TestMarksOfUnknownTexts(t *testing.T) {
	for line, want := range map[string]string{
		mark("develop", "", ""): "line 1: no text has the hash of a",
		"{":                     "line 1: unexpected end of JSON input",
	} {
		if _, _, err := Marks(strings.NewReader(line), nil); err == nil || err.Error() != want {
			t.Errorf("%s: got %v, want %s", line, err, want)
		}
	}
	if _, _, err := Marks(strings.NewReader(mark("third", "", "")), map[string]string{Hash(markedText): markedText}); err == nil || !strings.Contains(err.Error(), `half "third" is neither`) {
		t.Errorf("an unknown half: %v", err)
	}
}

func TestTextsOfTreebanks(t *testing.T) {
	texts := map[string]string{}
	conllu := "# newdoc id = a\n# newpar\n# text = One two.\n1\tOne\n\n# text = Three.\n\n# newpar\n# text = Four.\n# newdoc id = b\n# text = Five.\n"
	if err := Texts(strings.NewReader(conllu), true, texts); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"One two. Three.\n\nFour.", "Five."} {
		if texts[Hash(want)] != want {
			t.Errorf("%q is not among %q", want, texts)
		}
	}
}
