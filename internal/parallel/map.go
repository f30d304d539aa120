// Package parallel implements a parallel map over a stream of items: bounded in
// what is under way, and with results in the order of the items.
package parallel

import (
	"context"
	"fmt"
	"runtime/debug"
	"sync"
)

// Limit bounds what a Map has under way: besides the item that source yields, no
// more than Workers + Ahead results that are not consumed yet.
type Limit struct {
	Workers int // goroutines; at least 1
	Ahead   int // finished results that may wait for an earlier one
}

// Work returns the result of an item.
type Work[T, R any] func(T) (R, error)

// Map passes the items of source through work and calls consume for each result,
// in the order of the items and on the caller's goroutine. newWork is called once
// per worker, on its goroutine, so that a Work may keep state; see Stateless.
// source runs on one goroutine of its own and stops when yield returns false.
//
// The first error, in the order of the items, ends the map and is returned;
// source's own error counts as that of an item after its last. A panic of source
// or work becomes a panic of Map. Map returns once all of its goroutines have
// ended, unless ctx ends: then it returns the cause at once, and what is under
// way ends by itself.
func Map[T, R any](ctx context.Context, limit Limit, source func(yield func(T) bool) error, newWork func() Work[T, R], consume func(R) error) error {
	running, stop := context.WithCancel(ctx)
	defer stop()
	workers := max(limit.Workers, 1)
	m := mapper[T, R]{
		ctx:   running,
		tasks: make(chan task[T, R]),
		order: make(chan chan result[R], workers+max(limit.Ahead, 0)-1), // the consumer holds one more
	}
	var goroutines sync.WaitGroup
	goroutines.Go(func() { m.produce(source) })
	for range workers {
		goroutines.Go(func() { m.work(newWork) })
	}
	err := m.consume(consume)
	stop()
	if ctx.Err() == nil {
		goroutines.Wait()
	}
	if p, ok := err.(*panicError); ok { //nolint:errorlint // never wrapped
		panic(p.message)
	}
	return err
}

// Stateless returns a newWork for Map whose workers share one function.
func Stateless[T, R any](work Work[T, R]) func() Work[T, R] {
	return func() Work[T, R] { return work }
}

// mapper is the state of one Map.
type mapper[T, R any] struct {
	ctx   context.Context
	tasks chan task[T, R]
	order chan chan result[R] // the results to come
}

type task[T, R any] struct {
	item   T
	result chan<- result[R] // has room for it
}

type result[R any] struct {
	value R
	err   error
}

// produce hands out the items of source, and queues the result of each.
func (m *mapper[T, R]) produce(source func(yield func(T) bool) error) {
	defer close(m.order)
	defer close(m.tasks)
	err := recovered(func() error {
		return source(func(item T) bool {
			t := make(chan result[R], 1)
			return m.enqueue(t) && m.send(task[T, R]{item, t})
		})
	})
	if err != nil {
		last := make(chan result[R], 1)
		last <- result[R]{err: err}
		m.enqueue(last)
	}
}

func (m *mapper[T, R]) enqueue(r chan result[R]) bool {
	select {
	case m.order <- r:
		return true
	case <-m.ctx.Done():
		return false
	}
}

func (m *mapper[T, R]) send(t task[T, R]) bool {
	select {
	case m.tasks <- t:
		return true
	case <-m.ctx.Done():
		return false
	}
}

// work is one worker.
func (m *mapper[T, R]) work(newWork func() Work[T, R]) {
	var do Work[T, R]
	for t := range m.tasks {
		var r result[R]
		r.err = recovered(func() (err error) {
			if do == nil {
				do = newWork()
			}
			r.value, err = do(t.item)
			return err
		})
		t.result <- r
	}
}

// consume passes the results on, in order, up to the first error.
func (m *mapper[T, R]) consume(consume func(R) error) error {
	for {
		var next chan result[R]
		select {
		case next = <-m.order:
		case <-m.ctx.Done():
			return context.Cause(m.ctx)
		}
		if next == nil {
			return nil
		}
		select {
		case r := <-next:
			if r.err != nil {
				return r.err
			}
			if err := consume(r.value); err != nil {
				return err
			}
		case <-m.ctx.Done():
			return context.Cause(m.ctx)
		}
	}
}

// panicError is a panic on its way to the caller's goroutine.
type panicError struct{ message string }

func (p *panicError) Error() string { return p.message }

// recovered calls f and returns its error, or its panic as one.
func recovered(f func() error) (err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = &panicError{fmt.Sprintf("%v\n%s", cause, debug.Stack())}
		}
	}()
	return f()
}
