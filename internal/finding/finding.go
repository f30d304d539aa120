// Package finding resolves what rules report to findings: with places in files,
// excerpts, edits in bytes and fingerprints.
package finding

import (
	"github.com/iatilint/iatilint/internal/excerpt"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// Finding is a violation as reports show it. It refers to nothing of the entry that
// it was found in.
type Finding struct {
	Rule     string        `json:"rule"`
	Severity lint.Severity `json:"severity"`
	Message  string        `json:"message"`
	Refs     []string      `json:"refs"`
	File     string        `json:"file"`
	Span     schema.Span   `json:"span"`
	Entry    string        `json:"entry"`
	Field    string        `json:"field"`
	Excerpt  string        `json:"excerpt"`
	Related  []Related     `json:"related"`
	Fixes    []Fix         `json:"fixes"`
	Change   *lint.Change  `json:"change,omitempty"` // in every history finding
	More     int           `json:"more,omitempty"`   // how many of the rule in the entry it counts; 0 = itself alone

	// Fingerprint identifies the finding across runs: a hash of rule, entry, field
	// and normalised excerpt, never of a line number.
	Fingerprint string `json:"fingerprint"`

	// Home is the file that the entry begins in, where the place is in another
	// one that belongs to it; "" = File.
	Home string `json:"-"`

	// EntryStart is the offset of the entry in its file, where the entry was
	// released before the finding was made.
	EntryStart int64 `json:"-"`

	At      schema.Range    `json:"-"` // the place within the entry, as long as that is not released
	Hint    string          `json:"-"` // what to write instead, where no fix says it
	Snippet excerpt.Snippet `json:"-"`
	Unread  bool            `json:"-"` // something was not read because of it: nothing suppresses it

	SuppressedBy *lint.SuppressedBy `json:"-"` // nil = it is to be reported
}

// Related is another place that explains a finding.
type Related struct {
	File    string      `json:"file"`
	Span    schema.Span `json:"span"`
	Message string      `json:"message"`
}

// Fix is a way to mend what was found. A safe fix can't change the meaning.
type Fix struct {
	Title string `json:"title"`
	Safe  bool   `json:"safe"`
	Edits []Edit `json:"edits"`
}

// Edit replaces the bytes from Start to End of a file.
type Edit struct {
	File  string `json:"file"`
	Start int64  `json:"start"`
	End   int64  `json:"end"`
	Text  string `json:"text"`

	// ASCII is the same text for encodings that lack characters of it; "" where the
	// file can't be written so.
	ASCII string `json:"-"`
}

// EntryFile returns the file that the finding's entry is counted in.
func (f *Finding) EntryFile() string {
	if f.Home != "" {
		return f.Home
	}
	return f.File
}
