package webarchive

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"unicode/utf16"

	"github.com/newsgraph/newsgraph/ingest/source/kind"
)

const (
	magic   = "bplist00"
	trailer = 32 // bytes at the end

	// The kinds of values, in the upper half of their first byte.
	dataValue  = 0x4
	asciiValue = 0x5
	utf16Value = 0x6
	dictValue  = 0xd

	longest = 1 << 10 // entries of a dictionary that is looked into
)

// list is a property list in Apple's binary form. It is read at the places that
// are asked for, and nowhere else.
type list struct {
	file        io.ReaderAt
	offsetSize  int
	refSize     int
	count, top  uint64
	offsetTable int64
}

var errList = errors.New("it is no property list as Safari writes it")

func newList(file io.ReaderAt, size int64) (*list, error) {
	var end [trailer]byte
	if _, err := file.ReadAt(end[:], size-trailer); size < trailer || err != nil && err != io.EOF {
		return nil, errList
	}
	at := binary.BigEndian
	l := &list{file, int(end[6]), int(end[7]), at.Uint64(end[8:]), at.Uint64(end[16:]), int64(at.Uint64(end[24:]))}
	if l.offsetSize < 1 || l.offsetSize > 8 || l.refSize < 1 || l.refSize > 8 || l.offsetTable < 0 || l.offsetTable > size {
		return nil, errList
	}
	return l, nil
}

// number reads a number of so many bytes.
func (l *list) number(at int64, size int) (n uint64, err error) {
	buffer := make([]byte, size)
	if _, err := l.file.ReadAt(buffer, at); err != nil {
		return 0, errList
	}
	for _, b := range buffer {
		n = n<<8 | uint64(b)
	}
	return n, nil
}

// value returns the kind of a value, how many parts it has, and where they begin.
func (l *list) value(ref uint64) (form byte, parts uint64, at int64, err error) {
	if ref >= l.count {
		return 0, 0, 0, errList
	}
	offset, err := l.number(l.offsetTable+int64(ref)*int64(l.offsetSize), l.offsetSize)
	if err != nil {
		return 0, 0, 0, err
	}
	mark, err := l.number(int64(offset), 1)
	if err != nil {
		return 0, 0, 0, err
	}
	form, parts, at = byte(mark>>4), mark&0xf, int64(offset)+1
	if parts < 0xf {
		return form, parts, at, nil
	}
	power, err := l.number(at, 1) // of two: how many bytes the number has
	if err != nil || power>>4 != 1 || power&0xf > 3 {
		return 0, 0, 0, errList
	}
	size := 1 << (power & 0xf)
	parts, err = l.number(at+1, size)
	return form, parts, at + 1 + int64(size), err
}

// get returns the value that a dictionary has under a name.
func (l *list) get(dictionary uint64, name string) (ref uint64, err error) {
	form, parts, at, err := l.value(dictionary)
	if err != nil || form != dictValue || parts > longest {
		return 0, errList
	}
	for i := range int64(parts) {
		key, err := l.number(at+i*int64(l.refSize), l.refSize)
		if err != nil {
			return 0, err
		}
		if text, err := l.bytes(key, longest); err == nil && string(text) == name {
			return l.number(at+(int64(parts)+i)*int64(l.refSize), l.refSize)
		}
	}
	return 0, fmt.Errorf("it has no %s", name)
}

// bytes returns what a value of data or a text holds, a text in UTF-8.
func (l *list) bytes(ref uint64, limit int64) ([]byte, error) {
	form, parts, at, err := l.value(ref)
	if err != nil {
		return nil, err
	}
	if form == utf16Value {
		parts *= 2
	}
	switch {
	case form != dataValue && form != asciiValue && form != utf16Value:
		return nil, errList
	case parts > uint64(limit):
		return nil, kind.TooLarge{Bytes: limit}
	}
	data := make([]byte, parts)
	if _, err := l.file.ReadAt(data, at); err != nil && (err != io.EOF || parts > 0) {
		return nil, errList
	}
	if form != utf16Value {
		return data, nil
	}
	units := make([]uint16, parts/2)
	for i := range units {
		units[i] = binary.BigEndian.Uint16(data[2*i:])
	}
	return []byte(string(utf16.Decode(units))), nil
}
