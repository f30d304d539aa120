package form

import (
	"github.com/iatilint/iatilint/internal/read/ignore"
	"github.com/iatilint/iatilint/schema"
)

// writer writes an entry with its suppressions: each becomes part of the uppermost
// groups of keys within its scope.
type writer struct {
	pending []*pendingSuppression
	excess  []Dropped    // more than are respected
	extent  schema.Range // of all texts that were written
}

// pendingSuppression is a suppression that is being written.
type pendingSuppression struct {
	*schema.Suppression
	open    bool // a group that is being written has it
	carried bool // one did
	missed  bool // a text within its scope is in no such group
}

// Dropped is a suppression that is not written, or not for its whole scope.
type Dropped struct {
	*schema.Suppression
	Why string
}

func newWriter(e *schema.Entry) *writer {
	w := &writer{}
	most := e.Limits().Ignores
	for i := range e.Suppressions {
		switch s := &e.Suppressions[i]; {
		case i >= most:
			w.excess = append(w.excess, Dropped{s, "there are more than are heeded"})
		case !s.WholeFile:
			w.pending = append(w.pending, &pendingSuppression{Suppression: s})
		}
	}
	return w
}

// begin begins a group that is named at a place. It returns the suppressions that
// cover all of it, to its extent, and that no group around it has.
func (w *writer) begin(at schema.Range, extent func() schema.Range) []*pendingSuppression {
	var list []*pendingSuppression
	for _, q := range w.pending {
		if !q.open && q.covers(at) && (!q.Scope.Known() || q.covers(extent())) {
			q.open, q.carried = true, true
			list = append(list, q)
		}
	}
	return list
}

func (w *writer) end(list []*pendingSuppression) {
	for _, q := range list {
		q.open = false
	}
}

// covers reports whether a place is within the scope, which is the whole entry if
// it is unknown.
func (q *pendingSuppression) covers(at schema.Range) bool {
	return !q.Scope.Known() || at.Known() && at.Start >= q.Scope.Start && at.End <= q.Scope.End
}

// dropped returns the suppressions that are not written, in their order.
func (w *writer) dropped() []Dropped {
	var list []Dropped
	for _, q := range w.pending {
		switch {
		case q.missed && q.carried:
			list = append(list, Dropped{q.Suppression, "the form can say it of a part only of what it is about"})
		case q.missed:
			list = append(list, Dropped{q.Suppression, "what it is about is a single value, and the form can say it of groups of keys only"})
		case !q.carried:
			list = append(list, Dropped{q.Suppression, "nothing that it is about is converted"})
		}
	}
	return append(list, w.excess...)
}

// suppressionMember returns the suppressions of a group, as its first member.
func suppressionMember(begun []*pendingSuppression) []Member {
	list := make([]schema.Suppression, len(begun))
	for i, q := range begun {
		list[i] = *q.Suppression
	}
	if v := SuppressionValue(list); v != nil {
		return []Member{{Key: ignore.Key, Value: v}}
	}
	return nil
}

// SuppressionValue returns the value of the key for suppressions; nil where there
// are none.
func SuppressionValue(list []schema.Suppression) *Value {
	var items []*Value
	for i := range list {
		items = append(items, &Value{Kind: String, Text: ignore.Text(&list[i])})
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
	for _, q := range w.pending {
		q.missed = q.missed || !q.open && q.covers(t.At)
	}
	w.extent = cover(w.extent, t.At)
	return &Value{Kind: String, Text: t.Value}
}

// element writes an element that has nothing but a text: the text alone, if
// no suppression is about it, else as the value of a key.
func (w *writer) element(t schema.Text, key string) *Value {
	if !t.Present() {
		return nil
	}
	begun := w.begin(t.At, func() schema.Range { return t.At })
	defer w.end(begun)
	v := w.text(t)
	if len(begun) == 0 {
		return v
	}
	return &Value{Kind: Object, Members: append(suppressionMember(begun), Member{Key: key, Value: v})}
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
