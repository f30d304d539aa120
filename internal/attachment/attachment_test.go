package attachment_test

import (
	"sync"
	"testing"

	"github.com/iatilint/iatilint/internal/attachment"
)

func TestGetComputesOnce(t *testing.T) {
	var c attachment.Cache
	var group sync.WaitGroup
	computed := map[int]int{}
	for i := range 100 {
		group.Go(func() {
			key := i % 5
			if got := attachment.Get(&c, key, func() int { computed[key]++; return 10 * key }); got != 10*key {
				t.Errorf("%d is %d", key, got)
			}
		})
	}
	group.Wait()
	for key, n := range computed {
		if n != 1 {
			t.Errorf("%d was computed %d times", key, n)
		}
	}
	if got := attachment.Get(&c, "1", func() string { return "text" }); got != "text" {
		t.Errorf("a key of another type gives %q", got)
	}
}

func TestMemoryIsReleasedOnce(t *testing.T) {
	released := 0
	m := attachment.NewMemory(func() { released++ })
	attachment.Release(&m)
	attachment.Release(&m)
	if released != 1 {
		t.Errorf("released %d times", released)
	}
	m = attachment.NewMemory(func() { t.Error("kept memory is released") })
	attachment.Keep(&m)
	attachment.Release(&m)
	attachment.Release(new(attachment.Memory))
}
