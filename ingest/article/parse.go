package article

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"github.com/newsgraph/newsgraph/internal/hint"
)

// Parse makes an article of a text. The text may begin with front matter (YAML
// between two lines of three hyphens), a headline, a byline and a dateline, and
// end with credits; all of them are taken from Body. What the text does not say
// stays empty.
//
// It fails where the front matter can't be read, with the line.
func Parse(text string) (*Article, error) {
	sum := sha256.Sum256([]byte(text))
	a := &Article{Text: text, SHA256: hex.EncodeToString(sum[:]), Body: Span{0, len(text)}}
	if err := a.takeFrontMatter(); err != nil {
		return nil, err
	}
	a.takeHeadline()
	for a.takeByline() || a.takeDateLine() {
	}
	a.takeDateline()
	a.skipSpace()
	a.dropCredits()
	a.ID = a.URL
	if a.ID == "" {
		a.ID = "sha256:" + a.SHA256[:32]
	}
	return a, nil
}

// frontMatter lists the keys that are understood, with the other names that
// static site generators and feeds have for them.
type frontMatter struct {
	Headline  string `yaml:"headline"`
	Title     string `yaml:"title"`
	URL       string `yaml:"url"`
	Link      string `yaml:"link"`
	Date      string `yaml:"date"`
	Published string `yaml:"published"`
	Publisher string `yaml:"publisher"`
	Author    string `yaml:"author"`
	Language  string `yaml:"language"`
}

var fence = regexp.MustCompile(`(?m)^---[ \t]*\r?$\n?`)

func (a *Article) takeFrontMatter() error {
	a.skipSpace()
	rest := a.rest()
	open := fence.FindStringIndex(rest)
	if open == nil || open[0] != 0 {
		return nil
	}
	end := fence.FindStringIndex(rest[open[1]:])
	if end == nil || !strings.Contains(rest[open[1]:open[1]+end[0]], ":") {
		return nil // a rule, not front matter
	}
	var fm frontMatter
	if err := yaml.Unmarshal([]byte(rest[open[1]:open[1]+end[0]]), &fm); err != nil {
		return hint.Add(fmt.Errorf("read front matter: %w (counted from the line after the first ---)", err),
			"front matter is YAML; put a text that has a colon in quotation marks")
	}
	a.Body.Start += open[1] + end[1]
	return a.setFrontMatter(fm)
}

func (a *Article) setFrontMatter(fm frontMatter) (err error) {
	a.Headline, a.Publisher, a.Author, a.Language = firstOf(fm.Headline, fm.Title), fm.Publisher, fm.Author, fm.Language
	if a.URL, err = canonicalURL(firstOf(fm.URL, fm.Link)); err != nil {
		return hint.Add(fmt.Errorf("read front matter: %w", err), "url is the article's full address, https://…")
	}
	date := firstOf(fm.Published, fm.Date)
	if date == "" {
		return nil
	}
	var found bool
	if a.Published, found = findDate(date); !found {
		return hint.Add(fmt.Errorf("read front matter: date %q is not understood", date), "write it as 2024-05-31")
	}
	return nil
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// tracking matches query parameters that do not tell one article from another.
var tracking = regexp.MustCompile(`^(utm_.*|fbclid|gclid|mc_cid|mc_eid|ref|cmpid)$`)

// canonicalURL brings the addresses under which one article is found into one
// form: host in lower case, no default port, fragment or tracking parameter.
func canonicalURL(raw string) (string, error) {
	if raw == "" {
		return "", nil
	}
	u, err := url.Parse(strings.TrimSpace(raw))
	if err != nil || u.Host == "" {
		return "", fmt.Errorf("url %q is not an address", raw)
	}
	u.Scheme, u.Fragment, u.User = strings.ToLower(u.Scheme), "", nil
	u.Host = strings.ToLower(u.Host)
	if port := u.Port(); port == "80" && u.Scheme == "http" || port == "443" && u.Scheme == "https" {
		u.Host = strings.TrimSuffix(u.Host, ":"+port)
	}
	if u.Path == "" {
		u.Path = "/"
	}
	query := u.Query()
	for key := range query {
		if tracking.MatchString(key) {
			query.Del(key)
		}
	}
	u.RawQuery = query.Encode()
	return u.String(), nil
}

// longestHeadline is in code points.
const longestHeadline = 140

var sentenceEnd = regexp.MustCompile(`[.!?:;,…][”"’')\]]*$|^[-–—=*_#\s]*$`)

// takeHeadline takes a short first line that does not end like a sentence and
// has an empty line behind it.
func (a *Article) takeHeadline() {
	a.skipSpace()
	line, after, _ := strings.Cut(a.rest(), "\n")
	line = strings.TrimSpace(line)
	next, _, more := strings.Cut(after, "\n")
	if !more || strings.TrimSpace(next) != "" || utf8.RuneCountInString(line) > longestHeadline ||
		sentenceEnd.MatchString(line) || bylineOf(line) != "" || dateLine.MatchString(line) {
		return
	}
	if a.Headline == "" {
		a.Headline = strings.TrimPrefix(line, "# ")
	}
	a.Head = Span{a.Body.Start, a.Body.Start + len(line)}
	a.takeLine()
}

// takeLine moves the body's start behind its first line.
func (a *Article) takeLine() {
	line, _, found := strings.Cut(a.rest(), "\n")
	a.Body.Start += len(line)
	if found {
		a.Body.Start++
	}
}

func (a *Article) rest() string { return a.Text[a.Body.Start:] }

// skipSpace moves the body's start behind white space and a byte order mark.
func (a *Article) skipSpace() {
	a.Body.Start = len(a.Text) - len(strings.TrimLeft(a.rest(), " \t\r\n\u00a0\ufeff\u2028\u2029"))
}

// setPublished keeps the first date that is found.
func (a *Article) setPublished(day time.Time) {
	if a.Published.IsZero() {
		a.Published = day
	}
}
