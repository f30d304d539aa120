package form

import (
	"bytes"
	"encoding/json"
	"errors"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/iatilint/iatilint/schema"
)

// violations calls report with the faults that the JSON Schema finds in an entry.
// The validator checks only the parts that do not surely conform to their shapes.
func violations(e *schema.Entry, v *Value, report func([]schema.Fault)) {
	entry.shape.doubtful(v, make([]step, 0, 16), func(s *Shape, part *Value, path []step) {
		report(validate(e, v, tokens(path), s, part))
	})
}

// validate returns the faults that the JSON Schema finds in a part of an entry,
// which stands at a path and should be of a shape.
func validate(e *schema.Entry, root *Value, path []string, shape *Shape, part *Value) []schema.Fault {
	var failed *jsonschema.ValidationError
	if !errors.As(definitions()[shape].Validate(plain(part)), &failed) {
		return nil
	}
	var faults []schema.Fault
	leaves(failed, func(leaf *jsonschema.ValidationError) {
		within := pointerTokens(leaf.InstanceLocation)
		at := slices.Concat(path, within)
		faults = append(faults, explain(finding{
			entry: e, at: at, value: root.resolve(at), shape: shape.resolve(within), keyword: last(leaf.KeywordLocation),
		})...)
	})
	return faults
}

// leaves visits the errors that have no cause of their own.
func leaves(e *jsonschema.ValidationError, visit func(*jsonschema.ValidationError)) {
	if len(e.Causes) == 0 {
		visit(e)
		return
	}
	for _, cause := range e.Causes {
		leaves(cause, visit)
	}
}

const schemaName = "submission.schema.json"

// definitions compiles the definitions of the embedded JSON Schema, by the shapes
// that are equivalent; that they can be compiled is tested.
var definitions = sync.OnceValue(func() map[*Shape]*jsonschema.Schema {
	text, _ := schema.DocumentSchema("submission")
	compiler := jsonschema.NewCompiler()
	compiler.Draft = jsonschema.Draft2020
	if err := compiler.AddResource(schemaName, bytes.NewReader(text)); err != nil {
		panic(err)
	}
	all := map[*Shape]*jsonschema.Schema{}
	var compile func(*Shape)
	compile = func(s *Shape) {
		if all[s] != nil {
			return
		}
		all[s] = compiler.MustCompile(schemaName + "#/$defs/" + s.Name)
		for _, k := range s.Keys {
			compile(k.Shape)
		}
	}
	compile(entry.shape)
	return all
})

// step is a key, or the index of an item where there is none.
type step struct {
	key  string
	item int
}

// tokens returns a path as the tokens of a JSON Pointer.
func tokens(path []step) []string {
	list := make([]string, len(path))
	for i, s := range path {
		if list[i] = s.key; s.key == "" {
			list[i] = strconv.Itoa(s.item)
		}
	}
	return list
}

// plain returns a value as the validator reads it. A key that holds null is
// left out. All that matters of a number is whether it is whole, so that one
// with a vast exponent is not computed.
func plain(v *Value) any {
	switch v.Kind {
	case Null:
		return nil
	case Bool:
		return v.Text == "true"
	case Number:
		if wholeText(v.Text) {
			return whole
		}
		return json.Number("0.5")
	case List:
		list := make([]any, len(v.Items))
		for i, item := range v.Items {
			list[i] = plain(item)
		}
		return list
	case Object:
		members := make(map[string]any, len(v.Members))
		for _, m := range v.Members {
			if m.Value.Kind != Null {
				members[m.Key] = plain(m.Value)
			}
		}
		return members
	}
	return v.Text
}

// whole is every whole number to the validator.
const whole = json.Number("1")

func wholeText(number string) bool { return strings.Trim(number, "-0123456789") == "" }

// pointerTokens splits a JSON Pointer as the validator writes it.
func pointerTokens(pointer string) []string {
	if pointer == "" {
		return nil
	}
	tokens := strings.Split(pointer[1:], "/")
	for i, token := range tokens {
		if plain, err := url.PathUnescape(token); err == nil {
			token = plain
		}
		tokens[i] = strings.ReplaceAll(strings.ReplaceAll(token, "~1", "/"), "~0", "~")
	}
	return tokens
}

// resolve returns the value that tokens lead to, or the last one on the way.
func (v *Value) resolve(tokens []string) *Value {
	for _, token := range tokens {
		next := v.Get(token)
		if i, err := strconv.Atoi(token); next == nil && err == nil && v.Kind == List && i >= 0 && i < len(v.Items) {
			next = v.Items[i]
		}
		if next == nil {
			return v
		}
		v = next
	}
	return v
}

// sortFaults sorts faults by their places: the validator walks
// its maps in any order.
func sortFaults(faults []schema.Fault) {
	slices.SortStableFunc(faults, func(a, b schema.Fault) int {
		if a.At != b.At {
			return int(a.At.Start - b.At.Start)
		}
		return strings.Compare(a.Message, b.Message)
	})
}

// last returns the last part of a path.
func last(path string) string { return path[strings.LastIndexByte(path, '/')+1:] }
