package cli_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// One submission in four formats: structure, code lists, dates, words, claims
// without numbers.
const (
	twinXML = `<iati-activities version="2.03"><iati-activity xml:lang="en">
<iati-identifier>XM-DAC-41146-KEN_D_1.1</iati-identifier>
<reporting-org ref="XM-DAC-41146" type="40"><narrative>UN Women</narrative></reporting-org>
<title><narrative>Women have a say in county budgets (TO BE DELETED)</narrative></title>
<description><narrative>In 12 counties women said "no" to the programe.</narrative></description>
<participating-org role="7"><narrative>Someone</narrative></participating-org>
<activity-status code="2"/>
<activity-date type="1" iso-date="2022-01-01"/>
<result type="8"><title><narrative>Womens groups</narrative></title>
<indicator measure="1"><title><narrative>Number of groups</narrative></title>
<baseline year="2021"  value="3"/>
<period><period-start iso-date="2023-01-01"/><period-end iso-date="2022-12-31"/><target value="1E+05"/><actual value="7 groups"/></period>
<period><period-start iso-date="45292"/><period-end iso-date="2024-12-31"/><target value="9"/></period>
</indicator></result></iati-activity></iati-activities>`
	twinJSON = `[{"iati-identifier": "XM-DAC-41146-KEN_D_1.1", "xml:lang": "en",
"reporting-org": {"ref": "XM-DAC-41146", "type": "40", "narrative": "UN Women"},
"title": "Women have a say in county budgets (TO BE DELETED)",
"description": "In 12 counties women said \"no\" to the programe.",
"participating-org": {"role": "7", "narrative": "Someone"}, "activity-status": "2",
"activity-date": {"type": "1", "iso-date": "2022-01-01"},
"result": {"type": "8", "title": "Womens groups", "indicator": {"measure": "1", "title": "Number of groups",
"baseline": {"year": "2021", "value": "3"},
"period": [{"period-start": "2023-01-01", "period-end": "2022-12-31", "target": {"value": "1E+05"}, "actual": {"value": "7 groups"}},
{"period-start": "45292", "period-end": "2024-12-31", "target": {"value": "9"}}]}}}]`
	twinCSV = `Activity ID,Default Language,Reporting Org Ref,Reporting Org Type,Reporting Org Name,Activity Title,Activity Description,Participating Org Role,Participating Org Name,Activity Status,Activity Date Type,Activity Date,Result Type,Result Title,Indicator Measure,Indicator Title,Baseline Year,Baseline Value,Period Start,Period End,Target Value,Actual Value
XM-DAC-41146-KEN_D_1.1,en,XM-DAC-41146,40,UN Women,Women have a say in county budgets (TO BE DELETED),"In 12 counties women said ""no"" to the programe.",7,Someone,2,1,2022-01-01,8,Womens groups,1,Number of groups,2021,3,2023-01-01,2022-12-31,1E+05,7 groups
,,,,,,,,,,,,,,,,,,45292,2024-12-31,9,
`
)

// told are the violations of a file without their places, which differ.
func told(t *testing.T, name string, content []byte) []string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, content, 0o644); err != nil {
		t.Fatal(err)
	}
	var report struct {
		Violations []struct {
			Rule, Entry string
			Span        struct{ Cell string }
			Fixes       []any
		}
	}
	if err := json.Unmarshal([]byte(run(t, 1, "check", "--format", "json", "--as-of", "2024-06-30", file)), &report); err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, v := range report.Violations {
		if v.Span.Cell != "" && len(v.Fixes) > 0 {
			t.Errorf("%s offers to edit the bytes of a workbook at %s", v.Rule, v.Span.Cell)
		}
		list = append(list, v.Rule+" "+v.Entry)
	}
	slices.Sort(list)
	return list
}

func TestTwinsInOtherFormatsGiveTheSameViolations(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	for i, line := range strings.Split(strings.TrimSpace(strings.ReplaceAll(twinCSV, `"In 12 counties women said ""no"" to the programe."`, `In 12 counties women said "no" to the programe.`)), "\n") {
		for j, cell := range strings.Split(line, ",") {
			name, err := excelize.CoordinatesToCellName(j+1, i+1)
			if err != nil {
				t.Fatal(err)
			}
			if cell != "" {
				if err := f.SetCellStr("Sheet1", name, cell); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	book, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	want := told(t, "a.xml", []byte(twinXML))
	if len(want) < 8 {
		t.Fatalf("only %d violations: %v", len(want), want)
	}
	for name, content := range map[string][]byte{"a.json": []byte(twinJSON), "a.csv": []byte(twinCSV), "a.xlsx": book.Bytes()} {
		if diff := cmp.Diff(want, told(t, name, content)); diff != "" {
			t.Errorf("%s (-a.xml +%s):\n%s", name, name, diff)
		}
	}
}
