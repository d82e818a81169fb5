package records

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/transform"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
	"github.com/newsgraph/newsgraph/ingest/source/known"
	"github.com/newsgraph/newsgraph/ingest/source/lines"
	"github.com/newsgraph/newsgraph/ingest/source/text"
	"github.com/newsgraph/newsgraph/internal/hint"
)

// JSON is a line of JSON for each article, or a list of articles, or one.
var JSON = kind.Kind{
	Name: "json", Help: "articles in JSON: one a line, a list, or one",
	Begins: beginsJSON, ByName: true, Endings: []string{".jsonl", ".ndjson", ".json", ".jsonld"},
	Types: []string{"application/json", "application/ld+json", "application/x-ndjson", "application/jsonl", "application/x-jsonlines"},
	Open:  openJSON,
}

var object = regexp.MustCompile(`^\s*(?:\{\s*(?:"|\}|$)|\[\s*(?:\{|\]|$))`)

func beginsJSON(head []byte) bool {
	head, _, _ = transform.Bytes(fromUTF16(), head)
	return object.Match(bytes.TrimPrefix(head, lines.Mark))
}

func openJSON(ctx context.Context, in kind.Input) kind.Articles {
	return func(yield func(*article.Article, error) bool) {
		r := &reader{ctx: ctx, in: in, mapping: mappingOf(in.Fields), yield: yield}
		data := bufio.NewReader(transform.NewReader(in.Reader, fromUTF16()))
		if !endsInLines(in.Name) && beginsList(data) {
			if r.values(data) {
				r.fetch()
			}
			return
		}
		from := lines.Of(data, in.Limits.Bytes)
		if byLine, err := onePerLine(in, from); err != nil {
			yield(nil, err)
		} else if more := byLine && r.lines(from) || !byLine && r.values(from.Rest()); more {
			r.fetch()
		}
	}
}

// beginsList says whether a list begins, which may be of one line and of any length.
func beginsList(data *bufio.Reader) bool {
	const few = 64
	head, _ := data.Peek(few)
	return bytes.HasPrefix(bytes.TrimSpace(bytes.TrimPrefix(head, lines.Mark)), []byte("["))
}

// onePerLine says whether each line is a value: the name says so, or the first
// line is one, or both the first and the next begin one.
func onePerLine(in kind.Input, from *lines.Lines) (bool, error) {
	if endsInLines(in.Name) {
		return true, nil
	}
	var first [][]byte
	for len(first) < 2 {
		line, err := from.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return false, err
		}
		if !lines.Blank(line) {
			first = append(first, line)
		}
		if len(first) == 1 && json.Valid(bytes.TrimPrefix(line, lines.Mark)) {
			break
		}
	}
	from.GiveBack(first...)
	begins := func(line []byte) bool { return bytes.HasPrefix(bytes.TrimPrefix(line, lines.Mark), []byte(`{"`)) }
	switch len(first) {
	case 0:
		return false, errors.New("is empty")
	case 1:
		return begins(first[0]), nil
	}
	return begins(first[0]) && begins(first[1]), nil
}

func endsInLines(name string) bool {
	return kind.Kind{Endings: []string{".jsonl", ".ndjson"}}.Ends(name)
}

// lines reads a value in each line. It says whether the caller wants more.
func (r *reader) lines(from *lines.Lines) bool {
	for {
		line, err := from.Next()
		place := fmt.Sprintf("line %d", from.Number())
		more := true
		switch {
		case err == io.EOF:
			return true
		case err != nil:
			more = r.fault(place, err) && errors.As(err, new(kind.TooLarge))
		case !lines.Blank(line):
			more = r.value(place, bytes.TrimPrefix(line, lines.Mark))
		}
		if !more {
			return false
		}
	}
}

// meter fails where more is read than is left.
type meter struct {
	io.Reader
	limit, left int64
}

// Read implements io.Reader.
func (m *meter) Read(p []byte) (int, error) {
	if m.left <= 0 {
		return 0, kind.TooLarge{Bytes: m.limit}
	}
	n, err := m.Reader.Read(p[:min(int64(len(p)), m.left)])
	m.left -= int64(n)
	return n, err
}

