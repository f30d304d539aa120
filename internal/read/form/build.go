package form

import (
	"sync"

	"github.com/iatilint/iatilint/internal/read/codes"
	"github.com/iatilint/iatilint/schema"
	"github.com/iatilint/iatilint/schema/codelist"
	"github.com/iatilint/iatilint/schema/iati"
)

// Options configure how entries are read.
type Options struct {
	Version string        // of the standard, where the file declares none
	Lists   *codelist.Set // nil = the embedded ones

	Start      int64              // offset of the first byte in the file, after a byte order mark
	EncodedLen func(string) int64 // nil for UTF-8
}

// Newest is the version of the standard that the form follows.
const Newest = "2.03"

// builder makes one entry of a value.
type builder struct {
	entry   *schema.Entry
	version string
	lists   *codelist.Set
	lang    string // default language of narratives
	tabular bool   // nodes have a cell for a place, not a JSON Pointer
	paths   map[[2]string]string
}

// Build fills an entry, which has its File, Source, Index and Pointer, from a
// value. What is wrong with the value becomes faults of the entry.
func Build(e *schema.Entry, v *Value, o Options) {
	b := newBuilder(e, o)
	e.Suppressions = append(e.Suppressions, extractSuppressions(v)...)
	e.At, e.Tag = v.At, v.tag()
	prune(e, v)
	b.read(v)
	b.addViolations(v)
}

// Add adds what a value holds to an entry that was read from prose, such as the
// indicators of a table below it.
func Add(e *schema.Entry, v *Value, o Options) {
	b := newBuilder(e, o)
	prune(e, v)
	entry.fill(b, e, v, "")
	b.addViolations(v)
}

func newBuilder(e *schema.Entry, o Options) *builder {
	b := &builder{entry: e, version: o.Version, lists: o.Lists, paths: map[[2]string]string{}}
	if e.File != nil {
		b.tabular = e.File.Format == schema.CSV || e.File.Format == schema.XLSX || e.File.Format == schema.DOCX
	}
	if codeRules(b.version) == nil {
		b.version = Newest
	}
	if b.lists == nil {
		b.lists = codelist.Embedded()
	}
	return b
}

// addViolations adds the faults that the JSON Schema finds, and sorts all. Of a
// million of them only as many as the limit allows are in memory.
func (b *builder) addViolations(v *Value) {
	e := b.entry
	keep := func() {
		sortFaults(e.Faults)
		e.SetFaults(e.Faults)
	}
	enough := 4 * e.Limits().Faults
	violations(e, v, func(found []schema.Fault) {
		if e.Faults = append(e.Faults, found...); len(e.Faults) > enough {
			keep()
			enough = len(e.Faults) + 4*e.Limits().Faults
		}
	})
	keep()
}

// join returns the path of an element in another, out of a cache.
func (b *builder) join(path, name string) string {
	if path == "" {
		return name
	}
	key := [2]string{path, name}
	joined, ok := b.paths[key]
	if !ok {
		joined = path + "/" + name
		b.paths[key] = joined
	}
	return joined
}

// code reads a value that has to be on a code list, if there is a list for it.
func (b *builder) code(v *Value, element, attribute string) schema.Text {
	t := TextOf(v)
	if !t.Present() {
		return t
	}
	rule, ok := codeRules(b.version)[[2]string{element, attribute}]
	if !ok {
		return t
	}
	list := b.lists.List(rule.List)
	if list.Has(t.Value) {
		return t
	}
	nearest, _ := list.Nearest(t.Value)
	b.entry.AddFault(codes.Fault(iati.CodeFault{
		OfficialID: rule.OfficialID, List: rule.List, Path: element, Element: last(element), Attribute: attribute, Value: t.Value,
		Nearest: nearest.Code, Label: nearest.Name,
	}, t.At))
	return t
}

// codeIn returns the code of an element that has nothing else.
func (b *builder) codeIn(v *Value, element string) schema.Text {
	if v.Kind == Object {
		v = v.Get("code")
	}
	return b.code(v, element, "code")
}

// codeRules returns the rules of a version that the form can break, by element and
// attribute. Of several for one attribute the one without a condition, or for
// elements without a vocabulary, holds.
func codeRules(version string) map[[2]string]codelist.Rule { return codeRulesByVersion()[version] }

var codeRulesByVersion = sync.OnceValue(func() map[string]map[[2]string]codelist.Rule {
	all := map[string]map[[2]string]codelist.Rule{}
	for _, version := range []string{"2.01", "2.02", Newest} {
		all[version] = map[[2]string]codelist.Rule{}
		for _, r := range codelist.Rules(version) {
			if r.When.Attribute == "" || r.When.Default {
				all[version][[2]string{r.Element, r.Attribute}] = r
			}
		}
	}
	return all
})
