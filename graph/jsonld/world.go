package jsonld

import (
	"strconv"

	"github.com/newsgraph/newsgraph/graph"
)

// world is what articles share.
type world struct {
	from map[graph.Ref][]graph.Edge
	to   map[graph.Ref][]graph.Edge
}

func newWorld(edges []graph.Edge) world {
	w := world{map[graph.Ref][]graph.Edge{}, map[graph.Ref][]graph.Edge{}}
	for _, e := range edges {
		w.from[e.From] = append(w.from[e.From], e)
		w.to[e.To] = append(w.to[e.To], e)
	}
	return w
}

func (w world) object(n graph.Node) object {
	if n.Label == graph.Meeting {
		return w.event(n)
	}
	return w.entity(n)
}

// genders names those of schema.org.
var genders = map[any]any{"m": "Male", "f": "Female"}

// wikidata is what the names of Wikidata's items begin with.
const wikidata = "http://www.wikidata.org/entity/"

func (w world) entity(n graph.Node) object {
	o := object{"@id": iri(n.ID), "@type": string(n.Label)}
	o.add("name", n.Props["name"])
	names, _ := n.Props["alternateNames"].([]string)
	for _, name := range names {
		o.add("alternateName", name)
	}
	o.add("gender", genders[n.Props["gender"]])
	if item, _ := n.Props["wikidataId"].(string); item != "" {
		o.add("sameAs", iri(wikidata+item))
	}
	if n.Label == graph.Country {
		o.add("identifier", n.Props["countryCode"])
	} else {
		o.take(n.Props, "countryCode")
	}
	for _, e := range w.from[n.Ref] {
		switch e.Type {
		case graph.LocatedIn:
			o.add("containedInPlace", iri(e.To.ID))
		case graph.HoldsPosition:
			position(o, e)
		}
	}
	return o
}

// position adds an office to its holder, as a role in what it belongs to. One that
// is held no longer is no affiliation, and no title.
func position(o object, e graph.Edge) {
	title, _ := e.Props["title"].(string)
	former, _ := e.Props["former"].(bool)
	key, kind := "affiliation", "OrganizationRole"
	switch {
	case former:
		key = "ng:formerAffiliation"
	case e.To.Label == graph.Person:
		key, kind = "knows", "Role"
	}
	if !former {
		o.add("jobTitle", title)
	}
	role := object{
		"@id": fragment(iri(e.From.ID), "role="+title, e.To.ID, "former="+strconv.FormatBool(former)), "@type": kind, "roleName": title, key: iri(e.To.ID),
	}
	role.take(e.Props, "asOf", "confidence")
	o.add(key, single(role))
}

var (
	// statuses are those of events; of what may never have been there is none.
	statuses = map[any]any{
		"past": "EventScheduled", "planned": "EventScheduled", "postponed": "EventPostponed", "cancelled": "EventCancelled",
		"hypothetical": "ng:EventHypothetical", "denied": "ng:EventDenied",
	}
	modes = map[any]any{
		"in person": "OfflineEventAttendanceMode", "visit": "OfflineEventAttendanceMode", "phone": "OnlineEventAttendanceMode", "video": "OnlineEventAttendanceMode",
	}
	// parts is what schema.org calls those who do more than attend.
	parts = map[any]string{"host": "organizer", "mediator": "contributor", "speaker": "performer"}
)

func (w world) event(n graph.Node) object {
	o := object{"@id": iri(n.ID), "@type": "Event"}
	o.add("name", n.Props["name"])
	o.add("startDate", day(n.Props))
	o.add("eventStatus", statuses[n.Props["status"]])
	o.add("eventAttendanceMode", modes[n.Props["mode"]])
	o.take(n.Props, "status", "mode", "venue", "date", "dateText", "datePrecision", "confidence")
	for _, e := range w.from[n.Ref] {
		o.add("location", iri(e.To.ID))
	}
	there := map[graph.Ref]bool{} // also those with two roles
	for _, e := range w.to[n.Ref] {
		if !there[e.From] {
			o.add("attendee", iri(e.From.ID))
		}
		there[e.From] = true
		if part := parts[e.Props["role"]]; part != "" {
			o.add(part, iri(e.From.ID))
		}
	}
	return o
}
