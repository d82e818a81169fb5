package document

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/newsgraph/newsgraph/ingest/article"
)

// columns are those of CoNLL-U.
var columns = strings.Fields("ID FORM LEMMA UPOS XPOS FEATS HEAD DEPREL DEPS MISC")

// about lists what comments say of the article.
var about = []struct {
	key   string
	value func(a *article.Article) *string
}{
	{"newdoc id", func(a *article.Article) *string { return &a.ID }},
	{"url", func(a *article.Article) *string { return &a.URL }},
	{"headline", func(a *article.Article) *string { return &a.Headline }},
	{"standfirst", func(a *article.Article) *string { return &a.Standfirst }},
	{"publisher", func(a *article.Article) *string { return &a.Publisher }},
	{"language", func(a *article.Article) *string { return &a.Language }},
	{"place", func(a *article.Article) *string { return &a.Place }},
}

const (
	author    = "author" // a line for each
	published = "published"
)

// Write writes a document as CoNLL-U, in the form that Parse reads: the same
// words, trees, names, antecedents and frames. What stands before the body and
// the likeness are left out.
func Write(w io.Writer, d *Document) error {
	var out strings.Builder
	for _, c := range about {
		if value := oneLine(*c.value(d.Article)); value != "" {
			fmt.Fprintf(&out, "# %s = %s\n", c.key, value)
		}
	}
	for _, name := range d.Article.Authors {
		fmt.Fprintf(&out, "# %s = %s\n", author, oneLine(name))
	}
	if day := d.Article.Published.Day(); !day.IsZero() {
		fmt.Fprintf(&out, "# %s = %s\n", published, day.Format(time.DateOnly))
	}
	misc := d.misc()
	for i, s := range d.Sentences {
		if i == 0 || d.Sentences[i-1].Paragraph != s.Paragraph {
			out.WriteString("# newpar\n")
		}
		d.writeSentence(&out, i, misc)
	}
	_, err := io.WriteString(w, out.String())
	return err
}

func (d *Document) writeSentence(out *strings.Builder, number int, misc [][]string) {
	var rows, text strings.Builder
	s := d.Sentences[number]
	for i := s.First; i < s.Last; i++ {
		w := d.Words[i]
		head := 0
		if w.Head >= 0 {
			head = w.Head - s.First + 1
		}
		space := d.spaceAfter(i)
		if text.WriteString(form(w.Text)); space != "" && i+1 < s.Last {
			text.WriteByte(' ')
		}
		if entry := entryOfSpace(space, d.usualSpace(i)); entry != "" {
			misc[i] = append(misc[i], entry)
		}
		row := []string{strconv.Itoa(i - s.First + 1), form(w.Text), form(w.Lemma), form(w.UPOS), "_", form(w.Feats), strconv.Itoa(head), form(w.Relation), "_", strings.Join(misc[i], "|")}
		if len(misc[i]) == 0 {
			row[9] = "_"
		}
		rows.WriteString(strings.Join(row, "\t") + "\n")
	}
	fmt.Fprintf(out, "# sent_id = %d\n# text = %s\n%s\n", number+1, text.String(), rows.String())
}

// form makes a text fit for a column.
func form(text string) string {
	if text = oneLine(text); text == "" {
		return "_"
	}
	return text
}

// oneLine joins the lines of a text and takes control characters out of it.
func oneLine(text string) string {
	text = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, text)
	return strings.Join(strings.Fields(text), " ")
}

// misc returns what the column MISC says of each word, but for spaces.
func (d *Document) misc() [][]string {
	misc := make([][]string, len(d.Words))
	for _, n := range d.Names {
		for i := n.First; i < n.Last; i++ {
			misc[i] = append(misc[i], "Name="+[]string{"B-", "I-"}[min(1, i-n.First)]+string(n.Kind))
		}
	}
	for _, a := range d.Antecedents {
		misc[a.Pronoun] = append(misc[a.Pronoun], fmt.Sprintf("Antecedent=%d:%s", a.Name+1, number(a.Score)))
	}
	frames, roles := make([][]string, len(d.Words)), make([][]string, len(d.Words))
	for i, f := range d.Frames {
		frames[f.Anchor] = append(frames[f.Anchor], fmt.Sprintf("%d:%s", i+1, strings.Join(f.attributes(), ":")))
		for _, role := range Roles[f.Kind] {
			for _, w := range f.Roles[role] {
				roles[w] = append(roles[w], fmt.Sprintf("%d:%s", i+1, role))
			}
		}
	}
	for i := range misc {
		for key, entries := range map[string][]string{"Frame": frames[i], "Role": roles[i]} {
			if len(entries) > 0 {
				misc[i] = append(misc[i], key+"="+strings.Join(entries, ","))
			}
		}
		slices.Sort(misc[i])
	}
	return misc
}

// attributes returns a frame's kind and what is known of it as a whole.
func (f Frame) attributes() []string {
	all := []string{string(f.Kind)}
	add := func(text string, given bool) {
		if given {
			all = append(all, text)
		}
	}
	add(f.Act+f.Status, f.Act+f.Status != "")
	add(negative, f.Negative)
	add(notSaid, f.NotSaid)
	add(former, f.Former)
	add("p="+number(f.P), number(f.P) != "1")
	add("sure="+number(f.Sure), number(f.Sure) != "1")
	return all
}

// The attributes of frames that are there or not.
const negative, notSaid, former = "negative", "notSaid", "former"

// number writes a probability in thousandths.
func number(x float64) string { return strconv.FormatFloat(math.Round(1000*x)/1000, 'g', -1, 64) }

// spaceAfter returns the white space between a word and the one after it.
func (d *Document) spaceAfter(word int) string {
	if word+1 == len(d.Words) {
		return d.usualSpace(word)
	}
	return strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(" \t\r\n", r):
			return r
		case unicode.IsSpace(r):
			return ' '
		}
		return -1 // a mark of byte order, or a space without width
	}, d.Article.Text[d.Words[word].End:d.Words[word+1].Start])
}

// usualSpace returns the white space that stands after a word where the column
// MISC says nothing: an empty line between paragraphs.
func (d *Document) usualSpace(word int) string {
	if s := d.SentenceOf(word); word+1 == s.Last && word+1 < len(d.Words) && d.SentenceOf(word+1).Paragraph != s.Paragraph {
		return "\n\n"
	}
	return " "
}

// spaces are how CoNLL-U writes white space (the conventions of UDPipe).
var (
	spaces   = strings.NewReplacer(" ", `\s`, "\t", `\t`, "\r", `\r`, "\n", `\n`)
	unspaces = strings.NewReplacer(`\s`, " ", `\t`, "\t", `\r`, "\r", `\n`, "\n")
)

func entryOfSpace(space, usual string) string {
	switch space {
	case usual:
		return ""
	case "":
		return "SpaceAfter=No"
	}
	return "SpacesAfter=" + spaces.Replace(space)
}
