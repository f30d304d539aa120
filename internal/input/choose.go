package input

import (
	"context"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/iatilint/iatilint/internal/read"
)

// choice is an earlier file, by its path in the folder, archive or commit, and the
// current file that it became; "" if none has such a name.
type choice struct {
	name, current string
	required      bool // by a current file of its name, not by a folder
}

// choose returns those of the names in a folder, archive or commit that the current
// files and folders are compared with: for a file the one with its name and as much
// of its path as possible, for a folder all those in the folder of that name, or all
// names. A name may differ if there is one file on either side.
func choose(ctx context.Context, names, current []string) []choice {
	index := newNameIndex(names)
	became := map[string]string{}
	required := map[string]bool{} // of the chosen names
	for _, now := range current {
		if !isFolder(now) {
			if name, ok := index.counterpart(now); ok {
				became[name] = filepath.ToSlash(now)
				required[name] = true
			}
			continue
		}
		for _, name := range within(names, now) {
			if _, chosen := required[name]; !chosen {
				required[name] = false
			}
		}
		files, err := read.Find(ctx, now)
		if err != nil {
			continue // the check itself reports it
		}
		for _, file := range files.Submissions {
			if name, ok := index.counterpart(file); ok && became[name] == "" {
				became[name] = filepath.ToSlash(file)
			}
		}
	}
	if file := only(current); len(required) == 0 && len(names) == 1 && file != "" {
		return []choice{{names[0], file, true}}
	}
	var chosen []choice
	for _, name := range names {
		if must, ok := required[name]; ok {
			chosen = append(chosen, choice{name, became[name], must})
		}
	}
	return chosen
}

// nameIndex is paths by their last element.
type nameIndex map[string][]string

func newNameIndex(names []string) nameIndex {
	x := nameIndex{}
	for _, name := range names {
		x[path.Base(name)] = append(x[path.Base(name)], name)
	}
	return x
}

// counterpart returns the name that ends as a current path does, in as many folders
// as possible, and in as few others; false if two do equally well.
func (x nameIndex) counterpart(current string) (string, bool) {
	elements := elementsOf(current)
	best, bestScore, tie := "", []int{0, 0}, false
	for _, name := range x[elements[len(elements)-1]] {
		parts := strings.Split(name, "/")
		score := []int{commonSuffix(parts, elements), -len(parts)}
		switch slices.Compare(score, bestScore) {
		case 1:
			best, bestScore, tie = name, score, false
		case 0:
			tie = true
		}
	}
	return best, best != "" && !tie
}

// within returns the names in the folder that has the path of a current one, or as
// much of its end as possible; all if there is no such folder.
func within(names []string, folder string) []string {
	elements := elementsOf(folder)
	for i := range elements {
		prefix := strings.Join(elements[i:], "/") + "/"
		inside := slices.DeleteFunc(slices.Clone(names), func(n string) bool { return !strings.HasPrefix(n, prefix) })
		if len(inside) > 0 {
			return inside
		}
	}
	return names
}

// commonSuffix returns how many elements two paths have in common at their end.
func commonSuffix(a, b []string) int {
	n := 0
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return n
}

// elementsOf returns the elements of an absolute path.
func elementsOf(name string) []string {
	if absolute, err := filepath.Abs(name); err == nil {
		name = absolute
	}
	name = filepath.ToSlash(strings.TrimPrefix(name, filepath.VolumeName(name)))
	return strings.Split(strings.Trim(name, "/"), "/")
}