// values reads values, one after the other or in a list. After one that is
// broken there is no telling where the next begins. It says whether the caller
// wants more.
func (r *reader) values(from io.Reader) bool {
	m := &meter{from, r.in.Limits.Bytes, r.in.Limits.Bytes}
	d, list, err := decoderOf(m)
	if err != nil {
		return r.fault("", err)
	}
	for n := 1; ; n++ {
		place := fmt.Sprintf("record %d", n)
		m.left = m.limit
		if list && !d.More() {
			_, err := d.Token()
			return err == nil || r.fault(place, broken(err))
		}
		var raw json.RawMessage
		switch err := d.Decode(&raw); {
		case err == io.EOF && !list && n > 1:
			return true
		case err != nil:
			return r.fault(place, hint.Add(broken(err), "what stands before it is read, and nothing after it; where it can be mended, or each record stand on a line of its own in a .jsonl, all is"))
		}
		if n == 1 && !list && !d.More() {
			place = ""
		}
		if !r.value(place, raw) {
			return false
		}
	}
}

// decoderOf returns a decoder of values, and whether they are in a list.
func decoderOf(r io.Reader) (d *json.Decoder, list bool, err error) {
	in := bufio.NewReader(r)
	for {
		c, _, err := in.ReadRune()
		if err != nil {
			return nil, false, broken(err)
		}
		if c == '\ufeff' || unicode.IsSpace(c) {
			continue
		}
		if err := in.UnreadRune(); err != nil {
			return nil, false, err
		}
		d = json.NewDecoder(in)
		if list = c == '['; list {
			_, err = d.Token()
		}
		return d, list, err
	}
}

// broken says what is wrong with JSON.
func broken(err error) error {
	if err == io.EOF || err == io.ErrUnexpectedEOF {
		return hint.Add(errors.New("is broken JSON: it ends early"), "was it cut off? All other lines are read")
	}
	if syntax, ok := errors.AsType[*json.SyntaxError](err); ok {
		return hint.Add(fmt.Errorf("is broken JSON: %w", syntax), "a comma or a quotation mark may be missing; all other lines are read")
	}
	return err
}

// value yields the articles of a value: it is one, or has a list of them. Facts
// that newsgraph wrote are taken as they are.
func (r *reader) value(place string, raw []byte) bool {
	if known.Begins(raw) {
		a, err := known.Parse(raw)
		if err != nil {
			return r.fault(place, err)
		}
		a.Origin = r.name(place)
		return r.fetch() && r.yield(a, nil)
	}
	raw, note, err := inUTF8(raw)
	if err != nil {
		return r.fault(place, err)
	}
	var value any
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	if err := d.Decode(&value); err != nil {
		return r.fault(place, broken(err))
	}
	if _, err := d.Token(); err != io.EOF {
		return r.fault(place, errors.New("is broken JSON: more follows after its end"))
	}
	object, isObject := plainly(value).(map[string]any)
	if !isObject {
		return r.fault(place, hint.Add(errors.New("is no object of JSON"), `an article is an object, {"headline": …, "text": …}`))
	}
	rec := r.mapping.recordOf(func(name string) []string { return at(object, name) })
	rec.note = note
	if rec.text == "" {
		if name, records, isList := r.mapping.listIn(object, deepestList); isList {
			return r.list(place, name, note, records)
		}
	}
	return r.take(place, rec, func() []string { return slices.Sorted(maps.Keys(object)) })
}

// graph is the list of things that JSON-LD has, of which some are articles.
const graph = "@graph"

// hit is where search engines have what they have found: {"_id": …, "_source": {…}}.
const hit = "source."

// deepestList is in how many objects a list of records may lie.
const deepestList = 3

// listIn returns the list of records that an object has, or one within it:
// {"response": {"results": […]}}.
func (m mapping) listIn(object map[string]any, depth int) (name string, records []any, is bool) {
	for _, name := range m[list] {
		switch v := object[name].(type) {
		case []any:
			return name, v, true
		case map[string]any:
			if depth > 1 {
				if name, records, is := m.listIn(v, depth-1); is {
					return name, records, is
				}
			}
		}
	}
	return "", nil, false
}

// list yields the articles of a list in an object.
func (r *reader) list(place, name, note string, records []any) bool {
	if place != "" {
		place += ", "
	}
	for n, one := range records {
		rec := r.mapping.recordOf(func(name string) []string { return at(one, name) })
		if found := r.mapping.recordOf(func(name string) []string { return at(one, hit+name) }); rec.text == "" && found.text != "" {
			rec = found
		}
		rec.note = note
		if rec.text == "" && name == graph {
			continue
		}
		if !r.take(fmt.Sprintf("%srecord %d", place, n+1), rec, func() []string { return nil }) {
			return false
		}
	}
	return true
}

// inUTF8 returns JSON in UTF-8, and a note where it was not.
func inUTF8(raw []byte) (utf []byte, note string, err error) {
	if utf8.Valid(raw) {
		return raw, "", nil
	}
	decoded, note, err := text.Decode(raw)
	return []byte(decoded), note, err
}
