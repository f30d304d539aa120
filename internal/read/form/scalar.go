package form

import (
	"encoding/json"
	"strings"

	"github.com/iatilint/iatilint/schema"
)

// text is the key of a value that is read as it is written.
func text[N any](name string, shape *Shape, get func(N) *schema.Text) key[N] {
	return key[N]{
		Key:   Key{Name: name, Shape: shape},
		read:  func(_ *builder, n N, v *Value, _ where) { *get(n) = TextOf(v) },
		write: func(w *writer, n N) *Value { return w.text(*get(n)) },
	}
}

// code is the key of a text that may have to be on a code list.
func code[N any](name string, shape *Shape, get func(N) *schema.Text) key[N] {
	k := text(name, shape, get)
	k.read = func(b *builder, n N, v *Value, at where) { *get(n) = b.code(v, at.path, name) }
	return k
}

// field is the key of a date, a number or a truth value. The last two are written without
// quotes where they need none.
func field[N, T any](name string, shape *Shape, parse func(string) (T, bool), get func(N) *schema.Field[T]) key[N] {
	return key[N]{
		Key:   Key{Name: name, Shape: shape},
		read:  func(_ *builder, n N, v *Value, _ where) { *get(n) = schema.Parse(TextOf(v), parse) },
		write: func(w *writer, n N) *Value { return w.literal(get(n).Text, shape) },
	}
}

// coded is the key of an element with a code and nothing else: the code may stand for it.
func coded[N any](name string, get func(N) *schema.Text) key[N] {
	return key[N]{
		Key:   Key{Name: name, Shape: codedShape},
		read:  func(b *builder, n N, v *Value, at where) { *get(n) = b.codeIn(v, b.join(at.path, name)) },
		write: func(w *writer, n N) *Value { return w.element(*get(n), "code") },
	}
}

// codeList is coded for an element that may be repeated.
func codeList[N any](name string, get func(N) *[]schema.Text) key[N] {
	return key[N]{
		Key: Key{Name: name, Shape: codedShape, Repeated: true},
		read: func(b *builder, n N, v *Value, at where) {
			for _, item := range v.list() {
				*get(n) = append(*get(n), b.codeIn(item, b.join(at.path, name)))
			}
		},
		write: func(w *writer, n N) *Value {
			var items []*Value
			for _, t := range *get(n) {
				item := w.element(t, "code")
				if item == nil {
					item = &Value{Kind: Object} // the element without its code
				}
				items = append(items, item)
			}
			return listOf(items)
		},
	}
}

// dated is the key of an element with a date and nothing else: the date may stand for it.
func dated[N any](name string, get func(N) *schema.Field[schema.Date]) key[N] {
	return key[N]{
		Key: Key{Name: name, Shape: datedShape},
		read: func(_ *builder, n N, v *Value, _ where) {
			if v.Kind == Object {
				v = v.Get("iso-date")
			}
			*get(n) = schema.Parse(TextOf(v), schema.ParseDate)
		},
		write: func(w *writer, n N) *Value { return w.element(get(n).Text, "iso-date") },
	}
}

// TextOf returns the text of a scalar; anything else, and no value, has none.
func TextOf(v *Value) schema.Text {
	if v == nil || v.Kind == Null || !v.scalar() {
		return schema.Text{}
	}
	return schema.Text{Value: v.Text, At: v.At, Escaped: v.Escaped}
}

// plainNumber reports whether a text is a decimal number without exponent, as JSON
// writes it, of the length that every reader keeps exactly.
func plainNumber(s string) bool {
	if s == "" || len(s) > 15 || s == "-0" || strings.Trim(s, "-.0123456789") != "" {
		return false
	}
	return json.Valid([]byte(s))
}
