package read_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/iatilint/iatilint/internal/read"
	"github.com/iatilint/iatilint/rules/file"
	"github.com/iatilint/iatilint/schema"
)

// What an entry may have is set by whoever reads: one more is a fault with a
// place, that names the setting, and the same file is read whole by a limit that
// is high enough.
func TestLimitsOfAnEntry(t *testing.T) {
	const nodes, keys = "limits.nodes-per-entry", "limits.keys-per-group"
	for _, c := range []struct {
		name, file, content string
		low, high           schema.Limits
		line                int
		message, setting    string
	}{
		{"results in XML", "a.xml", "<iati-activities version=\"2.03\"><iati-activity>\n<result/>\n<result/>\n<result/></iati-activity></iati-activities>", schema.Limits{Nodes: 2}, schema.Limits{Nodes: 3}, 4, "the entry has more than 2 results", nodes},
		{"results in JSON", "a.json", "[{\"iati-identifier\": \"A_1\", \"result\": [\n{},\n{},\n{}]}]", schema.Limits{Nodes: 3}, schema.Limits{Nodes: 4}, 4, "the entry has more than 3 results", nodes},
		{"results in YAML", "a.yaml", "- iati-identifier: A_1\n  result:\n    - {}\n    - {}\n", schema.Limits{Nodes: 2}, schema.Limits{Nodes: 3}, 4, "the entry has more than 2 results", nodes},
		{"rows of a table", "a.csv", "iati-identifier,result/title/narrative\nA_1,One\nA_1,Two\n", schema.Limits{Nodes: 7}, schema.Limits{Nodes: 9}, 3, "the entry has more than 7 results", nodes},
		{"keys in JSON", "a.json", "[{\"iati-identifier\": \"A_1\",\n\"title\": \"One\",\n\"narrative\": \"Two\"}]", schema.Limits{Keys: 2}, schema.Limits{Keys: 3}, 3, "the group has more than 2 keys", keys},
		{"keys in YAML", "a.yaml", "- iati-identifier: A_1\n  title: One\n  narrative: Two\n", schema.Limits{Keys: 2}, schema.Limits{Keys: 3}, 3, "the group has more than 2 keys", keys},
		{"thousands", "a.json", "[{\"iati-identifier\": \"A_1\", \"result\": [\n" + strings.Repeat("{},\n", 12345) + "{}]}]", schema.Limits{Nodes: 12345}, schema.Limits{Nodes: 12347}, 2 + 12344, "the entry has more than 12,345 results", nodes},
	} {
		fault := unread(t, c.file, c.content, c.low)
		if len(fault) != 1 {
			t.Errorf("%s: %d faults of what is not read", c.name, len(fault))
			continue
		}
		if f := fault[0]; f.line != c.line || !strings.HasPrefix(f.Message, c.message) || !strings.Contains(file.TooLarge.Check.FaultHint(f.Kind), c.setting) || ruleOf(f.Kind) != "file/too-large" {
			t.Errorf("%s: line %d: %s (%s) [%s]", c.name, f.line, f.Message, file.TooLarge.Check.FaultHint(f.Kind), ruleOf(f.Kind))
		}
		if fault := unread(t, c.file, c.content, c.high); len(fault) > 0 {
			t.Errorf("%s: by a higher limit there still is %q", c.name, fault[0].Message)
		}
	}
}

// Of the faults of one rule so many are kept as may be, and the last says how
// many more there are.
func TestFaultsKept(t *testing.T) {
	for file, content := range map[string]string{
		"a.xml":  "<iati-activities version=\"2.03\"><iati-activity><iati-identifier>A_1</iati-identifier>\n" + strings.Repeat("<foo/>", 9) + "</iati-activity></iati-activities>",
		"a.json": "[{\"iati-identifier\": \"A_1\",\n" + numbered("\"foo-%d\": 1", 9) + "}]",
	} {
		var all int
		for _, c := range []struct{ limit, kept int }{{0, -1}, {4, 4}} {
			kept, more := 0, 0
			for _, e := range entriesBy(t, file, content, schema.Limits{Faults: c.limit}) {
				for _, f := range e.Faults {
					if ruleOf(f.Kind) == "schema/violation" {
						kept++
						more += f.More
					}
				}
			}
			if c.limit == 0 {
				all = kept
			}
			if kept+more != all || all < 9 || c.limit > 0 && kept != c.kept {
				t.Errorf("%s: of %d faults %d are kept and %d more are told of", file, all, kept, more)
			}
		}
	}
}

func numbered(format string, n int) string {
	list := make([]string, n)
	for i := range list {
		list[i] = fmt.Sprintf(format, i)
	}
	return strings.Join(list, ",\n")
}

type placed struct {
	schema.Fault
	line int
}

func unread(t *testing.T, file, content string, limits schema.Limits) (found []placed) {
	t.Helper()
	for _, e := range entriesBy(t, file, content, limits) {
		for _, f := range e.Faults {
			if f.Unread {
				found = append(found, placed{f, e.Source.Span(f.At).Start.Line})
			}
		}
	}
	return found
}

func entriesBy(t *testing.T, file, content string, limits schema.Limits) []*schema.Entry {
	t.Helper()
	entries, _ := readBy(t, file, []byte(content), read.Options{Limits: limits})
	return entries
}
