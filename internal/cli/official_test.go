package cli_test

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const official = "../../../shared/data"

// inScope are the official validator's rules that iatilint covers, besides all
// code list rules (9.x).
var inScope = []string{
	"0.1.1", "0.2.1", "0.6.1", "1.1.2", "1.1.3", "1.1.21", "1.3.1", "1.3.13", "1.14.1", "1.14.13", "1.16.1",
	"1.6.1", "1.7.1", "1.8.1", "1.8.13", "1.9.1", "4.1.1", "4.3.1", "4.4.1", "6.11.1",
	"11.1.1", "11.1.2", "11.1.3", "11.1.4", "11.1.5", "8.6.1", "8.8.1", "8.8.2", "8.8.3",
	"8.9.1", "8.9.2", "8.9.3", "8.10.1", "8.10.2", "8.10.3", "8.11.1",
}

func covered(id string) bool { return strings.HasPrefix(id, "9.") || slices.Contains(inScope, id) }

// verdict is what is said of one file.
type verdict struct {
	fileLevel string
	valid     string // "true", "false" or "" where it doesn't come to that
	rules     map[string]bool
}

// TestOfficialVerdicts compares, file by file, with what the official
// validator said: the file level, whether the structure is valid, and which
// rule fires on which activity. The files are not part of the project.
func TestOfficialVerdicts(t *testing.T) {
	want := officialVerdicts(t)
	files, pairs, disagreements := 0, 0, 0
	for _, file := range sortedKeys(want) {
		w := want[file]
		got := ourVerdict(t, filepath.Join(official, file))
		files++
		pairs += len(w.rules)
		if w.fileLevel != got.fileLevel {
			disagreements++
			t.Errorf("%s: file level %q, officially %q", file, got.fileLevel, w.fileLevel)
		}
		if w.valid != "" && w.valid != got.valid {
			disagreements++
			t.Errorf("%s: structure valid %s, officially %s", file, got.valid, w.valid)
		}
		for key := range w.rules {
			if !got.rules[key] {
				disagreements++
				t.Errorf("%s: %s fires officially, not here", file, key)
			}
		}
		for key := range got.rules {
			if !w.rules[key] && !officiallyOverlooked(t, file, key) {
				disagreements++
				t.Errorf("%s: %s fires here, not officially", file, key)
			}
		}
	}
	t.Logf("%d files and %d pairs of activity and rule compared, %d disagreements", files, pairs, disagreements)
}

// officiallyOverlooked names what the official validator passes over: it checks
// no code lists in files with a document type declaration.
func officiallyOverlooked(t *testing.T, file, key string) bool {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(official, file))
	if err != nil {
		t.Fatal(err)
	}
	_, id, _ := strings.Cut(key, " ")
	return strings.HasPrefix(id, "9.") && strings.Contains(string(text), "<!DOCTYPE")
}

func officialVerdicts(t *testing.T) map[string]*verdict {
	t.Helper()
	f, err := os.Open(filepath.Join(official, "official-verdicts.tsv"))
	if err != nil {
		t.Skipf("the official verdicts are not here: %v", err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comma = '\t'
	r.LazyQuotes = true
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]*verdict{}
	for _, row := range rows[1:] {
		v := out[row[0]]
		if v == nil {
			v = &verdict{fileLevel: row[1], valid: row[3], rules: map[string]bool{}}
			out[row[0]] = v
		}
		if covered(row[6]) {
			v.rules[strings.TrimSpace(row[5])+" "+row[6]] = true
		}
	}
	return out
}

func ourVerdict(t *testing.T, file string) *verdict {
	t.Helper()
	var report struct {
		Violations []struct {
			Entry string
			Refs  []string
		}
	}
	if err := json.Unmarshal([]byte(run(t, -1, "check", "--format", "json", file)), &report); err != nil {
		t.Fatal(err)
	}
	v := &verdict{valid: "true", rules: map[string]bool{}}
	for _, violation := range report.Violations {
		for _, id := range violation.Refs {
			switch id {
			case "0.3.1":
				v.valid = "false"
			case "0.1.1", "0.2.1", "0.6.1":
				v.fileLevel, v.valid = id, ""
			default:
				if covered(id) {
					v.rules[strings.TrimSpace(violation.Entry)+" "+id] = true
				}
			}
		}
	}
	if v.fileLevel != "" {
		v.rules = map[string]bool{} // officially nothing is looked at after that
	}
	return v
}

func sortedKeys(m map[string]*verdict) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
