package form

import (
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"
)

// A schema that says more than ours does is never taken for one that says less:
// what does not conform has a part that is asked about and does not conform.
func TestNeverMoreLenient(t *testing.T) {
	values := []string{
		`null`, `true`, `false`, `0`, `1`, `-7`, `0.5`, `1e3`, `""`, `"a"`, `"soon"`, `"2024-01-31"`,
		`[]`, `[1]`, `["a", "a"]`, `["a", 1, null]`, `[[]]`, `{}`, `{"a": 1}`, `{"a": "a"}`, `{"b": "a"}`, `{"a": null, "b": []}`, `{"a": {"a": {"a": 1}}}`,
	}
	for i, text := range []string{
		`true`, `false`, `{}`, `{"not": {"type": "string"}}`, `{"const": "a"}`, `{"const": null}`,
		`{"type": "integer"}`, `{"type": ["number", "null"]}`, `{"type": "boolean", "enum": [true]}`, `{"enum": ["a", 1]}`, `{"enum": [0, null]}`, `{"enum": [[], {"a": 1}]}`,
		`{"minLength": 2}`, `{"maxLength": 0}`, `{"pattern": "^s"}`, `{"format": "date"}`, `{"contentEncoding": "base64"}`,
		`{"minimum": 1}`, `{"maximum": 0}`, `{"exclusiveMinimum": 0}`, `{"exclusiveMaximum": 1}`, `{"multipleOf": 2}`,
		`{"minItems": 1}`, `{"maxItems": 0}`, `{"uniqueItems": true}`, `{"items": {"type": "string"}}`, `{"items": false}`,
		`{"prefixItems": [{"type": "string"}]}`, `{"prefixItems": [true], "items": {"type": "integer"}}`, `{"contains": {"type": "integer"}}`, `{"contains": true, "maxContains": 1}`,
		`{"unevaluatedItems": false}`, `{"minProperties": 1}`, `{"properties": {"a": true}, "maxProperties": 0}`, `{"required": ["a"]}`, `{"required": ["a"], "properties": {"a": true}}`,
		`{"properties": {"a": {"type": "string"}}}`, `{"properties": {"a": false}}`, `{"properties": {"a": true}, "additionalProperties": false}`,
		`{"properties": {"a": true}, "additionalProperties": {"type": "integer"}}`, `{"properties": {"a": true}, "patternProperties": {"a": {"type": "string"}}}`,
		`{"patternProperties": {"b": false}}`, `{"properties": {"a": true}, "propertyNames": {"pattern": "b"}}`,
		`{"properties": {"a": true}, "dependentRequired": {"a": ["b"]}}`, `{"properties": {"a": true}, "dependentSchemas": {"a": false}}`,
		`{"properties": {"a": {"properties": {"a": true}, "unevaluatedProperties": {"type": "string"}}}, "allOf": [{}], "unevaluatedProperties": false}`, `{"allOf": [{"type": "string"}]}`, `{"anyOf": [{"type": "string"}, {"type": "null"}]}`, `{"oneOf": [true, {"type": "string"}]}`,
		`{"if": {"type": "array"}, "then": {"items": {"type": "string"}}, "else": {"type": "string"}}`, `{"if": {"type": "array"}, "then": false}`,
		`{"if": {"type": ["array", "null"]}, "then": false, "else": true}`, `{"if": {"type": "array", "minItems": 1}, "then": false, "else": true}`,
		`{"type": "array", "if": {"type": "array"}, "then": true, "else": true}`,
		`{"if": {"type": "array"}, "then": {"if": {"type": "array"}, "then": {"items": false}, "else": true}, "else": {"if": {"type": "array"}, "then": true, "else": false}}`,
		`{"$ref": "#/$defs/s", "$defs": {"s": {"type": "string"}}}`, `{"$ref": "#/$defs/s", "minLength": 2, "$defs": {"s": {"type": "string"}}}`,
		`{"type": "object", "properties": {"a": {"$ref": "#"}}}`, `{"$ref": "#/$defs/a", "$defs": {"a": {"properties": {"a": {"$ref": "#/$defs/b"}}}, "b": {"$ref": "#/$defs/a"}}}`,
		`{"$dynamicRef": "#s", "$defs": {"s": {"$dynamicAnchor": "s", "type": "string"}}}`,
	} {
		s := compile(t, "schema"+strconv.Itoa(i)+".json", text)
		p := planned{}.of(s)
		for _, value := range values {
			v, found := decode(value), false
			w := walk{ask: func(_ []string, s *jsonschema.Schema, v *Value) { found = found || s.Validate(plain(v)) != nil }}
			w.check(p, v)
			if err := s.Validate(plain(v)); (err != nil) != found {
				t.Errorf("%s and %.200s: in parts something is found: %v; in the whole: %v", value, text, found, err)
			}
		}
	}
}

// An object may have more keys than a plan tells apart: then it tells nothing.
func TestTooManyKeys(t *testing.T) {
	properties := func(n int) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(`, "k` + strconv.Itoa(i) + `": true`)
		}
		return `{"properties": {` + b.String()[1:] + `}}`
	}
	for n, doubt := range map[int]bool{1: false, mostPlanned: false, mostPlanned + 1: true} {
		if p := (planned{}).of(compile(t, "keys.json", properties(n))); p.doubt != doubt {
			t.Errorf("with %d keys doubt is %v", n, p.doubt)
		}
	}
}

func compile(t *testing.T, name, text string) *jsonschema.Schema {
	t.Helper()
	compiler := jsonschema.NewCompiler()
	compiler.Draft, compiler.AssertFormat, compiler.AssertContent = jsonschema.Draft2020, true, true
	if err := compiler.AddResource(name, strings.NewReader(text)); err != nil {
		t.Fatal(err)
	}
	return compiler.MustCompile(name)
}
