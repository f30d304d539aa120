package read_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/iatilint/iatilint/internal/read"
)

// TestEveryPrefix cuts samples off at every byte: what is left of a file is
// read to its end, and if it is no whole document, a fault says so.
func TestEveryPrefix(t *testing.T) {
	sample, err := os.ReadFile("../../testdata/samples/activities.xml")
	if err != nil {
		t.Fatal(err)
	}
	const entry = `{"id": "A_1", "title": "Les femmes de Thi\u00e8s", "narrative": ["a", {"xml:lang": "fr", "text": "é"}], "result": [{"type": 1, "x": -2.5e3, "y": [true, null]}]}`
	text := strings.Replace(activity, "%s", "UTF-8", 1)
	for _, c := range []struct {
		name    string
		content []byte
		whole   bool // a part of the document is no document
	}{
		{"a.xml", []byte(text), true},
		{"a.xml", sample[:min(len(sample), 6000)], true},
		{"a.xml", append([]byte{0xFF, 0xFE}, bytes.Join(bytes.Split([]byte(text), nil), []byte{0})...), false},
		{"a.json", []byte("[" + entry + ", " + entry + "]"), true},
		{"a.json", []byte(`{"iati-activities": {"version": "2.03", "iati-activity": [` + entry + `]}}`), true},
		{"a.json", []byte(entry), true},
		{"a.txt", []byte(portal), false},
		{"a.txt", []byte("\uFEFF" + portal), false},
	} {
		for n := range c.content {
			faults, err := readThrough(c.name, c.content[:n])
			if err != nil {
				t.Fatalf("%s, the first %d bytes: %v", c.name, n, err)
			}
			if c.whole && faults == 0 && len(bytes.TrimSpace(c.content[n:])) > 0 {
				t.Errorf("%s: that only the first %d bytes are there is no fault: %q", c.name, n, c.content[:n])
			}
		}
	}
}

// readThrough reads a file to its end and counts what is wrong with it.
func readThrough(name string, content []byte) (faults int, err error) {
	r, err := read.New(io.NopCloser(bytes.NewReader(content)), name, read.Options{})
	if err != nil {
		return 0, err
	}
	for range len(content) + 2 {
		job, err := r.Next()
		if errors.Is(err, io.EOF) {
			return faults + len(r.File().Faults), nil
		}
		if err != nil {
			return 0, err
		}
		if e := job(); e.Broken {
			faults++
		}
	}
	return 0, fmt.Errorf("the reader never ends")
}
