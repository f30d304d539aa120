// Package evidence holds the rules about the figures behind a claim.
package evidence

import "github.com/iatilint/iatilint/schema"

// official gives the official validator's rule for a measurement: 8.8 baseline,
// 8.9 target, 8.10 actual; they exist in version 2.03 only.
func official(f *schema.File, m *schema.Measurement, numbers ...string) []string {
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
