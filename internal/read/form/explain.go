package form

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/iatilint/iatilint/internal/nearest"
	"github.com/iatilint/iatilint/internal/phrase"
	"github.com/iatilint/iatilint/schema"
)

// finding is one thing that the JSON Schema found.
type finding struct {
	entry   *schema.Entry
	root    *Value
	at      []string // where in the entry
	keyword []string // what in the schema it departs from
}

// explain puts a finding into the words of the people who report.
func explain(f finding) []schema.Fault {
	v := f.root.resolve(f.at)
	switch f.keyword[len(f.keyword)-1] {
	case "additionalProperties":
		return unknownKeys(f, v)
	case "required":
		return missingKeys(f, v)
	case "type":
		return single(v, fmt.Sprintf("%s is %s; it should be %s", f.name(), kindWords[v.Kind], expected(f.wanted())), "")
	case "enum":
		return single(v, fmt.Sprintf("%s is %s; it can be %s", f.name(), described(v), alternatives(f.wanted())), "")
	case "pattern":
		return malformed(f, v)
	}
	return single(v, f.name()+" is not as it should be", "")
}

func single(v *Value, message, hint string) []schema.Fault {
	return []schema.Fault{violation(v.tag(), message, hint)}
}

func violation(at schema.Range, message, hint string) schema.Fault {
	return schema.Fault{Kind: schema.InvalidStructure, At: at, Message: message, Hint: hint}
}

// wanted is what the keyword asks for.
func (f finding) wanted() any { return lookUp(submission().tree, f.keyword) }

// sibling is another keyword of the same part of the schema.
func (f finding) sibling(name string) any {
	path := append(slices.Clone(f.keyword[:len(f.keyword)-1]), name)
	return lookUp(submission().tree, path)
}

// noun is the element that the finding is about: "indicator"; an entry is what
// it calls itself.
func (f finding) noun() string {
	for _, token := range slices.Backward(f.at) {
		if _, err := strconv.Atoi(token); err != nil {
			return token
		}
	}
	return string(f.entry.Kind)
}

// name is noun with what it belongs to: "the measure of the indicator".
func (f finding) name() string {
	name := "the " + f.noun()
	seen := false
	for _, token := range slices.Backward(f.at) {
		if _, err := strconv.Atoi(token); err == nil {
			continue
		}
		if seen {
			return name + " of the " + token
		}
		seen = true
	}
	if len(f.at) == 0 {
		return name
	}
	return name + " of the " + string(f.entry.Kind)
}

func unknownKeys(f finding, v *Value) []schema.Fault {
	properties, _ := f.sibling("properties").(map[string]any)
	var known []string
	for name := range properties {
		known = append(known, name)
	}
	slices.Sort(known)
	var faults []schema.Fault
	for _, m := range v.Members {
		if _, ok := properties[m.Key]; ok || m.Value.Kind == Null {
			continue
		}
		hint := strings.TrimPrefix(nearest.Hint(m.Key, known), "; ")
		faults = append(faults, violation(m.KeyAt, fmt.Sprintf("%s has nothing called %q", article(f.noun()), m.Key), hint))
	}
	return faults
}

func missingKeys(f finding, v *Value) []schema.Fault {
	wanted, _ := f.wanted().([]any)
	var missing []string
	for _, w := range wanted {
		if name, _ := w.(string); v.Get(name) == nil && !slices.Contains(v.Elsewhere, name) {
			missing = append(missing, name)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	return single(v, fmt.Sprintf("the %s has no %s", f.noun(), phrase.List(missing, "or")), "")
}

// malformed words a text of the wrong form. Dates of results are the business
// of period/invalid-date, which knows more about them.
func malformed(f finding, v *Value) []schema.Fault {
	name := f.noun()
	if name == "iso-date" && len(f.at) > 1 {
		name = finding{at: f.at[:len(f.at)-1], entry: f.entry}.noun()
	}
	switch name {
	case "period-start", "period-end", "baseline", "activity-date":
		d, ok := schema.ParseDate(v.Text)
		if !ok {
			return nil
		}
		return single(v, fmt.Sprintf("%s is %q, a date with a time", f.name(), v.Text), "write the day alone: "+d.String())
	case "last-updated-datetime", "generated-datetime":
		return single(v, fmt.Sprintf("%s is %q, which is no date with a time", f.name(), v.Text), "write it as 2024-12-31T23:59:59Z")
	}
	return single(v, fmt.Sprintf("%s is %q, which is no date", f.name(), v.Text), "write year-month-day, such as 2024-12-31")
}

// kindWords say what a value is to people who don't know JSON.
var kindWords = [...]string{
	Null:   "null, which says nothing",
	Bool:   "true or false",
	Number: "a number",
	String: "plain text",
	List:   "a list",
	Object: "a group of keys",
}

var typeWords = map[string]string{
	"string": "text in quotes", "integer": "a whole number", "number": "a number",
	"object": "a group of keys", "array": "a list", "boolean": "true or false",
}

// expected words the types that a keyword names.
func expected(wanted any) string {
	var words []string
	switch t := wanted.(type) {
	case string:
		words = append(words, typeWords[t])
	case []any:
		for _, one := range t {
			name, _ := one.(string)
			words = append(words, typeWords[name])
		}
	}
	return phrase.List(words, "or")
}

// alternatives lists the values that are allowed.
func alternatives(wanted any) string {
	list, _ := wanted.([]any)
	var words []string
	for _, one := range list {
		switch w := one.(type) {
		case bool:
			words = append(words, strconv.FormatBool(w))
		case string:
			if !slices.Contains(words, w) && w != "0" && w != "1" {
				words = append(words, w)
			}
		}
	}
	return phrase.List(words, "or")
}

// described shows a value that is not allowed.
func described(v *Value) string {
	switch v.Kind {
	case String:
		return strconv.Quote(v.Text)
	case Number, Bool:
		return v.Text
	}
	return kindWords[v.Kind]
}

func article(noun string) string {
	if strings.ContainsRune("aeiou", rune(noun[0])) {
		return "an " + noun
	}
	return "a " + noun
}
