package report

import (
	"bufio"
	"encoding/xml"
	"io"
	"strconv"
)

// xmlWriter writes XML element by element. Text from the data becomes visible
// first, so that no character is left that XML does not allow.
type xmlWriter struct{ out *bufio.Writer }

func newXMLWriter(w io.Writer) xmlWriter {
	x := xmlWriter{bufio.NewWriter(w)}
	x.out.WriteString(xml.Header)
	return x
}

// tag writes a start tag with attributes given as name, value, and so on.
func (x xmlWriter) tag(indent, name string, attributes ...string) {
	x.begin(indent, name, attributes)
	x.out.WriteString(">\n")
}

// empty writes an empty element.
func (x xmlWriter) empty(indent, name string, attributes ...string) {
	x.begin(indent, name, attributes)
	x.out.WriteString("/>\n")
}

func (x xmlWriter) begin(indent, name string, attributes []string) {
	x.out.WriteString(indent + "<" + name)
	for i := 0; i+1 < len(attributes); i += 2 {
		x.out.WriteString(" " + attributes[i] + `="`)
		x.text(attributes[i+1])
		x.out.WriteByte('"')
	}
}

func (x xmlWriter) end(indent, name string) { x.out.WriteString(indent + "</" + name + ">\n") }

func (x xmlWriter) text(s string) { _ = xml.EscapeText(x.out, []byte(Visible(s))) }

func number(n int) string { return strconv.Itoa(n) }
