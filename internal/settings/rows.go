package settings

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/iatilint/iatilint/internal/phrase"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// Known are the names that settings can refer to and other packages define.
type Known struct {
	Catalogue []*lint.Rule
	Formats   []string // of reports
	Tables    []string // at the end of the text report
}

// Setting is a row of the table of settings.
type Setting struct {
	Key      string       // in a settings file, with dots between groups; "" = a flag only
	Flag     string       // on the command line; "" = in files only
	Short    []string     // forms of the flag
	Kind     reflect.Kind // of the value: Bool, Int, Slice for lists of texts, else a text
	Commands []string     // that have the flag
	Doc      string       // the meaning of the key
	Usage    string       // the meaning of the flag
	Default  string       // "" = nothing, 0 or false
	Words    []string     // that are allowed; nil = others too

	after string
	adds  bool          // to the list of the key
	value reflect.Value // in the Values that the table was made of
}

// Table returns the settings in the order of the fields of Values. The usages are
// those of check, if it has the flag.
func Table(known Known) []Setting {
	return known.rows(nil, "", reflect.ValueOf(defaults()), "check")
}

// CommandFlags returns the settings that are flags of a command, in the order of its help.
func CommandFlags(command string, known Known) []Setting {
	var flags, displaced []Setting
	for _, s := range known.rows(nil, "", reflect.ValueOf(defaults()), command) {
		switch {
		case !slices.Contains(s.Commands, command):
		case s.after != "":
			displaced = append(displaced, s)
		default:
			flags = append(flags, s)
		}
	}
	for _, s := range displaced {
		before := slices.IndexFunc(flags, func(f Setting) bool { return f.Flag == s.after })
		flags = slices.Insert(flags, before+1, s)
	}
	return flags
}

// rows appends the settings of a group with their values. command chooses the usages.
func (k Known) rows(rows []Setting, prefix string, v reflect.Value, command string) []Setting {
	for _, f := range fieldsOf(v.Type()) {
		value := v.Field(f.index)
		group := value
		if value.Kind() == reflect.Pointer {
			group = reflect.Zero(value.Type().Elem())
		}
		if len(fieldsOf(group.Type())) > 0 {
			rows = k.rows(rows, prefix+f.key+".", group, command)
			continue
		}
		s := Setting{Kind: value.Kind(), Doc: f.description(value), Words: k.words(value.Type()), after: f.tag.Get("after"), adds: f.tag.Get("adds") != "", value: value}
		if f.key != "" {
			s.Key = prefix + f.key
		}
		if forms := strings.Split(f.tag.Get("flag"), ","); forms[0] != "" {
			s.Flag, s.Short = forms[0], forms[1:]
			s.Commands = strings.Fields(f.tag.Get("on"))
			if len(s.Commands) == 0 {
				s.Commands = []string{"check"}
			}
			usage, ok := f.tag.Lookup(command)
			if !ok {
				usage = f.tag.Get("usage")
			}
			s.Usage = strings.ReplaceAll(usage, "{words}", strings.Join(s.Words, ", "))
		}
		if !value.IsZero() && (s.Kind == reflect.Int || s.Kind == reflect.String) {
			s.Default = fmt.Sprint(value)
		}
		rows = append(rows, s)
	}
	return rows
}

// words returns the words that a setting of a type, or an item of a list of them,
// can be; nil = others too.
func (k Known) words(t reflect.Type) []string {
	if t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	switch t {
	case reflect.TypeFor[Output]():
		return k.Formats
	case reflect.TypeFor[TableName]():
		return k.Tables
	case reflect.TypeFor[RuleName]():
		return ruleIDs(k.Catalogue)
	case reflect.TypeFor[Profile]():
		return profileNames()
	case reflect.TypeFor[FailLevel]():
		return append(lint.Severities(), lint.Never.String())
	case reflect.TypeFor[ShowLevel]():
		return lint.Severities()
	case reflect.TypeFor[When]():
		return []string{string(auto), string(always), string(never)}
	case reflect.TypeFor[Version]():
		return []string{"2.01", "2.02", "2.03"}
	case reflect.TypeFor[Encoding]():
		return []string{"json", "yaml"}
	case reflect.TypeFor[schema.Format]():
		return []string{string(schema.XML), string(schema.Portal), string(schema.JSON), string(schema.YAML), string(schema.CSV), string(schema.XLSX), string(schema.DOCX)}
	}
	return nil
}

func ruleIDs(catalogue []*lint.Rule) []string {
	ids := make([]string, len(catalogue))
	for i, r := range catalogue {
		ids[i] = r.ID
	}
	return ids
}

func profileNames() []string {
	var names []string
	for _, p := range Profiles() {
		names = append(names, p.Name)
	}
	return names
}

// field is a field of a struct that is decoded: a setting or an option of a rule.
type field struct {
	name     string // the key, or the flag with its hyphens
	key, doc string
	required bool
	most     int64
	index    int
	tag      reflect.StructTag
}

// fieldsOf returns the fields of a struct that have a key or a flag.
func fieldsOf(t reflect.Type) []field {
	var list []field
	if t.Kind() != reflect.Struct {
		return nil
	}
	for i := range t.NumField() {
		tag := t.Field(i).Tag
		f := field{key: tag.Get("yaml"), doc: tag.Get("doc"), required: tag.Get("required") != "", index: i, tag: tag}
		if f.name = f.key; f.key == "" {
			flag, _, _ := strings.Cut(tag.Get("flag"), ",")
			f.name = "--" + flag
		}
		if f.name != "--" && f.key != "-" {
			f.most, _ = strconv.ParseInt(tag.Get("most"), 10, 64)
			list = append(list, f)
		}
	}
	return list
}

// description returns the meaning of a key whose default is given.
func (f *field) description(value reflect.Value) string {
	if value.Kind() != reflect.Int {
		return f.doc
	}
	return strings.ReplaceAll(f.doc, "{default}", phrase.Thousands(int(value.Int())))
}
