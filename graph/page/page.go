// Package page writes a graph as one page of HTML to look at and to send: who
// spoke to whom as a drawing, when, and tables of all statements and meetings with
// the sentences that prove them.
//
//	p := page.New(file)
//	err := p.Write(ctx, g) // for each article
//	err = p.Close(ctx)
//
// The page needs no other file and no connection: its policy forbids both, and
// lets only its own scripts run. What articles say stands in it as JSON, which
// is shown as text and never as HTML.
//
// A page shows everything at once, so memory grows with the articles, and nothing
// is written before Close.
package page

import (
	"context"
	"embed"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/newsgraph/newsgraph/graph"
	"github.com/newsgraph/newsgraph/graph/page/look"
	"github.com/newsgraph/newsgraph/internal/markup"
)

//go:embed page.html page.css acts.tsv script cytoscape
var files embed.FS

// scripts are the page's own, in the order in which they build on one another.
var scripts = []string{"dom", "model", "filter", "table", "evidence", "tabs", "drawing", "timeline", "main"}

// Page is a graph.Sink that writes a page.
type Page struct {
	out      io.Writer
	articles graph.Articles
}

// New returns a Page that writes to w. It does not close w.
func New(w io.Writer) *Page { return &Page{out: w} }

// Write adds an article. A later version of one takes the place of the earlier.
func (p *Page) Write(_ context.Context, g *graph.Graph) error {
	p.articles.Add(g)
	return nil
}

// Close writes the page.
func (p *Page) Close(context.Context) error {
	content, err := json.Marshal(dataOf(p.articles.Graphs)) // which escapes <, >, & and U+2028
	if err == nil {
		err = write(p.out, content)
	}
	if err != nil {
		return fmt.Errorf("write the page: %w", err)
	}
	return nil
}

// write writes the page around its data.
func write(w io.Writer, content []byte) error {
	style := look.Style() + read("page.css")
	var own strings.Builder
	for _, name := range scripts {
		own.WriteString(read("script/" + name + ".js"))
	}
	library := read("cytoscape/cytoscape.min.js")
	return markup.Must("page.html", read("page.html"), nil).Execute(w, map[string]any{
		"Policy": look.Policy(style, library, own.String()),
		"Style":  markup.Raw(style), "Switch": look.Switch(),
		"Library": markup.Raw(library), "Script": markup.Raw(own.String()), "Data": markup.Raw(content),
	})
}

func read(name string) string {
	content, err := files.ReadFile(name)
	if err != nil {
		panic("page: " + err.Error()) // it is embedded
	}
	return string(content)
}
