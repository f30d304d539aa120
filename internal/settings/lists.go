package settings

import (
	"bufio"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/iatilint/iatilint/internal/text/dict"
)

// Vocabulary reads files of words that are right: one a line, in exact case, or
// in the form of a Hunspell dictionary.
func Vocabulary(files []string) ([]string, error) {
	var words []string
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			return nil, fmt.Errorf("could not open the vocabulary: %w", err)
		}
		list, err := dict.LoadList(f)
		f.Close()
		if err != nil {
			return nil, fmt.Errorf("could not read the vocabulary %s: %w", name, err)
		}
		words = slices.AppendSeq(words, list.All())
	}
	return words, nil
}

// Framework reads a file of identifiers, one a line. Empty lines and lines that
// begin with # are passed over.
func Framework(name string) ([]string, error) {
	if name == "" {
		return nil, nil
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("could not open the framework: %w", err)
	}
	defer f.Close()
	var identifiers []string
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		if line := strings.TrimSpace(lines.Text()); line != "" && !strings.HasPrefix(line, "#") {
			identifiers = append(identifiers, line)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("could not read the framework %s: %w", name, err)
	}
	return identifiers, nil
}
