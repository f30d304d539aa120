package cli_test

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// table is a sheet: its name and its rows, cells between bars.
type table struct {
	name string
	rows string
}

// bookTables are the three books of a submission with a fault in each, as IATI
// Publisher has them.
var bookTables = map[string][]table{
	"result": {
		{"Result_Mapper", "Activity identifier|Result Number|Result Identifier\nKE-1|r1|KE-1_r1\n|r2|KE-1_r2\nKE-2|r1|KE-2_r1"},
		{"Result", "Result Identifier|Type|Aggregation-status|Title Narrative|Title Language|Description Narrative|Description Language|Reference Vocabulary|Reference Code|iatilint ignore\n" +
			"KE-1_r1|8 - Outcme|TRUE|Counties plan with womens groups|en - English|In 12 counties women said yes to the programe.|en - English|99 - Own|A1|spelling/misspelling: it is a name\n" +
			"|||Les comtés planifient|fr - French|||||\n" +
			"KE-1_r2|1 - Output|FALSE|Laws are drafted (TO BE DELETED)|en - English||||\n" +
			"KE-2_r1|2 - Outcome|FALSE|Girls go to school in all of the counties|en - English||||"},
		{"Result Document Link", "Result Identifier|Url|Format|Title Narrative|Title Language|Category Code\nKE-1_r2|https://example.org/a|text/html|A report|en - English|"},
	},
	"indicator": {
		{"Indicator_Mapper", "Result Identifier|Indicator Number|Indicator Identifier\nKE-1_r1|i1|KE-1_r1_i1\n|i2|KE-1_r1_i2\nKE-1_r2|i1|KE-1_r2_i1\nKE-2_r1|i1|KE-2_r1_i1\nKE-2_r7|i1|KE-2_r7_i1\n|i2|KE-2_r7_i2"},
		{"Indicator_Baseline_Mapper", "Indicator Identifier|Baseline Number|Indicator Baseline Identifier\nKE-1_r1_i1|1|KE-1_r1_i1_b-1\nKE-1_r2_i1|1|KE-1_r2_i1_b-1"},
		{"Indicator", "Indicator Identifier|Measure|Ascending|Aggregation Status|Title Narrative|Title Language|Description Narrative|Description Language|Reference Vocabulary|Reference Code|Reference Indicator Uri\n" +
			"KE-1_r1_i1|1 - Unit|TRUE|TRUE|Number of counties with a programe|en - English|||99 - Own|B1|\n" +
			"KE-1_r1_i2|2 - Percentage|TRUE|FALSE|Share of plans|en - English||||\n" +
			"KE-1_r2_i1|1 - Unit|TRUE|TRUE|Number of laws|en - English||||\n" +
			"KE-2_r1_i1|9 - Nothing|TRUE|TRUE|Number of girls|en - English||||\n" +
			"KE-2_r7_i1|1 - Unit|TRUE|TRUE|Number of boys|en - English||||\n" +
			"KE-2_r7_i2|1 - Unit|TRUE|TRUE|Number of schools|en - English||||"},
		{"Indicator Baseline", "Indicator Baseline Identifier|Year|Date|Value|Comment Narrative|Comment Language|Dimension Name|Dimension Value|Location Reference\n" +
			"KE-1_r1_i1_b-1|2022|2022-12-31|3|Counted in counties|en - English|sex|12|\n" +
			"KE-1_r2_i1_b-1|2022|2021-12-31|none|||||"},
	},
	"period": {
		{"Period_Mapper", "Indicator Identifier|Period Number|Period Identifier\nKE-1_r1_i1|p1|KE-1_r1_i1_p1\n|p2|KE-1_r1_i1_p2\nKE-1_r1_i2|p1|KE-1_r1_i2_p1\nKE-1_r2_i1|p1|KE-1_r2_i1_p1\nKE-2_r1_i1|p1|KE-2_r1_i1_p1"},
		{"Target_Mapper", "Period Identifier|Target Number|Target Identifier\nKE-1_r1_i1_p1|1|KE-1_r1_i1_p1_t-1\nKE-1_r1_i2_p1|1|KE-1_r1_i2_p1_t-1"},
		{"Actual_Mapper", "Period Identifier|Actual Number|Actual Identifier\nKE-1_r1_i1_p1|1|KE-1_r1_i1_p1_a-1\nKE-1_r1_i2_p1|1|KE-1_r1_i2_p1_a-1\nKE-1_r2_i1_p1|1|KE-1_r2_i1_p1_a-1"},
		{"Period", "Period Identifier|Period Start Iso Date|Period End Iso Date\n" +
			"KE-1_r1_i1_p1|2023-01-01|2023-12-31\nKE-1_r1_i1_p2|2024-12-31|2024-01-01\nKE-1_r1_i2_p1|2023-01-01|-\nKE-1_r2_i1_p1|2023-01-01|2023-12-31\nKE-2_r1_i1_p1|2023-01-01|2023-12-31"},
		{"Target", "Target Identifier|Value|Comment Narrative|Comment Language|Dimension Name|Dimension Value|Location Reference\n" +
			"KE-1_r1_i1_p1_t-1|7|||||\nKE-1_r1_i2_p1_t-1|120|||||"},
		{"Actual", "Actual Identifier|Value|Comment Narrative|Comment Language|Dimension Name|Dimension Value|Location Reference|iatilint ignore\n" +
			"KE-1_r1_i1_p1_a-1|7 counties|Teh counties||||\nKE-1_r1_i2_p1_a-1|140||||||value/percentage-out-of-range: it is a growth\nKE-1_r2_i1_p1_a-1||||||"},
	},
}

