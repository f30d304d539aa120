package settings

import "github.com/iatilint/iatilint/rules/lint"

// Output is a report to write.
type Output struct {
	Format string
	File   string // "" = standard output
}

// Expected is the identifiers that the submission is to have.
type Expected struct {
	Identifiers []string
	File        File
}

// File is the name of a file. Like those of a Folder and a Source it is valid from
// the working directory, wherever the settings file is.
type File string

// Folder is the name of a folder.
type Folder string

// Source names an earlier submission.
type Source string

// Language is a code of ISO 639-1.
type Language string

// RuleName is the name of a rule or family.
type RuleName string

// TableName is the name of a table at the end of the text report.
type TableName string

// Version is a version of the IATI standard.
type Version string

// Encoding is json or yaml.
type Encoding string

// When is auto, always or never.
type When string

const (
	auto   When = "auto"
	always When = "always"
	never  When = "never"
)

// FailLevel is error, warning, info or never.
type FailLevel string

// Severity returns the level as a severity.
func (l FailLevel) Severity() lint.Severity {
	if s, ok := lint.ParseSeverity(string(l)); ok {
		return s
	}
	return lint.Never
}

// ShowLevel is error, warning or info.
type ShowLevel string

// Severity returns the level as a severity.
func (l ShowLevel) Severity() lint.Severity {
	s, _ := lint.ParseSeverity(string(l))
	return s
}

// Rules are settings of rules: those of families before those of single rules.
type Rules []RuleSetting

// RuleSetting is a setting of a rule or family.
type RuleSetting struct {
	IDs      []string // of the rules that it is about
	Off      bool
	Severity lint.Severity // 0 = not set
	options  *node         // group with the options that are set; nil = none
	at       place
}
