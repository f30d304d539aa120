package engine_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iatilint/iatilint/internal/attachment"
	"github.com/iatilint/iatilint/internal/engine"
	"github.com/iatilint/iatilint/internal/facts"
	"github.com/iatilint/iatilint/internal/finding"
	"github.com/iatilint/iatilint/internal/spool"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// fake is a file with so many entries, broken after entry breakAt if that is
// not 0, and with an error in the end if there is one.
type fake struct {
	path    string
	entries int
	breakAt int
	err     error

	file *schema.File
	next int
}

func (f *fake) Next() (func() *schema.Entry, error) {
	if f.next == f.entries {
		if f.err != nil {
			return nil, f.err
		}
		return nil, io.EOF
	}
	f.next++
	n := f.next
	return func() *schema.Entry {
		id := fmt.Sprintf("%s-%d", f.path, n)
		source := &schema.Source{Text: id, Base: schema.Position{Line: n, Column: 1, Offset: int64(100 * n)}}
		e := &schema.Entry{File: f.file, Source: source, Identifier: schema.Text{Value: id, At: schema.Range{End: int32(len(id))}}}
		e.Title = new(schema.Prose)
		schema.Attach(e.Title, e, "title", 0, e.Identifier.At)
		e.Unusable = f.breakAt > 0 && n >= f.breakAt
		if e.Unusable {
			e.Faults = []schema.Fault{{Kind: schema.NotWellFormed, Message: "broken here", At: e.Identifier.At}}
		}
		return e
	}, nil
}

func (f *fake) File() *schema.File    { return f.file }
func (f *fake) Size() int             { return 0 }
func (f *fake) Reread() schema.Reread { return nil }
func (f *fake) Close() error          { return nil }

func input(f fake) engine.Input {
	return engine.Input{Path: f.path, Open: func() (schema.Reader, error) {
		f := f
		f.file = &schema.File{Path: f.path}
		return &f, nil
	}}
}

var errDisk = errors.New("disk on fire")

func inputs() []engine.Input {
	return []engine.Input{
		input(fake{path: "a", entries: 50}),
		input(fake{path: "b", entries: 50, breakAt: 20}),
		{Path: "gone", Open: func() (schema.Reader, error) { return nil, errors.New("could not open gone") }},
		input(fake{path: "c", entries: 3, err: errDisk}),
		input(fake{path: "d"}),
	}
}

// seen is the fact of an entry.
type seen struct{ Place lint.Place }

func testRules() []engine.Enabled {
	each := lint.Each(func(p *lint.Pass, e *schema.Entry) {
		if strings.HasSuffix(e.Identifier.Value, "7") {
			p.Report(lint.Violation{At: e.Identifier.At, Message: "ends in 7"})
		}
		if e.Identifier.Value == "a-13" {
			panic("unlucky")
		}
	})
	across := lint.Collect(
		func(p *lint.Pass, e *schema.Entry) []seen { return []seen{{p.Keep(e.Identifier.At)}} },
		func(p *lint.Pass, all iter.Seq[seen]) {
			places := slices.Collect(all)
			p.ReportAt(places[0].Place, lint.Violation{Message: fmt.Sprintf("first of %d", len(places))})
			p.ReportAt(places[len(places)-1].Place, lint.Violation{Message: "last"})
		})
	var enabled []engine.Enabled
	for id, check := range map[string]lint.Check{"test/each": each, "test/across": across, "test/fault": lint.Faults(schema.NotWellFormed)} {
		enabled = append(enabled, engine.Enabled{Rule: &lint.Rule{ID: id, Severity: lint.Warning, Check: check}})
	}
	return enabled
}

func lines(t *testing.T, o *engine.Outcome, found *spool.Spool) []string {
	t.Helper()
	var out []string
	for i := range found.Len() {
		v, err := found.At(i)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, fmt.Sprintf("%s:%d: %s [%s]", v.File, v.Span.Start.Line, v.Message, v.Rule))
	}
	for _, problem := range o.Problems {
		out = append(out, problem.Error())
	}
	return out
}

