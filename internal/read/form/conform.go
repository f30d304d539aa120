package form

import (
	"slices"
	"strconv"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

// walk goes through a value with a plan. Of each part that may not conform it
// asks, and does not go farther down.
type walk struct {
	path []step
	ask  func(at []string, s *jsonschema.Schema, v *Value)
}

// step is a key, or the place of an item where there is none.
type step struct {
	key  string
	item int
}

// at is the path as the tokens of a JSON Pointer.
func (w *walk) at() []string {
	var tokens []string
	for _, s := range w.path {
		if s.key == "" {
			s.key = strconv.Itoa(s.item)
		}
		tokens = append(tokens, s.key)
	}
	return tokens
}

// check goes through a value. What is not there because the file has no place
// for it is not missing.
func (w *walk) check(p *plan, v *Value) {
	switch {
	case p.doubt || p.list == nil:
	case v.Kind == List:
		p = p.list
	default:
		p = p.other
	}
	if p.doubt || !p.admits(v) {
		w.ask(w.at(), p.schema, v)
		return
	}
	switch v.Kind {
	case List:
		if p.items == nil {
			return
		}
		for i, item := range v.Items {
			w.path = append(w.path, step{item: i})
			w.check(p.items, item)
			w.path = w.path[:len(w.path)-1]
		}
	case Object:
		for i := range v.Members {
			m := &v.Members[i]
			if m.Value.Kind == Null {
				continue
			}
			w.path = append(w.path, step{key: m.Key})
			w.check(p.keys[m.Key].plan, m.Value)
			w.path = w.path[:len(w.path)-1]
		}
	}
}

// admits tells whether a value surely conforms to a plan, apart from what its
// parts hold.
func (p *plan) admits(v *Value) bool {
	isWhole := v.Kind == Number && wholeText(v.Text)
	if p.kinds>>v.Kind&1 == 0 && !(isWhole && p.kinds&wholeNumber != 0) || p.enum != nil && !p.enum.has(v, isWhole) {
		return false
	}
	switch v.Kind {
	case String:
		return p.pattern == nil || p.pattern.MatchString(v.Text)
	case Object:
		return p.holds(v)
	}
	return true
}

// holds tells whether an object has the keys that it should, each once, and no
// others.
func (p *plan) holds(v *Value) bool {
	var seen uint64
	for i := range v.Members {
		m := &v.Members[i]
		if m.Value.Kind == Null {
			continue
		}
		key, known := p.keys[m.Key]
		if !known || seen&key.bit != 0 {
			return false
		}
		seen |= key.bit
	}
	if p.owes&^seen == 0 {
		return true
	}
	for _, name := range p.owed {
		if seen&p.keys[name].bit == 0 && !slices.Contains(v.Elsewhere, name) {
			return false
		}
	}
	return true
}

func (c *choice) has(v *Value, isWhole bool) bool {
	switch v.Kind {
	case String:
		return slices.Contains(c.texts, v.Text)
	case Bool:
		return v.Text == "true" && c.yes || v.Text != "true" && c.no
	case Number:
		return isWhole && c.one
	}
	return false
}
