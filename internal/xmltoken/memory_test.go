package xmltoken

import (
	"bytes"
	"io"
	"runtime"
	"testing"
)

// TestSplitterMemory reads a long stream and looks at how much stays alive.
func TestSplitterMemory(t *testing.T) {
	child := bytes.Repeat([]byte("<iati-activity><title>plain text</title></iati-activity>\n"), 1000)
	const times = 600 // about 34 MB
	readers := []io.Reader{bytes.NewReader([]byte("<r>"))}
	for range times {
		readers = append(readers, bytes.NewReader(child))
	}
	readers = append(readers, bytes.NewReader([]byte("</r>")))
	buf := make([]byte, 0, 1<<10)
	sp := NewSplitter(io.MultiReader(readers...), SplitOptions{Child: "iati-activity", Buffer: func() []byte { return buf }})
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	pieces := 0
	for {
		if _, err := sp.Next(); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		pieces++
	}
	runtime.ReadMemStats(&after)
	if grown := after.TotalAlloc - before.TotalAlloc; grown > 8<<20 {
		t.Errorf("%d bytes allocated for %d pieces", grown, pieces)
	}
	if want := 2*1000*times + 2; pieces != want {
		t.Errorf("%d pieces, want %d", pieces, want)
	}
}
