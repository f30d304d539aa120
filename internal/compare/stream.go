package compare

import (
	"context"

	"github.com/iatilint/iatilint/internal/parallel"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
	"github.com/iatilint/iatilint/schema/describe"
)

// Changes calls yield for each entry that changed: in the order of the current
// submission, followed by what was removed in the order of the earlier one. current
// are the files that were compared. Entries are compared side by side; only a few
// are alive at a time.
func (c *Comparison) Changes(ctx context.Context, current []Input, jobs int, yield func(*EntryChange) error) (Totals, error) {
	var totals Totals
	deliver := func(e *EntryChange) error {
		totals.count(e)
		if e == nil {
			return nil
		}
		return yield(e)
	}
	for _, input := range current {
		reader, err := input.Open()
		if err != nil {
			return totals, err
		}
		err = parallel.Map(ctx, limit(jobs), input.jobs(reader), parallel.Stateless(c.compareEntry), func(r compared) error {
			if r.unread {
				return nil
			}
			return deliver(r.change)
		})
		if err != nil {
			return totals, err
		}
	}
	return totals, c.Gone(func(before *schema.Entry, _ *schema.File) error {
		if err := deliver(removedEntry(before)); err != nil {
			return err
		}
		return ctx.Err()
	})
}

// compared is what became of one current entry.
type compared struct {
	unread bool         // there was no entry to compare
	change *EntryChange // nil if it is as before
}

func (c *Comparison) compareEntry(job func() *schema.Entry) (compared, error) {
	after := job()
	if after == nil || after.Unusable || after.Kind == schema.UnassignedText {
		return compared{unread: true}, nil
	}
	before, match, err := c.Before(after)
	if err != nil {
		return compared{}, err
	}
	if before == nil {
		return compared{change: addedEntry(after)}, nil
	}
	return compared{change: changedEntry(before, after, match)}, nil
}

func addedEntry(e *schema.Entry) *EntryChange {
	return &EntryChange{Kind: Added, After: sideOf(e), Fields: fieldChanges(&schema.Entry{}, e)}
}

func removedEntry(e *schema.Entry) *EntryChange {
	return &EntryChange{Kind: Removed, Before: sideOf(e), Fields: fieldChanges(e, &schema.Entry{})}
}

// changedEntry returns what changed between two entries; nil if nothing did.
func changedEntry(before, after *schema.Entry, match lint.Match) *EntryChange {
	c := &EntryChange{
		Kind:   Changed,
		Before: sideOf(before),
		After:  sideOf(after),
		Match:  &Match{match.By, match.Score},
		Fields: fieldChanges(before, after),
	}
	if describe.Words(before.Identifier.Value) != describe.Words(after.Identifier.Value) {
		c.Kind = Renumbered
	} else if len(c.Fields) == 0 {
		return nil
	}
	return c
}
