package sheet

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/iatilint/iatilint/internal/read/form"
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

// keyOf returns what a table can hold of an element under a name; nil where it
// can't. Beside the keys of the standard a period has a year.
func keyOf(element *form.Shape, name string) *form.Key {
	switch {
	case element.Name == "period" && name == yearKey:
		return &periodYear
	case element == form.EntryShape() && slices.Contains(documentKeys, name):
		return nil
	}
	return element.Key(name)
}

// documentKeys are keys of an entry that only documents have.
var documentKeys = []string{"kind", "id", "narrative", "elsewhere"}

var periodYear = form.Key{Name: yearKey, Shape: &form.Shape{Name: yearKey}}

// yearKey is the key of a year, which is the start and the end of a period.
const yearKey = "year"

// defaultParts are the parts that a column means which names only the element.
var defaultParts = map[string]string{
	"prose": "narrative", "narrative": "text", "location": "ref", "baseline": "value", "measurement": "value",
	"activity-date": "iso-date", "reporting-org": "ref", "participating-org": "narrative", "other-identifier": "ref", "related-activity": "ref",
	"document-link": "url", "result": "title", "indicator": "title", "period": yearKey, "dimension": "value",
	"result-reference": "code", "indicator-reference": "code",
}

// prefixes are what may be left out at the start of a path.
var prefixes = map[string]string{
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
	if full, ok := prefixes[words[0]]; ok {
		words = append(strings.Split(full, "/"), words[1:]...)
	}
	var path Path
	element := form.EntryShape()
	for _, word := range words {
		key := strings.ToLower(strings.TrimPrefix(strings.TrimSpace(word), "@"))
		if n, err := strconv.Atoi(key); err == nil && n >= 0 {
			if len(path) > 0 {
				path[len(path)-1].Slot = n
			}
			continue
		}
		if element.Simple() {
			if key == "iso-date" || key == "code" || key == "text" {
				continue // of an element that has nothing else
			}
			return nil, fmt.Errorf("%s has no part %q", path, word)
		}
		k := keyOf(element, key)
		if k == nil {
			return nil, fmt.Errorf("%s has no part %q", orEntry(path), word)
		}
		path = append(path, Step{Key: key})
		element = k.Shape
	}
	if len(path) == 0 { // numbers alone, as in 172/200
		return nil, fmt.Errorf("%q names no field", text)
	}
	for !element.Simple() {
		key := defaultParts[element.Name]
		path = append(path, Step{Key: key})
		element = keyOf(element, key).Shape
	}
	return path, nil
}

func orEntry(p Path) string {
	if len(p) == 0 {
		return "an entry"
	}
	return p.String()
}

// under reports whether the path goes through the keys.
func (p Path) under(keys ...string) bool {
	return len(p) >= len(keys) && slices.EqualFunc(p[:len(keys)], keys, func(s Step, key string) bool { return s.Key == key })
}
