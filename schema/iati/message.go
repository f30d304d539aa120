package iati

import (
	"fmt"
	"strings"
)

// Message says what is wrong and what to write instead, for someone who edits
// reports rather than schemas.
func (f Fault) Message() string {
	switch f.Kind {
	case WrongRoot:
		return f.wrongRoot()
	case WrongNamespace:
		return f.wrongNamespace()
	case UnknownElement:
		return f.unknownElement()
	case NewerElement:
		return f.newerElement()
	case RemovedElement:
		return fmt.Sprintf("%q left the standard in version 2.01: use %s", f.Element, f.Expected[0])
	case MissingElement:
		return fmt.Sprintf("%q has no %s%s", f.Element, quoted(f.Missing, "or"), f.place())
	case EmptyElement:
		if len(f.Missing) == 1 && f.Missing[0] == "narrative" {
			return fmt.Sprintf("%q is empty: write its text in a \"narrative\", or leave it out", f.Element)
		}
		return fmt.Sprintf("%q is empty: it needs %s%s", f.Element, quoted(f.Missing, "and"), inThisOrder(f.Missing))
	case MisplacedElement:
		return f.misplacedElement()
	case RepeatedElement:
		message := fmt.Sprintf("%q may stand only once in %q", f.Element, f.Parent)
		if textElements[f.Element] {
			message += ": for another language or paragraph add a \"narrative\" to the first"
		}
		return message
	case MarkupInText:
		return fmt.Sprintf("the element %q stands in %q, which takes only text: remove the tags, or write &lt; for a <", f.Element, f.Parent)
	case StrayText:
		if f.Value == "" {
			return fmt.Sprintf("an empty CDATA section stands directly in %q, which takes only elements: remove it", f.Element)
		}
		if f.hint == hintWrap {
			return fmt.Sprintf("the text %q stands directly in %q: put it into a \"narrative\"", f.Value, f.Element)
		}
		return fmt.Sprintf("the text %q stands directly in %q, which takes only elements: remove it, or move it into the element it belongs to", f.Value, f.Element)
	case InvalidText:
		return fmt.Sprintf("%q in %q is %s", f.Value, f.Element, wrongType(f.Type, f.Value))
	case MissingAttribute:
		message := fmt.Sprintf("%q lacks the %s", f.Element, attributeNames(f.Missing))
		if f.Since != "" {
			message += fmt.Sprintf(", which version %s requires (it may be left out from %s on)", f.Version, f.Since)
		}
		return message
	case UnknownAttribute:
		return f.unknownAttribute()
	case NewerAttribute:
		return fmt.Sprintf("the attribute %q of %q exists only from version %s on: the file is version %s", f.Attribute, f.Element, f.Since, f.Version)
	case RemovedAttribute:
		return fmt.Sprintf("the attribute %q of %q left the standard in version 2.01: use %s", f.Attribute, f.Element, f.Expected[0])
	case ForeignAttribute:
		return fmt.Sprintf("%q may not have the attribute %q of the namespace %q: only its own attributes are allowed", f.Element, f.Attribute, f.Namespace)
	case InvalidValue:
		if f.Attribute == "xsi:type" {
			return fmt.Sprintf("the xsi:type %q of %q is not its type: remove the attribute", f.Value, f.Element)
		}
		return fmt.Sprintf("%q in the attribute %q of %q is %s", f.Value, f.Attribute, f.Element, wrongType(f.Type, f.Value))
	}
	return f.Kind.String()
}

// textElements are those whose text may stand in several languages.
var textElements = map[string]bool{"title": true, "description": true, "comment": true, "name": true}

func (f Fault) wrongRoot() string {
	switch {
	case f.Element == RootOrganisations:
		return fmt.Sprintf("this is an organisation file (%q): results stand in activity files, whose first element is %q", f.Element, RootActivities)
	case strings.EqualFold(f.Element, RootActivities):
		return fmt.Sprintf("the first element is %q: write it %q", f.Element, RootActivities)
	case f.Element == activityElement:
		return fmt.Sprintf("the first element is %q: put all activities into one %q", f.Element, RootActivities)
	}
	return fmt.Sprintf("the first element is %q: an activity file begins with %q", f.Element, RootActivities)
}

func (f Fault) wrongNamespace() string {
	if f.Element == RootActivities {
		return fmt.Sprintf("%q stands in the namespace %q, but the elements of the standard are in none: remove the xmlns or the prefix", f.Element, f.Namespace)
	}
	return fmt.Sprintf("%q in %q stands in a namespace, but the elements of the standard are in none: remove its xmlns or prefix", f.Element, f.Parent)
}

func (f Fault) unknownElement() string {
	switch f.hint {
	case hintSpelling:
		if strings.EqualFold(f.Element, f.Expected[0]) {
			return fmt.Sprintf("%q in %q must be written %q: capital and small letters differ", f.Element, f.Parent, f.Expected[0])
		}
		return fmt.Sprintf("there is no %q in %q: write %q", f.Element, f.Parent, f.Expected[0])
	case hintElsewhere:
		return fmt.Sprintf("%q may not stand in %q: it belongs in %s", f.Element, f.Parent, quoted(f.Expected, "or"))
	}
	if len(f.Expected) == 0 {
		return fmt.Sprintf("there is no %q in %q, which takes no elements", f.Element, f.Parent)
	}
	return fmt.Sprintf("there is no %q in %q: it takes %s", f.Element, f.Parent, quoted(f.Expected, "and"))
}

func (f Fault) newerElement() string {
	if f.RelatedAt != (Range{}) {
		return fmt.Sprintf("%q may be repeated in %q only from version %s on: the file is version %s", f.Element, f.Parent, f.Since, f.Version)
	}
	return fmt.Sprintf("%q in %q exists only from version %s on: the file is version %s", f.Element, f.Parent, f.Since, f.Version)
}

