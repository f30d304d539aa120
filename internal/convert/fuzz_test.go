package convert_test

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/iatilint/iatilint/internal/convert"
	"github.com/iatilint/iatilint/internal/read"
)

// FuzzConvert: what any file says is what is read from it converted, to JSON and
// to YAML, and either of them converts to the other to the byte.
func FuzzConvert(f *testing.F) {
	for _, name := range []string{"activities.xml", "outcomes.txt"} {
		content, err := os.ReadFile(filepath.Join("../../testdata/samples", name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(name, content)
	}
	for name, content := range oddities {
		f.Add(name, []byte(content))
	}
	for _, s := range odd {
		if len(s) < 100 {
			f.Add("a.txt", []byte("outcome A_1\n"+s+"\nOne: "+s+"\n\n"+s))
		}
	}
	f.Add("a.json", []byte(`{"iati-activities": {"version": "2.03", "iati-activity": [{"id": "A", "xml:lang": "fr", "narrative": ["", null, {"text": "é"}], "result": [{"type": 1.0, "aggregation-status": true, "indicator": [{"ascending": "0", "baseline": [{"year": 2020, "value": 1e3}], "period": [{"start": 2020, "actual": {"value": -0.50, "location": {"ref": "L"}}}]}]}]}]}}`))
	f.Add("a.yaml", []byte("iati-activities:\n  version: 2.03\n  iati-activity:\n    - id: 0x1F\n      title: &t yes\n      narrative: [*t, 2020-01-01, ~, |\n        x\n        ]\n"))
	f.Add("a.csv", []byte("id,title,narrative,indicator,target 2023\nA,\"One \"\"two\"\"\",Told.,I,5\n,,,J,6\nB,Two,Told.,,\n"))
	f.Fuzz(func(t *testing.T, name string, content []byte) {
		if !readable(name, content) {
			return
		}
		roundTrip(t, name, content)
	})
}

// readable tells the files that can be converted at all.
func readable(name string, content []byte) bool {
	r, err := read.New(io.NopCloser(bytes.NewReader(content)), name, read.Options{})
	return err == nil && convert.JSON(new(bytes.Buffer), r, nil) == nil
}
