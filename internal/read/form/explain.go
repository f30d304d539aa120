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
	at      []string // where in the entry
	value   *Value
	shape   *Shape // that the value should have
	keyword string // of the JSON Schema that it departs from
}

// explain puts a finding into the words of the people who report.
func explain(f finding) []schema.Fault {
	v := f.value
	switch f.keyword {
	case "additionalProperties":
		return unknownKeys(f)
	case "required":
		return missingKeys(f)
	case "type":
		return single(v, fmt.Sprintf("%s is %s; it should be %s", f.name(), kindWords[v.Kind], phrase.List(f.shape.kindNames(), "or")), "")
	case "enum":
		return single(v, fmt.Sprintf("%s is %s; it can be %s", f.name(), described(v), phrase.List(f.shape.choices(), "or")), "")
	case "pattern":
		return malformed(f)
	}
	return single(v, f.name()+" is not as it should be", "")
}

func single(v *Value, message, hint string) []schema.Fault {
	return []schema.Fault{violation(v.tag(), message, hint)}
}

func violation(at schema.Range, message, hint string) schema.Fault {
	return schema.Fault{Kind: schema.InvalidStructure, At: at, Message: message, Hint: hint}
}

// nouns returns the elements that lead to what the finding is about, from the entry
// down; an entry is what it calls itself.
func (f finding) nouns() []string {
	nouns := []string{string(f.entry.Kind)}
	for _, token := range f.at {
		if _, err := strconv.Atoi(token); err != nil {
			nouns = append(nouns, token)
		}
	}
	return nouns
}

// noun returns the element that the finding is about: "indicator".
func (f finding) noun() string {
	nouns := f.nouns()
	return nouns[len(nouns)-1]
}

// name returns noun with what it belongs to: "the measure of the indicator".
func (f finding) name() string {
	nouns := f.nouns()
	name := "the " + f.noun()
	if len(nouns) > 1 {
		name += " of the " + nouns[len(nouns)-2]
	}
	return name
}

func unknownKeys(f finding) []schema.Fault {
	var known []string
	for _, k := range f.shape.Keys {
		known = append(known, k.Name)
	}
	slices.Sort(known)
	var faults []schema.Fault
	for _, m := range f.value.Members {
		if f.shape.Key(m.Key) != nil || m.Value.Kind == Null {
			continue
		}
		hint := strings.TrimPrefix(nearest.Hint(m.Key, known), "; ")
		faults = append(faults, violation(m.KeyAt, fmt.Sprintf("%s has nothing called %q", article(f.noun()), m.Key), hint))
	}
	return faults
}

func missingKeys(f finding) []schema.Fault {
	var missing []string
	for _, k := range f.shape.Keys {
		if k.Required && f.value.Get(k.Name) == nil && !slices.Contains(f.value.NotInFormat, k.Name) {
			missing = append(missing, k.Name)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	return single(f.value, fmt.Sprintf("the %s has no %s", f.noun(), phrase.List(missing, "or")), "")
}

// malformed words a text of the wrong form. Dates of results are the business
// of period/invalid-date, whose messages are more precise.
func malformed(f finding) []schema.Fault {
	v, name := f.value, f.noun()
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

// kindWords name the kinds of values for people who don't know JSON.
var kindWords = [...]string{
	Null:   "null, which says nothing",
	Bool:   "true or false",
	Number: "a number",
	String: "plain text",
	List:   "a list",
	Object: "a group of keys",
}

// kindNames names the kinds of values that a shape has.
func (s *Shape) kindNames() []string {
	var names []string
	for _, k := range []struct {
		bit  uint8
		name string
	}{{1 << Object, "a group of keys"}, {1 << String, "text in quotes"}, {1 << Number, "a number"}, {wholeNumber, "a whole number"}} {
		if s.kinds&k.bit != 0 {
			names = append(names, k.name)
		}
	}
	return names
}

// choices returns the texts that a shape allows, without the short forms.
func (s *Shape) choices() []string {
	return slices.DeleteFunc(slices.Clone(s.enum), func(text string) bool { return text == "0" || text == "1" })
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
