package source

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/newsgraph/newsgraph/internal/hint"
)

func TestListFolder(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b.txt", "a.text", "sub/c", ".hidden", ".git/x.txt", "data.json", "x.GZ"} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	inputs, passed, errs := List([]string{dir, "-", filepath.Join(dir, "none")}, strings.NewReader("in"))
	var names []string
	for _, in := range inputs {
		names = append(names, strings.TrimPrefix(filepath.ToSlash(in.Name), filepath.ToSlash(dir)+"/"))
	}
	if got, want := strings.Join(names, " "), "a.text b.txt sub/c standard input"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if passed != 2 || len(errs) != 1 {
		t.Errorf("%d passed over and %v, want 2 and one error", passed, errs)
	}
	if text, err := inputs[3].Read(10); text != "in" || err != nil {
		t.Errorf("standard input: %q, %v", text, err)
	}
}

func TestRead(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"good", "Ça va.", ""},
		{"empty", "", "is empty"},
		{"blank", " \n\t", "is empty"},
		{"binary", "\x89PNG\r\n\x00\xff", "NUL at byte 6"},
		{"UTF-16", "\xff\xfeH\x00i\x00", "NUL at byte 3"},
		{"Latin-1", "Ja.\nS\xed, dijo.", "line 2: byte 5 (0xed) is not UTF-8"},
		{"web page", " <!DOCTYPE html><p>Hi", "is a web page"},
		{"at the limit", strings.Repeat("x", 30), ""},
		{"too large", strings.Repeat("x", 31), "is larger than 30 bytes"},
	} {
		t.Run(c.name, func(t *testing.T) {
			inputs, err := FromFS(fstest.MapFS{"a.txt": {Data: []byte(c.text)}}, "*.txt")
			if err != nil {
				t.Fatal(err)
			}
			text, err := inputs[0].Read(30)
			switch {
			case c.want == "" && (err != nil || text != c.text):
				t.Errorf("got %q, %v", text, err)
			case c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), "a.txt")):
				t.Errorf("got %v, want %q with the name", err, c.want)
			case c.want != "" && c.want != "is empty" && hint.Of(err) == "":
				t.Errorf("%v has no hint", err)
			}
		})
	}
}
