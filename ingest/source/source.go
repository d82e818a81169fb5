// Package source finds articles and reads them, whatever form they come in:
//
//	found := source.List(args, source.Choice{Stdin: os.Stdin})
//	for a, err := range source.All(ctx, found.Sources, source.Options{Limits: source.Limits{Bytes: 1 << 20}}) { … }
//
// Kinds is the table of the forms; each is a package below this one. Listing
// opens nothing; a source is opened when its articles are asked for, one after
// the other, so that memory does not grow with their number.
package source

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
	"github.com/newsgraph/newsgraph/ingest/source/web"
	"github.com/newsgraph/newsgraph/internal/hint"
)

// Articles yields articles or the errors that stand in their places; see
// kind.Articles. An error is an *Error.
type Articles = kind.Articles

// Limits bound what one article may take.
type Limits = kind.Limits

// TooLarge is the error of what is over the limits.
type TooLarge = kind.TooLarge

// Source is one thing that holds articles: a file, an address, standard input,
// a text.
type Source struct {
	Name string
	open func() (io.ReadCloser, error) // nil of an address
	path string                        // where it really is, of a file

	found bool // in a folder: nobody named it
}

// Options say how sources are read.
type Options struct {
	Limits Limits
	Fetch  kind.Fetch // gets what is on the web; nil where addresses are refused

	// As is the name of the kind that sources are taken for; "" where their
	// content tells. It must be one of those of Names.
	As string

	// Fields says what the fields of an article are called in records: their
	// name to ours. See kind.Input.
	Fields map[string]string

	// Include and Exclude choose what is read of archives, as those of Choice do
	// of folders.
	Include, Exclude []string

	// Around, where it is set, returns what All yields of a source that is no
	// address in the place of its articles, which need not be read.
	Around func(s Source, articles Articles) Articles

	// Passed, where it is set, is called for each file that is passed over as it
	// is read, with its ending or why.
	Passed func(what string)
}

// All yields the articles of the sources, those of one after those of the
// other. What is at one place of the web is read once.
func All(ctx context.Context, sources []Source, opt Options) Articles {
	return func(yield func(*article.Article, error) bool) {
		opt := opt
		opt.Fetch = once(opt.Fetch)
		for rest := sources; len(rest) > 0; {
			n, articles := 1, rest[0].Articles(ctx, opt)
			if opt.Fetch != nil && rest[0].isAddress() {
				n = leading(rest)
				articles = fetched(ctx, rest[:n], opt)
			} else if opt.Around != nil {
				articles = opt.Around(rest[0], articles)
			}
			for a, err := range articles {
				if !yield(a, err) {
					return
				}
			}
			rest = rest[n:]
		}
	}
}

// Articles yields the articles of the source.
func (s Source) Articles(ctx context.Context, opt Options) Articles {
	return func(yield func(*article.Article, error) bool) {
		in, err := s.input(opt)
		if err != nil {
			yield(nil, &Error{s.Name, err})
			return
		}
		defer in.Close()
		newOpener(opt).inside(ctx, in.Input, 0)(yield)
	}
}

// Listed is a thing that would be read.
type Listed struct{ Name, Kind string }

// List yields what would be read of the source, whatever its articles are: it
// itself, or what an archive or a feed holds. Nothing is fetched. An error is an
// *Error.
func (s Source) List(ctx context.Context, opt Options) iter.Seq2[Listed, error] {
	return func(yield func(Listed, error) bool) {
		in, err := s.input(opt)
		if err != nil {
			yield(Listed{}, &Error{s.Name, err})
			return
		}
		defer in.Close()
		ctx, stop := context.WithCancel(ctx)
		defer stop()
		o, more := newOpener(opt), true
		o.list = func(l Listed) {
			if more = more && yield(l, nil); !more {
				stop()
			}
		}
		for _, err := range o.inside(ctx, in.Input, 0) {
			if more = more && yield(Listed{}, err); !more {
				return
			}
		}
	}
}

// opened is an input and what closes it.
type opened struct {
	kind.Input
	io.Closer
}

func (s Source) input(opt Options) (opened, error) {
	in := opened{kind.Input{Name: s.Name, Limits: opt.Limits, Fetch: opt.Fetch, Fields: opt.Fields, Found: s.found}, io.NopCloser(nil)}
	if s.isAddress() {
		in.Name, in.Address = kind.Request{Address: s.Name}.Name(), s.Name
		return in, nil
	}
	r, err := s.open()
	in.Reader, in.Closer = r, r
	return in, err
}

// opener reads inputs of the kinds of a table.
type opener struct {
	kinds []kind.Kind
	as    string // the kind that the next input which is no address is taken for, whatever it is

	choice Choice            // within archives
	passed func(what string) // see Options.Passed
	list   func(Listed)      // where it is set, is told of inputs instead of their being read
}

