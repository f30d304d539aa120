// Package official holds the official validator's rules that several rules of ours
// cover between them.
package official

import "github.com/iatilint/iatilint/schema"

// Measurement returns the rules on a value: 8.8 baseline, 8.9 target, 8.10 actual,
// with the numbers 1 (none), 2 (no number) and 3 (not wanted). They exist in
// version 2.03 only.
func Measurement(f *schema.File, m *schema.Measurement, numbers ...string) []string {
	if f.Version.Present() && f.Version.Value != "2.03" {
		return nil
	}
	prefix := map[string]string{schema.Baseline: "8.8.", schema.Target: "8.9.", schema.Actual: "8.10."}[m.Name()]
	var refs []string
	for _, n := range numbers {
		refs = append(refs, prefix+n)
	}
	return refs
}
