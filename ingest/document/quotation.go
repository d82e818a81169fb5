package document

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/ingest/article"
)

// closers gives the marks that close a quotation, by the mark that opens it.
var closers = map[rune]string{
	'“': `”"`, '«': "»", '»': "«", '„': "“”", '"': `"”`, '‘': "’'", '\'': "'’",
}

// Quotations returns the outermost quotations of a paragraph. One that has a
// double mark and is not closed runs to the paragraph's end, as where the next
// paragraph goes on with it; so does one with a single mark with which the next
// paragraph begins, too, since an unclosed single mark is else an apostrophe.
func Quotations(text string, p article.Span) []article.Span {
	var quotes []article.Span
	m := marks{text, p}
	for at := p.Start; at < p.End; {
		r, size := utf8.DecodeRuneInString(text[at:p.End])
		if !m.opens(at, r) {
			at += size
			continue
		}
		end, closed := m.closing(at+size, r)
		if !closed && strings.ContainsRune("‘'»", r) && !m.goesOn(at, r) {
			at += size
			continue
		}
		quotes = append(quotes, article.Span{Start: at, End: end})
		at = end
	}
	return quotes
}

// marks finds the quotation marks of a paragraph.
type marks struct {
	text string
	p    article.Span
}

// opens says whether the mark r at the offset opens a quotation. A straight or
// single mark does where a word begins after it and none ends before it; a
// straight one also where white space is on both sides and another follows, as
// in text that was divided into words.
func (m marks) opens(at int, r rune) bool {
	if _, mark := closers[r]; !mark {
		return false
	}
	past := at + utf8.RuneLen(r)
	before, after := m.around(at, past)
	switch r {
	case '"', '\'', '‘', '»':
	default:
		return true
	}
	if wordRune(before) || past >= m.p.End {
		return false
	}
	if unicode.IsSpace(after) {
		return r == '"' && (at == m.p.Start || unicode.IsSpace(before)) && strings.Contains(m.text[past:m.p.End], `"`)
	}
	return true
}

// goesOn says whether the quotation that opens at the offset is the paragraph's
// beginning, and the next paragraph begins with the same mark.
func (m marks) goesOn(at int, r rune) bool {
	rest := m.text[m.p.End:]
	next, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(rest[:min(len(rest), 16)], unicode.IsSpace))
	return at == m.p.Start && next == r
}

// longestSingle bounds the search for a mark that closes a single quotation,
// and with it the time, in bytes.
const longestSingle = 2000

// closing returns the offset after the mark that closes a quotation.
func (m marks) closing(start int, opener rune) (end int, closed bool) {
	switch opener {
	case '‘', '\'':
		return m.closingSingle(start, opener)
	case '»':
		if end, closed = m.closingDouble(start, opener, min(m.p.End, start+longestSingle)); closed {
			return end, true
		}
		return m.p.End, false
	}
	return m.closingDouble(start, opener, m.p.End)
}

func (m marks) closingDouble(start int, opener rune, limit int) (end int, closed bool) {
	for at, r := range m.text[start:limit] {
		at += start
		if strings.ContainsRune(closers[opener], r) && !m.inch(at, r) {
			return at + utf8.RuneLen(r), true
		}
	}
	return m.p.End, false
}

// inch says whether the mark in a quotation is one of inches or seconds: a
// digit is before it, and the next mark closes the quotation.
func (m marks) inch(at int, r rune) bool {
	before, after := m.around(at, at+1)
	if r != '"' || !unicode.IsDigit(before) || !unicode.IsSpace(after) {
		return false
	}
	next := strings.IndexByte(m.text[at+1:m.p.End], '"')
	if next < 0 {
		return false
	}
	next += at + 1
	before, after = m.around(next, next+1)
	return !unicode.IsSpace(before) && !wordRune(after)
}

func (m marks) closingSingle(start int, opener rune) (end int, closed bool) {
	possessive := -1
	for at, r := range m.text[start:min(m.p.End, start+longestSingle)] {
		at += start
		if !strings.ContainsRune(closers[opener], r) {
			if r == opener && possessive >= 0 {
				break // another quotation begins
			}
			continue
		}
		past := at + utf8.RuneLen(r)
		switch before, after := m.around(at, past); {
		case unicode.IsSpace(before) || wordRune(after):
		case before == 's' && possessive < 0:
			possessive = past // “leaders’”: the end only if no other follows
		default:
			return past, true
		}
	}
	if possessive >= 0 {
		return possessive, true
	}
	return m.p.End, false
}

// around returns what stands before and after text[at:past] in the paragraph.
func (m marks) around(at, past int) (before, after rune) {
	before, _ = utf8.DecodeLastRuneInString(m.text[m.p.Start:at])
	after, _ = utf8.DecodeRuneInString(m.text[past:m.p.End])
	return before, after
}

func wordRune(r rune) bool { return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) }
