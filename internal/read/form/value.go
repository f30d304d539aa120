// Package form maps the JSON and YAML form of a submission to the model. One set
// of tables reads entries, checks them and writes them; a test compares it with
// schema/submission.schema.json.
package form

import "github.com/iatilint/iatilint/schema"

// Kind is what a value is.
type Kind uint8

// The kinds of values.
const (
	Null Kind = iota
	Bool
	Number
	String
	List
	Object
)

// Value is a value of a JSON or YAML document, with its place in a Source.
type Value struct {
	Kind    Kind
	Text    string       // of a scalar, as a person reads it
	At      schema.Range // of a text: without its quotes
	Escaped bool         // Text differs from the raw text at At
	Members []Member     // of an object, each key once
	Items   []*Value     // of a list

	// NotInFormat are keys that the object lacks because the file has no place
	// for them: they are not missing.
	NotInFormat []string
}

// Member is a key of an object and what it holds.
type Member struct {
	Key   string
	KeyAt schema.Range
	Value *Value
}

// Get returns what a key holds, nil where it is absent or holds null.
func (v *Value) Get(key string) *Value {
	for i := range v.Members {
		if m := &v.Members[i]; m.Key == key && m.Value.Kind != Null {
			return m.Value
		}
	}
	return nil
}

func (v *Value) scalar() bool { return v.Kind != List && v.Kind != Object }

// tag returns the place that names a value as a start tag names an element: the keys
// at the start of an object up to its first list or object, or the value itself.
func (v *Value) tag() schema.Range {
	if v.Kind != Object || len(v.Members) == 0 {
		return v.At
	}
	at := v.Members[0].KeyAt
	for _, m := range v.Members {
		if !m.Value.scalar() || m.Value.At.Start < at.Start {
			break
		}
		at.End = max(at.End, m.Value.At.End)
	}
	return at
}

// list returns the items of a list; anything else is a list of one.
func (v *Value) list() []*Value {
	if v.Kind == List {
		return v.Items
	}
	return []*Value{v}
}
