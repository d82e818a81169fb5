package when

import (
	"bytes"
	"regexp"
	"strings"
)

// rule is a form of expression: a pattern of classes of words, and what makes
// an expression of the words that it matches, or says that there is none.
type rule struct {
	pattern  *regexp.Regexp
	read     func(*reading) (Expression, bool)
	relative bool // wants the day of publication
}

// reading is a match of a rule.
type reading struct {
	*Context
	items []item
	aside bool // what follows is not counted from it
}

// rules are in the order of preference where two match the same words.
var rules = func() []rule {
	var all []rule
	for _, table := range []struct {
		forms    []form
		relative bool
	}{{fullDates, false}, {lengths, false}, {sets, false}, {references, false}, {calendar, true}, {deictic, true}, {clocks, true}} {
		for _, f := range table.forms {
			all = append(all, rule{compile(f.pattern), f.read, table.relative})
		}
	}
	return all
}()

// form is a rule before it is compiled. Its pattern is a regular expression
// over the names of classes and parts.
type form struct {
	pattern string
	read    func(*reading) (Expression, bool)
}

// parts are pieces that patterns share.
var parts = map[string]string{
	"MONTH":   `(month|may)`,
	"ORD":     `(ord|nth|second)`,
	"DAYNUM":  `(the? (ord|nth)|num)`,
	"EARLY":   `((the (early|edge) of? the?|early|bound) hyphen? )`,
	"WEEKDAY": `((last|next|this past?|the? prior|the following) )? weekday`,
	"DATE":    `((weekday comma?)? (MONTH DAYNUM (comma? year)?|DAYNUM of? MONTH (comma? year)?))`,
	"DAY":     `(EARLY? WEEKDAY|EARLY? relative|DATE)`,
	"CLOCK":   `(about? (num|clock) (ampm|oclock) zone? time?|about? clock|noon)`,
	"ABOUT":   `(about|at? (more|last|few) than)`,
	"COUNT":   `(the? ABOUT? (num|few|a few|a few of))`,
	"AMOUNT":  `((COUNT more?|ABOUT? a) hyphen? UNIT)`,
	"UNIT":    `(unit|units)`,
	"QUARTER": `(the? (fiscal hyphen?)? (last|latest|this)? ORD hyphen? unit)`,
}

var name = regexp.MustCompile(`[A-Za-z]+`)

// compile turns a pattern of names into one of the letters of the classes.
func compile(pattern string) *regexp.Regexp {
	re := regexp.MustCompile(strings.ReplaceAll(expand(pattern), " ", ""))
	re.Longest()
	return re
}

func expand(pattern string) string {
	return name.ReplaceAllStringFunc(pattern, func(name string) string {
		if part, known := parts[name]; known {
			return expand(part)
		}
		letter, known := classes[name]
		if !known {
			panic("unknown class " + name)
		}
		return string(rune(letter))
	})
}

var (
	// edges are the classes that rules look at before and after an expression.
	edges = letters("in on of for comma point ended")

	// cores are the classes of which every expression has one.
	cores = letters(`unit units month may weekday weekdays relative tonight part parts overnight noon year decade tens clock
		ampm oclock holiday season weekend now present current recently near latest often future past nth slash half dotted`)
)

func letters(names string) string { return expand(strings.Join(strings.Fields(names), " ")) }

// match adds what the rules match in the classes of words in a row, of which
// the first is an item's index.
func match(all []candidate, row []byte, first int) []candidate {
	if !bytes.ContainsAny(row, cores) {
		return all
	}
	for i, r := range rules {
		for _, m := range r.pattern.FindAllIndex(row, -1) {
			a, b := m[0], m[1]
			for a < b && strings.IndexByte(edges, row[a]) >= 0 {
				a++
			}
			for b > a && strings.IndexByte(edges, row[b-1]) >= 0 {
				b--
			}
			all = append(all, candidate{first + a, first + b, i})
		}
	}
	return all
}

// find returns the first word of the classes.
func (r *reading) find(names ...string) (item, bool) {
	for _, it := range r.items {
		for _, name := range names {
			if it.class == classes[name] {
				return it, true
			}
		}
	}
	return item{}, false
}

// value returns the value of the first word of the classes, 0 for none.
func (r *reading) value(names ...string) int {
	it, _ := r.find(names...)
	return it.value
}

func (r *reading) has(names ...string) bool {
	_, found := r.find(names...)
	return found
}

// values returns the values of all words of the class.
func (r *reading) values(name string) (values []int) {
	for _, it := range r.items {
		if it.class == classes[name] {
			values = append(values, it.value)
		}
	}
	return values
}

// tense returns the tense of the verb that governs the words.
func (r *reading) tense() Tense {
	if r.Tense == nil {
		return NoTense
	}
	return r.Tense(r.items[0].start, r.items[len(r.items)-1].end)
}
