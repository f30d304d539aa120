package jsonread

import (
	"fmt"
	"strings"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/iatilint/iatilint/internal/read/form"
	"github.com/iatilint/iatilint/internal/read/ignore"
	"github.com/iatilint/iatilint/schema"
)

// tree returns the value of a text that is known to be one JSON value. The first of
// two equal keys counts; the second is a fault, which is passed to report unless that
// is nil. Beyond the limits of an entry only as much is parsed as shows where they are
// exceeded.
func tree(text string, limits schema.Limits, report func(schema.Fault)) *form.Value {
	return treeFrom(text, 0, limits, report)
}

// treeFrom is tree for a value that begins at a byte of the text.
func treeFrom(text string, start int, limits schema.Limits, report func(schema.Fault)) *form.Value {
	limits = limits.OrDefault()
	p := &parser{
		text: text, decoder: newDecoder(strings.NewReader(text[start:])), start: start, end: start,
		limits: limits, left: limits.Nodes + 1, report: report,
	}
	return p.value(p.next())
}

type parser struct {
	text    string
	decoder *jsontext.Decoder
	start   int // of what the decoder reads
	end     int // of the token before
	limits  schema.Limits
	left    int // nodes that are still parsed: as many as an entry may have, and the first that is beyond that
	report  func(schema.Fault)
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
		p.items(v)
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

// more reports whether the list or object at hand has another part.
func (p *parser) more() bool {
	kind := p.decoder.PeekKind()
	return kind != ']' && kind != '}' && kind > 0
}

// reserve counts a node; false beyond the limit. The form cuts a list or object off at
// the first part that is beyond it, so what follows need not be parsed.
func (p *parser) reserve() bool {
	p.left--
	return p.left >= 0
}

func (p *parser) items(v *form.Value) {
	for p.more() {
		if !p.reserve() {
			v.Items = append(v.Items, p.cut())
			break
		}
		v.Items = append(v.Items, p.value(p.next()))
	}
	p.close()
}

func (p *parser) members(v *form.Value) {
	known := map[string]schema.Range{}
	suppressions := 0 // their key is not part of the entry
	for p.more() && len(v.Members)-suppressions <= p.limits.Keys {
		name := p.next()
		key := name.String()
		first, repeated := known[key]
		kind := p.decoder.PeekKind()
		suppresses, left := key == ignore.Key, p.left
		if suppresses {
			p.left = p.limits.Ignores + 1
		} else if (kind == '{' || kind == '[') && !repeated && !p.reserve() {
			v.Members = append(v.Members, form.Member{Key: key, KeyAt: name.at, Value: p.cut()})
			break
		}
		value := p.value(p.next())
		if suppresses || repeated {
			p.left = left
		}
		if repeated {
			if p.report != nil {
				p.report(repeatedKey(key, name.at, first))
			}
			continue
		}
		if suppresses {
			suppressions++
		}
		known[key] = name.at
		v.Members = append(v.Members, form.Member{Key: key, KeyAt: name.at, Value: value})
	}
	p.close()
}

// cut returns the placeholder of a part that is not parsed.
func (p *parser) cut() *form.Value {
	p.skip()
	return &form.Value{Kind: form.Object, At: schema.Range{Start: int32(p.end), End: int32(p.end)}}
}

func (p *parser) skip() {
	_ = p.decoder.SkipValue() // a text that was read before has no errors
	p.end = p.start + int(p.decoder.InputOffset())
}

// close skips the rest of the current list or object, and its bracket.
func (p *parser) close() {
	for p.more() {
		p.skip()
	}
	p.next()
}

func repeatedKey(key string, at, first schema.Range) schema.Fault {
	return schema.Fault{
		Kind:    schema.InvalidStructure,
		At:      at,
		Message: fmt.Sprintf("%q stands twice in the same group, so one of the two is lost", key),
		Related: []schema.RelatedPlace{{At: first, Message: "the first one"}},
		Hint:    "keep one of them; what may be repeated is written as a list in [ ]",
	}
}

// inside returns the place of a text without its quotes.
func inside(at schema.Range) schema.Range { return schema.Range{Start: at.Start + 1, End: at.End - 1} }
