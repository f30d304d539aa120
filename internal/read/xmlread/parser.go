package xmlread

import (
	"errors"
	"strings"

	"github.com/iatilint/iatilint/internal/read/codes"
	"github.com/iatilint/iatilint/internal/xmltoken"
	"github.com/iatilint/iatilint/schema"
	"github.com/iatilint/iatilint/schema/codelist"
	"github.com/iatilint/iatilint/schema/iati"
)

// parser builds one entry from the tokens of one iati-activity element. Its
// methods are called when the start tag of their element has just been read
// and return when its end tag has.
type parser struct {
	scanner    *xmltoken.Scanner
	text       string // the element's source
	entry      *schema.Entry
	walker     walker // checks the structure in the same pass
	err        *xmltoken.SyntaxError
	recovered  []schema.Fault // that reading went on behind
	inContent  bool           // reading the text of an element
	onFault    func(*xmltoken.SyntaxError) bool
	lang       string // default language of narratives
	suppresses bool   // a comment may be a suppression
	limits     schema.Limits
	nodes      int
	full       bool   // that there are too many is reported
	src        []byte // text as bytes
	decoded    []byte // buffer of a value
	*slabs            // of the entry at hand
}

func newParser(structure *iati.Structure, lists *codelist.Set) *parser {
	p := &parser{scanner: new(xmltoken.Scanner)}
	p.onFault = p.recover
	p.walker.walk = structure.NewWalk(func(f iati.Fault) {
		p.entry.AddFault(structureFault(f, nil))
	})
	p.walker.walk.Codes = func(f iati.CodeFault) {
		p.entry.AddFault(codes.Fault(f, rangeOf(f.At.Start, f.At.End)))
	}
	p.walker.walk.Lists = lists
	return p
}

// parse reads the entry of one iati-activity element.
func (p *parser) parse(e *schema.Entry, src []byte, ctx *xmltoken.Context, memory *slabs) *schema.Entry {
	p.entry, p.text, p.err, p.slabs, p.suppresses, p.nodes, p.full = e, e.Source.Text, nil, memory, false, 0, false
	p.src, p.limits = src, e.Limits()
	p.scanner.ResetFragment(src, ctx)
	p.recovered, p.inContent = nil, false
	p.scanner.Recover(p.onFault)
	if _, err := p.scanner.Next(); err != nil {
		p.fail(err)
	} else {
		p.walker.startActivity(p.scanner)
		p.activity()
		for p.err == nil && p.next() != xmltoken.EOF {
		}
	}
	if p.err != nil {
		e.Unusable, p.suppresses = true, false
		e.Faults = nil
	}
	for _, fault := range p.recovered {
		e.AddFault(fault)
	}
	if p.err != nil {
		e.Faults = append(e.Faults, syntaxFault(p.err, e.Source))
	}
	if p.suppresses {
		e.Suppressions = append(e.Suppressions, suppressions(src, ctx)...)
	}
	p.entry, p.text, p.slabs = nil, "", nil
	return e
}

// maxRecovered is how many faults of an activity's syntax are reported before its
// reading ends.
const maxRecovered = 100

// recover takes a fault behind which reading goes on.
func (p *parser) recover(fault *xmltoken.SyntaxError) bool {
	if len(p.recovered) == maxRecovered {
		return false
	}
	// What stands in an element that is not closed counts as a part of it.
	swallowed := fault.Unclosed && !p.inContent
	p.recovered = append(p.recovered, recoveredFault(fault, p.entry.Source, swallowed))
	return true
}

func (p *parser) fail(err error) {
	var fault *xmltoken.SyntaxError
	if errors.As(err, &fault) {
		p.err = fault
	}
}

// next moves to the next tag or text; comments and the like are skipped.
func (p *parser) next() xmltoken.Kind {
	for p.err == nil {
		kind, err := p.scanner.Next()
		if err != nil {
			p.fail(err)
			break
		}
		switch kind {
		case xmltoken.StartTag:
			p.walker.start(p.scanner)
			return kind
		case xmltoken.EndTag:
			p.walker.end(p.scanner)
			return kind
		case xmltoken.Text, xmltoken.CData:
			p.walker.text(p.scanner)
			return kind
		case xmltoken.Comment:
			p.suppresses = p.suppresses || mayBeSuppression(p.scanner)
		case xmltoken.EOF:
			return kind
		}
	}
	return xmltoken.EOF
}

