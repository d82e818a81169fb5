package neo4jtest

import (
	"bytes"
	"context"
	"crypto/rand"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

const (
	bootDeadline = 240 * time.Second
	bootPoll     = 250 * time.Millisecond

	firstPassword = "neo4j" // of a new server, which asks for another one
)

// Server is a running Neo4j with one database, neo4j.
type Server struct {
	URI      string // of the Bolt protocol, bolt://127.0.0.1:…
	HTTPURL  string // of the Browser and the HTTP API, without a final slash
	User     string
	Password string

	tools   tools
	jars    string // class path
	home    string // configuration, data and logs
	process *exec.Cmd
	exited  chan struct{}
	driver  neo4j.DriverWithContext
}

func start(tools tools) (*Server, error) {
	jars, err := tools.classPath()
	if err != nil {
		return nil, err
	}
	s := &Server{User: "neo4j", Password: rand.Text(), tools: tools, jars: jars}
	if err := s.makeHome(); err != nil {
		return nil, err
	}
	err = s.boot(firstPassword)
	if err == nil {
		err = s.setPassword()
	}
	if err != nil {
		s.close()
		return nil, err
	}
	return s, nil
}

func (s *Server) makeHome() (err error) {
	bolt, err := freeAddress()
	if err != nil {
		return err
	}
	http, err := freeAddress()
	if err != nil {
		return err
	}
	s.URI, s.HTTPURL = "bolt://"+bolt, "http://"+http
	if s.home, err = os.MkdirTemp("", "newsgraph-neo4j-*"); err != nil {
		return err
	}
	for _, dir := range []string{"conf", "logs"} {
		if err := os.Mkdir(filepath.Join(s.home, dir), 0o700); err != nil {
			return err
		}
	}
	return os.WriteFile(filepath.Join(s.home, "conf", "neo4j.conf"), configuration(bolt, http), 0o600)
}

// freeAddress returns a loopback address with a port that nothing listens on.
func freeAddress() (string, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer listener.Close()
	return listener.Addr().String(), nil
}

// configuration keeps the server small: several may run at a time.
func configuration(bolt, http string) []byte {
	return fmt.Appendf(nil, `server.bolt.listen_address=%[1]s
server.bolt.advertised_address=%[1]s
server.http.listen_address=%[2]s
server.http.advertised_address=%[2]s
server.memory.pagecache.size=256m
db.tx_log.preallocate=false
db.tx_log.rotation.retention_policy=keep_none
dbms.usage_report.enabled=false
`, bolt, http)
}

// jvmOptions are those that Neo4j's own start script gives, with a small heap, which
// has room for the texts of statements that Neo4j keeps (docs/loading.md),
// and, for half the time to boot, with the fast compiler only.
var jvmOptions = []string{
	"-Xms256m", "-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8",
	"--add-opens=java.base/java.nio=ALL-UNNAMED",
	"--add-opens=java.base/java.io=ALL-UNNAMED",
	"--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
	"--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
	"-Dio.netty.tryReflectionSetAccessible=true",
}

// java returns a command that runs a main class with the server's class path,
// which is too long for a command line.
func (s *Server) java(name string, args ...string) (*exec.Cmd, error) {
	var file strings.Builder
	for _, arg := range append([]string{"-cp", s.jars}, args...) {
		escaped := strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(arg)
		file.WriteString(`"` + escaped + "\"\n")
	}
	path := filepath.Join(s.home, "conf", name+".args")
	if err := os.WriteFile(path, []byte(file.String()), 0o600); err != nil {
		return nil, err
	}
	cmd := exec.Command(s.tools.java, "@"+path)
	cmd.SysProcAttr = dieWithParent()
	return cmd, nil
}

// boot starts the server and waits until its database answers.
func (s *Server) boot(password string) error {
	args := append(jvmOptions[:len(jvmOptions):len(jvmOptions)], "org.neo4j.server.CommunityEntryPoint",
		"--home-dir="+s.home, "--config-dir="+filepath.Join(s.home, "conf"), "--console-mode")
	cmd, err := s.java("server", args...)
	if err != nil {
		return err
	}
	log, err := os.Create(s.consoleLog())
	if err != nil {
		return err
	}
	defer log.Close()
	cmd.Stdout, cmd.Stderr = log, log
	if err := cmd.Start(); err != nil {
		return err
	}
	s.process, s.exited = cmd, make(chan struct{})
	go func() {
		defer close(s.exited)
		cmd.Wait() // an error says no more than that it was killed
	}()
	return s.await(password)
}

func (s *Server) consoleLog() string { return filepath.Join(s.home, "logs", "console.log") }

// await polls until the database answers.
func (s *Server) await(password string) error {
	driver, err := neo4j.NewDriverWithContext(s.URI, neo4j.BasicAuth(s.User, password, ""))
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(context.Background(), bootDeadline)
	defer cancel()
	s.driver = driver
	for {
		if err = s.ready(ctx, password); err == nil {
			return nil
		}
		select {
		case <-s.exited:
			return fmt.Errorf("the server stopped while it booted:\n%s", s.logTail())
		case <-ctx.Done():
			return fmt.Errorf("the server did not answer within %s: %w\n%s", bootDeadline, err, s.logTail())
		case <-time.After(bootPoll):
		}
	}
}

// ready says whether the server does what it is started for. With its first
// password, it allows nothing but setting another one.
func (s *Server) ready(ctx context.Context, password string) error {
	if password == firstPassword {
		return s.driver.VerifyAuthentication(ctx, nil)
	}
	_, err := s.run(ctx, "RETURN 1", nil)
	return err
}

func (s *Server) setPassword() error {
	ctx := context.Background()
	_, err := neo4j.ExecuteQuery(ctx, s.driver, "ALTER CURRENT USER SET PASSWORD FROM $old TO $new",
		map[string]any{"old": firstPassword, "new": s.Password}, neo4j.EagerResultTransformer,
		neo4j.ExecuteQueryWithDatabase("system"))
	if err != nil {
		return err
	}
	if err := s.driver.Close(ctx); err != nil {
		return err
	}
	return s.await(s.Password)
}

// logTail returns the end of what the server printed.
func (s *Server) logTail() []byte {
	const most = 4000
	log, _ := os.ReadFile(s.consoleLog())
	return bytes.TrimSpace(log[max(0, len(log)-most):])
}

// Kill ends the server at once, as a crash would. Start it again with Restart.
func (s *Server) Kill(t testing.TB) {
	t.Helper()
	if err := s.kill(); err != nil {
		t.Fatalf("neo4jtest: kill the server: %v", err)
	}
}

// Stop ends the server as its administrator would: it is asked to, and lets
// transactions end or breaks them off. Start it again with Restart.
func (s *Server) Stop(t testing.TB) {
	t.Helper()
	if err := s.process.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatalf("neo4jtest: stop the server: %v", err)
	}
	select {
	case <-s.exited:
		s.process = nil
	case <-time.After(bootDeadline):
		t.Fatalf("neo4jtest: the server did not stop within %s\n%s", bootDeadline, s.logTail())
	}
}

func (s *Server) kill() error {
	if s.process == nil {
		return nil
	}
	err := s.process.Process.Kill()
	<-s.exited
	s.process = nil
	return err
}

// Restart starts the server again, on the same ports and with the same data,
// killing it before if it runs.
func (s *Server) Restart(t testing.TB) {
	t.Helper()
	s.Kill(t)
	s.driver.Close(context.Background())
	if err := s.boot(s.Password); err != nil {
		t.Fatalf("neo4jtest: restart: %v", err)
	}
}

// close ends the server and removes its files.
func (s *Server) close() {
	if s.driver != nil {
		s.driver.Close(context.Background())
	}
	s.kill()
	os.RemoveAll(s.home)
}
