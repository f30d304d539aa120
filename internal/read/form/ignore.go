package form

import (
	"strings"

	"github.com/iatilint/iatilint/internal/read/ignore"
	"github.com/iatilint/iatilint/schema"
)

// extractSuppressions removes the suppressions of an object and of all in it from
// the value: they are no part of the submission.
func extractSuppressions(v *Value) []schema.Suppression {
	var all []schema.Suppression
	for _, item := range v.Items {
		all = append(all, extractSuppressions(item)...)
	}
	var kept []Member
	for i, m := range v.Members {
		if m.Key == ignore.Key {
			if kept == nil {
				kept = append(make([]Member, 0, len(v.Members)), v.Members[:i]...)
			}
			all = append(all, Suppressions(m.Value, v.At)...)
			continue
		}
		if kept != nil {
			kept = append(kept, m)
		}
		all = append(all, extractSuppressions(m.Value)...)
	}
	if kept != nil {
		v.Members = kept
	}
	return all
}

// Suppressions reads the value of the key: "RULE reason", or a list of those.
func Suppressions(v *Value, scope schema.Range) []schema.Suppression {
	var all []schema.Suppression
	for _, item := range v.list() {
		s := schema.Suppression{}
		if item.scalar() {
			s = ignore.Parse(strings.TrimPrefix(item.Text, ignore.Word))
		}
		s.At, s.Scope = item.At, scope
		all = append(all, s)
	}
	return all
}
