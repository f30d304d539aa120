package settings

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"

	"github.com/iatilint/iatilint/rules/lint"
)

// FileName is the name of configuration files.
const FileName = ".iatilint.yaml"

const (
	maxSize    = 4 << 20 // bytes of a file
	maxExtends = 10      // files that extend one another
)

// Find looks for the nearest configuration file from a folder upwards, up to
// the root of the repository that it is in; "" where there is none.
func Find(dir string) (string, error) {
	for {
		name := filepath.Join(dir, FileName)
		if _, err := os.Stat(name); err == nil {
			return name, nil
		} else if !errors.Is(err, fs.ErrNotExist) {
			return "", fmt.Errorf("could not look for %s: %w", name, err)
		}
		if _, err := os.Stat(filepath.Join(dir, ".git")); err == nil {
			return "", nil
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", nil
		}
		dir = parent
	}
}

// Load reads a configuration file and those that it extends. catalogue is the
// rules that it may be about.
func Load(name string, catalogue []*lint.Rule) (*Config, error) {
	absolute, err := filepath.Abs(name)
	if err != nil {
		return nil, fmt.Errorf("could not find the config file %s: %w", name, err)
	}
	root, err := load(absolute, nil)
	if err != nil {
		return nil, err
	}
	c, err := decode(root, catalogue)
	if err != nil {
		return nil, err
	}
	c.File = shown(absolute)
	return c, nil
}

// Parse reads the text of a configuration file that extends none. name is for
// messages, dir is what its paths are relative to.
func Parse(name, dir string, text []byte, catalogue []*lint.Rule) (*Config, error) {
	root, err := parse(&source{name: name, dir: dir}, text)
	if err != nil {
		return nil, err
	}
	return decode(root, catalogue)
}

func decode(root *node, catalogue []*lint.Rule) (*Config, error) {
	c := &Config{root: root}
	d := newDecoder(catalogue)
	d.group(root, topLevel, reflect.ValueOf(c).Elem())
	d.order(c)
	if len(d.errs) > 0 {
		return nil, joined(d.errs)
	}
	return c, nil
}

// order checks what only two settings together can have wrong.
func (d *decoder) order(c *Config) {
	if c.Plan != nil && !c.Plan.Start.IsZero() && !c.Plan.End.IsZero() && c.Plan.End.Before(c.Plan.Start) {
		end := d.find("plan", "end", c.root)
		d.fail(end, "the plan period ends on %s, before it starts on %s", c.Plan.End, c.Plan.Start)
	}
}

func (d *decoder) find(group, key string, root *node) place {
	return root.get(group).get(key).at
}

// shown is how a file is named in messages: from the working directory.
func shown(absolute string) string {
	if dir, err := os.Getwd(); err == nil {
		if relative, err := filepath.Rel(dir, absolute); err == nil {
			return filepath.ToSlash(relative)
		}
	}
	return filepath.ToSlash(absolute)
}

// load reads a file and lays it over those that it extends. chain is the files
// that led here.
func load(name string, chain []string) (*node, error) {
	text, err := readFile(name)
	if err != nil {
		return nil, err
	}
	src := &source{name: shown(name), dir: filepath.Dir(name)}
	root, err := parse(src, text)
	if err != nil {
		return nil, err
	}
	if root.kind != group {
		return root, nil // the decoder says what is wrong
	}
	extends := root.get("extends")
	if extends == nil || extends.kind != scalar || extends.text == "" {
		return root, nil
	}
	base := filepath.FromSlash(extends.text)
	if !filepath.IsAbs(base) {
		base = filepath.Join(src.dir, base)
	}
	chain = append(chain, name)
	if index(chain, base) >= 0 {
		return nil, &Error{extends.at, fmt.Sprintf("the file extends itself by way of %q", extends.text)}
	}
	if len(chain) > maxExtends {
		return nil, &Error{extends.at, fmt.Sprintf("more than %d files extend one another", maxExtends)}
	}
	if _, err := os.Stat(base); err != nil {
		return nil, &Error{extends.at, fmt.Sprintf("there is no file %q to extend", extends.text)}
	}
	below, err := load(base, chain)
	if err != nil {
		return nil, err
	}
	return merge(below, root), nil
}

func readFile(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("could not open the config file: %w", err)
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, maxSize+1))
	if err != nil {
		return nil, fmt.Errorf("could not read the config file %s: %w", name, err)
	}
	if len(text) > maxSize {
		return nil, fmt.Errorf("could not read the config file %s: it is larger than %d MB", name, maxSize>>20)
	}
	return text, nil
}
