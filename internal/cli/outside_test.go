package cli_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/iatilint/iatilint/internal/report"
	"github.com/iatilint/iatilint/schema"
)

// The checks in this file hold reports against what others wrote: official
// schemas and the programs that read the formats. What needs the network or
// another program is passed over where it cannot be had; with IATILINT_OUTSIDE
// set, as in CI, that is a failure.

func unavailable(t *testing.T, format string, args ...any) {
	t.Helper()
	if os.Getenv("IATILINT_OUTSIDE") != "" {
		t.Fatalf(format, args...)
	}
	t.Skipf(format, args...)
}

// outside runs a program that others wrote and gives its output.
func outside(t *testing.T, folder string, in []byte, name string, args ...string) ([]byte, error) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	command := exec.CommandContext(ctx, name, args...)
	command.Dir, command.Stdin, command.WaitDelay = folder, bytes.NewReader(in), time.Second
	var errOut bytes.Buffer
	command.Stderr = &errOut
	out, err := command.Output()
	if err != nil {
		err = fmt.Errorf("%s %s: %w\n%s%s", name, strings.Join(args, " "), err, out, errOut.Bytes())
	}
	return out, err
}

// goModule is the folder of a module's source, from the module cache or the proxy.
func goModule(t *testing.T, module string) string {
	t.Helper()
	if testing.Short() {
		t.Skip("may need the Go module proxy: not in short mode")
	}
	out, err := outside(t, t.TempDir(), nil, "go", "mod", "download", "-json", module)
	if err != nil {
		unavailable(t, "%s cannot be had: %v", module, err)
	}
	var found struct{ Dir string }
	if err := json.Unmarshal(out, &found); err != nil {
		t.Fatal(err)
	}
	return found.Dir
}

