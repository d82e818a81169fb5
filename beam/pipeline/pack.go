package pipeline

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/copies"
	"github.com/newsgraph/newsgraph/ingest/identity"
)

// What goes from one step to the next is a key and bytes, JSON but for sketches:
// all runners know how to carry them.

// pack returns the bytes of a value.
func pack(v any) ([]byte, error) {
	packed, err := json.Marshal(v)
	if err != nil {
		err = fmt.Errorf("pack: %w", err)
	}
	return packed, err
}

// unpack returns the value of bytes that pack made.
func unpack[T any](packed []byte) (v T, err error) {
	if err = json.Unmarshal(packed, &v); err != nil {
		err = fmt.Errorf("unpack: %w", err)
	}
	return v, err
}

// emitter hands on values under keys.
type emitter = func(string, []byte)

// send packs a value and emits it.
func send(to emitter, key string, v any) error {
	packed, err := pack(v)
	if err == nil {
		to(key, packed)
	}
	return err
}

// values is what was grouped under a key.
type values = func(*[]byte) bool

// each unpacks all values and hands them on.
func each[T any](all values, with func(T) error) error {
	for packed := []byte(nil); all(&packed); {
		v, err := unpack[T](packed)
		if err == nil {
			err = with(v)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// list unpacks all values.
func list[T any](all values) (list []T, err error) {
	err = each(all, func(v T) error { list = append(list, v); return nil })
	return list, err
}

// packStory returns a story as short as it can be: it is sent once for each band.
func packStory(s story) []byte {
	packed := binary.AppendUvarint(nil, uint64(len(s.ID)))
	packed = binary.AppendUvarint(append(packed, s.ID...), uint64(len(s.Order)))
	packed, before := append(packed, s.Order...), uint32(0)
	for _, n := range s.Low {
		packed, before = binary.AppendUvarint(packed, uint64(n-before)), n
	}
	return packed
}

func unpackStory(packed []byte) (s story) {
	s.ID, packed = cut(packed)
	s.Order, packed = cut(packed)
	for before := uint32(0); len(packed) > 0; {
		n, size := binary.Uvarint(packed)
		before += uint32(n)
		s.Low, packed = append(s.Low, before), packed[size:]
	}
	return s
}

// cut returns the text that begins bytes, and what follows it.
func cut(packed []byte) (string, []byte) {
	n, size := binary.Uvarint(packed)
	return string(packed[size : size+int(n)]), packed[size+int(n):]
}

// sketch returns what two stories are compared by.
func (s story) sketch() copies.Sketch { return copies.Sketch{Low: s.Low} }

// Decided are a person's decisions, as a step carries them.
type Decided struct {
	Text string // of the file

	decisions *identity.Decisions
	alone     *identity.Settled // who is who by the decisions alone
}

// Setup reads the decisions; the runner calls it before a step's first element.
func (d *Decided) Setup() (err error) {
	if d.Text != "" {
		d.decisions, err = identity.Parse(strings.NewReader(d.Text), "decisions")
	}
	d.alone = identity.NewSettled(d.decisions, nil)
	return err
}
