package yamlread

import "github.com/iatilint/iatilint/schema"

// cursor cuts sources out of the text of a file. It is fast for those that are
// asked for in the order of the text; only aliases lead back.
type cursor struct{ whole, rest schema.Source }

func (c *cursor) cut(start, end int32) *schema.Source {
	passed := int32(len(c.whole.Text) - len(c.rest.Text))
	from := &c.rest
	if start < passed {
		back := c.whole
		from, passed = &back, 0
	}
	from.Base = from.Span(schema.Range{End: start - passed}).End
	from.Text = from.Text[start-passed:]
	s := *from
	s.Text = s.Text[:end-start]
	return &s
}
