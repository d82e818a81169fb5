package graph

import (
	"maps"
	"slices"
)

// Kind is the kind of a property's value.
type Kind int

// The kinds of property values, as Props lists them.
const (
	Text Kind = iota
	Bool
	Int
	Float
	Texts
	Floats
	Day
)

// Names of properties that the package itself reads.
const (
	Evidence    = "evidence"
	Confidences = "confidences" // one for each entry of Evidence
	FactsSHA256 = "factsSha256"
)

// Labels lists the specific labels in canonical order.
var Labels = []Label{Article, Person, Country, Organization, Place, Meeting, Statement}

// Entities lists the labels whose nodes are also labelled Entity.
var Entities = []Label{Person, Country, Organization, Place}

// NodeProps lists the properties that a node of a label may have beside id.
var NodeProps = map[Label]map[string]Kind{
	Article: {
		"url": Text, "headline": Text, "standfirst": Text, "publisher": Text, "author": Text, "datePublished": Day,
		"inLanguage": Text, "sha256": Text, FactsSHA256: Text,
	},
	Person:       {"name": Text, "gender": Text, "wikidataId": Text},
	Country:      {"name": Text, "countryCode": Text, "wikidataId": Text},
	Organization: {"name": Text, "countryCode": Text, "wikidataId": Text},
	Place:        {"name": Text, "countryCode": Text, "wikidataId": Text},
	Meeting:      {"date": Day, "datePrecision": Text},
	Statement: {
		"text": Text, "quote": Text, "quoteType": Text, "verb": Text, "act": Text, "polarity": Text,
		"attributionNegated": Bool, "modality": Text, "date": Day, "datePrecision": Text, "dateText": Text,
		"start": Int, "end": Int, "sentence": Text, "quoteKey": Text, "confidence": Float,
		// The words for a source that the graph cannot name, and its kind.
		"source": Text, "sourceKind": Text,
		// In how many statements it lies: 0 for first-hand words.
		"depth": Int,
	},
}

// EdgeRule says what a type of relationship may join and carry.
type EdgeRule struct {
	Type     Type
	From, To []Label
	// Keys names the properties that tell relationships between the same nodes
	// apart; none where there is at most one.
	Keys  []string
	Props map[string]Kind
	// Shared relationships are facts of the world that several articles may
	// support. They carry the property evidence, a sorted list of places such
	// as "<article id>#char=12,45" (RFC 5147), and beside it confidences, how
	// sure each of them is; both are merged on load.
	Shared bool
}

// Derived lists the properties of shared nodes that are derived from all
// articles, beside those of NodeProps.
var Derived = map[Label]map[string]Kind{
	Person:       {"alternateNames": Texts},
	Country:      {"alternateNames": Texts},
	Organization: {"alternateNames": Texts},
	Place:        {"alternateNames": Texts},
	Meeting:      {"name": Text, "mode": Text, "status": Text, "venue": Text, "dateText": Text, "confidence": Float},
}

// PropsOf returns all properties that a node of a label may have beside id once
// all articles are known.
func PropsOf(label Label) map[string]Kind {
	kinds := maps.Clone(NodeProps[label])
	maps.Copy(kinds, Derived[label])
	return kinds
}

// AllProps returns all properties that a relationship may have once all articles
// are known: also those derived from them.
func (r EdgeRule) AllProps() map[string]Kind {
	kinds := maps.Clone(r.kinds())
	if kinds == nil {
		kinds = map[string]Kind{}
	}
	if r.Shared {
		kinds["confidence"] = Float
	}
	if r.Type == HoldsPosition {
		kinds["asOf"] = Day
	}
	return kinds
}

func (r EdgeRule) kinds() map[string]Kind {
	if !r.Shared {
		return r.Props
	}
	kinds := map[string]Kind{Evidence: Texts, Confidences: Floats}
	maps.Copy(kinds, r.Props)
	return kinds
}

// EdgeRules lists the allowed relationships in canonical order.
var EdgeRules = []EdgeRule{
	{Type: ReportedIn, From: []Label{Statement, Meeting}, To: []Label{Article}, Props: map[string]Kind{
		"start": Int, "end": Int, "confidence": Float,
		// What the article says of a meeting, and in which sentence.
		"name": Text, "mode": Text, "status": Text, "venue": Text, "dateText": Text, "sentence": Text,
	}},
	{Type: MentionedIn, From: Entities, To: []Label{Article}, Props: map[string]Kind{
		"count": Int, "name": Text, "names": Texts, "start": Int, "end": Int, "gender": Text, "wikidataId": Text,
		// Whom the article alone reads, by which rule that is this one, and how sure.
		"readAs": Text, "rule": Text, "confidence": Float,
	}},
	{Type: CopyOf, From: []Label{Article}, To: []Label{Article}, Props: map[string]Kind{"share": Float}},
	{Type: Made, From: Entities, To: []Label{Statement}, Props: map[string]Kind{"as": Text, "rule": Text, "confidence": Float}},
	{Type: AddressedTo, From: []Label{Statement}, To: Entities, Props: map[string]Kind{"as": Text, "confidence": Float}},
	{Type: About, From: []Label{Statement}, To: Entities, Props: map[string]Kind{"role": Text, "as": Text, "confidence": Float}},
	{Type: Within, From: []Label{Statement}, To: []Label{Statement}},
	{Type: RespondsTo, From: []Label{Statement}, To: []Label{Statement}, Props: map[string]Kind{"how": Text, "confidence": Float}},
	{Type: ReportedBy, From: []Label{Statement}, To: []Label{Organization, Person}, Props: map[string]Kind{"as": Text, "confidence": Float}},
	{Type: MadeAt, From: []Label{Statement}, To: []Label{Meeting}},
	{Type: ParticipatedIn, From: Entities, To: []Label{Meeting}, Keys: []string{"role"}, Props: map[string]Kind{"role": Text}, Shared: true},
	{Type: HeldIn, From: []Label{Meeting}, To: []Label{Place, Country}, Shared: true},
	{Type: HoldsPosition, From: []Label{Person}, To: Entities, Keys: []string{"title", "former"}, Props: map[string]Kind{"title": Text, "former": Bool}, Shared: true},
	{Type: LocatedIn, From: []Label{Place}, To: []Label{Country}, Shared: true},
	{Type: SaidTo, From: Entities, To: Entities, Keys: []string{"statementId"}, Props: map[string]Kind{
		"statementId": Text, "act": Text, "verb": Text, "date": Day,
	}},
}

// Types lists the types of EdgeRules in their order.
var Types = func() (types []Type) {
	for _, r := range EdgeRules {
		types = append(types, r.Type)
	}
	return types
}()

// RuleOf returns the rule of a type of relationship.
func RuleOf(t Type) (EdgeRule, bool) {
	for _, r := range EdgeRules {
		if r.Type == t {
			return r, true
		}
	}
	return EdgeRule{}, false
}

// General returns the label under which relationships find a node: Entity for all
// kinds of them, else itself.
func (l Label) General() Label {
	if slices.Contains(Entities, l) {
		return Entity
	}
	return l
}

// Shared says whether several articles may tell of the nodes of a label.
func (l Label) Shared() bool { return l == Meeting || l.General() == Entity }
