package browser

import (
	"bytes"
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/internal/markup"
)

// page is what the guide's template shows.
type page struct {
	StyleFile, QueriesFile, GuideFile string

	Nodes         []nodeRow
	Relationships []graph.EdgeRule
	Folders       []folderRow
}

type nodeRow struct {
	Label       graph.Label
	Color, Text string
	Props       []string
}

type folderRow struct {
	Name    string
	Queries []Query
}

var guideTemplate = sync.OnceValue(func() *markup.Template {
	text, err := data.ReadFile("guide.html")
	if err != nil {
		panic("browser: " + err.Error()) // it is embedded
	}
	return markup.Must("guide.html", string(text), markup.Funcs{
		"names":  func(v any) any { return names(v.([]graph.Label)) },
		"sorted": func(v any) any { return slices.Sorted(maps.Keys(v.(map[string]graph.Kind))) },
	})
})

// guide returns the guide with the queries, the colours of the style and the
// schema of package graph.
func guide(queries []Query) []byte {
	p := page{StyleFile: StyleFile, QueriesFile: QueriesFile, GuideFile: GuideFile, Relationships: graph.EdgeRules}
	rules := styleRules()
	for _, label := range graph.Labels {
		rule := rules["node."+string(label)]
		p.Nodes = append(p.Nodes, nodeRow{label, rule["color"], rule["text-color-internal"], slices.Sorted(maps.Keys(graph.NodeProps[label]))})
	}
	for _, q := range queries {
		if n := len(p.Folders); n == 0 || p.Folders[n-1].Name != q.Folder {
			p.Folders = append(p.Folders, folderRow{Name: q.Folder})
		}
		last := &p.Folders[len(p.Folders)-1]
		last.Queries = append(last.Queries, q)
	}
	var b bytes.Buffer
	if err := guideTemplate().Execute(&b, p); err != nil {
		panic("browser: " + err.Error()) // page has what the template asks for
	}
	return b.Bytes()
}

// names joins labels for a reader; all entities together are one word.
func names(labels []graph.Label) string {
	if slices.Equal(labels, graph.Entities) {
		return string(graph.Entity)
	}
	var words []string
	for _, l := range labels {
		words = append(words, string(l))
	}
	return strings.Join(words, ", ")
}

var (
	stylePattern    = regexp.MustCompile(`([\w.]+) \{([^}]*(?:\{\w+\}[^}]*)*)\}`)
	propertyPattern = regexp.MustCompile(`([\w-]+): "?([^";]*)"?;`)
)

// styleRules returns the properties of the style's rules by selector.
func styleRules() map[string]map[string]string {
	rules := map[string]map[string]string{}
	for _, rule := range stylePattern.FindAllStringSubmatch(string(style()), -1) {
		rules[rule[1]] = map[string]string{}
		for _, p := range propertyPattern.FindAllStringSubmatch(rule[2], -1) {
			rules[rule[1]][p[1]] = p[2]
		}
	}
	return rules
}
