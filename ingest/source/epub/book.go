package epub

import (
	"encoding/xml"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/source/kind"
	"github.com/newsgraph/newsgraph/ingest/source/office"
	"github.com/newsgraph/newsgraph/ingest/source/paper"
)

// book is a file that is open.
type book struct {
	pack  *office.Package
	about paper.About
	spine []string // its parts in the order of reading
}

func openBook(in kind.Input) (*book, error) {
	p, err := office.Open(in)
	if err != nil {
		return nil, err
	}
	if locked(p) {
		return nil, office.Locked()
	}
	b := &book{pack: p}
	file, err := packageFile(p)
	if err != nil {
		return nil, err
	}
	return b, b.readPackage(file)
}

// packageFile returns the name of the part that lists the others.
func packageFile(p *office.Package) (file string, err error) {
	err = p.Walk("META-INF/container.xml", office.Elements{
		Start: func(e xml.StartElement) bool {
			if e.Name.Local == "rootfile" && file == "" {
				file = office.Attr(e, "full-path")
			}
			return true
		},
	})
	return file, err
}

func (b *book) readPackage(file string) error {
	items, order := map[string]string{}, []string{}
	err := b.pack.Walk(file, office.Elements{
		Start: func(e xml.StartElement) bool {
			switch e.Name.Local {
			case "item":
				if strings.Contains(office.Attr(e, "media-type"), "html") && !strings.Contains(office.Attr(e, "properties"), "nav") {
					items[office.Attr(e, "id")] = locate(file, office.Attr(e, "href"))
				}
			case "itemref":
				if office.Attr(e, "linear") != "no" {
					order = append(order, office.Attr(e, "idref"))
				}
			}
			return true
		},
	})
	if err != nil {
		return err
	}
	for _, id := range order {
		if part, found := items[id]; found {
			b.spine = append(b.spine, part)
			delete(items, id) // once
		}
	}
	properties := office.Properties{}
	properties.Add(b.pack, file)
	b.about = properties.About()
	b.about.Published = properties.Time("date")
	b.about.URL = "" // of the whole, which is no article
	return nil
}
