package eval

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/facts"
)

//go:embed data/plover.tsv
var ploverTSV string

// spoken are the kinds of events of PLOVER that are said, with their acts.
var spoken = table(ploverTSV)

// record is an event that PLOVER marks in a sentence.
type record struct {
	Event, Text    string
	Source, Target actors
}

// actors are the words that name an actor each. Some records have a text or
// nothing in place of the list.
type actors []string

// UnmarshalJSON takes the words of a list of {"actorText"}; all else is nobody.
func (a *actors) UnmarshalJSON(data []byte) error {
	var list []struct{ ActorText string }
	if json.Unmarshal(data, &list) != nil {
		return nil
	}
	for _, l := range list {
		*a = append(*a, l.ActorText)
	}
	return nil
}

// told counts the records of a kind.
type told struct{ act, source, known, recipient part }

// part is a count out of a total.
type part struct{ some, all int }

func (p *part) add(hit bool) {
	p.some += one(hit)
	p.all++
}

func (p part) String() string {
	if p.all == 0 {
		return "none"
	}
	return fmt.Sprintf("%.3f of %d", share(p.some, p.all), p.all)
}

// Acts measures what is said to whom on the gold standard records of PLOVER
// (Open Event Data Alliance 2016): a JSON list of {"event", "text", "source":
// [{"actorText"}], "target"}, each sentence an article. A record has its act
// where a statement has one of those that data/plover.tsv gives the kind, or a
// meeting for CONSULT; its source and its recipient (the addressee or target)
// are right where that statement's words or mentions share a character with the
// actor's words, and the source is an entity where the graph has it too. Figures
// are shares of the records; a sentence is marked with one event only, so that
// what is found beside it is not judged.
//
// The scheme differs in this: PLOVER has what was done or decided by words,
// whatever the verb (“said it will support” is to AGREE, and so is “will
// provide”), and its recipient may be whom it concerns only. Where two met or
// agreed they are both its sources; a meeting's second is taken as recipient.
// An actor may be marked as a country where its minister speaks: words decide.
func Acts(ctx context.Context, r io.Reader, workers int) ([]Figure, error) {
	var all told
	kinds := make([]told, len(spoken))
	err := measure(ctx, workers, records[record](r), func(rec record) (func(), error) {
		i := slices.IndexFunc(spoken, func(row []string) bool { return row[0] == rec.Event })
		if i < 0 {
			return nil, nil
		}
		text := strings.Trim(rec.Text, " {}")
		article, err := wholeWay(text, "")
		if err != nil {
			return nil, err
		}
		gold, acts, found := rec.parties(text), strings.Fields(spoken[i][1]), article.events()
		return func() {
			all.add(gold, acts, found)
			kinds[i].add(gold, acts, found)
		}, nil
	})
	figures := all.figures("acts")
	for i, row := range spoken {
		figures = append(figures, kinds[i].figures(row[0])...)
	}
	return figures, err
}

// parties returns the places of the source and of the recipient in text, none
// where they do not stand there.
func (rec record) parties(text string) map[string][]facts.Span {
	sources, targets := rec.Source, rec.Target
	if rec.Event == "CONSULT" && len(targets) == 0 && len(sources) > 1 {
		sources, targets = sources[:1], sources[1:]
	}
	return map[string][]facts.Span{teller: places(text, sources), recipient: places(text, targets)}
}

var gap = regexp.MustCompile(`\s*\.\.+\s*`)

// places returns the spans of actors' words; “U.S. … officials” are two.
func places(text string, all actors) []facts.Span {
	var spans []facts.Span
	points := article.NewCodePoints(text)
	for _, a := range all {
		for _, part := range gap.Split(strings.Join(strings.Fields(a), " "), -1) {
			if part == "" {
				continue
			}
			whole := regexp.MustCompile(`(?:^|\PL)(` + regexp.QuoteMeta(part) + `)(?:\PL|$)`)
			for _, at := range whole.FindAllStringSubmatchIndex(text, -1) {
				spans = append(spans, facts.Span{points.At(at[2]), points.At(at[3])})
			}
		}
	}
	return spans
}

// add counts a record by the event of a right act that agrees best with it.
func (t *told) add(gold map[string][]facts.Span, acts []string, found []event) {
	best, most := event{}, -1
	for _, e := range found {
		same := 2*one(e.has(teller, gold[teller])) + one(e.has(recipient, gold[recipient]))
		if slices.Contains(acts, e.act) && same > most {
			best, most = e, same
		}
	}
	t.act.add(most >= 0)
	if len(gold[teller]) > 0 {
		t.source.add(best.has(teller, gold[teller]))
		t.known.add(best.known().has(teller, gold[teller]))
	}
	if len(gold[recipient]) > 0 {
		t.recipient.add(best.has(recipient, gold[recipient]))
	}
}

// known returns e with the parties who are entities only.
func (e event) known() event {
	e.parties = slices.DeleteFunc(slices.Clone(e.parties), func(p party) bool { return !p.known })
	return e
}

// has says whether a party in the role, or one that takes part, is at spans.
func (e event) has(role string, spans []facts.Span) bool {
	return slices.ContainsFunc(e.parties, func(p party) bool {
		return (p.role == role || p.role == participant) && touch(p.spans, spans)
	})
}

func (t *told) figures(name string) []Figure {
	figure := func(what string, p part, of string) Figure {
		return Figure{name + what, share(p.some, p.all), fmt.Sprintf("%d %s", p.all, of)}
	}
	return []Figure{
		figure(", right", t.act, "records"),
		figure(", right and source too", t.source, "sources"),
		figure(", right and source an entity", t.known, "sources"),
		figure(", right and recipient too", t.recipient, "recipients"),
	}
}
