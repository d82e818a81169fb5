package agency

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
)

// What tells ninjs from other JSON: that it begins with an object, and has names
// that only ninjs has, in lower case (versions 1 and 2) or not (3).
var (
	opensObject = regexp.MustCompile(`^(?:\x{FEFF})?[\s\[]*\{`)
	uri         = regexp.MustCompile(`"uri"\s*:\s*"`)
	ninjsName   = regexp.MustCompile(`(?i)"(?:versioncreated|representationtype|body_[a-z]+|pubstatus)"\s*:\s*"|"(?:bodies|headlines)"\s*:\s*\[\s*\{|"name"\s*:\s*"ninjs"`)
)

func beginsNinjs(head []byte) bool {
	return opensObject.Match(head) && uri.Match(head) && ninjsName.Match(head)
}

func openNinjs(ctx context.Context, in kind.Input) kind.Articles {
	return func(yield func(*article.Article, error) bool) {
		items, any := newItems(in.Reader, in.Limits.Bytes), false
		for number := 1; ; number++ {
			o, err := items.next()
			if ctx.Err() != nil {
				err = ctx.Err()
			}
			switch {
			case err == io.EOF:
				if !any {
					yield(nil, errNoText)
				}
				return
			case err != nil:
				yield(nil, fmt.Errorf("item %d: %w", number, err))
				return
			case !o.hasText():
				continue
			}
			any = true
			a, err := ninjs(o).article()
			if err != nil {
				err = fmt.Errorf("item %d: %w", number, err)
			}
			if !yield(a, err) {
				return
			}
		}
	}
}

// items reads the objects of a list, or those that stand after one another.
type items struct {
	*json.Decoder
	gate *gate
	list bool
}

func newItems(r io.Reader, limit int64) items {
	g := &gate{r: r, limit: limit}
	start := bufio.NewReader(transform.NewReader(g, unicode.BOMOverride(transform.Nop)))
	head, _ := start.Peek(64) // what can't be read can't be later
	it := items{json.NewDecoder(start), g, bytes.HasPrefix(bytes.TrimSpace(head), []byte("["))}
	if it.UseNumber(); it.list {
		it.Token()
	}
	return it
}

// next returns the next object; io.EOF after the last.
func (it items) next() (o object, err error) {
	it.gate.read = 0
	if it.list && !it.More() {
		if _, err := it.Token(); err != nil {
			return nil, unexpected(err)
		}
		return nil, io.EOF
	}
	return o, it.Decode(&o)
}

// object is an object of JSON, its names in lower case.
type object map[string]any

// get returns the value of a name, whatever its case.
func (o object) get(name string) any {
	if value, found := o[name]; found {
		return value
	}
	for _, key := range slices.Sorted(maps.Keys(o)) {
		if strings.EqualFold(key, name) {
			return o[key]
		}
	}
	return nil
}

// text returns the first of several names' values that is text, a number, or
// something with a name.
func (o object) text(names ...string) string {
	for _, name := range names {
		if s := textOf(o.get(name)); s != "" {
			return s
		}
	}
	return ""
}

func textOf(value any) string {
	switch v := value.(type) {
	case string:
		return strings.TrimSpace(v)
	case json.Number:
		return v.String()
	case map[string]any:
		return object(v).text("name", "literal", "value")
	case []any:
		if len(v) > 0 {
			return textOf(v[0])
		}
	}
	return ""
}

// roles returns the texts that version 1 has under a name with the role after
// it, and later ones in a list, the main one first.
func (o object) roles(one, list string) (main string, all []string) {
	main = o.text(one, one+"_main")
	all = add(all, main)
	for _, key := range slices.Sorted(maps.Keys(o)) {
		if strings.HasPrefix(strings.ToLower(key), one+"_") {
			all = add(all, o.text(key))
		}
	}
	parts, _ := o.get(list).([]any)
	for _, part := range parts {
		of, _ := part.(map[string]any)
		value := object(of).text("value")
		if all = add(all, value); main == "" && object(of).text("role") == "main" {
			main = value
		}
	}
	if main == "" && len(all) > 0 {
		main = all[0]
	}
	return main, all
}

// standfirst returns what an item has below its headline: under a name with the
// role after it, or in a list.
func (o object) standfirst() string {
	for _, list := range []string{"headline", "description"} {
		for _, key := range slices.Sorted(maps.Keys(o)) {
			if role, found := strings.CutPrefix(strings.ToLower(key), list+"_"); found && standfirstRole.MatchString(role) {
				return o.text(key)
			}
		}
		parts, _ := o.get(list + "s").([]any)
		for _, part := range parts {
			of, _ := part.(map[string]any)
			if standfirstRole.MatchString(object(of).text("role")) {
				return object(of).text("value")
			}
		}
	}
	return ""
}

// hasText says whether an item has a text, or should: it is no picture.
func (o object) hasText() bool {
	_, bodies := o.roles("body", "bodies")
	form := o.text("type")
	return len(bodies) > 0 || form == "" || form == "text"
}

// ninjs reads an item.
func ninjs(o object) item {
	headline, _ := o.roles("headline", "headlines")
	_, bodies := o.roles("body", "bodies")
	it := item{
		headline: headline, standfirst: o.standfirst(), paragraphs: bodyOf(bodies), address: o.text("uri"),
		publisher: o.text("provider", "infosource", "infosources", "copyrightholder", "source"), language: o.text("language"),
		authors: namesOf(o.text("byline", "by")), located: o.text("located"),
		urgency: o.text("urgency"), status: o.text("pubstatus"),
		published: timeOf(o.text("firstcreated"), o.text("contentcreated"), o.text("versioncreated")), changed: timeOf(o.text("versioncreated")),
	}
	it.written = []article.Time{timeOf(o.text("contentcreated"))}
	if embargo := o.text("embargoed"); embargo != "" {
		it.embargoed, it.embargo = true, timeOf(embargo)
	}
	it.headline = cmp.Or(it.headline, o.text("title"))
	return it
}

// bodyOf returns the paragraphs of the form of a text that has most of them:
// plain text may have lost where they end.
func bodyOf(bodies []string) (most []string) {
	for _, body := range bodies {
		if ps := markedUp(body); len(ps) > len(most) {
			most = ps
		}
	}
	return most
}