// place returns where a missing element belongs.
func (f Fault) place() string {
	it := "it"
	if len(f.Missing) > 1 {
		it = "they"
	}
	switch {
	case f.After != "" && f.Before != "":
		return fmt.Sprintf(": %s must stand between %q and %q", it, f.After, f.Before)
	case f.After != "":
		return fmt.Sprintf(": %s must stand after %q", it, f.After)
	case f.Before != "":
		return fmt.Sprintf(": %s must stand before %q", it, f.Before)
	}
	if len(f.Missing) > 1 {
		return ": they must stand in this order"
	}
	return ""
}

func (f Fault) misplacedElement() string {
	var message string
	switch {
	case f.Element == "":
		return fmt.Sprintf("an element of another namespace stands among those of %q: it must come after %q", f.Parent, f.After)
	case f.Before == "" && f.After == "":
		return fmt.Sprintf("%q must come before the elements of other namespaces in %q", f.Element, f.Parent)
	case f.Before != "":
		message = fmt.Sprintf("%q must come before %q in %q", f.Element, f.Before, f.Parent)
	default:
		message = fmt.Sprintf("%q must come after %q in %q", f.Element, f.After, f.Parent)
	}
	return message + f.orderTrap()
}

// orderTrap reminds of the two places in which version 2.03 orders the same two
// elements in opposite ways.
func (f Fault) orderTrap() string {
	other := f.Before + f.After
	if f.Element+other != "document-linkcomment" && f.Element+other != "commentdocument-link" {
		return ""
	}
	switch f.Parent {
	case "baseline":
		return " (a baseline has its document links before the comment, a target or actual after it)"
	case "target", "actual":
		return " (a target or actual has the comment before its document links, a baseline after them)"
	}
	return ""
}

func (f Fault) unknownAttribute() string {
	switch {
	case f.Attribute == "xsi:nil":
		return fmt.Sprintf("%q has xsi:nil, which no element of the standard takes: leave the element out", f.Element)
	case f.hint == hintSpelling:
		return fmt.Sprintf("there is no attribute %q in %q: write %q", f.Attribute, f.Element, f.Expected[0])
	case f.hint == hintElsewhere:
		return fmt.Sprintf("there is no attribute %q in %q: it belongs to %s", f.Attribute, f.Element, quoted(f.Expected, "or"))
	case len(f.Expected) > 0:
		return fmt.Sprintf("there is no attribute %q in %q: it takes %s", f.Attribute, f.Element, quoted(f.Expected, "and"))
	}
	return fmt.Sprintf("there is no attribute %q in %q: it takes none", f.Attribute, f.Element)
}

// typeNames says what a value is not, and how to write it.
var typeNames = map[string]struct{ wrong, write string }{
	"date":               {"no date", "write year-month-day, such as 2024-12-31"},
	"dateTime":           {"no date and time", "write them like 2024-12-31T23:59:59Z"},
	"boolean":            {"neither true nor false", "write true, false, 1 or 0"},
	"decimal":            {"no number", "write digits with a point for the decimals, without thousands separators, units or blanks"},
	"int":                {"no whole number", "write digits only"},
	"nonNegativeInteger": {"no whole number from 0 on", "write digits only"},
	"positiveInteger":    {"no whole number from 1 on", "write digits only, such as 2024"},
	"anyURI":             {"no web address", "write one like https://example.org/report.pdf, blanks and signs like [ or % escaped"},
	"NMTOKEN":            {"no name", "write letters, digits and . - _ : without blanks"},
	"language or empty":  {"no language code", "write one like en or fr"},
	"space":              {"neither default nor preserve", "remove the attribute"},
	"ID":                 {"no identifier that XML allows", "begin it with a letter and leave out blanks and colons"},
}

func wrongType(typ, value string) string {
	words, ok := typeNames[typ]
	if !ok {
		return "no value of the type " + typ
	}
	if strings.TrimSpace(value) == "" && typ != "space" {
		return words.wrong + ": it is empty"
	}
	return words.wrong + ": " + words.write
}

func attributeNames(names []string) string {
	if len(names) == 1 {
		return fmt.Sprintf("attribute %q", names[0])
	}
	return "attributes " + quoted(names, "and")
}

func inThisOrder(names []string) string {
	if len(names) > 1 {
		return ", in this order"
	}
	return ""
}

// quoted lists names: "a", "b" and "c"; long lists are cut.
func quoted(names []string, last string) string {
	const most = 12
	if len(names) > most {
		names = append(names[:most-1:most-1], fmt.Sprintf("%d others", len(names)-most+1))
	}
	var b strings.Builder
	for i, name := range names {
		switch {
		case i == 0:
		case i == len(names)-1:
			b.WriteString(" " + last + " ")
		default:
			b.WriteString(", ")
		}
		if strings.HasSuffix(name, " others") {
			b.WriteString(name)
		} else {
			fmt.Fprintf(&b, "%q", name)
		}
	}
	return b.String()
}

// Message says which value is not on its list, or how the list writes it.
func (f CodeFault) Message() string {
	where := f.Attribute + " of " + f.Element
	if f.Attribute == "" {
		where = "the text of " + f.Element
	}
	if strings.EqualFold(strings.TrimSpace(f.Value), f.Nearest) {
		return fmt.Sprintf("%s is %q, which the code list %s writes %q", where, f.Value, f.List, f.Nearest)
	}
	return fmt.Sprintf("%s is %q, which is not on the code list %s", where, f.Value, f.List)
}
