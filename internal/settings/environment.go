package settings

import (
	"bufio"
	"cmp"
	"io"
	"regexp"
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
		env.Expected, err = readFile("framework", string(p.Expected.File), readIdentifiers)
	}
	return env, err
}

// IdentifierPattern returns what matches the organisation's own identifiers; nil
// where no scheme is known.
func (p *Plan) IdentifierPattern() *regexp.Regexp {
	if scheme := p.identifier(); scheme != nil {
		return scheme.Pattern
	}
	return nil
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
		list, err := readFile("vocabulary", string(name), dict.LoadList)
		if err != nil {
			return nil, err
		}
		words = slices.AppendSeq(words, list.All())
	}
	return words, nil
}

// readIdentifiers reads identifiers, one a line. Empty lines and lines that begin
// with # are skipped.
func readIdentifiers(r io.Reader) ([]string, error) {
	var identifiers []string
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		if line := strings.TrimSpace(lines.Text()); line != "" && !strings.HasPrefix(line, "#") {
			identifiers = append(identifiers, line)
		}
	}
	return identifiers, lines.Err()
}
