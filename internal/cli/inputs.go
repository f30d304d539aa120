package cli

import (
	"fmt"

	"github.com/urfave/cli/v2"

	"github.com/iatilint/iatilint/internal/compare"
	"github.com/iatilint/iatilint/internal/engine"
	"github.com/iatilint/iatilint/internal/input"
	"github.com/iatilint/iatilint/internal/read"
	"github.com/iatilint/iatilint/schema"
	"github.com/iatilint/iatilint/schema/codelist"
)

// readOptions is how inputs are read.
type readOptions struct {
	read.Options
	stdinName    string
	forceExclude bool
}

func (s *settings) setReading(c *cli.Context) error {
	if c.IsSet("input-format") {
		name, err := oneOf("input-format", c.String("input-format"), string(schema.XML), string(schema.Portal), string(schema.JSON), string(schema.YAML), string(schema.CSV), string(schema.XLSX), string(schema.DOCX))
		if err != nil {
			return err
		}
		s.read.Format = schema.Format(name)
	}
	if c.IsSet("iati-version") {
		version, err := oneOf("iati-version", c.String("iati-version"), "2.01", "2.02", "2.03")
		if err != nil {
			return err
		}
		s.read.Version = version
	}
	if dir := setting(c, "codelists", string(s.config.Codelist)); dir != "" {
		lists, err := codelist.Load(dir)
		if err != nil {
			return fmt.Errorf("could not load the code lists in %s: %w", dir, err)
		}
		s.read.Lists = lists
	}
	s.read.stdinName = c.String("stdin-filename")
	if err := s.setColumns(); err != nil {
		return err
	}
	s.read.forceExclude = c.Bool("force-exclude")
	limits := s.config.Limits
	s.read.Limits = schema.Limits{Nodes: limits.Nodes, Keys: limits.Keys, Ignores: limits.Ignores, Faults: limits.Faults}
	return nil
}

// inputOptions says how the inputs of a check are opened. reopen reports whether
// each is read more than once.
func (s *settings) inputOptions(c *cli.Context, reopen bool) input.Options {
	return input.Options{
		Read: s.read.Options, Stdin: c.App.Reader, StdinName: s.read.stdinName, Reopen: reopen,
		Excluded: func(file string, found bool) bool { // what is named is checked all the same
			return (found || s.read.forceExclude) && s.config.Excluded(file, found)
		},
	}
}

// engineInputs returns the inputs as the engine reads them.
func engineInputs(inputs []input.Input) []engine.Input {
	var list []engine.Input
	for _, in := range inputs {
		list = append(list, engine.Input{Path: in.Path, Open: func() (engine.Reader, error) { return in.Open() }})
	}
	return list
}

// compareInputs returns inputs as a comparison reads them.
func compareInputs(inputs []input.Input) []compare.Input {
	reread := func(r compare.Reader) compare.Reread {
		if reader, ok := r.(read.Reader); ok {
			return read.Reread(reader)
		}
		return nil
	}
	var list []compare.Input
	for _, in := range inputs {
		list = append(list, compare.Input{
			Path: in.Path, Local: in.Local, Current: in.Current, Reread: reread,
			Open: func() (compare.Reader, error) { return in.Open() },
		})
	}
	return list
}

// pairs reads RULE=LEVEL words.
func pairs(list []string) (map[string]string, error) {
	out := map[string]string{}
	for _, item := range list {
		name, value, ok := cutPair(item)
		if !ok {
			return nil, fmt.Errorf("--severity cannot be %q; write RULE=LEVEL, as in narrative/too-short=info", item)
		}
		out[name] = value
	}
	return out, nil
}
