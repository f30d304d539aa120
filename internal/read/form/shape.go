package form

import (
	"regexp"
	"slices"
	"strings"

	"github.com/iatilint/iatilint/schema"
)

// Shape describes the values of an element or attribute. It is equivalent to one
// definition of schema/submission.schema.json.
type Shape struct {
	Name string // of the definition, as the path below $defs
	Keys []Key  // of an object

	kinds uint8             // of values, as bits
	match func(string) bool // reports whether a text surely conforms; nil = each does
	enum  []string          // the texts that are allowed, where others aren't
}

// Key is an element or attribute of an object.
type Key struct {
	Name     string
	Shape    *Shape
	Repeated bool // a list of values may stand for it
	Required bool
}

// wholeNumber is the bit of an integer, which has that of a Number too.
const wholeNumber = 1 << 7

// The shapes of values without keys.
var (
	textShape   = &Shape{Name: "text", kinds: 1 << String}
	codeShape   = &Shape{Name: "code", kinds: 1<<String | wholeNumber}
	numberShape = &Shape{Name: "number", kinds: 1<<String | 1<<Number}
	yearShape   = &Shape{Name: "year", kinds: 1<<String | wholeNumber}
	flagShape   = &Shape{Name: "flag", kinds: 1<<String | 1<<Bool | wholeNumber, enum: []string{"true", "false", "1", "0"}}
	dateShape   = &Shape{Name: "date", kinds: 1 << String, match: isDay}
	kindShape   = &Shape{Name: "iati-activity/properties/kind", kinds: 1 << String, enum: []string{"activity", "outcome", "output", "indicator"}}
	momentShape = &Shape{Name: "moment", kinds: 1 << String, match: moment.MatchString}
)

// The shapes of elements with a single attribute, whose value may stand for them.
var (
	codedShape = &Shape{Name: "coded", kinds: 1<<Object | codeShape.kinds, Keys: []Key{{Name: "code", Shape: codeShape, Required: true}}}
	datedShape = &Shape{Name: "dated", kinds: 1<<Object | dateShape.kinds, Keys: []Key{{Name: "iso-date", Shape: dateShape, Required: true}}}
)

var moment = regexp.MustCompile(`^\s*\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?\s*$`)

// isDay reports whether a text is a date without a time of day.
func isDay(s string) bool {
	_, ok := schema.ParseDate(s)
	return ok && !strings.Contains(s, "T")
}

// Simple reports whether the element or attribute is a single text.
func (s *Shape) Simple() bool { return len(s.Keys) == 0 || s == codedShape || s == datedShape }

// Key returns a key of the shape's objects; nil where they have none of that name.
func (s *Shape) Key(name string) *Key {
	if i := s.index(name); i >= 0 {
		return &s.Keys[i]
	}
	return nil
}

func (s *Shape) index(name string) int {
	for i := range s.Keys {
		if s.Keys[i].Name == name {
			return i
		}
	}
	return -1
}

// resolve returns the shape of the value that the tokens of a JSON Pointer lead
// to; an item has that of its list.
func (s *Shape) resolve(tokens []string) *Shape {
	for _, token := range tokens {
		if k := s.Key(token); k != nil {
			s = k.Shape
		}
	}
	return s
}

// conforms reports whether a value surely conforms to the shape, its parts left
// aside. It may return false negatives, never false positives.
func (s *Shape) conforms(v *Value) bool {
	isWhole := v.Kind == Number && wholeText(v.Text)
	if s.kinds>>v.Kind&1 == 0 && !(isWhole && s.kinds&wholeNumber != 0) {
		return false
	}
	switch v.Kind {
	case String:
		return (s.enum == nil || slices.Contains(s.enum, v.Text)) && (s.match == nil || s.match(v.Text))
	case Object:
		return s.hasKeysOf(v)
	}
	return true
}

// hasKeysOf reports whether an object has every required key and no unknown
// one, each once.
func (s *Shape) hasKeysOf(v *Value) bool {
	var seen uint64
	for i := range v.Members {
		m := &v.Members[i]
		if m.Value.Kind == Null {
			continue
		}
		k := s.index(m.Key)
		if k < 0 || seen>>k&1 != 0 {
			return false
		}
		seen |= 1 << k
	}
	for i := range s.Keys {
		if k := &s.Keys[i]; k.Required && seen>>i&1 == 0 && !slices.Contains(v.NotInFormat, k.Name) {
			return false
		}
	}
	return true
}

// doubtful calls visit for each part of a value that may not conform to the
// shape, with the path to it; not for what is in such a part.
func (s *Shape) doubtful(v *Value, path []step, visit func(*Shape, *Value, []step)) {
	if !s.conforms(v) {
		visit(s, v, path)
		return
	}
	if v.Kind != Object {
		return
	}
	for i := range v.Members {
		m := &v.Members[i]
		if m.Value.Kind == Null {
			continue
		}
		k, depth := s.Key(m.Key), len(path)
		path = append(path, step{key: m.Key})
		if m.Value.Kind != List || !k.Repeated {
			k.Shape.doubtful(m.Value, path, visit)
		} else {
			for n, item := range m.Value.Items {
				k.Shape.doubtful(item, append(path, step{item: n}), visit)
			}
		}
		path = path[:depth]
	}
}
