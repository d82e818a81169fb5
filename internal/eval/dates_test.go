package eval

import (
	"archive/tar"
	"bytes"
	"strings"
	"testing"
)

// archive is a tar archive of one document.
func archive(t *testing.T, document string) *bytes.Buffer {
	t.Helper()
	var out bytes.Buffer
	w := tar.NewWriter(&out)
	for name, text := range map[string]string{"a.tml": document, "README.txt": "no document"} {
		if err := w.WriteHeader(&tar.Header{Name: name, Size: int64(len(text)), Mode: 0o600}); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return &out
}

const created = `<DCT><TIMEX3 type="DATE" value="2022-01-22" functionInDocument="CREATION_TIME">20220122</TIMEX3></DCT>`

func TestDates(t *testing.T) {
	document := `<TimeML>` + created + `<TITLE>Yesterday</TITLE><TEXT>They <EVENT>met</EVENT>
<TIMEX3 type="DATE" value="2022-01-21">yesterday</TIMEX3> for <TIMEX3 type="DURATION" value="P3D">days</TIMEX3>,
<TIMEX3 type="DATE" value="2022-01-18">late Tuesday</TIMEX3> and a <TIMEX3 type="DATE" value="XXXX">blue moon</TIMEX3> before 1990 and 1991.</TEXT></TimeML>`
	figures, err := Dates(t.Context(), archive(t, document), 2)
	if err != nil {
		t.Fatal(err)
	}
	want := []float64{4. / 9, 6. / 9, 3. / 5, 3. / 4, 6. / 9}
	for i, f := range figures {
		if f.Value != want[i] || f.Of != "4 expressions of time" {
			t.Errorf("%+v, want %v", f, want[i])
		}
	}
}

func TestDatesAreCounted(t *testing.T) {
	d, err := parseTimeML(strings.NewReader(`<a>` + created + `<TEXT><TIMEX3 value="1">ab</TIMEX3> <TIMEX3 value="2">cd</TIMEX3> <TIMEX3 value="3">ef</TIMEX3></TEXT></a>`))
	if err != nil {
		t.Fatal(err)
	}
	found := append(d.gold[:0:0], d.gold...)
	found[0].Start, found[1].TIMEX = 1, "x"
	found[2].Start, found[2].End = 8, 9
	var all dates
	all.add(d.gold, found)
	if all.relaxed.hit != 2 || all.strict.hit != 1 || all.value.hit != 1 {
		t.Errorf("%+v", all)
	}
}

func TestDatesWithoutCreation(t *testing.T) {
	if _, err := Dates(t.Context(), archive(t, `<TimeML><TEXT>now</TEXT></TimeML>`), 2); err == nil || err.Error() != "a.tml: has no time of creation" {
		t.Error("got", err)
	}
}
