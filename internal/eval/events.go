package eval

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/newsgraph/newsgraph/ingest/facts"
)

// contacts are the events of WikiEvents that the graph has too.
var contacts = []struct {
	name  string
	types []string // prefixes
	acts  []string
}{
	{"meetings", []string{"Contact.Contact.Meet", "Contact.Contact.Correspondence"}, []string{meeting}},
	{"demands", []string{"Contact.RequestCommand."}, []string{"REQUEST", "ORDER"}},
}

// roles are those of the arguments that the graph has too.
var roles = map[string]string{"Participant": participant, "Communicator": teller, "Recipient": recipient}

// Events measures meetings and demands on WikiEvents (Li et al. 2021), one
// document a line: {"sentences": [[[[word, start, end]], text]],
// "entity_mentions": [{"id", "start", "end"}], "event_mentions":
// [{"event_type", "trigger": {"start", "end"}, "arguments": [{"entity_id",
// "role"}]}]}, places in words of the document. An event counts where one of the
// same kind has its trigger in the same sentence of theirs, which may be a
// paragraph; an argument where the events are a pair, the role is the same and
// the words of the party, or a mention by name, share a character with the
// marked head.
//
// The scheme differs in this: there, a meeting is every contact face to face,
// a question in court too, and one participant is enough; the graph wants two
// by name. A contact that only may have been face to face is of another type
// (Contact.Contact.Unspecified), talks that were held and interviews among
// them. A demand needs no words of it: instructions sent and a ban are demands.
// Mentions are not linked, so that a pronoun is right only as the words of a
// speaker.
func Events(ctx context.Context, r io.Reader, workers int) ([]Figure, error) {
	type counts struct{ triggers, arguments count }
	all := make([]counts, len(contacts))
	err := measure(ctx, workers, lines(r), func(line string) (func(), error) {
		if strings.TrimSpace(line) == "" {
			return nil, nil
		}
		var w wikiEvents
		if err := json.Unmarshal([]byte(line), &w); err != nil {
			return nil, err
		}
		d, err := w.document()
		if err != nil {
			return nil, err
		}
		article, err := wholeWay(d.text, "")
		if err != nil {
			return nil, err
		}
		predicted := article.events()
		return func() {
			for i, c := range contacts {
				gold := d.events(w, c.types)
				predicted := slices.DeleteFunc(slices.Clone(predicted), func(e event) bool { return !slices.Contains(c.acts, e.act) })
				d.compare(&all[i].triggers, &all[i].arguments, gold, predicted)
			}
		}, nil
	})
	var figures []Figure
	for i, c := range contacts {
		figures = append(figures, three(c.name, all[i].triggers, c.name)...)
		figures = append(figures, three(c.name+", arguments", all[i].arguments, "arguments")...)
	}
	return figures, err
}

// wikiEvents is a document of the corpus.
type wikiEvents struct {
	Sentences      [][]json.RawMessage
	EntityMentions []struct {
		ID         string
		Start, End int
	} `json:"entity_mentions"`
	EventMentions []struct {
		Type      string                   `json:"event_type"`
		Trigger   struct{ Start, End int } `json:"trigger"`
		Arguments []struct {
			EntityID string `json:"entity_id"`
			Role     string
		}
	} `json:"event_mentions"`
}

// marked is a document with the places of what is marked.
type marked struct {
	text      string
	sentences []facts.Span
	words     []facts.Span
	entities  map[string]facts.Span
}

