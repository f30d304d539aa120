package evidence

import (
	"github.com/iatilint/iatilint/rules/internal/grade"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// Found is what an entry has to show for itself.
type Found = grade.Found

// Assess grades the figures behind an entry.
func Assess(env *lint.Environment, e *schema.Entry) Found { return grade.Assess(env, e) }
