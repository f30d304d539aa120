package describe_test

import (
	"testing"

	"github.com/iatilint/iatilint/schema"
	"github.com/iatilint/iatilint/schema/describe"
)

func text(s string) schema.Text { return schema.Text{Value: s, At: schema.Range{End: 1}} }

func TestWords(t *testing.T) {
	for s, want := range map[string]string{
		"": "", "  ": "", "a b": "a b", " a b": "a b", "a b ": "a b", "a  b": "a b", "a\tb\nc": "a b c", "é\u00a0è  ": "é è", "été": "été",
	} {
		if got := describe.Words(s); got != want {
			t.Errorf("%q: got %q, want %q", s, got, want)
		}
	}
}

// split returns a measurement with the names and values of its dimensions.
func split(dimensions ...string) *schema.Measurement {
	m := new(schema.Measurement)
	for i := 0; i < len(dimensions); i += 2 {
		m.Dimensions = append(m.Dimensions, &schema.Dimension{Category: text(dimensions[i]), Value: text(dimensions[i+1])})
	}
	return m
}

func at(m *schema.Measurement, ref string) *schema.Measurement {
	m.Locations = append(m.Locations, &schema.LocationRef{Ref: text(ref)})
	return m
}

func TestPartDoesNotDependOnOrderOrCase(t *testing.T) {
	a, b := at(split("sex", "female", "age", "15-24"), "AF-KAN"), at(split("Age", "15-24", "Sex", " Female "), "af-kan")
	if describe.Part(a) != describe.Part(b) || describe.Category(a) != describe.Category(b) {
		t.Errorf("%q is not %q", describe.Part(a), describe.Part(b))
	}
	if empty := describe.Part(split("", " ")); empty != "" {
		t.Errorf("an empty dimension makes the part %q", empty)
	}
}

func TestPartAndCategory(t *testing.T) {
	women, others := split("sex", "female"), split("gender", "female")
	if describe.Part(women) == describe.Part(others) || describe.Category(women) != describe.Category(others) {
		t.Errorf("parts %q and %q, categories %q and %q", describe.Part(women), describe.Part(others), describe.Category(women), describe.Category(others))
	}
	if describe.Part(women) == describe.Part(at(split("sex", "female"), "X")) || describe.Category(split()) != "" {
		t.Error("a location makes no difference, or the total is a part")
	}
}

func TestLabel(t *testing.T) {
	title := &schema.Prose{Narratives: []*schema.Narrative{{Text: text(" Wells\n drilled")}}}
	for want, n := range map[string]schema.Node{
		`indicator "Wells drilled"`:         &schema.Indicator{Title: title},
		"result without a title":            &schema.Result{},
		"reference (vocabulary 99)":         &schema.Reference{Vocabulary: text("99")},
		"other identifier (type not given)": &schema.OtherIdentifier{},
		"date (planned end)":                &schema.ActivityDate{Type: text("3")},
		"no start to no end":                &schema.Period{},
	} {
		if got := describe.Label(n); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
