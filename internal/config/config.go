// Package config reads the configuration: a flag wins over the environment, the
// environment over the file, the file over the default. config.yaml at the root
// of the repository shows every key.
package config

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/go-viper/mapstructure/v2"
	"github.com/spf13/pflag"
	"github.com/spf13/viper"

	"github.com/newsgraph/newsgraph/internal/hint"
)

// Config is the whole configuration.
type Config struct {
	To     string `mapstructure:"to"`
	Output string `mapstructure:"output"`
	// Fresh says that the database is empty which a script is written for.
	Fresh    bool  `mapstructure:"fresh"`
	Workers  int   `mapstructure:"workers"`
	MaxBytes int64 `mapstructure:"maxBytes"`
	// As is the kind that sources are taken for, "" where their content tells.
	As string `mapstructure:"as"`
	// Include and Exclude are patterns of files in folders.
	Include []string `mapstructure:"include"`
	Exclude []string `mapstructure:"exclude"`
	// Fields says what records call the fields of an article: text=body.
	Fields []string `mapstructure:"fields"`
	// Decisions is a file of decisions about who is who.
	Decisions string `mapstructure:"decisions"`
	// People is a table of known people beside the one that the program brings along.
	People string `mapstructure:"people"`
	// Library is the file that remembers what was read, "" for none; LibraryWait
	// is how long to wait while another process writes to it.
	Library     string        `mapstructure:"library"`
	LibraryWait time.Duration `mapstructure:"libraryWait"`
	Web         Web           `mapstructure:"web"`
	Follow      Follow        `mapstructure:"follow"`
	Neo4j       Neo4j         `mapstructure:"neo4j"`
}

// Web says how addresses are fetched.
type Web struct {
	UserAgent    string        `mapstructure:"userAgent"`
	Timeout      time.Duration `mapstructure:"timeout"`
	Pause        time.Duration `mapstructure:"pause"`
	MaxBytes     int64         `mapstructure:"maxBytes"`
	MaxPages     int           `mapstructure:"maxPages"`
	IgnoreRobots bool          `mapstructure:"ignoreRobots"`
}

// Follow says how sources are followed.
type Follow struct {
	Every time.Duration `mapstructure:"every"`
	State string        `mapstructure:"state"` // a file
}

// Neo4j says which server to write to.
type Neo4j struct {
	URI          string `mapstructure:"uri"`
	Username     string `mapstructure:"username"`
	Password     Secret `mapstructure:"password"`
	PasswordFile string `mapstructure:"passwordFile"`
	Database     string `mapstructure:"database"`
}

// Secret is a text that no output shows. Reveal returns it.
type Secret string

// Reveal returns the text itself.
func (s Secret) Reveal() string { return string(s) }

const redacted = "[redacted]"

// Format implements fmt.Formatter for every verb.
func (s Secret) Format(f fmt.State, _ rune) { fmt.Fprint(f, redacted) }

// LogValue implements slog.LogValuer.
func (s Secret) LogValue() slog.Value { return slog.StringValue(redacted) }

// MarshalText keeps the secret out of JSON and YAML.
func (s Secret) MarshalText() ([]byte, error) { return []byte(redacted), nil }

// Default returns the configuration without flags, environment and file.
func Default() Config {
	return Config{
		To: "cypher", MaxBytes: 16 << 20, LibraryWait: 30 * time.Second, Include: []string{}, Exclude: []string{}, Fields: []string{},
		Web:    Web{Timeout: time.Minute, Pause: time.Second, MaxBytes: 64 << 20, MaxPages: 10_000},
		Follow: Follow{Every: 15 * time.Minute},
		Neo4j:  Neo4j{URI: "bolt://localhost:7687", Username: "neo4j"},
	}
}

const prefix = "NEWSGRAPH"

// aliases are the variables of Aura's credentials files, by key.
var aliases = map[string]string{
	"neo4j.uri": "NEO4J_URI", "neo4j.username": "NEO4J_USERNAME", "neo4j.password": "NEO4J_PASSWORD", "neo4j.database": "NEO4J_DATABASE",
}

// flagNames are the flags of keys that are not called as the key is.
var flagNames = map[string]string{"web.ignoreRobots": "ignore-robots", "follow.every": "every", "follow.state": "state"}

// Load reads the configuration. The file is the one named, which must be there,
// or the first that Files lists and that is there. Flags that have a key's name
// win where they are set. Unknown keys and variables are refused, and so is what
// is to be written where it is not one of the formats.
func Load(file string, flags *pflag.FlagSet, formats []string) (Config, error) {
	v := viper.New()
	setDefaults(v)
	for _, key := range Keys() {
		names := []string{key, variable(key)}
		if alias, ok := aliases[key]; ok {
			names = append(names, alias)
		}
		if err := v.BindEnv(names...); err != nil {
			return Config{}, err
		}
		if flag := flags.Lookup(cmp.Or(flagNames[key], key)); flag != nil {
			if err := v.BindPFlag(key, flag); err != nil {
				return Config{}, err
			}
		}
	}
	if err := errors.Join(checkEnvironment(), readFile(v, file)); err != nil {
		return Config{}, err
	}
	var c Config
	if err := v.UnmarshalExact(&c, strict); err != nil {
		return Config{}, fmt.Errorf("read configuration: %w", err)
	}
	return c.complete(formats)
}

func strict(c *mapstructure.DecoderConfig) { c.WeaklyTypedInput = true }

