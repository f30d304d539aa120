package input

import (
	"context"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/iatilint/iatilint/internal/read"
)

// choice is an earlier file, by its path in the folder or archive, and the
// current file that it became; "" where none has such a name.
type choice struct {
	name, current string
	required      bool // by a current file of its name, not by a folder
}

// choose picks of the names in a folder or archive those that the current
// files and folders are compared with: for a file the one with its name and as
// much of its path as can be, for a folder all those in the folder of that
// name, or all there are. A name may differ where one file stands against one.
func choose(ctx context.Context, names, current []string) []choice {
	index := newByBase(names)
	became := map[string]string{}
	wanted, asked := map[string]bool{}, map[string]bool{}
	for _, now := range current {
		if !isFolder(now) {
			if name, ok := index.counterpart(now); ok {
				became[name] = filepath.ToSlash(now)
				wanted[name], asked[name] = true, true
			}
			continue
		}
		for _, name := range within(names, now) {
			wanted[name] = true
		}
		files, err := read.Find(ctx, now)
		if err != nil {
			continue // the check itself says so
		}
		for _, file := range files {
			if name, ok := index.counterpart(file); ok && became[name] == "" {
				became[name] = filepath.ToSlash(file)
			}
		}
	}
	if file := only(current); len(wanted) == 0 && len(names) == 1 && file != "" {
		return []choice{{names[0], file, true}}
	}
	var chosen []choice
	for _, name := range names {
		if wanted[name] {
			chosen = append(chosen, choice{name, became[name], asked[name]})
		}
	}
	return chosen
}

// byBase is paths by their last step.
type byBase map[string][]string

func newByBase(names []string) byBase {
	b := byBase{}
	for _, name := range names {
		b[path.Base(name)] = append(b[path.Base(name)], name)
	}
	return b
}

// counterpart finds the name that ends as a current path does, in as many
// folders as possible, and in as few others; false where two do equally well.
func (b byBase) counterpart(current string) (string, bool) {
	steps := stepsOf(current)
	best, bestShared, bestDepth, tie := "", 0, 0, false
	for _, name := range b[steps[len(steps)-1]] {
		parts := strings.Split(name, "/")
		shared := sharedEnd(parts, steps)
		switch {
		case shared > bestShared || shared == bestShared && len(parts) < bestDepth:
			best, bestShared, bestDepth, tie = name, shared, len(parts), false
		case shared == bestShared && len(parts) == bestDepth:
			tie = true
		}
	}
	return best, bestShared > 0 && !tie
}

// within lists the names in the folder that is called as a current one is, as
// far up as can be; all where no folder is.
func within(names []string, folder string) []string {
	steps := stepsOf(folder)
	for i := range steps {
		prefix := strings.Join(steps[i:], "/") + "/"
		inside := slices.DeleteFunc(slices.Clone(names), func(n string) bool { return !strings.HasPrefix(n, prefix) })
		if len(inside) > 0 {
			return inside
		}
	}
	return names
}

// sharedEnd is how many steps two paths have in common at their end.
func sharedEnd(a, b []string) int {
	n := 0
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return n
}

// stepsOf are the folders of a path, from the root on, and its name.
func stepsOf(name string) []string {
	if absolute, err := filepath.Abs(name); err == nil {
		name = absolute
	}
	name = filepath.ToSlash(strings.TrimPrefix(name, filepath.VolumeName(name)))
	return strings.Split(strings.Trim(name, "/"), "/")
}
