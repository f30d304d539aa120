package settings

import (
	"regexp"

	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// Config is what a .iatilint.yaml says. Its fields are the settings: the
// decoder, the JSON Schema and `config show` all go by them.
type Config struct {
	Extends  string            `yaml:"extends" doc:"another file, relative to this one, whose settings hold where this one says nothing; lists are added to"`
	Profile  []Profile         `yaml:"profile" doc:"sets of expectations on top of the standard"`
	Rules    Rules             `yaml:"rules" doc:"rules and families by name: off, a level, or a group of severity and the rule's options"`
	Include  []Glob            `yaml:"include" doc:"of the files found in folders, check only these"`
	Exclude  []Glob            `yaml:"exclude" doc:"do not check these files, nor what is in these folders"`
	Codes    *Identifier       `yaml:"identifier" doc:"how the organisation forms its identifiers"`
	Expected Expected          `yaml:"expected" doc:"the identifiers that the submission is to have: a list, or a file with one a line"`
	Plan     *Plan             `yaml:"plan" doc:"the plan period that the submission reports on"`
	Reporter *Organisation     `yaml:"organisation" doc:"the organisation that reports"`
	Language Language          `yaml:"language" doc:"the language of text that declares none"`
	Words    WordLists         `yaml:"vocabulary" doc:"words that are right"`
	Aliases  map[string]string `yaml:"aliases" doc:"entries that have a new identifier: the new one, then the old one"`
	Approved []Approval        `yaml:"approved" doc:"intended changes to the earlier submission that are let pass"`
	Ignore   []Ignored         `yaml:"ignore" doc:"violations that are not reported"`
	Against  Source            `yaml:"against" doc:"the earlier submission to compare with"`
	FailOn   FailLevel         `yaml:"fail-on" doc:"lowest level that makes the exit code 1"`
	Show     ShowLevel         `yaml:"show" doc:"lowest level shown"`
	Codelist Folder            `yaml:"codelists" doc:"a folder of newer code lists, in the standard's own JSON or XML form"`
	Columns  map[string]string `yaml:"columns" doc:"spreadsheet columns with headers of their own: the header, then the field that it stands for"`
	Limits   Limits            `yaml:"limits" doc:"bounds of a run"`
	Accepted File              `yaml:"accepted" doc:"the file of violations accepted earlier"`
	Override []Override        `yaml:"overrides" doc:"what holds for some files only; later ones win"`

	// File is the file that was read, "" where there is none.
	File string `yaml:"-"`

	root *node // all settings, merged
}

// Identifier is a scheme of identifiers.
type Identifier struct {
	Pattern   *regexp.Regexp `yaml:"pattern" doc:"a regular expression for a whole identifier; its groups org, unit, class, number and suffix say what is what"`
	Example   string         `yaml:"example" doc:"a right one, for messages"`
	Units     []string       `yaml:"units" doc:"unit codes besides ISO 3166-1 alpha-3"`
	Framework string         `yaml:"framework" doc:"the unit of the corporate results that others are tied to"`
}

// Plan is a plan period.
type Plan struct {
	Start schema.Date `yaml:"start" doc:"its first day"`
	End   schema.Date `yaml:"end" doc:"its last day"`
}

// Organisation is who reports.
type Organisation struct {
	Ref string `yaml:"ref" doc:"its reference, as in XM-DAC-41146"`
}

// WordLists is words that are right.
type WordLists struct {
	Words []string `yaml:"words" doc:"words, in exact case"`
	Files []File   `yaml:"files" doc:"files of words: one a line, or Hunspell .dic"`
}

// Limits bound a run. What takes memory or time has a bound itself.
type Limits struct {
	Violations int `yaml:"violations" doc:"show at most so many; 0 = all"`
	PerEntry   int `yaml:"per-entry" doc:"list at most so many violations of one rule in one entry, and one more that counts the rest; 0 = 1,000"`
	Nodes      int `yaml:"nodes-per-entry" most:"10000000" doc:"read at most so many results, indicators, periods, texts and the like of one entry; 0 = 100,000"`
	Keys       int `yaml:"keys-per-group" most:"1000000" doc:"read at most so many keys of one group in JSON and YAML; 0 = 10,000"`
	Ignores    int `yaml:"ignores-per-entry" most:"100000" doc:"heed at most so many requests to ignore something in one entry; 0 = 1,000"`
	Faults     int `yaml:"faults-per-entry" most:"1000000" doc:"keep at most so many faults of structure of one rule in one entry, and count the rest; 0 = 10,000"`
	Jobs       int `yaml:"jobs" doc:"how many entries to check at a time; 0 = one for each processor"`
}

// Ignored is violations that are not reported.
type Ignored struct {
	Rule   []RuleName  `yaml:"rule" doc:"rules or families" required:"true"`
	Entry  string      `yaml:"entry" doc:"only in the entry of this identifier"`
	Path   []Glob      `yaml:"path" doc:"only in these files"`
	Reason string      `yaml:"reason" doc:"why"`
	Until  schema.Date `yaml:"until" doc:"the last day that it holds"`

	at place
}

// Approval is an intended change.
type Approval struct {
	Rule   []RuleName  `yaml:"rule" doc:"rules or families" required:"true"`
	Entry  string      `yaml:"entry" doc:"the identifier of the entry that changes" required:"true"`
	Reason string      `yaml:"reason" doc:"why"`
	Until  schema.Date `yaml:"until" doc:"the last day that it holds"`

	at place
}

// Override is what holds for some files only.
type Override struct {
	Paths    []Glob   `yaml:"paths" doc:"these files, and what is in these folders" required:"true"`
	Rules    Rules    `yaml:"rules" doc:"as above"`
	Language Language `yaml:"language" doc:"the language of text that declares none"`
}

// Expected is the identifiers that the submission is to have.
type Expected struct {
	Identifiers []string
	File        File
}

// File is the name of a file. Like that of a Folder it is resolved: it holds
// whatever folder the setting stands in.
type File string

// Folder is the name of a folder.
type Folder string

// Source is what names an earlier submission.
type Source string

// Language is a code of ISO 639-1.
type Language string

// RuleName is the name of a rule or family.
type RuleName string

// FailLevel is error, warning, info or never.
type FailLevel string

// ShowLevel is error, warning or info.
type ShowLevel string

// Rules is settings of rules: those of families before those of single rules.
type Rules []RuleSetting

// RuleSetting is what is said about a rule or family.
type RuleSetting struct {
	IDs      []string // of the rules that it is about
	Off      bool
	Severity lint.Severity // 0 = not said
	options  *node         // group with the options that are set; nil = none
	at       place
}
