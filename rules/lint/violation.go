package lint

import "github.com/iatilint/iatilint/schema"

// Violation is one fault in one place, as every report shows it. A rule fills
// in At, Message and what else it knows; the pass adds the rest.
type Violation struct {
	Rule     string      `json:"rule"`
	Severity Severity    `json:"severity"`
	Message  string      `json:"message"`
	Refs     []string    `json:"refs"`
	File     string      `json:"file"`
	Span     schema.Span `json:"span"`
	Entry    string      `json:"entry"`
	Field    string      `json:"field"`
	Excerpt  string      `json:"excerpt"`
	Related  []Related   `json:"related"`
	Fixes    []Fix       `json:"fixes"`
	Change   *Change     `json:"change,omitempty"` // in every history violation
	More     int         `json:"more,omitempty"`   // how many of the rule in the entry it stands for; 0 = itself alone

	// Fingerprint names the violation across runs: a hash of rule, entry, field
	// and normalised excerpt, never of a line number.
	Fingerprint string `json:"fingerprint"`

	// Home is the file that the entry begins in, where the place is in another
	// one that belongs to it; "" = File.
	Home string `json:"-"`

	// EntryStart is the offset of the entry in its file, where the entry was
	// released before the violation was found.
	EntryStart int64 `json:"-"`

	At      schema.Range   `json:"-"` // the place, within the entry at hand
	Source  *schema.Source `json:"-"` // what At refers to; nil = the entry's or file's own
	Node    schema.Node    `json:"-"` // the node that At belongs to, for the pointer
	Hint    string         `json:"-"` // what to write instead, where no fix says it
	Snippet Snippet        `json:"-"`
	Unread  bool           `json:"-"` // something was not read because of it: nothing suppresses it

	SuppressedBy *SuppressedBy `json:"-"` // nil = it is to be reported
}

// EntryFile is the file that the violation's entry is counted in.
func (v *Violation) EntryFile() string {
	if v.Home != "" {
		return v.Home
	}
	return v.File
}

// shorten cuts down what the violation says, not what it changes.
func (v *Violation) shorten() {
	v.Message, v.Hint = shorten(v.Message), shorten(v.Hint)
	for i := range v.Related {
		v.Related[i].Message = shorten(v.Related[i].Message)
	}
	for i := range v.Fixes {
		v.Fixes[i].Title = shorten(v.Fixes[i].Title)
	}
}

// Snippet is the line of text around a violation, with the part that is meant.
type Snippet struct {
	Text     string
	From, To int // bytes of Text
}

// Related is another place that explains a violation.
type Related struct {
	File    string      `json:"file"`
	Span    schema.Span `json:"span"`
	Message string      `json:"message"`

	At      schema.Range `json:"-"`
	Earlier bool         `json:"-"` // At is a place of the earlier entry
	kept    Place        // in place of At
}

// Fix is a way to mend a violation. A safe fix can't change the meaning; it
// never invents or alters a value, a target or an entry.
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

	// A rule gives Text as it is to be read; the pass escapes it for where it
	// goes. In is the narrative that At is a part of, if it is one.
	At schema.Range `json:"-"`
	In schema.Range `json:"-"`
}

// Replace is a fix with one edit at a place of the entry at hand.
func Replace(title string, safe bool, at schema.Range, text string) Fix {
	return Fix{Title: title, Safe: safe, Edits: []Edit{{At: at, Text: text}}}
}
