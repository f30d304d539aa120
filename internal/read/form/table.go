package form

import (
	"strconv"

	"github.com/iatilint/iatilint/schema"
)

// key is one key of an object: how its value becomes part of a node of the
// model, and how it is written from there.
type key[N any] struct {
	name  string
	read  func(b *builder, n N, v *Value, at where)
	write func(w *writer, n N) *Value // nil = left out
}

// where is how a value is reached.
type where struct {
	path string // of the element that it is part of, as the code lists name it
	key  string // of that element
	item int    // of the list that the key holds, from 1; 0 = there is none
}

// step leads from the element to the value, as a JSON Pointer.
func (w where) step() string {
	switch {
	case w.key == "" && w.item == 0:
		return schema.SameValue
	case w.item == 0:
		return "/" + w.key
	case w.key == "":
		return "/" + strconv.Itoa(w.item-1)
	}
	return "/" + w.key + "/" + strconv.Itoa(w.item-1)
}

// object is an element that is written with keys.
type object[N any] struct {
	keys  []key[N]
	short string // the key whose value may stand for the whole object
	make  func() N
	done  func(b *builder, n N) // after all keys are read; may be nil
}

func (o *object[N]) find(name string) *key[N] {
	for i := range o.keys {
		if o.keys[i].name == name {
			return &o.keys[i]
		}
	}
	return nil
}

// fill reads the keys of a value into a node.
func (o *object[N]) fill(b *builder, n N, v *Value, path string) {
	for _, m := range v.Members {
		if k := o.find(m.Key); k != nil && m.Value.Kind != Null {
			k.read(b, n, m.Value, where{path: path, key: m.Key})
		}
	}
	if v.scalar() && o.short != "" {
		o.find(o.short).read(b, n, v, where{path: path})
	}
	if o.done != nil {
		o.done(b, n)
	}
}

// value writes a node.
func (o *object[N]) value(w *writer, n N) *Value {
	asks := w.enter(placeOf(n), o.extentOf(n))
	defer w.leave(asks)
	v := &Value{Kind: Object, Members: requests(asks)}
	for _, k := range o.keys {
		if part := k.write(w, n); part != nil {
			v.Members = append(v.Members, Member{Key: k.name, Value: part})
		}
	}
	if len(v.Members) == 1 && v.Members[0].Key == o.short {
		only := v.Members[0].Value
		if only.Kind == List && len(only.Items) == 1 {
			only = only.Items[0]
		}
		if only.scalar() {
			return only
		}
	}
	return v
}

// child reads a value as a child of a node.
func child[C schema.Child](b *builder, o *object[C], parent schema.Node, name string, index int, v *Value, at where) C {
	c := o.make()
	step := ""
	if !b.tabular {
		step = at.step()
	}
	schema.AttachAt(c, parent, name, index, v.tag(), step)
	o.fill(b, c, v, b.join(at.path, name))
	return c
}

// one is an element that stands at most once.
func one[N schema.Node, C interface {
	schema.Child
	comparable
}](name string, o *object[C], of func(N) *C) key[N] {
	return key[N]{
		name: name,
		read: func(b *builder, n N, v *Value, at where) {
			if v.Kind != List {
				*of(n) = child(b, o, n, name, 0, v, at)
			}
		},
		write: func(w *writer, n N) *Value {
			var none C
			if *of(n) == none {
				return nil
			}
			return o.value(w, *of(n))
		},
	}
}

// many returns an element that may be repeated.
func many[N schema.Node, C schema.Child](name string, o *object[C], of func(N) *[]C) key[N] {
	return key[N]{
		name: name,
		read: func(b *builder, n N, v *Value, at where) {
			list := of(n)
			for i, item := range v.list() {
				here := at
				if v.Kind == List {
					here.item = i + 1
				}
				*list = append(*list, child(b, o, n, name, len(*list), item, here))
			}
		},
		write: func(w *writer, n N) *Value {
			var items []*Value
			for _, c := range *of(n) {
				items = append(items, o.value(w, c))
			}
			return listOf(items)
		},
	}
}

func listOf(items []*Value) *Value {
	if len(items) == 0 {
		return nil
	}
	return &Value{Kind: List, Items: items}
}
