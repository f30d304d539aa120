package attachment_test

import (
	"sync"
	"sync/atomic"
	"testing"

	"github.com/iatilint/iatilint/internal/attachment"
)

func TestScope(t *testing.T) {
	var computed atomic.Int32
	count := func() int32 { return computed.Add(1) }
	var run attachment.Scope
	for range 2 {
		attachment.OfRun(&run, "a", count)
		attachment.OfGoroutine(&run, "a", count)
	}
	if n := computed.Load(); n != 4 {
		t.Errorf("computed %d times of 4: the zero scope keeps something", n)
	}
	attachment.Begin(&run)
	kept := attachment.OfRun(&run, "a", count)
	attachment.Begin(&run)
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			own := attachment.ForGoroutine(&run)
			if got := attachment.OfRun(&own, "a", count); got != kept {
				t.Errorf("%d in a goroutine, %d in the run", got, kept)
			}
			first := attachment.OfGoroutine(&own, "a", count)
			entry, other := new(int), new(int)
			ofEntry := attachment.OfEntry(&own, "e", entry, count)
			if attachment.OfEntry(&own, "e", entry, count) != ofEntry {
				t.Error("computed twice for an entry")
			}
			if attachment.OfEntry(&own, "e", other, count) == ofEntry {
				t.Error("another entry has the value of the first")
			}
			ofEntry = attachment.OfEntry(&own, "e", entry, count)
			attachment.NextEntry(&own)
			if attachment.OfEntry(&own, "e", entry, count) == ofEntry {
				t.Error("a value outlives its entry, whose memory may be another's")
			}
			if attachment.OfGoroutine(&own, "a", count) != first {
				t.Error("computed twice for a goroutine")
			}
		})
	}
	group.Wait()
}
