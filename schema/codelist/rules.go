package codelist

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
)

//go:embed rules.txt
var rulesTable string

// Rule says that the values of an attribute, or the text of an element, are
// codes of a list.
type Rule struct {
	OfficialID string // the official validator's id, such as "9.55.1"
	Path       string // from iati-activity: "result/@type", "crs-add/channel-code/text()"; "/@version" is the root's
	Element    string // the element's path: "result", "" for iati-activity, "/" for the root
	Attribute  string // empty where the text of the element is the code
	List       string // "ResultType"
	When       Condition
}

// Condition limits a rule to elements of one vocabulary. The zero Condition
// always holds.
type Condition struct {
	Attribute string // "vocabulary"; empty: no condition
	Value     string
	OfParent  bool // the attribute is the parent element's
	Default   bool // holds also where the attribute is absent or empty
}

// Rules returns the rules that hold for a version of the standard, in the
// order of their official ids. The slice must not be changed.
func Rules(version string) []Rule {
	return rulesByVersion()[version]
}

var rulesByVersion = sync.OnceValue(func() map[string][]Rule {
	byVersion := map[string][]Rule{"2.01": nil, "2.02": nil, "2.03": nil}
	for line := range strings.Lines(rulesTable) {
		fields := strings.Fields(line)
		if len(fields) < 3 || fields[0] == "#" {
			continue
		}
		rule := Rule{OfficialID: fields[0], Path: fields[1], List: fields[2]}
		rule.Element, rule.Attribute = splitPath(rule.Path)
		versions := ""
		for _, field := range fields[3:] {
			if strings.Contains(field, "=") {
				rule.When = parseCondition(field)
			} else {
				versions = field
			}
		}
		for version := range byVersion {
			if inRange(version, versions) {
				byVersion[version] = append(byVersion[version], rule)
			}
		}
	}
	for version := range byVersion {
		byVersion[version] = slices.Clip(byVersion[version])
	}
	return byVersion
})

func splitPath(path string) (element, attribute string) {
	if element, ok := strings.CutSuffix(path, "/text()"); ok {
		return element, ""
	}
	element, attribute, _ = strings.Cut(path, "@")
	if element != "/" {
		element = strings.TrimSuffix(element, "/")
	}
	return element, attribute
}

func parseCondition(field string) Condition {
	var c Condition
	c.Attribute, c.Value, _ = strings.Cut(field, "=")
	c.Value, c.Default = strings.CutSuffix(c.Value, "?")
	c.Attribute, c.OfParent = strings.CutPrefix(c.Attribute, "../")
	return c
}

// inRange reports whether a version lies in a range of the table: "", "2.02",
// "2.02..", "..2.02".
func inRange(version, versions string) bool {
	first, last, isRange := strings.Cut(versions, "..")
	if !isRange {
		return versions == "" || version == versions
	}
	return version >= first && (last == "" || version <= last)
}
