package changes

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"sync"

	"github.com/iatilint/iatilint/internal/history"
	"github.com/iatilint/iatilint/schema"
)

// Whole watches the files of a submission while they are read. A file that
// breaks off must not count as one whose other entries were removed.
type Whole struct {
	Name string // of the submission, as given

	mutex   sync.Mutex
	entries int
	order   []string // paths of what could not be read
	broken  map[string]broken
}

// broken says why a file could not be read, and whether the entry at hand does:
// it knows the place better than the file.
type broken struct {
	err     error
	byEntry bool
}

// Watch is the input, watched.
func (w *Whole) Watch(input history.Input) history.Input {
	open := input.Open
	input.Open = func() (schema.Reader, error) {
		r, err := open()
		if err != nil {
			return nil, err
		}
		return &watched{Reader: r, whole: w, path: input.Path}, nil
	}
	return input
}

// Err says what could not be read, once everything that could has been.
func (w *Whole) Err() error {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	var errs []error
	for _, path := range w.order {
		errs = append(errs, w.broken[path].err)
	}
	if len(errs) == 0 && w.entries == 0 {
		errs = append(errs, fmt.Errorf("%s holds no outcome entry, so there is nothing to compare", w.Name))
	}
	return errors.Join(errs...)
}

func (w *Whole) fail(path string, fault schema.Fault, own *schema.Source, byEntry bool) {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	known, again := w.broken[path]
	switch {
	case again && (known.byEntry || !byEntry):
		return
	case w.broken == nil:
		w.broken = map[string]broken{}
	}
	if !again {
		w.order = append(w.order, path)
	}
	place := path
	source := fault.Source
	if source == nil {
		source = own
	}
	if source != nil && (fault.At.Known() || source.Base.Line > 1) {
		start := source.Span(fault.At).Start
		place = fmt.Sprintf("%s:%d:%d", path, start.Line, start.Column)
	}
	w.broken[path] = broken{fmt.Errorf("could not compare %s: %s", place, fault.Message), byEntry}
}

// watched is the reader of a watched file.
type watched struct {
	schema.Reader
	whole *Whole
	path  string
}

// Next implements schema.Reader.
func (r *watched) Next() (func() *schema.Entry, error) {
	job, err := r.Reader.Next()
	if errors.Is(err, io.EOF) {
		if f := r.File().Incomplete(); f != nil {
			r.whole.fail(r.path, *f, r.File().Head, false)
		}
	}
	if err != nil {
		return nil, err
	}
	return func() *schema.Entry {
		e := job()
		if e == nil {
			return nil
		}
		r.whole.mutex.Lock()
		r.whole.entries++
		r.whole.mutex.Unlock()
		if i := slices.IndexFunc(e.Faults, func(f schema.Fault) bool { return f.Unread }); i >= 0 {
			r.whole.fail(r.path, e.Faults[i], e.Source, true)
		}
		return e
	}, nil
}
