package library

import (
	"encoding/binary"
	"errors"

	"github.com/newsgraph/newsgraph/ingest/identity"
)

// The sightings of a block are read whenever one comes to it, some by the ten
// thousand: they are kept so that nothing of them has to be copied.

// parts returns the strings and the lists of a sighting, in their order there.
func parts(x *identity.Sighting) ([]*string, []*[]string) {
	return []*string{&x.ID, &x.Article, &x.Published, &x.Name, &x.Gender, &x.Item, &x.Evidence},
		[]*[]string{&x.Aliases, &x.Positions, &x.Offices, &x.Countries, &x.With}
}

// packSighting returns the strings and lists of a sighting, each with its length
// before it.
func packSighting(x identity.Sighting) []byte {
	out := make([]byte, 0, 512)
	add := func(s string) { out = append(binary.AppendUvarint(out, uint64(len(s))), s...) }
	texts, lists := parts(&x)
	for _, s := range texts {
		add(*s)
	}
	for _, list := range lists {
		out = binary.AppendUvarint(out, uint64(len(*list)))
		for _, s := range *list {
			add(s)
		}
	}
	return out
}

// unpackSighting returns what was packed.
func unpackSighting(packed []byte) (x identity.Sighting, err error) {
	r := unpacker{packed, string(packed), false}
	texts, lists := parts(&x)
	for _, s := range texts {
		*s = r.string()
	}
	for _, list := range lists {
		if n := r.number(); n > 0 {
			*list = make([]string, n)
		}
		for i := range *list {
			(*list)[i] = r.string()
		}
	}
	if r.damaged {
		return x, errors.New("what an article tells of an entity is damaged")
	}
	return x, nil
}

// unpacker reads what was packed, which it has as bytes and as text, of which the
// strings are parts.
type unpacker struct {
	bytes   []byte
	text    string
	damaged bool
}

// number returns the next number, none that is more than the bytes that follow.
func (u *unpacker) number() int {
	n, size := binary.Uvarint(u.bytes)
	if size <= 0 || n > uint64(len(u.bytes)-size) {
		u.damaged = true
		return 0
	}
	u.bytes, u.text = u.bytes[size:], u.text[size:]
	return int(n)
}

func (u *unpacker) string() string {
	n := u.number()
	s := u.text[:n]
	u.bytes, u.text = u.bytes[n:], u.text[n:]
	return s
}
