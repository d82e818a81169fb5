package office

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"

	"golang.org/x/net/html/charset"
)

// deepest is how deep the elements of a part may be nested.
const deepest = 256

// Elements reads XML: start is called for each element that begins, end for
// each that ends, and words for text. Elements for which start returns false
// are passed over with all that is in them. Entities are not expanded, and
// nothing outside is read. End and Words may be nil.
type Elements struct {
	Start func(xml.StartElement) bool
	End   func(xml.EndElement)
	Words func(string)
}

// Walk reads a part.
func (p *Package) Walk(part string, e Elements) error {
	r, err := p.Part(part)
	if err != nil {
		return err
	}
	defer r.Close()
	return e.walk(r)
}

func (e Elements) walk(r io.Reader) error {
	d := xml.NewDecoder(r)
	d.CharsetReader = charset.NewReaderLabel
	depth, passed := 0, 0 // passed is the depth of the element that is passed over
	for {
		token, err := d.RawToken()
		if err == io.EOF && depth == 0 {
			return nil
		}
		if err != nil {
			return Damaged(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; depth > deepest {
				return Damaged(fmt.Errorf("its XML is nested deeper than %d elements", deepest))
			}
			if passed == 0 && !e.Start(t) {
				passed = depth
			}
		case xml.EndElement:
			if depth--; depth < 0 {
				return Damaged(errors.New("its XML ends an element that has not begun"))
			}
			if passed == 0 && e.End != nil {
				e.End(t)
			} else if passed > 0 && depth < passed {
				passed = 0
			}
		case xml.CharData:
			if passed == 0 && e.Words != nil {
				e.Words(string(t))
			}
		}
	}
}

// Attr returns the value of an attribute by its local name, "" where there is
// none.
func Attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
