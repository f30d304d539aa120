package dict

import (
	"bufio"
	"fmt"
	"io"
	"iter"
	"strings"
	"unicode/utf8"
)

// A List is a user's own vocabulary. Its words are matched in exact case.
type List struct {
	words map[string]struct{}
}

// LoadList reads one word a line, or a Hunspell .dic file: a count in the first
// line, and flags after a slash, which are ignored. Blank lines and lines that
// start with # are skipped.
func LoadList(r io.Reader) (*List, error) {
	l := &List{words: map[string]struct{}{}}
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
		l.words = map[string]struct{}{}
	}
	l.words[strings.ReplaceAll(word, "’", "'")] = struct{}{}
}

// Has reports whether the word is listed in exactly this case. A nil List is empty.
func (l *List) Has(word string) bool {
	if l == nil {
		return false
	}
	_, found := l.words[word]
	return found
}

// Len returns how many words the list has.
func (l *List) Len() int {
	if l == nil {
		return 0
	}
	return len(l.words)
}

// All yields the words in no particular order.
func (l *List) All() iter.Seq[string] {
	return func(yield func(string) bool) {
		if l == nil {
			return
		}
		for w := range l.words {
			if !yield(w) {
				return
			}
		}
	}
}
