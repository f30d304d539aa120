package jsonread

import (
	"errors"
	"io"
	"math"
	"reflect"
	"strings"
	"testing"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/iatilint/iatilint/internal/read/form"
	"github.com/iatilint/iatilint/internal/read/ignore"
	"github.com/iatilint/iatilint/schema"
)

// FuzzTree: an entry of whose tree only so much is made as it may have is the
// entry of the whole tree.
func FuzzTree(f *testing.F) {
	for _, text := range []string{
		`{"iati-identifier": "A", "result": [{}, {}, {}, {}], "title": "T"}`,
		`{"result": [{"title": "a", "indicator": [{"period": [{}, {}]}, {}]}, {"title": ["a", "b"]}], "x": {}, "iati-identifier": "A", "y": [], "z": 1}`,
		`{"result": [{"type": "1", "title": {"narrative": [{"text": "a"}]}, "indicator": []}, {"type": "2", "indicator": [{}], "ref": "3"}], "narrative": ["a", "b", "c"]}`,
		`{"x-iatilint-ignore": ["a", "b"], "result": [{"x-iatilint-ignore": "c why", "indicator": {}}], "narrative": [["a"], [["b"]]]}`,
		`{"a": 1, "b": 2, "c": 3, "d": 4, "e": 5, "f": {}, "g": 7}`,
		`{"title": "a", "title": ["b", "c"], "result": [{}]}`,
		`{"x-iatilint-ignore": ["a"], "b": "1", "c": [{"d": {}}], "e": [["f"], [["g"]]]}`,
	} {
		for limit := range uint8(8) {
			f.Add(text, limit)
		}
	}
	f.Fuzz(func(t *testing.T, text string, limit uint8) {
		if len(text) > 1<<10 || strings.ContainsAny(text[max(len(text)-1, 0):], " \n\t\r") || !isObject(text) {
			return
		}
		limits := schema.Limits{Nodes: int(limit) + 1, Keys: int(limit) + 2}
		made := entryOf(text, limits, limits)
		whole := entryOf(text, limits, schema.Limits{Nodes: math.MaxInt32, Keys: math.MaxInt32})
		for _, f := range whole.Faults {
			if strings.Contains(f.Message, "stands twice") || strings.Contains(f.Message, ignore.Key) {
				return // of what is not made it is not said
			}
		}
		made.Tag, made.Suppressions = whole.Tag, whole.Suppressions // of what is not made there are none
		for _, e := range []*schema.Entry{made, whole} {
			if e.FaultAt(schema.Range{Start: -1}) {
				t.Error("a fault stands before the file")
			}
		}
		if !reflect.DeepEqual(made, whole) {
			t.Errorf("by %d nodes:\n%+v\nnot\n%+v", limits.Nodes, made, whole)
		}
	})
}

func isObject(text string) bool {
	d := jsontext.NewDecoder(strings.NewReader(text), jsontext.AllowDuplicateNames(true))
	v, err := d.ReadValue()
	if err != nil || v.Kind() != '{' || len(v) != len(text) {
		return false
	}
	_, err = d.ReadToken()
	return errors.Is(err, io.EOF)
}

func entryOf(text string, limits, made schema.Limits) *schema.Entry {
	e := &schema.Entry{File: &schema.File{Format: schema.JSON, Limits: limits}, Source: &schema.Source{Text: text}}
	form.Build(e, tree(text, made, e.AddFault), form.Options{})
	return e
}

// Of a million parts only so many are made as an entry may have.
func TestTreeOfManyParts(t *testing.T) {
	const n = 50_000
	limits := schema.Limits{Nodes: 100, Keys: 100}
	for name, text := range map[string]string{
		"items":     `{"a": [` + strings.Repeat("{},", n) + `{}]}`,
		"texts":     `{"a": [` + strings.Repeat(`"a",`, n) + `1]}`,
		"members":   `{` + strings.Repeat(`"a": {},`, n) + `"b": 1}`,
		"keys":      `{` + keys(n) + `"b": 1}`,
		"deep":      strings.Repeat(`{"a":`, 5000) + "1" + strings.Repeat(`}`, 5000),
		"deep here": strings.Repeat(`[`, 5000) + strings.Repeat(`]`, 5000),
		"requests":  `{"x-iatilint-ignore": [` + strings.Repeat(`"a",`, n) + `1]}`,
	} {
		v := tree(text, limits, nil)
		if size := sizeOf(v); size > 2*schema.DefaultMaxIgnores {
			t.Errorf("%s: %d values are made", name, size)
		}
		if v.At.End != int32(len(text)) {
			t.Errorf("%s: it ends at %d, not %d", name, v.At.End, len(text))
		}
	}
}

func keys(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(`"k` + strings.Repeat("x", i%100) + string(rune('a'+i%26)) + `": 1, `)
	}
	return b.String()
}

func sizeOf(v *form.Value) int {
	size := 1
	for _, item := range v.Items {
		size += sizeOf(item)
	}
	for _, m := range v.Members {
		size += sizeOf(m.Value)
	}
	return size
}
