// Package archtest holds the import rules of the project by parsing its files.
package archtest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/newsgraph/newsgraph/"

// layers lists every package in the order in which they build on one another: a
// package may import those before it, not those after it.
var layers = strings.Fields(`
	internal/hint internal/markup

	graph
	graph/csv graph/ftm graph/graphml graph/jsonld graph/page/look graph/page
	cypher cypher/browser cypher/neo4j

	ingest/rule ingest/lexicon ingest/token ingest/facts ingest/article ingest/document
	ingest/ordered
	ingest/source/kind ingest/source/text ingest/source/lines ingest/source/known ingest/source/records ingest/source/html ingest/source/mhtml ingest/source/webarchive ingest/source/web ingest/source/feed
	ingest/source/paper ingest/source/office ingest/source/docx ingest/source/odt ingest/source/pdf
	ingest/source/epub ingest/source/mail ingest/source/markdown ingest/source/rtf
	ingest/source/warc ingest/source/archive ingest/source/agency
	ingest/source
	ingest/people ingest/people/wikidata ingest/gazetteer ingest/when ingest/tree ingest/turn
	ingest/kernel ingest/wordpiece ingest/network ingest/decode ingest/read
	ingest/resolve/dates ingest/resolve/team ingest/resolve/who ingest/resolve/pointer ingest/resolve/holds ingest/resolve/known
	ingest/resolve/whom ingest/resolve/met ingest/resolve/said ingest/resolve
	ingest/identity ingest/copies ingest/build
	ingest/library
	ingest

	seeds
	internal/archtest internal/madeup internal/graphtest internal/neo4jtest internal/browsertest internal/sourcetest internal/gold internal/show internal/explain internal/eval internal/config
	cmd/newsgraph
	beam/pipeline beam

	ingest/gazetteer/internal/gen ingest/people/internal/gen ingest/kernel/internal/gen training/pairs training/tokens
`)

// plain lists rooms of plain Go: nothing in them links the network, so that
// they can be tested on documents written by hand.
var plain = []string{
	"graph", "cypher", "ingest/source", "ingest/document", "ingest/turn", "ingest/tree", "ingest/when", "ingest/facts", "ingest/people", "ingest/resolve", "ingest/identity", "ingest/copies", "ingest/library",
	"ingest/build", "internal/config",
}

// network is what they do not link.
var network = []string{"ingest/kernel", "ingest/network", "ingest/read"}

// only lists libraries that one place alone may import, tests of it included.
var only = map[string][]string{
	"html/template":                        {"internal/markup"}, // in a test; it says why
	"text/template/":                       {"internal/markup"},
	"github.com/spf13/cobra":               {"cmd/newsgraph"},
	"github.com/therootcompany/xz/":        {"ingest/source/archive"},
	"github.com/klauspost/compress/":       {"ingest/source/archive", "ingest/source/pdf", "ingest/source/warc"},
	"github.com/spf13/viper":               {"internal/config"},
	"modernc.org/sqlite/":                  {"ingest/library"},
	"github.com/mmcdole/gofeed/":           {"ingest/source/feed"},
	"github.com/temoto/robotstxt/":         {"ingest/source/web"},
	"github.com/andybalholm/brotli/":       {"ingest/source/web", "ingest/source/warc"},
	"github.com/klippa-app/go-pdfium/":     {"ingest/source/pdf"},
	"github.com/tetratelabs/wazero/":       {"ingest/source/pdf"},
	"github.com/emersion/go-message/":      {"ingest/source/mail"},
	"github.com/yuin/goldmark/":            {"ingest/source/markdown"},
	"github.com/mmcloughlin/avo/":          {"ingest/kernel/internal/gen"},
	"codeberg.org/readeck/go-readability/": {"ingest/source/html"},
	"github.com/piprate/json-gold/":        {"graph/jsonld"},
	"github.com/neo4j/neo4j-go-driver/v5/": {"cypher/neo4j", "internal/neo4jtest"},
	"github.com/apache/beam/":              {"beam", "beam/pipeline"},
}

// never lists imports between rooms that are not allowed; the first is a
// prefix of the importing package, the second of the imported one.
var never = [][2]string{
	{"graph", ""},
	{"ingest", "cypher"},
	{"ingest", "cmd"},
	{"ingest", "seeds"},
	{"ingest", "internal/config"},
	{"cypher", "ingest"},
	{"cypher", "cmd"},
	{"cypher", "seeds"},
	{"cypher", "internal/config"},
	{"seeds", ""},
	{"internal/config", "ingest"},
	{"internal/config", "cypher"},
	{"internal/config", "graph"},
	{"internal/hint", ""},
	{"internal/markup", ""},
}

// beneath lists what the packages below graph may import: each writes one format
// from the model and knows nothing else of ours.
var beneath = []string{"graph", "graph/page/look", "internal/hint", "internal/markup"}

// An importing file is in package folder dir and imports path.
type edge struct{ dir, file, path string }

func TestImports(t *testing.T) {
	edges, _ := imports(t, "../..")
	if len(edges) < 50 {
		t.Fatalf("only %d imports found: the rules are not held", len(edges))
	}
	for _, e := range edges {
		if why := fault(e); why != "" {
			t.Errorf("%s imports %s: %s", e.file, e.path, why)
		}
	}
}

func TestEveryPackageIsListed(t *testing.T) {
	_, packages := imports(t, "../..")
	for _, dir := range packages {
		if !slices.Contains(layers, dir) {
			t.Errorf("package %s is not among the layers: give it its place", dir)
		}
	}
	for i, dir := range layers {
		if !slices.Contains(packages, dir) || slices.Contains(layers[:i], dir) {
			t.Errorf("layer %s is no package, or stands twice", dir)
		}
	}
}