func TestRun(t *testing.T) {
	want := []string{
		"a:1: first of 72 [test/across]",
		"a:7: ends in 7 [test/each]", "a:17: ends in 7 [test/each]", "a:27: ends in 7 [test/each]",
		"a:37: ends in 7 [test/each]", "a:47: ends in 7 [test/each]",
		"b:7: ends in 7 [test/each]", "b:17: ends in 7 [test/each]", "b:20: broken here [test/fault]",
		"c:3: last [test/across]",
		`rule test/each failed on entry "a-13" of a: unlucky (this is a mistake in iatilint; please report it)`,
		"could not open gone",
		"could not read c: disk on fire",
	}
	spilled := spool.NewFacts(1)
	defer spilled.Close()
	for _, run := range []struct {
		jobs   int
		newLog func() facts.Log
	}{{1, nil}, {2, nil}, {16, nil}, {1, spilled.NewLog}, {16, spilled.NewLog}} {
		found := spool.New()
		outcome, err := engine.Run(context.Background(), inputs(), engine.Config{
			Rules: testRules(), Env: &lint.Environment{}, Jobs: run.jobs, Deliver: found.Add, NewLog: run.newLog,
		})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, lines(t, outcome, found)); diff != "" {
			t.Errorf("with %d workers, facts on disk %v (-want +got):\n%s", run.jobs, run.newLog != nil, diff)
		}
		if !errors.Is(errors.Join(outcome.Problems...), errDisk) {
			t.Error("the cause of a problem is lost")
		}
	}
}

func TestRunStopsWhenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := engine.Run(ctx, inputs(), engine.Config{Rules: testRules(), Env: &lint.Environment{}, Jobs: 2}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want context.Canceled", err)
	}
}

// A sink that takes no more ends the run, in the midst of it or at its end.
func TestRunStopsWhenNothingCanBeDelivered(t *testing.T) {
	for _, room := range []int{0, 3, 9} {
		taken := 0
		deliver := func(int, *finding.Finding) error {
			if taken == room {
				return errDisk
			}
			taken++
			return nil
		}
		_, err := engine.Run(context.Background(), inputs(), engine.Config{
			Rules: testRules(), Env: &lint.Environment{}, Jobs: 3, Deliver: deliver,
		})
		if !errors.Is(err, errDisk) || taken != room {
			t.Errorf("room for %d: %d taken, error %v", room, taken, err)
		}
	}
}

func TestProgress(t *testing.T) {
	var told []engine.Progress
	_, err := engine.Run(context.Background(), inputs(), engine.Config{
		Rules: testRules(), Env: &lint.Environment{}, Jobs: 4,
		Progress: func(p engine.Progress) { told = append(told, p) },
	})
	if err != nil {
		t.Fatal(err)
	}
	done := 0
	for i, p := range told {
		if i > 0 && (p.Input < told[i-1].Input || p.Entries < told[i-1].Entries) {
			t.Errorf("progress goes back from %+v to %+v", told[i-1], p)
		}
		if p.Input == 0 && !p.Done && p.Offset < int64(100*(i+1)) {
			t.Errorf("after entry %d only %d bytes are done", i+1, p.Offset)
		}
		if p.Done {
			done++
		}
	}
	if last := told[len(told)-1]; done != 5 || last.Entries != 50+19+3 {
		t.Errorf("%d files done, in the end %+v", done, last)
	}
}

// What a summary needs to know of texts is computed once a goroutine, not once
// an entry.
func TestSummariesShareWhatIsKnown(t *testing.T) {
	var computed atomic.Int32
	outcome, err := engine.Run(context.Background(), inputs(), engine.Config{
		Rules: testRules(), Env: &lint.Environment{}, Jobs: 2,
		Summarise: func(env *lint.Environment, e *schema.Entry) engine.EntrySummary {
			attachment.OfGoroutine(&env.Scope, "test", func() int { computed.Add(1); return 0 })
			return engine.EntrySummary{Identifier: e.Identifier.Value}
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	if n := computed.Load(); n > 2 || outcome.Entries.Len() != 50+19+3 {
		t.Errorf("computed %d times for %d entries on 2 goroutines", n, outcome.Entries.Len())
	}
}
