package main

import (
	"fmt"
	"strings"
	"testing"
)

func TestNotes(t *testing.T) {
	var got []string
	n := notes{print: func(note string) { got = append(got, note) }}
	for i := range 5 {
		n.of(fmt.Sprint(i), "has no date")
	}
	n.of("5", "read as UTF-16")
	n.rest()
	want := "0: has no date|1: has no date|2: has no date|5: read as UTF-16|the same of 2 more: has no date"
	if joined := strings.Join(got, "|"); joined != want {
		t.Errorf("got %s\nwant %s", joined, want)
	}
}
