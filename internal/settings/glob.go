package settings

import (
	"path/filepath"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// Glob is a pattern for paths, relative to the file that it stands in. One
// without a slash holds for names in any folder.
type Glob struct {
	pattern string // with slashes, absolute if it holds for paths
	anyName bool
}

// glob decodes a pattern.
func (d *decoder) glob(n *node, what string) (any, bool) {
	if !d.isScalar(n, what) {
		return nil, false
	}
	pattern := strings.TrimSuffix(strings.TrimPrefix(n.text, "./"), "/")
	if pattern == "" || !doublestar.ValidatePattern(pattern) {
		d.fail(n.at, "%s cannot be %q; write a path, with * for any characters and ** for any folders", what, n.text)
		return nil, false
	}
	if !strings.Contains(n.text, "/") {
		return Glob{pattern, true}, true
	}
	if !strings.HasPrefix(pattern, "/") {
		pattern = escaped(filepath.ToSlash(n.at.src.dir)) + "/" + pattern
	}
	return Glob{pattern, false}, true
}

// escaped takes the meaning from the characters of a folder's name that are
// special in patterns.
func escaped(dir string) string {
	return strings.NewReplacer(`\`, `\\`, `*`, `\*`, `?`, `\?`, `[`, `\[`, `{`, `\{`).Replace(strings.TrimSuffix(dir, "/"))
}

// Match tells whether the pattern holds for a file: for its path, or for that
// of a folder that it is in.
func (g Glob) Match(file string) bool {
	path, err := filepath.Abs(file)
	if err != nil {
		path = file
	}
	path = filepath.ToSlash(path)
	for path != "" {
		subject := path
		if g.anyName {
			subject = path[strings.LastIndexByte(path, '/')+1:]
		}
		if ok, _ := doublestar.Match(g.pattern, subject); ok {
			return true
		}
		i := strings.LastIndexByte(path, '/')
		if i < 0 {
			return false
		}
		path = path[:i]
	}
	return false
}

func anyMatch(globs []Glob, file string) bool {
	for _, g := range globs {
		if g.Match(file) {
			return true
		}
	}
	return false
}

// Excluded tells whether a file is not to be checked; found tells that it was
// found in a folder, not named.
func (c *Config) Excluded(file string, found bool) bool {
	return anyMatch(c.Exclude, file) || found && len(c.Include) > 0 && !anyMatch(c.Include, file)
}
