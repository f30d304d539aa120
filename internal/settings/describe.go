package settings

import (
	"github.com/iatilint/iatilint/rules/lint"
)

// Describe tells an environment what the configuration says of the submission,
// over what the profiles said.
func (c *Config) Describe(env *lint.Environment) {
	env.Language = string(c.Language)
	if c.Reporter != nil {
		env.Organisation = c.Reporter.Ref
	}
	if c.Plan != nil {
		env.Plan = lint.Plan{Start: c.Plan.Start, End: c.Plan.End}
	}
	if c.Codes == nil {
		return
	}
	id := lint.Identifier{}
	if env.Identifier != nil {
		id = *env.Identifier
	}
	if c.Codes.Pattern != nil {
		id.Pattern, id.Example = c.Codes.Pattern, c.Codes.Example
	}
	if c.Codes.Example != "" {
		id.Example = c.Codes.Example
	}
	id.Units = append(append([]string{}, id.Units...), c.Codes.Units...)
	if c.Codes.Framework != "" {
		id.Framework = c.Codes.Framework
	}
	env.Identifier = &id
}

// All is the words themselves and those in the files.
func (w *WordLists) All() ([]string, error) {
	var files []string
	for _, f := range w.Files {
		files = append(files, string(f))
	}
	words, err := Vocabulary(files)
	return append(append([]string{}, w.Words...), words...), err
}
