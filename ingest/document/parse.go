package document

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/newsgraph/newsgraph/ingest/article"
)

// Parse reads one document as CoNLL-U, or as CoNLL-U Plus, which names its
// columns, so that a test writes a document in a few lines:
//
//	# global.columns = FORM UPOS HEAD DEPREL MISC
//	# newdoc id = example
//	# published = 2022-01-21
//	# newpar
//	# text = Jane Doe said so.
//	Jane  PROPN 3 nsubj Name=B-PER|Role=1:source
//	Doe   PROPN 1 flat  Name=I-PER|Role=1:source
//	said  VERB  0 root  Frame=1:statement:ASSERT|Role=1:cue
//	so    ADV   3 advmod Role=1:content
//	.     PUNCT 3 punct
//
// Columns are divided by tabs, or by white space in lines without a tab; _ and
// columns that are missing say nothing: the lemma is then the word in small
// letters, the first word of a sentence its root, the others hang from it.
// Between words is a space unless “# text” shows none or the column MISC has
// SpaceAfter=No or SpacesAfter=\n; an empty line stands before “# newpar”.
//
// MISC has names (Name=B-ORG, Name=I-ORG), antecedents (Antecedent=2:0.9: the
// second name, and the score) and frames: Frame=1:meeting:past at the anchor of
// frame 1, where also negative, notSaid, former, p=0.9 and sure=0.9 may stand,
// and Role=1:participant,2:source at the words.
//
// It fails, with the line, where a sentence is no tree or a frame no frame.
func Parse(conllu string) (*Document, error) {
	p := &parser{d: &Document{Article: new(article.Article)}, columns: columns, frames: map[string]*frame{}}
	number := 0
	for line := range strings.Lines(conllu) {
		number++
		if err := p.line(strings.TrimRight(line, "\r\n")); err != nil {
			return nil, fmt.Errorf("line %d %w", number, err)
		}
	}
	err := p.endSentence()
	if err == nil {
		err = p.finish()
	}
	if err != nil {
		return nil, fmt.Errorf("line %d %w", number, err)
	}
	return p.d, nil
}

// parser holds what is open while a document is read.
type parser struct {
	d         *Document
	columns   []string
	text      strings.Builder // of the article
	space     string          // before the next word
	spaced    bool            // MISC says so
	rest      string          // of the sentence's “# text” after the last word
	aligned   bool            // the sentence has a “# text”
	first     int             // word of the sentence
	paragraph int             // of the next sentence
	frames    map[string]*frame
	numbers   []string // of frames, in order
}

type frame struct {
	Frame
	anchored bool
	roles    [][2]string // of words: role and word
	words    []int
}

func (p *parser) line(line string) error {
	switch {
	case strings.TrimSpace(line) == "":
		return p.endSentence()
	case line[0] == '#':
		return p.comment(strings.TrimSpace(line[1:]))
	}
	fields := strings.Split(line, "\t")
	if len(fields) == 1 {
		fields = strings.Fields(line)
	}
	if len(fields) > len(p.columns) {
		return fmt.Errorf("has %d columns, not %d", len(fields), len(p.columns))
	}
	row := map[string]string{}
	for i, value := range fields {
		if value = oneLine(value); value != "_" {
			row[p.columns[i]] = value
		}
	}
	if strings.ContainsAny(row["ID"], "-.") {
		return nil // a token of several words or an empty node
	}
	return p.word(row)
}

func (p *parser) comment(text string) error {
	key, value, _ := strings.Cut(text, "=")
	key, value = strings.TrimSpace(key), strings.TrimSpace(value)
	if strings.HasPrefix(key, "newdoc") && len(p.d.Words) > 0 {
		return errors.New("begins a second document")
	}
	for _, c := range about {
		if c.key == key {
			*c.value(p.d.Article) = oneLine(value)
		}
	}
	switch key {
	case author:
		p.d.Article.Authors = append(p.d.Article.Authors, oneLine(value))
	case published:
		day, err := time.Parse(time.DateOnly, value)
		if err != nil || day.IsZero() {
			return fmt.Errorf("has the date %q, not one such as 2024-05-31", value)
		}
		p.d.Article.Published = article.OnDay(day)
	case "newpar", "newpar id":
		if err := p.endSentence(); err != nil {
			return err
		}
		if len(p.d.Words) > 0 {
			p.paragraph = p.d.Sentences[len(p.d.Sentences)-1].Paragraph + 1
			if !p.spaced {
				p.space = "\n\n"
			}
		}
	case "text":
		p.rest, p.aligned = oneLine(value), true
	case "global.columns":
		p.columns = strings.Fields(value)
		if !slices.Contains(p.columns, "FORM") {
			return errors.New("has no column FORM")
		}
	}
	return nil
}

