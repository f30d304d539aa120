package lint

import "github.com/iatilint/iatilint/schema"

// Violation is what a rule says about one place.
type Violation struct {
	At       schema.Range // within the current entry; unknown = the entry's place
	Node     schema.Node  // the node that At belongs to; nil = the pass's
	Message  string
	Severity Severity // 0 = the rule's
	Hint     string   // what to write instead, where no fix says it
	Refs     []string // the official validator's rules that the violation breaks
	Field    string   // the report's name of what At is in; "" = that of Node
	Related  []Related
	Fixes    []Fix
	Change   *Change // in every history violation
}

// Related is another place that explains a violation.
type Related struct {
	At      schema.Range
	Earlier bool  // At is a place of the earlier entry
	Place   Place // in place of At, in a released entry
	Message string
}

// Fix is a way to mend a violation. A safe fix can't change the meaning; it
// never invents or alters a value, a target or an entry.
type Fix struct {
	Title string
	Safe  bool
	Edits []Edit
}

// Edit replaces the text at a place by Text as it is to be read: it is escaped for
// where it is written. In is the narrative that At is a part of, if it is one.
type Edit struct {
	At   schema.Range
	In   schema.Range
	Text string
}

// Replace returns a fix with one edit at a place of the current entry.
func Replace(title string, safe bool, at schema.Range, text string) Fix {
	return Fix{Title: title, Safe: safe, Edits: []Edit{{At: at, Text: text}}}
}
