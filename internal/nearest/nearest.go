// Package nearest finds the name that someone who mistyped it meant.
package nearest

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/iatilint/iatilint/internal/phrase"
)

// Name is the known name nearest to a mistyped one, if it is near enough to be
// what was meant: at most a third of its letters differ.
func Name(mistyped string, known []string) (string, bool) {
	best, bestDistance := "", -1
	mistyped = strings.ToLower(mistyped)
	letters := utf8.RuneCountInString(mistyped)
	for _, name := range known {
		lower := strings.ToLower(name)
		if more := utf8.RuneCountInString(lower) - letters; bestDistance >= 0 && max(more, -more) >= bestDistance {
			continue // so many letters differ at least
		}
		d := Distance(mistyped, lower)
		if bestDistance < 0 || d < bestDistance {
			best, bestDistance = name, d
		}
	}
	if bestDistance < 0 || bestDistance > max(len(best)/3, 1) {
		return "", false
	}
	return best, true
}

// Hint words a suggestion to be put after "there is no … %q": the nearest
// name, or all of them where they are few.
func Hint(mistyped string, known []string) string {
	if name, ok := Name(mistyped, known); ok {
		return fmt.Sprintf("; did you mean %q?", name)
	}
	if len(known) <= 12 {
		return "; there is " + phrase.List(known, "and")
	}
	return ""
}

// Distance is the number of insertions, deletions, substitutions and
// transpositions of neighbours that turn a into b (optimal string alignment).
func Distance(a, b string) int {
	s, t := []rune(a), []rune(b)
	before, previous, current := make([]int, len(t)+1), make([]int, len(t)+1), make([]int, len(t)+1)
	for j := range previous {
		previous[j] = j
	}
	for i := 1; i <= len(s); i++ {
		current[0] = i
		for j := 1; j <= len(t); j++ {
			cost := 1
			if s[i-1] == t[j-1] {
				cost = 0
			}
			current[j] = min(previous[j]+1, current[j-1]+1, previous[j-1]+cost)
			if i > 1 && j > 1 && s[i-1] == t[j-2] && s[i-2] == t[j-1] {
				current[j] = min(current[j], before[j-2]+1)
			}
		}
		before, previous, current = previous, current, before
	}
	return previous[len(t)]
}
