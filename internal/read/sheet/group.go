package sheet

import (
	"cmp"
	"slices"

	"github.com/iatilint/iatilint/internal/read/form"
	"github.com/iatilint/iatilint/schema"
)

// group is what one row says of one element.
type group struct {
	step    Step
	of      string // what its parts are, a key of elements
	path    string
	at      schema.Range // its first cell
	scalars []said
	groups  []*group
}

// said is a value for a part of an element.
type said struct {
	key   string
	many  bool
	value *form.Value
}

// groups sorts the cells of a row by the elements that they are about.
func (l *Layout) groups(r *Row, start int32) *group {
	root := &group{of: "entry"}
	for i := range r.Cells {
		c := &r.Cells[i]
		col := l.columns[c.Column]
		if col == nil || col.path == nil || len(col.path) == 1 && (col.path[0].Key == idKey || col.path[0].Key == parentKey) {
			continue
		}
		at := schema.Range{Start: start + c.Start, End: start + c.End}
		if l.level != nil && dash(r.Value(c)) {
			continue
		}
		g := root
		for _, step := range col.path[:len(col.path)-1] {
			g = g.child(step, at)
		}
		part := col.path[len(col.path)-1].Key
		v := valueOf(r, start, c, g.of, part)
		if part == yearKey && g.of == "period" {
			g.period(v)
			continue
		}
		if col.year != "" {
			root.ofYear(col, at)
		}
		g.scalars = append(g.scalars, said{part, elements[g.of][part].nature == scalars, v})
	}
	return root
}

// dash is how the templates of books leave a cell empty.
func dash(s string) bool { return s == "-" || s == "–" }

func (g *group) child(step Step, at schema.Range) *group {
	for _, c := range g.groups {
		if c.step == step {
			return c
		}
	}
	c := &group{step: step, of: elements[g.of][step.Key].of, path: step.Key, at: at}
	if g.path != "" {
		c.path = g.path + "/" + step.Key
	}
	g.groups = append(g.groups, c)
	return c
}

// period makes a year the start and the end of a period.
func (g *group) period(v *form.Value) {
	first, last, ok := years(v.Text)
	if !ok {
		g.scalars = append(g.scalars, said{"period-start", false, v})
		return
	}
	start, end := *v, *v
	rewrite(&start, first+"-01-01")
	rewrite(&end, last+"-12-31")
	g.scalars = append(g.scalars, said{"period-start", false, &start}, said{"period-end", false, &end})
}

// ofYear dates what stands in a column with a year in its header.
func (g *group) ofYear(c *column, at schema.Range) {
	for _, step := range c.path[:len(c.path)-1] {
		if g = g.child(step, at); step.Key == "baseline" && g.get("year") == nil {
			g.scalars = append(g.scalars, said{"year", false, &form.Value{Kind: form.String, Text: c.year, At: at, Escaped: true}})
		}
		if step.Key == "period" && g.get("period-start") == nil {
			g.period(&form.Value{Kind: form.String, Text: c.year, At: at})
		}
	}
}

func (g *group) get(key string) *form.Value {
	for _, s := range g.scalars {
		if s.key == key {
			return s.value
		}
	}
	return nil
}

// part is the group of a part, nil where the row has nothing of it.
func (g *group) part(key string) *group {
	for _, c := range g.groups {
		if c.step.Key == key {
			return c
		}
	}
	return nil
}

// text is the first text of a part that is prose.
func (g *group) text(key string) string {
	if p := g.part(key); p != nil {
		if n := p.part("narrative"); n != nil {
			if t := n.get("text"); t != nil {
				return t.Text
			}
		}
	}
	return ""
}

// identity is by which of its parts an element is known again.
func (g *group) identity() []string {
	scalar := func(key string) string {
		if v := g.get(key); v != nil {
			return v.Text
		}
		return ""
	}
	switch g.of {
	case "result":
		return []string{scalar("type"), g.text("title"), g.text("description")}
	case "indicator":
		return []string{scalar("measure"), g.text("title"), g.text("description")}
	case "period":
		return []string{scalar("period-start"), scalar("period-end")}
	}
	return nil
}

// structural tells the elements that hold others, and may go on over many rows.
func structural(of string) bool { return of == "result" || of == "indicator" || of == "period" }

// content is all that the group says.
func (g *group) content() string {
	var list []string
	for _, s := range g.scalars {
		list = append(list, s.key+"="+s.value.Text)
	}
	for _, c := range g.groups {
		list = append(list, c.step.Key+"{"+c.content()+"}")
	}
	slices.SortFunc(list, cmp.Compare[string])
	out := ""
	for _, s := range list {
		out += s + "\x00"
	}
	return out
}
