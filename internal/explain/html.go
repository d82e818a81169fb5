package explain

import (
	_ "embed"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"

	"github.com/newsgraph/newsgraph/graph/page/look"
	"github.com/newsgraph/newsgraph/ingest/facts"
	"github.com/newsgraph/newsgraph/internal/markup"
	"github.com/newsgraph/newsgraph/internal/show"
)

//go:embed page.html.tmpl
var pageTemplate string

//go:embed page.css
var pageStyle string

var page = sync.OnceValue(func() *markup.Template {
	return markup.Must("page", pageTemplate, markup.Funcs{
		"hundredths": func(v any) any { return fmt.Sprintf("%.2f", v) },
	})
})

// part is a piece of the article under the same marks.
type part struct {
	Text    string
	Classes string
	Link    string // the note that it leads to, "" for none
	Numbers []int  // of the notes that stand here
}

// block is a paragraph with its notes.
type block struct {
	Parts []part
	Notes []note
}

// HTML writes a page that stands alone: what was understood of the header, and
// the article with its facts in the margin, in colours and with links between
// the words and the facts.
func HTML(w io.Writer, header []show.Line, f *facts.Article) error {
	all := notes(f)
	m := newMarks(f, all)
	var blocks []block
	for start := 0; start < len(m.text); {
		end := start
		for end < len(m.text) && m.text[end] != '\n' {
			end++
		}
		var b block
		for len(all) > 0 && (all[0].at < end || end == len(m.text)) {
			b.Notes, all = append(b.Notes, all[0]), all[1:]
		}
		b.Parts = m.parts(start, end, b.Notes)
		if len(b.Parts) > 0 || len(b.Notes) > 0 {
			blocks = append(blocks, b)
		}
		start = end + 1
	}
	title := f.Headline
	if title == "" {
		title = f.ID
	}
	style := look.Style() + pageStyle
	if err := page().Execute(w, map[string]any{
		"Title": title, "Header": header, "Blocks": blocks,
		"Policy": look.Policy(style), "Style": markup.Raw(style), "Switch": look.Switch(),
	}); err != nil {
		return fmt.Errorf("write the page: %w", err)
	}
	return nil
}

// marks are the classes and links of each code point of an article.
type marks struct {
	text    []rune
	classes [][]string
	links   []int // the number of a note, 0 for none
}

func newMarks(f *facts.Article, all []note) *marks {
	text := []rune(f.Text)
	m := &marks{text, make([][]string, len(text)), make([]int, len(text))}
	number := map[string]int{}
	for _, n := range all {
		number[n.ID] = n.Number
	}
	for _, s := range f.Statements {
		m.mark(s.Spans.Content, "content", 0)
		m.mark(s.Spans.Cue, "cue", number[s.ID])
	}
	for _, t := range f.Meetings {
		m.mark(t.Spans.Trigger, "meeting", number[t.ID])
	}
	for _, c := range f.Countries {
		m.mark(c.Mentions, "country", number[c.ID])
	}
	for _, o := range f.Organizations {
		m.mark(o.Mentions, "organization", number[o.ID])
	}
	for _, p := range f.Places {
		m.mark(p.Mentions, "place", number[p.ID])
	}
	for _, p := range f.People {
		m.mark(p.Mentions, "person", number[p.ID])
	}
	return m
}

func (m *marks) mark(spans []facts.Span, class string, link int) {
	for _, s := range spans {
		for i := s[0]; i < s[1]; i++ {
			if !slices.Contains(m.classes[i], class) {
				m.classes[i] = append(m.classes[i], class)
			}
			if link > 0 {
				m.links[i] = link
			}
		}
	}
}

// parts divides text[start:end] where marks change and where notes stand.
func (m *marks) parts(start, end int, notes []note) (parts []part) {
	numbers := map[int][]int{}
	for _, n := range notes {
		at := min(max(n.at, start), max(start, end-1))
		numbers[at] = append(numbers[at], n.Number)
	}
	for i := start; i < end; {
		j := i + 1
		for j < end && m.links[j] == m.links[i] && slices.Equal(m.classes[j], m.classes[i]) && len(numbers[j]) == 0 {
			j++
		}
		p := part{Text: string(m.text[i:j]), Classes: strings.Join(m.classes[i], " "), Numbers: numbers[i]}
		if m.links[i] > 0 {
			p.Link = fmt.Sprintf("#n%d", m.links[i])
		}
		parts = append(parts, p)
		i = j
	}
	return parts
}
