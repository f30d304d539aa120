package engine

import "context"

// Sized is a Reader that knows the size of an entry.
type Sized interface {
	// Size returns the size in bytes of the entry whose job Next returned last; 0
	// = unknown.
	Size() int
}

// memoryBudget bounds how much of the submission is in memory: an entry takes a
// share of it from before it is read until its result has been collected. Many
// small entries fit, so that no goroutine waits for the next one, or a few large
// ones. It is a weighted semaphore.
type memoryBudget struct {
	slots   semaphore
	max     int // slots of one entry
	unknown int // slots of an entry of unknown size
}

const (
	slotSize    = 16 << 10 // bytes of text
	slotsPerJob = 96       // a megabyte and a half
)

func newMemoryBudget(jobs int) *memoryBudget {
	slots := slotsPerJob * jobs
	return &memoryBudget{make(semaphore, slots), slots / (jobs + 2), slots / (4 * jobs)}
}

// slotsFor returns the number of slots for the entry that a reader read last.
func (b *memoryBudget) slotsFor(reader Reader) int {
	size := 0
	if sized, ok := reader.(Sized); ok {
		size = sized.Size()
	}
	if size == 0 {
		return b.unknown
	}
	return min(1+size/slotSize, b.max)
}

// semaphore has as many slots as its capacity.
type semaphore chan struct{}

// acquire waits for n slots, and reports whether it got them before ctx ended.
func (s semaphore) acquire(ctx context.Context, n int) bool {
	for range n {
		select {
		case s <- struct{}{}:
		case <-ctx.Done():
			return false
		}
	}
	return true
}

func (s semaphore) release(n int) {
	for range n {
		<-s
	}
}
