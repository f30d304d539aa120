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

// violations returns the faults that the JSON Schema finds in an entry. It is
// asked only of the parts that may have some.
func violations(e *schema.Entry, v *Value, tell func([]schema.Fault)) {
	w := walk{ask: func(at []string, s *jsonschema.Schema, part *Value) {
		tell(judge(e, v, at, s, part))
	}}
	w.check(submission().plan, v)
}

// judge returns the faults that a part of the JSON Schema finds in a part of an
// entry, which stands at a path.
func judge(e *schema.Entry, root *Value, at []string, s *jsonschema.Schema, part *Value) []schema.Fault {
	var failed *jsonschema.ValidationError
	if !errors.As(s.Validate(plain(part)), &failed) {
		return nil
	}
	var faults []schema.Fault
	leaves(failed, func(leaf *jsonschema.ValidationError) {
		faults = append(faults, explain(finding{
			entry:   e,
			root:    root,
			at:      slices.Concat(at, pointerTokens(leaf.InstanceLocation)),
			keyword: pointerTokens(leaf.AbsoluteKeywordLocation[strings.IndexByte(leaf.AbsoluteKeywordLocation, '#')+1:]),
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

// compiled is the JSON Schema of an entry, ready to use, with the plan of it, and
// its text as a tree to look keywords up in.
type compiled struct {
	entry *jsonschema.Schema
	plan  *plan
	tree  any
}

const schemaName = "submission.schema.json"

// submission compiles the embedded schema; that it can be compiled is tested.
var submission = sync.OnceValue(func() compiled {
	text, _ := schema.DocumentSchema("submission")
	compiler := jsonschema.NewCompiler()
	compiler.Draft = jsonschema.Draft2020
	compiler.AssertFormat = true
	if err := compiler.AddResource(schemaName, bytes.NewReader(text)); err != nil {
		panic(err)
	}
	c := compiled{entry: compiler.MustCompile(schemaName + "#/$defs/iati-activity")}
	c.plan = planned{}.of(c.entry)
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	if err := decoder.Decode(&c.tree); err != nil {
		panic(err)
	}
	return c
})

// plain makes of a value what the validator reads. A key that holds null is
// left out. All a number says to the validator is whether it is whole, so that
// one with a vast exponent is not worked out.
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

// lookUp returns the part of the schema that tokens lead to.
func lookUp(tree any, tokens []string) any {
	for _, token := range tokens {
		switch t := tree.(type) {
		case map[string]any:
			tree = t[token]
		case []any:
			i, err := strconv.Atoi(token)
			if err != nil || i < 0 || i >= len(t) {
				return nil
			}
			tree = t[i]
		default:
			return nil
		}
	}
	return tree
}

// resolve finds the value that tokens lead to, or the last one on the way.
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

// sortFaults brings faults into the order of their places: the validator walks
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
