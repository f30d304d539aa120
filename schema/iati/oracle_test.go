package iati

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// shared is the folder of the team's data, beside the project; tests that need
// it are skipped where it is absent.
const shared = "../../../shared/data"

func needShared(t *testing.T) {
	t.Helper()
	if _, err := os.Stat(shared); err != nil {
		t.Skip("no shared data")
	}
}

// xmllintVerdicts has xmllint judge documents; the result tells which are valid.
func xmllintVerdicts(t *testing.T, version string, documents [][]byte) []bool {
	t.Helper()
	xmllint, err := exec.LookPath("xmllint")
	if err != nil {
		t.Skip("no xmllint")
	}
	xsd := filepath.Join(shared, "standard/xsd", version, "iati-activities-schema.xsd")
	valid := make([]bool, len(documents))
	dir := t.TempDir()
	const batch = 500
	for first := 0; first < len(documents); first += batch {
		last := min(len(documents), first+batch)
		args := []string{"--nonet", "--stream", "--noout", "--schema", xsd}
		for i := first; i < last; i++ {
			path := filepath.Join(dir, fmt.Sprintf("%d.xml", i))
			if err := os.WriteFile(path, documents[i], 0o600); err != nil {
				t.Fatal(err)
			}
			args = append(args, path)
		}
		out, _ := exec.Command(xmllint, args...).CombinedOutput()
		said := 0
		for line := range bytes.Lines(out) {
			line = bytes.TrimSpace(line)
			for suffix, verdict := range map[string]bool{" validates": true, " fails to validate": false} {
				if name, ok := bytes.CutSuffix(line, []byte(suffix)); ok {
					var i int
					if _, err := fmt.Sscanf(filepath.Base(string(name)), "%d.xml", &i); err == nil {
						valid[i] = verdict
						said++
					}
				}
			}
		}
		if said != last-first {
			t.Fatalf("xmllint gave %d verdicts on %d files: %s", said, last-first, shorten(out))
		}
		for i := first; i < last; i++ {
			_ = os.Remove(filepath.Join(dir, fmt.Sprintf("%d.xml", i)))
		}
	}
	return valid
}

// TestOfficialSchemaCases: the standard's own cases, whose folders tell the verdict.
func TestOfficialSchemaCases(t *testing.T) {
	needShared(t)
	s, _ := For("2.03")
	files := 0
	root := filepath.Join(shared, "official/schema-cases/2.03/tests/activity-tests")
	err := filepath.WalkDir(root, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(path) != ".xml" {
			return err
		}
		files++
		document, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		document = bytes.Replace(document, []byte(`version="xx"`), []byte(`version="2.03"`), 1)
		faults, err := feed(s, document, nil)
		if err != nil {
			t.Errorf("%s: %v", path, err)
		}
		want := strings.Contains(path, "should-pass")
		if (len(faults) == 0) != want {
			t.Errorf("%s: want valid %v, got %d faults", path, want, len(faults))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d cases", files)
}

type verdict struct {
	file, version string
	valid         bool
	firstLine     string
}

func officialVerdicts(t *testing.T) (files []verdict, codes map[string]map[string]map[string]string) {
	t.Helper()
	needShared(t)
	data, err := os.ReadFile(filepath.Join(shared, "official-verdicts.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	reader := csv.NewReader(bytes.NewReader(data))
	reader.Comma, reader.LazyQuotes, reader.FieldsPerRecord = '\t', true, -1
	rows, err := reader.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	codes = make(map[string]map[string]map[string]string)
	for _, row := range rows[1:] {
		if row[3] == "" {
			continue
		}
		if codes[row[0]] == nil {
			codes[row[0]] = make(map[string]map[string]string)
			files = append(files, verdict{row[0], row[2], row[3] == "true", row[4]})
		}
		if strings.HasPrefix(row[6], "9.") {
			if codes[row[0]][row[5]] == nil {
				codes[row[0]][row[5]] = make(map[string]string)
			}
			codes[row[0]][row[5]][row[6]] = row[7]
		}
	}
	return files, codes
}

// TestOfficialVerdicts: what the official validator said of files, schema and code lists.
func TestOfficialVerdicts(t *testing.T) {
	files, wantCodes := officialVerdicts(t)
	judged, activities, codeCount := 0, 0, 0
	for _, file := range files {
		s, ok := For(file.version)
		document, err := os.ReadFile(filepath.Join(shared, file.file))
		if err != nil {
			t.Error(err)
			continue
		}
		if !ok || !bytes.Contains(document, []byte("<iati-activities")) {
			continue
		}
		var codeFaults []CodeFault
		faults, err := feed(s, document, func(f CodeFault) { codeFaults = append(codeFaults, f) })
		if err != nil {
			t.Errorf("%s: %v", file.file, err)
			continue
		}
		if (len(faults) == 0) != file.valid {
			t.Errorf("%s: want valid %v, got %d faults", file.file, file.valid, len(faults))
		}
		first := len(document)
		for _, f := range faults {
			first = min(first, f.At.End)
		}
		if line := 1 + bytes.Count(document[:first], []byte("\n")); len(faults) > 0 && strconv.Itoa(line) != file.firstLine {
			t.Errorf("%s: the first fault ends on line %d, the validator's first on line %s", file.file, line, file.firstLine)
		}
		got := codesByActivity(document, codeFaults)
		if bytes.HasPrefix(document, []byte("<!DOCTYPE")) {
			// The official validator checks the codes below the document's first
			// node, which is the DOCTYPE here, so that it finds none.
			got = nil
		}
		judged++
		activities += len(got)
		for _, rules := range got {
			for _, count := range rules {
				codeCount += count
			}
		}
		for activity, rules := range wantCodes[file.file] {
			for rule, count := range rules {
				if fmt.Sprint(got[activity][rule]) != count {
					t.Errorf("%s %s: %s: want %s, got %d", file.file, activity, rule, count, got[activity][rule])
				}
			}
		}
		for activity, rules := range got {
			for rule, count := range rules {
				if wantCodes[file.file][activity][rule] == "" {
					t.Errorf("%s %s: %s: want none, got %d", file.file, activity, rule, count)
				}
			}
		}
	}
	t.Logf("%d files, %d activities with %d values not on their lists", judged, activities, codeCount)
}

// codesByActivity counts code faults by the identifier of their activity.
func codesByActivity(document []byte, faults []CodeFault) map[string]map[string]int {
	result := make(map[string]map[string]int)
	for _, f := range faults {
		start := bytes.LastIndex(document[:f.At.End], []byte("<iati-activity"))
		_, rest, _ := bytes.Cut(document[start:], []byte("<iati-identifier"))
		_, rest, _ = bytes.Cut(rest, []byte(">"))
		identifier, _, _ := bytes.Cut(rest, []byte("<"))
		key := strings.TrimSpace(string(identifier))
		if result[key] == nil {
			result[key] = make(map[string]int)
		}
		result[key][f.OfficialID]++
	}
	return result
}
