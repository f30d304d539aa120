package file

import (
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// NotChecked reports files in a folder that may be reports but can't be read.
var NotChecked = &lint.Rule{
	ID:       "file/not-checked",
	Title:    "a file in the folder is of a kind that is not checked",
	Severity: lint.Info,
	Since:    "0.1.0",
	Doc: `
Offices save reports as .ods, .xls, .doc or .pdf too. In a folder such a file may be
a report or an annex; only its author knows. It is named here because a check that
passes says nothing about it.

Save a report in a form that is read: .xlsx, .docx, .csv, text or IATI XML. An archive
is read if its own path is given. Files that are no reports can be excluded in the
settings.`,
	Check: lint.Faults(schema.NotChecked),
}
