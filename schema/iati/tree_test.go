package iati

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// element is a document to be mutated: an element, or text if it has no name.
type element struct {
	name     string // with its prefix
	attrs    [][2]string
	children []*element
	text     string
	raw      bool // text is written as it is: comments, CDATA sections
}

func parseTree(document []byte) (*element, error) {
	decoder := xml.NewDecoder(bytes.NewReader(document))
	decoder.Entity = internalEntities(document)
	top := &element{}
	stack := []*element{top}
	for {
		token, err := decoder.RawToken()
		if errors.Is(err, io.EOF) {
			for _, child := range top.children {
				if child.name != "" {
					return child, nil
				}
			}
			return nil, errors.New("no element")
		}
		if err != nil {
			return nil, err
		}
		parent := stack[len(stack)-1]
		switch token := token.(type) {
		case xml.StartElement:
			e := &element{name: qualified(token.Name)}
			for _, a := range token.Attr {
				e.attrs = append(e.attrs, [2]string{qualified(a.Name), a.Value})
			}
			parent.children = append(parent.children, e)
			stack = append(stack, e)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			parent.children = append(parent.children, &element{text: string(token)})
		}
	}
}

func qualified(name xml.Name) string {
	if name.Space != "" {
		return name.Space + ":" + name.Local
	}
	return name.Local
}

func (e *element) clone() *element {
	c := *e
	c.attrs = append([][2]string(nil), e.attrs...)
	c.children = make([]*element, len(e.children))
	for i, child := range e.children {
		c.children[i] = child.clone()
	}
	return &c
}

func (e *element) bytes() []byte {
	var b bytes.Buffer
	e.write(&b)
	b.WriteByte('\n')
	return b.Bytes()
}

var attributeEscaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", "\"", "&quot;", "\t", "&#9;", "\n", "&#10;", "\r", "&#13;")
var textEscaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "\r", "&#13;")

func (e *element) write(b *bytes.Buffer) {
	if e.name == "" {
		if e.raw {
			b.WriteString(e.text)
		} else {
			b.WriteString(textEscaper.Replace(e.text))
		}
		return
	}
	b.WriteString("<" + e.name)
	for _, a := range e.attrs {
		b.WriteString(" " + a[0] + `="` + attributeEscaper.Replace(a[1]) + `"`)
	}
	if len(e.children) == 0 {
		b.WriteString("/>")
		return
	}
	b.WriteString(">")
	for _, child := range e.children {
		child.write(b)
	}
	b.WriteString("</" + e.name + ">")
}

// all lists the element and those below it, each with its parent.
func (e *element) all() (elements []*element, parents []*element) {
	var walk func(e, parent *element)
	walk = func(e, parent *element) {
		if e.name == "" {
			return
		}
		elements, parents = append(elements, e), append(parents, parent)
		for _, child := range e.children {
			walk(child, e)
		}
	}
	walk(e, nil)
	return elements, parents
}

func (e *element) attribute(name string) int {
	for i, a := range e.attrs {
		if a[0] == name {
			return i
		}
	}
	return -1
}
