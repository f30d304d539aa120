package form

import (
	"encoding/json"
	"reflect"
	"regexp"
	"slices"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

// plan is a part of the JSON Schema, made ready to tell cheaply which values
// surely conform to it. Of a keyword that it does not know it makes a doubt, so
// that it is never more lenient than the schema.
type plan struct {
	schema *jsonschema.Schema // which is asked in doubt
	doubt  bool               // it can't tell of any value

	list, other *plan // of a value that may be a list or not: what each has to be

	kinds   uint8 // that it may be, as bits
	enum    *choice
	pattern *regexp.Regexp
	items   *plan
	keys    map[string]keyPlan
	owed    []string
	owes    uint64 // as bits of the keys
}

// keyPlan is what a key may hold.
type keyPlan struct {
	bit  uint64
	plan *plan
}

// choice is the values of an enum. A whole number is 1 to the validator.
type choice struct {
	texts        []string
	yes, no, one bool
}

// mostPlanned is how many keys of an object a plan can tell apart.
const mostPlanned = 64

// planned makes plans of the parts of a schema, each once: they may refer to
// each other in circles.
type planned map[*jsonschema.Schema]*plan

func (made planned) of(s *jsonschema.Schema) *plan {
	if p := made[s]; p != nil {
		return p
	}
	p := &plan{schema: s, doubt: true}
	made[s] = p
	switch {
	case s.Ref != nil && !says(s, "Ref"):
		// What is referred to is asked itself: its errors are the same.
		p = made.of(s.Ref)
		made[s] = p
	case s.If != nil && s.Then != nil && s.Else != nil && !says(s, "If", "Then", "Else") && onlyLists(s.If):
		p.list, p.other, p.doubt = made.of(s.Then), made.of(s.Else), false
	default:
		p.doubt = says(s, "Types", "Enum", "Pattern", "Required", "Properties", "PatternProperties", "AdditionalProperties", "Items2020") ||
			!p.scalars(s) || !p.object(s, made)
		if s.Items2020 != nil {
			p.items = made.of(s.Items2020)
		}
	}
	return p
}

// onlyLists tells the schema of a list, whatever is in it.
func onlyLists(s *jsonschema.Schema) bool {
	return len(s.Types) == 1 && s.Types[0] == "array" && !says(s, "Types")
}

// scalars plans what a value may be that has no parts; false where it can't.
func (p *plan) scalars(s *jsonschema.Schema) bool {
	for _, t := range s.Types {
		bits, ok := kindBits[t]
		if !ok {
			return false
		}
		p.kinds |= bits
	}
	if len(s.Types) == 0 {
		p.kinds = anyKind
	}
	p.pattern = s.Pattern
	if len(s.Enum) == 0 {
		return true
	}
	p.enum = &choice{}
	for _, one := range s.Enum {
		switch one := one.(type) {
		case string:
			p.enum.texts = append(p.enum.texts, one)
		case bool:
			p.enum.yes, p.enum.no = p.enum.yes || one, p.enum.no || !one
		case json.Number:
			p.enum.one = p.enum.one || one == whole
		}
	}
	return true
}

// object plans the keys of an object; false where it can't.
func (p *plan) object(s *jsonschema.Schema, made planned) bool {
	if len(s.Properties) > mostPlanned {
		return false
	}
	p.keys = make(map[string]keyPlan, len(s.Properties))
	for name, holds := range s.Properties {
		for pattern := range s.PatternProperties {
			if pattern.MatchString(name) {
				return false
			}
		}
		p.keys[name] = keyPlan{1 << len(p.keys), made.of(holds)}
	}
	p.owed = s.Required
	for _, name := range s.Required {
		key, ok := p.keys[name]
		if !ok {
			return false
		}
		p.owes |= key.bit
	}
	return true
}

// Bits of what a value may be. A number that is whole has one more.
const (
	wholeNumber = 1 << 7
	anyKind     = 0xff
)

var kindBits = map[string]uint8{
	"null": 1 << Null, "boolean": 1 << Bool, "number": 1<<Number | wholeNumber, "integer": wholeNumber,
	"string": 1 << String, "array": 1 << List, "object": 1 << Object,
}

// says tells whether a schema asks for something beside the keywords, which are
// called as the fields that hold them.
func says(s *jsonschema.Schema, keywords ...string) bool {
	fields := reflect.ValueOf(s).Elem()
	for i := range fields.NumField() {
		name := fields.Type().Field(i).Name
		if slices.Contains(silent, name) || slices.Contains(keywords, name) {
			continue
		}
		switch f := fields.Field(i); {
		case slices.Contains(bounds, name):
			if f.Int() != -1 {
				return true
			}
		case f.Kind() == reflect.Map || f.Kind() == reflect.Slice:
			if f.Len() > 0 {
				return true
			}
		case !f.IsZero():
			return true
		}
	}
	return false
}

// silent are the fields of a compiled schema that ask nothing of a value by
// themselves, bounds those that are -1 where they ask nothing.
var (
	silent = []string{
		"Location", "Draft", "meta", "vocab", "enumError", "ContainsEval", "MinContains",
		"Title", "Description", "Default", "Comment", "ReadOnly", "WriteOnly", "Examples", "Deprecated",
	}
	bounds = []string{"MinProperties", "MaxProperties", "MinItems", "MaxItems", "MaxContains", "MinLength", "MaxLength"}
)
