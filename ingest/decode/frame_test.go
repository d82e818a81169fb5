package decode

import (
	"fmt"
	"strings"
	"testing"

	"github.com/newsgraph/newsgraph/ingest/document"
	"github.com/newsgraph/newsgraph/ingest/network"
)

func TestBestRun(t *testing.T) {
	for _, c := range []struct {
		scores []float32
		want   string
	}{
		{[]float32{-1, 2, 3, -1}, "1 3"},
		{[]float32{2, -1, 2, -4, 3}, "0 3"},
		{[]float32{1, -5, 1, 1}, "2 4"},
		{[]float32{-1, -2}, "0 0"},
		{nil, "0 0"},
	} {
		first, last := bestRun(c.scores)
		if got := fmt.Sprint(first, last); got != c.want {
			t.Errorf("%v: got %s, want %s", c.scores, got, c.want)
		}
	}
}

// scored returns the scores of a statement's words: c content, s source, q cue,
// a addressee, w time, C and S weakly so, . nothing.
func scored(words string) network.Frame {
	f := network.Frame{Attributes: make([]float32, 34)}
	for range document.Roles[document.Statement] {
		row := make([]float32, len(words))
		for i := range row {
			row[i] = -3
		}
		f.Roles = append(f.Roles, row)
	}
	for i, letter := range words {
		switch role := strings.IndexRune("qscaow", letter); {
		case role >= 0:
			f.Roles[role][i] = 3
		case letter == 'S':
			f.Roles[1][i] = -1.5
		case letter == 'C':
			f.Roles[2][i] = -0.5
		}
	}
	return f
}

func TestFrameOf(t *testing.T) {
	for _, c := range []struct{ words, want string }{
		{"ssqccc", "cue [2] source [0 1] content [3 4 5]"},
		{"cccsqcccc", "cue [4] source [3] content [0 1 2 5 6 7 8]"},
		{"ccCccq", "cue [5] content [0 1 2 3 4]"},
		{"ccc.ccqw", "cue [6] content [0 1 2 3 4 5] when [7]"}, // a hole that is nothing else belongs to it
		{"Sqcc..c", "cue [1] source [0] content [2 3]"},        // the best of a source that has no other
		{"sq", ""}, // a statement without a content is none
	} {
		f, ok := frameOf(document.Statement, scored(c.words), 0)
		var got []string
		for _, role := range document.Roles[f.Kind] {
			if words := f.Roles[role]; ok && len(words) > 0 {
				got = append(got, fmt.Sprint(role, " ", words))
			}
		}
		if shown := strings.Join(got, " "); shown != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.words, shown, c.want)
		}
	}
}

func TestLikeliest(t *testing.T) {
	label, p := likeliest([]string{"a", "b"}, []float32{0, 0})
	if label != "a" || p != 0.5 {
		t.Errorf("got %s with %v, want the first of equals with a half", label, p)
	}
	if label, p = likeliest([]string{"a", "b"}, []float32{0, 9}); label != "b" || p < 0.99 {
		t.Errorf("got %s with %v", label, p)
	}
}

func TestFrames(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Jane Doe said that the ships had left .", "ASSERT said [Jane Doe]: the ships had left"},
		{"“ All is well , ” Jane Doe said .", "ASSERT said [Jane Doe]: All is well"},
		{"“ It was hard for all of us in the town , ” he said , “ and we were afraid . ”", "ASSERT said [he]: It was hard for all of us in the town … and we were afraid"},
		{"The minister denied that he had warned Paris that it would fail .", "DENY denied [The minister]: he had warned Paris that it would fail | WARN warned [he] > Paris: it would fail"},
		{"Paris accused Moscow of lying about it .", "ACCUSE accused [Paris]: lying about it"},
		{"The bridge was built by engineers of the ministry .", ""},
	} {
		d := divided(c.text)
		Analyse(d, network.OwnGuide)
		var got []string
		for _, f := range d.Frames {
			if f.Kind != document.Statement {
				continue
			}
			part := func(role document.Role) string {
				var texts []string
				for _, s := range d.Spans(f.Roles[role]) {
					texts = append(texts, strings.Trim(d.Article.Slice(s), "“”., "))
				}
				return strings.Join(texts, " … ")
			}
			line := f.Act + " " + part(document.Cue) + " [" + part(document.Source) + "]"
			if to := part(document.Addressee); to != "" {
				line += " > " + to
			}
			got = append(got, line+": "+strings.TrimPrefix(part(document.Content), "that "))
		}
		if shown := strings.Join(got, " | "); shown != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.text, shown, c.want)
		}
	}
}
