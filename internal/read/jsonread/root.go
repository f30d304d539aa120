package jsonread

import (
	"bytes"

	"github.com/iatilint/iatilint/internal/read/form"
	"github.com/iatilint/iatilint/internal/read/ignore"
	"github.com/iatilint/iatilint/schema"
)

// rootKey reads a key of the document: iati-activities, or one that is passed over.
func (r *Reader) rootKey() (func() *schema.Entry, error) {
	name, at, err := r.key()
	if err != nil {
		return nil, err
	}
	switch {
	case !at.Known():
		r.next = (*Reader).trailer
		r.noEntries()
		return nil, nil
	case name == form.RootKey:
		return nil, r.openActivities()
	case name == ignore.Key:
		return nil, r.readSuppressions()
	case name != "$schema":
		r.fault(form.UnknownRootKey(name, at, []string{form.RootKey}), r.tape.rest())
	}
	_, err = r.aside()
	return nil, err
}

// key reads the name of the next key; its place is unknown at the end of the object.
func (r *Reader) key() (string, schema.Range, error) {
	t, err := r.decoder.ReadToken()
	if err != nil || t.Kind() == '}' {
		return "", schema.Range{}, err
	}
	name := t.String()
	end := int(r.decoder.InputOffset() - r.tape.offset)
	start := bytes.LastIndexByte(r.tape.text[r.tape.used:r.tape.used+end-1], '"')
	return name, schema.Range{Start: int32(start), End: int32(end)}, nil
}

// aside reads a value that is no entry. Its places are those of the text that
// was not cut off yet, so that they still hold when that becomes the file's head.
func (r *Reader) aside() (*form.Value, error) {
	raw, err := r.decoder.ReadValue()
	if err != nil {
		return nil, err
	}
	end := int(r.decoder.InputOffset() - r.tape.offset)
	return treeFrom(string(r.tape.text[r.tape.used:r.tape.used+end]), end-len(raw), r.file.Limits, nil), nil
}

func (r *Reader) openActivities() error {
	if r.decoder.PeekKind() != '{' {
		v, err := r.aside()
		if err != nil {
			return err
		}
		r.fault(form.NotAGroup(v), r.tape.rest())
		r.next = nil
		return nil
	}
	_, err := r.decoder.ReadToken()
	r.next = (*Reader).activitiesKey
	return err
}

// activitiesKey reads a key of iati-activities.
func (r *Reader) activitiesKey() (func() *schema.Entry, error) {
	name, at, err := r.key()
	if err != nil {
		return nil, err
	}
	switch {
	case !at.Known():
		r.next = (*Reader).rootKey
		return nil, nil
	case name == form.EntryKey:
		return r.openList()
	case name == form.VersionKey:
		return nil, r.version()
	case name == ignore.Key:
		return nil, r.readSuppressions()
	case !form.RootAttribute(name):
		r.fault(form.UnknownRootKey(name, at, form.RootKeys()), r.tape.rest())
	}
	_, err = r.aside()
	return nil, err
}

// openList begins the list of entries; one entry needs no list.
func (r *Reader) openList() (func() *schema.Entry, error) {
	r.pointer, r.item = "/"+form.RootKey+"/"+form.EntryKey, 0
	if r.decoder.PeekKind() == '[' {
		_, err := r.decoder.ReadToken()
		r.next = (*Reader).listed
		return nil, err
	}
	source, kind, err := r.value()
	if err != nil {
		return nil, err
	}
	if kind == '{' {
		return r.job(source, r.pointer), nil
	}
	r.fault(form.NotAnEntry(0, r.tree(source)), source)
	return nil, nil
}

// readSuppressions reads the suppressions for the whole file.
func (r *Reader) readSuppressions() error {
	v, err := r.aside()
	if err != nil {
		return err
	}
	source := r.tape.rest()
	for _, s := range form.FileSuppressions(v) {
		s.Source = source
		r.pending = append(r.pending, s)
	}
	return nil
}

// version reads the version of the standard. It may stand behind the entries,
// but then they are read by the newest one.
func (r *Reader) version() error {
	v, err := r.aside()
	if err != nil {
		return err
	}
	t := form.TextOf(v)
	if f, bad := form.WrongVersion(t); bad {
		r.fault(f, r.tape.rest())
	}
	if r.file.Entries > 0 {
		r.late = t
	} else {
		r.file.Version = t
	}
	return nil
}

func (r *Reader) noEntries() {
	if r.file.Entries == 0 && len(r.file.Faults) == 0 {
		r.fault(form.NoEntries(schema.Range{}), r.tape.rest())
	}
}
