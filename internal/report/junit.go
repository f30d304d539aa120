package report

import (
	"fmt"
	"io"
	"slices"

	"github.com/iatilint/iatilint/internal/engine"
	"github.com/iatilint/iatilint/rules/lint"
)

// JUnit writes the report for test dashboards: a suite for each file, in it a
// test for each entry and one for the file as a whole. A test fails on what
// fails the run (--fail-on); lesser violations stand in the suite's output.
// The shape is what the schemas of both Jenkins and Ant allow.
func JUnit(w io.Writer, d *Data, _ Style) error {
	x := newXMLWriter(w)
	x.tag("", "testsuites")
	violations := d.Violations
	entries := d.Entries
	for i, f := range d.Files {
		n := run(violations, func(v lint.Violation) bool { return v.File == f.Path })
		m := run(entries, func(e engine.EntrySummary) bool { return e.File == f.Path })
		suite := newSuite(f.Path, entries[:m], violations[:n], d.FailOn)
		suite.write(x, i, d.AsOf.String())
		violations, entries = violations[n:], entries[m:]
	}
	x.end("", "testsuites")
	return unwritten("JUnit", x.out.Flush())
}

// run is how many items at the start of a list belong together.
func run[T any](list []T, belongs func(T) bool) int {
	n := slices.IndexFunc(list, func(item T) bool { return !belongs(item) })
	if n < 0 {
		return len(list)
	}
	return n
}

// suite is the tests of one file; it keeps places of violations, not copies.
type suite struct {
	file       string
	violations []lint.Violation
	names      []string         // of the tests; "" is the file as a whole
	failures   map[string][]int // by name
	lesser     []int
}

func newSuite(file string, entries []engine.EntrySummary, violations []lint.Violation, failOn lint.Severity) *suite {
	s := &suite{file: file, violations: violations, names: []string{""}, failures: map[string][]int{}}
	known := map[string]bool{"": true}
	add := func(name string) {
		if !known[name] {
			known[name] = true
			s.names = append(s.names, name)
		}
	}
	for _, e := range entries {
		add(e.Identifier)
	}
	for i, v := range violations {
		add(v.Entry)
		if v.Severity >= failOn {
			s.failures[v.Entry] = append(s.failures[v.Entry], i)
		} else {
			s.lesser = append(s.lesser, i)
		}
	}
	return s
}

func (s *suite) write(x xmlWriter, id int, day string) {
	x.tag("  ", "testsuite",
		"id", number(id), "name", s.file, "package", "iatilint", "hostname", "localhost",
		"timestamp", day+"T00:00:00", "time", "0",
		"tests", number(len(s.names)), "failures", number(len(s.failures)), "errors", "0")
	x.empty("properties")
	for _, name := range s.names {
		s.test(x, name)
	}
	x.out.WriteString("    <system-out>")
	for _, i := range s.lesser {
		x.text(line(&s.violations[i]))
		x.out.WriteByte('\n')
	}
	x.out.WriteString("</system-out>\n")
	x.empty("system-err")
	x.end("  ", "testsuite")
}

func (s *suite) test(x xmlWriter, name string) {
	title := name
	if title == "" {
		title = "the file as a whole"
	}
	attributes := []string{"classname", s.file, "name", title, "time", "0"}
	failures := s.failures[name]
	if len(failures) == 0 {
		x.empty("testcase", attributes...)
		return
	}
	x.tag("    ", "testcase", attributes...)
	first := s.violations[failures[0]]
	message := first.Message
	if more := len(failures) - 1; more > 0 {
		message += fmt.Sprintf(" (and %s)", plural(more, "more violation", "more violations"))
	}
	x.begin("      ", "failure", []string{"type", first.Rule, "message", message})
	x.out.WriteString(">")
	for _, i := range failures {
		x.text(line(&s.violations[i]))
		x.out.WriteByte('\n')
	}
	x.out.WriteString("</failure>\n")
	x.end("    ", "testcase")
}

// line is a violation on a line of plain text.
func line(v *lint.Violation) string {
	place := placeOf(v.Span)
	if place != "" {
		place = ":" + place
	}
	text := fmt.Sprintf("%s%s: %s: %s [%s]", v.File, place, v.Severity, v.Message, v.Rule)
	for _, hint := range hints(v) {
		text += "; " + hint
	}
	return text
}
