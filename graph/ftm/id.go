package ftm

import (
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"strings"
	"time"

	"github.com/newsgraph/newsgraph/graph"
)

// plain is what an id may have beside its kind, to be one of FollowTheMoney: no
// colon, slash or letter beyond ASCII.
var plain = regexp.MustCompile(`^[a-z0-9-]{0,100}[a-z0-9]$`)

// idOf returns the id of a node: that of the model with a hyphen for its colon
// (person-antony-blinken), or else a hash of it (article-2f0c…).
func idOf(ref graph.Ref) string {
	kind := strings.ToLower(string(ref.Label))
	if name, ours := strings.CutPrefix(ref.ID, kind+":"); ours && plain.MatchString(name) {
		return kind + "-" + name
	}
	return kind + "-" + hash(ref.ID)
}

// linkID returns the id of what joins others, made from all that it joins.
func linkID(schema string, parts ...string) string {
	return strings.ToLower(schema) + "-" + hash(strings.Join(parts, "\x00"))
}

func hash(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:10])
}

// code returns the code of a country as FollowTheMoney has it.
func code(props graph.Props) string {
	value, _ := props["countryCode"].(string)
	return strings.ToLower(value)
}

// text returns a property that is text, "" where it is unknown.
func text(props graph.Props, name string) string {
	value, _ := props[name].(string)
	return value
}

// day returns a date as precisely as it is known: 2024, 2024-05 or 2024-05-14. A
// week is known by the month, or else the year, that it lies in; the day of
// publication says nothing.
func day(props graph.Props) string {
	date, known := props["date"].(graph.Date)
	if !known {
		return ""
	}
	whole := date.String()
	switch props["datePrecision"] {
	case "day":
		return whole
	case "month":
		return whole[:len("2024-05")]
	case "year":
		return whole[:len("2024")]
	case "week":
		return common(date)
	}
	return ""
}

// common returns what the days of the week from a Monday on have in common.
func common(monday graph.Date) string {
	sunday := graph.DateOf(time.Date(monday.Year, monday.Month, monday.Day+6, 0, 0, 0, 0, time.UTC))
	switch {
	case monday.Year != sunday.Year:
		return ""
	case monday.Month != sunday.Month:
		return monday.String()[:len("2024")]
	}
	return monday.String()[:len("2024-05")]
}
