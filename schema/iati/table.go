package iati

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
)

//go:embed structure.txt
var structureTable string

// declaration is one entry of structure.txt as it holds for one version.
type declaration struct {
	key        string // "result/indicator", "type currencyType"
	attributes []attributeLine
	children   []childLine
	content    string // "= T"
	closed     bool
}

type attributeLine struct {
	name     string
	required bool
	typ      string
}

type childLine struct {
	name           string
	required, many bool
	typ            string // ": T"
}

// table is structure.txt as it holds for one version.
type table struct {
	declarations map[string]*declaration
	attributes   map[string]simpleType // declared for every element of another namespace
}

// tables holds the table of every version; structure.txt is part of the
// program, so that a line in it that makes no sense is a bug that the first test finds.
var tables = sync.OnceValue(func() map[string]*table {
	result := make(map[string]*table, len(versions))
	for _, version := range versions {
		result[version] = parseTable(version)
	}
	return result
})

func parseTable(version string) *table {
	t := &table{declarations: make(map[string]*declaration), attributes: make(map[string]simpleType)}
	var current *declaration
	for line := range strings.Lines(structureTable) {
		indented := strings.HasPrefix(line, " ")
		fields := strings.Fields(line)
		if len(fields) == 0 || fields[0] == "#" {
			continue
		}
		if last := fields[len(fields)-1]; isVersionRange(last) {
			fields = fields[:len(fields)-1]
			if !inRange(version, last) {
				if !indented {
					current = &declaration{} // its lines go nowhere
				}
				continue
			}
		}
		switch {
		case !indented && fields[0] == "attribute":
			t.attributes[fields[1]] = mustSimpleType(fields[2])
		case !indented:
			current = &declaration{key: strings.Join(fields, " ")}
			t.declarations[current.key] = current
		case fields[0] == "closed":
			current.closed = true
		case fields[0] == "=":
			current.content = fields[1]
		case fields[0][0] == '@':
			name, required := cutMark(fields[0][1:], '!', '?')
			current.attributes = append(current.attributes, attributeLine{name, required == '!', fields[1]})
		default:
			name, mark := cutMark(fields[0], '?', '*', '+')
			child := childLine{name: name, required: mark == 0 || mark == '+', many: mark == '*' || mark == '+'}
			if len(fields) == 3 && fields[1] == ":" {
				child.typ = fields[2]
			} else if len(fields) != 1 {
				panic(fmt.Sprintf("structure.txt: cannot read %q", line))
			}
			current.children = append(current.children, child)
		}
	}
	return t
}

func cutMark(word string, marks ...byte) (string, byte) {
	last := word[len(word)-1]
	for _, mark := range marks {
		if last == mark {
			return word[:len(word)-1], mark
		}
	}
	return word, 0
}

func mustSimpleType(name string) simpleType {
	if name == "language" {
		return typeLanguageOrEmpty // xml.xsd adds the empty tag to it
	}
	typ, ok := simpleTypeNamed(name)
	if !ok {
		panic(fmt.Sprintf("structure.txt: no simple type %q", name))
	}
	return typ
}

func isVersionRange(word string) bool {
	return strings.Contains(word, "..") || word == "2.01" || word == "2.02" || word == "2.03"
}

// inRange reports whether a version lies in a range: "2.02", "2.02..", "..2.02".
func inRange(version, versions string) bool {
	first, last, isRange := strings.Cut(versions, "..")
	if !isRange {
		return version == versions
	}
	return version >= first && (last == "" || version <= last)
}
