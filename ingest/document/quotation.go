package document

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/ingest/article"
)

// closers gives the marks that close a quotation, by the mark that opens it.
var closers = map[rune]string{
	'“': `”"`, '«': "»", '„': "“”", '"': `"”`, '‘': "’'", '\'': "'’",
}

// Quotations returns the outermost quotations of a paragraph. One that has a
// double mark and is not closed runs to the paragraph's end, as where the next
// paragraph goes on with it; an unclosed single mark is an apostrophe.
func Quotations(text string, p article.Span) []article.Span {
	var quotes []article.Span
	for at := p.Start; at < p.End; {
		r, size := utf8.DecodeRuneInString(text[at:p.End])
		if !opens(text, p, at, r) {
			at += size
			continue
		}
		end, closed := closing(text, p, at+size, r)
		if !closed && strings.ContainsRune("‘'", r) {
			at += size
			continue
		}
		quotes = append(quotes, article.Span{Start: at, End: end})
		at = end
	}
	return quotes
}

// opens says whether the mark r at the offset opens a quotation. A straight or
// single mark does where a word begins behind it and none ends before it.
func opens(text string, p article.Span, at int, r rune) bool {
	if _, mark := closers[r]; !mark {
		return false
	}
	if r != '\'' && r != '‘' && r != '"' {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(text[p.Start:at])
	after, _ := utf8.DecodeRuneInString(text[at+utf8.RuneLen(r) : p.End])
	return !wordRune(before) && !unicode.IsSpace(after) && at+utf8.RuneLen(r) < p.End
}

// longestSingle bounds the search for a mark that closes a single quotation,
// and with it the time, in bytes.
const longestSingle = 2000

// closing returns the offset behind the mark that closes a quotation.
func closing(text string, p article.Span, start int, opener rune) (end int, closed bool) {
	single := strings.ContainsRune("‘'", opener)
	limit := p.End
	if single {
		limit = min(limit, start+longestSingle)
	}
	possessive := -1
	for at, r := range text[start:limit] {
		at += start
		if !strings.ContainsRune(closers[opener], r) {
			if r == opener && single && possessive >= 0 {
				break // another quotation begins
			}
			continue
		}
		behind := at + utf8.RuneLen(r)
		if !single {
			return behind, true
		}
		switch before, after := around(text, p, at, behind); {
		case unicode.IsSpace(before) || wordRune(after):
		case before == 's' && possessive < 0:
			possessive = behind // “leaders’”: the end only if no other follows
		default:
			return behind, true
		}
	}
	if possessive >= 0 {
		return possessive, true
	}
	return p.End, false
}

func around(text string, p article.Span, at, behind int) (before, after rune) {
	before, _ = utf8.DecodeLastRuneInString(text[p.Start:at])
	after, _ = utf8.DecodeRuneInString(text[behind:p.End])
	return before, after
}

func wordRune(r rune) bool { return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) }
