package report

import (
	"cmp"
	"fmt"
	"io"

	"github.com/iatilint/iatilint/internal/engine"
	"github.com/iatilint/iatilint/internal/finding"
)

// JUnit writes the report for test dashboards: a suite for each file, in it a
// test for each entry and one for the file as a whole. A test fails on what
// fails the run (--fail-on); lesser violations stand in the suite's output.
// The shape is what the schemas of both Jenkins and Ant allow.
//
// The format wants the number of tests and failures before the first of them,
// and all of an entry's in one place: of each violation of a file a number is
// kept.
func JUnit(w io.Writer, d *Data, _ Style) error {
	x := newXMLWriter(w)
	x.tag("", "testsuites")
	entriesOf, stop := entriesByFile(d)
	defer stop()
	waiting := map[string]bool{} // files whose suite is not written
	for _, f := range d.Files {
		waiting[f.Path] = true
	}
	files := d.Files
	for id, from := 0, 0; len(files) > 0 || from < d.Violations.Len(); id++ {
		name, err := fileOfViolation(d, from)
		if err != nil {
			return unwritten("JUnit", err)
		}
		if name == "" || waiting[name] { // other files were not checked: settings, what is gone
			name, files = files[0].Path, files[1:]
			delete(waiting, name)
		}
		suite, to, err := newSuite(name, entriesOf, d, from)
		if err == nil {
			err = suite.write(x, id, d)
		}
		if err != nil {
			return unwritten("JUnit", err)
		}
		from = to
	}
	x.end("", "testsuites")
	return unwritten("JUnit", x.out.Flush())
}

// fileOfViolation returns the file of the i-th violation, "" behind the last.
func fileOfViolation(d *Data, i int) (string, error) {
	if i >= d.Violations.Len() {
		return "", nil
	}
	v, err := d.Violations.At(i)
	if err != nil {
		return "", err
	}
	return v.File, nil
}

// suite is the tests of one file; it keeps numbers of violations, not copies.
type suite struct {
	file       string
	violations Violations
	names      []string         // of the tests; "" is the file as a whole
	failures   map[string][]int // by name
	lesser     []int
}

// newSuite sorts the violations of a file, which begin at number from.
func newSuite(file string, entriesOf func(string, func(*engine.EntrySummary)) error, d *Data, from int) (s *suite, to int, err error) {
	s = &suite{file: file, violations: d.Violations, names: []string{""}, failures: map[string][]int{}}
	added := map[string]bool{"": true}
	add := func(name string) {
		if !added[name] {
			added[name] = true
			s.names = append(s.names, name)
		}
	}
	if err := entriesOf(file, func(e *engine.EntrySummary) { add(e.Identifier) }); err != nil {
		return nil, 0, err
	}
	for to = from; to < s.violations.Len(); to++ {
		v, err := s.violations.At(to)
		if err != nil {
			return nil, 0, err
		}
		if v.File != file {
			break
		}
		add(v.Entry)
		if v.Severity >= d.FailOn {
			s.failures[v.Entry] = append(s.failures[v.Entry], to)
		} else {
			s.lesser = append(s.lesser, to)
		}
	}
	return s, to, nil
}

func (s *suite) write(x xmlWriter, id int, d *Data) error {
	x.tag("  ", "testsuite",
		"id", number(id), "name", s.file, "package", "iatilint", "hostname", "localhost",
		"timestamp", d.AsOf.String()+"T00:00:00", "time", "0",
		"tests", number(len(s.names)), "failures", number(len(s.failures)), "errors", "0")
	x.tag("    ", "properties")
	x.empty("      ", "property", "name", "iatilint", "value", d.Version)
	x.end("    ", "properties")
	for _, name := range s.names {
		if err := s.test(x, name); err != nil {
			return err
		}
	}
	x.out.WriteString("    <system-out>")
	if err := s.lines(x, s.lesser); err != nil {
		return err
	}
	x.out.WriteString("</system-out>\n")
	x.empty("    ", "system-err")
	x.end("  ", "testsuite")
	return nil
}

func (s *suite) test(x xmlWriter, name string) error {
	attributes := []string{"classname", s.file, "name", cmp.Or(name, "the file as a whole"), "time", "0"}
	failures := s.failures[name]
	if len(failures) == 0 {
		x.empty("    ", "testcase", attributes...)
		return nil
	}
	first, err := s.violations.At(failures[0])
	if err != nil {
		return err
	}
	message := first.Message
	if more := len(failures) - 1; more > 0 {
		message += fmt.Sprintf(" (and %s)", plural(more, "more violation", "more violations"))
	}
	x.tag("    ", "testcase", attributes...)
	x.begin("      ", "failure", []string{"type", first.Rule, "message", message})
	x.out.WriteString(">")
	if err := s.lines(x, failures); err != nil {
		return err
	}
	x.out.WriteString("</failure>\n")
	x.end("    ", "testcase")
	return nil
}

// lines writes violations, a line each.
func (s *suite) lines(x xmlWriter, numbers []int) error {
	for _, i := range numbers {
		v, err := s.violations.At(i)
		if err != nil {
			return err
		}
		x.text(line(v))
		x.out.WriteByte('\n')
	}
	return nil
}

// line returns a violation on a line of plain text.
func line(v *finding.Finding) string {
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
