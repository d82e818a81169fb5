package graphtest

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/lockedfile"
)

// Python runs a program of Python with arguments and returns what it prints. The
// packages, with their versions, are installed into an environment that later
// tests use again. Without Python or a network the test is skipped; with CI set
// in the environment it fails.
func Python(t testing.TB, packages []string, program string, args ...string) string {
	t.Helper()
	python := environment(t, packages)
	var stdout, stderr bytes.Buffer
	cmd := exec.Command(python, append([]string{"-c", program}, args...)...)
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		t.Fatalf("python: %v\n%s", err, stderr.String())
	}
	return stdout.String()
}

// environment returns the interpreter of a virtual environment that has the
// packages. One that is not complete has another name: tests of several packages
// may make the same one at a time.
func environment(t testing.TB, packages []string) string {
	t.Helper()
	cache, err := os.UserCacheDir()
	if err != nil {
		missing(t, err, nil)
	}
	name := sha256.Sum256([]byte(strings.Join(packages, "\n")))
	dir := filepath.Join(cache, "newsgraph", "python-"+hex.EncodeToString(name[:6]))
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		t.Fatal(err)
	}
	python := filepath.Join(dir, "bin", "python")
	ready := filepath.Join(dir, "ready")
	if _, err := os.Stat(ready); err == nil {
		return python
	}
	unlock, err := lockedfile.MutexAt(dir + ".lock").Lock()
	if err != nil {
		t.Fatal(err)
	}
	defer unlock()
	if _, err := os.Stat(ready); err == nil {
		return python
	}
	for _, command := range [][]string{
		{"python3", "-m", "venv", "--system-site-packages", "--clear", dir},
		append([]string{python, "-m", "pip", "install", "-q", "--disable-pip-version-check"}, packages...),
	} {
		if out, err := exec.Command(command[0], command[1:]...).CombinedOutput(); err != nil {
			missing(t, err, out)
		}
	}
	if err := os.WriteFile(ready, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	return python
}

func missing(t testing.TB, err error, out []byte) {
	t.Helper()
	if os.Getenv("CI") != "" {
		t.Fatalf("python: %v\n%s", err, out)
	}
	t.Skipf("needs Python 3.11 and a network: %v\n%s", err, out)
}
