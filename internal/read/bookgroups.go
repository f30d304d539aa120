package read

import (
	"path"
	"slices"
	"strings"

	"github.com/iatilint/iatilint/internal/read/sheet"
)

// groupBooks divides books into those that belong together; one that belongs to no
// other is left out.
func groupBooks(members []*member) []*group {
	providers := map[sheet.Key][]int{}
	for i, m := range members {
		for _, k := range m.provides {
			providers[k] = append(providers[k], i)
		}
	}
	first := make([]int, len(members)) // the first of its group, by member
	for i := range first {
		first[i] = i
	}
	for i, m := range members {
		for _, j := range m.resolve(i, members, providers) {
			from, to := max(first[i], first[j]), min(first[i], first[j])
			for k := range first {
				if first[k] == from {
					first[k] = to
				}
			}
		}
	}
	var groups []*group
	byFirst := map[int]*group{}
	for i, m := range members {
		g := byFirst[first[i]]
		if g == nil {
			g = &group{}
			byFirst[first[i]] = g
			groups = append(groups, g)
		}
		g.members = append(g.members, m)
	}
	return slices.DeleteFunc(groups, func(g *group) bool { return len(g.members) < 2 })
}

// resolve returns the books that the i-th one belongs to: of those that provide what
// it refers to the ones in its folder, or as near to it as possible. If there are none,
// those that are about the same activity.
func (m *member) resolve(i int, members []*member, providers map[sheet.Key][]int) []int {
	found := map[sheet.Key]map[int]bool{} // by path, and whether by the activity
	for _, k := range m.requires {
		kind := sheet.Key{Path: k.Path, Activity: k.Activity}
		for _, j := range providers[k] {
			if j == i || members[j].hasLocalCounterpart(m, members) {
				continue
			}
			if found[kind] == nil {
				found[kind] = map[int]bool{}
			}
			found[kind][j] = true
		}
	}
	var resolved []int
	for kind, candidates := range found {
		if kind.Activity && found[sheet.Key{Path: kind.Path}] != nil {
			continue
		}
		var nearest []int
		most := 0
		for j := range candidates {
			switch n := nearness(m.source.Path, members[j].source.Path); {
			case n > most:
				nearest, most = []int{j}, n
			case n == most:
				nearest = append(nearest, j)
			}
		}
		resolved = append(resolved, nearest...)
	}
	return resolved
}

// hasLocalCounterpart reports whether the folder of a book, which is another one than
// that of its partner, has a book that holds what the partner does.
func (m *member) hasLocalCounterpart(partner *member, members []*member) bool {
	folder := path.Dir(m.source.Path)
	if folder == path.Dir(partner.source.Path) {
		return false
	}
	return slices.ContainsFunc(members, func(other *member) bool {
		if other == m || path.Dir(other.source.Path) != folder {
			return false
		}
		for level := range partner.levels {
			if other.levels[level] {
				return true
			}
		}
		return false
	})
}

// nearness returns how many folders two paths have in common, and more than any if they
// are in the same one.
func nearness(a, b string) int {
	x, y := path.Dir(a), path.Dir(b)
	if x == y {
		return 1 << 16
	}
	p, q := strings.Split(x, "/"), strings.Split(y, "/")
	n := 0
	for n < len(p) && n < len(q) && p[n] == q[n] {
		n++
	}
	return n
}
