// Package browsertest runs scripts that drive a headless Chromium, for tests of
// what is looked at in a browser.
//
//	chromium := browsertest.Find(t) // skips the test where there is none
//	browsertest.Run(t, "testdata/visit.mjs", map[string]any{"chromium": chromium, …}, &seen)
package browsertest

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

//go:embed package.json
var wanted []byte

//go:embed package-lock.json
var locked []byte

// Find returns Chromium's command. Where that or what drives it is missing, the
// test is skipped; with CI=true it fails.
func Find(t testing.TB) string {
	t.Helper()
	lacking := t.Skipf
	if os.Getenv("CI") == "true" {
		lacking = t.Fatalf
	}
	for _, name := range []string{"node", "npm"} {
		if _, err := exec.LookPath(name); err != nil {
			lacking("skipped, since it needs %s", name)
		}
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	lacking("skipped, since it needs chromium")
	return ""
}

// Run runs a script of Node.js, which may import playwright-core, with config as
// its argument in JSON, and decodes what it prints into seen.
func Run(t testing.TB, script string, config, seen any) {
	t.Helper()
	dir := t.TempDir()
	visit, err := os.ReadFile(script)
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string][]byte{"package.json": wanted, "package-lock.json": locked, "visit.mjs": visit} {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	argument, err := json.Marshal(config)
	if err != nil {
		t.Fatal(err)
	}
	command(t, dir, "npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline")
	if err := json.Unmarshal(command(t, dir, "node", "visit.mjs", string(argument)), seen); err != nil {
		t.Fatal(err)
	}
}

func command(t testing.TB, dir, name string, args ...string) []byte {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), name, args...)
	cmd.Dir = dir
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s%s", name, args[0], err, out, stderr.Bytes())
	}
	return out
}
