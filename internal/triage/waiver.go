package triage

import (
	"slices"

	"github.com/iatilint/iatilint/rules/lint"
)

// Waiver lets violations of some rules pass: they are ignored, or an intended
// change was approved.
type Waiver struct {
	Silence lint.Silence
	Rules   map[string][]int       // rule ID -> which of the silence's names stand for it
	Entry   string                 // "" = in any entry
	In      func(file string) bool // nil = in any file

	used []string
}

// covers tells whether the violation passes.
func (w *Waiver) covers(v *lint.Violation) bool {
	names := w.Rules[v.Rule]
	if len(names) == 0 || w.Silence.Ended || w.Entry != "" && w.Entry != v.Entry || w.In != nil && !w.In(v.File) {
		return false
	}
	for _, i := range names {
		if name := w.Silence.Rules[i]; !slices.Contains(w.used, name) {
			w.used = append(w.used, name)
		}
	}
	return true
}

// Unused is the names of rules of which nothing had to pass.
func (w *Waiver) Unused() []string {
	var unused []string
	for _, name := range w.Silence.Rules {
		if !slices.Contains(w.used, name) {
			unused = append(unused, name)
		}
	}
	return unused
}

// waive takes out what passes, marks it, and counts it by why.
func (t *Triage) waive(v *lint.Violation) bool {
	for _, w := range t.options.Waivers {
		if !w.covers(v) {
			continue
		}
		v.Waived = &lint.Waiver{Kind: w.Silence.Kind, Reason: w.Silence.Reason}
		if w.Silence.Kind == lint.Approval {
			t.summary.Accepted += v.Count()
		} else {
			t.summary.Suppressed += v.Count()
		}
		return false
	}
	return true
}
