// Package jsonread reads submissions in JSON: a list of entries in the form that
// schema/submission.schema.json describes, one entry at a time.
package jsonread

import (
	"errors"
	"fmt"
	"io"
	"strconv"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/iatilint/iatilint/internal/read/form"
	"github.com/iatilint/iatilint/internal/read/ignore"
	"github.com/iatilint/iatilint/schema"
)

// Reader streams the entries of one file.
type Reader struct {
	decoder *jsontext.Decoder
	tape    *tape
	file    *schema.File
	options form.Options
	next    step
	pointer string // to the list of entries
	item    int    // of that list, to be read next
	late    schema.Text
	pending []schema.Suppression // before the next entry
	size    int                  // of the entry read last
}

// step reads the next part of the document, and sets r.next to the step for the one
// after it. It returns the job of an entry, or nil if the part holds none.
type step func(r *Reader) (func() *schema.Entry, error)

// New reads UTF-8 from in.
func New(in io.Reader, file *schema.File, o form.Options) *Reader {
	t := &tape{in: in, encodedLen: o.EncodedLen}
	t.base = schema.Position{Line: 1, Column: 1, Offset: o.Start}
	return &Reader{decoder: newDecoder(t), tape: t, file: file, options: o, next: (*Reader).begin}
}

// newDecoder reads strict JSON. Keys that stand twice are found later, with
// both their places.
func newDecoder(in io.Reader) *jsontext.Decoder {
	return jsontext.NewDecoder(in, jsontext.AllowDuplicateNames(true))
}

// File describes what was read.
func (r *Reader) File() *schema.File { return r.file }

// Next returns the job of reading the next entry, or io.EOF.
func (r *Reader) Next() (func() *schema.Entry, error) {
	for r.next != nil {
		job, err := r.next(r)
		if err != nil {
			r.next = nil
			if err = r.broken(err); !errors.Is(err, io.EOF) {
				return nil, err
			}
			break
		}
		if job != nil {
			return job, nil
		}
	}
	r.finish()
	return nil, io.EOF
}

// finish makes the file complete. Its version may stand behind the entries,
// which are being judged by now: they keep the file that they know.
func (r *Reader) finish() {
	before := r.tape.cut(r.tape.offset + int64(len(r.tape.text)-r.tape.used))
	r.head(before)
	r.file.Bytes = r.tape.base.Offset
	r.file.Suppressions, r.pending = append(r.file.Suppressions, r.pending...), nil
	if r.late.Present() {
		complete := *r.file
		complete.Version = r.late
		r.file, r.late = &complete, schema.Text{}
	}
}

// begin distinguishes the forms of a document.
func (r *Reader) begin() (func() *schema.Entry, error) {
	switch kind := r.decoder.PeekKind(); {
	case kind == '[':
		r.next = (*Reader).firstItem
	case kind == '{' && r.rooted():
		r.next = (*Reader).rootKey
	default:
		r.next = (*Reader).whole
		return nil, nil
	}
	_, err := r.decoder.ReadToken()
	return nil, err
}

// rooted reports by the first key whether the document begins with
// iati-activities; one with another is an entry as a whole.
func (r *Reader) rooted() bool {
	ahead := newDecoder(&peek{tape: r.tape})
	if _, err := ahead.ReadToken(); err != nil {
		return true // the decoder itself will say what is wrong
	}
	name, err := ahead.ReadToken()
	if err == nil && name.Kind() == '"' && name.String() == ignore.Key {
		if err := ahead.SkipValue(); err != nil {
			return true // it has voided the name, and will be met again
		}
		name, err = ahead.ReadToken()
	}
	return err != nil || name.Kind() == '"' && (name.String() == form.RootKey || name.String() == "$schema")
}

// peek reads what is on the tape again.
type peek struct {
	tape *tape
	at   int
}

func (p *peek) Read(b []byte) (int, error) {
	n := copy(b, p.tape.text[p.tape.used+p.at:])
	p.at += n
	if n == 0 {
		return 0, io.EOF
	}
	return n, nil
}

// whole reads a document that is one value: an entry, or no submission.
func (r *Reader) whole() (func() *schema.Entry, error) {
	source, kind, err := r.value()
	if err != nil {
		return nil, err
	}
	r.next = (*Reader).trailer
	v := r.tree(source)
	if kind != '{' || !form.Resembles(v) {
		r.fault(form.NotASubmission(v), source)
		return nil, nil
	}
	return r.job(source, ""), nil
}

