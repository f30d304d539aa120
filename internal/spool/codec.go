package spool

import (
	"bytes"
	"encoding/gob"
	"fmt"
	"io"

	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// record is a violation without the node and the source that it was found in,
// which must not outlive their entry.
type record struct {
	Rule        string
	Severity    lint.Severity
	Message     string
	Refs        []string
	File        string
	Home        string
	Span        schema.Span
	Entry       string
	Field       string
	Excerpt     string
	Related     []lint.Related
	Fixes       []lint.Fix
	Change      *lint.Change
	More        int
	Fingerprint string
	Hint        string
	Snippet     lint.Snippet
	Waived      *lint.Waiver
}

// snippetWidth is how many code points of a line are kept: more than any
// report shows, less than a file that is all one line.
const snippetWidth = 4000

func recordOf(v *lint.Violation) record {
	return record{
		Rule:        v.Rule,
		Severity:    v.Severity,
		Message:     v.Message,
		Refs:        v.Refs,
		File:        v.File,
		Home:        v.Home,
		Span:        v.Span,
		Entry:       v.Entry,
		Field:       v.Field,
		Excerpt:     v.Excerpt,
		Related:     v.Related,
		Fixes:       v.Fixes,
		Change:      v.Change,
		More:        v.More,
		Fingerprint: v.Fingerprint,
		Hint:        v.Hint,
		Snippet:     lint.Narrow(v.Snippet, snippetWidth),
		Waived:      v.Waived,
	}
}

// violation gives lists that are empty their empty form back, which gob drops
// and JSON needs.
func (r *record) violation() *lint.Violation {
	v := &lint.Violation{
		Rule:        r.Rule,
		Severity:    r.Severity,
		Message:     r.Message,
		Refs:        present(r.Refs),
		File:        r.File,
		Home:        r.Home,
		Span:        r.Span,
		Entry:       r.Entry,
		Field:       r.Field,
		Excerpt:     r.Excerpt,
		Related:     present(r.Related),
		Fixes:       present(r.Fixes),
		Change:      r.Change,
		More:        r.More,
		Fingerprint: r.Fingerprint,
		Hint:        r.Hint,
		Snippet:     r.Snippet,
		Waived:      r.Waived,
	}
	for i := range v.Fixes {
		v.Fixes[i].Edits = present(v.Fixes[i].Edits)
	}
	if v.Change != nil {
		v.Change.Diff = present(v.Change.Diff)
	}
	return v
}

func present[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// codec turns violations into bytes and back. Gob describes a type before its
// first value; both ends are past that after a first empty record, so that
// every later one can be read alone and in any order.
type codec struct {
	out     bytes.Buffer
	encoder *gob.Encoder
	in      input
	decoder *gob.Decoder
}

func newCodec() *codec {
	c := &codec{}
	c.encoder, c.decoder = gob.NewEncoder(&c.out), gob.NewDecoder(&c.in)
	text, err := c.encode(&lint.Violation{Change: &lint.Change{}, Waived: &lint.Waiver{}})
	if err == nil {
		_, err = c.decode(text)
	}
	if err != nil {
		panic(err) // the types are known; a test sees it first
	}
	return c
}

// encode gives bytes that hold until the next call.
func (c *codec) encode(v *lint.Violation) ([]byte, error) {
	c.out.Reset()
	r := recordOf(v)
	if err := c.encoder.Encode(&r); err != nil {
		return nil, fmt.Errorf("could not encode a violation of %s: %w", v.Rule, err)
	}
	return c.out.Bytes(), nil
}

func (c *codec) decode(text []byte) (*lint.Violation, error) {
	c.in.text = text
	var r record
	if err := c.decoder.Decode(&r); err != nil {
		return nil, fmt.Errorf("could not decode a violation: %w", err)
	}
	return r.violation(), nil
}

// input is what the decoder reads: one record at a time. It reads bytes one by
// one too, or the decoder would read ahead.
type input struct{ text []byte }

func (in *input) Read(p []byte) (int, error) {
	if len(in.text) == 0 {
		return 0, io.EOF
	}
	n := copy(p, in.text)
	in.text = in.text[n:]
	return n, nil
}

func (in *input) ReadByte() (byte, error) {
	if len(in.text) == 0 {
		return 0, io.EOF
	}
	b := in.text[0]
	in.text = in.text[1:]
	return b, nil
}
