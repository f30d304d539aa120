// Package nearest suggests known names for mistyped ones.
package nearest

import (
	"fmt"
	"math"
	"strings"

	"github.com/iatilint/iatilint/internal/phrase"
)

// Name returns the known name nearest to a mistyped one, if it is near enough to
// be what was meant: at most a third of its letters differ.
func Name(mistyped string, known []string) (string, bool) {
	best, distance := "", math.MaxInt
	letters := []rune(strings.ToLower(mistyped))
	for _, name := range known {
		if d := Distance(letters, []rune(strings.ToLower(name)), distance-1); d < distance {
			best, distance = name, d
		}
	}
	if distance > max(len(best)/3, 1) {
		return "", false
	}
	return best, true
}

// Hint returns a suggestion to follow "there is no … %q": the nearest name, or
// all of them where they are few.
func Hint(mistyped string, known []string) string {
	if name, ok := Name(mistyped, known); ok {
		return fmt.Sprintf("; did you mean %q?", name)
	}
	if len(known) <= 12 {
		return "; there is " + phrase.List(known, "and")
	}
	return ""
}

// Distance returns the number of insertions, deletions, substitutions and
// transpositions of neighbours that turn a into b (optimal string alignment), or
// any number above limit if it is above limit.
func Distance[E comparable](a, b []E, limit int) int {
	if max(len(a)-len(b), len(b)-len(a)) > limit {
		return limit + 1
	}
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	if limit == 1 && max(len(a), len(b)) > 2 {
		return 2 // one edit would have left no more
	}
	before, previous, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range previous {
		previous[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(previous[j]+1, row[j-1]+1, previous[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least > limit {
			return limit + 1
		}
		before, previous, row = previous, row, before
	}
	return previous[len(b)]
}
