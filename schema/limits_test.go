package schema_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/iatilint/iatilint/schema"
)

// Faults are kept up to the limit, and however often more of them are brought into
// order, the last of a rule says how many there were besides.
func TestSetFaults(t *testing.T) {
	const most, all = 5, 40
	e := &schema.Entry{File: &schema.File{Limits: schema.Limits{Faults: most}}}
	for i := range all {
		at := schema.Range{Start: int32(all - i), End: int32(all - i + 1)}
		// What is found later stands before what was found earlier.
		e.SetFaults(append([]schema.Fault{{Rule: "a", At: at}, {Rule: "b", Message: fmt.Sprint(i)}}, e.Faults...))
	}
	more, kept := map[string]int{}, map[string]int{}
	for i := range e.Faults {
		f := &e.Faults[i]
		if kept[f.Rule]++; kept[f.Rule] < most && f.More > 0 {
			t.Errorf("fault %d of %s, which is not the last, says that there are %d more", kept[f.Rule], f.Rule, f.More)
		}
		more[f.Rule] += f.More
	}
	for _, rule := range []string{"a", "b"} {
		if kept[rule] != most || more[rule] != all-most {
			t.Errorf("of %s %d are kept and %d more are told of", rule, kept[rule], more[rule])
		}
	}
	if e.Faults[0].At.Start != 1 {
		t.Errorf("the first is at %d", e.Faults[0].At.Start)
	}
}

func TestLimitsByDefault(t *testing.T) {
	l := schema.Limits{Keys: 7}.OrDefault()
	if l != (schema.Limits{Nodes: schema.MostNodes, Keys: 7, Ignores: schema.MostIgnores, Faults: schema.MostFaults}) {
		t.Errorf("%+v", l)
	}
	for limit, want := range map[int]string{0: "100,000", 7: "7", 999: "999", 1000: "1,000", 1234567: "1,234,567"} {
		if f := (schema.Limits{Nodes: limit}).TooManyNodes(schema.Range{}); !strings.Contains(f.Message, " "+want+" results") {
			t.Errorf("%d: %s", limit, f.Message)
		}
	}
}
