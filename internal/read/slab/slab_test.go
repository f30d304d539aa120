package slab

import "testing"

// A Slab gives each its own place, empty also when it is used again.
func TestSlab(t *testing.T) {
	var s Slab[int]
	for round := range 3 {
		var all []*int
		for i := range 3 * maxChunk {
			list := s.List(i % 20)
			if len(list) != 0 || cap(list) != i%20 {
				t.Fatalf("a list for %d has %d, and place for %d", i%20, len(list), cap(list))
			}
			for j := range i % 20 {
				list = append(list, 0)
				all = append(all, &list[j])
			}
			all = append(all, s.New())
		}
		if large := s.List(5 * maxChunk); cap(large) != 5*maxChunk {
			t.Fatalf("a large list has place for %d", cap(large))
		}
		for i, one := range all {
			if one == nil || *one != 0 {
				t.Fatalf("in round %d, number %d is not empty", round, i)
			}
			*one = i + 1
		}
		for i, one := range all {
			if *one != i+1 {
				t.Fatalf("in round %d, number %d is another one too", round, i)
			}
		}
		s.Reset()
	}
}
