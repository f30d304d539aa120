package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// fetcher gets packages with npm, once each, and remembers their notices.
type fetcher struct {
	dir     string
	fetched map[string]map[string][]byte
	notices map[string][]byte
}

func newFetcher() (*fetcher, error) {
	dir, err := os.MkdirTemp("", "iatilint-dict-")
	if err != nil {
		return nil, err
	}
	return &fetcher{dir: dir, fetched: map[string]map[string][]byte{}, notices: map[string][]byte{}}, nil
}

func (f *fetcher) close() { _ = os.RemoveAll(f.dir) }

// files returns the contents of a package by path.
func (f *fetcher) files(a archive) (map[string][]byte, error) {
	if files := f.fetched[a.name]; files != nil {
		return files, nil
	}
	id := a.name + "@" + a.version
	npm := exec.Command("npm", "pack", "--silent", "--pack-destination", f.dir, id)
	npm.Stderr = os.Stderr
	out, err := npm.Output()
	if err != nil {
		return nil, fmt.Errorf("npm pack %s: %w", id, err)
	}
	packed, err := os.ReadFile(filepath.Join(f.dir, strings.TrimSpace(string(out))))
	if err != nil {
		return nil, err
	}
	if sum := sha256.Sum256(packed); hex.EncodeToString(sum[:]) != a.sha256 {
		return nil, fmt.Errorf("%s has digest %x, not the pinned %s", id, sum, a.sha256)
	}
	files, err := unpack(packed)
	if err != nil {
		return nil, fmt.Errorf("could not unpack %s: %w", id, err)
	}
	f.fetched[a.name] = files
	f.notices[a.name] = files[a.licence]
	return files, nil
}

func unpack(packed []byte) (map[string][]byte, error) {
	unzipped, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for r := tar.NewReader(unzipped); ; {
		header, err := r.Next()
		if errors.Is(err, io.EOF) {
			return files, nil
		}
		if err != nil {
			return nil, err
		}
		content, err := io.ReadAll(r)
		if err != nil {
			return nil, err
		}
		files[strings.TrimPrefix(header.Name, "package/")] = content
	}
}

func (f *fetcher) hunspell(a archive) (*hunspell, error) {
	files, err := f.files(a)
	if err != nil {
		return nil, err
	}
	h, err := parseHunspell(bytes.NewReader(files["index.aff"]), bytes.NewReader(files["index.dic"]))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", a.name, err)
	}
	return h, nil
}

func (f *fetcher) writeLicences(dir string) error {
	for name, notice := range f.notices {
		if len(notice) == 0 {
			return fmt.Errorf("%s carries no notice", name)
		}
		if err := os.WriteFile(filepath.Join(dir, name+".txt"), notice, 0o644); err != nil {
			return err
		}
	}
	return nil
}
