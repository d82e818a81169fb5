// Package facts holds what is known after an article has been read and its
// mentions resolved: the form that `newsgraph ingest --to json` writes, one
// article a line, and from which every other output is made.
//
// Entities are named by id. Offsets are Unicode code points into Text, end
// exclusive. Lists are in the order of the article's text, ids are the same
// from run to run.
package facts

import (
	"slices"
	"strings"
)

// Span is a start and an end in code points of the article's text.
type Span [2]int

// Article is one article and its facts.
type Article struct {
	ID         string `json:"id"`
	SHA256     string `json:"sha256"` // of Text, in hex
	URL        string `json:"url,omitempty"`
	Headline   string `json:"headline,omitempty"`
	Standfirst string `json:"standfirst,omitempty"` // the lines below the headline that sum the article up; no facts are of it
	Publisher  string `json:"publisher,omitempty"`
	Author     string `json:"author,omitempty"`
	InLanguage string `json:"inLanguage,omitempty"`
	Published  string `json:"published,omitempty"` // YYYY-MM-DD
	Text       string `json:"text"`
	CopyOf     *Copy  `json:"copyOf,omitempty"` // the article whose story this is

	People        []Person       `json:"people"`
	Countries     []Country      `json:"countries"`
	Organizations []Organization `json:"organizations"`
	Places        []Place        `json:"places"`
	Meetings      []Meeting      `json:"meetings"`
	Statements    []Statement    `json:"statements"`

	// Before are the facts that the article alone gives, where those of other
	// articles of the run, or a person's decisions, made others of them. It is
	// what these facts are settled anew from, among other articles.
	Before *Lists `json:"before,omitempty"`
}

// Copy says of which article another is a copy.
type Copy struct {
	ID    string  `json:"id"`
	Share float64 `json:"share"` // of the shorter text that stands in the other
}

// Entity is what all entities have. Mentions lists every mention by name;
// it is empty for a country that is known only through a place in it, and for a
// person who is known only through an office.
type Entity struct {
	ID       string   `json:"id"`
	Name     string   `json:"name"`
	Aliases  []string `json:"aliases"` // the other names used in this article, sorted
	Mentions []Span   `json:"mentions"`

	Rule       string  `json:"rule"` // by which it was found, and the share of such that is right
	Confidence float64 `json:"confidence"`

	WikidataID string `json:"wikidataId,omitempty"` // where it is known, or a person decided it

	ReadAs *ReadAs `json:"readAs,omitempty"` // where other articles, or a person, tell who it is
}

// ReadAs says as whom the article alone reads somebody who is another by what
// other articles tell, by which rule that is so, and how sure.
type ReadAs struct {
	ID         string  `json:"id"`
	Rule       string  `json:"rule"`
	Confidence float64 `json:"confidence"`
}

// Entities returns all entities of the article: countries, bodies, places, people.
func (f *Article) Entities() (all []Entity) {
	for _, c := range f.Countries {
		all = append(all, c.Entity)
	}
	for _, o := range f.Organizations {
		all = append(all, o.Entity)
	}
	for _, p := range f.Places {
		all = append(all, p.Entity)
	}
	for _, p := range f.People {
		all = append(all, p.Entity)
	}
	return all
}

// Code returns the ISO 3166-1 alpha-2 code of a country, "" of anything else.
func (e Entity) Code() string {
	code, isCountry := strings.CutPrefix(e.ID, "country:")
	if !isCountry {
		return ""
	}
	return strings.ToUpper(code)
}

// Person is a person with the offices that the article gives.
type Person struct {
	Entity
	Gender    string     `json:"gender,omitempty"` // m or f, where the article or the table of known people tells
	Positions []Position `json:"positions"`
	Known     *Known     `json:"known,omitempty"` // where the table of known people has him
}

// Known is who a person is known to be by the table of those who held public
// offices.
type Known struct {
	Name     string `json:"name"`     // in the table
	Evidence string `json:"evidence"` // the office that speaks for it

	Rule       string  `json:"rule"`
	Confidence float64 `json:"confidence"`
}

// Position is an office: a title, without the country or body it is of.
type Position struct {
	Title  string `json:"title"`
	Of     string `json:"of"`               // id of a country or organization
	Former bool   `json:"former,omitempty"` // held no longer when the article was written
	Spans  []Span `json:"spans"`

	Rule       string  `json:"rule"`
	Confidence float64 `json:"confidence"`
}

// Country is a country; its id is "country:" and the lower-case code.
type Country struct {
	Entity
	Code string `json:"code"` // ISO 3166-1 alpha-2
}

// Organization is a body: a company, an alliance, a ministry.
type Organization struct {
	Entity
	Country string `json:"country,omitempty"` // id of its country, where it is of one
}

// Place is a place that is no country.
type Place struct {
	Entity
	Country string `json:"country,omitempty"` // id of its country
}

// Participant is somebody at a meeting.
type Participant struct {
	ID   string `json:"id"`
	Role string `json:"role"` // participant, host, visitor, mediator, speaker (at a press conference)

	Rule       string  `json:"rule"`
	Confidence float64 `json:"confidence"`
}

