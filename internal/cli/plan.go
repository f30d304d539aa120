package cli

import (
	"fmt"
	"maps"
	"slices"
	"sync"

	"github.com/iatilint/iatilint/internal/engine"
	"github.com/iatilint/iatilint/internal/read"
	"github.com/iatilint/iatilint/internal/read/sheet"
	"github.com/iatilint/iatilint/internal/report"
	config "github.com/iatilint/iatilint/internal/settings"
	"github.com/iatilint/iatilint/internal/triage"
	"github.com/iatilint/iatilint/rules"
	"github.com/iatilint/iatilint/schema"
	"github.com/iatilint/iatilint/schema/codelist"
)

// engineConfig returns how a plan's rules run.
func engineConfig(p *config.Plan) (engine.Config, error) {
	env, err := p.Environment()
	return engine.Config{
		Rules: enabled(p.Enabled), ForFile: forFile(p), Env: env, Names: config.Names(rules.All()),
		Jobs: p.Limits.Jobs, PerEntry: p.Limits.PerEntry,
	}, err
}

func enabled(rules []config.Rule) []engine.Enabled {
	var list []engine.Enabled
	for _, r := range rules {
		list = append(list, engine.Enabled(r))
	}
	return list
}

// forFile returns what is otherwise for single files; nil if nothing is.
func forFile(p *config.Plan) func(path string) *engine.FileConfig {
	if len(p.Overrides) == 0 {
		return nil
	}
	var cache sync.Map // of *engine.FileConfig by *config.InputSettings
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

// triageOptions returns which violations a plan shows and which fail the run.
func triageOptions(p *config.Plan) triage.Options {
	return triage.Options{Show: p.Show.Severity(), FailOn: p.FailOn.Severity(), MaxViolations: p.Limits.Violations}
}

// readingOf returns how a plan's inputs are read. It reads the code lists.
func readingOf(p *config.Plan) (readOptions, error) {
	o := readOptions{stdinName: p.StdinName, forceExclude: p.ForceExclude}
	o.Format, o.Version, o.Columns = p.InputFormat, string(p.Version), p.Columns
	o.Limits = schema.Limits{Nodes: p.Limits.Nodes, Keys: p.Limits.Keys, Ignores: p.Limits.Ignores, Faults: p.Limits.Faults}
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

// styleOf returns how reports look on standard output of a width; 0 is no terminal.
func styleOf(p *config.Plan, width int) report.Style {
	style := report.Style{Verbose: p.Verbose, Quiet: p.Quiet, Width: width, Color: p.UsesColor(width > 0)}
	for _, name := range p.Tables {
		style.Tables = append(style.Tables, string(name))
	}
	return style
}

// output is a report that is asked for: a format, and the file that takes it;
// "" is standard output.
type output[F any] struct {
	format F
	file   string
}

// outputsOf returns the reports that a plan asks for.
func outputsOf[F any](p *config.Plan, find func(name string) (F, bool)) []output[F] {
	var list []output[F]
	for _, o := range p.Outputs {
		if format, ok := find(o.Format); ok {
			list = append(list, output[F]{format, o.File})
		}
	}
	return list
}

// readOptions say how inputs are read.
type readOptions struct {
	read.Options
	stdinName    string
	forceExclude bool
}
