package parallel_test

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/iatilint/iatilint/internal/parallel"
)

// numbers yields 0 to n-1.
func numbers(n int) func(yield func(int) bool) error {
	return func(yield func(int) bool) error {
		for i := range n {
			if !yield(i) {
				break
			}
		}
		return nil
	}
}

// reordered takes longer for some items than for those behind them.
func reordered(i int) (int, error) {
	for range (i * 7) % 5 {
		runtime.Gosched()
	}
	return i * i, nil
}

func TestResultsKeepTheOrder(t *testing.T) {
	for _, workers := range []int{0, 1, 16} {
		for _, ahead := range []int{0, 3, 100} {
			var got, want []int
			for i := range 200 {
				want = append(want, i*i)
			}
			err := parallel.Map(context.Background(), parallel.Limit{Workers: workers, Ahead: ahead}, numbers(200), parallel.Stateless(reordered),
				func(r int) error { got = append(got, r); return nil })
			if err != nil || !slices.Equal(got, want) {
				t.Errorf("%d workers, %d ahead: %v, %v", workers, ahead, got, err)
			}
		}
	}
}

func TestTheFirstErrorWins(t *testing.T) {
	late := errors.New("from the source")
	for _, workers := range []int{1, 16} {
		for _, c := range []struct {
			name   string
			source func(yield func(int) bool) error
			work   parallel.Work[int, int]
			limit  int // of results
			want   string
		}{
			{"work", numbers(100), func(i int) (int, error) {
				if i >= 10 {
					return 0, fmt.Errorf("item %d", i)
				}
				return reordered(i)
			}, 100, "item 10"},
			{"source", func(yield func(int) bool) error { _ = numbers(5)(yield); return late }, reordered, 100, late.Error()},
			{"consumer", numbers(1 << 40), reordered, 3, "enough"},
		} {
			results := 0
			err := parallel.Map(context.Background(), parallel.Limit{Workers: workers}, c.source, parallel.Stateless(c.work), func(int) error {
				if results++; results > c.limit {
					return errors.New("enough")
				}
				return nil
			})
			if err == nil || err.Error() != c.want {
				t.Errorf("%s, %d workers: error %v, want %s", c.name, workers, err, c.want)
			}
			if c.name == "source" && results != 5 {
				t.Errorf("%d results before the source failed, want 5", results)
			}
		}
	}
}

func TestWorkIsBounded(t *testing.T) {
	var alive, most atomic.Int32
	limit := parallel.Limit{Workers: 4, Ahead: 2}
	source := func(yield func(int) bool) error {
		return numbers(500)(func(i int) bool {
			most.Store(max(most.Load(), alive.Load()))
			alive.Add(1)
			return yield(i)
		})
	}
	err := parallel.Map(context.Background(), limit, source, parallel.Stateless(reordered), func(int) error {
		alive.Add(-1)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if bound := int32(limit.Workers + limit.Ahead); most.Load() > bound {
		t.Errorf("%d items were under way, want at most %d", most.Load(), bound)
	}
}

func TestEachWorkerHasItsOwnState(t *testing.T) {
	var made atomic.Int32
	newWork := func() parallel.Work[int, int] {
		made.Add(1)
		calls := 0
		return func(int) (int, error) { calls++; return calls, nil } // a race unless it is one worker's
	}
	if err := parallel.Map(context.Background(), parallel.Limit{Workers: 8}, numbers(1000), newWork, func(int) error { return nil }); err != nil {
		t.Fatal(err)
	}
	if n := made.Load(); n < 1 || n > 8 {
		t.Errorf("%d workers, want 1 to 8", n)
	}
}

// The end of a context is not held up by a source or a work that never ends.
func TestTheContextEnds(t *testing.T) {
	cause := errors.New("interrupted")
	for _, stuck := range []string{"source", "work"} {
		ctx, cancel := context.WithCancelCause(context.Background())
		blocked := make(chan struct{})
		source := func(yield func(int) bool) error {
			if stuck == "source" {
				cancel(cause)
				<-blocked
			}
			return numbers(3)(yield)
		}
		work := func(i int) (int, error) {
			if i == 1 {
				cancel(cause)
				<-blocked
			}
			return i, nil
		}
		err := parallel.Map(ctx, parallel.Limit{Workers: 2}, source, parallel.Stateless(work), func(int) error { return nil })
		close(blocked)
		if !errors.Is(err, cause) {
			t.Errorf("%s: error %v, want %v", stuck, err, cause)
		}
	}
}

func TestAPanicReachesTheCaller(t *testing.T) {
	for _, workers := range []int{1, 16} {
		for where, call := range map[string]func() error{
			"source": func() error {
				return parallel.Map(context.Background(), parallel.Limit{Workers: workers}, func(func(int) bool) error { panic("in source") }, parallel.Stateless(reordered), func(int) error { return nil })
			},
			"worker": func() error {
				return parallel.Map(context.Background(), parallel.Limit{Workers: workers}, numbers(50), func() parallel.Work[int, int] { panic("in worker") }, func(int) error { return nil })
			},
			"work": func() error {
				return parallel.Map(context.Background(), parallel.Limit{Workers: workers}, numbers(50), parallel.Stateless(func(i int) (int, error) { panic("in work") }), func(int) error { return nil })
			},
		} {
			func() {
				defer func() {
					if cause := fmt.Sprint(recover()); !strings.HasPrefix(cause, "in "+where+"\n") {
						t.Errorf("%s, %d workers: panic %q", where, workers, cause)
					}
				}()
				t.Errorf("%s, %d workers: no panic: %v", where, workers, call())
			}()
		}
	}
}
