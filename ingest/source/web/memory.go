package web

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"sync"
	"time"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/ingest/source/kind"
)

// Memory knows what was read before, so that only what is new or changed is
// read again. What it learns counts from Commit on. A nil Memory knows nothing.
type Memory struct {
	mu      sync.Mutex
	known   memories
	pending memories
}

type memories struct {
	Pages    map[string]Visit `json:"pages"`    // by the address that was asked for
	Articles map[string]Text  `json:"articles"` // by the article's id
}

// Visit is what is known of a page from when it was read.
type Visit struct {
	Address  string    `json:"address,omitempty"` // where it was found, after redirects
	ETag     string    `json:"etag,omitempty"`
	Modified string    `json:"modified,omitempty"`
	Version  string    `json:"version,omitempty"` // as whoever named it has it
	Sum      string    `json:"sum,omitempty"`     // of its bytes
	At       time.Time `json:"at"`
}

// conditional says whether a server can be asked whether it has changed.
func (v Visit) conditional() bool { return v.ETag != "" || v.Modified != "" }

// again returns what is known after a visit that found nothing new.
func (v Visit) again(now Visit) Visit {
	v.Version, v.At = now.Version, now.At
	return v
}

// Text is what is known of an article from when it was read.
type Text struct {
	SHA256 string    `json:"sha256"`
	At     time.Time `json:"at"`
}

// NewMemory returns a memory that knows nothing yet.
func NewMemory() *Memory { return &Memory{known: newMemories(), pending: newMemories()} }

func newMemories() memories { return memories{map[string]Visit{}, map[string]Text{}} }

func (m *Memory) visit(address string) Visit {
	if m == nil {
		return Visit{}
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.known.Pages[address]
}

func (m *Memory) keep(address string, v Visit) {
	if m == nil {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.pending.Pages[address] = v
}

// New leaves out of articles those that are known with the same text.
func (m *Memory) New(articles kind.Articles) kind.Articles {
	return func(yield func(*article.Article, error) bool) {
		for a, err := range articles {
			if err == nil && !m.news(a) {
				continue
			}
			if !yield(a, err) {
				return
			}
		}
	}
}

// news says whether an article is new or changed, and keeps it in mind.
func (m *Memory) news(a *article.Article) bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.pending.Articles[a.ID] = Text{a.SHA256, time.Now().UTC()}
	return m.known.Articles[a.ID].SHA256 != a.SHA256
}

// Commit makes what was learnt since the last call count.
func (m *Memory) Commit() {
	m.mu.Lock()
	defer m.mu.Unlock()
	maps.Copy(m.known.Pages, m.pending.Pages)
	maps.Copy(m.known.Articles, m.pending.Articles)
	m.pending = newMemories()
}

// forgetAfter is when what was not seen again is forgotten.
const forgetAfter = 90 * 24 * time.Hour

// Save writes what counts, without what is long gone.
func (m *Memory) Save(w io.Writer) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	before := time.Now().Add(-forgetAfter)
	maps.DeleteFunc(m.known.Pages, func(_ string, v Visit) bool { return v.At.Before(before) })
	maps.DeleteFunc(m.known.Articles, func(_ string, t Text) bool { return t.At.Before(before) })
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", " ")
	encoder.SetEscapeHTML(false)
	return encoder.Encode(m.known)
}

// Load returns the memory that Save has written.
func Load(r io.Reader) (*Memory, error) {
	m := &Memory{pending: newMemories()}
	if err := json.NewDecoder(r).Decode(&m.known); err != nil {
		return nil, fmt.Errorf("is not what newsgraph has written: %w", err)
	}
	if m.known.Pages == nil || m.known.Articles == nil {
		return nil, errors.New("is not what newsgraph has written")
	}
	return m, nil
}
