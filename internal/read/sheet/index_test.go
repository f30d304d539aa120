package sheet

import (
	"strconv"
	"testing"
)

// What was put last is found again, among few and among many.
func TestIndex(t *testing.T) {
	var none *index
	if none.get([]byte("0")) != nil {
		t.Error("something is found in no index")
	}
	x := new(index)
	put := map[string]*object{}
	for i := range 5 * maxSmall {
		id := strconv.Itoa(i % (3 * maxSmall))
		put[id] = new(object)
		x.put([]byte(id), put[id])
		for known, o := range put {
			if x.get([]byte(known)) != o {
				t.Fatalf("after %d others, %s is not found", i, known)
			}
		}
		if x.get([]byte("x")) != nil {
			t.Fatal("what was never put is found")
		}
	}
}
