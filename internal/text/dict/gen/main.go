// Command gen writes the word lists that package dict embeds. It fetches
// pinned npm packages, so it needs npm and a network; its output depends on
// those packages alone. Run it with go generate in internal/text/dict.
package main

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"github.com/blevesearch/vellum"
)

func main() {
	if err := run("data", "licences"); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

func run(data, licences string) error {
	fetch, err := newFetcher()
	if err != nil {
		return err
	}
	defer fetch.close()
	for _, l := range languages {
		words, err := l.list(fetch)
		if err != nil {
			return fmt.Errorf("could not make the %s word list: %w", l.code, err)
		}
		fst, err := compile(words)
		if err != nil {
			return fmt.Errorf("could not compile the %s word list: %w", l.code, err)
		}
		if err := os.WriteFile(filepath.Join(data, l.code+".fst"), fst, 0o644); err != nil {
			return err
		}
		fmt.Printf("%s: %d words, %d bytes\n", l.code, len(words), len(fst))
	}
	return fetch.writeLicences(licences)
}

func compile(words map[string]uint64) ([]byte, error) {
	var out bytes.Buffer
	builder, err := vellum.New(&out, nil)
	if err != nil {
		return nil, err
	}
	for _, w := range slices.Sorted(maps.Keys(words)) {
		if err := builder.Insert([]byte(w), words[w]); err != nil {
			return nil, err
		}
	}
	if err := builder.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
