package form

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	diff "github.com/google/go-cmp/cmp"

	"github.com/iatilint/iatilint/schema"
)

// definitionText is what a definition of the JSON Schema says of keys.
type definitionText struct {
	Required   []string
	Properties map[string]struct {
		Ref  string `json:"$ref"`
		Then struct {
			Items struct {
				Ref string `json:"$ref"`
			}
		}
	}
}

// definitionTexts reads the definitions of entries and what is in them.
func definitionTexts(t *testing.T) map[string]definitionText {
	t.Helper()
	text, _ := schema.DocumentSchema("submission")
	var all struct {
		Defs map[string]definitionText `json:"$defs"`
	}
	if err := json.Unmarshal(text, &all); err != nil {
		t.Fatal(err)
	}
	delete(all.Defs, "iati-activities")
	delete(all.Defs, "ignore")
	return all.Defs
}

// Every definition has its shape, with the same keys.
func TestShapesAreDefinitions(t *testing.T) {
	texts, seen := definitionTexts(t), map[string]bool{}
	for s := range definitions() {
		seen[s.Name] = true
		got, want := map[string]string{}, map[string]string{}
		for _, k := range s.Keys {
			if got[k.Name] = "#/$defs/" + k.Shape.Name; k.Repeated {
				got[k.Name] += " repeated"
			}
			if k.Required != slices.Contains(texts[s.Name].Required, k.Name) {
				t.Errorf("the key %s of %s is required: %t", k.Name, s.Name, k.Required)
			}
		}
		for name, holds := range texts[s.Name].Properties {
			if want[name] = holds.Ref; name == "kind" {
				want[name] = "#/$defs/" + kindShape.Name
			} else if holds.Ref == "" {
				want[name] = holds.Then.Items.Ref + " repeated"
			}
		}
		if d := diff.Diff(want, got); d != "" {
			t.Errorf("%s (-schema +shape):\n%s", s.Name, d)
		}
	}
	for name := range texts {
		if !seen[name] {
			t.Errorf("no shape is defined as %s", name)
		}
	}
}

// No shape is more lenient than its definition: a value that surely conforms has
// nothing that the validator finds wrong, and one that does not is found so in the
// words that a message has for it.
func TestNeverMoreLenient(t *testing.T) {
	values := []string{
		`null`, `true`, `false`, `0`, `1`, `-7`, `0.5`, `1e3`, `""`, `"a"`, `"true"`, `"1"`, `"soon"`, `"outcome"`,
		`"2024-01-31"`, `" 2024-01-31\n"`, `"2024-01-31Z"`, `"2024-01-31+02:00"`, `"2024-01-31+02"`, `"2024-02-30"`, `"24-01-31"`, `"2024-1-31"`, `"\u00a02024-01-31"`,
		`"2024-01-31T10:00:00Z"`, `"2024-01-31T10:00:00"`, `"2024-01-31T10:00:00,5Z"`, `"2024-01-31T1:00:00Z"`, `"2024-01-31T10:00Z"`, `"2024-01-31T99:99:99.123+99:99 "`,
		`[]`, `[1]`, `["a", "a"]`, `["a", 1, null]`, `[[]]`, `{}`, `{"a": 1}`,
	}
	for s, definition := range definitions() {
		whole := map[string]string{} // an object with every key, and with one less
		for _, k := range s.Keys {
			for _, good := range values {
				if v := decode(good); k.Shape.conforms(v) {
					whole[k.Name] = good
					break
				}
			}
		}
		texts := append(slices.Clone(values), objectOf(whole, "", ""))
		for _, k := range s.Keys {
			texts = append(texts, objectOf(whole, k.Name, ""), objectOf(whole, "", k.Name))
			for _, value := range values {
				texts = append(texts, objectOf(map[string]string{k.Name: value}, "", ""))
			}
		}
		for _, text := range texts {
			v, doubt := decode(text), false
			s.doubtful(v, nil, func(part *Shape, v *Value, _ []step) {
				doubt = doubt || definitions()[part].Validate(plain(v)) != nil
			})
			if err := definition.Validate(plain(v)); (err != nil) != doubt {
				t.Errorf("%s and %s: in parts something is found: %v; in the whole: %v", s.Name, text, doubt, err)
			}
		}
	}
}

// objectOf writes an object without one of its keys, and with another twice.
func objectOf(keys map[string]string, without, twice string) string {
	text := ""
	for _, name := range slices.Sorted(maps.Keys(keys)) {
		for range map[bool]int{true: 2, false: 1}[name == twice] {
			if name != without {
				text += fmt.Sprintf(", %q: %s", name, keys[name])
			}
		}
	}
	return "{" + strings.TrimPrefix(text, ", ") + "}"
}

// The keys of an object are told apart by the bits of a word.
func TestFewKeys(t *testing.T) {
	for s := range definitions() {
		if len(s.Keys) > 64 {
			t.Errorf("%s has %d keys", s.Name, len(s.Keys))
		}
	}
}
