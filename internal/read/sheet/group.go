package sheet

import (
	"slices"
	"strings"

	"github.com/iatilint/iatilint/internal/read/form"
	"github.com/iatilint/iatilint/schema"
)

// group holds the values that one row has for one element.
type group struct {
	*node
	present bool
	at      schema.Range // its first cell
	scalars []cellValue
	groups  []*group
	percent bool // an indicator that has values with percent signs
}

// cellValue is a value for a part of an element.
type cellValue struct {
	key   string
	many  bool
	value form.Value
}

// fill groups the cells of a row by the elements that they are about.
func (s *rowGroups) fill(l *Layout, r *Row, start int32) *group {
	root := s.clear(l)
	for i := range r.Cells {
		c := &r.Cells[i]
		col := l.column(c.Column)
		if col == nil || col.target.node == nil || l.level != nil && isDash(r.Value(c)) {
			continue
		}
		t := &col.target
		at := c.at(start)
		g := s.group(t.node, at)
		v := valueOf(r, start, c, t)
		if t.part == yearKey && g.shape.Name == "period" {
			g.period(v)
			continue
		}
		if col.year != "" {
			s.addYear(col, at)
		}
		if c.Kind == Percentage && t.part == "value" && (g.shape.Name == "baseline" || g.shape.Name == "measurement") {
			rewrite(&v, strings.TrimSuffix(v.Text, "%"))
			s.percentage(t, at)
		}
		g.scalars = append(g.scalars, cellValue{t.part, t.many, v})
	}
	return root
}

// percentage marks the indicator of a value that is shown with a percent sign.
func (s *rowGroups) percentage(t *target, at schema.Range) {
	for _, n := range t.chain {
		if n.shape.Name == "indicator" {
			s.group(n, at).percent = true
		}
	}
}

// isDash reports whether a text is a dash, which in the templates of books is an
// empty cell.
func isDash(s string) bool { return s == "-" || s == "–" }

// period makes a year the start and the end of a period.
func (g *group) period(v form.Value) {
	first, last, ok := years(v.Text)
	if !ok {
		g.scalars = append(g.scalars, cellValue{"period-start", false, v})
		return
	}
	start, end := v, v
	rewrite(&start, first+"-01-01")
	rewrite(&end, last+"-12-31")
	g.scalars = append(g.scalars, cellValue{"period-start", false, start}, cellValue{"period-end", false, end})
}

// addYear dates the value of a column with a year in its header.
func (s *rowGroups) addYear(c *column, at schema.Range) {
	for _, n := range c.target.chain {
		g := s.group(n, at)
		if n.step.Key == "baseline" && g.get("year") == nil {
			g.scalars = append(g.scalars, cellValue{"year", false, form.Value{Kind: form.String, Text: c.year, At: at, Escaped: true}})
		}
		if n.step.Key == "period" && g.get("period-start") == nil {
			g.period(form.Value{Kind: form.String, Text: c.year, At: at})
		}
	}
}

func (g *group) get(key string) *form.Value {
	for i := range g.scalars {
		if g.scalars[i].key == key {
			return &g.scalars[i].value
		}
	}
	return nil
}

// scalar returns the text of a value, "" where the row has none.
func (g *group) scalar(key string) string {
	if v := g.get(key); v != nil {
		return v.Text
	}
	return ""
}

// part returns the group of a part, nil where the row has nothing of it.
func (g *group) part(key string) *group {
	for _, c := range g.groups {
		if c.step.Key == key {
			return c
		}
	}
	return nil
}

// text returns the first text of a part that is prose.
func (g *group) text(key string) string {
	if p := g.part(key); p != nil {
		if n := p.part("narrative"); n != nil {
			return n.scalar("text")
		}
	}
	return ""
}

// identity is the parts of an element by which it is known again.
type identity [3]string

func (g *group) identity() identity {
	switch g.shape.Name {
	case "result":
		return identity{g.scalar("type"), g.text("title"), g.text("description")}
	case "indicator":
		return identity{g.scalar("measure"), g.text("title"), g.text("description")}
	case "period":
		return identity{g.scalar("period-start"), g.scalar("period-end")}
	}
	return identity{}
}

// structural reports whether an element holds others, and may span many rows.
func structural(s *form.Shape) bool {
	return s.Name == "result" || s.Name == "indicator" || s.Name == "period"
}

// content appends all values of the group to a text, the same whatever their order.
func (g *group) content(to []byte) []byte {
	switch {
	case len(g.groups) == 0 && len(g.scalars) == 1:
		return g.scalars[0].content(to)
	case len(g.scalars) == 0 && len(g.groups) == 1:
		return g.groups[0].wrapped(to)
	}
	var list []string
	for i := range g.scalars {
		list = append(list, string(g.scalars[i].content(nil)))
	}
	for _, c := range g.groups {
		list = append(list, string(c.wrapped(nil)))
	}
	slices.Sort(list)
	for _, s := range list {
		to = append(to, s...)
	}
	return to
}

func (s *cellValue) content(to []byte) []byte {
	to = append(append(to, s.key...), '=')
	return append(append(to, s.value.Text...), 0)
}

func (g *group) wrapped(to []byte) []byte {
	to = append(append(to, g.step.Key...), '{')
	return append(g.content(to), '}', 0)
}
