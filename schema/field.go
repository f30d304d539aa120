package schema

// Text is a piece of text as a person reads it: references and escapes
// resolved, and the place of its raw form. The zero Text is absent.
type Text struct {
	Value string
	At    Range
	// Escaped is true where Value differs from the raw bytes at At, Attribute
	// where those bytes are an XML attribute's value.
	Escaped, Attribute bool
}

// Present reports whether the text is in the file at all, be it empty.
func (t Text) Present() bool { return t.At.Known() }

// Field is a value with a form of its own: a date, a number, a truth value.
type Field[T any] struct {
	Text     // as written
	Parsed T // meaningful only if OK
	OK     bool
}

// Parse returns the field of a text; that of an absent text is absent.
func Parse[T any](t Text, parse func(string) (T, bool)) Field[T] {
	f := Field[T]{Text: t}
	if t.Present() {
		f.Parsed, f.OK = parse(t.Value)
	}
	return f
}
