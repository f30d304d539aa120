package settings

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"regexp"

	"github.com/iatilint/iatilint/schema"
)

// JSONSchema returns the JSON Schema of settings files, which follows from the types
// that they are decoded into.
func JSONSchema(known Known) ([]byte, error) {
	s := &schemaWriter{known: known, names: newNames(known.Catalogue)}
	values := defaults()
	doc := s.group(reflect.ValueOf(values))
	top := object{
		{"$schema", "https://json-schema.org/draft/2020-12/schema"},
		{"$id", "https://github.com/iatilint/iatilint/schema/config.schema.json"},
		{"title", "Configuration of iatilint, .iatilint.yaml"},
	}
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	defs := object{
		{"rules", s.rules()},
		{"word", object{{"description", "off, or the level to report at"}, {"enum", words()}}},
		{"setting", s.setting(nil)},
		{"name", enum(s.names.known)},
	}
	if err := encoder.Encode(append(append(top, doc...), pair{"$defs", defs})); err != nil {
		return nil, fmt.Errorf("could not write the schema of the configuration: %w", err)
	}
	return b.Bytes(), nil
}

// object is a JSON object whose keys keep their order.
type object []pair

type pair struct {
	key   string
	value any
}

// MarshalJSON implements json.Marshaler.
func (o object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, p := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		value, err := compact(p.value)
		if err != nil {
			return nil, err
		}
		key, _ := compact(p.key) // a text
		fmt.Fprintf(&b, "%s:%s", key, value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// compact returns a value as JSON in which <, > and & stay as they are.
func compact(v any) ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(v)
	return bytes.TrimSpace(b.Bytes()), err
}

type schemaWriter struct {
	known Known
	names names
}

// group returns the schema of a struct with its defaults. A key without a value
// counts as not written, so null is allowed everywhere.
func (s *schemaWriter) group(v reflect.Value) object {
	var properties object
	var required []string
	for _, f := range fieldsOf(v.Type()) {
		if f.key == "" {
			continue
		}
		value := v.Field(f.index)
		property := append(object{{"description", f.description(value)}}, s.typed(value)...)
		if f.most > 0 {
			property = append(property, pair{"maximum", f.most})
		}
		properties = append(properties, pair{f.key, property})
		if f.required {
			required = append(required, f.name)
		}
	}
	o := object{{"type", []string{"object", "null"}}, {"additionalProperties", false}, {"properties", properties}}
	if required != nil {
		o = append(o, pair{"required", required})
	}
	return o
}

func (s *schemaWriter) typed(v reflect.Value) object {
	switch t := v.Type(); t {
	case reflect.TypeFor[Rules]():
		return object{{"$ref", "#/$defs/rules"}}
	case reflect.TypeFor[schema.Date]():
		return object{{"type", []string{"string", "null"}}, {"format", "date"}}
	case reflect.TypeFor[*regexp.Regexp]():
		return object{{"type", []string{"string", "null"}}, {"format", "regex"}}
	case reflect.TypeFor[Glob]():
		return object{{"type", "string"}, {"minLength", 1}}
	case reflect.TypeFor[Expected]():
		return object{{"anyOf", []object{texts(), {{"type", "array"}, {"items", texts()}}}}}
	case reflect.TypeFor[File](), reflect.TypeFor[Folder]():
		return object{{"type", []string{"string", "null"}}, {"minLength", 1}}
	case reflect.TypeFor[Language]():
		return object{{"type", []string{"string", "null"}}, {"pattern", "^[A-Za-z]{2}$"}}
	case reflect.TypeFor[RuleName]():
		return object{{"$ref", "#/$defs/name"}}
	case reflect.TypeFor[FailLevel](), reflect.TypeFor[ShowLevel]():
		return nullable(enum(s.known.words(t)))
	case reflect.TypeFor[Profile]():
		return enum(s.known.words(t))
	case reflect.TypeFor[map[string]string]():
		return object{{"type", []string{"object", "null"}}, {"additionalProperties", texts()}}
	}
	switch v.Kind() {
	case reflect.Pointer:
		return s.typed(reflect.Zero(v.Type().Elem()))
	case reflect.Struct:
		return s.group(v)
	case reflect.Slice:
		item := s.typed(reflect.Zero(v.Type().Elem()))
		return object{{"anyOf", []object{{{"type", "null"}}, item, {{"type", "array"}, {"items", item}}}}}
	case reflect.Int, reflect.Int64:
		return object{{"type", []string{"integer", "null"}}, {"minimum", 0}}
	case reflect.Float64:
		return object{{"type", []string{"number", "null"}}}
	case reflect.Bool:
		return object{{"type", []string{"boolean", "null"}}}
	}
	return texts()
}

// texts returns the schema of a text, which may also be written as a number or truth
// value.
func texts() object { return object{{"type", []string{"string", "number", "boolean", "null"}}} }

func enum(words []string) object { return object{{"enum", words}} }

func nullable(o object) object { return object{{"anyOf", []object{{{"type", "null"}}, o}}} }

// rules returns the schema of settings of rules: each by name, with its options.
func (s *schemaWriter) rules() object {
	var properties object
	seen := map[string]bool{}
	add := func(name, about string, options any) {
		if !seen[name] {
			seen[name] = true
			setting := object{{"$ref", "#/$defs/setting"}}
			if options != nil {
				setting = s.setting(options)
			}
			properties = append(properties, pair{name, append(object{{"description", about}}, setting...)})
		}
	}
	for _, r := range s.known.Catalogue {
		add(r.Family(), "all rules of the family "+r.Family(), nil)
		add(r.ID, r.Title+" ("+r.Severity.String()+" by default)", r.Options)
		for _, alias := range r.Aliases {
			add(alias, "the former name of "+r.ID, r.Options)
		}
	}
	return object{{"type", []string{"object", "null"}}, {"additionalProperties", false}, {"properties", properties}}
}

func words() []any {
	list := []any{true, false, nil}
	for _, w := range ruleWords() {
		list = append(list, w)
	}
	return list
}

// setting returns the schema of a word, or a group of a level and options.
func (s *schemaWriter) setting(options any) object {
	word := object{{"$ref", "#/$defs/word"}}
	properties := object{{severityKey, word}}
	if options != nil {
		v := reflect.ValueOf(options).Elem()
		for _, f := range fieldsOf(v.Type()) {
			about := object{{"description", f.doc}, {"default", v.Field(f.index).Interface()}}
			properties = append(properties, pair{f.key, append(about, s.typed(v.Field(f.index))...)})
		}
	}
	return object{{"anyOf", []object{
		word,
		{{"type", "object"}, {"additionalProperties", false}, {"properties", properties}},
	}}}
}
