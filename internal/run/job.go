package run

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"maps"
	"os"
	"slices"
	"sync"

	"github.com/iatilint/iatilint/internal/attachment"
	"github.com/iatilint/iatilint/internal/compare"
	"github.com/iatilint/iatilint/internal/engine"
	"github.com/iatilint/iatilint/internal/finding"
	"github.com/iatilint/iatilint/internal/input"
	"github.com/iatilint/iatilint/internal/read"
	"github.com/iatilint/iatilint/internal/read/sheet"
	"github.com/iatilint/iatilint/internal/settings"
	"github.com/iatilint/iatilint/internal/suppress"
	"github.com/iatilint/iatilint/internal/triage"
	"github.com/iatilint/iatilint/rules"
	"github.com/iatilint/iatilint/rules/evidence"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
	"github.com/iatilint/iatilint/schema/codelist"
)

// Source is where a submission lies.
type Source struct {
	Paths []string  // of files and folders; "-" is Stdin
	Stdin io.Reader // nil = "-" is the name of a file
	Name  string    // of Stdin; "" = the plan's
	FS    fs.FS     // that the paths are in; nil = the system's
}

// job is the run of a plan: what the plan says in the terms of the packages that do
// it. Nothing is written into it.
type job struct {
	plan         *settings.Plan
	reading      read.Options
	env          *lint.Environment
	rules        []engine.Enabled
	forFile      func(path string) *engine.FileConfig // nil = as for the run
	suppressions *suppress.Set
	accepted     *settings.AcceptedFile // nil = there is none
}

// newJob reads the files that a plan names, except for the inputs.
func newJob(plan *settings.Plan) (*job, error) {
	j := &job{plan: plan, rules: enabled(plan.Enabled), forFile: forFile(plan)}
	var err error
	if j.reading, err = readOptions(plan); err != nil {
		return nil, err
	}
	if j.env, err = plan.Environment(); err != nil {
		return nil, err
	}
	attachment.Begin(&j.env.Scope)
	if err := j.loadAccepted(); err != nil {
		return nil, err
	}
	j.suppressions = j.newSuppressions()
	return j, nil
}

// Validate reads the files that a plan names, except for the inputs, and returns what
// is wrong with them.
func Validate(plan *settings.Plan) error {
	_, err := newJob(plan)
	return err
}

// readOptions returns how a plan's inputs are read. It reads the code lists.
func readOptions(p *settings.Plan) (read.Options, error) {
	o := read.Options{
		Format: p.InputFormat, Version: string(p.Version), Columns: p.Columns,
		Limits: schema.Limits{Nodes: p.Limits.Nodes, Keys: p.Limits.Keys, Ignores: p.Limits.Ignores, Faults: p.Limits.Faults},
	}
	if dir := string(p.Codelists); dir != "" {
		lists, err := codelist.Load(dir)
		if err != nil {
			return o, fmt.Errorf("could not load the code lists in %s: %w", dir, err)
		}
		o.Lists = lists
	}
	for _, header := range slices.Sorted(maps.Keys(p.Columns)) {
		path := p.Columns[header]
		if path == "" || path == "-" {
			continue
		}
		if _, err := sheet.ParsePath(path); err != nil {
			return o, p.ValueError("columns", header, err)
		}
	}
	return o, nil
}

// readEarlier returns how the earlier submission is read, which may be of another
// format.
func (j *job) readEarlier() read.Options {
	o := j.reading
	o.Format = schema.NoFormat
	return o
}

// open opens a submission. reopen reports whether each input is read more than once.
func (j *job) open(ctx context.Context, source Source, reopen bool) (*input.Set, error) {
	if len(source.Paths) == 0 {
		return nil, errors.New("no path given: name a file or folder to check, or '-' for standard input")
	}
	o := input.Options{
		Read: j.reading, Stdin: source.Stdin, StdinName: cmp.Or(source.Name, j.plan.StdinName), Reopen: reopen,
		Excluded: func(file string, found bool) bool { // what is named is checked all the same
			return (found || j.plan.ForceExclude) && j.plan.Excluded(file, found)
		},
	}
	if source.FS != nil {
		return input.OpenFS(ctx, source.FS, source.Paths, o)
	}
	return input.Open(ctx, source.Paths, o)
}

// config returns how the plan's rules run. Each run adds what is its own.
func (j *job) config(deliver func(input int, f *finding.Finding) error) engine.Config {
	return engine.Config{
		Rules: j.rules, ForFile: j.forFile, Env: j.env, Names: settings.Names(rules.All()), Jobs: j.plan.Limits.Jobs, Deliver: deliver,
	}
}

func enabled(rules []settings.Rule) []engine.Enabled {
	var list []engine.Enabled
	for _, r := range rules {
		list = append(list, engine.Enabled(r))
	}
	return list
}

// forFile returns what is otherwise for single files; nil if nothing is.
func forFile(p *settings.Plan) func(path string) *engine.FileConfig {
	if len(p.Overrides) == 0 {
		return nil
	}
	var cache sync.Map // of *engine.FileConfig by *settings.InputSettings
	return func(path string) *engine.FileConfig {
		s := p.For(path)
		if s == nil {
			return nil
		}
		cached, ok := cache.Load(s)
		if !ok {
			cached, _ = cache.LoadOrStore(s, &engine.FileConfig{Rules: enabled(s.Rules), Language: s.Language})
		}
		f, _ := cached.(*engine.FileConfig)
		return f
	}
}

// triageOptions returns what of the plan concerns findings, of which at most limit
// are shown; 0 = all.
func (j *job) triageOptions(limit int) triage.Options {
	return triage.Options{Show: j.plan.Show.Severity(), FailOn: j.plan.FailOn.Severity(), MaxViolations: limit, Suppressions: j.suppressions}
}

func summarise(env *lint.Environment, e *schema.Entry) engine.EntrySummary {
	found := evidence.Assess(env, e)
	return engine.EntrySummary{
		File:       e.File.Path,
		Identifier: e.Identifier.Value,
		Evidence:   found.Level.String(),
		Words:      found.Words,
		Quantities: found.Quantities,
		Indicators: found.Indicators,
	}
}

// Entries are the entries that were checked, each with the number of its findings.
type Entries struct {
	summaries *engine.Entries
	judged    *triage.Triage
}

// Len returns the number of entries.
func (e Entries) Len() int { return e.summaries.Len() }

// All returns the entries in the order of the submission. An error ends them.
func (e Entries) All() iter.Seq2[engine.EntrySummary, error] {
	return func(yield func(engine.EntrySummary, error) bool) {
		for s, err := range e.summaries.All() {
			s.Violations = e.judged.InEntry(s.File, s.Identifier)
			if !yield(s, err) {
				return
			}
		}
	}
}

// compareInputs returns inputs as a comparison reads them.
func compareInputs(inputs []input.Input) []compare.Input {
	var list []compare.Input
	for _, in := range inputs {
		if in.Unread {
			continue
		}
		list = append(list, compare.Input{Path: in.Path, Local: in.Local, Current: in.Current, Open: in.Open})
	}
	return list
}

func unreadable(in input.Input) bool {
	f, err := os.Open(in.Local)
	return err != nil || f.Close() != nil
}
