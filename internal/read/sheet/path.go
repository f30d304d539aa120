package sheet

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Path leads from an entry to the value that a column holds, under the names of
// the standard: result, indicator, title, narrative, text.
type Path []Step

// Step is one element or attribute of a Path. Columns with different Slots are
// about different elements of that name: dimension 1 and dimension 2.
type Step struct {
	Key  string
	Slot int
}

func (p Path) String() string {
	var keys []string
	for _, s := range p {
		keys = append(keys, s.Key)
	}
	return strings.Join(keys, "/")
}

// nature is what an element or attribute is made of.
type nature uint8

const (
	scalar  nature = iota
	scalars        // a scalar that may be repeated
	single         // an element with parts, once
	many           // an element with parts that may be repeated
)

// part is a part of an element.
type part struct {
	nature nature
	of     string // the element that says what its parts are; "" for scalars
}

// elements are the parts of each element that tables can hold.
var elements = map[string]map[string]part{
	"entry": {
		"iati-identifier": {}, "xml:lang": {}, "last-updated-datetime": {}, "activity-status": {}, "activity-scope": {},
		"default-aid-type": {scalars, ""},
		"reporting-org":    {single, "reporting-org"},
		"title":            {single, "prose"}, "description": {many, "prose"},
		"participating-org": {many, "participating-org"}, "other-identifier": {many, "other-identifier"},
		"activity-date": {many, "activity-date"}, "location": {many, "location"},
		"document-link": {many, "document-link"}, "related-activity": {many, "related-activity"},
		"result": {many, "result"},
	},
	"prose":             {"type": {}, "narrative": {many, "narrative"}},
	"narrative":         {"text": {}, "xml:lang": {}},
	"reporting-org":     {"ref": {}, "type": {}, "narrative": {many, "narrative"}},
	"participating-org": {"ref": {}, "type": {}, "role": {}, "activity-id": {}, "narrative": {many, "narrative"}},
	"other-identifier":  {"ref": {}, "type": {}},
	"activity-date":     {"type": {}, "iso-date": {}},
	"location":          {"ref": {}},
	"related-activity":  {"ref": {}, "type": {}},
	"document-link": {
		"url": {}, "format": {}, "title": {single, "prose"}, "description": {single, "prose"},
		"category": {scalars, ""}, "language": {scalars, ""}, "document-date": {},
	},
	"result": {
		"type": {}, "aggregation-status": {}, "title": {single, "prose"}, "description": {single, "prose"},
		"document-link": {many, "document-link"}, "reference": {many, "result-reference"}, "indicator": {many, "indicator"},
	},
	"result-reference":    {"vocabulary": {}, "code": {}, "vocabulary-uri": {}},
	"indicator-reference": {"vocabulary": {}, "code": {}, "indicator-uri": {}},
	"indicator": {
		"measure": {}, "ascending": {}, "aggregation-status": {}, "title": {single, "prose"}, "description": {single, "prose"},
		"document-link": {many, "document-link"}, "reference": {many, "indicator-reference"},
		"baseline": {many, "baseline"}, "period": {many, "period"},
	},
	"baseline": {
		"year": {}, "iso-date": {}, "value": {}, "comment": {single, "prose"}, "location": {many, "location"},
		"dimension": {many, "dimension"}, "document-link": {many, "document-link"},
	},
	"period": {
		"period-start": {}, "period-end": {}, yearKey: {}, "target": {many, "measurement"}, "actual": {many, "measurement"},
	},
	"measurement": {
		"value": {}, "comment": {single, "prose"}, "location": {many, "location"},
		"dimension": {many, "dimension"}, "document-link": {many, "document-link"},
	},
	"dimension": {"name": {}, "value": {}},
}

// yearKey is a year that stands for the start and the end of a period.
const yearKey = "year"

// short is the part that a column means which names only the element.
var short = map[string]string{
	"prose": "narrative", "narrative": "text", "location": "ref", "baseline": "value", "measurement": "value",
	"activity-date": "iso-date", "reporting-org": "ref", "participating-org": "narrative", "other-identifier": "ref", "related-activity": "ref",
	"document-link": "url", "result": "title", "indicator": "title", "period": yearKey, "dimension": "value",
	"result-reference": "code", "indicator-reference": "code",
}

// above is what may be left out at the start of a path.
var above = map[string]string{
	"identifier": "iati-identifier", "id": "iati-identifier", "statement": "title", "narrative": "description",
	"indicator": "result/indicator", "baseline": "result/indicator/baseline", "period": "result/indicator/period",
	"period-start": "result/indicator/period/period-start", "period-end": "result/indicator/period/period-end",
	"target": "result/indicator/period/target", "actual": "result/indicator/period/actual",
}

// ParsePath reads a path in the standard's names, in the spelling of the
// flatten tool ("result/0/indicator/0/@measure") or with dots and without the
// numbers ("indicator.measure"). Elements above an indicator, a baseline, a
// period, a target or an actual may be left out.
func ParsePath(text string) (Path, error) {
	words := strings.FieldsFunc(text, func(r rune) bool { return r == '/' || r == '.' })
	if len(words) == 0 {
		return nil, fmt.Errorf("%q names no field", text)
	}
	if full, ok := above[words[0]]; ok {
		words = append(strings.Split(full, "/"), words[1:]...)
	}
	var path Path
	element, complete := "entry", false
	for _, word := range words {
		key := strings.ToLower(strings.TrimPrefix(strings.TrimSpace(word), "@"))
		if n, err := strconv.Atoi(key); err == nil && n >= 0 {
			if len(path) > 0 {
				path[len(path)-1].Slot = n
			}
			continue
		}
		if complete {
			if key == "iso-date" || key == "code" || key == "text" {
				continue // of an element that has nothing else
			}
			return nil, fmt.Errorf("%s has no part %q", path, word)
		}
		p, ok := elements[element][key]
		if !ok {
			return nil, fmt.Errorf("%s has no part %q", orEntry(path), word)
		}
		path = append(path, Step{Key: key})
		element, complete = p.of, p.of == ""
	}
	for !complete {
		key := short[element]
		p := elements[element][key]
		path = append(path, Step{Key: key})
		element, complete = p.of, p.of == ""
	}
	return path, nil
}

func orEntry(p Path) string {
	if len(p) == 0 {
		return "an entry"
	}
	return p.String()
}

// under tells whether the path goes through the keys.
func (p Path) under(keys ...string) bool {
	return len(p) >= len(keys) && slices.EqualFunc(p[:len(keys)], keys, func(s Step, key string) bool { return s.Key == key })
}
