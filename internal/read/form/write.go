package form

import (
	"github.com/iatilint/iatilint/internal/read/ignore"
	"github.com/iatilint/iatilint/schema"
)

// writer writes an entry with what it asks not to report: each request goes to
// the uppermost groups of keys that it is about.
type writer struct {
	asks   []*asked
	over   []Left       // more than are heeded
	extent schema.Range // of all texts that were written
}

// asked is a request on its way.
type asked struct {
	*schema.Suppression
	open    bool // a group that is being written carries it
	carried bool // one did
	missed  bool // a text that it is about stands in no such group
}

// Left is a request that is not written, or not for all that it is about.
type Left struct {
	*schema.Suppression
	Why string
}

func newWriter(e *schema.Entry) *writer {
	w := &writer{}
	most := e.Limits().Ignores
	for i := range e.Suppressions {
		switch s := &e.Suppressions[i]; {
		case i >= most:
			w.over = append(w.over, Left{s, "there are more than are heeded"})
		case !s.WholeFile:
			w.asks = append(w.asks, &asked{Suppression: s})
		}
	}
	return w
}

// enter begins a group that is named at a place: it gives the requests that are
// about all of it, to its extent, and that nothing around it carries.
func (w *writer) enter(at schema.Range, extent func() schema.Range) []*asked {
	var list []*asked
	for _, q := range w.asks {
		if !q.open && q.about(at) && (!q.Scope.Known() || q.about(extent())) {
			q.open, q.carried = true, true
			list = append(list, q)
		}
	}
	return list
}

func (w *writer) leave(list []*asked) {
	for _, q := range list {
		q.open = false
	}
}

// about reports whether a request is about a place as a whole; one without a scope
// is about the whole entry.
func (q *asked) about(at schema.Range) bool {
	return !q.Scope.Known() || at.Known() && at.Start >= q.Scope.Start && at.End <= q.Scope.End
}

// left returns the requests that are not written, in their order.
func (w *writer) left() []Left {
	var list []Left
	for _, q := range w.asks {
		switch {
		case q.missed && q.carried:
			list = append(list, Left{q.Suppression, "the form can say it of a part only of what it is about"})
		case q.missed:
			list = append(list, Left{q.Suppression, "what it is about is a single value, and the form can say it of groups of keys only"})
		case !q.carried:
			list = append(list, Left{q.Suppression, "nothing that it is about is converted"})
		}
	}
	return append(list, w.over...)
}

// requests writes what a group asks not to report, as the first of its members.
func requests(asks []*asked) []Member {
	list := make([]schema.Suppression, len(asks))
	for i, q := range asks {
		list[i] = *q.Suppression
	}
	if v := Requests(list); v != nil {
		return []Member{{Key: ignore.Key, Value: v}}
	}
	return nil
}

// Requests writes the value of the key that asks not to report something; nil
// where nothing is asked.
func Requests(asks []schema.Suppression) *Value {
	var items []*Value
	for i := range asks {
		items = append(items, &Value{Kind: String, Text: ignore.Text(&asks[i])})
	}
	if len(items) == 1 {
		return items[0]
	}
	return listOf(items)
}

// text writes a text; nil where there is none.
func (w *writer) text(t schema.Text) *Value {
	if !t.Present() {
		return nil
	}
	for _, q := range w.asks {
		q.missed = q.missed || !q.open && q.about(t.At)
	}
	w.extent = cover(w.extent, t.At)
	return &Value{Kind: String, Text: t.Value}
}

// element writes an element that has nothing but a text: the text alone, if
// nothing is asked about it, else as the value of a key.
func (w *writer) element(t schema.Text, key string) *Value {
	if !t.Present() {
		return nil
	}
	asks := w.enter(t.At, func() schema.Range { return t.At })
	defer w.leave(asks)
	v := w.text(t)
	if len(asks) == 0 {
		return v
	}
	return &Value{Kind: Object, Members: append(requests(asks), Member{Key: key, Value: v})}
}

// literal writes a text as a number or a truth value where the shape has those
// and it is one exactly as JSON writes it.
func (w *writer) literal(t schema.Text, shape *Shape) *Value {
	v := w.text(t)
	switch {
	case v == nil:
	case shape.kinds&(1<<Bool) != 0:
		if v.Text == "true" || v.Text == "false" {
			v.Kind = Bool
		}
	case shape.kinds&(1<<Number|wholeNumber) != 0 && plainNumber(v.Text):
		v.Kind = Number
	}
	return v
}

// extentOf returns the place of a node with all that it holds.
func (o *object[N]) extentOf(n N) func() schema.Range {
	return func() schema.Range {
		w := &writer{extent: placeOf(n)}
		o.value(w, n)
		return w.extent
	}
}

func cover(a, b schema.Range) schema.Range {
	if !a.Known() || !b.Known() {
		return schema.Range{Start: max(a.Start, b.Start), End: max(a.End, b.End)}
	}
	return schema.Range{Start: min(a.Start, b.Start), End: max(a.End, b.End)}
}

// placeOf returns the place that names a node; of an entry the whole of it.
func placeOf(n any) schema.Range {
	switch n := n.(type) {
	case *schema.Entry:
		return n.At
	case *schema.Narrative:
		return n.Tag
	case schema.Node:
		return n.Place()
	}
	return schema.Range{}
}
