// Package settings resolves the settings of a run: a table says which there are, and
// flags, environment and files become one immutable plan.
package settings

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"sync"

	"github.com/iatilint/iatilint/schema"
)

// Flags are the flags that were given on a command line, by name, with their
// values in order: "true" or "false" where a flag takes none.
type Flags map[string][]string

// Environment is the part of the process's environment that settings depend on.
type Environment struct {
	Today  schema.Date
	Getenv func(string) string // nil = no variable is set
}

// Plan is the settings of one run: a settings file and those that it extends, with
// the flags that win over it, and the defaults where neither says anything. Values
// holds what is the same for the whole run; For returns the settings of one input.
//
// Resolve makes plans, and nobody changes one afterwards: its methods only read, so
// that it may be used by several goroutines.
type Plan struct {
	Values
	// File is the name of the settings file; "" where there is none.
	File string
	// Enabled are the rules that run for at least one input, in the order of the
	// catalogue, as they are set for inputs without overrides.
	Enabled []Rule

	known  Known
	root   *node // all settings, merged
	inputs sync.Map
}

// Resolve finds and reads the settings file, applies the flags and checks the
// result. Flags that are no settings are ignored.
func Resolve(flags Flags, env Environment, known Known) (*Plan, error) {
	name, err := fileOf(flags)
	if err != nil {
		return nil, err
	}
	if name == "" {
		return newPlan("", emptyRoot(&source{}), flags, env, known)
	}
	absolute, err := filepath.Abs(name)
	if err != nil {
		return nil, fmt.Errorf("could not find the config file %s: %w", name, err)
	}
	root, err := load(absolute, nil)
	if err != nil {
		return nil, err
	}
	return newPlan(displayPath(absolute), root, flags, env, known)
}

// Parse reads the text of a settings file that extends none. name is for
// messages; its paths are relative to dir.
func Parse(name, dir string, text []byte, known Known) (*Plan, error) {
	root, err := parse(&source{name: name, dir: dir}, text)
	if err != nil {
		return nil, err
	}
	return newPlan("", root, nil, Environment{}, known)
}

// fileOf returns the name of the settings file: that of the flag, or of the nearest
// one from the working directory upwards; "" if there is none.
func fileOf(flags Flags) (string, error) {
	name, none := flags.last("config"), flags.last("no-config") == "true"
	switch {
	case name != "" && none:
		return "", errors.New("--config and --no-config exclude each other; give one of them")
	case name != "" || none:
		return name, nil
	}
	dir, err := os.Getwd()
	if err != nil {
		return "", fmt.Errorf("could not look for a config file: %w", err)
	}
	return find(dir)
}

func (f Flags) last(name string) string {
	if values := f[name]; len(values) > 0 {
		return values[len(values)-1]
	}
	return ""
}

func newPlan(file string, root *node, flags Flags, env Environment, known Known) (*Plan, error) {
	for _, s := range Table(known) {
		if values := flags[s.Flag]; len(values) > 0 && s.Flag != "" {
			root = root.withFlag(&s, values)
		}
	}
	p := &Plan{Values: defaults(), File: file, known: known, root: root}
	d := newDecoder(known)
	d.group(root, topLevel, reflect.ValueOf(&p.Values).Elem())
	d.checkPeriod(&p.Values, root)
	if len(d.errs) > 0 {
		return nil, joinErrors(d.errs)
	}
	if err := p.complete(env); err != nil {
		return nil, err
	}
	familiesFirst(p.Severities)
	p.Enabled = p.enabledRules(d.names)
	return p, nil
}

// complete sets what follows from other settings and the environment, and checks
// flags that exclude or need each other.
func (p *Plan) complete(env Environment) error {
	if p.AsOf.IsZero() {
		p.AsOf = env.Today
	}
	if getenv := env.Getenv; p.Color == auto && getenv != nil && (getenv("NO_COLOR") != "" || getenv("TERM") == "dumb") {
		p.Color = never
	}
	toStandardOutput := func(o Output) bool { return o.File == "" }
	switch {
	case p.Against == "" && p.RequireAgainst:
		return errors.New("--require-against needs --against, which names the earlier submission")
	case p.Against == "" && p.NewOnly:
		return errors.New("--new-only needs --against, which names the earlier submission")
	case p.Against == "-":
		return errors.New("--against cannot be standard input; write it to a file")
	case p.NewOnly && p.Fixes():
		return errors.New("--new-only cannot go with --fix, --fix-unsafe or --diff: they mend what stands there, be it new or not")
	case p.Diff && slices.ContainsFunc(p.Outputs, toStandardOutput):
		return errors.New("--diff prints to standard output; give the report a file, as in --format json=report.json")
	case len(p.Outputs) == 0 && !p.Diff:
		p.Outputs = []Output{{Format: "text"}}
	case len(slices.DeleteFunc(slices.Clone(p.Outputs), func(o Output) bool { return o.File != "" })) > 1:
		return errors.New("only one format can go to standard output; give the others a file, as in --format html=report.html")
	}
	return nil
}

// AcceptedFile returns the name of the file of accepted violations: the usual one,
// beside the settings file, if Accepted names none.
func (p *Plan) AcceptedFile() string {
	return cmp.Or(string(p.Accepted), filepath.Join(filepath.Dir(p.File), AcceptedName))
}

// Fixes reports whether files are to be fixed, or the fixes shown.
func (p *Plan) Fixes() bool { return p.Fix || p.FixUnsafe || p.Diff }

// UsesColor reports whether a report on standard output is coloured.
func (p *Plan) UsesColor(terminal bool) bool {
	return p.Color == always || p.Color == auto && terminal
}
