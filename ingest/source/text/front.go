package text

import (
	"cmp"
	"fmt"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/internal/hint"
)

// frontMatter lists the keys that are understood, with the other names that
// static site generators and feeds have for them.
type frontMatter struct {
	Headline  string `yaml:"headline"`
	Title     string `yaml:"title"`
	URL       string `yaml:"url"`
	Link      string `yaml:"link"`
	Date      string `yaml:"date"`
	Published string `yaml:"published"`
	Updated   string `yaml:"updated"`
	Lastmod   string `yaml:"lastmod"`
	Publisher string `yaml:"publisher"`
	Section   string `yaml:"section"`
	Author    names  `yaml:"author"`
	Authors   names  `yaml:"authors"`
	Language  string `yaml:"language"`
}

// names is one name, or a list of them.
type names []string

// UnmarshalYAML implements yaml.Unmarshaler.
func (n *names) UnmarshalYAML(node *yaml.Node) error {
	if node.Kind == yaml.SequenceNode {
		return node.Decode((*[]string)(n))
	}
	var one string
	if err := node.Decode(&one); err != nil || one == "" {
		return err
	}
	*n = names{one}
	return nil
}

var fence = regexp.MustCompile(`(?m)^---[ \t]*\r?$\n?`)

func (a header) takeFrontMatter() error {
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

func (a header) setFrontMatter(fm frontMatter) error {
	a.Headline, a.Publisher, a.Section, a.Language = cmp.Or(fm.Headline, fm.Title), fm.Publisher, fm.Section, fm.Language
	if a.Authors = fm.Authors; len(a.Authors) == 0 {
		a.Authors = fm.Author
	}
	address, err := article.CanonicalURL(cmp.Or(fm.URL, fm.Link))
	if err != nil {
		return hint.Add(fmt.Errorf("read front matter: %w", err), "url is the article's full address, https://…")
	}
	a.SetURL(address)
	if date := cmp.Or(fm.Published, fm.Date); date != "" {
		published, found := findDate(date)
		if !found {
			return hint.Add(fmt.Errorf("read front matter: date %q is not understood", date), "write it as 2024-05-31")
		}
		a.Published = article.OnDay(published)
	}
	if date := cmp.Or(fm.Updated, fm.Lastmod); date != "" {
		changed, found := findDate(date)
		if !found {
			a.Notes = append(a.Notes, fmt.Sprintf("the date of its last change, %q, is not understood", date))
			return nil
		}
		a.Changed = article.OnDay(changed)
	}
	return nil
}
