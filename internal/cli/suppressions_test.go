package cli_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const (
	suppressedXML = `<!-- iatilint-ignore narrative/title-too-short titles are codes in this project -->
<iati-activities version="2.03">
<iati-activity><iati-identifier>XM-DAC-41146-KEN_D_1.1</iati-identifier><title><narrative>Seeds</narrative></title></iati-activity>
</iati-activities>`
	suppressedText = `outcome XM-DAC-41146-KEN_D_1.2
Farmers in dry areas have access to seeds
outcome XM-DAC-41146-KEN_D_1.3
Traders in dry areas have access to seeds
outcome XM-DAC-41146-KEN_D_1.4
Children in dry areas have access to seeds
outcome XM-DAC-41146-KEN_D_1.5
Teachers in dry areas have access to seeds
outcome XM-DAC-41146-KEN_D_1.6
Drivers in dry areas have access to seeds
iatilint-ignore narrative/empty
outcome XM-DAC-41146-KEN_D_1.7
Children in dry areas have places in schools
`
	suppressedConfig = `ignore: [{rule: narrative/empty, entry: XM-DAC-41146-KEN_D_1.3, reason: comes in May}]
approved: [{rule: narrative/empty, entry: XM-DAC-41146-KEN_D_1.4, reason: the entry is retired}]
`
	suppressedAccepted = `{"schemaVersion": 1, "violations": [{"fingerprint": "FINGERPRINT", "rule": "narrative/empty",
"entry": "XM-DAC-41146-KEN_D_1.5", "file": "b.txt", "message": "", "reason": "known since 2022"}]}
`
)

type sarifLog struct {
	Runs []struct {
		Results []struct {
			RuleID              string
			PartialFingerprints map[string]string
			Properties          struct{ Entry string }
			Suppressions        *[]struct{ Kind, Status, Justification string }
		}
	}
}

// results returns the results of a SARIF log, a line each: rule, entry, and why it
// is suppressed.
func results(t *testing.T, text string) (lines []string, fingerprints map[string]string) {
	t.Helper()
	var log sarifLog
	if err := json.Unmarshal([]byte(text), &log); err != nil {
		t.Fatal(err)
	}
	fingerprints = map[string]string{}
	for _, r := range log.Runs[0].Results {
		line := r.RuleID + " " + r.Properties.Entry
		if (r.Suppressions == nil) != (log.Runs[0].Results[0].Suppressions == nil) {
			t.Error("some results have a list of suppressions, and others do not")
		}
		if r.Suppressions != nil {
			for _, s := range *r.Suppressions {
				line += " " + s.Kind + " " + s.Status + ": " + s.Justification
			}
		}
		lines = append(lines, line)
		fingerprints[r.Properties.Entry] = r.PartialFingerprints["iatilint/v1"]
	}
	return lines, fingerprints
}

func writeFiles(t *testing.T, files map[string]string) {
	t.Helper()
	for name, text := range files {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// What is suppressed stands in SARIF with the reason, whatever is shown at most,
// and in no other report, nor in a count.
func TestSuppressedViolations(t *testing.T) {
	t.Chdir(t.TempDir())
	writeFiles(t, map[string]string{"a.xml": suppressedXML, "b.txt": suppressedText})
	args := []string{"check", "--as-of", "2024-06-30", "--select", "narrative", "a.xml", "b.txt"}
	with := func(exit int, more ...string) string { return run(t, exit, slices.Concat(args, more)...) }
	_, fingerprints := results(t, with(1, "--format", "sarif"))
	accepted := strings.Replace(suppressedAccepted, "FINGERPRINT", fingerprints["XM-DAC-41146-KEN_D_1.5"], 1)
	writeFiles(t, map[string]string{".iatilint.yaml": suppressedConfig, ".iatilint-accepted.json": accepted})

	suppressed := []string{
		"narrative/title-too-short XM-DAC-41146-KEN_D_1.1 inSource accepted: titles are codes in this project",
		"narrative/empty XM-DAC-41146-KEN_D_1.3 external accepted: comes in May",
		"narrative/empty XM-DAC-41146-KEN_D_1.4 external accepted: the entry is retired",
		"narrative/empty XM-DAC-41146-KEN_D_1.5 external accepted: known since 2022",
		"narrative/empty XM-DAC-41146-KEN_D_1.6 inSource accepted: ",
	}
	open := []string{"narrative/empty XM-DAC-41146-KEN_D_1.2", "narrative/empty XM-DAC-41146-KEN_D_1.7"}
	for _, c := range []struct {
		args []string
		want []string
	}{
		{nil, slices.Concat(open, suppressed)},
		{[]string{"--max-violations", "1"}, slices.Concat(open[:1], suppressed)},
		{[]string{"--show", "error"}, slices.Concat(open, suppressed[1:])}, // a short title is no error
		{[]string{"--jobs", "16"}, slices.Concat(open, suppressed)},
	} {
		got, _ := results(t, with(1, append(c.args, "--format", "sarif")...))
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%v (-want +got):\n%s", c.args, diff)
		}
	}
	for _, format := range []string{"text", "json", "markdown", "csv"} {
		alone := with(1, "--format", format)
		if both := with(1, "--format", format, "--format", "sarif=out.sarif"); both != alone {
			t.Errorf("%s differs where SARIF is written too:\n%s", format, cmp.Diff(alone, both))
		}
		if strings.Contains(alone, "narrative/title-too-short") {
			t.Errorf("%s shows what is ignored:\n%s", format, alone)
		}
	}
	got, _ := results(t, with(0, "--write-accepted", "--format", "sarif"))
	for _, line := range got {
		if !strings.Contains(line, "accepted: ") {
			t.Errorf("%q is open, though it is accepted from now on", line)
		}
	}
}

// Thousands that are suppressed lie on disk, as all others do, and leave nothing
// behind.
func TestManySuppressedViolations(t *testing.T) {
	file, folder, out := manyFaults(t), t.TempDir(), filepath.Join(t.TempDir(), "out.sarif")
	for _, variable := range []string{"TMPDIR", "TMP"} {
		t.Setenv(variable, folder)
	}
	text := readFile(t, file)
	t.Chdir(t.TempDir())
	writeFiles(t, map[string]string{
		file:             "<!-- iatilint-ignore period/invalid-date agreed -->" + text,
		".iatilint.yaml": "ignore: [{rule: evidence}]\n",
	})
	run(t, -1, "check", "--as-of", "2024-06-30", "--format", "sarif="+out, "--format", "json=out.json", file)
	var report struct {
		Summary struct{ Suppressed, Accepted int }
	}
	if err := json.Unmarshal([]byte(readFile(t, "out.json")), &report); err != nil {
		t.Fatal(err)
	}
	lines, _ := results(t, readFile(t, out))
	suppressed := map[string]int{}
	for _, line := range lines {
		for _, kind := range []string{"inSource", "external"} {
			if strings.Contains(line, " "+kind+" accepted: ") {
				suppressed[kind]++
			}
		}
	}
	if suppressed["inSource"] < 4000 || suppressed["external"] < 300 || suppressed["inSource"]+suppressed["external"] != report.Summary.Suppressed {
		t.Errorf("%v stand in SARIF, %d are counted", suppressed, report.Summary.Suppressed)
	}
	if left, _ := os.ReadDir(folder); len(left) > 0 {
		t.Errorf("%s is left behind", left[0].Name())
	}
}