func newOpener(opt Options) opener {
	passed := opt.Passed
	if passed == nil {
		passed = func(string) {}
	}
	return opener{Kinds(), opt.As, Choice{Include: opt.Include, Exclude: opt.Exclude}, passed, nil}
}

// passes says whether a file within another is passed over.
func (o opener) passes(name string, head func() []byte) bool {
	why := o.choice.passes(name, o.kinds, head)
	if why != "" {
		o.passed(why)
	}
	return why != ""
}

// deepest is how deep inputs may lie in others: an article in a mail in an
// archive in another, and some more. It ends those that contain themselves.
const deepest = 8

// inside yields the articles of an input, of whatever kind it is, that lies in
// so many others.
func (o opener) inside(ctx context.Context, in kind.Input, depth int) Articles {
	return func(yield func(*article.Article, error) bool) {
		if depth > deepest {
			yield(nil, &Error{in.Name, hint.Add(fmt.Errorf("lies in more than %d others", deepest), "unpack those around it, and read what is in them")})
			return
		}
		k, in, err := o.recognise(in)
		if err != nil {
			yield(nil, &Error{in.Name, err})
			return
		}
		if o.list != nil && !k.Holds {
			o.list(Listed{in.Name, k.Name})
			return
		}
		articles, clean := k.Open(ctx, o.complete(in, depth)), true
		if in.Found {
			articles = o.withoutStrays(k, in, articles)
		}
		for a, err := range articles {
			a, err = finish(in, k.Name, a, err)
			clean = clean && err == nil
			if !yield(a, err) {
				return
			}
		}
		if clean && in.Keep != nil {
			in.Keep()
		}
	}
}

// complete gives an input what its kind may call.
func (o opener) complete(in kind.Input, depth int) kind.Input {
	if in.Reader != nil {
		o.as = ""
	}
	if o.list != nil {
		in.Fetch = o.listed
	}
	fetch, fields := in.Fetch, in.Fields
	in.Inside = func(ctx context.Context, inner kind.Input) Articles {
		inner.Fetch, inner.Fields = fetch, fields
		return o.inside(ctx, inner, depth+1)
	}
	in.Passes = o.passes
	return in
}

// listed is a Fetch that lists what is asked for.
func (o opener) listed(_ context.Context, wanted iter.Seq[kind.Request]) iter.Seq2[kind.Input, error] {
	return func(func(kind.Input, error) bool) {
		for r := range wanted {
			o.list(Listed{r.Address, web.Kind.Name})
		}
	}
}

// undated is the note of an article whose relative dates are lost.
const undated = "has no date: what it says of “yesterday” or “on Friday” has none either"

// yearless says that a dateline has a day, and no year.
func yearless(a *article.Article) string {
	if a.Yearless.IsZero() {
		return ""
	}
	return fmt.Sprintf("; its dateline, %s, has no year", a.Yearless.Format("2 January"))
}

// finish completes what a kind gave: where the article is from, or the article
// at fault where no input inside has said so.
func finish(in kind.Input, kind string, a *article.Article, err error) (*article.Article, error) {
	if err == nil && a.Body.Len() == 0 {
		err = errors.New("has front matter or a headline, but no text")
	}
	if err != nil {
		if _, named := errors.AsType[*Error](err); !named {
			err = &Error{in.Name, err}
		}
		return nil, err
	}
	a.Origin, a.Kind = cmp.Or(a.Origin, in.Name), cmp.Or(a.Kind, kind)
	a.DateNear(in.Archived, "when it was archived")
	if a.Published.Precision == article.Unknown && in.Archived.Precision >= article.Day {
		a.Published = article.OnDay(in.Archived.Day())
		a.Notes = append(a.Notes, fmt.Sprintf("has no date: the day on which it was archived, %s, stands for it", a.Published.Date()))
	}
	a.Notes = slices.DeleteFunc(a.Notes, func(note string) bool { return strings.HasPrefix(note, undated) }) // what contains it may give it a date
	if a.Published.Precision < article.Day {
		a.Notes = append(a.Notes, undated+yearless(a))
	}
	return a, nil
}

// Error is what went wrong with an article, or with a whole source.
type Error struct {
	Name string // what could not be read, as Article.Origin names it
	Err  error
}

// Error implements error.
func (e *Error) Error() string {
	if path, ok := errors.AsType[*fs.PathError](e.Err); ok && path.Path == e.Name {
		return fmt.Sprintf("read article: %v", e.Err)
	}
	return fmt.Sprintf("read article %s: %v", e.Name, e.Err)
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }
