// Package engine runs rules over a stream of entries: in parallel, in bounded
// memory, and with an output that depends on neither.
package engine

import (
	"github.com/iatilint/iatilint/internal/attachment"
	"github.com/iatilint/iatilint/internal/compare"
	"github.com/iatilint/iatilint/internal/facts"
	"github.com/iatilint/iatilint/internal/finding"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// Input is one file to check.
type Input struct {
	Path string
	Open func() (schema.Reader, error)
}

// Enabled is a rule as configured for a run.
type Enabled struct {
	Rule     *lint.Rule
	Severity lint.Severity // of all its violations; 0 = as the rule says
	Options  any
	Off      bool // it does not run, except for some files

	// UnreadOnly reports that the rule is Off for every file. It reports only
	// faults that left something unread.
	UnreadOnly bool
}

// FileConfig is the configuration of one file.
type FileConfig struct {
	Rules    []Enabled // one for each of the run's, in the same order
	Language string    // of text that declares none; "" = the run's
}

// Config is the configuration of a run.
type Config struct {
	Rules []Enabled
	Env   *lint.Environment
	// ForFile returns the configuration of a file, nil = that of the run; it may be
	// nil itself. Rules that compare entries keep the run's options.
	ForFile func(path string) *FileConfig
	Jobs    int // goroutines that read and check entries; at least 1
	// PerEntry is how many violations of a rule are delivered of an entry, or of
	// a file outside of its entries; 0 = all. One more counts the others.
	PerEntry int
	// Names maps what rules may be called in comments that suppress them to the IDs
	// that each name means; nil = the IDs of Rules.
	Names map[string][]string
	// Earlier is the submission to compare with; nil = none.
	Earlier *compare.Comparison
	// Deliver is called for the violations in an input, in no particular order but
	// always the same one, on one goroutine. An error ends the run.
	Deliver func(input int, v *finding.Finding) error
	// DeliverSuppressed is called for the violations that comments suppress, as
	// Deliver is for the others; nil = they are only counted.
	DeliverSuppressed func(input int, v *finding.Finding) error
	// Progress is called for every result; nil = it is not needed.
	Progress func(Progress)
	// NewLog makes a log of what has to be kept of every entry; nil = in memory.
	NewLog func() facts.Log
	// Summarise makes an entry's line in the report, with the environment of the
	// goroutine; nil = none. The engine shortens its identifier, and keeps it when
	// the entry is released.
	Summarise func(*lint.Environment, *schema.Entry) EntrySummary
}

// forGoroutine returns an environment for one goroutine. Uncached, it computes
// everything at every use.
func forGoroutine(env *lint.Environment) *lint.Environment {
	own := *env
	if !env.Uncached {
		own.Scope = attachment.ForGoroutine(&env.Scope)
	}
	return &own
}

// withDefaults returns the configuration with all that a run needs.
func (c Config) withDefaults() Config {
	c.Jobs = max(c.Jobs, 1)
	env := *c.Env
	attachment.Begin(&env.Scope)
	c.Env = &env
	if c.NewLog == nil {
		c.NewLog = func() facts.Log { return new(facts.MemoryLog) }
	}
	if c.Names == nil {
		c.Names = map[string][]string{}
		for _, e := range c.Rules {
			c.Names[e.Rule.ID] = []string{e.Rule.ID}
		}
	}
	return c
}

// EntrySummary is an entry in the report.
type EntrySummary struct {
	File       string `json:"file"`
	Identifier string `json:"identifier"`
	Evidence   string `json:"evidence"` // level A to D
	Words      int    `json:"words"`
	Quantities int    `json:"quantities"`
	Indicators int    `json:"indicators"`
	Violations int    `json:"violations"` // not set by the engine
}

// Entries are summaries of entries, in the order of the submission.
type Entries = facts.List[EntrySummary]

// FileStats is a file in the report.
type FileStats struct {
	Path       string        `json:"path"`
	Format     schema.Format `json:"format"`
	Version    string        `json:"iatiVersion"`
	Entries    int           `json:"entries"`
	Results    int           `json:"results"`
	Indicators int           `json:"indicators"`
	Periods    int           `json:"periods"`
	Bytes      int64         `json:"bytes"`
}

// add adds to the number of nodes of a kind.
func (s *FileStats) add(kind schema.Kind, n int) {
	switch kind {
	case schema.EntryNode:
		s.Entries += n
	case schema.ResultNode:
		s.Results += n
	case schema.IndicatorNode:
		s.Indicators += n
	case schema.PeriodNode:
		s.Periods += n
	}
}

// Progress is the state of a run.
type Progress struct {
	Input   int   // the file at hand
	Offset  int64 // bytes of it that are checked
	Entries int   // of all files
	Done    bool  // the file is finished
}

// Outcome is the result of a run besides the violations that it delivered.
type Outcome struct {
	Files    []FileStats
	Entries  *Entries
	Problems []error // what could not be finished, in order

	// Suppressed is the number of violations that comments suppress.
	Suppressed int
}
