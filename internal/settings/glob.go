package settings

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// Glob is a pattern for paths, relative to the file that it is in. One without a
// slash matches names in any folder.
type Glob struct {
	pattern string // with slashes, absolute if it holds for paths
	anyName bool
}

// glob decodes a pattern.
func (d *decoder) glob(n *node, what string) (any, error) {
	pattern := strings.TrimSuffix(strings.TrimPrefix(n.text, "./"), "/")
	if pattern == "" || !doublestar.ValidatePattern(pattern) {
		return nil, n.refused(what, "; write a path, with * for any characters and ** for any folders")
	}
	anyName := !strings.Contains(n.text, "/")
	if !anyName && !strings.HasPrefix(pattern, "/") {
		pattern = escaped(filepath.ToSlash(n.at.src.dir)) + "/" + pattern
	}
	return Glob{pattern, anyName}, nil
}

// escaped escapes the characters of a folder's name that are special in patterns.
func escaped(dir string) string {
	return strings.NewReplacer(`\`, `\\`, `*`, `\*`, `?`, `\?`, `[`, `\[`, `{`, `\{`).Replace(strings.TrimSuffix(dir, "/"))
}

// Match reports whether the pattern matches the path of a file or of a folder that
// it is in.
func (g Glob) Match(file string) bool {
	path, err := filepath.Abs(file)
	if err != nil {
		path = file
	}
	for path = filepath.ToSlash(path); path != ""; path = path[:max(strings.LastIndexByte(path, '/'), 0)] {
		subject := path
		if g.anyName {
			subject = path[strings.LastIndexByte(path, '/')+1:]
		}
		if ok, _ := doublestar.Match(g.pattern, subject); ok {
			return true
		}
	}
	return false
}

func anyMatch(globs []Glob, file string) bool {
	return slices.ContainsFunc(globs, func(g Glob) bool { return g.Match(file) })
}

// Excluded reports whether a file is not to be checked that was found in a folder,
// or was named.
func (p *Plan) Excluded(file string, found bool) bool {
	return anyMatch(p.Exclude, file) || found && len(p.Include) > 0 && !anyMatch(p.Include, file)
}