// firstItem reads the first item of a list, which shows whether the list is one
// of entries.
func (r *Reader) firstItem() (func() *schema.Entry, error) {
	r.next = (*Reader).listed
	if r.decoder.PeekKind() == ']' {
		if _, err := r.decoder.ReadToken(); err != nil {
			return nil, err
		}
		r.next = (*Reader).trailer
		source := r.tape.cut(r.decoder.InputOffset())
		r.fault(form.NotASubmission(r.tree(source)), source)
		return nil, nil
	}
	source, _, err := r.value()
	if err != nil {
		return nil, err
	}
	v := r.tree(source)
	list := &form.Value{Kind: form.List, At: v.At, Items: []*form.Value{v}}
	if !form.Resembles(list) {
		r.fault(form.NotASubmission(list), source)
		r.next = nil
		return nil, nil
	}
	r.item++
	return r.job(source, "/0"), nil
}

// listed reads the next item of the list of entries.
func (r *Reader) listed() (func() *schema.Entry, error) {
	if r.decoder.PeekKind() == ']' {
		if r.next = (*Reader).trailer; r.pointer != "" {
			r.next = (*Reader).activitiesKey
		}
		_, err := r.decoder.ReadToken()
		return nil, err
	}
	source, kind, err := r.value()
	if err != nil {
		return nil, err
	}
	item := r.item
	r.item++
	switch kind {
	case '{':
		return r.job(source, r.pointer+"/"+strconv.Itoa(item)), nil
	case 'n':
		return nil, nil
	}
	r.fault(form.NotAnEntry(item, r.tree(source)), source)
	return nil, nil
}

// value reads one whole value.
func (r *Reader) value() (*schema.Source, jsontext.Kind, error) {
	raw, err := r.decoder.ReadValue()
	if err != nil {
		return nil, 0, err
	}
	kind, size := raw.Kind(), int64(len(raw))
	end := r.decoder.InputOffset()
	r.head(r.tape.cut(end - size))
	return r.tape.cut(end), kind, nil
}

// tree returns a value that is no entry, or is not known to be one.
func (r *Reader) tree(source *schema.Source) *form.Value {
	return tree(source.Text, r.file.Limits, nil)
}

// Size returns how many bytes the entry has whose job Next returned last.
func (r *Reader) Size() int { return r.size }

// job returns the reading of one entry, on any goroutine.
func (r *Reader) job(source *schema.Source, pointer string) func() *schema.Entry {
	e := &schema.Entry{File: r.file, Source: source, Index: r.file.Entries, Pointer: pointer}
	r.file.Entries++
	o := r.options
	if r.file.Version.Present() {
		o.Version = r.file.Version.Value
	}
	e.Suppressions, r.pending = r.pending, nil
	r.size = len(source.Text)
	return func() *schema.Entry {
		form.Build(e, tree(source.Text, e.Limits(), e.AddFault), o)
		return e
	}
}

// head keeps the text before the first entry.
func (r *Reader) head(source *schema.Source) {
	if r.file.Head == nil {
		r.file.Head = source
	}
}

func (r *Reader) fault(f schema.Fault, source *schema.Source) {
	f.Source = source
	r.file.AddFault(f)
}

// trailer expects the end of the file.
func (r *Reader) trailer() (func() *schema.Entry, error) {
	r.next = nil
	r.tape.cut(r.decoder.InputOffset())
	if _, err := r.decoder.ReadToken(); err == nil {
		return nil, errTrailing
	} else if !errors.Is(err, io.EOF) {
		return nil, err
	}
	return nil, nil
}

var errTrailing = errors.New("the submission is followed by something else")

// broken turns an error of the decoder into a fault of the file; errors of the
// input are passed on.
func (r *Reader) broken(err error) error {
	if r.tape.end != nil && !errors.Is(r.tape.end, errTooLarge) {
		return r.tape.end
	}
	source := r.tape.rest()
	r.head(source)
	var syntax *jsontext.SyntacticError
	switch {
	case errors.Is(err, errTrailing):
		r.fault(trailing(source), source)
	case r.tape.end != nil:
		r.fault(schema.Fault{
			Kind: schema.TooLarge, Unread: true, Message: errTooLarge.Error(), Hint: "the export has gone wrong; no entry is so large",
		}, source)
	case errors.As(err, &syntax):
		r.fault(diagnose(source.Text, int(syntax.ByteOffset-r.tape.offset), err), source)
	case errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF):
		r.fault(diagnose(source.Text, len(source.Text), err), source)
	default:
		return fmt.Errorf("could not read %s: %w", r.file.Path, err)
	}
	return io.EOF
}
