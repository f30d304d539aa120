package schema

import "strings"

// Prose is an element that holds narratives: a title, description or comment.
type Prose struct {
	node
	Type       Text // description/@type
	Narratives []*Narrative
}

// Narrative is one text in one language.
type Narrative struct {
	node
	Text
	Language Text   // its own xml:lang
	Lang     string // the language to read it in: primary subtag in lower case; "" = unknown
}

// PrimaryLanguage returns the primary subtag of a language code, in lower case: "en"
// of "EN-gb".
func PrimaryLanguage(code string) string {
	code, _, _ = strings.Cut(strings.TrimSpace(code), "-")
	return strings.ToLower(code)
}
