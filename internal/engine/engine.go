// Package engine runs rules over a stream of entries: in parallel, bounded in
// what is alive at a time, and with an output that does not depend on either.
package engine

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync"

	"github.com/iatilint/iatilint/internal/compare"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// Reader streams the entries of one file.
type Reader interface {
	// Next returns the job of reading the next entry, or io.EOF. Any other
	// error means that the file could not be finished.
	Next() (Job, error)
	// File describes the file; it is complete once Next has returned io.EOF.
	File() *schema.File
	Close() error
}

// Job reads one entry. It may run on any goroutine, and jobs of one file side
// by side. A nil entry is passed over.
type Job = func() *schema.Entry

// Input is one file to check.
type Input struct {
	Path string
	Open func() (Reader, error)
}

// Enabled is a rule as configured for a run.
type Enabled struct {
	Rule     *lint.Rule
	Severity lint.Severity // of all its violations; 0 = as the rule says
	Options  any
	Off      bool // it does not run, but for some files it may
}

// FileConfig is what is otherwise for one file.
type FileConfig struct {
	Rules    []Enabled // one for each of the run's, in the same order
	Language string    // of text that declares none; "" = as for the run
}

// Config says how to run.
type Config struct {
	Rules []Enabled
	Env   *lint.Environment
	// ForFile gives what is otherwise for the file of a path, nil where nothing
	// is; it may be nil. Rules that compare entries keep the run's options.
	ForFile func(path string) *FileConfig
	Jobs    int // goroutines that read and judge entries; at least 1
	// PerEntry is how many violations of a rule are delivered of an entry, or of
	// a file outside of its entries; 0 = all. One more stands for the rest.
	PerEntry int
	// Names is what rules may be called in requests to ignore them, with the IDs
	// that each name stands for; nil = the IDs of Rules.
	Names map[string][]string
	// Earlier is the submission to compare with; nil = none.
	Earlier *compare.Comparison
	// Deliver takes what is found of an input, in no particular order but always
	// the same one, on one goroutine. An error ends the run.
	Deliver func(input int, v *lint.Violation) error
	// Waived takes what the files ask not to report, as Deliver takes the rest;
	// nil = it is only counted.
	Waived func(input int, v *lint.Violation) error
	// Progress is told how far the run has come; nil = nobody asks.
	Progress func(Progress)
	// NewLog makes a place for what has to be kept of every entry; nil = in memory.
	NewLog func() lint.Log
	// Summarise makes an entry's line in the report, with what is known of its
	// texts where the environment is that of the goroutine; nil = none wanted. The
	// engine shortens its identifier, and keeps it when the entry is gone.
	Summarise func(*lint.Environment, *schema.Entry) EntrySummary
}

func (c *Config) newLog() lint.Log {
	if c.NewLog == nil {
		return new(lint.MemoryLog)
	}
	return c.NewLog()
}

// EntrySummary is an entry in the report.
type EntrySummary struct {
	File       string `json:"file"`
	Identifier string `json:"identifier"`
	Evidence   string `json:"evidence"` // level A to D
	Words      int    `json:"words"`
	Quantities int    `json:"quantities"`
	Indicators int    `json:"indicators"`
	Violations int    `json:"violations"` // left to whoever judges them
}

// Pack keeps a summary.
func (s *EntrySummary) Pack(k *lint.Packer) {
	k.String(&s.File)
	k.String(&s.Identifier)
	k.String(&s.Evidence)
	k.Int(&s.Words)
	k.Int(&s.Quantities)
	k.Int(&s.Indicators)
	k.Int(&s.Violations)
}

// Entries are summaries of entries, in the order of the submission.
type Entries = lint.List[EntrySummary, *EntrySummary]

// FileStats is a file in the report.
type FileStats struct {
	Path       string        `json:"path"`
	Format     schema.Format `json:"format"`
	Version    string        `json:"iatiVersion"`
	Entries    int           `json:"entries"`
	Results    int           `json:"results"`
	Indicators int           `json:"indicators"`
	Periods    int           `json:"periods"`
	Bytes      int64         `json:"bytes"`
}

