package cli_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/iatilint/iatilint/internal/cli"
	"github.com/iatilint/iatilint/internal/report"
)

// manyFaults writes a file with so many faults that they don't stay in memory.
func manyFaults(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	b.WriteString("<iati-activities version=\"2.03\">\n")
	for i := range 300 {
		fmt.Fprintf(&b, "<iati-activity><iati-identifier>XM-DAC-41146-KEN_D_1.%d</iati-identifier>\n<result type=\"2\"><indicator measure=\"1\">\n", i)
		for p := range 30 {
			fmt.Fprintf(&b, "<period><period-start iso-date=\"2020-01-01\"/><period-end iso-date=\"20%02d-11-31\"/></period>\n", p)
		}
		b.WriteString("</indicator></result></iati-activity>\n")
	}
	b.WriteString("</iati-activities>\n")
	path := filepath.Join(t.TempDir(), "faulty.xml")
	if err := os.WriteFile(path, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// Every format is the same with one worker and with many, when the violations
// are too many for memory; and no temporary file stays behind.
func TestSpooledReports(t *testing.T) {
	folder := t.TempDir()
	for _, variable := range []string{"TMPDIR", "TMP"} {
		t.Setenv(variable, folder)
	}
	file := manyFaults(t)
	reports := map[string]string{}
	for _, jobs := range []string{"1", "16"} {
		out := t.TempDir()
		args := []string{"check", "--as-of", "2024-06-30", "--jobs", jobs, file}
		for _, name := range report.FormatNames() {
			args = append(args, "--format", name+"="+filepath.Join(out, name))
		}
		run(t, 1, args...)
		for _, name := range report.FormatNames() {
			text := readFile(t, filepath.Join(out, name))
			if before, ok := reports[name]; ok && text != before {
				t.Errorf("%s: with %s workers the report differs", name, jobs)
			}
			reports[name] = text
		}
	}
	if n := strings.Count(reports["jsonl"], "\n"); n < 9000 {
		t.Errorf("only %d violations: the test is too small to say anything", n)
	}
	last := 0
	for line := range strings.Lines(reports["csv"]) {
		var at int
		if _, err := fmt.Sscanf(strings.TrimPrefix(line, file), ",%d,", &at); err != nil {
			continue
		}
		if at < last {
			t.Fatalf("line %d comes after line %d", at, last)
		}
		last = at
	}
	if last == 0 {
		t.Error("the CSV has no lines to see an order in")
	}
	if left, _ := os.ReadDir(folder); len(left) > 0 {
		t.Errorf("%s is left behind", left[0].Name())
	}
}

// Without a folder for temporary files everything stays in memory.
func TestNoFolderForTemporaryFiles(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the folder for temporary files is found in another way")
	}
	file := manyFaults(t)
	check := func() string {
		var out, errOut bytes.Buffer
		if exit := cli.Main([]string{"iatilint", "check", "--jobs", "4", file}, strings.NewReader(""), &out, &errOut); exit != 1 {
			t.Errorf("exit code %d: %s", exit, errOut.String())
		}
		return out.String()
	}
	want := check()
	t.Setenv("TMPDIR", filepath.Join(t.TempDir(), "nowhere"))
	if got := check(); got != want {
		t.Error("the report is another one")
	}
}