// Meeting is a meeting of any mode and status.
type Meeting struct {
	ID            string        `json:"id"`
	Name          string        `json:"name"`
	Participants  []Participant `json:"participants"`
	Place         string        `json:"place,omitempty"` // id of a place or country
	Venue         string        `json:"venue,omitempty"` // the words for the building
	Date          string        `json:"date,omitempty"`  // YYYY, YYYY-MM or YYYY-MM-DD, as precise as known
	DatePrecision string        `json:"datePrecision,omitempty"`
	DateText      string        `json:"dateText,omitempty"`
	Mode          string        `json:"mode"`   // in person, phone, video, visit, multilateral
	Status        string        `json:"status"` // past, planned, postponed, cancelled, hypothetical, denied
	Spans         MeetingSpans  `json:"spans"`
	Decisions     []Decision    `json:"decisions"`
	Confidence    float64       `json:"confidence"`
}

// MeetingSpans says where a meeting stands in the text.
type MeetingSpans struct {
	Trigger  []Span `json:"trigger"`
	Sentence []Span `json:"sentence"`
}

// Statement is something that somebody said, thought or wrote.
type Statement struct {
	ID                 string         `json:"id"`
	Speaker            *string        `json:"speaker"`              // null: nobody the graph could name
	Speakers           []string       `json:"speakers,omitempty"`   // where there are several; the first is Speaker
	Unnamed            *Source        `json:"source,omitempty"`     // the words for those whom the graph could not name
	ReportedBy         string         `json:"reportedBy,omitempty"` // the body or person that passed it on, where that isn't the article
	Addressees         []string       `json:"addressees"`
	Targets            []string       `json:"targets"` // the ones accused, praised, asked
	Topics             []string       `json:"topics"`
	Verb               string         `json:"verb"` // as it stands in the text
	Act                string         `json:"act"`
	Text               string         `json:"text"`
	Quote              string         `json:"quote,omitempty"` // the words in quotation marks
	QuoteType          string         `json:"quoteType"`       // direct, indirect, mixed
	Polarity           string         `json:"polarity"`        // positive, negative
	AttributionNegated bool           `json:"attributionNegated"`
	Modality           string         `json:"modality"` // asserted, possible, necessary, conditional, desired
	Date               string         `json:"date,omitempty"`
	DatePrecision      string         `json:"datePrecision,omitempty"` // day, week, month, year
	DateText           string         `json:"dateText,omitempty"`
	Meeting            string         `json:"meeting,omitempty"`
	Within             string         `json:"within,omitempty"`     // id of the statement in whose words this one lies
	RespondsTo         string         `json:"respondsTo,omitempty"` // id of the statement that this one answers
	How                string         `json:"how,omitempty"`        // it responds: one of graph.Responses
	Sentence           string         `json:"sentence"`             // the sentence of the cue
	Decisions          []Decision     `json:"decisions"`
	Confidence         float64        `json:"confidence"`
	Spans              StatementSpans `json:"spans"`
}

// Voices returns the ids of those who made the statement: none where the graph
// could name nobody.
func (s Statement) Voices() []string {
	switch {
	case len(s.Speakers) > 0:
		return s.Speakers
	case s.Speaker != nil:
		return []string{*s.Speaker}
	}
	return nil
}

// Source is a source that no graph could name: “two Hungarian officials”.
type Source struct {
	Text string `json:"text"`           // the words of the article
	Kind string `json:"kind,omitempty"` // official, spokesperson, … (one of graph.SourceKinds), where the words tell

	// Holder is the id of who held the office that the words are on the day of the
	// article, by the table of known people: the article names nobody.
	Holder     string  `json:"holder,omitempty"`
	Rule       string  `json:"rule,omitempty"` // of Holder
	Confidence float64 `json:"confidence,omitempty"`
}

// Holder returns the id of who holds the office that speaks, "" where none is known.
func (s Statement) Holder() string {
	if s.Unnamed == nil {
		return ""
	}
	return s.Unnamed.Holder
}

// Decision says by which rule, or head of the network, an attribute was found,
// and the share of such answers that is right.
type Decision struct {
	What       string  `json:"what"`         // the attribute: speaker, addressee, target, act, date, meeting, respondsTo, reportedBy; of a meeting: meeting, status, place, day
	Of         string  `json:"of,omitempty"` // the id of the addressee or target whom it is about
	Rule       string  `json:"rule"`
	Confidence float64 `json:"confidence"`
}

// Decided returns the decision on an attribute, of which there is one, or on one
// of its values by its id.
func Decided(decisions []Decision, what, of string) (found Decision, ok bool) {
	i := slices.IndexFunc(decisions, func(d Decision) bool { return d.What == what && d.Of == of })
	if i < 0 {
		return found, false
	}
	return decisions[i], true
}

// StatementSpans says where a statement stands in the text.
type StatementSpans struct {
	Speaker    []Span   `json:"speaker"`
	Speakers   [][]Span `json:"speakers,omitempty"` // the words for each of several speakers, in their order
	Cue        []Span   `json:"cue"`
	Content    []Span   `json:"content"`
	Addressee  []Span   `json:"addressee"`
	Target     []Span   `json:"target,omitempty"`
	ReportedBy []Span   `json:"reportedBy,omitempty"`
}
