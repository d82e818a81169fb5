package when

import (
	_ "embed"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/ingest/token"
)

//go:embed lexicon.txt
var lexiconTXT string

// item is a word, or several that make a number, as the rules see it.
type item struct {
	class      byte
	value      int
	start, end int
}

type entry struct {
	class byte
	value int
}

// other is the class of words that no expression is made of. Classes that the
// lexicon does not list are those of numbers in digits.
const other = '_'

// lexicon holds the words, and classes the letter that stands for each class
// in a pattern.
var lexicon, classes = func() (map[string]entry, map[string]byte) {
	words, letters := map[string]entry{}, map[string]byte{}
	next := rune(0) // the letters are those of ASCII that a pattern takes as they are
	class := func(name string) byte {
		if _, known := letters[name]; !known {
			for next++; next == other || next == ' ' || regexp.QuoteMeta(string(next)) != string(next); {
				next++
			}
			letters[name] = byte(next)
		}
		return letters[name]
	}
	for _, name := range []string{"year", "clock", "num", "nth", "tens", "dotted"} {
		class(name)
	}
	for line := range strings.Lines(lexiconTXT) {
		fields := strings.Fields(line)
		if fields[0] == "#" {
			continue
		}
		for _, field := range fields[1:] {
			i := strings.LastIndexByte(field, '=')
			value, err := strconv.Atoi(field[i+1:])
			if err != nil {
				panic("lexicon.txt: " + field)
			}
			words[field[:i]] = entry{class(fields[0]), value}
		}
	}
	return words, letters
}()

// classify returns the words of text with their classes.
func classify(text string) []item {
	var items []item
	for _, t := range token.Words(text) {
		class, value := classOf(t.Text)
		items = append(items, item{class, value, t.Start, t.End})
	}
	return join(items)
}

func classOf(word string) (byte, int) {
	if r, _ := utf8.DecodeRuneInString(word); unicode.IsDigit(r) {
		return digits(word)
	}
	lower := strings.ToLower(word)
	e, known := lexicon[lower]
	if !known {
		e, known = lexicon[strings.TrimSuffix(lower, ".")]
	}
	if !known || named(e.class) && lower == word {
		return other, 0
	}
	return e.class, e.value
}

// named says whether words of the class have a capital letter.
func named(class byte) bool {
	return class == classes["month"] || class == classes["may"] || class == classes["weekday"] || class == classes["weekdays"]
}

// The years that four digits may be.
const (
	firstYear = 1000
	lastYear  = 2100
)

var dotted = regexp.MustCompile(`^(\d{1,2})\.(\d{1,2})\.(\d{4})$`)

// digits classifies a word that begins with a digit.
func digits(word string) (byte, int) {
	whole := strings.ReplaceAll(word, ",", "")
	if n, err := strconv.Atoi(whole); err == nil {
		switch {
		case n > 99999:
			return other, 0
		case len(word) == 4 && n >= firstYear && n <= lastYear:
			return classes["year"], n
		}
		return classes["num"], n
	}
	if n, err := strconv.Atoi(strings.TrimRight(word, "stndrh")); err == nil {
		switch {
		case strings.HasSuffix(word, "0s") && n >= firstYear && n <= lastYear:
			return classes["decade"], n
		case strings.HasSuffix(word, "0s") && n >= 20 && n < 100:
			return classes["tens"], 1900 + n
		case !strings.HasSuffix(word, "0s") && n < 100:
			return classes["nth"], n
		}
	}
	if m := dotted.FindStringSubmatch(word); m != nil {
		return classes["dotted"], atoi(m[3])*10000 + atoi(m[2])*100 + atoi(m[1])
	}
	if hour, minute, ok := strings.Cut(word, ":"); ok && len(minute) == 2 {
		h, err := strconv.Atoi(hour)
		m, fault := strconv.Atoi(minute)
		if err == nil && fault == nil && h < 25 && m < 60 {
			return classes["clock"], 60*h + m
		}
	}
	return other, 0
}

// join makes one item of the words of a number.
func join(items []item) []item {
	joined := items[:0]
	for i := 0; i < len(items); {
		it, n := number(items[i:])
		joined = append(joined, it)
		i += n
	}
	return joined
}

// number returns the number in words that items begin with, as “twenty-four”,
// “two hundred” or the year “nineteen ninety-six”, and of how many words it is;
// else the first item.
func number(items []item) (item, int) {
	it, n := tens(items)
	if n == 0 {
		return items[0], 1
	}
	if low, more := tens(items[n:]); more > 0 && it.value > 14 && it.value <= 20 && low.value > 9 {
		return item{classes["year"], 100*it.value + low.value, it.start, low.end}, n + more
	}
	for n < len(items) && items[n].class == classes["scale"] && it.value < lastYear {
		it.value, it.end = it.value*items[n].value, items[n].end
		n++
		if low, more := tens(items[n:]); more > 0 && items[n].class == classes["spelt"] {
			it.value, it.end = it.value+low.value, low.end
			n += more
		}
	}
	it.class = classes["num"]
	if n > 1 && it.value >= 2000 && it.value <= lastYear {
		it.class = classes["year"]
	}
	return it, n
}

// tens returns the number under a hundred that items begin with; “a” is one
// where a hundred or thousand follows.
func tens(items []item) (item, int) {
	follows := func(at int, class string) bool { return len(items) > at && items[at].class == classes[class] }
	switch {
	case follows(0, "a") && follows(1, "scale"):
		return items[0], 1
	case !follows(0, "spelt"):
		return item{}, 0
	}
	it, n := items[0], 1
	if it.value < 20 {
		return it, n
	}
	if follows(n, "hyphen") {
		n++
	}
	if follows(n, "spelt") && items[n].value < 10 {
		it.value, it.end = it.value+items[n].value, items[n].end
		return it, n + 1
	}
	return it, 1
}