func (p *parser) word(row map[string]string) error {
	w := Word{Text: row["FORM"], Lemma: row["LEMMA"], UPOS: row["UPOS"], Feats: row["FEATS"], Head: -2, Relation: row["DEPREL"]}
	if w.Text == "" {
		w.Text = "_"
	}
	w.Lemma, w.UPOS, w.Feats = cmp.Or(w.Lemma, strings.ToLower(w.Text)), cmp.Or(w.UPOS, "X"), cmp.Or(w.Feats, "_")
	if row["HEAD"] != "" {
		head, err := strconv.Atoi(row["HEAD"])
		if err != nil || head < 0 {
			return fmt.Errorf("has the head %q, which is no number of a word", row["HEAD"])
		}
		w.Head = p.first + head - 1
		if head == 0 {
			w.Head = -1
		}
	}
	p.text.WriteString(p.space)
	w.Start = p.text.Len()
	p.text.WriteString(w.Text)
	w.End = p.text.Len()
	p.d.Words = append(p.d.Words, w)
	if err := p.align(w.Text); err != nil {
		return err
	}
	for entry := range strings.SplitSeq(row["MISC"], "|") {
		if err := p.misc(entry, len(p.d.Words)-1); err != nil {
			return err
		}
	}
	return nil
}

// align finds a word in the sentence's “# text”, and the space after it.
func (p *parser) align(word string) error {
	p.space, p.spaced = " ", false
	if !p.aligned {
		return nil
	}
	rest, found := strings.CutPrefix(p.rest, word)
	if !found {
		return fmt.Errorf("has %q where the text goes on with %q", word, p.rest)
	}
	if p.rest = strings.TrimLeft(rest, " "); p.rest == rest && rest != "" {
		p.space = ""
	}
	return nil
}

// misc reads an entry of the column MISC; those of others are left alone.
func (p *parser) misc(entry string, word int) error {
	key, value, _ := strings.Cut(entry, "=")
	switch key {
	case "SpaceAfter":
		if value == "No" {
			p.space, p.spaced = "", true
		}
	case "SpacesAfter":
		p.spaced = true
		if p.space = unspaces.Replace(value); strings.Trim(p.space, " \t\r\n") != "" {
			return fmt.Errorf("has %q for white space", value)
		}
	case "Name":
		return p.name(value, word)
	case "Antecedent":
		return p.antecedent(value, word)
	case "Frame":
		return each(value, func(number string, fields []string) error { return p.anchor(number, fields, word) })
	case "Role":
		return each(value, func(number string, fields []string) error {
			f := p.frame(number)
			f.roles, f.words = append(f.roles, [2]string{number, strings.Join(fields, ":")}), append(f.words, word)
			return nil
		})
	}
	return nil
}

// each calls do with what comma-separated values say of frames.
func each(values string, do func(number string, fields []string) error) error {
	for value := range strings.SplitSeq(values, ",") {
		fields := strings.Split(value, ":")
		if len(fields) < 2 {
			return fmt.Errorf("has %q, not the number of a frame and a word, such as 1:source", value)
		}
		if err := do(fields[0], fields[1:]); err != nil {
			return err
		}
	}
	return nil
}

func (p *parser) name(tag string, word int) error {
	begin, kind, _ := strings.Cut(tag, "-")
	last := len(p.d.Names) - 1
	switch {
	case last >= 0 && p.d.Names[last].Last > word:
	case !slices.Contains([]NameKind{PER, ORG, LOC, MISC}, NameKind(kind)):
	case begin == "B":
		p.d.Names = append(p.d.Names, Name{p.d.Words[word].Span, Range{word, word + 1}, NameKind(kind)})
		return nil
	case begin == "I" && last >= 0 && p.d.Names[last].Last == word && p.d.Names[last].Kind == NameKind(kind):
		p.d.Names[last].Last, p.d.Names[last].End = word+1, p.d.Words[word].End
		return nil
	}
	return fmt.Errorf("has %q, which is no part of a name", tag)
}

func (p *parser) antecedent(value string, word int) (err error) {
	name, score, scored := strings.Cut(value, ":")
	a := Antecedent{Pronoun: word, Score: 1}
	if a.Name, err = strconv.Atoi(name); err == nil && scored {
		a.Score, err = probability(score)
	}
	if a.Name--; err != nil || a.Name < 0 || len(p.d.Antecedents) > 0 && p.d.Antecedents[len(p.d.Antecedents)-1].Pronoun == word {
		return fmt.Errorf("has %q, which is no number of a name or one too many", value)
	}
	p.d.Antecedents = append(p.d.Antecedents, a)
	return nil
}

func probability(text string) (float64, error) {
	x, err := strconv.ParseFloat(text, 64)
	if err == nil && !(x >= 0 && x <= 1) {
		err = fmt.Errorf("has %q, which is no probability", text)
	}
	return x, err
}

func (p *parser) frame(number string) *frame {
	f, known := p.frames[number]
	if !known {
		f = &frame{Frame: Frame{P: 1, Sure: 1, Roles: map[Role][]int{}}}
		p.frames[number], p.numbers = f, append(p.numbers, number)
	}
	return f
}

