package settings

import (
	"fmt"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/iatilint/iatilint/internal/nearest"
	"github.com/iatilint/iatilint/schema"
)

// decoder decodes nodes into Go values, strictly: an unknown key or a value of the
// wrong kind is an error with its place.
type decoder struct {
	known Known
	names names
	errs  []error

	composites map[reflect.Type]func(d *decoder, n *node, what string) any
	scalars    map[reflect.Type]func(d *decoder, n *node, what string) (any, error)
}

func newDecoder(known Known) *decoder {
	return &decoder{known: known, names: newNames(known.Catalogue), composites: composites(), scalars: scalars()}
}

func (d *decoder) fail(at place, format string, args ...any) {
	d.errs = append(d.errs, &Error{at, fmt.Sprintf(format, args...)})
}

// group decodes the keys of a node into the fields of a struct.
func (d *decoder) group(n *node, what string, into reflect.Value) {
	if n.kind != group {
		d.fail(n.at, "%s is to be a group of keys, not %s", what, kindNames[n.kind])
		return
	}
	fields := fieldsOf(into.Type())
	for _, m := range n.members {
		i := slices.IndexFunc(fields, func(f field) bool { return f.name == m.key && (f.key != "" || m.at.src.flag) })
		switch {
		case i < 0:
			d.fail(m.at, "there is no setting %q%s%s", m.key, inGroup(what), nearest.Hint(m.key, keysOf(fields)))
		case m.value.kind == null:
		case into.Field(fields[i].index).Kind() == reflect.Int:
			d.number(m.value, m.name(), &fields[i], into.Field(fields[i].index))
		default:
			d.value(m.value, m.name(), into.Field(fields[i].index))
		}
	}
	for _, f := range fields {
		if v := n.get(f.name); f.required && (v == nil || v.kind == null) {
			d.fail(n.at, "%s has no %q, which it needs", what, f.name)
		}
	}
}

func keysOf(fields []field) []string {
	var keys []string
	for _, f := range fields {
		if f.key != "" {
			keys = append(keys, f.key)
		}
	}
	return keys
}

// number decodes a whole number within its bounds into a field that holds the
// default.
func (d *decoder) number(n *node, what string, f *field, into reflect.Value) {
	usual, zero := into.Int(), f.tag.Get("zero")
	if n.at.src.flag && strings.HasPrefix(n.text, "-") {
		if zero != "default" {
			d.fail(n.at, "%s cannot be %s; 0 %s", what, n.text, zero)
		}
		return
	}
	d.scalar(n, what, into)
	switch v := into.Int(); {
	case f.most > 0 && v > f.most:
		d.fail(n.at, "%s cannot be %q; %d is the most that it may be", f.name, n.text, f.most)
	case v == 0 && zero == "default":
		into.SetInt(usual)
	}
}

func inGroup(what string) string {
	if what == topLevel {
		return ""
	}
	return " in " + what
}

// topLevel names the outermost group in messages.
const topLevel = "the file"

// composites returns the decoders of types that are more than their kind and are no
// single values.
func composites() map[reflect.Type]func(d *decoder, n *node, what string) any {
	return map[reflect.Type]func(d *decoder, n *node, what string) any{
		reflect.TypeFor[Expected]():          (*decoder).expected,
		reflect.TypeFor[Rules]():             (*decoder).ruleSettings,
		reflect.TypeFor[map[string]string](): (*decoder).pairs,
	}
}

// scalars returns the decoders of types that are more than their kind and are single
// values.
func scalars() map[reflect.Type]func(d *decoder, n *node, what string) (any, error) {
	return map[reflect.Type]func(d *decoder, n *node, what string) (any, error){
		reflect.TypeFor[schema.Date]():    (*decoder).date,
		reflect.TypeFor[*regexp.Regexp](): (*decoder).pattern,
		reflect.TypeFor[Glob]():           (*decoder).glob,
		reflect.TypeFor[Output]():         (*decoder).output,
		reflect.TypeFor[File]():           (*decoder).path,
		reflect.TypeFor[Folder]():         (*decoder).path,
		reflect.TypeFor[Source]():         (*decoder).submission,
		reflect.TypeFor[Language]():       (*decoder).language,
		reflect.TypeFor[RuleName]():       (*decoder).ruleName,
		reflect.TypeFor[Profile]():        (*decoder).profile,
		reflect.TypeFor[RuleSetting]():    (*decoder).severity,
	}
}

// value decodes a node that is not empty into a field.
func (d *decoder) value(n *node, what string, into reflect.Value) {
	if decode, ok := d.composites[into.Type()]; ok {
		into.Set(reflect.ValueOf(decode(d, n, what)))
		return
	}
	if _, ok := d.scalars[into.Type()]; ok {
		d.scalar(n, what, into)
		return
	}
	switch into.Kind() {
	case reflect.Pointer:
		into.Set(reflect.New(into.Type().Elem()))
		d.value(n, what, into.Elem())
	case reflect.Struct:
		d.group(n, what, into)
		if at := into.FieldByName("at"); at.IsValid() {
			d.setPlace(n, into)
		}
	case reflect.Slice:
		for _, item := range n.list() {
			v := reflect.New(into.Type().Elem()).Elem()
			d.value(item, what, v)
			into.Set(reflect.Append(into, v))
		}
	default:
		d.scalar(n, what, into)
	}
}

// setPlace sets the place of an item of a list.
func (d *decoder) setPlace(n *node, into reflect.Value) {
	at := n.at
	if len(n.members) > 0 {
		at = n.members[0].at
	}
	switch v := into.Addr().Interface().(type) {
	case *Ignored:
		v.at = at
	case *Approval:
		v.at = at
	case *Accepted:
		v.at = at
	}
}

