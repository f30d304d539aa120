package jsonread

import (
	"fmt"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/iatilint/iatilint/internal/read/form"
	"github.com/iatilint/iatilint/schema"
)

// tree makes a value of a text that is known to be one JSON value. Of a key
// that stands twice the first counts; the second is a fault.
func tree(text string) (*form.Value, []schema.Fault) { return treeFrom(text, 0) }

// treeFrom is tree for a value that begins at a byte of the text.
func treeFrom(text string, start int) (*form.Value, []schema.Fault) {
	p := &parser{text: text, decoder: newDecoder(strings.NewReader(text[start:])), start: start, end: start}
	return p.value(p.next()), p.faults
}

type parser struct {
	text    string
	decoder *jsontext.Decoder
	start   int // of what the decoder reads
	end     int // of the token before
	faults  []schema.Fault
}

// token is a token and its place.
type token struct {
	jsontext.Token
	at schema.Range
}

// next reads a token. Errors can't occur in a text that was read before.
func (p *parser) next() token {
	start := p.end
	for start < len(p.text) && strings.IndexByte(" \t\r\n,:", p.text[start]) >= 0 {
		start++
	}
	t, _ := p.decoder.ReadToken()
	p.end = p.start + int(p.decoder.InputOffset())
	return token{t, schema.Range{Start: int32(start), End: int32(p.end)}}
}

func (p *parser) value(t token) *form.Value {
	v := &form.Value{At: t.at}
	switch t.Kind() {
	case '{':
		v.Kind = form.Object
		p.members(v)
		v.At.End = int32(p.end)
	case '[':
		v.Kind = form.List
		for p.more() {
			v.Items = append(v.Items, p.value(p.next()))
		}
		p.next()
		v.At.End = int32(p.end)
	case '"':
		v.Kind, v.Text, v.At = form.String, t.String(), inside(t.at)
		v.Escaped = v.Text != p.text[v.At.Start:v.At.End]
	case '0':
		v.Kind, v.Text = form.Number, p.text[t.at.Start:t.at.End]
	case 't', 'f':
		v.Kind, v.Text = form.Bool, p.text[t.at.Start:t.at.End]
	}
	return v
}

// more tells whether the list or object at hand goes on.
func (p *parser) more() bool {
	kind := p.decoder.PeekKind()
	return kind != ']' && kind != '}' && kind > 0
}

func (p *parser) members(v *form.Value) {
	known := map[string]schema.Range{}
	for p.more() {
		name := p.next()
		key := name.String()
		value := p.value(p.next())
		if first, repeated := known[key]; repeated {
			p.faults = append(p.faults, repeatedKey(key, name.at, first))
			continue
		}
		known[key] = name.at
		v.Members = append(v.Members, form.Member{Key: key, KeyAt: name.at, Value: value})
	}
	p.next()
}

func repeatedKey(key string, at, first schema.Range) schema.Fault {
	return schema.Fault{
		Rule:    "schema/violation",
		At:      at,
		Message: fmt.Sprintf("%q stands twice in the same group, so one of the two is lost", key),
		Related: []schema.RelatedPlace{{At: first, Message: "the first one"}},
		Hint:    "keep one of them; what may be repeated is written as a list in [ ]",
	}
}

// inside is the place of a text without its quotes.
func inside(at schema.Range) schema.Range { return schema.Range{Start: at.Start + 1, End: at.End - 1} }
