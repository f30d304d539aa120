package engine

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync/atomic"

	"github.com/iatilint/iatilint/internal/parallel"
	"github.com/iatilint/iatilint/schema"
)

// Run checks the inputs in order. The error is what ended the run early: ctx's,
// or Deliver's; everything else that went wrong stands in the outcome.
func Run(ctx context.Context, inputs []Input, config Config) (*Outcome, error) {
	config = config.withDefaults()
	budget := newMemoryBudget(config.Jobs)
	reading, stopReading := context.WithCancel(ctx)
	defer stopReading()
	source := func(yield func(task) bool) error {
		produce(inputs, func(t task, reader Reader) bool {
			t.slots = budget.slotsFor(reader)
			return budget.slots.acquire(reading, t.slots) && yield(t)
		})
		return nil
	}
	newWork := func() parallel.Work[task, *result] {
		w := newWorker(config)
		return func(t task) (*result, error) { return w.do(t), nil }
	}
	c := newCollector(ctx, config, inputs)
	// What is under way is bounded by the budget.
	limit := parallel.Limit{Workers: config.Jobs, Ahead: cap(budget.slots)}
	err := parallel.Map(ctx, limit, source, newWork, func(r *result) error {
		if c.collect(r); c.err != nil {
			stopReading()
		}
		budget.slots.release(r.slots)
		return c.err
	})
	if err != nil {
		return nil, err
	}
	outcome := c.finish()
	return outcome, c.err
}

// task is one step of a run: an entry to read and check, or the end of a file.
type task struct {
	input   int
	job     Job
	file    *schema.File
	end     bool
	problem error
	broken  *atomic.Bool // set when the rest of the file is not needed
	slots   int          // of the memory budget
}

// produce opens one file after the other and sends its entries and its end. It
// ends early when send returns false.
func produce(inputs []Input, send func(task, Reader) bool) {
	for i, input := range inputs {
		if !produceFile(i, input, send) {
			return
		}
	}
}

func produceFile(i int, input Input, send func(task, Reader) bool) bool {
	reader, err := input.Open()
	if err != nil {
		return send(task{input: i, end: true, problem: err}, nil)
	}
	defer reader.Close()
	broken := new(atomic.Bool)
	for {
		job, err := reader.Next()
		t := task{input: i, file: reader.File(), job: job, broken: broken}
		if err != nil {
			if t.end = true; !errors.Is(err, io.EOF) {
				t.problem = fmt.Errorf("could not read %s: %w", input.Path, err)
			}
			return send(t, reader)
		}
		if broken.Load() {
			// The entry is not needed, but the file is read to its end: what it
			// says of itself must not depend on how far the workers are.
			continue
		}
		if !send(t, reader) {
			return false
		}
	}
}
