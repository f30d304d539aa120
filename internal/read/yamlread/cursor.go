package yamlread

import "github.com/iatilint/iatilint/schema"

// cursor finds the places of the bytes of a file. It is fast in the order of the
// text; places before the last one, which only aliases lead back to, are cached.
type cursor struct {
	whole, rest *schema.Source
	back        map[int32]schema.Position
}

func newCursor(whole *schema.Source) *cursor {
	return &cursor{whole: whole, rest: whole.Stretch(whole.Text, whole.Base), back: map[int32]schema.Position{}}
}

func (c *cursor) position(at int32) schema.Position {
	passed := int32(len(c.whole.Text) - len(c.rest.Text))
	if at >= passed {
		c.rest.Base = c.rest.Span(schema.Range{End: at - passed}).End
		c.rest.Text = c.rest.Text[at-passed:]
		return c.rest.Base
	}
	p, known := c.back[at]
	if !known {
		p = c.whole.Span(schema.Range{End: at}).End
		c.back[at] = p
	}
	return p
}

// cut returns a part of the text.
func (c *cursor) cut(at schema.Range) *schema.Source {
	return c.whole.Stretch(c.whole.Text[at.Start:at.End], c.position(at.Start))
}

// join returns a part of the text, and before it what it takes over from elsewhere.
func (c *cursor) join(pieces []piece) *schema.Source {
	if len(pieces) == 1 {
		return c.cut(pieces[0].from)
	}
	s := c.whole.Stretch("", c.whole.Base)
	var text []byte
	for _, p := range pieces {
		s.Cells = append(s.Cells, schema.Cell{Start: p.at, At: c.position(p.from.Start)})
		text = append(text, c.whole.Text[p.from.Start:p.from.End]...)
	}
	s.Base = s.Cells[0].At
	s.Text = string(text)
	return s
}
