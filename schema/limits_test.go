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
		e.SetFaults(append([]schema.Fault{{Kind: schema.NoResults, At: at}, {Kind: schema.TooLarge, Message: fmt.Sprint(i)}}, e.Faults...))
	}
	more, kept := map[schema.FaultKind]int{}, map[schema.FaultKind]int{}
	for i := range e.Faults {
		f := &e.Faults[i]
		if kept[f.Kind]++; kept[f.Kind] < most && f.More > 0 {
			t.Errorf("fault %d of kind %d, which is not the last, says that there are %d more", kept[f.Kind], f.Kind, f.More)
		}
		more[f.Kind] += f.More
	}
	for _, kind := range []schema.FaultKind{schema.NoResults, schema.TooLarge} {
		if kept[kind] != most || more[kind] != all-most {
			t.Errorf("of kind %d %d are kept and %d more are told of", kind, kept[kind], more[kind])
		}
	}
	if e.Faults[0].At.Start != 1 {
		t.Errorf("the first is at %d", e.Faults[0].At.Start)
	}
}

func TestLimitsByDefault(t *testing.T) {
	l := schema.Limits{Keys: 7}.OrDefault()
	if l != (schema.Limits{Nodes: schema.DefaultMaxNodes, Keys: 7, Ignores: schema.DefaultMaxIgnores, Faults: schema.DefaultMaxFaults}) {
		t.Errorf("%+v", l)
	}
	for limit, want := range map[int]string{0: "100,000", 7: "7", 999: "999", 1000: "1,000", 1234567: "1,234,567"} {
		if f := (schema.Limits{Nodes: limit}).TooManyNodes(schema.Range{}); !strings.Contains(f.Message, " "+want+" results") {
			t.Errorf("%d: %s", limit, f.Message)
		}
	}
}
