package cli

import (
	"github.com/urfave/cli/v2"

	"github.com/iatilint/iatilint/internal/compare"
	"github.com/iatilint/iatilint/internal/engine"
	"github.com/iatilint/iatilint/internal/input"
	"github.com/iatilint/iatilint/internal/read"
)

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
