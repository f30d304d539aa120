package compare

import (
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
	"github.com/iatilint/iatilint/schema/describe"
)

// Kind is what became of an entry or of a part of it.
type Kind string

// The kinds of changes. Parts are added, removed or changed.
const (
	Added      Kind = "added"
	Removed    Kind = "removed"
	Renumbered Kind = "renumbered" // under another identifier, whatever else changed
	Changed    Kind = "changed"
)

// EntryChange is what became of one entry.
type EntryChange struct {
	Kind   Kind          `json:"kind"`
	Before *Side         `json:"before"` // nil for an added entry
	After  *Side         `json:"after"`  // nil for a removed one
	Match  *Match        `json:"match"`  // nil where there is only one side
	Fields []FieldChange `json:"fields"` // everything that changed, in the order of the entry
}

// Side is an entry as one of the submissions has it.
type Side struct {
	File       string `json:"file"`
	Line       int    `json:"line"`
	Identifier string `json:"identifier"`
	Title      string `json:"title"` // its statement
	Results    int    `json:"results"`
	Indicators int    `json:"indicators"`
	Targets    int    `json:"targets"`
	Actuals    int    `json:"actuals"`
}

// Match is how an entry was recognised.
type Match struct {
	By    lint.MatchedBy `json:"by"`
	Score float64        `json:"score"` // 0 to 1: how alike statements and indicators are
}

// FieldChange is a part of an entry that is new, gone or changed.
type FieldChange struct {
	Kind Kind `json:"kind"`
	// Path names what holds the part, from the outside in: `result "Wells"`,
	// `indicator "Wells drilled"`, "2023-01-01 to 2023-12-31".
	Path []string `json:"path"`
	Name string   `json:"name"` // of the part itself: "target (sex: female)"
	// Field is the part in the terms of the report of violations:
	// result.title, target, or "" for what has no name there.
	Field  string       `json:"field"`
	Prose  bool         `json:"prose"`            // a text, not a value
	Change *lint.Change `json:"change,omitempty"` // nil for what has parts of its own: a result, an indicator, a period
	Number *Number      `json:"number,omitempty"` // where both sides are numbers
	Codes  *Codes       `json:"codes,omitempty"`  // where the values are codes with names
}

// Codes is what codes stand for; "" where they are on no list.
type Codes struct {
	Before string `json:"before"`
	After  string `json:"after"`
}

// Number is how far a number moved.
type Number struct {
	Before float64 `json:"before"`
	After  float64 `json:"after"`
	Delta  float64 `json:"delta"`
	// Percent is the change in percent of the number before; nil where that is 0.
	Percent *float64 `json:"percent"`
	Points  bool     `json:"points"` // the numbers are percentages themselves
}

// Totals is how many entries became what.
type Totals struct {
	Changed    int `json:"changed"`
	Added      int `json:"added"`
	Removed    int `json:"removed"`
	Renumbered int `json:"renumbered"`
	Same       int `json:"same"`
}

// Different reports whether anything changed.
func (t Totals) Different() bool { return t.Changed+t.Added+t.Removed+t.Renumbered > 0 }

func (t *Totals) count(e *EntryChange) {
	switch {
	case e == nil:
		t.Same++
	case e.Kind == Added:
		t.Added++
	case e.Kind == Removed:
		t.Removed++
	case e.Kind == Renumbered:
		t.Renumbered++
	default:
		t.Changed++
	}
}

// sideOf describes an entry.
func sideOf(e *schema.Entry) *Side {
	s := &Side{
		File:       e.File.Path,
		Line:       e.Source.Span(e.Place()).Start.Line,
		Identifier: lint.EntryName(describe.Words(e.Identifier.Value)),
		Results:    len(e.Results),
	}
	if n := e.Statement(); n != nil {
		s.Title = describe.Words(n.Value)
	}
	for _, r := range e.Results {
		s.Indicators += len(r.Indicators)
		for _, i := range r.Indicators {
			for _, p := range i.Periods {
				s.Targets += len(p.Targets)
				s.Actuals += len(p.Actuals)
			}
		}
	}
	return s
}