func TestPlainRoomsDoNotLinkTheNetwork(t *testing.T) {
	edges, _ := imports(t, "../..")
	for _, dir := range layers {
		if !slices.ContainsFunc(plain, func(room string) bool { return within(dir, room) }) {
			continue
		}
		for _, way := range links(edges, dir) {
			if slices.Contains(network, way[len(way)-1]) {
				t.Errorf("%s links the network: %s", dir, strings.Join(way, " → "))
			}
		}
	}
	if ways := links(edges, "ingest"); !slices.ContainsFunc(ways, func(way []string) bool { return way[len(way)-1] == "ingest/network" }) {
		t.Errorf("ingest does not link the network: the rule is not held; got %v", ways)
	}
}

// links returns, for each package that dir links, the way of imports to it.
// Those of tests are left out.
func links(edges []edge, dir string) (ways [][]string) {
	ways, seen := [][]string{{dir}}, map[string]bool{dir: true}
	for i := 0; i < len(ways); i++ {
		way := ways[i]
		for _, e := range edges {
			target, ours := strings.CutPrefix(e.path, module)
			if ours && e.dir == way[len(way)-1] && !strings.HasSuffix(e.file, "_test.go") && !seen[target] {
				seen[target] = true
				ways = append(ways, append(slices.Clone(way), target))
			}
		}
	}
	return ways
}

// settings are names of keys, variables and flags.
var settings = regexp.MustCompile(`\b(?:maxBytes|passwordFile|NEWSGRAPH_|NEO4J_|neo4j\.(?:uri|username|password|database))|[\s"]--[a-z]{2,}`)

// TestOnlyTheCommandAdvisesOfSettings: the errors of packages do not name what
// they can't know; the command adds what to set.
func TestOnlyTheCommandAdvisesOfSettings(t *testing.T) {
	for _, dir := range layers[:slices.Index(layers, "seeds")] {
		files, err := filepath.Glob(filepath.Join("../..", dir, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range files {
			file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			for _, text := range errorTexts(file) {
				if settings.MatchString(text) && !strings.HasSuffix(name, "_test.go") {
					t.Errorf("an error in %s says %s", name, text)
				}
			}
		}
	}
}

// errorTexts returns the literals of which a file makes errors and hints.
func errorTexts(file *ast.File) (texts []string) {
	ast.Inspect(file, func(n ast.Node) bool {
		call, ok := n.(*ast.CallExpr)
		if !ok {
			return true
		}
		if f, ok := call.Fun.(*ast.SelectorExpr); !ok || !slices.Contains([]string{"Errorf", "New", "Add", "Sprintf"}, f.Sel.Name) {
			return true
		}
		for _, arg := range call.Args {
			if text, ok := arg.(*ast.BasicLit); ok && text.Kind == token.STRING {
				texts = append(texts, text.Value)
			}
		}
		return true
	})
	return texts
}

func TestFaultsAreSeen(t *testing.T) {
	for _, e := range []edge{
		{"graph", "graph/x.go", module + "internal/hint"},
		{"graph/ftm", "graph/ftm/x.go", module + "cypher"},
		{"graph/ftm", "graph/ftm/x.go", module + "ingest/facts"},
		{"ingest/read", "ingest/read/x.go", module + "ingest/resolve"},
		{"ingest/read", "ingest/read/x.go", module + "cypher"},
		{"cypher/neo4j", "cypher/neo4j/x.go", module + "ingest/facts"},
		{"ingest/facts", "ingest/facts/x.go", module + "internal/config"},
		{"ingest", "ingest/x.go", "github.com/spf13/viper"},
		{"cypher", "cypher/x.go", "github.com/neo4j/neo4j-go-driver/v5/neo4j"},
	} {
		if fault(e) == "" {
			t.Errorf("%s may import %s", e.dir, e.path)
		}
	}
}

// fault says what rule the import breaks, "" where none.
func fault(e edge) string {
	for library, places := range only {
		if strings.HasPrefix(e.path+"/", library) && !slices.Contains(places, e.dir) {
			return "only " + strings.Join(places, " and ") + " may"
		}
	}
	target, ours := strings.CutPrefix(e.path, module)
	if !ours || target == e.dir || strings.HasSuffix(e.file, "_test.go") && e.dir != "graph" {
		return ""
	}
	if strings.HasPrefix(e.dir, "graph/") && slices.Contains(beneath, target) {
		return ""
	}
	for _, rule := range never {
		if within(e.dir, rule[0]) && within(target, rule[1]) {
			return "never " + rule[0] + " to " + rule[1]
		}
	}
	if from, to := slices.Index(layers, e.dir), slices.Index(layers, target); from >= 0 && to > from {
		return "against the way of the data"
	}
	return ""
}

func within(dir, room string) bool {
	return room == "" || dir == room || strings.HasPrefix(dir, room+"/")
}

// imports returns the imports of all files below root, and the packages that
// they make.
func imports(t *testing.T, root string) (edges []edge, packages []string) {
	t.Helper()
	fset := token.NewFileSet()
	err := fs.WalkDir(os.DirFS(root), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(name) != ".go" {
			return err
		}
		file, err := parser.ParseFile(fset, filepath.Join(root, name), nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		dir := filepath.ToSlash(filepath.Dir(name))
		packages = append(packages, dir)
		for _, spec := range file.Imports {
			path, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			edges = append(edges, edge{dir, name, path})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(packages)
	return edges, slices.Compact(packages)
}
