package settings

import (
	"bufio"
	"cmp"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/iatilint/iatilint/internal/text/dict"
	"github.com/iatilint/iatilint/rules/lint"
)

// Environment returns what the rules know of the submission besides its files. It
// reads the files of words and of identifiers that the settings name.
func (p *Plan) Environment() (*lint.Environment, error) {
	env := &lint.Environment{AsOf: p.AsOf, Language: string(p.Language), Identifier: p.identifier(), Expected: p.Expected.Identifiers}
	if p.Reporter != nil {
		env.Organisation = p.Reporter.Ref
	}
	if p.Period != nil {
		env.Plan = lint.Plan{Start: p.Period.Start, End: p.Period.End}
	}
	words, err := readWords(p.Vocabulary.Files)
	if err != nil {
		return nil, err
	}
	env.Vocabulary = slices.Concat(p.Vocabulary.Words, words)
	if p.Expected.File != "" {
		env.Expected, err = readIdentifiers(string(p.Expected.File))
	}
	return env, err
}

// identifier returns the scheme of the last profile that has one, with what the
// settings say of it.
func (p *Plan) identifier() *lint.Identifier {
	var scheme *lint.Identifier
	for _, profile := range p.Profiles {
		if profile.Identifier != nil {
			scheme = profile.Identifier
		}
	}
	if p.Identifier == nil {
		return scheme
	}
	id := lint.Identifier{}
	if scheme != nil {
		id = *scheme
	}
	if p.Identifier.Pattern != nil {
		id.Pattern, id.Example = p.Identifier.Pattern, ""
	}
	id.Example = cmp.Or(p.Identifier.Example, id.Example)
	id.Units = slices.Concat(id.Units, p.Identifier.Units)
	id.Framework = cmp.Or(p.Identifier.Framework, id.Framework)
	return &id
}

// readWords reads files of words: one a line, in exact case, or in the form of a
// Hunspell dictionary.
func readWords(files []File) ([]string, error) {
	var words []string
	for _, name := range files {
		f, err := os.Open(string(name))
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

// readIdentifiers reads a file of identifiers, one a line. Empty lines and lines
// that begin with # are skipped.
func readIdentifiers(name string) ([]string, error) {
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
