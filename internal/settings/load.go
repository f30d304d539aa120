package settings

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// FileName is the name of configuration files.
const FileName = ".iatilint.yaml"

const (
	maxSize    = 4 << 20 // bytes of a file
	maxExtends = 10      // files that extend one another
)

// find returns the nearest settings file from a folder upwards, up to the root of
// the repository that it is in; "" if there is none.
func find(dir string) (string, error) {
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

// checkPeriod checks that the plan period ends after it starts.
func (d *decoder) checkPeriod(v *Values, root *node) {
	if p := v.Period; p != nil && !p.Start.IsZero() && !p.End.IsZero() && p.End.Before(p.Start) {
		d.fail(root.get("plan").get("end").at, "the plan period ends on %s, before it starts on %s", p.End, p.Start)
	}
}

// displayPath returns the name of a file in messages: from the working directory.
func displayPath(absolute string) string {
	if dir, err := os.Getwd(); err == nil {
		if relative, err := filepath.Rel(dir, absolute); err == nil {
			return filepath.ToSlash(relative)
		}
	}
	return filepath.ToSlash(absolute)
}

// load reads a file and merges it with those that it extends. chain is the files
// that led here.
func load(name string, chain []string) (*node, error) {
	text, err := readFile("config file", name, readText)
	if err != nil {
		return nil, err
	}
	src := &source{name: displayPath(name), dir: filepath.Dir(name)}
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
	if slices.Contains(chain, base) {
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

// readFile reads a file with the given function; what names it in errors.
func readFile[T any](what, name string, read func(io.Reader) (T, error)) (content T, err error) {
	f, err := os.Open(name)
	if err != nil {
		return content, fmt.Errorf("could not open the %s: %w", what, err)
	}
	defer f.Close()
	if content, err = read(f); err != nil {
		err = fmt.Errorf("could not read the %s %s: %w", what, name, err)
	}
	return content, err
}

// readText reads the text of a settings file.
func readText(r io.Reader) ([]byte, error) {
	text, err := io.ReadAll(io.LimitReader(r, maxSize+1))
	if err == nil && len(text) > maxSize {
		err = fmt.Errorf("it is larger than %d MB", maxSize>>20)
	}
	return text, err
}
