package changes

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/iatilint/iatilint/internal/history"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// Earlier is the submission to compare with.
type Earlier interface {
	Before(*schema.Entry) (*schema.Entry, lint.Match, error)
	Pairs(before, after *schema.Entry, visit func(before, after schema.Node))
	Gone(visit func(before *schema.Entry, file *schema.File)) error
}

// Stream calls yield for what became of each entry that changed: in the order
// of the current submission, then what was removed in the order of the earlier
// one. Entries are compared side by side; at most a few are alive.
func Stream(ctx context.Context, current []history.Input, earlier Earlier, jobs int, yield func(*Entry) error) (Totals, error) {
	s := stream{ctx: ctx, earlier: earlier, jobs: max(jobs, 1), yield: yield}
	for _, input := range current {
		if err := s.file(input); err != nil {
			return s.totals, err
		}
	}
	return s.totals, s.gone()
}

type stream struct {
	ctx     context.Context
	earlier Earlier
	jobs    int
	yield   func(*Entry) error
	totals  Totals
}

// compared is what came of one entry: nothing if it is as before.
type compared struct {
	entry   *Entry
	unread  bool // there was no entry to compare
	problem error
}

// file compares the entries of one current file, in its order.
func (s *stream) file(input history.Input) error {
	reader, err := input.Open()
	if err != nil {
		return err
	}
	defer func() { _ = reader.Close() }() // it was only read
	ctx, stop := context.WithCancel(s.ctx)
	defer stop()
	queue := make(chan chan compared, s.jobs)
	ended := make(chan error, 1)
	go func() {
		defer close(queue)
		ended <- s.produce(ctx, reader, queue)
	}()
	err = s.take(queue)
	stop()
	for range queue { // the reader is closed only when nobody reads
	}
	if err != nil {
		return err
	}
	if err := <-ended; err != nil {
		return fmt.Errorf("could not read %s: %w", input.Path, err)
	}
	return nil
}

// produce sends a place for each entry's comparison, which is then worked out
// beside the others.
func (s *stream) produce(ctx context.Context, reader schema.Reader, queue chan<- chan compared) error {
	for {
		job, err := reader.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		result := make(chan compared, 1)
		select {
		case queue <- result:
		case <-ctx.Done():
			return ctx.Err()
		}
		go func() { result <- s.compare(job()) }()
	}
}

func (s *stream) compare(after *schema.Entry) compared {
	if after == nil || after.Broken {
		return compared{unread: true}
	}
	before, match, err := s.earlier.Before(after)
	if err != nil {
		return compared{problem: err}
	}
	if before == nil {
		return compared{entry: s.alone(after, Added)}
	}
	return compared{entry: s.between(before, after, match)}
}

// take yields the comparisons in order.
func (s *stream) take(queue <-chan chan compared) error {
	for result := range queue {
		c := <-result
		if c.problem != nil {
			return c.problem
		}
		if c.unread {
			continue
		}
		s.totals.count(c.entry)
		if c.entry == nil {
			continue
		}
		if err := s.yield(c.entry); err != nil {
			return err
		}
	}
	return nil
}

// gone yields the entries that the current submission no longer has.
func (s *stream) gone() error {
	var failed error
	err := s.earlier.Gone(func(before *schema.Entry, _ *schema.File) {
		if failed != nil {
			return
		}
		e := s.alone(before, Removed)
		s.totals.count(e)
		if failed = s.yield(e); failed == nil {
			failed = s.ctx.Err()
		}
	})
	return errors.Join(err, failed)
}

// alone is an entry that only one of the submissions has.
func (s *stream) alone(e *schema.Entry, kind Kind) *Entry {
	c := &Entry{Kind: kind}
	if kind == Added {
		c.After = sideOf(e)
		c.Fields = newVisitor().compare(s.earlier.Pairs, &schema.Entry{}, e)
	} else {
		c.Before = sideOf(e)
		c.Fields = newVisitor().compare(s.earlier.Pairs, e, &schema.Entry{})
	}
	return c
}

// between is what changed between two entries; nil if nothing did.
func (s *stream) between(before, after *schema.Entry, match lint.Match) *Entry {
	c := &Entry{
		Kind:   Changed,
		Before: sideOf(before),
		After:  sideOf(after),
		Match:  &Match{match.By, match.Score},
	}
	if words(before.Identifier.Value) != words(after.Identifier.Value) {
		c.Kind = Renumbered
	}
	c.Fields = newVisitor().compare(s.earlier.Pairs, before, after)
	if c.Kind == Changed && len(c.Fields) == 0 {
		return nil
	}
	return c
}
