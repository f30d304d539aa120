package dict

import (
	"bufio"
	"fmt"
	"io"
	"iter"
	"maps"
	"strings"
	"unicode/utf8"
)

// A List is a user's own vocabulary. Its words are matched in exact case.
type List struct {
	words map[string]bool
}

// LoadList reads one word a line, or a Hunspell .dic file: a count in the first
// line, and flags after a slash, which are ignored. Blank lines and lines that
// start with # are skipped.
func LoadList(r io.Reader) (*List, error) {
	l := &List{words: map[string]bool{}}
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if n == 1 {
			line = strings.TrimPrefix(line, "\ufeff")
		}
		if !utf8.ValidString(line) {
			return nil, fmt.Errorf("line %d: not UTF-8", n)
		}
		word, _, _ := strings.Cut(line, "\t")
		word = strings.TrimSpace(word)
		if word == "" || word[0] == '#' || n == 1 && isCount(word) {
			continue
		}
		if i := strings.IndexByte(word[1:], '/'); i >= 0 {
			word = word[:i+1]
		}
		l.Add(word)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("could not read the word list: %w", err)
	}
	return l, nil
}

func isCount(s string) bool { return strings.Trim(s, "0123456789") == "" }

// Add puts a word into the list. Do not call it once others read.
func (l *List) Add(word string) {
	if l.words == nil {
		l.words = map[string]bool{}
	}
	l.words[strings.ReplaceAll(word, "’", "'")] = true
}

// Has reports whether the word is listed in exactly this case. A nil List is empty.
func (l *List) Has(word string) bool {
	return l != nil && l.words[word]
}

// All yields the words in no particular order.
func (l *List) All() iter.Seq[string] {
	if l == nil {
		l = new(List)
	}
	return maps.Keys(l.words)
}
