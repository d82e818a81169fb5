package web

import (
	"context"
	"sync"
	"time"
)

// hosts keeps the turns of each host.
type hosts struct {
	mu     sync.Mutex
	byName map[string]*host
}

func (h *hosts) of(name string) *host {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.byName[name] == nil {
		h.byName[name] = &host{busy: make(chan struct{}, 1)}
	}
	return h.byName[name]
}

// host is visited by one at a time, with a pause after each visit.
type host struct {
	busy chan struct{}

	mu    sync.Mutex
	next  time.Time     // when the next visit may begin
	pause time.Duration // that robots.txt asks for
}

// turn waits until the host may be visited. The caller releases it.
func (h *host) turn(ctx context.Context, pause time.Duration) (release func(), err error) {
	select {
	case h.busy <- struct{}{}:
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
	h.mu.Lock()
	timer := time.NewTimer(time.Until(h.next))
	pause = max(pause, h.pause)
	h.mu.Unlock()
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-ctx.Done():
		<-h.busy
		return nil, context.Cause(ctx)
	}
	return func() {
		h.rest(pause)
		<-h.busy
	}, nil
}

// rest leaves the host alone for so long from now.
func (h *host) rest(pause time.Duration) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if next := time.Now().Add(pause); next.After(h.next) {
		h.next = next
	}
}

// slow sets the pause that the host asks for.
func (h *host) slow(pause time.Duration) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.pause = pause
}
