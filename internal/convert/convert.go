// Package convert writes a submission of any format in our own form, which
// schema/submission.schema.json describes, as JSON or as YAML.
package convert

import (
	"errors"
	"fmt"
	"io"

	"github.com/iatilint/iatilint/internal/read/form"
	"github.com/iatilint/iatilint/schema"
)

// writer writes entries one at a time.
type writer interface {
	open(root root) error
	entry(v *form.Value) error
	close() error
}

// root is what surrounds the entries.
type root struct {
	activities   bool // iati-activities, else a list alone
	version      schema.Text
	suppressions *form.Value // of the whole file; nil = none
}

// run writes all entries of r. A file that can't be read to its end is an error:
// half a submission is none. So is one without an entry, which may have them
// under a name that is misspelt.
func run(w writer, r schema.Reader, report func(note string)) error {
	e, err := next(r)
	for ; e == nil && err == nil; e, err = next(r) {
	}
	if errors.Is(err, io.EOF) {
		return errors.New("there is no entry to convert")
	}
	if err != nil {
		return err
	}
	f := r.File()
	suppressions := form.SuppressionValue(fileSuppressions(e))
	if err := w.open(root{f.Format == schema.XML || f.Version.Present() || suppressions != nil, f.Version, suppressions}); err != nil {
		return err
	}
	n := notes{report}
	for first := true; err == nil; e, err = next(r) {
		if e == nil {
			continue
		}
		v, left := form.ValueOf(e)
		n.entry(e, left, first)
		first = false
		if err := w.entry(v); err != nil {
			return fmt.Errorf("could not write entry %s: %w", e.Identifier.Value, err)
		}
	}
	if !errors.Is(err, io.EOF) {
		return err
	}
	n.file(r.File())
	return w.close()
}

// next reads an entry, and fails where the file can't be trusted.
func next(r schema.Reader) (*schema.Entry, error) {
	job, err := r.Next()
	if err != nil {
		if f := r.File().Incomplete(); f != nil {
			return nil, errors.New(f.Message)
		}
		return nil, err
	}
	e := job()
	if e == nil || e.Kind == schema.UnassignedText {
		return nil, nil
	}
	for _, f := range e.Faults {
		if f.Unread {
			return nil, errors.New(f.Message)
		}
	}
	return e, nil
}
