package rtf

import (
	"errors"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/paper"
	"github.com/newsgraph/newsgraph/internal/hint"
)

// group is what holds until the group ends that a brace began.
type group struct {
	left    bool   // what is in it is no text
	gone    bool   // it is hidden, or deleted
	info    string // the property of the document that it gives
	created bool   // it gives the time when the document was made
	skips   int    // how many characters stand in for one of Unicode, in programs that have none
}

// reader reads a document.
type reader struct {
	data       []byte
	at         int
	groups     []group
	now        group
	page       encoding.Encoding
	bytes      []byte   // of the code page, which may be half a character
	units      []uint16 // of UTF-16, which may be half a character
	skip       int      // how many characters are to be passed over
	text       strings.Builder
	paragraphs []paper.Paragraph
	title      bool
	info       map[string]string
	created    article.Time
	stamp      stamp
	ignorable  bool // the group begins with \*
}

// deepest is how deep groups may be nested.
const deepest = 1000

var windows1252 encoding.Encoding = charmap.Windows1252

// pages are the code pages of \ansicpg, but for 1252.
var pages = map[int]encoding.Encoding{
	437: charmap.CodePage437, 850: charmap.CodePage850, 852: charmap.CodePage852, 866: charmap.CodePage866, 874: charmap.Windows874,
	932: japanese.ShiftJIS, 936: simplifiedchinese.GBK, 949: korean.EUCKR, 950: traditionalchinese.Big5, 10000: charmap.Macintosh,
	1250: charmap.Windows1250, 1251: charmap.Windows1251, 1253: charmap.Windows1253, 1254: charmap.Windows1254, 1255: charmap.Windows1255,
	1256: charmap.Windows1256, 1257: charmap.Windows1257, 1258: charmap.Windows1258,
}

func (r *reader) read() error {
	r.now.skips = 1
	for r.at < len(r.data) {
		c := r.data[r.at]
		r.at++
		switch c {
		case '{':
			r.flush()
			if r.groups = append(r.groups, r.now); len(r.groups) > deepest {
				return damaged("its groups are nested too deep")
			}
		case '}':
			if len(r.groups) == 0 {
				return damaged("it ends a group that has not begun")
			}
			r.endGroup()
			if len(r.groups) == 0 { // what follows is no part of the document
				r.endParagraph()
				return nil
			}
		case '\\':
			r.control()
		case '\r', '\n':
		default:
			r.character(c)
		}
	}
	return damaged("it ends within a group")
}

func damaged(why string) error {
	return hint.Add(errors.New("is damaged: "+why), "open it and save it again, as .docx or .txt")
}

func (r *reader) endGroup() {
	r.flush()
	last := len(r.groups) - 1
	if r.now.created && !r.groups[last].created {
		r.created = r.stamp.time()
	}
	r.now, r.groups, r.ignorable = r.groups[last], r.groups[:last], false
}

// character takes a character of the code page, or one that stands in for one of
// Unicode.
func (r *reader) character(c byte) {
	if r.skip > 0 {
		r.skip--
		return
	}
	r.flushUnits()
	r.bytes = append(r.bytes, c)
}

// control takes a control word or a control symbol.
func (r *reader) control() {
	word, number, given := r.word()
	switch {
	case word == "'":
		r.hex()
	case word == "*":
		r.ignorable = true
	case word == "u":
		r.flushBytes()
		r.units, r.skip = append(r.units, uint16(number)), r.now.skips
	case word == "bin" && given:
		r.at = min(len(r.data), r.at+max(0, number))
	case word == "\\" || word == "{" || word == "}":
		r.character(word[0])
	default:
		r.flush()
		r.format(word, number, given)
	}
}

// word returns the control word at the reader's place, and its number.
func (r *reader) word() (word string, number int, given bool) {
	start := r.at
	for r.at < len(r.data) && (r.data[r.at]|0x20 >= 'a' && r.data[r.at]|0x20 <= 'z') {
		r.at++
	}
	if r.at == start {
		r.at = min(len(r.data), r.at+1)
		return string(r.data[start:r.at]), 0, false
	}
	word, start = string(r.data[start:r.at]), r.at
	for r.at < len(r.data) && (r.data[r.at] >= '0' && r.data[r.at] <= '9' || r.at == start && r.data[r.at] == '-') {
		r.at++
	}
	number, err := strconv.Atoi(string(r.data[start:r.at]))
	if r.at < len(r.data) && r.data[r.at] == ' ' {
		r.at++
	}
	return word, number, err == nil
}

func (r *reader) hex() {
	end := min(len(r.data), r.at+2)
	n, err := strconv.ParseUint(string(r.data[r.at:end]), 16, 8)
	r.at = end
	if err == nil {
		r.character(byte(n))
	}
}

// format takes a control word that is no character.
func (r *reader) format(word string, number int, given bool) {
	switch on := !given || number != 0; {
	case left[word] || r.ignorable:
		r.now.left = true
	case word == "title" || word == "author" || word == "company":
		r.now.info = word
	case word == "creatim":
		r.now.created = true
	case word == "info":
		r.now.info = word
	case word == "par" || word == "sect" || word == "page" || word == "\r" || word == "\n": // a line's end that is escaped is one, too
		r.endParagraph()
	case word == "pard":
		r.title = false
	case word == "outlinelevel":
		r.title = number == 0
	case word == "v" || word == "deleted":
		r.now.gone = on
	case word == "plain":
		r.now.gone = false
	case word == "uc":
		r.now.skips = min(max(0, number), 8)
	case word == "ansicpg":
		if page, known := pages[number]; known {
			r.page = page
		}
	case word == "mac":
		r.page = charmap.Macintosh
	case r.now.created:
		r.stamp.set(word, number)
	default:
		r.write(symbols[word])
	}
	r.ignorable = false
}

func (r *reader) flush() {
	r.flushBytes()
	r.flushUnits()
	r.skip = 0
}

func (r *reader) flushBytes() {
	if len(r.bytes) > 0 {
		text, err := r.page.NewDecoder().Bytes(r.bytes)
		if err == nil && utf8.Valid(text) {
			r.write(string(text))
		}
		r.bytes = r.bytes[:0]
	}
}

func (r *reader) flushUnits() {
	if len(r.units) > 0 {
		r.write(string(utf16.Decode(r.units)))
		r.units = r.units[:0]
	}
}

// write adds text to where it belongs.
func (r *reader) write(text string) {
	switch {
	case r.now.left || r.now.gone || text == "":
	case r.now.info != "":
		r.info[r.now.info] += text
	case text == "\n\n":
		r.endParagraph()
	default:
		r.text.WriteString(text)
	}
}

func (r *reader) endParagraph() {
	if r.now.left {
		return
	}
	r.paragraphs = append(r.paragraphs, paper.Paragraph{Text: r.text.String(), Title: r.title})
	r.text.Reset()
}
