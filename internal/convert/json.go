package convert

import (
	"fmt"
	"io"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/iatilint/iatilint/internal/read/form"
	"github.com/iatilint/iatilint/internal/read/ignore"
	"github.com/iatilint/iatilint/schema"
)

// JSON writes all entries of r as JSON. Each suppression that can't be written is
// reported, if report is not nil.
func JSON(w io.Writer, r schema.Reader, report func(note string)) error {
	return run(&jsonWriter{out: jsontext.NewEncoder(w, jsontext.WithIndent("  "))}, r, report)
}

type jsonWriter struct {
	out     *jsontext.Encoder
	closing []jsontext.Token
}

func (w *jsonWriter) open(r root) error {
	var opening []jsontext.Token
	if r.activities {
		opening = []jsontext.Token{jsontext.BeginObject, jsontext.String(form.RootKey), jsontext.BeginObject}
		if r.suppressions != nil {
			if err := tokens(w.out, append(opening, jsontext.String(ignore.Key))...); err != nil {
				return err
			}
			if err := write(w.out, r.suppressions); err != nil {
				return err
			}
			opening = nil
		}
		if r.version.Present() {
			opening = append(opening, jsontext.String(form.VersionKey), jsontext.String(r.version.Value))
		}
		opening = append(opening, jsontext.String(form.EntryKey))
		w.closing = []jsontext.Token{jsontext.EndObject, jsontext.EndObject}
	}
	return tokens(w.out, append(opening, jsontext.BeginArray)...)
}

func (w *jsonWriter) entry(v *form.Value) error { return write(w.out, v) }

func (w *jsonWriter) close() error {
	return tokens(w.out, append([]jsontext.Token{jsontext.EndArray}, w.closing...)...)
}

func write(out *jsontext.Encoder, v *form.Value) error {
	switch v.Kind {
	case form.Object:
		if err := out.WriteToken(jsontext.BeginObject); err != nil {
			return err
		}
		for _, m := range v.Members {
			if err := out.WriteToken(jsontext.String(m.Key)); err != nil {
				return err
			}
			if err := write(out, m.Value); err != nil {
				return err
			}
		}
		return out.WriteToken(jsontext.EndObject)
	case form.List:
		if err := out.WriteToken(jsontext.BeginArray); err != nil {
			return err
		}
		for _, item := range v.Items {
			if err := write(out, item); err != nil {
				return err
			}
		}
		return out.WriteToken(jsontext.EndArray)
	case form.String:
		return out.WriteToken(jsontext.String(v.Text))
	case form.Null:
		return out.WriteToken(jsontext.Null)
	}
	return out.WriteValue(jsontext.Value(v.Text)) // a number or a truth value
}

func tokens(out *jsontext.Encoder, list ...jsontext.Token) error {
	for _, t := range list {
		if err := out.WriteToken(t); err != nil {
			return fmt.Errorf("could not write JSON: %w", err)
		}
	}
	return nil
}
