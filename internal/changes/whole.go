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
	open, reread := input.Open, input.Reread
	input.Open = func() (history.Reader, error) {
		r, err := open()
		if err != nil {
			return nil, err
		}
		return &watched{Reader: r, whole: w, path: input.Path, faults: len(r.File().Faults)}, nil
	}
	if reread != nil {
		input.Reread = func(r history.Reader) history.Reread {
			if own, ok := r.(*watched); ok {
				r = own.Reader
			}
			return reread(r)
		}
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
	history.Reader
	whole  *Whole
	path   string
	faults int // how many there were before the first entry
}

// Next implements history.Reader.
func (r *watched) Next() (func() *schema.Entry, error) {
	job, err := r.Reader.Next()
	if errors.Is(err, io.EOF) {
		r.ended()
	}
	if err != nil {
		return nil, err
	}
	return func() *schema.Entry {
		e := job()
		switch {
		case e == nil:
		case e.Broken && len(e.Faults) > 0:
			r.whole.fail(r.path, e.Faults[0], e.Source, true)
		default:
			r.whole.mutex.Lock()
			r.whole.entries++
			r.whole.mutex.Unlock()
			if i := slices.IndexFunc(e.Faults, func(f schema.Fault) bool { return f.Unread }); i >= 0 {
				r.whole.fail(r.path, e.Faults[i], e.Source, true)
			}
		}
		return e
	}, nil
}

// ended looks for the faults that end a file before its time.
func (r *watched) ended() {
	file := r.File()
	for i, f := range file.Faults {
		rule := f.Rule
		if f.Unread {
			rule = "file/not-well-formed"
		}
		switch rule {
		case "file/not-well-formed", "file/wrong-type", "file/no-results":
		case "file/bad-encoding":
			if i < r.faults && file.Entries > 0 {
				continue // declared wrongly, but read
			}
		default:
			continue
		}
		r.whole.fail(r.path, f, file.Head, false)
		return
	}
}
