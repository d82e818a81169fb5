package main

import (
	"io"
	"strings"
	"testing"
)

// A text longer than the buffer is written once, and by Write alone.
func TestLongText(t *testing.T) {
	var written strings.Builder
	o, err := create("-", &written)
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Repeat("so ", 10000)
	if _, err := io.WriteString(o, text); err != nil {
		t.Fatal(err)
	}
	if err := o.commit(); err != nil || written.String() != text {
		t.Errorf("wrote %d of %d bytes: %v", written.Len(), len(text), err)
	}
}
