package cli

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"github.com/urfave/cli/v2"

	"github.com/iatilint/iatilint/internal/engine"
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

// inputs finds the files that the arguments name: files as they are, the
// submissions in folders, standard input for "-".
func (s *settings) inputs(paths []string, stdin func() (io.ReadCloser, error)) ([]engine.Input, error) {
	if len(paths) == 0 {
		return nil, errors.New("no path given: name a file or folder to check, or '-' for standard input")
	}
	s.onDisk = map[string]string{}
	again := map[string]func() (io.ReadCloser, error){}
	var inputs []engine.Input
	for _, path := range paths {
		if path == "-" {
			input, err := s.stdin(stdin)
			if err != nil {
				return nil, err
			}
			if s.mayBeBook(paths) {
				again[input.Path] = stdin // it was kept
			}
			inputs = append(inputs, input)
			continue
		}
		files, err := read.Find(s.ctx, path)
		if err != nil {
			return nil, err
		}
		for _, file := range s.kept(path, files) {
			s.onDisk[file] = file
			inputs = append(inputs, engine.Input{
				Path: file,
				Open: func() (engine.Reader, error) { return read.Open(file, s.read.Options) },
			})
		}
	}
	s.joinBooks(inputs, again)
	return inputs, nil
}

func (s *settings) stdin(in func() (io.ReadCloser, error)) (engine.Input, error) {
	if s.read.stdinName == "" && s.read.Format == "" {
		return engine.Input{}, errors.New("standard input has no name to tell its format by: give --stdin-filename or --input-format")
	}
	name := s.stdinName()
	open := func() (engine.Reader, error) {
		content, err := in()
		if err != nil {
			return nil, err
		}
		return read.New(content, name, s.read.Options)
	}
	return engine.Input{Path: name, Open: open}, nil
}

// stdinName is what standard input is called.
func (s *settings) stdinName() string {
	if s.read.stdinName == "" {
		return "<stdin>"
	}
	return filepath.ToSlash(s.read.stdinName)
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
