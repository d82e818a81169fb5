package text

import (
	"cmp"
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/newsgraph/newsgraph/ingest/article"
	"github.com/newsgraph/newsgraph/internal/hint"
)

// frontMatter lists the keys that are understood, with the other names that
// static site generators and feeds have for them.
type frontMatter struct {
	Headline   string `yaml:"headline"`
	Title      string `yaml:"title"`
	Standfirst string `yaml:"standfirst"`
	Subtitle   string `yaml:"subtitle"`
	URL        string `yaml:"url"`
	Link       string `yaml:"link"`
	Date       string `yaml:"date"`
	Published  string `yaml:"published"`
	Updated    string `yaml:"updated"`
	Lastmod    string `yaml:"lastmod"`
	Publisher  string `yaml:"publisher"`
	Sitename   string `yaml:"sitename"`
	Hostname   string `yaml:"hostname"`
	Section    string `yaml:"section"`
	Author     names  `yaml:"author"`
	Authors    names  `yaml:"authors"`
	Language   string `yaml:"language"`
}

// names is one name, or a list of them, or several with semicolons between.
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
	for name := range strings.SplitSeq(one, ";") {
		if name = strings.TrimSpace(name); name != "" {
			*n = append(*n, name)
		}
	}
	return nil
}

var (
	fence  = compiled(`(?m)^---[ \t]*\r?$\n?`)
	closes = compiled(`(?m)^(?:---|\.\.\.)[ \t]*\r?$\n?`) // as YAML has it
)

// cutFrontMatter divides a text into its front matter, without the lines of
// hyphens, and what is after it.
func cutFrontMatter(text string) (yaml, rest string) {
	start := strings.TrimLeft(text, space)
	open := fence().FindStringIndex(start)
	if open == nil || open[0] != 0 {
		return "", text
	}
	inside := start[open[1]:]
	end := closes().FindStringIndex(inside)
	if end == nil || !strings.Contains(inside[:end[0]], ":") {
		return "", text // a rule, not front matter
	}
	return inside[:end[0]], inside[end[1]:]
}

func (a header) setFrontMatter(text string) error {
	var fm frontMatter
	if err := yaml.Unmarshal([]byte(text), &fm); err != nil {
		return hint.Add(fmt.Errorf("read front matter: %w (counted from the line after the first ---)", err),
			"front matter is YAML; put a text that has a colon in quotation marks")
	}
	a.Headline, a.Standfirst = cmp.Or(fm.Headline, fm.Title), cmp.Or(fm.Standfirst, fm.Subtitle)
	a.Publisher, a.Section, a.Language = cmp.Or(fm.Publisher, fm.Sitename, fm.Hostname), fm.Section, fm.Language
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
