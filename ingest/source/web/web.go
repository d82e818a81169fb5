// Package web is the kind of source that an address is, and fetches what is
// there as a well-behaved visitor does:
//
//	client := web.New(web.Options{Agent: "newsgraph/1.0 (+https://…)", Timeout: time.Minute, Pause: time.Second, Bytes: 64 << 20, Pages: 10_000, Named: args})
//	articles := source.All(ctx, sources, source.Options{Fetch: client.Fetch})
//
// It guarantees that nothing but http and https is fetched, also by way of
// redirects; that hosts of this computer and of private networks are reached only
// where a person has named them; and that each fetch ends, after a bounded time
// and number of bytes. From one host one thing is fetched at a time, with a pause
// after it; what comes is in the order of what was asked for.
package web

import (
	"context"
	"errors"
	"iter"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"github.com/newsgraph/newsgraph/ingest/ordered"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
)

// Kind is an address: what is there is read, of whatever kind it is.
var Kind = kind.Kind{
	Name: "web", Help: "an address, https://…, of any of these",
	Schemes: []string{"https", "http"},
	Open:    open,
}

func open(ctx context.Context, in kind.Input) kind.Articles { return in.At(ctx, in.Address) }

// Options say how to fetch.
type Options struct {
	Agent        string        // the User-Agent: name, version and where to read about it
	Timeout      time.Duration // of one fetch, from when it is begun
	Pause        time.Duration // between two fetches from one host
	Bytes        int64         // of one thing, after decompression
	Pages        int64         // fetched at most, so that no server leads on for ever
	IgnoreRobots bool          // fetch also what robots.txt asks not to

	// Named lists what a person has named: their addresses' hosts may be of this
	// computer or a private network. What is no address is of no account.
	Named []string

	// Memory, where it is set, has what was fetched before.
	Memory *Memory
}

// Client fetches. It is for use by any number of goroutines.
type Client struct {
	Options
	http    *http.Client
	allowed *allowed
	hosts   hosts
	asked   atomic.Int64
	robots  sync.Map // of host to func() (*robotstxt.RobotsData, error)
}

// New returns a client.
func New(opt Options) *Client {
	c := &Client{Options: opt, allowed: allow(opt.Named), hosts: hosts{byName: map[string]*host{}}}
	c.http = &http.Client{
		Transport:     c.transport(),
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	return c
}

// atOnce is how many fetches go on, or wait for their host, at a time.
const atOnce = 16

// Fetch implements kind.Fetch.
func (c *Client) Fetch(ctx context.Context, wanted iter.Seq[kind.Request]) iter.Seq2[kind.Input, error] {
	return func(yield func(kind.Input, error) bool) {
		for p, err := range ordered.Map(ctx, atOnce, c.counted(wanted), c.get) {
			if p == nil || ctx.Err() != nil {
				p.close()
				return
			}
			if p.unchanged {
				c.Memory.keep(p.asked, p.visit)
				p.close()
				continue
			}
			more := yield(p.input(c.Memory), err)
			p.close()
			if !more || errors.Is(err, ErrTooMany) {
				return
			}
		}
	}
}

// task is something to fetch.
type task struct {
	kind.Request
	known   Visit
	tooMany bool // have been fetched before it
}

// counted looks up what is wanted, and counts what will be fetched.
func (c *Client) counted(wanted iter.Seq[kind.Request]) iter.Seq2[task, error] {
	return func(yield func(task, error) bool) {
		for r := range wanted {
			next := task{Request: r, known: c.Memory.visit(r.Address)}
			next.tooMany = !next.isKnown() && c.asked.Add(1) > c.Pages
			if !yield(next, nil) {
				return
			}
		}
	}
}

// isKnown says whether what is at the address is known to be what it was.
func (t task) isKnown() bool { return t.known.Version != "" && t.known.Version == t.Version }