// allReports are the reports on the samples and on a hostile file, by format.
// The repository around the files is that of a test, so that paths are short.
func allReports(t *testing.T) map[string]string {
	t.Helper()
	folder := t.TempDir()
	for _, name := range []string{"activities.xml", "outcomes.txt"} {
		text := readFile(t, filepath.Join(samples, name))
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(folder, "a,b:c%0A [x].txt"), []byte(hostile), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Chdir(folder)
	args := []string{"check", "--profile", "un-women", "--as-of", "2024-06-30", "."}
	for _, name := range report.FormatNames() {
		args = append(args, "--format", name+"=out."+name)
	}
	run(t, 1, args...)
	reports := map[string]string{}
	for _, name := range report.FormatNames() {
		reports[name] = readFile(t, "out."+name)
	}
	return reports
}

// found is the part of our own JSON report that the others are held against.
type found struct {
	Summary struct{ Errors, Warnings, Infos int }
	Entries []struct{ File, Identifier string }
	Files   []struct{ Path string }

	Violations []struct {
		Rule, Severity, Message, File, Entry string
		Span                                 schema.Span
	}
}

func foundIn(t *testing.T, reports map[string]string) found {
	t.Helper()
	var f found
	if err := json.Unmarshal([]byte(reports["json"]), &f); err != nil {
		t.Fatal(err)
	}
	if len(f.Violations) < 10 {
		t.Fatalf("only %d violations: too few to say anything", len(f.Violations))
	}
	return f
}

func compiled(t *testing.T, name, schemaText, part string) *jsonschema.Schema {
	t.Helper()
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat = true
	if err := compiler.AddResource(name, strings.NewReader(schemaText)); err != nil {
		t.Fatal(err)
	}
	s, err := compiler.Compile(name + part)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func mustMatch(t *testing.T, s *jsonschema.Schema, text string) {
	t.Helper()
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.UseNumber()
	var document any
	if err := decoder.Decode(&document); err != nil {
		t.Fatal(err)
	}
	if err := s.Validate(document); err != nil {
		t.Errorf("%#v", err)
	}
}

func TestJSONLinesMatchTheSchema(t *testing.T) {
	text, _ := schema.DocumentSchema("report")
	violation := compiled(t, "report.schema.json", string(text), "#/$defs/violation")
	for line := range strings.Lines(allReports(t)["jsonl"]) {
		mustMatch(t, violation, line)
	}
}

// The official schema, as a library of others carries it.
func TestSARIFMatchesTheOfficialSchema(t *testing.T) {
	reports := allReports(t)
	source := readFile(t, filepath.Join(goModule(t, "github.com/owenrumney/go-sarif/v3@v3.3.1"), "pkg/report/v210/sarif/schema.go"))
	_, text, _ := strings.Cut(source, "const schema = `")
	text, _, ok := strings.Cut(text, "`")
	if !ok || !strings.Contains(text, "docs.oasis-open.org/sarif/sarif/v2.1.0/errata01") {
		t.Fatal("the schema is not where it was")
	}
	official := compiled(t, "sarif.json", text, "")
	mustMatch(t, official, reports["sarif"])
	waived := run(t, -1, "check", "--profile", "un-women", "--as-of", "2024-06-30", "--accepted", "all.json", "--write-accepted", "--format", "sarif", ".")
	if !strings.Contains(waived, `"suppressions"`) {
		t.Error("nothing is marked as accepted")
	}
	mustMatch(t, official, waived)
}

const reviewdog = "github.com/reviewdog/reviewdog@v0.20.3"

func TestRDJSONMatchesReviewdogsSchema(t *testing.T) {
	reports := allReports(t)
	text := readFile(t, filepath.Join(goModule(t, reviewdog), "proto/rdf/jsonschema/DiagnosticResult.json"))
	mustMatch(t, compiled(t, "rdjson.json", text, ""), reports["rdjson"])
}

// reviewdogs is what reviewdog makes of a violation.
type reviewdogs struct {
	Message  string
	Location struct {
		Path  string
		Range struct{ Start struct{ Line, Column int } }
	}
	Severity int
	Code     struct{ Value string }
}

// Checkstyle has no schema of its reports, so its check is a program that reads
// them. Reviewdog reads Checkstyle, SARIF and its own format.
func TestReviewdogReadsReports(t *testing.T) {
	source := readFile(t, "../../testdata/report/reviewdog/main.go")
	reports := allReports(t)
	want := foundIn(t, reports)
	goModule(t, reviewdog)
	folder := t.TempDir()
	for name, text := range map[string]string{
		"main.go": source,
		"go.mod":  "module outside\n\ngo 1.24\n",
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	program := filepath.Join(folder, "reviewdog.exe")
	for _, args := range [][]string{{"get", reviewdog}, {"get", "outside"}, {"build", "-o", program, "."}} {
		if _, err := outside(t, folder, nil, "go", args...); err != nil {
			unavailable(t, "reviewdog cannot be built: %v", err)
		}
	}
	for _, format := range []string{"checkstyle", "sarif", "rdjson"} {
		out, err := outside(t, ".", []byte(reports[format]), program, format)
		if err != nil {
			t.Errorf("%s: %v", format, err)
			continue
		}
		var got []reviewdogs
		if err := json.Unmarshal(out, &got); err != nil {
			t.Fatal(err)
		}
		if len(got) != len(want.Violations) {
			t.Errorf("%s: reviewdog reads %d violations of %d", format, len(got), len(want.Violations))
			continue
		}
		for i, v := range want.Violations {
			g := got[i]
			// Reviewdog knows ERROR 1, WARNING 2, INFO 3.
			severity := 1 + slices.Index([]string{"error", "warning", "info"}, v.Severity)
			line := v.Span.Start.Line
			if format == "checkstyle" {
				line = max(line, 1) // Checkstyle knows no violation without a line
			}
			if g.Location.Range.Start.Line != line ||
				!strings.HasSuffix(g.Location.Path, filepath.Base(visible(v.File))) ||
				!strings.HasSuffix(g.Code.Value, v.Rule) || g.Severity != severity {
				t.Errorf("%s: reviewdog reads %+v of %+v", format, g, v)
			}
		}
	}
}

// visible is a name as XML formats write it.
func visible(s string) string { return report.Visible(s) }

func TestJUnitMatchesTheCommonSchemas(t *testing.T) {
	xsd, err := filepath.Abs("../../testdata/report/junit.xsd")
	if err != nil {
		t.Fatal(err)
	}
	reports := allReports(t)
	if _, err := exec.LookPath("xmllint"); err != nil {
		unavailable(t, "xmllint is not installed")
	}
	if _, err := outside(t, ".", []byte(reports["junit"]), "xmllint", "--nonet", "--noout", "--schema", xsd, "-"); err != nil {
		t.Error(err)
	}
}

// A reader of JUnit's XML finds a suite for each file and a test for each entry.
func TestJUnitIsReadByOthers(t *testing.T) {
	reports := allReports(t)
	want := foundIn(t, reports)
	if testing.Short() {
		t.Skip("needs npm: not in short mode")
	}
	folder := t.TempDir()
	if _, err := outside(t, folder, nil, "npm", "install", "--silent", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=0", "junit2json@4.0.0"); err != nil {
		unavailable(t, "junit2json cannot be had: %v", err)
	}
	const script = `import {parse} from 'junit2json'; import fs from 'node:fs';
console.log(JSON.stringify(await parse(fs.readFileSync(0, 'utf8'))))`
	out, err := outside(t, folder, []byte(reports["junit"]), "node", "--input-type=module", "-e", script)
	if err != nil {
		t.Fatal(err)
	}
	var got struct {
		TestSuite []struct {
			Name            string
			Tests, Failures int
			TestCase        []struct {
				Name    string
				Failure []struct{ Inner string }
			}
		}
	}
	if err := json.Unmarshal(out, &got); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	if len(got.TestSuite) != len(want.Files) {
		t.Fatalf("%d suites for %d files", len(got.TestSuite), len(want.Files))
	}
	failures := 0
	for i, suite := range got.TestSuite {
		failed := 0
		for _, test := range suite.TestCase {
			for _, f := range test.Failure {
				failed++
				failures += strings.Count(strings.TrimSpace(f.Inner), "\n") + 1
			}
		}
		if suite.Name != visible(want.Files[i].Path) || suite.Tests != len(suite.TestCase) || suite.Failures != failed {
			t.Errorf("suite %q of %q: %d tests of %d, %d failures of %d",
				suite.Name, want.Files[i].Path, len(suite.TestCase), suite.Tests, failed, suite.Failures)
		}
	}
	if failures != want.Summary.Errors {
		t.Errorf("%d errors are failures, of %d", failures, want.Summary.Errors)
	}
}

// command is a workflow command as GitHub's runner reads it: what
// @actions/core writes, undone.
var command = regexp.MustCompile(`^::([a-z]+)(?: (.*?))?::(.*)$`)

// TestGitHubCommands reads the annotations as GitHub's runner does: properties
// end at commas, values are unescaped after that.
func TestGitHubCommands(t *testing.T) {
	reports := allReports(t)
	want := foundIn(t, reports)
	data := strings.NewReplacer("%0D", "\r", "%0A", "\n", "%25", "%")
	property := strings.NewReplacer("%0D", "\r", "%0A", "\n", "%3A", ":", "%2C", ",", "%25", "%")
	kinds := map[string]string{"error": "error", "warning": "warning", "notice": "info"}
	perKind := map[string]int{}
	for line := range strings.Lines(reports["github"]) {
		line = strings.TrimRight(line, "\n")
		if strings.Contains(line, "##[") {
			t.Errorf("a command in the runner's old form: %s", line)
		}
		m := command.FindStringSubmatch(line)
		if m == nil {
			if strings.HasPrefix(strings.TrimSpace(line), "::") {
				t.Errorf("a command that cannot be read: %s", line)
			}
			continue
		}
		severity, ok := kinds[m[1]]
		if !ok {
			t.Errorf("a command that is not ours: %s", line)
		}
		perKind[severity]++
		properties := map[string]string{}
		for part := range strings.SplitSeq(m[2], ",") {
			name, value, ok := strings.Cut(part, "=")
			if !ok || strings.Contains(value, ":") {
				t.Errorf("a property that is none: %q in %s", part, line)
			}
			properties[name] = property.Replace(value)
		}
		message := data.Replace(m[3])
		known := false
		for _, v := range want.Violations {
			known = known || v.Severity == severity && v.Rule == properties["title"] && strings.Contains(message, visible(v.Message)) &&
				properties["file"] == visible(v.File) && properties["line"] == fmt.Sprint(v.Span.Start.Line)
		}
		if !known {
			t.Errorf("an annotation that is no violation: %s", line)
		}
	}
	for severity, n := range map[string]int{"error": want.Summary.Errors, "warning": want.Summary.Warnings, "info": want.Summary.Infos} {
		if perKind[severity] != min(n, 10) {
			t.Errorf("%d annotations of %d with severity %s", perKind[severity], n, severity)
		}
	}
}
