package pdf

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestModule: the module is that of the go-pdfium which calls it; go generate
// packs it anew.
func TestModule(t *testing.T) {
	folder, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/klippa-app/go-pdfium").Output()
	if err != nil {
		t.Skip("go list: ", err)
	}
	want, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(folder)), "internal/pdfium_wasm/pdfium.wasm"))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := module(); err != nil || !bytes.Equal(got, want) {
		t.Errorf("the module is another, %v: run go generate", err)
	}
}
