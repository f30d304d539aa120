// Package grade grades the evidence of entries.
package grade

import (
	"github.com/iatilint/iatilint/rules/internal/prose"
	"github.com/iatilint/iatilint/rules/internal/values"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// Level grades the figures behind an entry, A best.
type Level int

// The levels.
const (
	LevelD Level = iota // no figure found
	LevelC              // a quantity with its unit in the narrative
	LevelB              // an indicator with an actual
	LevelA              // an indicator with baseline, target and actual
)

func (l Level) String() string { return [...]string{"D", "C", "B", "A"}[l] }

// Found is the evidence of an entry.
type Found struct {
	Level      Level
	Words      int // of its narratives
	Quantities int // in its narratives: counts, percentages, fractions of something
	Indicators int

	// Unread reports whether no figure was found, but a text is in a language whose
	// number words are not known: there may be one.
	Unread bool
}

// Baseless reports whether there surely is no figure.
func (f Found) Baseless() bool { return f.Level == LevelD && !f.Unread }

// Assess returns the evidence of an entry. Statements don't count: they say what is
// to be reached, not what was.
func Assess(env *lint.Environment, e *schema.Entry) Found {
	return lint.OfEntry(env, "grade", e, func() Found { return assess(env, e) })
}

func assess(env *lint.Environment, e *schema.Entry) Found {
	var f Found
	for _, r := range e.Results {
		for _, i := range r.Indicators {
			f.Indicators++
			f.indicator(i)
		}
	}
	for n := range values.Told(e) {
		f.prose(env, n)
	}
	if f.Quantities > 0 {
		f.Level = max(f.Level, LevelC)
	}
	if f.Level == LevelD {
		for n := range values.Told(e) {
			f.Unread = f.Unread || prose.Written(env, n) && !prose.Unmeasured(env, n)
		}
	}
	return f
}

func (f *Found) prose(env *lint.Environment, n *schema.Narrative) {
	doc := prose.Of(env, n)
	f.Words += len(doc.Words())
	for _, q := range doc.Quantities() {
		if q.Evidence() {
			f.Quantities++
		}
	}
}

func (f *Found) indicator(i *schema.Indicator) {
	baseline := anyNumber(i.Baselines)
	for _, p := range i.Periods {
		if !anyNumber(p.Actuals) {
			continue
		}
		f.Level = max(f.Level, LevelB)
		if baseline && anyNumber(p.Targets) {
			f.Level = LevelA
		}
	}
}

func anyNumber(list []*schema.Measurement) bool {
	for _, m := range list {
		if m.Value.OK {
			return true
		}
	}
	return false
}
