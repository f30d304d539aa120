package schema

import "strings"

// Prose is an element that holds narratives: a title, description or comment.
type Prose struct {
	node
	Type       Text // description/@type
	Narratives []*Narrative

	memo any
}

// Memo keeps what is made of all its narratives, for each of them.
func (p *Prose) Memo(compute func() any) any {
	if p.memo == nil {
		p.memo = compute()
	}
	return p.memo
}

// Narrative is one text in one language.
type Narrative struct {
	node
	Text
	Language Text   // its own xml:lang
	Lang     string // the language to read it in: primary subtag in lower case; "" = unknown

	memo any
}

// PrimaryLanguage returns the primary subtag of a language code, in lower case: "en"
// of "EN-gb".
func PrimaryLanguage(code string) string {
	code, _, _ = strings.Cut(strings.TrimSpace(code), "-")
	return strings.ToLower(code)
}

// Memoised returns what Memo keeps; nil = nothing yet.
func (n *Narrative) Memoised() any { return n.memo }

// Memo keeps what one rule makes of the narrative for the rules after it. An
// entry is read by one goroutine at a time.
func (n *Narrative) Memo(compute func() any) any {
	if n.memo == nil {
		n.memo = compute()
	}
	return n.memo
}
