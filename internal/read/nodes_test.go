package read_test

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/iatilint/iatilint/internal/read"
	"github.com/iatilint/iatilint/schema"
)

// An entry of more nodes than anybody reports is read as far as there is room,
// and says where the rest begins.
func TestTooManyNodes(t *testing.T) {
	const most, more = schema.DefaultMaxNodes, 50
	xml := func(before, each, after string, n int) string {
		return "<iati-activities version=\"2.03\">\n<iati-activity>\n" + before + strings.Repeat(each+"\n", n) + after + "<iati-identifier>A_1</iati-identifier></iati-activity></iati-activities>"
	}
	// A row makes a result, its title, the list of its texts and a text.
	rows := func(n int) string {
		var b strings.Builder
		b.WriteString("iati-identifier,result/title/narrative\n")
		for i := range n {
			fmt.Fprintf(&b, "A_1,Result %d\n", i)
		}
		return b.String()
	}
	for _, c := range []struct {
		name, file, content string
		line                int // of what is not read; 0 = everything is
	}{
		{"just so many results", "a.xml", xml("", "<result/>", "", most), 0},
		{"results", "a.xml", xml("", "<result/>", "", most+more), 3 + most},
		{"narratives", "a.xml", xml("<title>\n", "<narrative/>", "</title>", most+more), 4 + most - 1},
		{"indicators", "a.xml", xml("<result>\n", "<indicator/>", "</result>", most+more), 4 + most - 1},
		{"elsewhere", "a.xml", xml("<sector>\n", "<narrative/>", "</sector>", most+more), 4 + most - 1},
		{"elements that make no nodes", "a.xml", xml("", "<sector/>", "", most+more), 0},
		{"JSON", "a.json", "[{\"iati-identifier\": \"A_1\", \"result\": [\n" + strings.Repeat("{},\n", most+more) + "{}]}]", 2 + most - 1},
		{"YAML", "a.yaml", "- iati-identifier: A_1\n  result:\n" + strings.Repeat("  - {}\n", most+more), 3 + most - 1},
		{"rows", "a.csv", rows(most + more), 2 + most/4 - 1},
	} {
		r, err := read.New(io.NopCloser(strings.NewReader(c.content)), c.file, read.Options{})
		if err != nil {
			t.Fatal(err)
		}
		lines := []int{}
		for {
			job, err := r.Next()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			e := job()
			nodes := 0
			schema.Walk(e, func(schema.Node) { nodes++ })
			if limit := most + 10; nodes > 2*limit {
				t.Errorf("%s: %d nodes", c.name, nodes)
			}
			if e.Identifier.Value != "A_1" {
				t.Errorf("%s: the identifier is %q", c.name, e.Identifier.Value)
			}
			for _, f := range e.Faults {
				if f.Unread {
					lines = append(lines, e.Source.Span(f.At).Start.Line)
				}
			}
		}
		if c.line == 0 && len(lines) > 0 || c.line > 0 && (len(lines) != 1 || lines[0] != c.line) {
			t.Errorf("%s: what is not read begins at %v, want %d", c.name, lines, c.line)
		}
		if err := r.Close(); err != nil {
			t.Error(err)
		}
	}
}