func setDefaults(v *viper.Viper) {
	d := Default()
	for key, value := range map[string]any{
		"to": d.To, "output": d.Output, "fresh": false, "workers": d.Workers, "maxBytes": d.MaxBytes, "decisions": d.Decisions, "people": "", "library": "", "libraryWait": d.LibraryWait,
		"web.userAgent": "", "web.timeout": d.Web.Timeout, "web.pause": d.Web.Pause, "web.maxBytes": d.Web.MaxBytes, "web.maxPages": d.Web.MaxPages,
		"web.ignoreRobots": false, "follow.every": d.Follow.Every, "follow.state": "", "neo4j.uri": d.Neo4j.URI,
		"neo4j.username": d.Neo4j.Username, "neo4j.password": "", "neo4j.passwordFile": "", "neo4j.database": "",
	} {
		v.SetDefault(key, value)
	}
}

// Keys returns every key, sorted.
func Keys() []string {
	return []string{
		"as", "decisions", "exclude", "fields", "follow.every", "follow.state", "fresh", "include", "library", "libraryWait", "maxBytes", "neo4j.database", "neo4j.password", "neo4j.passwordFile", "neo4j.uri", "neo4j.username",
		"output", "people", "to", "web.ignoreRobots", "web.maxBytes", "web.maxPages", "web.pause", "web.timeout", "web.userAgent", "workers",
	}
}

// variable returns the name of a key's environment variable.
func variable(key string) string {
	var b strings.Builder
	for _, r := range key {
		switch {
		case r == '.':
			b.WriteByte('_')
		case r >= 'A' && r <= 'Z':
			b.WriteString("_" + string(r))
		default:
			b.WriteString(strings.ToUpper(string(r)))
		}
	}
	return prefix + "_" + b.String()
}

// Files lists where the configuration is looked for, in order.
func Files() []string {
	files := []string{"newsgraph.yaml"}
	if dir, err := os.UserConfigDir(); err == nil {
		files = append(files, filepath.Join(dir, "newsgraph", "config.yaml"))
	}
	return files
}

func readFile(v *viper.Viper, file string) error {
	candidates := []string{file}
	if file == "" {
		candidates = Files()
	}
	for _, name := range candidates {
		text, err := os.ReadFile(name)
		if file == "" && errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return fmt.Errorf("read configuration: %w", err)
		}
		v.SetConfigType("yaml")
		if err := v.ReadConfig(bytes.NewReader(text)); err != nil {
			return fmt.Errorf("read configuration %s: %w", name, err)
		}
		return checkKeys(v, name)
	}
	return nil
}

// checkKeys refuses keys of the file that are not known.
func checkKeys(v *viper.Viper, file string) error {
	known := Keys()
	var faults []error
	for _, key := range v.AllKeys() {
		if !slices.ContainsFunc(known, func(k string) bool { return strings.EqualFold(k, key) }) {
			faults = append(faults, unknown("key "+key+" in "+file, key, known))
		}
	}
	return errors.Join(faults...)
}

// checkEnvironment refuses variables with the project's prefix that are not known.
func checkEnvironment() error {
	var known []string
	for _, key := range Keys() {
		known = append(known, variable(key))
	}
	var faults []error
	for _, entry := range os.Environ() {
		name, _, _ := strings.Cut(entry, "=")
		if strings.HasPrefix(name, prefix+"_") && !slices.Contains(known, name) {
			faults = append(faults, unknown("variable "+name, name, known))
		}
	}
	return errors.Join(faults...)
}

func unknown(what, name string, known []string) error {
	return hint.Add(fmt.Errorf("read configuration: unknown %s", what), "did you mean %s?", nearest(name, known))
}

func (w Web) check() error {
	switch {
	case w.Timeout <= 0:
		return fmt.Errorf("read configuration: web.timeout is %v, not above 0", w.Timeout)
	case w.Pause < 0:
		return fmt.Errorf("read configuration: web.pause is %v, less than 0", w.Pause)
	case w.MaxBytes < 1:
		return fmt.Errorf("read configuration: web.maxBytes is %d, less than 1", w.MaxBytes)
	case w.MaxPages < 1:
		return fmt.Errorf("read configuration: web.maxPages is %d, less than 1", w.MaxPages)
	}
	return nil
}

func (f Follow) check() error {
	if f.Every <= 0 {
		return hint.Add(fmt.Errorf("read configuration: every is %v, not above 0", f.Every), "it is a time such as 15m or 1h30m")
	}
	return nil
}

// complete checks the values and fills in what other values decide.
func (c Config) complete(formats []string) (Config, error) {
	switch {
	case !slices.Contains(formats, c.To):
		return c, hint.Add(fmt.Errorf("read configuration: to is %q", c.To), "it is %s", hint.Choice(formats))
	case c.Workers < 0:
		return c, fmt.Errorf("read configuration: workers is %d, less than 0", c.Workers)
	case c.LibraryWait < 0:
		return c, fmt.Errorf("read configuration: libraryWait is %v, less than 0", c.LibraryWait)
	case c.MaxBytes < 1:
		return c, fmt.Errorf("read configuration: maxBytes is %d, less than 1", c.MaxBytes)
	}
	if err := errors.Join(c.Web.check(), c.Follow.check()); err != nil {
		return c, err
	}
	if c.Workers == 0 {
		c.Workers = runtime.NumCPU()
	}
	if c.Neo4j.Password == "" && c.Neo4j.PasswordFile != "" {
		text, err := os.ReadFile(c.Neo4j.PasswordFile)
		if err != nil {
			return c, fmt.Errorf("read the password: %w", err)
		}
		line, _, _ := strings.Cut(string(text), "\n")
		c.Neo4j.Password = Secret(strings.TrimRight(line, "\r"))
	}
	return c, nil
}
