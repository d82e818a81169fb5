package library

import (
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsgraph/newsgraph/ingest/identity"
)

// TestPackSighting packs a sighting all of whose fields are filled, and none.
func TestPackSighting(t *testing.T) {
	var full identity.Sighting
	fields := reflect.ValueOf(&full).Elem()
	for i := range fields.NumField() {
		name := fields.Type().Field(i).Name
		switch f := fields.Field(i); f.Kind() {
		case reflect.String:
			f.SetString(name)
		default:
			f.Set(reflect.ValueOf([]string{name, "", "é"}))
		}
	}
	for _, want := range []identity.Sighting{full, {}} {
		packed := packSighting(want)
		got, err := unpackSighting(packed)
		if diff := cmp.Diff(want, got); err != nil || diff != "" {
			t.Errorf("%v\n%s", err, diff)
		}
		for n := range packed {
			if _, err := unpackSighting(packed[:n]); err == nil {
				t.Errorf("the first %d of %d bytes are taken for all", n, len(packed))
			}
		}
	}
}
