package resolve

import (
	"regexp"
	"sort"
	"time"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/when"
)

// tense matches words that tell whether a sentence speaks of the future (first
// group) or of the past (second).
var tense = regexp.MustCompile(`(?i)\b(will|shall|plans?|scheduled|due|set|expected|upcoming|is to|are to|to (?:meet|visit|hold|travel))\b|` +
	`\b(\w+ed|said|met|was|were|had|told|held|spoke|took|began|went|came|gave|made)\b`)

// future says whether the words nearest to the offset, before it or else
// behind it, speak of the future.
func future(sentence string, at int) bool {
	before := tense.FindAllStringSubmatchIndex(sentence[:at], -1)
	if len(before) > 0 {
		return before[len(before)-1][2] >= 0
	}
	behind := tense.FindStringSubmatchIndex(sentence[at:])
	return behind != nil && behind[2] >= 0
}

// findDates reads the expressions of date, sentence by sentence, since “the
// same day” is the one last spoken of.
func (r *resolver) findDates() {
	var last time.Time
	for _, s := range r.Sentences {
		text := r.Article.Slice(s.Span)
		context := when.Context{Published: r.Article.Published, Last: last}
		for _, e := range when.Find(text, context) {
			if future(text, e.Start) {
				ahead := context
				ahead.Future = true
				e = refind(text, ahead, e)
			}
			r.dates = append(r.dates, dated{article.Span{Start: s.Start + e.Start, End: s.Start + e.End}, e.Value(), string(e.Precision), e.Day})
			if e.Precision == when.Day {
				last = e.Day
			}
		}
	}
}

// refind reads the expression e again in another context.
func refind(text string, c when.Context, e when.Expression) when.Expression {
	for _, again := range when.Find(text, c) {
		if again.Start == e.Start {
			return again
		}
	}
	return e
}

// dateIn returns the first date inside the span and outside of the others.
func (r *resolver) dateIn(s article.Span, outside []article.Span) (dated, bool) {
	for _, d := range r.datesIn(s) {
		if !overlapsAny(d.Span, outside) {
			return d, true
		}
	}
	return dated{}, false
}

// nearestDate returns the date inside the span that stands nearest to an offset.
func (r *resolver) nearestDate(s article.Span, at int) (nearest dated, found bool) {
	best := 0
	for _, d := range r.datesIn(s) {
		if distance := max(d.Start-at, at-d.End); !found || distance < best {
			nearest, best, found = d, distance, true
		}
	}
	return nearest, found
}

func overlapsAny(s article.Span, others []article.Span) bool {
	for _, o := range others {
		if s.Overlaps(o) {
			return true
		}
	}
	return false
}

// datesIn returns the dates inside the span.
func (r *resolver) datesIn(s article.Span) []dated {
	first := sort.Search(len(r.dates), func(i int) bool { return r.dates[i].Start >= s.Start })
	last := first
	for last < len(r.dates) && r.dates[last].End <= s.End {
		last++
	}
	return r.dates[first:last]
}
