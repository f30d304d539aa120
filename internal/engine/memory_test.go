package engine

import (
	"context"
	"testing"
	"testing/synctest"

	"github.com/iatilint/iatilint/schema"
)

// sizes is a reader of entries of a size.
type sizes int

func (s sizes) Next() (Job, error) { return nil, nil }
func (s sizes) File() *schema.File { return nil }
func (s sizes) Close() error       { return nil }
func (s sizes) Size() int          { return int(s) }

// alive returns how many entries of a size are in memory at a time.
func alive(t *testing.T, jobs int, reader Reader) (n int) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		b := newMemoryBudget(jobs)
		go func() {
			for b.slots.acquire(ctx, b.slotsFor(reader)) {
				n++
			}
		}()
		synctest.Wait()
		cancel()
		synctest.Wait()
	})
	return n
}

// Many small entries are alive at a time, but of large ones only as many as keep
// every goroutine busy.
func TestMemoryBudget(t *testing.T) {
	for name, c := range map[string]struct {
		reader   Reader
		jobs     int
		from, to int
	}{
		"small":          {sizes(1000), 2, 100, 300},
		"of 30 KB":       {sizes(30_000), 2, 40, 120},
		"of 10 MB":       {sizes(10_000_000), 2, 3, 4},
		"on one core":    {sizes(10_000_000), 1, 2, 3},
		"on many cores":  {sizes(10_000_000), 16, 17, 20},
		"size not known": {sizes(0), 2, 8, 8},
		"does not tell":  {nil, 2, 8, 8},
		"a terabyte":     {sizes(1 << 40), 2, 3, 4},
	} {
		if n := alive(t, c.jobs, c.reader); n < c.from || n > c.to {
			t.Errorf("%s: %d entries are in memory, want %d to %d", name, n, c.from, c.to)
		}
	}
}

// What is released can be acquired again.
func TestMemoryBudgetIsReleased(t *testing.T) {
	b := newMemoryBudget(1)
	for range 100 {
		n := b.slotsFor(sizes(10_000_000))
		if !b.slots.acquire(t.Context(), n) {
			t.Fatal("the budget is used up")
		}
		b.slots.release(n)
	}
}
