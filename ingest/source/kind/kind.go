// Package kind is the contract between source, which finds what is to be read,
// and the kinds of sources below it, each of which reads one form of it.
package kind

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/url"
	"slices"
	"strings"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/internal/hint"
)

// Articles yields articles in the order of their source, the same at every
// run, or an error in the place of one that can't be read, which costs no
// other. It reads as it goes, so that memory does not grow with their number,
// lets go of everything when the caller stops, and can be ranged over once.
type Articles = iter.Seq2[*article.Article, error]

// A Kind is one form in which articles come.
type Kind struct {
	Name string // for people, in lower case
	Help string // what it is, in a line

	// How it is recognised. By the beginning where Begins is set, and by nothing
	// else unless ByName is; else by the ending of the name, or the media type
	// that is given.
	Begins  func(head []byte) bool // the first HeadSize bytes, or all there is
	ByName  bool                   // the ending or the media type tells too, where the beginning does not
	Endings []string               // in lower case, with the dot
	Types   []string               // media types in lower case, without parameters
	Schemes []string               // of addresses, which have no beginning, in lower case

	// Holds says that an input holds others, which a list names in its place.
	Holds bool

	// Open reads an input. Its errors say what is wrong and where in the input,
	// not of which input; those that it has from in.Inside it passes on as they
	// are. It sets of an article what the input says; the caller adds Origin and
	// Kind where they are empty.
	Open func(ctx context.Context, in Input) Articles
}

// HeadSize is how many bytes tell of what kind an input is.
const HeadSize = 3072

// Recognises says whether an input that begins with head is of the kind.
func (k Kind) Recognises(in Input, head []byte) bool {
	name := strings.ToLower(in.Name)
	switch {
	case in.Reader == nil:
		scheme, _, isAddress := strings.Cut(name, ":")
		return isAddress && slices.Contains(k.Schemes, scheme)
	case k.Begins != nil && k.Begins(head):
		return true
	case k.Begins != nil && !k.ByName:
		return false
	}
	return k.Ends(name) || slices.Contains(k.Types, in.Type)
}

// Ends says whether a name has an ending of the kind.
func (k Kind) Ends(name string) bool {
	name = strings.ToLower(name)
	return slices.ContainsFunc(k.Endings, func(ending string) bool { return strings.HasSuffix(name, ending) })
}

// Input is one thing to read.
type Input struct {
	Name string // for messages, and the article's Origin: a path, an address, “a.zip: b.txt”
	Type string // the media type, in lower case and without parameters, where a server or an archive gives one

	// What else a server said of it, as it came or as an archive has kept it.
	Address string // where it was found; the articles' own, canonical one may be another
	Charset string // of its text, as the media type's parameter names it

	// Found says that nobody named the input: it was found among others, in a
	// folder or an archive.
	Found bool

	// Archived is when an archive took it. The day stands for the day of
	// publication of articles that tell of none, with a note.
	Archived article.Time

	// Reader gives the input from its beginning; nil for an address that is yet
	// to be fetched. It is an io.ReaderAt and io.Seeker too where the input is a
	// file. Whoever opened it closes it.
	io.Reader

	Limits Limits

	// Fields says what a person calls the fields of an article in records: their
	// name to ours, one of those that package records lists. Nil: as is usual.
	Fields map[string]string

	// Inside reads what the input contains, of whatever kind that is, for kinds
	// of things that contain others. The limits are those of the input that it
	// is given; Fields are handed on.
	Inside func(ctx context.Context, in Input) Articles

	// Passes says whether something of that name, a path, is passed over where
	// others contain it, as it would be in a folder: what is hidden, of another
	// format, or not chosen. It asks for the beginning, HeadSize bytes, where the
	// name does not tell.
	Passes func(name string, head func() []byte) bool

	// Fetch gets what is on the web, for kinds of things that name addresses;
	// nil where nothing may be fetched.
	Fetch Fetch

	// Keep, where it is set, is called when all of the input was read without a
	// fault, so that it need not be read again.
	Keep func()
}

// A Fetch yields what is at addresses in their order, with the Name of what was
// asked for as the name, each to be read before the next is taken. An error, with
// such an input, stands in the place of what can't be had; what was read before,
// and has not changed since, is left out.
type Fetch = func(ctx context.Context, wanted iter.Seq[Request]) iter.Seq2[Input, error]

// Request asks for what is at an address.
type Request struct {
	Address string
	Version string // changes when what is there does: a date, a hash; "" where that is not known
}

// Name returns the address as people may see it, without a password.
func (r Request) Name() string {
	u, err := url.Parse(strings.TrimSpace(r.Address))
	if err != nil {
		return r.Address
	}
	return u.Redacted()
}

// At yields the articles of what is at an address, of whatever kind it is. An
// error names the address where that is not the input's own.
func (in Input) At(ctx context.Context, address string) Articles {
	return func(yield func(*article.Article, error) bool) {
		if in.Fetch == nil {
			yield(nil, errors.New("is an address, and nothing is fetched here"))
			return
		}
		for page, err := range in.Fetch(ctx, slices.Values([]Request{{Address: address}})) {
			if err != nil && address != in.Address {
				err = fmt.Errorf("%s: %w", address, err)
			}
			if err != nil {
				yield(nil, err)
				return
			}
			page.Limits = in.Limits
			for a, err := range in.Inside(ctx, page) {
				if !yield(a, err) {
					return
				}
			}
		}
	}
}

// Limits bound what one article may take.
type Limits struct {
	Bytes int64 // of the text that it is read from
}

// ReadAll returns the bytes of the input. It fails with TooLarge where they are
// more than the limit.
func (in Input) ReadAll() ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(in.Reader, in.Limits.Bytes+1))
	if err == nil && int64(len(data)) > in.Limits.Bytes {
		err = hint.Add(TooLarge{in.Limits.Bytes}, "split it into articles")
	}
	return data, err
}

// TooLarge is the error of an input that is over the limit.
type TooLarge struct{ Bytes int64 }

// Error implements error.
func (e TooLarge) Error() string { return fmt.Sprintf("is larger than %d bytes", e.Bytes) }
