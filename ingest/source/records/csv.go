package records

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
	"github.com/newsgraph/newsgraph/ingest/source/lines"
	"github.com/newsgraph/newsgraph/internal/hint"
)

// Table is a table with a row for each article, after one with the names of the
// columns.
var Table = kind.Kind{
	Name: "csv", Help: "a table with an article in each row, after one with the names of the columns",
	Begins: beginsTable, ByName: true, Endings: []string{".csv", ".tsv", ".tab"},
	Types: []string{"text/csv", "text/tab-separated-values", "application/csv"},
	Open:  openTable,
}

// delimiters are those that are tried, in this order where two are as many.
const delimiters = ",\t;|"

// column is what columns are usually called.
var column = regexp.MustCompile(`^[\p{L}_@#][\p{L}\p{N}_ .:@/()-]{0,40}$|^$`)

// beginsTable says whether the first line names columns of which one has the
// text of articles and another what else there is of them.
func beginsTable(head []byte) bool {
	text, _, _ := transform.Bytes(fromUTF16(), head)
	line, _, whole := bytes.Cut(text, []byte("\n"))
	if !whole {
		return false
	}
	names := header(line)
	named := 0
	for ours := range usual() {
		if ours != list && mapping(usual()).has(ours, plainAll(names)) {
			named++
		}
	}
	return named > 1 && mapping(usual()).articles(plainAll(names)) && !slices.ContainsFunc(names, func(name string) bool { return !column.MatchString(name) })
}

// articles says whether columns can be those of articles, or of a list of
// articles on the web.
func (m mapping) articles(columns []string) bool {
	return m.has("text", columns) || m.has("url", columns) && m.has("headline", columns) && m.has("published", columns)
}

func plainAll(names []string) (all []string) {
	for _, name := range names {
		all = append(all, plain(name))
	}
	return all
}

// fromUTF16 decodes what has the mark of UTF-16, and drops that of UTF-8.
func fromUTF16() transform.Transformer { return unicode.BOMOverride(transform.Nop) }

// delimiterOf returns the delimiter that a line has most of.
func delimiterOf(line []byte) byte {
	most := delimiters[0]
	for _, d := range []byte(delimiters) {
		if bytes.Count(line, []byte{d}) > bytes.Count(line, []byte{most}) {
			most = d
		}
	}
	return most
}

// header returns the names in the first line of a table.
func header(line []byte) []string {
	names, err := cells(line, delimiterOf(line))
	if err != nil {
		return nil
	}
	for i := range names {
		names[i] = strings.TrimSpace(names[i])
	}
	return names
}

func openTable(ctx context.Context, in kind.Input) kind.Articles {
	return func(yield func(*article.Article, error) bool) {
		t := table{reader: reader{ctx: ctx, in: in, mapping: mappingOf(in.Fields), yield: yield}}
		t.lines = lines.Of(bufio.NewReader(transform.NewReader(in.Reader, fromUTF16())), in.Limits.Bytes)
		err := t.begin()
		if err != nil {
			yield(nil, err)
			return
		}
		more := true
		for more && err != io.EOF {
			more, err = t.row()
		}
		if more {
			t.fetch()
		}
	}
}

// table reads the rows of a table.
type table struct {
	reader
	lines     *lines.Lines
	delimiter byte
	names     []string // of the columns
	plain     []string
}

// separator is the line with which Excel says what stands between the columns.
var separator = regexp.MustCompile(`^(?:\x{feff})?sep=([,;|\t])\r?\n$`)

func (t *table) begin() error {
	for {
		line, err := t.lines.Next()
		if err == io.EOF {
			return errors.New("is empty")
		}
		if err != nil {
			return err
		}
		if lines.Blank(line) {
			continue
		}
		if m := separator.FindSubmatch(line); m != nil && t.delimiter == 0 {
			t.delimiter = m[1][0]
			continue
		}
		t.delimiter, t.names = cmp.Or(t.delimiter, delimiterOf(line)), header(line)
		if t.plain = plainAll(t.names); !t.mapping.articles(t.plain) {
			return NoText{t.names}
		}
		return nil
	}
}

// row yields the article of the next row, which may have several lines. It says
// whether the caller wants more; io.EOF is the end.
func (t *table) row() (more bool, end error) {
	row, number, err := t.next()
	place := fmt.Sprintf("line %d", number)
	switch {
	case err == io.EOF:
		return true, err
	case errors.As(err, new(*unclosed)):
		return t.fault(place, hint.Add(err, "close it; one that is of the text itself is written twice")), nil
	case errors.As(err, new(kind.TooLarge)):
		return t.fault(place, err), nil
	case err != nil:
		return t.fault(place, err), io.EOF
	case lines.Blank(row):
		return true, nil
	}
	fields, err := cells(row, t.delimiter)
	for len(fields) > len(t.names) && fields[len(fields)-1] == "" { // as Excel leaves behind
		fields = fields[:len(fields)-1]
	}
	if err == nil && len(fields) != len(t.names) {
		err = hint.Add(fmt.Errorf("has another number of fields (%d) than the first line (%d)", len(fields), len(t.names)), "a field with a delimiter or a line break stands in quotation marks")
	}
	if err != nil {
		return t.fault(place, err), nil
	}
	note := ""
	for i := range fields {
		if !utf8.ValidString(fields[i]) {
			fields[i], note = decoded(fields[i]), "read as Windows-1252, since it is not UTF-8"
		}
	}
	rec := t.mapping.recordOf(func(name string) []string {
		if i := slices.Index(t.plain, name); i >= 0 {
			return texts(fields[i])
		}
		return nil
	})
	rec.note = note
	return t.take(place, rec, func() []string { return nil }), nil
}

// unclosed is the error of a quotation mark that opens a field and is not closed.
type unclosed struct{}

// Error implements error.
func (*unclosed) Error() string { return "opens a quotation mark that nothing closes" }

// next returns the lines of a row, and the number of the first. Where a
// quotation mark stays open, the next row begins on the line after it.
func (t *table) next() (row []byte, number int, err error) {
	var taken [][]byte
	s := scanner{delimiter: t.delimiter}
	for {
		line, err := t.lines.Next()
		if len(taken) == 0 {
			number = t.lines.Number()
		}
		if err == nil {
			taken, row = append(taken, line), append(row, line...)
			if s.line(line); s.reopened {
				t.lines.GiveBack(taken[1:]...)
				return nil, number, &unclosed{}
			}
			if !s.quoted {
				return row, number, nil
			}
			if int64(len(row)) <= t.in.Limits.Bytes {
				continue
			}
		}
		if len(taken) == 0 || err != nil && err != io.EOF {
			return nil, number, err
		}
		t.lines.GiveBack(taken[1:]...)
		return nil, number, &unclosed{}
	}
}

// scanner follows the quotation marks of a row as encoding/csv does.
type scanner struct {
	delimiter byte
	quoted    bool
	reopened  bool // a field begins with a quotation mark within one that an earlier line has opened, and did not close
}

func (s *scanner) line(line []byte) {
	begins := !s.quoted // at the beginning of a field
	earlier := s.quoted
	for i := 0; i < len(line); i++ {
		c := line[i]
		switch {
		case s.quoted && c == '"' && i+1 < len(line) && line[i+1] == '"':
			i++
		case s.quoted && c == '"':
			s.quoted = i+1 < len(line) && line[i+1] != s.delimiter && line[i+1] != '\n' && line[i+1] != '\r'
			s.reopened = s.reopened || s.quoted && earlier && i > 0 && line[i-1] == s.delimiter
		case s.quoted:
		case c == '"' && begins:
			s.quoted = true
		}
		begins = !s.quoted && c == s.delimiter
	}
}

// cells divides a row.
func cells(row []byte, delimiter byte) ([]string, error) {
	r := csv.NewReader(bytes.NewReader(row))
	r.Comma, r.LazyQuotes = rune(delimiter), true
	fields, err := r.Read()
	if parse, ok := errors.AsType[*csv.ParseError](err); ok {
		err = parse.Err
	}
	return fields, err
}

// decoded returns a field that is not in UTF-8 in it, taken for Windows-1252.
func decoded(field string) string {
	text, err := charmap.Windows1252.NewDecoder().String(field)
	if err != nil {
		return strings.ToValidUTF8(field, "\ufffd")
	}
	return text
}
