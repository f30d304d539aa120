package spell

import (
	"cmp"
	"sort"
	"strings"
	"sync"

	"github.com/golangci/misspell"
)

// certain returns what an English misspelling that is known as such stands
// for. The list is the one of golangci/misspell, which holds no word that is
// right in some dialect; it is sorted by falling length, then by letters, so it
// is searched as it lies, pair by pair.
func certain(word string) (correction string, ok bool) {
	pairs := misspell.DictMain
	n := len(pairs) / 2
	i := sort.Search(n, func(i int) bool {
		wrong := pairs[2*i]
		return cmp.Or(cmp.Compare(len(word), len(wrong)), strings.Compare(wrong, word)) >= 0
	})
	if i < n && pairs[2*i] == word {
		return pairs[2*i+1], true
	}
	return "", false
}

// ownPairs are misspellings that the list and the dictionaries do not have.
var ownPairs = sync.OnceValue(func() map[string]string {
	pairs := map[string]string{}
	lines("pairs.en", func(line string) {
		wrong, right, _ := strings.Cut(line, "=>")
		pairs[strings.TrimSpace(wrong)] = strings.TrimSpace(right)
	})
	return pairs
})