// document writes the sentences as paragraphs, and finds the words in them:
// their offsets in the file are of another text.
func (w wikiEvents) document() (*marked, error) {
	d := &marked{entities: map[string]facts.Span{}}
	var length int
	for _, s := range w.Sentences {
		var words [][3]any
		var text string
		if len(s) != 2 {
			return nil, fmt.Errorf("a sentence has %d parts, not words and text", len(s))
		}
		if err := json.Unmarshal(s[0], &words); err != nil {
			return nil, err
		}
		if err := json.Unmarshal(s[1], &text); err != nil {
			return nil, err
		}
		for _, at := range find(text, words) {
			d.words = append(d.words, facts.Span{length + at[0], length + at[1]})
		}
		d.text += text + "\n\n"
		end := length + utf8.RuneCountInString(text)
		d.sentences = append(d.sentences, facts.Span{length, end})
		length = end + 2
	}
	for _, m := range w.EntityMentions {
		span, err := d.span(m.Start, m.End)
		if err != nil {
			return nil, fmt.Errorf("mention %s %w", m.ID, err)
		}
		d.entities[m.ID] = span
	}
	for _, e := range w.EventMentions {
		if _, err := d.span(e.Trigger.Start, e.Trigger.End); err != nil {
			return nil, fmt.Errorf("a trigger of %s %w", e.Type, err)
		}
	}
	return d, nil
}

// find returns the places of words, which stand in this order, in text.
func find(text string, words [][3]any) []facts.Span {
	var found []facts.Span
	start := 0 // in code points
	for _, w := range words {
		word := fmt.Sprint(w[0])
		before, after, ok := strings.Cut(text, word)
		if !ok { // written otherwise in the text: of no length
			found = append(found, facts.Span{start, start})
			continue
		}
		start += utf8.RuneCountInString(before)
		end := start + utf8.RuneCountInString(word)
		found = append(found, facts.Span{start, end})
		text, start = after, end
	}
	return found
}

// span returns the place of the words [first, last).
func (d *marked) span(first, last int) (facts.Span, error) {
	if first < 0 || first >= last || last > len(d.words) {
		return facts.Span{}, fmt.Errorf("lies outside the text: words %d to %d", first, last)
	}
	return facts.Span{d.words[first][0], d.words[last-1][1]}, nil
}

// events returns the marked events of the given types.
func (d *marked) events(w wikiEvents, types []string) []event {
	var all []event
	for _, m := range w.EventMentions {
		if !slices.ContainsFunc(types, func(t string) bool { return strings.HasPrefix(m.Type, t) }) {
			continue
		}
		trigger, _ := d.span(m.Trigger.Start, m.Trigger.End)
		e := event{act: m.Type, trigger: []facts.Span{trigger}}
		for _, a := range m.Arguments {
			if span, known := d.entities[a.EntityID]; known && roles[a.Role] != "" {
				e.parties = append(e.parties, party{roles[a.Role], []facts.Span{span}, true})
			}
		}
		all = append(all, e)
	}
	return all
}

// compare gives each marked event at most one of the found ones in its
// sentence, the one that agrees best.
func (d *marked) compare(triggers, arguments *count, gold, predicted []event) {
	for _, e := range predicted {
		triggers.predicted++
		arguments.predicted += len(e.parties)
	}
	for _, g := range gold {
		triggers.gold++
		arguments.gold += len(g.parties)
		best, most := -1, -1
		for i, p := range predicted {
			if same := agreement(g, p); same > most && d.sameSentence(g, p) {
				best, most = i, same
			}
		}
		if best >= 0 {
			triggers.hit++
			arguments.hit += sharedParties(g, predicted[best])
			predicted = slices.Delete(predicted, best, best+1)
		}
	}
}

func (d *marked) sameSentence(a, b event) bool {
	return slices.ContainsFunc(d.sentences, func(s facts.Span) bool {
		return touch(a.trigger, []facts.Span{s}) && touch(b.trigger, []facts.Span{s})
	})
}

// agreement is how well two events go together.
func agreement(a, b event) int {
	return one(touch(a.trigger, b.trigger)) + sharedParties(a, b)
}

// sharedParties returns the number of parties of a that are in b too.
func sharedParties(a, b event) int {
	shared, rest := 0, slices.Clone(b.parties)
	for _, p := range a.parties {
		i := slices.IndexFunc(rest, func(q party) bool { return p.role == q.role && touch(p.spans, q.spans) })
		if i >= 0 {
			shared++
			rest = slices.Delete(rest, i, i+1)
		}
	}
	return shared
}
