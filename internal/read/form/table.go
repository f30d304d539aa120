package form

import (
	"strconv"

	"github.com/iatilint/iatilint/schema"
)

// key is one key of an object: which values it holds, how they become part of a
// node of the model, and how they are written from there.
type key[N any] struct {
	Key
	read  func(b *builder, n N, v *Value, at where)
	write func(w *writer, n N) *Value // nil = left out
}

// where is how a value is reached.
type where struct {
	path string // of the element that it is part of, as the code lists name it
	key  string // of that element
	item int    // of the list that the key holds, from 1; 0 = there is none
}

// inList returns how an item of a value is reached, if that is a list.
func (w where) inList(v *Value, i int) where {
	if v.Kind == List {
		w.item = i + 1
	}
	return w
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

// object is how an element becomes a node of the model. Its keys are the first
// ones of its shape; the others are read elsewhere.
type object[N any] struct {
	shape *Shape
	keys  []key[N]
	short string // the key whose value may stand for the whole object
	make  func() N
	done  func(b *builder, n N) // after all keys are read; may be nil
}

// element returns the object of an element whose shape is defined under a name.
func element[T any, N interface{ *T }](name string, keys ...key[N]) *object[N] {
	o := &object[N]{shape: &Shape{Name: name, kinds: 1 << Object}, keys: keys, make: func() N { return new(T) }}
	for _, k := range keys {
		o.shape.Keys = append(o.shape.Keys, k.Key)
	}
	return o
}

// plainAs lets a plain value stand for an object with one key.
func (o *object[N]) plainAs(key string) *object[N] {
	o.short = key
	o.shape.kinds |= o.shape.Key(key).Shape.kinds
	return o
}

// with adds keys that are read and written apart from the table.
func (o *object[N]) with(keys ...Key) *object[N] {
	o.shape.Keys = append(o.shape.Keys, keys...)
	return o
}

// then sets what is done to a node after all its keys are read.
func (o *object[N]) then(done func(*builder, N)) *object[N] {
	o.done = done
	return o
}

// required returns a key without which an object does not conform.
func required[N any](k key[N]) key[N] {
	k.Required = true
	return k
}

// fill reads the keys of a value into a node.
func (o *object[N]) fill(b *builder, n N, v *Value, path string) {
	for _, m := range v.Members {
		if i := o.shape.index(m.Key); i >= 0 && i < len(o.keys) && m.Value.Kind != Null {
			o.keys[i].read(b, n, m.Value, where{path: path, key: m.Key})
		}
	}
	if v.scalar() && o.short != "" {
		o.keys[o.shape.index(o.short)].read(b, n, v, where{path: path})
	}
	if o.done != nil {
		o.done(b, n)
	}
}

// value writes a node.
func (o *object[N]) value(w *writer, n N) *Value {
	begun := w.begin(placeOf(n), o.extentOf(n))
	defer w.end(begun)
	v := &Value{Kind: Object, Members: o.appendMembers(suppressionMember(begun), w, n)}
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

// appendMembers writes the keys of a node.
func (o *object[N]) appendMembers(members []Member, w *writer, n N) []Member {
	for _, k := range o.keys {
		if part := k.write(w, n); part != nil {
			members = append(members, Member{Key: k.Name, Value: part})
		}
	}
	return members
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

// one is the key of an element that stands at most once.
func one[N schema.Node, C interface {
	schema.Child
	comparable
}](name string, o *object[C], get func(N) *C) key[N] {
	return key[N]{
		Key: Key{Name: name, Shape: o.shape},
		read: func(b *builder, n N, v *Value, at where) {
			if v.Kind != List {
				*get(n) = child(b, o, n, name, 0, v, at)
			}
		},
		write: func(w *writer, n N) *Value {
			var none C
			if *get(n) == none {
				return nil
			}
			return o.value(w, *get(n))
		},
	}
}

// many is the key of an element that may be repeated.
func many[N schema.Node, C schema.Child](name string, o *object[C], get func(N) *[]C) key[N] {
	return key[N]{
		Key: Key{Name: name, Shape: o.shape, Repeated: true},
		read: func(b *builder, n N, v *Value, at where) {
			list := get(n)
			for i, item := range v.list() {
				*list = append(*list, child(b, o, n, name, len(*list), item, at.inList(v, i)))
			}
		},
		write: func(w *writer, n N) *Value {
			var items []*Value
			for _, c := range *get(n) {
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
