package evidence

import (
	"github.com/iatilint/iatilint/rules/internal/grade"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// Found is the evidence of an entry.
type Found = grade.Found

// Assess returns the evidence of an entry.
func Assess(env *lint.Environment, e *schema.Entry) Found { return grade.Assess(env, e) }