// scalar decodes a single value.
func (d *decoder) scalar(n *node, what string, into reflect.Value) {
	if n.kind != scalar {
		d.fail(n.at, "%s is to be a single value, not %s", what, kindNames[n.kind])
		return
	}
	v, err := d.parsed(n, what, into)
	if err != nil {
		d.fail(n.at, "%s", err)
		return
	}
	into.Set(reflect.ValueOf(v).Convert(into.Type()))
}

// parsed returns the value that a scalar is for a field, of the field's type or one
// that converts to it.
func (d *decoder) parsed(n *node, what string, into reflect.Value) (any, error) {
	if decode, ok := d.scalars[into.Type()]; ok {
		return decode(d, n, what)
	}
	switch into.Kind() {
	case reflect.String:
		return n.text, n.oneOf(d.known.words(into.Type()), what)
	case reflect.Int, reflect.Int64:
		if v, err := strconv.ParseInt(n.text, 10, 64); err == nil && v >= 0 && !into.OverflowInt(v) {
			return v, nil
		}
		return nil, n.refused(what, "; write a whole number, as in 80")
	case reflect.Float64:
		if v, err := strconv.ParseFloat(n.text, 64); err == nil {
			return v, nil
		}
		return nil, n.refused(what, "; write a number, as in 0.5")
	case reflect.Bool:
		if n.text == "true" || n.text == "false" {
			return n.text == "true", nil
		}
		return nil, n.refused(what, "; write true or false")
	}
	return nil, fmt.Errorf("%s cannot be set in a file", what)
}

// refused returns the error for a scalar that a setting cannot be.
func (n *node) refused(what, advice string) error {
	return fmt.Errorf("%s cannot be %q%s", what, n.text, advice)
}

// oneOf returns an error if a scalar is none of some words; nil allows all.
func (n *node) oneOf(allowed []string, what string) error {
	if allowed == nil || slices.Contains(allowed, n.text) {
		return nil
	}
	return n.refused(what, nearest.Hint(n.text, allowed))
}

// path decodes the name of a file or folder, which is relative to the file
// that the setting is in.
func (d *decoder) path(n *node, what string) (any, error) {
	if n.at.src.flag {
		return n.text, nil
	}
	name := filepath.FromSlash(n.text)
	if name == "" {
		return nil, fmt.Errorf("%s is to name a file", what)
	}
	if !filepath.IsAbs(name) {
		name = filepath.Join(n.at.src.dir, name)
	}
	if below := displayPath(name); !strings.HasPrefix(below, "../") {
		name = filepath.FromSlash(below) // as people know it, in reports
	}
	return name, nil
}

// submission decodes the name of an earlier submission: a path, or git: and a
// revision.
func (d *decoder) submission(n *node, what string) (any, error) {
	if strings.HasPrefix(n.text, "git:") {
		return n.text, nil
	}
	return d.path(n, what)
}

func (d *decoder) date(n *node, what string) (any, error) {
	day, ok := schema.ParseDate(n.text)
	if !ok && (n.text != "" || !n.at.src.flag) {
		return nil, n.refused(what, "; write a day as 2026-11-23")
	}
	return day, nil
}

// pattern decodes a regular expression, which is to match the whole of a text.
func (d *decoder) pattern(n *node, what string) (any, error) {
	if _, err := regexp.Compile(n.text); err != nil {
		return nil, fmt.Errorf("%s is no regular expression: %s", what, strings.TrimPrefix(err.Error(), "error parsing regexp: "))
	}
	return regexp.Compile("^(?:" + n.text + ")$")
}

func (d *decoder) profile(n *node, _ string) (any, error) {
	for _, p := range Profiles() {
		if p.Name == n.text {
			return p, nil
		}
	}
	return nil, unknown("profile", n.text, profileNames())
}

// output decodes a format, or a format and a file: html=report.html.
func (d *decoder) output(n *node, what string) (any, error) {
	name, file, _ := strings.Cut(n.text, "=")
	return Output{name, file}, (&node{text: name}).oneOf(d.known.Formats, what)
}

func (d *decoder) ruleName(n *node, _ string) (any, error) {
	if d.names.rules[n.text] == nil {
		return nil, unknown("rule or family", n.text, d.names.known)
	}
	return n.text, nil
}

func (d *decoder) language(n *node, what string) (any, error) {
	code := strings.ToLower(n.text)
	if len(code) != 2 || strings.Trim(code, "abcdefghijklmnopqrstuvwxyz") != "" {
		return nil, n.refused(what, "; write its two-letter code, as in en or fr")
	}
	return code, nil
}

// expected decodes a list of identifiers or the name of a file of them.
func (d *decoder) expected(n *node, what string) any {
	var e Expected
	switch n.kind {
	case scalar:
		d.value(n, what, reflect.ValueOf(&e.File).Elem())
	case list:
		d.value(n, what, reflect.ValueOf(&e.Identifiers).Elem())
	default:
		d.fail(n.at, "%s is to be a list of identifiers or the name of a file, not %s", what, kindNames[n.kind])
	}
	return e
}

// pairs decodes a group whose keys are free.
func (d *decoder) pairs(n *node, what string) any {
	if n.kind != group {
		d.fail(n.at, "%s is to be a group of keys, not %s", what, kindNames[n.kind])
	}
	pairs := map[string]string{}
	for _, m := range n.members {
		if m.key == "" || m.value.kind == null {
			d.fail(m.at, "%s: write both sides, as in %q: %q", what, "new", "old")
			continue
		}
		var text string
		d.value(m.value, m.key, reflect.ValueOf(&text).Elem())
		pairs[m.key] = text
	}
	return pairs
}
