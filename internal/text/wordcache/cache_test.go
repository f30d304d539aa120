package wordcache

import (
	"strconv"
	"sync"
	"testing"
)

// Whatever was replaced in between, Get returns what compute returns, and calls
// it again only for a word that was replaced.
func TestCache(t *testing.T) {
	calls := 0
	c := New(4, func(word string) *string {
		calls++
		value := "value of " + word
		return &value
	})
	for range 3 {
		for i := range 100 {
			if word := strconv.Itoa(i); *c.Get(word) != "value of "+word {
				t.Fatalf("%s is %s", word, *c.Get(word))
			}
		}
	}
	if calls < 100 {
		t.Errorf("100 words were computed in %d calls", calls)
	}
	before := calls
	if first := c.Get("again"); c.Get("again") != first || calls != before+1 {
		t.Errorf("one word was computed %d times", calls-before)
	}
}

func TestCacheWithoutSets(t *testing.T) {
	calls := 0
	c := New(0, func(word string) *string {
		calls++
		return &word
	})
	if first, second := *c.Get("word"), *c.Get("word"); first != "word" || second != "word" || calls != 2 {
		t.Errorf("one word was computed %d times, want 2", calls)
	}
}

func TestCacheOfManyGoroutines(t *testing.T) {
	c := New(8, func(word string) *string { return &word })
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for i := range 2000 {
				if word := strconv.Itoa(i % 50); *c.Get(word) != word {
					t.Errorf("%s is %s", word, *c.Get(word))
				}
			}
		})
	}
	all.Wait()
}
