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

// decoder fills Go values from nodes, strictly: what it does not know or can't
// take is an error with its place.
type decoder struct {
	known   Known
	names   names
	special map[reflect.Type]special
	errs    []error
}

func newDecoder(known Known) *decoder {
	return &decoder{known: known, names: newNames(known.Catalogue), special: specials()}
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
		reflect.TypeFor[Severities]():        (*decoder).severities,
		reflect.TypeFor[Output]():            (*decoder).output,
		reflect.TypeFor[File]():              path[File],
		reflect.TypeFor[Folder]():            path[Folder],
		reflect.TypeFor[Source]():            (*decoder).submission,
		reflect.TypeFor[Language]():          (*decoder).language,
		reflect.TypeFor[RuleName]():          (*decoder).ruleName,
		reflect.TypeFor[Profile]():           (*decoder).profile,
		reflect.TypeFor[map[string]string](): (*decoder).pairs,
	}
}

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
		if d.isAllowed(n.text, d.known.words(into.Type()), n.at, what) {
			into.SetString(n.text)
		}
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

// isAllowed reports whether a word is one of some; none are all.
func (d *decoder) isAllowed(word string, allowed []string, at place, what string) bool {
	if allowed == nil || slices.Contains(allowed, word) {
		return true
	}
	d.fail(at, "%s cannot be %q%s", what, word, nearest.Hint(word, allowed))
	return false
}

// path decodes the name of a file or folder, which is relative to the file
// that the setting stands in.
func path[T ~string](d *decoder, n *node, what string) (any, bool) {
	if !d.isScalar(n, what) {
		return nil, false
	}
	if n.at.src.flag {
		return T(n.text), true
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
	if n.at.src.flag && n.text == "" {
		return schema.Date{}, true
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
	all := Profiles()
	i := slices.IndexFunc(all, func(p Profile) bool { return p.Name == n.text })
	if i < 0 {
		d.fail(n.at, "%s", unknown("profile", n.text, profileNames()))
		return nil, false
	}
	return all[i], true
}

// output decodes a format, or a format and a file: html=report.html.
func (d *decoder) output(n *node, what string) (any, bool) {
	var o Output
	o.Format, o.File, _ = strings.Cut(n.text, "=")
	return o, d.isAllowed(o.Format, d.known.Formats, n.at, what)
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
