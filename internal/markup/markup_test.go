package markup

import (
	"bytes"
	"errors"
	"html/template"
	"strings"
	"testing"
)

type line struct {
	Name  string
	Count int
	Tags  []string
	Inner *line
}

func data(name string) map[string]any {
	return map[string]any{"Title": name, "Style": "x", "Lines": []line{
		{Name: name, Count: 2, Tags: []string{"a", name, "c"}, Inner: &line{Name: "in " + name}},
		{Name: "", Inner: &line{}},
	}}
}

const sample = `<h1 title="{{.Title}}">{{.Title}}</h1>{{/* nothing */ -}}
{{range .Lines}}<p>{{if .Name}}{{.Name}} {{.Count}}{{else if .Count}}never{{else}}nobody{{end}}: {{.Inner.Name}}
{{- range $i, $t := .Tags}}{{if $i}}, {{end}}{{$t}}{{.}}{{loud $t}}{{end}}</p>
{{end}}{{$.Title}}`

func loud(v any) any { return strings.ToUpper(v.(string)) }

// FuzzAsHTMLTemplate: what stands in elements and in quoted attributes is what
// html/template gives, but for + and invalid UTF-8, which it writes otherwise.
func FuzzAsHTMLTemplate(f *testing.F) {
	for _, text := range []string{"", "all is well", `<script>alert("1")</script>`, `'" onload=x & &amp;`, "nul\x00", "é 👩 \u2028 שלום", "{{.Title}}"} {
		f.Add(text)
	}
	own := Must("sample", sample, Funcs{"loud": loud})
	other := template.Must(template.New("sample").Funcs(template.FuncMap{"loud": loud}).Parse(sample))
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(strings.ReplaceAll(text, "+", ""), "")
		var got, want bytes.Buffer
		if err := errors.Join(own.Execute(&got, data(text)), other.Execute(&want, data(text))); err != nil {
			t.Fatal(err)
		}
		if got.String() != want.String() {
			t.Errorf("got  %q\nwant %q", got.String(), want.String())
		}
	})
}

func TestRawIsNotEscaped(t *testing.T) {
	var out strings.Builder
	if err := Must("raw", "<style>{{.Style}}</style>", nil).Execute(&out, map[string]any{"Style": Raw("a > b {}")}); err != nil || out.String() != "<style>a > b {}</style>" {
		t.Errorf("got %q, %v", out.String(), err)
	}
}

func TestFaults(t *testing.T) {
	for text, want := range map[string]string{
		"{{.None}}":               "there is no None",
		"{{.Title.None}}":         "there is no None",
		"{{with .Title}}x{{end}}": "no rule",
		"{{loud .Title .Title}}":  "no rule",
	} {
		if err := Must("x", text, Funcs{"loud": loud}).Execute(&strings.Builder{}, data("x")); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got %v, want %q", text, err, want)
		}
	}
	full := errors.New("the disk is full")
	if err := Must("x", "text", nil).Execute(failing{full}, nil); !errors.Is(err, full) {
		t.Errorf("got %v", err)
	}
}

// TestOthersFaultsPass: what breaks in a function is not taken for a whole page.
func TestOthersFaultsPass(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a function that panics is passed over")
		}
	}()
	_ = Must("x", "{{loud .Lines}}", Funcs{"loud": loud}).Execute(&strings.Builder{}, data("x"))
}

type failing struct{ error }

func (f failing) Write([]byte) (int, error) { return 0, f.error }