func (p *parser) anchor(number string, fields []string, word int) error {
	f := p.frame(number)
	if f.anchored {
		return fmt.Errorf("has frame %s again", number)
	}
	f.anchored, f.Anchor, f.Kind = true, word, Kind(fields[0])
	if !slices.Contains(Kinds, f.Kind) {
		return fmt.Errorf("has %q, which is no kind of frame", fields[0])
	}
	for _, field := range fields[1:] {
		if err := f.attribute(field); err != nil {
			return err
		}
	}
	return nil
}

func (f *frame) attribute(field string) (err error) {
	key, value, _ := strings.Cut(field, "=")
	switch {
	case key == negative:
		f.Negative = true
	case key == notSaid:
		f.NotSaid = true
	case key == former:
		f.Former = true
	case key == "p":
		f.P, err = probability(value)
	case key == "sure":
		f.Sure, err = probability(value)
	case f.Kind == Statement:
		f.Act = field
	case f.Kind == Meeting:
		f.Status = field
	default:
		err = fmt.Errorf("has %q, which no frame of an office has", field)
	}
	return err
}

// endSentence ends the open sentence, if there is one.
func (p *parser) endSentence() error {
	last := len(p.d.Words)
	if last == p.first {
		return nil
	}
	if p.rest != "" {
		return fmt.Errorf("ends a sentence whose text goes on with %q", p.rest)
	}
	p.aligned = false
	r := Range{p.first, last}
	p.d.Sentences = append(p.d.Sentences, Sentence{p.d.SpanOf(r), r, p.paragraph})
	p.first = last
	return p.d.plant(r)
}

// plant makes the words of a sentence a tree with one root.
func (d *Document) plant(s Range) error {
	words := d.Words[s.First:s.Last]
	root := slices.IndexFunc(words, func(w Word) bool { return w.Head == -1 })
	if root < 0 {
		if root = slices.IndexFunc(words, func(w Word) bool { return w.Head == -2 }); root < 0 {
			return errors.New("ends a sentence without a root")
		}
	}
	words[root].Head = -1
	for i := range words {
		w := &words[i]
		switch {
		case i == root:
			w.Relation = cmp.Or(w.Relation, "root")
			continue
		case w.Head == -1:
			return errors.New("ends a sentence with two roots")
		case w.Head == -2:
			w.Head = s.First + root
		case w.Head >= s.Last:
			return fmt.Errorf("ends a sentence where %q hangs from no word", w.Text)
		}
		w.Relation = cmp.Or(w.Relation, "dep")
	}
	for i := range words {
		steps := 0
		for h := s.First + i; h >= 0; h = d.Words[h].Head {
			if steps++; steps > len(words) {
				return fmt.Errorf("ends a sentence where %q hangs from itself", words[i].Text)
			}
		}
	}
	return nil
}

// finish completes what needs the whole text.
func (p *parser) finish() error {
	a := p.d.Article
	a.Text = p.text.String()
	a.Body = article.Span{End: len(a.Text)}
	sum := sha256.Sum256([]byte(a.Text))
	a.SHA256 = hex.EncodeToString(sum[:])
	a.ID = cmp.Or(a.ID, a.URL, "sha256:"+a.SHA256[:32])
	for _, found := range p.d.Antecedents {
		if found.Name >= len(p.d.Names) {
			return fmt.Errorf("ends a document of %d names, of which a pronoun means number %d", len(p.d.Names), found.Name+1)
		}
	}
	for _, n := range p.numbers {
		f := p.frames[n]
		if err := f.fill(n); err != nil {
			return err
		}
		p.d.Frames = append(p.d.Frames, f.Frame)
	}
	slices.SortStableFunc(p.d.Frames, func(f, g Frame) int {
		return cmp.Or(f.Anchor-g.Anchor, slices.Index(Kinds, f.Kind)-slices.Index(Kinds, g.Kind))
	})
	p.d.findQuotations()
	return nil
}

// fill gives a frame the roles that its words have.
func (f *frame) fill(number string) error {
	if !f.anchored {
		return fmt.Errorf("ends a document without the anchor of frame %s", number)
	}
	for i, pair := range f.roles {
		role, word := Role(pair[1]), f.words[i]
		if !slices.Contains(Roles[f.Kind], role) {
			return fmt.Errorf("ends a document where the role %q stands in a frame of kind %s", role, f.Kind)
		}
		if !slices.Contains(f.Roles[role], word) {
			f.Roles[role] = append(f.Roles[role], word)
		}
	}
	return nil
}

// findQuotations adds the quotations of each paragraph.
func (d *Document) findQuotations() {
	for first := 0; first < len(d.Sentences); {
		last := first + 1
		for last < len(d.Sentences) && d.Sentences[last].Paragraph == d.Sentences[first].Paragraph {
			last++
		}
		d.Quotations = append(d.Quotations, Quotations(d.Article.Text, article.Span{Start: d.Sentences[first].Start, End: d.Sentences[last-1].End})...)
		first = last
	}
}
