package identity

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"
)

// Decisions are what a person has decided about who is who. They win over what
// newsgraph takes for granted. Nil decides nothing.
type Decisions struct {
	all      []decision          // in the order of the lines
	same     map[string]joining  // an id, and the one that stands for it
	parted   map[[2]string]bool  // pairs of ids that stand for themselves
	meant    map[[2]string]value // article and id: the id that is meant there
	names    map[string]value    // by the id that stands for the one named
	wikidata map[string]value    // so, too
}

// decision is a line of the file.
type decision struct {
	line     int
	kind     string // same, different, name or wikidata
	ids      []string
	value    string   // of name and wikidata
	articles []string // of different, where it holds in these alone
}

// joining says which id stands for another, by which line.
type joining struct {
	to   string
	line int
}

// value is what a line says of an id.
type value struct {
	text string
	line int
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
// The order of the lines matters only where one id is the same as two others:
// the later line says by which id all of them go. Its error names each line that
// is broken or that contradicts another.
func Parse(r io.Reader, file string) (*Decisions, error) {
	d := &Decisions{same: map[string]joining{}, parted: map[[2]string]bool{}, meant: map[[2]string]value{}, names: map[string]value{}, wikidata: map[string]value{}}
	var faults []error
	fault := func(line int, err error) {
		if err != nil {
			faults = append(faults, fmt.Errorf("%s:%d: %w", file, line, err))
		}
	}
	in, number := bufio.NewScanner(r), 0
	for in.Scan() {
		number++
		text, _, _ := strings.Cut(in.Text(), "#")
		x, err := parseDecision(strings.Fields(text), number)
		if err == nil && x.kind != "" {
			d.all = append(d.all, x)
			err = d.join(x)
		}
		fault(number, err)
	}
	fault(number+1, in.Err())
	for _, x := range d.all {
		fault(x.line, d.note(x))
	}
	return d, errors.Join(faults...)
}

// parseDecision reads the words of a line; no words are no decision.
func parseDecision(words []string, line int) (decision, error) {
	if len(words) == 0 {
		return decision{}, nil
	}
	x := decision{line: line, kind: words[0]}
	ids := map[string]int{"same": 2, "different": 2, "name": 1, "wikidata": 1}[x.kind]
	if ids == 0 {
		return x, fmt.Errorf("%q is no decision; there are same, different, name and wikidata", x.kind)
	}
	if len(words) < 3 {
		return x, fmt.Errorf("%s needs %s", x.kind, map[int]string{1: "an id and a value", 2: "two ids"}[ids])
	}
	x.ids = words[1 : 1+ids]
	for _, id := range x.ids {
		if !entityID.MatchString(id) {
			return x, fmt.Errorf("%q is no id; ids look like person:jane-doe", id)
		}
	}
	return x, x.rest(words[1+ids:])
}

// rest reads what stands after the ids.
func (x *decision) rest(words []string) error {
	switch x.kind {
	case "same":
		if a, b := x.ids[0], x.ids[1]; label(a) != label(b) {
			return fmt.Errorf("%s is a %s, %s a %s", a, label(a), b, label(b))
		}
		if len(words) > 0 {
			return fmt.Errorf("same takes two ids, not %d", 2+len(words))
		}
	case "different":
		if x.ids[0] == x.ids[1] {
			return fmt.Errorf("%s cannot be different from itself", x.ids[0])
		}
		if len(words) == 1 || len(words) > 1 && words[0] != "in" {
			return errors.New("after the two ids stands nothing, or in and the ids of articles")
		}
		if len(words) > 1 {
			x.articles = words[1:]
		}
	default:
		x.value = strings.Join(words, " ")
		if x.kind == "wikidata" && !wikidataID.MatchString(x.value) {
			return fmt.Errorf("%q is no Wikidata id; they look like Q42", x.value)
		}
	}
	return nil
}

// join notes who is the same as whom.
func (d *Decisions) join(x decision) error {
	if x.kind != "same" {
		return nil
	}
	a, b := d.stands(x.ids[0]), d.stands(x.ids[1])
	switch {
	case a != b:
		d.same[b] = joining{a, x.line}
	case x.ids[1] == b: // which goes by its own id, not by the other's
		return fmt.Errorf("%s and %s already stand for one another by line %d", x.ids[0], x.ids[1], d.joinedBy(x.ids...))
	}
	return nil
}

// note notes what is decided of those of whom join has noted who is the same.
func (d *Decisions) note(x decision) error {
	switch {
	case len(x.articles) > 0:
		for _, article := range x.articles {
			if err := say(d.meant, [2]string{article, x.ids[0]}, x.ids[1], x, "is already meant as"); err != nil {
				return err
			}
		}
	case x.kind == "different":
		a, b := d.stands(x.ids[0]), d.stands(x.ids[1])
		if a == b {
			return fmt.Errorf("%s and %s are different here, but the same by line %d", x.ids[0], x.ids[1], d.joinedBy(x.ids...))
		}
		d.parted[pair(a, b)] = true
	case x.kind == "name":
		return say(d.names, d.stands(x.ids[0]), x.value, x, "is already named")
	case x.kind == "wikidata":
		return say(d.wikidata, d.stands(x.ids[0]), x.value, x, "is already")
	}
	return nil
}

// say notes what a line says, which may not be another thing than what a line
// before it says.
func say[K comparable](all map[K]value, of K, text string, x decision, already string) error {
	if was, known := all[of]; known && was.text != text {
		return fmt.Errorf("%s %s %s by line %d", x.ids[0], already, was.text, was.line)
	}
	all[of] = value{text, x.line}
	return nil
}

func label(id string) string {
	kind, _, _ := strings.Cut(id, ":")
	return kind
}

// pair returns two ids in their order.
func pair(a, b string) [2]string { return [2]string{min(a, b), max(a, b)} }

// stands returns the id that stands for an id.
func (d *Decisions) stands(id string) string {
	if d == nil {
		return id
	}
	for d.same[id].to != "" {
		id = d.same[id].to
	}
	return id
}

// joins says whether a person decided that others are the one of an id.
func (d *Decisions) joins(id string) bool {
	if d == nil {
		return false
	}
	for other := range d.same {
		if d.stands(other) == id {
			return true
		}
	}
	return false
}

// joinedBy returns the last line by which ids are the same.
func (d *Decisions) joinedBy(ids ...string) (line int) {
	for _, id := range ids {
		for ; d.same[id].to != ""; id = d.same[id].to {
			line = max(line, d.same[id].line)
		}
	}
	return line
}

// apart says whether a person decided that two ids are not one: by saying so, or
// by giving them different items of Wikidata.
func (d *Decisions) apart(a, b string) bool {
	if d == nil {
		return false
	}
	a, b = d.stands(a), d.stands(b)
	x, y := d.wikidata[a].text, d.wikidata[b].text
	return d.parted[pair(a, b)] || x != "" && y != "" && x != y
}

// item returns the item of Wikidata that a person decided an id to be, or else
// what is known of it.
func (d *Decisions) item(id, known string) string {
	if d == nil {
		return known
	}
	return cmp.Or(d.wikidata[d.stands(id)].text, known)
}

// Decides says whether a person has decided on a doubt.
func (d *Decisions) Decides(x Doubt) bool {
	return d.apart(x.A.ID, x.B.ID) || d.stands(x.A.ID) == d.stands(x.B.ID)
}

// in returns whom an id means in an article, by the decisions.
func (d *Decisions) in(article, id string) string {
	if d == nil {
		return id
	}
	if other, ok := d.meant[[2]string{article, id}]; ok {
		id = other.text
	}
	return d.stands(id)
}

// Named returns the ids that have a name or an item of Wikidata by decision,
// sorted. It holds of all who are one with them.
func (d *Decisions) Named() []string {
	if d == nil {
		return nil
	}
	ids := slices.AppendSeq(slices.Collect(maps.Keys(d.names)), maps.Keys(d.wikidata))
	slices.Sort(ids)
	return slices.Compact(ids)
}

// Unused returns the decisions that changed nothing, in the order of their
// lines, since what they are about was not seen: ids that articles have, or that
// were made for those who share one.
func (d *Decisions) Unused(seen map[string]bool) (lines []string) {
	if d == nil {
		return nil
	}
	stand := map[string]bool{}
	for id := range seen {
		stand[d.stands(id)] = true
	}
	for _, x := range d.all {
		used := seen[x.ids[0]]
		switch {
		case x.kind == "same":
			used = seen[x.ids[1]]
		case x.kind != "different": // it is about all who go by that id
			used = stand[d.stands(x.ids[0])]
		case len(x.articles) == 0:
			used = used && seen[x.ids[1]]
		}
		if !used {
			lines = append(lines, fmt.Sprintf("line %d (%s %s)", x.line, x.kind, strings.Join(x.ids, " ")))
		}
	}
	return lines
}