// Progress is how far a run has come.
type Progress struct {
	Input   int   // the file at hand
	Offset  int64 // bytes of it that are done
	Entries int   // of all files
	Done    bool  // the file is finished
}

// Outcome is what a run found besides the violations that it delivered.
type Outcome struct {
	Files    []FileStats
	Entries  *Entries
	Problems []error // what could not be finished, in order

	// Suppressed is how many violations the files ask not to report.
	Suppressed int
}

// Run checks the inputs in order. The error is what ended the run early: ctx's,
// or Deliver's; everything else that went wrong stands in the outcome.
func Run(ctx context.Context, inputs []Input, config Config) (*Outcome, error) {
	outer := ctx
	ctx, cancel := context.WithCancel(outer)
	defer cancel()
	jobs := max(config.Jobs, 1)
	room := newRoom(jobs)
	tasks := make(chan task, waiting*jobs)
	results := make(chan result, waiting*jobs)

	go produce(ctx, inputs, room, tasks)
	var workers sync.WaitGroup
	for range jobs {
		workers.Go(func() {
			w := newWorker(config)
			for t := range tasks {
				results <- w.do(t)
			}
		})
	}
	go func() { workers.Wait(); close(results) }()

	c := newCollector(ctx, config, inputs)
	pending := map[int]result{}
	next := 0
	for {
		r, more, err := await(outer, results)
		if err != nil {
			return nil, err
		}
		if !more {
			break
		}
		pending[r.seq] = r
		for {
			ready, ok := pending[next]
			if !ok {
				break
			}
			delete(pending, next)
			next++
			if c.take(ready); c.err != nil {
				cancel() // no more tasks; the results under way are passed over
			}
			room.give(ready.places)
		}
	}
	if c.err != nil {
		return nil, c.err
	}
	outcome := c.finish()
	return outcome, c.err
}

// waiting is how many tasks, and how many results, may wait for each goroutine: it
// is not to stand still while others are busy.
const waiting = 16

// await takes the next result, unless the run is to end: then it does not wait
// for a reader whose input is silent, nor for an entry that takes its time.
// Those under way come to their end with nobody to hear of it.
func await(ctx context.Context, results <-chan result) (r result, more bool, err error) {
	if ctx.Err() == nil {
		select {
		case r, more = <-results:
			return r, more, nil
		case <-ctx.Done():
		}
	}
	go func() {
		for range results { // the workers must be able to hand in what they have
		}
	}()
	return result{}, false, context.Cause(ctx)
}

// task is one step of a run: an entry to read and judge, or the end of a file.
type task struct {
	seq     int
	input   int
	job     Job
	file    *schema.File
	end     bool
	problem error
	stop    *stopper
	places  int // taken in the room
}

// stopper tells the producer that the rest of a file is not wanted.
type stopper struct {
	once sync.Once
	done chan struct{}
}

func (s *stopper) stop() { s.once.Do(func() { close(s.done) }) }

func (s *stopper) stopped() bool {
	select {
	case <-s.done:
		return true
	default:
		return false
	}
}

// produce opens one file after the other and hands out its entries.
func produce(ctx context.Context, inputs []Input, room *room, tasks chan<- task) {
	defer close(tasks)
	seq := 0
	send := func(t task, reader Reader) bool {
		t.places = room.placesFor(reader)
		if !room.take(ctx, t.places) {
			return false
		}
		t.seq = seq
		seq++
		select {
		case tasks <- t:
			return true
		case <-ctx.Done():
			return false
		}
	}
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
	stop := &stopper{done: make(chan struct{})}
	for {
		job, err := reader.Next()
		if errors.Is(err, io.EOF) {
			return send(task{input: i, file: reader.File(), end: true, stop: stop}, reader)
		}
		if err != nil {
			err = fmt.Errorf("could not read %s: %w", input.Path, err)
			return send(task{input: i, file: reader.File(), end: true, problem: err, stop: stop}, reader)
		}
		if stop.stopped() {
			// Nobody wants the entry, but the file is read to its end: what it
			// says of itself must not depend on how far the workers are.
			continue
		}
		if !send(task{input: i, file: reader.File(), job: job, stop: stop}, reader) {
			return false
		}
	}
}