// children calls each for every child element, by its name. Children of other
// namespaces are skipped, and so is whatever each leaves unread.
func (p *parser) children(each func(name []byte)) {
	inside := p.scanner.Depth()
	for {
		switch p.next() {
		case xmltoken.EOF:
			return
		case xmltoken.EndTag:
			if p.scanner.Depth() < inside {
				return
			}
		case xmltoken.StartTag:
			if len(p.scanner.Prefix()) > 0 || p.scanner.Space() != "" {
				p.skip()
				continue
			}
			if p.exceeds(p.scanner.Local()) {
				p.skip()
				continue
			}
			each(p.scanner.Local())
			for p.err == nil && p.scanner.Depth() > inside {
				p.next()
			}
		}
	}
}

// skip skips the rest of the current element.
func (p *parser) skip() { p.children(func([]byte) {}) }

// tag returns the place of the start tag at hand.
func (p *parser) tag() schema.Range { return rangeOf(p.scanner.Range()) }

func rangeOf(start, end int) schema.Range {
	return schema.Range{Start: int32(start), End: int32(end)}
}

// attribute returns the value of an attribute of the start tag at hand.
func (p *parser) attribute(name string) schema.Text {
	attrs := p.scanner.Attrs()
	for i := range attrs {
		if a := &attrs[i]; len(a.Prefix) == 0 && string(a.Local) == name {
			return p.value(a)
		}
	}
	return schema.Text{}
}

// language returns the xml:lang of the start tag at hand.
func (p *parser) language() schema.Text {
	attrs := p.scanner.Attrs()
	for i := range attrs {
		if a := &attrs[i]; string(a.Prefix) == "xml" && string(a.Local) == "lang" {
			return p.value(a)
		}
	}
	return schema.Text{}
}

func (p *parser) value(a *xmltoken.Attr) schema.Text {
	t := schema.Text{At: rangeOf(a.ValueStart, a.ValueEnd), Attribute: true, Escaped: a.Coded}
	if a.Coded {
		t.Value = string(xmltoken.DecodeAttr(nil, a.Raw, p.scanner.Entities()))
	} else {
		t.Value = p.text[a.ValueStart:a.ValueEnd]
	}
	return t
}

// content reads the character data of the element at hand up to its end tag.
func (p *parser) content() schema.Text {
	p.inContent = true
	t := p.readContent()
	p.inContent = false
	return t
}

func (p *parser) readContent() schema.Text {
	_, start := p.scanner.Range()
	inside := p.scanner.Depth()
	end, pieces, coded := start, 0, false
	for {
		switch p.next() {
		case xmltoken.EOF:
			return schema.Text{}
		case xmltoken.Text:
			pieces++
			coded = coded || p.scanner.Coded()
		case xmltoken.CData:
			coded = true
		case xmltoken.StartTag:
			coded = true // markup inside: DecodeText leaves it out
		case xmltoken.EndTag:
			if p.scanner.Depth() >= inside {
				continue
			}
			if at, _ := p.scanner.Range(); at > end {
				end = at
			}
			t := schema.Text{At: rangeOf(start, end), Escaped: coded || pieces > 1}
			raw := p.text[start:end]
			if pieces == 1 && !coded && len(raw) > 0 && !hasMarkup(raw) {
				t.Value = raw
				return t
			}
			t.Escaped = true
			p.decoded = xmltoken.DecodeText(p.decoded[:0], p.src[start:end], p.scanner.Entities())
			t.Value = string(p.decoded)
			return t
		}
	}
}

// hasMarkup finds the comments and instructions that make the raw text differ
// from the value.
func hasMarkup(raw string) bool { return strings.IndexByte(raw, '<') >= 0 }

// name returns the name of the element at hand.
func (p *parser) name() string {
	_, end := p.scanner.NameRange()
	return p.text[end-len(p.scanner.Local()) : end]
}
