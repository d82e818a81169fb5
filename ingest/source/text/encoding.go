package text

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"

	"github.com/newsgraph/newsgraph/internal/hint"
)

// Decode returns the text that data holds, and a note where it is not in UTF-8.
// UTF-16 is known by its byte order mark, or by the zero byte that every other
// letter has; Windows-1252 and Latin-1 by bytes that are no UTF-8, few of them,
// and all of them characters there. Other encodings, and UTF-8 with a broken
// character, are errors that say where.
//
// Where lines end in carriage returns alone, as on old Macs, they end in line
// feeds.
func Decode(data []byte) (text, note string, err error) {
	text, note, err = decode(data)
	if !strings.Contains(text, "\n") {
		text = strings.ReplaceAll(text, "\r", "\n")
	}
	return text, note, err
}

func decode(data []byte) (text, note string, err error) {
	zero := bytes.IndexByte(data, 0)
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe\x00\x00")), bytes.HasPrefix(data, []byte("\x00\x00\xfe\xff")):
		return decodeUTF32(data)
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return decodeUTF16(data[2:], unicode.LittleEndian, "its byte order mark says")
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return decodeUTF16(data[2:], unicode.BigEndian, "its byte order mark says")
	case zero >= 0 && (zero < 512 || !utf8.Valid(data)):
		order, is := orderOf(data[:min(len(data), 4096)])
		if !is {
			return "", "", hint.Add(fmt.Errorf("is not text: NUL at byte %d", zero), "save it as text in UTF-8")
		}
		return decodeUTF16(data, order, "its zero bytes tell")
	case utf8.Valid(data):
		return string(data), "", nil
	}
	return decodeLatin(data)
}

func decodeUTF16(data []byte, order unicode.Endianness, why string) (text, note string, err error) {
	if len(data)%2 != 0 {
		return "", "", errors.New("is not text: UTF-16 with half a character at its end")
	}
	decoded, err := unicode.UTF16(order, unicode.IgnoreBOM).NewDecoder().Bytes(data)
	if err != nil || bytes.ContainsRune(decoded, utf8.RuneError) || bytes.IndexByte(decoded, 0) >= 0 {
		return "", "", errors.New("is not text: UTF-16 with broken characters")
	}
	return string(decoded), "read as UTF-16, as " + why, nil
}

func decodeUTF32(data []byte) (text, note string, err error) {
	decoded, err := utf32.UTF32(utf32.LittleEndian, utf32.ExpectBOM).NewDecoder().Bytes(data)
	if err != nil || bytes.ContainsRune(decoded, utf8.RuneError) || bytes.IndexByte(decoded, 0) >= 0 {
		return "", "", errors.New("is not text: UTF-32 with broken characters")
	}
	return string(decoded), "read as UTF-32, as its byte order mark says", nil
}

// orderOf returns in which order the halves of UTF-16 stand. Of a text with
// Latin letters, most of the one half are zero and next to none of the
// other.
func orderOf(data []byte) (order unicode.Endianness, is bool) {
	var zeros [2]int
	for i, b := range data {
		if b == 0 {
			zeros[i%2]++
		}
	}
	switch many := len(data) / 4; {
	case zeros[1] > many && zeros[0] <= zeros[1]/20:
		return unicode.LittleEndian, true
	case zeros[0] > many && zeros[1] <= zeros[0]/20:
		return unicode.BigEndian, true
	}
	return order, false
}

// mostHigh is the share of bytes beyond ASCII that a text in a Latin alphabet
// stays below; one in another alphabet has more.
const mostHigh = 0.2

// decodeLatin reads what is neither UTF-8 nor UTF-16.
func decodeLatin(data []byte) (text, note string, err error) {
	at, high, windows, sequences := firstInvalid(data), 0, false, 0
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		switch b := data[i]; {
		case size > 1:
			sequences++
		case b < ' ' && !strings.ContainsRune("\t\n\v\f\r\x1a", rune(b)):
			return "", "", fmt.Errorf("is not text: control character 0x%02x at byte %d", b, i)
		case r == utf8.RuneError:
			high++
			windows = windows || b < 0xa0
		}
		i += size
	}
	var table encoding.Encoding = charmap.ISO8859_1
	name := "Latin-1"
	if windows {
		table, name = charmap.Windows1252, "Windows-1252"
	}
	decoded, err := table.NewDecoder().Bytes(data)
	if err != nil || sequences >= high || float64(high) > mostHigh*float64(len(data)) || bytes.ContainsRune(decoded, utf8.RuneError) {
		line := 1 + bytes.Count(data[:at], []byte("\n"))
		return "", "", hint.Add(fmt.Errorf("line %d: byte %d (0x%02x) is not UTF-8, nor is the text UTF-16, Windows-1252 or Latin-1", line, at, data[at]),
			"convert it, for example with iconv -f ISO-8859-2 -t UTF-8")
	}
	return string(decoded), "read as " + name + ", since it is not UTF-8", nil
}

func firstInvalid(text []byte) int {
	at := 0
	for at < len(text) {
		r, size := utf8.DecodeRune(text[at:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		at += size
	}
	return at
}
