package remember

import (
	"strconv"
	"sync"
	"testing"
)

// Whatever is forgotten in between, every word is what it is found to be, and it is
// asked for anew only when others took its place.
func TestWords(t *testing.T) {
	asked := 0
	w := NewWords(4, func(word string) *string {
		asked++
		found := "found " + word
		return &found
	})
	for range 3 {
		for i := range 100 {
			if word := strconv.Itoa(i); *w.Get(word) != "found "+word {
				t.Fatalf("%s is %s", word, *w.Get(word))
			}
		}
	}
	if asked < 100 {
		t.Errorf("100 words were found out by asking %d times", asked)
	}
	before := asked
	if first := w.Get("again"); w.Get("again") != first || asked != before+1 {
		t.Errorf("one word was asked for %d times", asked-before)
	}
}

func TestWordsOfManyGoroutines(t *testing.T) {
	w := NewWords(8, func(word string) *string { return &word })
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for i := range 2000 {
				if word := strconv.Itoa(i % 50); *w.Get(word) != word {
					t.Errorf("%s is %s", word, *w.Get(word))
				}
			}
		})
	}
	all.Wait()
}
