package settings

import (
	"regexp"
	"runtime"

	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// Values are the settings of a run. The struct is the table of settings: each
// field is one, and its tags are all that is known of it. Files and flags are
// decoded by them, and the JSON Schema, the help, `config show`, the completion
// and the README follow from them:
//
//	yaml      the key in a settings file; without one, the setting is a flag only
//	doc       the meaning of the key
//	required  the group is invalid without the key
//	most      the greatest number
//	zero      the effect of 0; "default" means that it is replaced by the default
//	flag      the flag that wins over the key, with its short form after a comma
//	on        the commands that have the flag; check, if there is no such tag
//	usage     the meaning of the flag; a tag named after a command wins there
//	adds      the flag adds to the list of the key
//	after     the flag before it in the help, if fields are in another order
//
// In texts {default} is replaced by the default and {words} by the allowed words.
type Values struct {
	Outputs     []Output      `flag:"format" on:"check diff" usage:"how to report, F or F=FILE, may be repeated: {words} (default: text)"`
	InputFormat schema.Format `flag:"input-format" on:"check diff" usage:"xml, text, json, yaml, csv, xlsx or docx; default: by content, then by name" diff:"of both: xml, text, json, csv or xlsx; default: by content, then by name"`
	StdinName   string        `flag:"stdin-filename" on:"check diff" usage:"the name that standard input goes by"`
	Version     Version       `flag:"iati-version" on:"check diff" usage:"version to assume where the file declares none"`
	ExitZero    bool          `flag:"exit-zero" on:"diff" usage:"exit with 0 although there are differences"`

	Extends    string            `yaml:"extends" doc:"another file, relative to this one, whose settings hold where this one says nothing; lists are added to"`
	Profiles   []Profile         `yaml:"profile" flag:"profile" doc:"sets of expectations on top of the standard" usage:"iati, un-women, strict; may be stacked"`
	Select     []RuleName        `flag:"select" usage:"check only these rules or families"`
	Deselect   []RuleName        `flag:"ignore" usage:"do not check these rules or families"`
	Severities []RuleSetting     `flag:"severity" usage:"RULE=LEVEL: report a rule or family at another level"`
	Rules      Rules             `yaml:"rules" doc:"rules and families by name: off, a level, or a group of severity and the rule's options"`
	Include    []Glob            `yaml:"include" doc:"of the files found in folders, check only these"`
	Exclude    []Glob            `yaml:"exclude" doc:"do not check these files, nor what is in these folders"`
	Identifier *Identifier       `yaml:"identifier" doc:"how the organisation forms its identifiers"`
	Expected   Expected          `yaml:"expected" flag:"framework" after:"vocabulary" doc:"the identifiers that the submission is to have: a list, or a file with one a line" usage:"a file of the identifiers that the submission is to have, one a line"`
	Period     *Period           `yaml:"plan" doc:"the plan period that the submission reports on"`
	Reporter   *Organisation     `yaml:"organisation" doc:"the organisation that reports"`
	Language   Language          `yaml:"language" doc:"the language of text that declares none"`
	Vocabulary WordLists         `yaml:"vocabulary" doc:"words that are right"`
	Aliases    map[string]string `yaml:"aliases" doc:"entries that have a new identifier: the new one, then the old one"`
	Approved   []Approval        `yaml:"approved" doc:"intended changes to the earlier submission that are let pass"`
	Ignore     []Ignored         `yaml:"ignore" doc:"violations that are not reported"`
	Against    Source            `yaml:"against" flag:"against" after:"verbose" doc:"the earlier submission to compare with" usage:"the earlier submission: a file, folder, zip or tar archive, git:REF, git:REF:PATH, or git: for where the branch began"`
	FailOn     FailLevel         `yaml:"fail-on" flag:"fail-on" doc:"lowest level that makes the exit code 1" usage:"lowest level that makes the exit code 1: {words}"`
	Show       ShowLevel         `yaml:"show" flag:"show" doc:"lowest level shown" usage:"lowest level shown: {words}"`
	Codelists  Folder            `yaml:"codelists" flag:"codelists" after:"framework" doc:"a folder of newer code lists, in the standard's own JSON or XML form" usage:"a folder of newer code lists, in the standard's own JSON or XML form"`
	Columns    map[string]string `yaml:"columns" doc:"spreadsheet columns with headers of their own: the header, then the field that it stands for"`
	AsOf       schema.Date       `flag:"as-of" usage:"the day to judge by, YYYY-MM-DD; default today"`
	Limits     Limits            `yaml:"limits" doc:"bounds of a run"`
	Color      When              `flag:"color" on:"check diff" usage:"{words}"`
	Progress   When              `flag:"progress" usage:"how far a long check has come, on standard error: {words}"`
	Fix        bool              `flag:"fix" usage:"make the fixes that cannot change the meaning, then report what remains"`
	FixUnsafe  bool              `flag:"fix-unsafe" usage:"make the other fixes too; read the changes before you publish them"`
	Diff       bool              `flag:"diff" usage:"print what --fix (or --fix-unsafe) would change as a unified diff, and write nothing"`
	Tables     []TableName       `flag:"summary" usage:"tables at the end of the text: {words}"`

	ForceExclude   bool `flag:"force-exclude" usage:"what the configuration excludes is not checked even if it is named"`
	Quiet          bool `flag:"quiet" on:"check diff" usage:"print violations only, no notes" diff:"print differences only, no totals"`
	Verbose        bool `flag:"verbose" usage:"name clean files too"`
	RequireAgainst bool `flag:"require-against" usage:"fail if there is no earlier submission"`
	NewOnly        bool `flag:"new-only" usage:"show and judge only what the earlier submission did not have"`

	Output   string   `flag:"output,o" on:"convert" usage:"the file to write; '-' is standard output"`
	Encoding Encoding `flag:"to" on:"convert" usage:"json or yaml; default: by the ending of the file to write, else json"`
	Force    bool     `flag:"force" on:"convert" usage:"replace the file if it is there"`
	Config   string   `flag:"config" on:"check diff convert" usage:"the configuration file; default: the nearest .iatilint.yaml upwards"`
	NoConfig bool     `flag:"no-config" on:"check diff convert" usage:"read no configuration file"`

	Accepted      File       `yaml:"accepted" flag:"accepted" doc:"the file of violations accepted earlier" usage:"the file of violations accepted earlier; default: .iatilint-accepted.json, if it is there"`
	WriteAccepted bool       `flag:"write-accepted" usage:"write what is found to that file: it is accepted from now on"`
	Overrides     []Override `yaml:"overrides" doc:"what holds for some files only; later ones win"`
}

// defaults returns the settings that hold where neither a file nor a flag says
// anything.
func defaults() Values {
	return Values{
		FailOn: FailLevel(lint.Error.String()), Show: ShowLevel(lint.Info.String()),
		Color: auto, Progress: auto, Output: "-",
		Limits: Limits{
			PerEntry: 1000, Nodes: schema.DefaultMaxNodes, Keys: schema.DefaultMaxKeys, Ignores: schema.DefaultMaxIgnores, Faults: schema.DefaultMaxFaults,
			Jobs: runtime.NumCPU(),
		},
	}
}

// Identifier is a scheme of identifiers.
type Identifier struct {
	Pattern   *regexp.Regexp `yaml:"pattern" doc:"a regular expression for a whole identifier; its groups org, unit, class, number and suffix say what is what"`
	Example   string         `yaml:"example" doc:"a right one, for messages"`
	Units     []string       `yaml:"units" doc:"unit codes besides ISO 3166-1 alpha-3"`
	Framework string         `yaml:"framework" doc:"the unit of the corporate results that others are tied to"`
}

// Period is a plan period.
type Period struct {
	Start schema.Date `yaml:"start" doc:"its first day"`
	End   schema.Date `yaml:"end" doc:"its last day"`
}

// Organisation is the reporting organisation.
type Organisation struct {
	Ref string `yaml:"ref" doc:"its reference, as in XM-DAC-41146"`
}

// WordLists are additions to the dictionaries.
type WordLists struct {
	Words []string `yaml:"words" doc:"words, in exact case"`
	Files []File   `yaml:"files" flag:"vocabulary" adds:"true" doc:"files of words: one a line, or Hunspell .dic" usage:"a file of words that are right: one a line, or a Hunspell .dic"`
}

// Limits bound the memory and time that a run takes, and the length of its report.
type Limits struct {
	Violations int `yaml:"violations" flag:"max-violations" zero:"shows all" doc:"show at most so many; 0 = all" usage:"show at most so many; 0 = all"`
	PerEntry   int `yaml:"per-entry" flag:"max-per-entry" zero:"lists all" doc:"list at most so many violations of one rule in one entry, and one more that counts the rest; 0 = all" usage:"list at most so many violations of one rule in one entry, and one more that counts the rest; 0 = all"`
	Nodes      int `yaml:"nodes-per-entry" zero:"default" most:"10000000" doc:"read at most so many results, indicators, periods, texts and the like of one entry; 0 = {default}"`
	Keys       int `yaml:"keys-per-group" zero:"default" most:"1000000" doc:"read at most so many keys of one group in JSON and YAML; 0 = {default}"`
	Ignores    int `yaml:"ignores-per-entry" zero:"default" most:"100000" doc:"heed at most so many requests to ignore something in one entry; 0 = {default}"`
	Faults     int `yaml:"faults-per-entry" zero:"default" most:"1000000" doc:"keep at most so many faults of structure of one rule in one entry, and count the rest; 0 = {default}"`
	Jobs       int `yaml:"jobs" flag:"jobs" on:"check diff" zero:"default" doc:"how many entries to check at a time; 0 = one for each processor" usage:"how many entries to check at a time" diff:"how many entries to compare at a time"`
}

// Ignored is a kind of violation that is not reported.
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

// Override is a group of settings for some files only.
type Override struct {
	Paths    []Glob   `yaml:"paths" doc:"these files, and what is in these folders" required:"true"`
	Rules    Rules    `yaml:"rules" doc:"as above"`
	Language Language `yaml:"language" doc:"the language of text that declares none"`
}
