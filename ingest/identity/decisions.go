package identity

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// Decisions are what a person has decided about who is who. They win over what
// newsgraph takes for granted.
type Decisions struct {
	lines     map[string]int    // on which each id is named first
	same      map[string]string // an id and the one that stands for it
	sameLine  map[string]int
	different []difference
	names     map[string]string
	wikidata  map[string]string
}

// difference says that two are not one. Where it names articles, the first id
// means the second there.
type difference struct {
	a, b     string
	articles []string
	line     int
}

var (
	entityID   = regexp.MustCompile(`^(person|country|organization|place):\S+$`)
	wikidataID = regexp.MustCompile(`^Q[1-9][0-9]*$`)
)

// Parse reads a file of decisions, a line for each; what stands after # is a
// comment:
//
//	same person:volodymyr-zelensky person:zelensky      the second is the first
//	different person:michael-brown person:mike-brown    never one
//	different person:michael-brown person:michael-brown-2 in URL…   in these articles it is the second
//	name person:volodymyr-zelensky Volodymyr Zelenskyy
//	wikidata person:volodymyr-zelensky Q3874799
//
// Its error names each line that is broken or that contradicts another.
func Parse(r io.Reader, file string) (*Decisions, error) {
	d := &Decisions{lines: map[string]int{}, same: map[string]string{}, sameLine: map[string]int{}, names: map[string]string{}, wikidata: map[string]string{}}
	in := bufio.NewScanner(r)
	var faults []error
	number := 0
	for in.Scan() {
		number++
		text, _, _ := strings.Cut(in.Text(), "#")
		if err := d.add(strings.Fields(text), number); err != nil {
			faults = append(faults, fmt.Errorf("%s:%d: %w", file, number, err))
		}
	}
	if err := in.Err(); err != nil {
		faults = append(faults, fmt.Errorf("%s:%d: %w", file, number+1, err))
	}
	for _, x := range d.different {
		if len(x.articles) == 0 && d.stands(x.a) == d.stands(x.b) {
			faults = append(faults, fmt.Errorf("%s:%d: %s and %s are different here, but the same by line %d", file, x.line, x.a, x.b, d.lineJoining(x)))
		}
	}
	return d, errors.Join(faults...)
}

func (d *Decisions) add(words []string, line int) error {
	if len(words) == 0 {
		return nil
	}
	kind, args := words[0], words[1:]
	ids := map[string]int{"same": 2, "different": 2, "name": 1, "wikidata": 1}[kind]
	if ids == 0 {
		return fmt.Errorf("%q is no decision; there are same, different, name and wikidata", kind)
	}
	if len(args) < 2 {
		return fmt.Errorf("%s needs %s", kind, map[int]string{1: "an id and a value", 2: "two ids"}[ids])
	}
	for _, id := range args[:ids] {
		if !entityID.MatchString(id) {
			return fmt.Errorf("%q is no id; ids look like person:jane-doe", id)
		}
		if _, known := d.lines[id]; !known {
			d.lines[id] = line
		}
	}
	switch kind {
	case "same":
		return d.addSame(args, line)
	case "different":
		return d.addDifferent(args, line)
	case "name":
		d.names[args[0]] = strings.Join(args[1:], " ")
	case "wikidata":
		if len(args) != 2 || !wikidataID.MatchString(args[1]) {
			return fmt.Errorf("%q is no Wikidata id; they look like Q42", strings.Join(args[1:], " "))
		}
		d.wikidata[args[0]] = args[1]
	}
	return nil
}

func (d *Decisions) addSame(args []string, line int) error {
	a, b := args[0], args[1]
	switch {
	case len(args) != 2:
		return fmt.Errorf("same takes two ids, not %d", len(args))
	case label(a) != label(b):
		return fmt.Errorf("%s is a %s, %s a %s", a, label(a), b, label(b))
	case d.same[b] == a:
		return nil
	case d.stands(a) == d.stands(b):
		return fmt.Errorf("%s and %s already stand for one another by line %d", a, b, max(d.sameLine[a], d.sameLine[b]))
	case d.same[b] != "":
		return fmt.Errorf("%s is already %s by line %d", b, d.same[b], d.sameLine[b])
	}
	d.same[b], d.sameLine[b] = a, line
	return nil
}

func (d *Decisions) addDifferent(args []string, line int) error {
	x := difference{a: args[0], b: args[1], line: line}
	switch {
	case x.a == x.b:
		return fmt.Errorf("%s cannot be different from itself", x.a)
	case len(args) > 2 && (args[2] != "in" || len(args) == 3):
		return errors.New("after the two ids stands nothing, or in and the ids of articles")
	case len(args) > 3:
		x.articles = args[3:]
	}
	d.different = append(d.different, x)
	return nil
}

func label(id string) string {
	kind, _, _ := strings.Cut(id, ":")
	return kind
}

// stands returns the id that stands for an id.
func (d *Decisions) stands(id string) string {
	if d == nil {
		return id
	}
	for d.same[id] != "" {
		id = d.same[id]
	}
	return id
}

// lineJoining returns the last line by which two ids are the same.
func (d *Decisions) lineJoining(x difference) (line int) {
	for _, id := range []string{x.a, x.b} {
		for ; d.same[id] != ""; id = d.same[id] {
			line = max(line, d.sameLine[id])
		}
	}
	return line
}

// apart says whether a person decided that two ids are not one.
func (d *Decisions) apart(a, b string) bool {
	return d != nil && slices.ContainsFunc(d.different, func(x difference) bool {
		return len(x.articles) == 0 && (d.stands(x.a) == d.stands(a) && d.stands(x.b) == d.stands(b) || d.stands(x.a) == d.stands(b) && d.stands(x.b) == d.stands(a))
	})
}

// in returns whom an id means in an article, by the decisions.
func (d *Decisions) in(article, id string) string {
	if d == nil {
		return id
	}
	for _, x := range d.different {
		if x.a == id && slices.Contains(x.articles, article) {
			id = x.b
		}
	}
	return d.stands(id)
}

// name returns the name decided for an id, "" for none, item its Wikidata id.
func (d *Decisions) name(id string) string {
	if d == nil {
		return ""
	}
	return d.names[id]
}

func (d *Decisions) item(id string) string {
	if d == nil {
		return ""
	}
	return d.wikidata[id]
}

// decides says whether an id has a name or a Wikidata id by decision.
func (d *Decisions) decides(id string) bool { return d.name(id) != "" || d.item(id) != "" }

// Unknown returns the ids that the decisions name and none of known is, each
// with its line, in the order of the lines.
func (d *Decisions) Unknown(known map[string]bool) (missing []string) {
	if d == nil {
		return nil
	}
	ids := slices.SortedFunc(maps.Keys(d.lines), func(a, b string) int {
		if d.lines[a] != d.lines[b] {
			return d.lines[a] - d.lines[b]
		}
		return strings.Compare(a, b)
	})
	for _, id := range ids {
		made := slices.ContainsFunc(d.different, func(x difference) bool { return x.b == id && len(x.articles) > 0 })
		if !known[id] && !made {
			missing = append(missing, fmt.Sprintf("line %d: %s", d.lines[id], id))
		}
	}
	return missing
}
