package facts

import (
	"reflect"
	"slices"
)

// Lists are facts of an article that were others before who is who was decided
// across articles: whole lists, of the statements those alone that changed.
type Lists struct {
	People        []Person       `json:"people,omitempty"`
	Countries     []Country      `json:"countries,omitempty"`
	Organizations []Organization `json:"organizations,omitempty"`
	Places        []Place        `json:"places,omitempty"`
	Meetings      []Meeting      `json:"meetings,omitempty"`
	Statements    []Statement    `json:"statements,omitempty"`
}

// Keep notes in f what was otherwise in was, the facts of the same article
// before.
func (f *Article) Keep(was *Article) {
	before := Lists{
		changed(f.People, was.People), changed(f.Countries, was.Countries), changed(f.Organizations, was.Organizations),
		changed(f.Places, was.Places), changed(f.Meetings, was.Meetings), nil,
	}
	for i, s := range was.Statements {
		if !reflect.DeepEqual(s, f.Statements[i]) {
			before.Statements = append(before.Statements, s)
		}
	}
	if !reflect.DeepEqual(before, Lists{}) {
		f.Before = &before
	}
}

// changed returns the list as it was, nil where it is so still.
func changed[T any](now, was []T) []T {
	if reflect.DeepEqual(now, was) {
		return nil
	}
	return was
}

// Restore makes the facts what they were before Keep.
func (f *Article) Restore() {
	if f.Before == nil {
		return
	}
	restore(&f.People, f.Before.People)
	restore(&f.Countries, f.Before.Countries)
	restore(&f.Organizations, f.Before.Organizations)
	restore(&f.Places, f.Before.Places)
	restore(&f.Meetings, f.Before.Meetings)
	for _, s := range f.Before.Statements {
		if i := slices.IndexFunc(f.Statements, func(now Statement) bool { return now.ID == s.ID }); i >= 0 {
			f.Statements[i] = s
		}
	}
	f.Before = nil
}

func restore[T any](now *[]T, was []T) {
	if was != nil {
		*now = was
	}
}
