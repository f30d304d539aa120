// Package convert writes a submission of any format in our JSON form, which
// schema/submission.schema.json describes.
package convert

import (
	"errors"
	"fmt"
	"io"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/iatilint/iatilint/internal/read/form"
	"github.com/iatilint/iatilint/schema"
)

// Reader streams the entries of one file.
type Reader interface {
	Next() (func() *schema.Entry, error)
	File() *schema.File
}

// JSON writes all entries of r, one at a time. A file that can't be read to its
// end is an error: half a submission is none.
func JSON(w io.Writer, r Reader) error {
	out := jsontext.NewEncoder(w, jsontext.WithIndent("  "))
	entry, err := next(r)
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	activities := r.File().Format == schema.XML || r.File().Version.Present()
	var opening, closing []jsontext.Token
	if activities {
		opening = []jsontext.Token{jsontext.BeginObject, jsontext.String(form.RootKey), jsontext.BeginObject}
		if v := r.File().Version; v.Present() {
			opening = append(opening, jsontext.String(form.VersionKey), jsontext.String(v.Value))
		}
		opening = append(opening, jsontext.String(form.EntryKey))
		closing = []jsontext.Token{jsontext.EndObject, jsontext.EndObject}
	}
	if err := tokens(out, append(opening, jsontext.BeginArray)...); err != nil {
		return err
	}
	for ; err == nil; entry, err = next(r) {
		if entry == nil {
			continue
		}
		if err := write(out, form.ValueOf(entry)); err != nil {
			return fmt.Errorf("could not write entry %s: %w", entry.Identifier.Value, err)
		}
	}
	if !errors.Is(err, io.EOF) {
		return err
	}
	return tokens(out, append([]jsontext.Token{jsontext.EndArray}, closing...)...)
}

// next reads an entry, and fails where the file can't be trusted.
func next(r Reader) (*schema.Entry, error) {
	job, err := r.Next()
	if err != nil {
		for _, f := range r.File().Faults {
			if unreadable(f) {
				return nil, errors.New(f.Message)
			}
		}
		return nil, err
	}
	e := job()
	if e != nil && e.Broken {
		return nil, errors.New(e.Faults[0].Message)
	}
	return e, nil
}

// unreadable tells the faults after which nothing more was read.
func unreadable(f schema.Fault) bool {
	switch f.Rule {
	case "file/not-well-formed", "file/wrong-type", "file/no-results", "file/unsupported-version", "file/bad-encoding":
		return true
	}
	return false
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
