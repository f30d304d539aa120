package settings

import (
	"fmt"
	"path/filepath"
	"reflect"
	"regexp"
	"strconv"
	"strings"

	"github.com/iatilint/iatilint/internal/nearest"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// decoder fills Go values from nodes, strictly: what it does not know or can't
// take is an error with its place.
type decoder struct {
	names   names
	rules   map[string]*lint.Rule // by ID
	special map[reflect.Type]special
	errs    []error
}

func newDecoder(catalogue []*lint.Rule) *decoder {
	d := &decoder{names: newNames(catalogue), rules: map[string]*lint.Rule{}, special: specials()}
	for _, r := range catalogue {
		d.rules[r.ID] = r
	}
	return d
}

func (d *decoder) fail(at place, format string, args ...any) {
	d.errs = append(d.errs, &Error{at, fmt.Sprintf(format, args...)})
}

// field is a field of a struct that stands for a key.
type field struct {
	name, doc string
	required  bool
	most      int64 // of a whole number; 0 = any
	index     int
}

func fieldsOf(t reflect.Type) []field {
	var list []field
	for i := range t.NumField() {
		f := t.Field(i)
		if name := f.Tag.Get("yaml"); name != "" && name != "-" {
			most, _ := strconv.ParseInt(f.Tag.Get("most"), 10, 64)
			list = append(list, field{name, f.Tag.Get("doc"), f.Tag.Get("required") != "", most, i})
		}
	}
	return list
}

// group decodes the keys of a node into the fields of a struct.
func (d *decoder) group(n *node, what string, into reflect.Value) {
	if n.kind != group {
		d.fail(n.at, "%s is to be a group of keys, not %s", what, kindNames[n.kind])
		return
	}
	fields := fieldsOf(into.Type())
	known := make([]string, len(fields))
	for i, f := range fields {
		known[i] = f.name
	}
	for _, m := range n.members {
		i := index(known, m.key)
		if i < 0 {
			d.fail(m.at, "there is no setting %q%s%s", m.key, inGroup(what), nearest.Hint(m.key, known))
			continue
		}
		if m.value.kind != null {
			d.value(m.value, m.key, into.Field(fields[i].index))
			d.bounded(m.value, &fields[i], into)
		}
	}
	for _, f := range fields {
		if v := n.get(f.name); f.required && (v == nil || v.kind == null) {
			d.fail(n.at, "%s has no %q, which it needs", what, f.name)
		}
	}
}

// bounded holds a number to the most that it may be.
func (d *decoder) bounded(n *node, f *field, into reflect.Value) {
	if f.most == 0 || into.Field(f.index).Int() <= f.most {
		return
	}
	d.fail(n.at, "%s cannot be %q; %d is the most that it may be", f.name, n.text, f.most)
}

func inGroup(what string) string {
	if what == topLevel {
		return ""
	}
	return " in " + what
}

// topLevel is what the outermost group is called.
const topLevel = "the file"

// special decodes a type that is more than its kind.
type special = func(d *decoder, n *node, what string) (any, bool)

func specials() map[reflect.Type]special {
	return map[reflect.Type]special{
		reflect.TypeFor[schema.Date]():       (*decoder).date,
		reflect.TypeFor[*regexp.Regexp]():    (*decoder).pattern,
		reflect.TypeFor[Glob]():              (*decoder).glob,
		reflect.TypeFor[Expected]():          (*decoder).expected,
		reflect.TypeFor[Rules]():             (*decoder).ruleSettings,
		reflect.TypeFor[File]():              path[File],
		reflect.TypeFor[Folder]():            path[Folder],
		reflect.TypeFor[Source]():            (*decoder).submission,
		reflect.TypeFor[Language]():          (*decoder).language,
		reflect.TypeFor[RuleName]():          (*decoder).ruleName,
		reflect.TypeFor[FailLevel]():         word[FailLevel](failLevels()),
		reflect.TypeFor[ShowLevel]():         word[ShowLevel](lint.Severities()),
		reflect.TypeFor[Profile]():           (*decoder).profile,
		reflect.TypeFor[map[string]string](): (*decoder).pairs,
	}
}

func failLevels() []string { return append(lint.Severities(), lint.Never.String()) }

// value decodes a node that is not empty into a field.
func (d *decoder) value(n *node, what string, into reflect.Value) {
	if decode, ok := d.special[into.Type()]; ok {
		if v, ok := decode(d, n, what); ok {
			into.Set(reflect.ValueOf(v))
		}
		return
	}
	switch into.Kind() {
	case reflect.Pointer:
		into.Set(reflect.New(into.Type().Elem()))
		d.value(n, what, into.Elem())
	case reflect.Struct:
		d.group(n, what, into)
		if at := into.FieldByName("at"); at.IsValid() {
			d.keepPlace(n, into)
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

// keepPlace tells an item of a list where it stands.
func (d *decoder) keepPlace(n *node, into reflect.Value) {
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

// scalar decodes a text, whole number or truth value.
func (d *decoder) scalar(n *node, what string, into reflect.Value) {
	if !d.isScalar(n, what) {
		return
	}
	switch into.Kind() {
	case reflect.String:
		into.SetString(n.text)
	case reflect.Int, reflect.Int64:
		v, err := strconv.ParseInt(n.text, 10, 64)
		if err != nil || v < 0 || into.OverflowInt(v) {
			d.fail(n.at, "%s cannot be %q; write a whole number, as in 80", what, n.text)
			return
		}
		into.SetInt(v)
	case reflect.Float64:
		v, err := strconv.ParseFloat(n.text, 64)
		if err != nil {
			d.fail(n.at, "%s cannot be %q; write a number, as in 0.5", what, n.text)
			return
		}
		into.SetFloat(v)
	case reflect.Bool:
		if n.text != "true" && n.text != "false" {
			d.fail(n.at, "%s cannot be %q; write true or false", what, n.text)
			return
		}
		into.SetBool(n.text == "true")
	default:
		d.fail(n.at, "%s cannot be set in a file", what)
	}
}

func (d *decoder) isScalar(n *node, what string) bool {
	if n.kind == scalar {
		return true
	}
	d.fail(n.at, "%s is to be a single value, not %s", what, kindNames[n.kind])
	return false
}

// word decodes one of a few words.
func word[T ~string](allowed []string) special {
	return func(d *decoder, n *node, what string) (any, bool) {
		if !d.isScalar(n, what) {
			return nil, false
		}
		if index(allowed, n.text) < 0 {
			d.fail(n.at, "%s cannot be %q%s", what, n.text, nearest.Hint(n.text, allowed))
			return nil, false
		}
		return T(n.text), true
	}
}

// path decodes the name of a file or folder, which is relative to the file
// that the setting stands in.
func path[T ~string](d *decoder, n *node, what string) (any, bool) {
	if !d.isScalar(n, what) {
		return nil, false
	}
	name := filepath.FromSlash(n.text)
	if name == "" {
		d.fail(n.at, "%s is to name a file", what)
		return nil, false
	}
	if !filepath.IsAbs(name) {
		name = filepath.Join(n.at.src.dir, name)
	}
	if below := shown(name); !strings.HasPrefix(below, "../") {
		name = filepath.FromSlash(below) // as people know it, in reports
	}
	return T(name), true
}

// submission decodes what names an earlier submission: a path, or git: and what
// git knows.
func (d *decoder) submission(n *node, what string) (any, bool) {
	if n.kind == scalar && strings.HasPrefix(n.text, "git:") {
		return Source(n.text), true
	}
	return path[Source](d, n, what)
}

func (d *decoder) date(n *node, what string) (any, bool) {
	if !d.isScalar(n, what) {
		return nil, false
	}
	day, ok := schema.ParseDate(n.text)
	if !ok {
		d.fail(n.at, "%s cannot be %q; write a day as 2026-11-23", what, n.text)
	}
	return day, ok
}

// pattern decodes a regular expression, which is to match the whole of a text.
func (d *decoder) pattern(n *node, what string) (any, bool) {
	if !d.isScalar(n, what) {
		return nil, false
	}
	compiled, err := regexp.Compile(n.text)
	if err != nil {
		d.fail(n.at, "%s is no regular expression: %s", what, strings.TrimPrefix(err.Error(), "error parsing regexp: "))
		return nil, false
	}
	return regexp.MustCompile("^(?:" + compiled.String() + ")$"), true
}

func (d *decoder) profile(n *node, what string) (any, bool) {
	if !d.isScalar(n, what) {
		return nil, false
	}
	found, err := FindProfiles([]string{n.text})
	if err != nil {
		d.fail(n.at, "%s", err)
		return nil, false
	}
	return found[0], true
}

func (d *decoder) ruleName(n *node, what string) (any, bool) {
	if !d.isScalar(n, what) {
		return nil, false
	}
	if _, ok := d.names.rules[n.text]; !ok {
		d.fail(n.at, "%s", unknown("rule or family", n.text, d.names.known))
		return nil, false
	}
	return RuleName(n.text), true
}

func (d *decoder) language(n *node, what string) (any, bool) {
	if !d.isScalar(n, what) {
		return nil, false
	}
	code := strings.ToLower(n.text)
	if len(code) != 2 || strings.Trim(code, "abcdefghijklmnopqrstuvwxyz") != "" {
		d.fail(n.at, "%s cannot be %q; write its two-letter code, as in en or fr", what, n.text)
		return nil, false
	}
	return Language(code), true
}

// expected decodes a list of identifiers or the name of a file of them.
func (d *decoder) expected(n *node, what string) (any, bool) {
	if n.kind == scalar {
		file, ok := path[File](d, n, what)
		if !ok {
			return nil, false
		}
		return Expected{File: file.(File)}, true
	}
	var e Expected
	if n.kind != list {
		d.fail(n.at, "%s is to be a list of identifiers or the name of a file, not %s", what, kindNames[n.kind])
		return nil, false
	}
	d.value(n, what, reflect.ValueOf(&e.Identifiers).Elem())
	return e, true
}

// pairs decodes a group whose keys are free.
func (d *decoder) pairs(n *node, what string) (any, bool) {
	if n.kind != group {
		d.fail(n.at, "%s is to be a group of keys, not %s", what, kindNames[n.kind])
		return nil, false
	}
	pairs := map[string]string{}
	for _, m := range n.members {
		if m.key == "" || m.value.kind == null {
			d.fail(m.at, "%s: write both sides, as in %q: %q", what, "new", "old")
			continue
		}
		if d.isScalar(m.value, m.key) {
			pairs[m.key] = m.value.text
		}
	}
	return pairs, true
}