// writeBooks writes books into one workbook.
func writeBooks(t *testing.T, file string, names ...string) {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	first := true
	for _, name := range names {
		for _, sheet := range bookTables[name] {
			if first {
				if err := f.SetSheetName("Sheet1", sheet.name); err != nil {
					t.Fatal(err)
				}
			} else if _, err := f.NewSheet(sheet.name); err != nil {
				t.Fatal(err)
			}
			first = false
			for i, line := range strings.Split(sheet.rows, "\n") {
				var cells []any
				for cell := range strings.SplitSeq(line, "|") {
					if cell == "" {
						cells = append(cells, nil)
						continue
					}
					cells = append(cells, cell)
				}
				if err := f.SetSheetRow(sheet.name, "A"+strconv.Itoa(i+1), &cells); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	if err := f.SaveAs(file); err != nil {
		t.Fatal(err)
	}
}

// writeTables writes each sheet of the books into a file of its own.
func writeTables(t *testing.T, dir string) {
	t.Helper()
	for name, sheets := range bookTables {
		for _, sheet := range sheets {
			f, err := os.Create(filepath.Join(dir, name+" "+sheet.name+".csv"))
			if err != nil {
				t.Fatal(err)
			}
			w := csv.NewWriter(f)
			for line := range strings.SplitSeq(sheet.rows, "\n") {
				if err := w.Write(strings.Split(line, "|")); err != nil {
					t.Fatal(err)
				}
			}
			w.Flush()
			if err := f.Close(); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// bookReport is what of a report the tests of books look at.
type bookReport struct {
	Files []struct {
		Path                         string
		Entries, Results, Indicators int
	}
	Summary struct{ Entries, Suppressed int }
	Entries []struct {
		File, Identifier string
		Violations       int
	}
	Violations []struct {
		Rule, Message, File, Entry string
		Span                       struct {
			Cell  string
			Start struct{ Line, Column int }
		}
		Excerpt string
	}
}

func checkBooks(t *testing.T, args ...string) bookReport {
	t.Helper()
	args = append([]string{"check", "--no-config", "--format", "json", "--as-of", "2024-06-30", "--profile", "strict", "--profile", "un-women"}, args...)
	var r bookReport
	if err := json.Unmarshal([]byte(run(t, 1, args...)), &r); err != nil {
		t.Fatal(err)
	}
	return r
}

// found are the violations without their files.
func (r bookReport) found() []string {
	var list []string
	for _, v := range r.Violations {
		list = append(list, v.Rule+" "+v.Entry+" "+v.Span.Cell+" "+v.Message)
	}
	slices.Sort(list)
	return list
}

// The same submission in one workbook and in three, whatever they are called and
// however many workers there are.
func TestBooksAreTwinsOfOneWorkbook(t *testing.T) {
	whole := filepath.Join(t.TempDir(), "whole.xlsx")
	writeBooks(t, whole, "result", "indicator", "period")
	want := checkBooks(t, whole)
	if len(want.Violations) < 15 {
		t.Fatalf("only %d violations: %q", len(want.Violations), want.found())
	}
	for _, names := range []map[string]string{
		{"result": "1.xlsx", "indicator": "2.xlsx", "period": "3.xlsx"},
		{"result": "3.xlsx", "indicator": "2.xlsx", "period": "1.xlsx"},
		{"result": "a/r.xlsx", "indicator": "b/i.xlsx", "period": "b/c/p.xlsx"},
	} {
		dir := t.TempDir()
		for book, name := range names {
			if err := os.MkdirAll(filepath.Join(dir, filepath.Dir(name)), 0o755); err != nil {
				t.Fatal(err)
			}
			writeBooks(t, filepath.Join(dir, name), book)
		}
		for _, jobs := range []string{"1", "8"} {
			got := checkBooks(t, "--jobs", jobs, dir)
			if diff := cmp.Diff(want.found(), got.found()); diff != "" {
				t.Errorf("%v, %s jobs (-one workbook +three):\n%s", names, jobs, diff)
			}
			if got.Summary != want.Summary {
				t.Errorf("%v: %+v, of one workbook %+v", names, got.Summary, want.Summary)
			}
			for _, v := range got.Violations {
				sheet := strings.Trim(strings.SplitN(v.Span.Cell, "!", 2)[0], "'")
				for book, name := range names {
					inBook := slices.ContainsFunc(bookTables[book], func(s table) bool { return s.name == sheet })
					if inBook != strings.HasSuffix(filepath.ToSlash(v.File), name) {
						t.Errorf("%s at %s is said to be in %s", v.Rule, v.Span.Cell, v.File)
					}
				}
			}
			inEntries := 0
			for _, e := range got.Entries {
				inEntries += e.Violations
				if !strings.HasSuffix(filepath.ToSlash(e.File), names["result"]) {
					t.Errorf("the entry %s is counted in %s", e.Identifier, e.File)
				}
			}
			ofEntries := 0
			for _, v := range got.Violations {
				if v.Entry != "" {
					ofEntries++
				}
			}
			if inEntries != ofEntries {
				t.Errorf("%d violations in the list of entries, %d in all", inEntries, ofEntries)
			}
			for _, f := range got.Files {
				var of [3]int
				switch name := filepath.ToSlash(f.Path); {
				case strings.HasSuffix(name, names["result"]):
					of = [3]int{2, 3, 0}
				case strings.HasSuffix(name, names["indicator"]):
					of = [3]int{0, 1, 6} // the result that is in no Result book
				}
				if got := [3]int{f.Entries, f.Results, f.Indicators}; got != of {
					t.Errorf("%s: %v entries, results and indicators, want %v", f.Path, got, of)
				}
			}
		}
	}
}

// A part of the books gives a part of what all of them give, and a word that the
// others are missing.
func TestPartsOfBooksRaiseNoFalseAlarm(t *testing.T) {
	for _, part := range [][]string{{"result"}, {"indicator"}, {"period"}, {"result", "indicator"}, {"indicator", "period"}, {"result", "period"}} {
		dir := t.TempDir()
		for _, book := range part {
			writeBooks(t, filepath.Join(dir, book+".xlsx"), book)
		}
		holdParts(t, dir)
	}
}

func TestPartsOfTablesRaiseNoFalseAlarm(t *testing.T) {
	all := t.TempDir()
	writeTables(t, all)
	files, err := os.ReadDir(all)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if strings.Contains(f.Name(), "Mapper") || strings.Contains(f.Name(), "Document Link") {
			continue
		}
		dir := t.TempDir()
		if err := os.CopyFS(dir, os.DirFS(all)); err != nil {
			t.Fatal(err)
		}
		if err := os.Remove(filepath.Join(dir, f.Name())); err != nil {
			t.Fatal(err)
		}
		holdParts(t, dir)
	}
}

// holdParts holds what is reported of some of the books to what is reported of
// all: the same rules at the same cells or in the same words.
func holdParts(t *testing.T, dir string) {
	t.Helper()
	whole := filepath.Join(t.TempDir(), "whole.xlsx")
	writeBooks(t, whole, "result", "indicator", "period")
	known := map[string]bool{
		// What is reported once an entry is reported of another row; a request in
		// the Result book is about the whole entry; what is no number of an unknown
		// indicator is a placeholder.
		"identifier/vocabulary-without-address KE-1": true, "spelling/misspelling KE-1": true,
		"value/percentage-out-of-range KE-1": true, "marker/placeholder KE-1": true,
	}
	for _, v := range checkBooks(t, whole).Violations {
		known[v.Rule+" "+v.Message] = true
	}
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range files {
		names = append(names, f.Name())
	}
	told := map[string]int{}
	for _, v := range checkBooks(t, dir).Violations {
		switch {
		case v.Rule == "file/book-missing":
			told[v.File]++
		case !known[v.Rule+" "+v.Message] && !known[v.Rule+" "+v.Entry]:
			t.Errorf("of %q alone: %s:%s: %s [%s]", names, filepath.Base(v.File), v.Span.Cell, v.Message, v.Rule)
		}
	}
	for file, n := range told {
		if n > 1 {
			t.Errorf("%q: %s says %d times that its partner is missing", names, file, n)
		}
	}
	if len(told) == 0 {
		t.Errorf("%q: nothing says that a book is missing", names)
	}
}

// Sheets that are files of their own are joined in the same way.
func TestTablesAreTwinsOfOneWorkbook(t *testing.T) {
	dir, whole := t.TempDir(), filepath.Join(t.TempDir(), "whole.xlsx")
	writeTables(t, dir)
	writeBooks(t, whole, "result", "indicator", "period")
	want, got := map[string]int{}, map[string]int{}
	for _, v := range checkBooks(t, whole).Violations {
		want[v.Rule+" "+v.Entry+" "+v.Message]++
	}
	for _, v := range checkBooks(t, dir).Violations {
		got[v.Rule+" "+v.Entry+" "+v.Message]++
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-one workbook +tables:\n%s", diff)
	}
}
