package docxread

import (
	"fmt"
	"strings"

	"github.com/iatilint/iatilint/internal/xmltoken"
)

// document is the text of a Word document as lines: one for each paragraph, and
// one more for each line break in it.
type document struct {
	text   strings.Builder
	lines  []line
	marks  []mark   // in the order of the text
	tables []*table // in the order of their first lines
	notes  int      // references to footnotes and endnotes
}

// line is a line of the text.
type line struct {
	start int
	name  string // of its paragraph, or of its row of a table
}

// mark is a piece of a line that has a fault.
type mark struct {
	line     int
	from, to int // bytes of the line
	kind     markKind
	text     string // of the mark, where it is not in the line itself
}

type markKind uint8

const (
	struck    markKind = iota // shown with a line through it
	deleted                   // taken out by a tracked change
	textBox                   // text outside the paragraphs
	elsewhere                 // text in another file
	note                      // the first reference to a footnote or endnote
)

// The namespaces of a document's elements, as Word writes it and in its strict form.
const (
	space       = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	spaceStrict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
)

// parser reads the paragraphs of a document. Of a run only the text counts, and
// whether it is to go.
type parser struct {
	*document
	scanner    *xmltoken.Scanner
	paragraphs int      // outside of tables
	open       []*table // those that the current element is in
	lineStart  int

	struck  bool // the run at hand is struck through
	deleted int  // tracked deletions that are open
	buffer  []byte
}

// parse reads the part that holds a document's text.
func parse(part []byte) (*document, error) {
	p := &parser{document: &document{}, scanner: xmltoken.NewDocument(part)}
	body := false
	for {
		kind, err := p.scanner.Next()
		if err == nil && kind == xmltoken.StartTag {
			body = body || p.word() && p.name() == "body"
			err = p.start()
		}
		switch {
		case err != nil:
			return nil, fmt.Errorf("could not read the document's text: %w", err)
		case kind == xmltoken.EndTag:
			p.end()
		case kind == xmltoken.EOF && !body:
			return nil, errNoBody
		case kind == xmltoken.EOF:
			return p.document, nil
		}
	}
}

func (p *parser) word() bool { return p.scanner.Space() == space || p.scanner.Space() == spaceStrict }

func (p *parser) name() string { return string(p.scanner.Local()) }

// replaced is what elements without text stand for.
var replaced = map[string]string{
	"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00AD",
}

func (p *parser) start() error {
	name := p.name()
	if !p.word() {
		if name == "Fallback" { // repeats the alternative before it
			return p.skip()
		}
		return nil
	}
	switch name {
	case "p":
		if len(p.open) == 0 {
			p.paragraphs++
		}
		p.startLine(p.place())
	case "tbl", "tr", "tc", "gridSpan", "vMerge":
		p.startTable(name)
	case "r":
		p.struck = false
	case "strike", "dstrike":
		switch attribute(p.scanner, "val") {
		case "0", "false", "off":
		default:
			p.struck = true
		}
	case "del", "moveFrom":
		p.deleted++
	case "t", "delText":
		return p.run(name == "delText")
	case "pPr", "sectPr", "rPrChange", "tblPr", "trPr", "tcPrChange", "sdtPr", "instrText", "delInstrText":
		return p.skip()
	case "txbxContent":
		return p.box()
	case "altChunk", "subDoc":
		p.mark(elsewhere, "")
	case "footnoteReference", "endnoteReference":
		if p.notes++; p.notes == 1 {
			p.mark(note, "")
		}
	default:
		if text, ok := replaced[name]; ok {
			p.add(text)
		}
	}
	return nil
}

func (p *parser) end() {
	if !p.word() {
		return
	}
	switch p.name() {
	case "p":
		p.text.WriteByte('\n')
		p.lineStart = p.text.Len()
	case "tbl", "tr", "tc":
		p.endTable(p.name())
	case "del", "moveFrom":
		p.deleted--
	}
}

func (p *parser) startLine(name string) {
	p.lineStart = p.text.Len()
	p.lines = append(p.lines, line{p.lineStart, name})
}

// place names the place of a paragraph to people.
func (p *parser) place() string {
	if len(p.open) == 0 {
		return fmt.Sprintf("paragraph %d", p.paragraphs)
	}
	t := p.open[len(p.open)-1]
	return fmt.Sprintf("table %d, row %d", t.number, max(len(t.rows), 1))
}

// add writes text of the current paragraph.
func (p *parser) add(text string) {
	switch {
	case len(p.lines) == 0 || text == "":
		return
	case p.deleted > 0:
		p.mark(deleted, text)
		return
	}
	from := p.text.Len() - p.lineStart
	p.text.WriteString(text)
	if text == "\n" {
		p.startLine(p.lines[len(p.lines)-1].name)
		return
	}
	if p.struck {
		p.marks = append(p.marks, mark{len(p.lines) - 1, from, from + len(text), struck, ""})
	}
}

// mark records a mark at the current place; what is deleted there in several
// runs is one text.
func (p *parser) mark(kind markKind, text string) {
	m := mark{max(len(p.lines)-1, 0), p.text.Len() - p.lineStart, p.text.Len() - p.lineStart, kind, text}
	if n := len(p.marks) - 1; kind == deleted && n >= 0 {
		if last := &p.marks[n]; last.kind == kind && last.line == m.line && last.from == m.from {
			last.text += text
			return
		}
	}
	p.marks = append(p.marks, m)
}

// run reads the text of a run.
func (p *parser) run(gone bool) error {
	preserve := attribute(p.scanner, "space") == "preserve"
	text, err := p.content()
	if err != nil {
		return err
	}
	if !preserve {
		text = strings.Trim(text, " \t\r\n")
	}
	text = strings.Map(func(r rune) rune {
		if r == '\n' || r == '\r' || r == '\t' {
			return ' '
		}
		return r
	}, text)
	if gone {
		p.deleted++
		defer func() { p.deleted-- }()
	}
	p.add(text)
	return nil
}

// box records a text box. Its text has no place in the order of the paragraphs.
func (p *parser) box() error {
	text, err := p.content()
	if text = strings.Join(strings.Fields(text), " "); text != "" {
		p.mark(textBox, text)
	}
	return err
}

// content returns all text of the element at hand, up to its end tag.
func (p *parser) content() (string, error) {
	p.buffer = p.buffer[:0]
	inside := p.scanner.Depth()
	for {
		kind, err := p.scanner.Next()
		if err != nil {
			return "", err
		}
		switch kind {
		case xmltoken.Text, xmltoken.CData:
			p.buffer = xmltoken.DecodeText(p.buffer, p.scanner.Bytes(), p.scanner.Entities())
		case xmltoken.EndTag:
			if p.scanner.Depth() < inside {
				return string(p.buffer), nil
			}
			if p.word() && p.name() == "p" {
				p.buffer = append(p.buffer, ' ')
			}
		case xmltoken.EOF:
			return string(p.buffer), nil
		}
	}
}

// skip skips the current element.
func (p *parser) skip() error {
	_, err := p.content()
	return err
}

// attribute returns the value of an attribute of the start tag at hand, whatever its
// namespace.
func attribute(s *xmltoken.Scanner, name string) string {
	attrs := s.Attrs()
	for i := range attrs {
		if a := &attrs[i]; string(a.Local) == name {
			return string(xmltoken.DecodeAttr(nil, a.Raw, s.Entities()))
		}
	}
	return ""
}
