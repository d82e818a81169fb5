package neo4jtest

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// Import stops the server, runs import.sh in a folder as a user would, with the
// real neo4j-admin, and starts the server with what was imported. What was in the
// database, schema included, is gone. It returns what the import took.
func (s *Server) Import(t testing.TB, folder string) time.Duration {
	t.Helper()
	if err := s.makeAdmin(); err != nil {
		t.Fatalf("neo4jtest: %v", err)
	}
	s.Kill(t)
	s.driver.Close(context.Background())
	cmd := exec.Command("sh", filepath.Join(folder, "import.sh"), "neo4j", "--overwrite-destination")
	cmd.Env = append(os.Environ(), "NEO4J_HOME="+s.home, "NEO4J_CONF="+filepath.Join(s.home, "conf"))
	cmd.SysProcAttr = dieWithParent()
	start := time.Now()
	if output, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("neo4jtest: import: %v\n%s", err, output)
	}
	took := time.Since(start)
	if err := s.boot(s.Password); err != nil {
		t.Fatalf("neo4jtest: start after the import: %v", err)
	}
	return took
}

// makeAdmin makes the command neo4j-admin, which a distribution has in bin.
func (s *Server) makeAdmin() error {
	cmd, err := s.java("admin", "-Xmx1g", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8", "--add-opens=java.base/java.nio=ALL-UNNAMED", "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED", "org.neo4j.cli.AdminTool")
	if err != nil {
		return err
	}
	script := fmt.Sprintf("#!/bin/sh\nexec '%s' \"$@\"\n", strings.Join(cmd.Args, "' '"))
	bin := filepath.Join(s.home, "bin")
	if err := os.MkdirAll(bin, 0o700); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(bin, "neo4j-admin"), []byte(script), 0o700)
}
