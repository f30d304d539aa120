// Package parallel implements a parallel map over a stream of items: bounded in
// what is under way, and with results in the order of the items.
package parallel

import (
	"context"
	"fmt"
	"runtime/debug"
	"slices"
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
	order := make(chan chan result[R], workers+max(limit.Ahead, 0)-1) // one more is with the consumer
	tasks := make(chan task[T, R], cap(order))                        // bounded by order
	var goroutines sync.WaitGroup
	goroutines.Go(func() {
		defer close(order)
		defer close(tasks)
		err := recovered(func() error {
			return source(func(item T) bool {
				r := make(chan result[R], 1)
				return send(running, order, r) && send(running, tasks, task[T, R]{item, r})
			})
		})
		if err != nil {
			last := make(chan result[R], 1)
			last <- result[R]{err: err}
			send(running, order, last)
		}
	})
	for range workers {
		goroutines.Go(func() { work(tasks, newWork) })
	}
	err := inOrder(running, order, consume)
	stop()
	if ctx.Err() == nil {
		goroutines.Wait()
	}
	if p, ok := err.(panicError); ok { //nolint:errorlint // never wrapped
		panic(string(p))
	}
	return err
}

// Stateless returns a newWork for Map whose workers share one function.
func Stateless[T, R any](work Work[T, R]) func() Work[T, R] {
	return func() Work[T, R] { return work }
}

// Items returns a source for Map that yields the items of a list.
func Items[T any](list []T) func(yield func(T) bool) error {
	return func(yield func(T) bool) error {
		slices.Values(list)(yield)
		return nil
	}
}

type task[T, R any] struct {
	item   T
	result chan<- result[R] // has room for it
}

type result[R any] struct {
	value R
	err   error
}

// send reports whether it sent v before the context ended.
func send[T any](ctx context.Context, to chan<- T, v T) bool {
	select {
	case to <- v:
		return true
	case <-ctx.Done():
		return false
	}
}

// receive returns what is received next, or the cause of the end of the context;
// more is false if the channel is closed.
func receive[T any](ctx context.Context, from <-chan T) (v T, more bool, err error) {
	select {
	case v, more = <-from:
		return v, more, nil
	case <-ctx.Done():
		return v, false, context.Cause(ctx)
	}
}

// work is one worker.
func work[T, R any](tasks <-chan task[T, R], newWork func() Work[T, R]) {
	var do Work[T, R]
	for t := range tasks {
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

// inOrder consumes the results in order, up to the first error.
func inOrder[R any](ctx context.Context, order <-chan chan result[R], consume func(R) error) error {
	for {
		next, more, err := receive(ctx, order)
		if !more {
			return err
		}
		r, _, err := receive(ctx, next)
		if err == nil {
			err = r.err
		}
		if err == nil {
			err = consume(r.value)
		}
		if err != nil {
			return err
		}
	}
}

// panicError is a panic on its way to the caller's goroutine.
type panicError string

func (p panicError) Error() string { return string(p) }

// recovered calls f and returns its error, or its panic as one.
func recovered(f func() error) (err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = panicError(fmt.Sprintf("%v\n%s", cause, debug.Stack()))
		}
	}()
	return f()
}
