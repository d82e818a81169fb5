package source

import (
	"path"
	"slices"
	"strings"
)

// checkPattern says what is wrong with a pattern of files.
func checkPattern(pattern string) error {
	_, err := path.Match(pattern, "")
	return err
}

// matches says whether one of the patterns matches a file's path within a
// folder, which has slashes.
func matches(patterns []string, name string) bool {
	return slices.ContainsFunc(patterns, func(pattern string) bool {
		pattern = strings.TrimSuffix(pattern, "/")
		if !strings.Contains(pattern, "/") {
			found, _ := path.Match(pattern, path.Base(name))
			return found
		}
		return matchPath(strings.Split(strings.TrimPrefix(pattern, "/"), "/"), strings.Split(name, "/"))
	})
}

// matchPath matches a path part for part; the part ** stands for any number.
func matchPath(pattern, name []string) bool {
	switch {
	case len(pattern) == 0:
		return len(name) == 0
	case pattern[0] == "**":
		return matchPath(pattern[1:], name) || len(name) > 0 && matchPath(pattern, name[1:])
	case len(name) == 0:
		return false
	}
	found, _ := path.Match(pattern[0], name[0])
	return found && matchPath(pattern[1:], name[1:])
}
