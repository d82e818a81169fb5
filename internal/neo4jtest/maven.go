package neo4jtest

import (
	"encoding/xml"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/lockedfile"
)

const oldestJava = 17

// tools are the programs that a server is had with.
type tools struct{ java, mvn string }

func findTools() (tools, error) {
	java := "java"
	if home := os.Getenv("JAVA_HOME"); home != "" {
		java = filepath.Join(home, "bin", "java")
	}
	version, err := exec.Command(java, "-version").CombinedOutput()
	if err != nil {
		return tools{}, fmt.Errorf("want Java %d or later: %w", oldestJava, err)
	}
	if javaMajor(string(version)) < oldestJava {
		return tools{}, fmt.Errorf("want Java %d or later: %s", oldestJava, version)
	}
	mvn, err := exec.LookPath("mvn")
	if err != nil {
		return tools{}, fmt.Errorf("want Maven: %w", err)
	}
	return tools{java, mvn}, nil
}

var quotedVersion = regexp.MustCompile(`version "(\d+)`)

// javaMajor reads what java -version prints. Java 8 calls itself 1.8.
func javaMajor(output string) int {
	m := quotedVersion.FindStringSubmatch(output)
	if m == nil {
		return 0
	}
	major, _ := strconv.Atoi(m[1])
	return major
}

// classPath downloads what pom.xml names, if Maven does not have it yet, and
// returns where it lies. Test binaries take turns: Maven's repository does not
// bear several writers.
func (t tools) classPath() (string, error) {
	pom, err := findPOM()
	if err != nil {
		return "", err
	}
	unlock, err := lockedfile.MutexAt(pom).Lock()
	if err != nil {
		return "", err
	}
	defer unlock()
	version, err := neo4jVersion(pom)
	if err != nil {
		return "", err
	}
	return t.resolve(pom, version)
}

// resolve asks Maven for the class path. cypher-shell is fetched on its own,
// since the parent that its pom names is not on Maven Central.
func (t tools) resolve(pom, version string) (string, error) {
	list, err := os.CreateTemp("", "newsgraph-classpath-*")
	if err != nil {
		return "", err
	}
	list.Close()
	defer os.Remove(list.Name())
	mvn := exec.Command(t.mvn, "-q", "-B", "-f", pom,
		"dependency:get", "-Dtransitive=false", "-Dartifact=org.neo4j:cypher-shell:"+version,
		"dependency:build-classpath", "-Dmdep.outputFile="+list.Name())
	if output, err := mvn.CombinedOutput(); err != nil {
		return "", fmt.Errorf("fetch Neo4j with Maven: %w\n%s", err, output)
	}
	jars, err := os.ReadFile(list.Name())
	if err != nil {
		return "", err
	}
	return withShell(strings.TrimSpace(string(jars)), version)
}

// withShell adds cypher-shell, which lies beside the server in the repository.
func withShell(jars, version string) (string, error) {
	for _, jar := range filepath.SplitList(jars) {
		if filepath.Base(jar) == "neo4j-"+version+".jar" {
			group := filepath.Dir(filepath.Dir(filepath.Dir(jar)))
			shell := filepath.Join(group, "cypher-shell", version, "cypher-shell-"+version+".jar")
			return jars + string(filepath.ListSeparator) + shell, nil
		}
	}
	return "", errors.New("fetch Neo4j with Maven: the class path has no neo4j-" + version + ".jar")
}

// findPOM finds pom.xml from a package of this module, where go test runs.
func findPOM() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for ; ; dir = filepath.Dir(dir) {
		pom := filepath.Join(dir, "internal", "neo4jtest", "pom.xml")
		if _, err := os.Stat(pom); err == nil {
			return pom, nil
		}
		if dir == filepath.Dir(dir) {
			return "", errors.New("no internal/neo4jtest/pom.xml above the working directory")
		}
	}
}

// neo4jVersion reads the version of the server from pom.xml.
func neo4jVersion(pom string) (string, error) {
	text, err := os.ReadFile(pom)
	if err != nil {
		return "", err
	}
	var project struct {
		Version string `xml:"properties>neo4j.version"`
	}
	if err := xml.Unmarshal(text, &project); err != nil {
		return "", fmt.Errorf("%s: %w", pom, err)
	}
	return project.Version, nil
}
