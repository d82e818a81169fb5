package config

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/pflag"
	"github.com/spf13/viper"

	"github.com/newsgraph/newsgraph/internal/hint"
)

// in runs a test in an empty folder without any of the variables.
func in(t *testing.T) {
	t.Helper()
	t.Chdir(t.TempDir())
	t.Setenv("XDG_CONFIG_HOME", t.TempDir())
	for _, alias := range aliases {
		t.Setenv(alias, "") // viper takes an empty variable for none
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

var formats = []string{"cypher", "json", "neo4j"}

func flags(t *testing.T, args ...string) *pflag.FlagSet {
	t.Helper()
	set := pflag.NewFlagSet("test", pflag.ContinueOnError)
	set.String("to", "cypher", "")
	set.Int("workers", 0, "")
	if err := set.Parse(args); err != nil {
		t.Fatal(err)
	}
	return set
}

func TestReferenceFileEqualsDefaults(t *testing.T) {
	reference, err := filepath.Abs("../../config.yaml")
	if err != nil {
		t.Fatal(err)
	}
	in(t)
	got, err := Load(reference, flags(t), formats)
	if err != nil {
		t.Fatal(err)
	}
	want := Default()
	want.Workers = runtime.NumCPU()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("config.yaml is not the defaults (-want +got):\n%s", diff)
	}
	v := viper.New()
	v.SetConfigFile(reference)
	if err := v.ReadInConfig(); err != nil {
		t.Fatal(err)
	}
	var shown []string
	for _, key := range Keys() {
		if v.InConfig(strings.ToLower(key)) || v.IsSet(key) {
			shown = append(shown, key)
		}
	}
	if !slices.Equal(shown, Keys()) {
		t.Errorf("config.yaml shows %v, want %v", shown, Keys())
	}
}

func TestPrecedence(t *testing.T) {
	in(t)
	check := func(what, want string, args ...string) {
		t.Helper()
		got, err := Load("", flags(t, args...), formats)
		if err != nil {
			t.Fatal(err)
		}
		if got.To != want {
			t.Errorf("%s: to is %q, want %q", what, got.To, want)
		}
	}
	check("default", "cypher")
	write(t, "newsgraph.yaml", "to: json\n")
	check("file", "json")
	t.Setenv("NEWSGRAPH_TO", "neo4j")
	check("environment over file", "neo4j")
	check("flag over environment", "cypher", "--to", "cypher")
}

func TestNeo4jVariables(t *testing.T) {
	in(t)
	for alias, value := range map[string]string{"NEO4J_URI": "neo4j+s://x", "NEO4J_USERNAME": "u", "NEO4J_PASSWORD": "p", "NEO4J_DATABASE": "d"} {
		t.Setenv(alias, value)
	}
	got, err := Load("", flags(t), formats)
	if err != nil {
		t.Fatal(err)
	}
	if want := (Neo4j{URI: "neo4j+s://x", Username: "u", Password: "p", Database: "d"}); got.Neo4j != want {
		t.Errorf("got %+v", got.Neo4j)
	}
	t.Setenv("NEWSGRAPH_NEO4J_URI", "bolt://y")
	if got, err = Load("", flags(t), formats); err != nil || got.Neo4j.URI != "bolt://y" {
		t.Errorf("the variable with the prefix does not win: %v, %v", got.Neo4j.URI, err)
	}
}

func TestPasswordFile(t *testing.T) {
	in(t)
	write(t, "password", "hush\r\nsecond line\n")
	t.Setenv("NEWSGRAPH_NEO4J_PASSWORD_FILE", "password")
	got, err := Load("", flags(t), formats)
	if err != nil || got.Neo4j.Password.Reveal() != "hush" {
		t.Errorf("got %q, %v", got.Neo4j.Password.Reveal(), err)
	}
	t.Setenv("NEWSGRAPH_NEO4J_PASSWORD_FILE", "none")
	if _, err := Load("", flags(t), formats); err == nil {
		t.Error("a password file that is not there is no error")
	}
}

func TestRefused(t *testing.T) {
	for _, c := range []struct{ name, file, variable, want, hint string }{
		{"unknown key", "workerz: 2\n", "", "unknown key workerz", "workers"},
		{"unknown nested key", "neo4j:\n  url: x\n", "", "unknown key neo4j.url", "neo4j.uri"},
		{"unknown variable", "", "NEWSGRAPH_NEO4J_URL", "unknown variable NEWSGRAPH_NEO4J_URL", "NEWSGRAPH_NEO4J_URI"},
		{"bad value", "to: xml\n", "", `to is "xml"`, "cypher, json or neo4j"},
		{"bad type", "workers: many\n", "", "workers", ""},
		{"negative", "workers: -1\n", "", "less than 0", ""},
		{"no yaml", "to: [\n", "", "newsgraph.yaml", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			in(t)
			if c.file != "" {
				write(t, "newsgraph.yaml", c.file)
			}
			if c.variable != "" {
				t.Setenv(c.variable, "1")
			}
			_, err := Load("", flags(t), formats)
			if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(hint.Of(err), c.hint) {
				t.Errorf("got %v (hint %q), want %q (hint %q)", err, hint.Of(err), c.want, c.hint)
			}
		})
	}
}

func TestMissingFileNamedIsAnError(t *testing.T) {
	in(t)
	if _, err := Load("none.yaml", flags(t), formats); err == nil {
		t.Error("no error")
	}
}

func TestSecretIsNeverShown(t *testing.T) {
	c := Default()
	c.Neo4j.Password = "hush-hush"
	marshalled, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	var logged strings.Builder
	slog.New(slog.NewTextHandler(&logged, nil)).Info("x", "password", c.Neo4j.Password, "config", c)
	for _, shown := range []string{
		fmt.Sprint(c), fmt.Sprintf("%v %+v %#v %s %q %x", c, c, c, c.Neo4j.Password, c.Neo4j.Password, c.Neo4j.Password),
		string(marshalled), logged.String(),
	} {
		if strings.Contains(shown, "hush-hush") || strings.Contains(shown, fmt.Sprintf("%x", "hush-hush")) {
			t.Errorf("the password is shown: %s", shown)
		}
	}
}
