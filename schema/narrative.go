package schema

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

	memo any
}

// Memo keeps what one rule makes of the narrative for the rules after it. An
// entry is read by one goroutine at a time.
func (n *Narrative) Memo(compute func() any) any {
	if n.memo == nil {
		n.memo = compute()
	}
	return n.memo
}
