package read

import (
	"path/filepath"
	"strings"

	"github.com/iatilint/iatilint/schema"
)

// HasKnownEnding tells whether a file may be a submission, by its name alone.
func HasKnownEnding(name string) bool {
	return endings[strings.ToLower(filepath.Ext(name))] != schema.NoFormat
}

// IsSubmission tells whether Find would list the file if it lay in a folder.
func IsSubmission(file string) bool { return submission(file) }
