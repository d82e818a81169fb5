package eval

import (
	"archive/tar"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"time"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/read"
	timed "github.com/newsgraph/newsgraph/ingest/resolve/dates"
	"github.com/newsgraph/newsgraph/ingest/when"
)

// dates is what expressions of time count.
type dates struct{ relaxed, strict, value count }

// Dates measures expressions of time on TimeML, a tar archive of .tml files, as
// TempEval-3 does (UzZaman et al. 2013): all types of TIMEX3 but the creation
// time, which is given. Relaxed spans need to overlap; a value counts where its
// span does.
func Dates(ctx context.Context, r io.Reader, workers int) ([]Figure, error) {
	var all dates
	err := measure(ctx, workers, timeMLs(r), func(d *timeML) (func(), error) {
		a := &article.Article{Text: d.text, Body: article.Span{End: len(d.text)}, Published: article.OnDay(d.created)}
		found := timed.Times(read.Read(a))
		return func() { all.add(d.gold, found) }, nil
	})
	return all.figures(), err
}

// timeMLs yields the documents of a tar archive.
func timeMLs(r io.Reader) iter.Seq2[unit[*timeML], error] {
	return func(yield func(unit[*timeML], error) bool) {
		archive := tar.NewReader(r)
		for {
			file, err := archive.Next()
			if err == io.EOF {
				return
			}
			if err != nil {
				yield(unit[*timeML]{}, err)
				return
			}
			if !strings.HasSuffix(file.Name, ".tml") {
				continue
			}
			d := unit[*timeML]{place: file.Name}
			if d.value, err = parseTimeML(archive); err != nil {
				err = d.fault(err)
			}
			if !yield(d, err) {
				return
			}
		}
	}
}

func (d *dates) figures() []Figure {
	of := fmt.Sprintf("%d expressions of time", d.relaxed.gold)
	return []Figure{
		{"dates with their value, F1", d.value.f1(), of},
		{"dates, relaxed span, F1", d.relaxed.f1(), of},
		{"dates, relaxed span, precision", d.relaxed.precision(), of},
		{"dates, relaxed span, recall", d.relaxed.recall(), of},
		{"dates, strict span, F1", d.strict.f1(), of},
	}
}

// add counts a document. Both lists are in the order of the text, and each
// expression goes with one of the other side at most.
func (d *dates) add(gold, found []when.Expression) {
	for _, c := range []*count{&d.relaxed, &d.strict, &d.value} {
		c.gold += len(gold)
		c.predicted += len(found)
	}
	for len(gold) > 0 && len(found) > 0 {
		g, f := gold[0], found[0]
		switch {
		case g.End <= f.Start:
			gold = gold[1:]
			continue
		case f.End <= g.Start:
			found = found[1:]
			continue
		}
		d.relaxed.hit++
		d.strict.hit += one(g.Start == f.Start && g.End == f.End)
		d.value.hit += one(g.TIMEX == f.TIMEX)
		gold, found = gold[1:], found[1:]
	}
}

// timeML is a document as people have marked it.
type timeML struct {
	text    string
	created time.Time
	gold    []when.Expression

	read   strings.Builder // the text so far
	inside bool            // the element TEXT
}

// parseTimeML reads the element TEXT and the time of creation.
func parseTimeML(r io.Reader) (*timeML, error) {
	var d timeML
	in := xml.NewDecoder(r)
	for {
		token, err := in.Token()
		if err == io.EOF && d.created.IsZero() {
			err = errors.New("has no time of creation")
		}
		if err == io.EOF {
			d.text = d.read.String()
			return &d, nil
		}
		if err == nil {
			err = d.take(token)
		}
		if err != nil {
			return nil, err
		}
	}
}

// take takes a piece of the XML. Expressions are not nested in TimeML.
func (d *timeML) take(token xml.Token) error {
	switch t := token.(type) {
	case xml.CharData:
		if d.inside {
			d.read.Write(t)
		}
	case xml.StartElement:
		switch {
		case t.Name.Local == "TEXT":
			d.inside = true
		case t.Name.Local == "TIMEX3" && d.inside:
			d.gold = append(d.gold, when.Expression{Start: d.read.Len(), Type: when.Type(attribute(t, "type")), TIMEX: attribute(t, "value")})
		case t.Name.Local == "TIMEX3":
			return d.create(t)
		}
	case xml.EndElement:
		switch {
		case t.Name.Local == "TEXT":
			d.inside = false
		case t.Name.Local == "TIMEX3" && d.inside:
			d.gold[len(d.gold)-1].End = d.read.Len()
		}
	}
	return nil
}

// create takes the time of creation from its element.
func (d *timeML) create(e xml.StartElement) (err error) {
	if attribute(e, "functionInDocument") != "CREATION_TIME" {
		return nil
	}
	day, _, _ := strings.Cut(attribute(e, "value"), "T")
	d.created, err = time.Parse(time.DateOnly, day)
	return err
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
