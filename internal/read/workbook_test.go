package read_test

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/iatilint/iatilint/internal/read"
	"github.com/iatilint/iatilint/schema"
)

// workbook makes a workbook; each sheet is a list of rows.
func workbook(t testing.TB, sheets map[string][][]any, more func(*excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	var names []string
	for name := range sheets {
		names = append(names, name)
	}
	slices.Sort(names)
	for i, name := range names {
		if i == 0 {
			must(t, f.SetSheetName("Sheet1", name))
		} else if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		for j, row := range sheets[name] {
			must(t, f.SetSheetRow(name, "A"+strconv.Itoa(j+1), &row))
		}
	}
	if more != nil {
		more(f)
	}
	var out bytes.Buffer
	must(t, f.Write(&out))
	return out.Bytes()
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

var heads = []any{"id ", "Title", "Narrative", "Indicator", "Baseline year", "Baseline", "Period start", "Period end", "Target", "Actual"}

func TestWorkbooks(t *testing.T) {
	day := time.Date(2023, 1, 1, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name         string
		sheets       map[string][][]any
		more         func(*excelize.File)
		want, faults []string
	}{
		{
			name: "dates, numbers, a formula that was never worked out",
			sheets: map[string][][]any{"Out comes": {heads,
				{"A-1", "Women vote", "Two lines.\nOf text.", "Votes", 2020, 0.1 + 0.2, day, "2023-12-31", 1e5, nil}}},
			more: func(f *excelize.File) {
				must(t, f.SetCellFormula("Out comes", "J2", "I2*2"))
			},
			want: []string{
				"outcome A-1 @'Out comes'!A2", " title Women vote @'Out comes'!B2", " description Two lines.\nOf text. @'Out comes'!C2",
				"   title Votes @'Out comes'!D2", "   baseline 2020 0.3 @'Out comes'!F2",
				"   from 2023-01-01 @'Out comes'!G2", "   to 2023-12-31 @'Out comes'!H2", "    target 100000 @'Out comes'!I2", "    actual =I2*2 @'Out comes'!J2",
			},
		},
		{
			name: "merged cells, a hidden row, a hidden sheet, sheets that are none of ours",
			sheets: map[string][][]any{
				"A": {heads,
					{"A-1", "Women vote", "Told.", "Votes", 2020, 3, "2022-01-01", "2022-12-31", 5, 4},
					{nil, nil, nil, nil, nil, nil, "2023-01-01", "2023-12-31", 6, 5},
					{"A-2", "Girls learn", "Told.", "Girls", 2020, 3, "2022-01-01", "2022-12-31", 5, 4}},
				"B hidden": {heads, {"A-9", "Left out", "Told."}},
				"C other":  {{"Name", "Telephone"}, {"N", 1}},
				"Options":  {{"Language"}, {"aa - Afar"}},
			},
			more: func(f *excelize.File) {
				must(t, f.MergeCell("A", "A2", "A3"))
				must(t, f.MergeCell("A", "D2", "D3"))
				must(t, f.SetRowVisible("A", 4, false))
				must(t, f.SetSheetVisible("B hidden", false))
			},
			want: []string{
				"outcome A-1 @A!A2", " title Women vote @A!B2", " description Told. @A!C2", "   title Votes @A!D2", "   baseline 2020 3 @A!F2",
				"   from 2022-01-01 @A!G2", "   to 2022-12-31 @A!H2", "    target 5 @A!I2", "    actual 4 @A!J2",
				"   from 2023-01-01 @A!G3", "   to 2023-12-31 @A!H3", "    target 6 @A!I3", "    actual 5 @A!J3",
				"outcome A-2 @A!A4", " title Girls learn @A!B4", " description Told. @A!C4", "   title Girls @A!D4", "   baseline 2020 3 @A!F4",
				"   from 2022-01-01 @A!G4", "   to 2022-12-31 @A!H4", "    target 5 @A!I4", "    actual 4 @A!J4",
				"outcome A-9 @'B hidden'!A2", " title Left out @'B hidden'!B2", " description Told. @'B hidden'!C2",
			},
			faults: []string{
				`file/unrecognised-block @A!A4 1 row of the sheet "A" is hidden; what is hidden is published like the rest, so it is checked too`,
				`file/unrecognised-block @'B hidden'!A2 the sheet "B hidden" is hidden; what is hidden is published like the rest, so it is checked too`,
				`file/unrecognised-block @'C other'!A1 the sheet "C other" is no table of results: its columns are "Name", "Telephone"`,
			},
		},
		{
			name: "percentages as they are shown, with and without a column for the measure",
			sheets: map[string][][]any{
				"A": {{"id", "Title", "Narrative 80%", "Indicator", "Baseline 2020", "Target 2023", "Actual 2023"},
					{"A-1", "Women vote", 0.5, "Share of votes", 0.285, 0.57, 1.2},
					{nil, nil, nil, "Votes", 3, 5, 4}},
				"B": {{"id", "Title", "Indicator", "Measure", "Target 2023", "Actual 2023"}, {"A-2", "Girls learn", "Share of girls", "Percentage", 85, 0.8614}},
			},
			more: func(f *excelize.File) {
				for format, cells := range map[string][]string{"0%": {"A!C2", "A!F2", "A!G2"}, "0.0%": {"A!E2"}, `#,##0.00\ %;[Red]-0%`: {"B!F2"}} {
					style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
					must(t, err)
					for _, cell := range cells {
						must(t, f.SetCellStyle(cell[:1], cell[2:], cell[2:], style))
					}
				}
			},
			want: []string{
				"outcome A-1 @A!A2", " title Women vote @A!B2",
				"  indicator 2 @A!D2", "   title Share of votes @A!D2", "   baseline 2020 28.5 @A!E2",
				"   from 2023-01-01 @A!F2", "   to 2023-12-31 @A!F2", "    target 57 @A!F2", "    actual 120 @A!G2",
				"   title Votes @A!D3", "   baseline 2020 3 @A!E3", "   from 2023-01-01 @A!F3", "   to 2023-12-31 @A!F3", "    target 5 @A!F3", "    actual 4 @A!G3",
				"outcome A-2 @B!A2", " title Girls learn @B!B2",
				"  indicator 2 @B!D2", "   title Share of girls @B!C2", "   from 2023-01-01 @B!E2", "   to 2023-12-31 @B!E2", "    target 85 @B!E2", "    actual 86.14 @B!F2",
			},
			faults: []string{`file/unrecognised-block @A!C1 the column "Narrative 80%" maps to nothing, so what stands in it is not checked`},
		},
		{
			name:   "hidden columns, of which one is blank and one is none of ours",
			sheets: map[string][][]any{"A": {append(slices.Clone(heads), "Remark"), {"A-1", "Women vote", "Told.", "Votes", nil, nil, nil, nil, nil, nil, "x"}, {"A-2", "Girls learn"}}},
			more: func(f *excelize.File) {
				for _, column := range []string{"B", "C:D", "F", "K"} {
					must(t, f.SetColVisible("A", column, false))
				}
			},
			want: []string{
				"outcome A-1 @A!A2", " title Women vote @A!B2", " description Told. @A!C2", "   title Votes @A!D2",
				"outcome A-2 @A!A3", " title Girls learn @A!B3",
			},
			faults: []string{
				`file/unrecognised-block @A!K1 the column "Remark" maps to nothing, so what stands in it is not checked`,
				`file/unrecognised-block @A!B2 the columns B, C and D of the sheet "A" are hidden; what is hidden is published like the rest, so it is checked too`,
			},
		},
		{
			name:   "text that is struck through, in part and as a whole",
			sheets: map[string][][]any{"A": {heads, {"A-1", "", "Gone."}}},
			more: func(f *excelize.File) {
				must(t, f.SetCellRichText("A", "B2", []excelize.RichTextRun{
					{Text: "Women "}, {Text: "and girls ", Font: &excelize.Font{Strike: true}}, {Text: "vote"}}))
				style, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Strike: true}})
				must(t, err)
				must(t, f.SetCellStyle("A", "C2", "C2", style))
			},
			want: []string{"outcome A-1 @A!A2", " title Women and girls vote @A!B2", " description Gone. @A!C2"},
			faults: []string{
				`marker/deletion @A!B2 the cell is struck through, in part or as a whole, so the text is to be deleted: "Women and girls vote"`,
				`marker/deletion @A!C2 the cell is struck through, in part or as a whole, so the text is to be deleted: "Gone."`,
			},
		},
		{
			name: "the sheets of a book, joined by their identifiers",
			sheets: map[string][][]any{
				"1 Result_Mapper":    {{"Activity identifier", "Result Number", "Result Identifier"}, {"X_1", "r1", "X_1_r1"}},
				"2 Indicator_Mapper": {{"Result Identifier", "Indicator Number", "Indicator Identifier"}, {"X_1_r1", "i1", "X_1_r1_i1"}},
				"3 Period_Mapper":    {{"Indicator Identifier", "Period Number", "Period Identifier"}, {"X_1_r1_i1", "p1", "X_1_r1_i1_p1"}, {nil, "p2", "X_1_r1_i1_p2"}},
				"4 Target_Mapper":    {{"Period Identifier", "Target Number", "Target Identifier"}, {"X_1_r1_i1_p1", "1", "X_1_r1_i1_p1_t-1"}},
				"5 Result":           {{"Result Identifier", "Type", "Aggregation-status", "Title Narrative ", "Title Language"}, {"X_1_r1", "2 - Outcome", 1, "One", "en - English"}, {nil, nil, nil, "Un", "fr - French"}},
				"6 Indicator":        {{"Indicator Identifier", "Measure", "Title Narrative", "Title Language"}, {"X_1_r1_i1", "1 - Unit", "I", "en - English"}},
				"7 Target":           {{"Target Identifier", "Value", "Dimension Name", "Dimension Value"}, {"X_1_r1_i1_p1_t-1", 7, "sex", "f"}, {nil, nil, "age", "5-9"}},
				"8 Period":           {{"Period Identifier", "Period Start Iso Date", "Period End Iso Date"}, {"X_1_r1_i1_p1", day, "2023-12-31"}, {"X_1_r1_i1_p2", "2024-01-01", "-"}},
			},
			more: func(f *excelize.File) { must(t, f.SetSheetVisible("4 Target_Mapper", false)) },
			want: []string{
				"activity X_1 @'5 Result'!A2", " result 2 @'5 Result'!B2", "  title en One @'5 Result'!D2", "  title fr Un @'5 Result'!D3",
				"  indicator 1 @'6 Indicator'!B2", "   title en I @'6 Indicator'!C2",
				"   from 2023-01-01 @'8 Period'!B2", "   to 2023-12-31 @'8 Period'!C2", "    target sex=f age=5-9 7 @'7 Target'!B2",
				"   from 2024-01-01 @'8 Period'!B3",
			},
			faults: []string{"schema/violation @'8 Period'!B3 the period has no period-end"},
		},
		{
			name: "entries whose narrative and indicators are in two sheets",
			sheets: map[string][][]any{
				"A": {{"id", "title", "narrative"}, {"A-1", "One", "Told."}, {"A-2", "Two", "Told."}},
				"B": {{"id", "indicator", "target", "year"}, {"A-2", "I", 5, 2023}, {"A-1", "J", 6, 2023}},
			},
			want: []string{
				"outcome A-1 @A!A2", " title One @A!B2", " description Told. @A!C2", "   title J @B!B3", "   from 2023-01-01 @B!D3", "   to 2023-12-31 @B!D3", "    target 6 @B!C3",
				"outcome A-2 @A!A3", " title Two @A!B3", " description Told. @A!C3", "   title I @B!B2", "   from 2023-01-01 @B!D2", "   to 2023-12-31 @B!D2", "    target 5 @B!C2",
			},
		},
		{
			name:   "nothing at all",
			sheets: map[string][][]any{"A": nil},
			faults: []string{"file/no-results @1:1 the workbook is empty"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			entries, file := readAll(t, "a.xlsx", workbook(t, c.sheets, c.more))
			if diff := cmp.Diff(c.want, outline(entries)); diff != "" {
				t.Errorf("entries (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(c.faults, faultLines(entries, file)); diff != "" {
				t.Errorf("faults (-want +got):\n%s", diff)
			}
		})
	}
}

// rezip changes the parts of a workbook; nil takes one out.
func rezip(t *testing.T, book []byte, change func(name string, content []byte) []byte, more ...string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	must(t, err)
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	put := func(name string, content []byte) {
		part, err := w.Create(name)
		must(t, err)
		_, err = part.Write(content)
		must(t, err)
	}
	for _, f := range z.File {
		in, err := f.Open()
		must(t, err)
		content, err := io.ReadAll(in)
		must(t, err)
		if content = change(f.Name, content); content != nil {
			put(f.Name, content)
		}
	}
	for _, name := range more {
		put(name, []byte("x"))
	}
	must(t, w.Close())
	return out.Bytes()
}

func TestWorkbooksThatCannotBeTrusted(t *testing.T) {
	good := workbook(t, map[string][][]any{"A": {heads, {"A-1", "One", "Told."}}}, nil)
	same := func(_ string, content []byte) []byte { return content }
	for _, c := range []struct {
		name, file string
		content    []byte
		fault      string
		entries    int
	}{
		{"macros and links", "a.xlsm", rezip(t, good, same, "xl/vbaProject.bin", "xl/externalLinks/externalLink1.xml"), "file/unrecognised-block", 1},
		{"a path out of the archive", "a.xlsx", rezip(t, good, same, "../../etc/passwd"), "", 1},
		{"a part twice", "a.xlsx", rezip(t, good, same, `..\..\xl\workbook.xml`), "file/not-well-formed", 0},
		{"a part twice that is not read", "a.xlsx", rezip(t, good, same, "docProps/app.xml", "docProps/app.xml"), "", 1},
		{"half a file", "a.xlsx", good[:len(good)/2], "file/not-well-formed", 0},
		{"no sheets", "a.xlsx", rezip(t, good, func(name string, content []byte) []byte {
			if strings.HasPrefix(name, "xl/worksheets") {
				return nil
			}
			return content
		}), "file/not-well-formed", 0},
		{"a sheet that is cut off", "a.xlsx", rezip(t, good, func(name string, content []byte) []byte {
			if strings.HasPrefix(name, "xl/worksheets") {
				return content[:len(content)*2/3]
			}
			return content
		}), "file/not-well-formed", 0},
		{"a bomb", "a.xlsx", rezip(t, good, func(name string, content []byte) []byte {
			if name == "xl/styles.xml" {
				return append(content, bytes.Repeat([]byte(" "), 33<<20)...)
			}
			return content
		}), "file/too-large", 0},
		{"an encrypted workbook", "a.xlsx", []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + strings.Join(strings.Split("EncryptedPackage", ""), "\x00") + "\x00"), "file/wrong-type", 0},
		{"an old workbook", "a.xls", []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1Workbook"), "file/wrong-type", 0},
	} {
		entries, file := readAll(t, c.file, c.content)
		if len(entries) != c.entries {
			t.Errorf("%s: %d entries", c.name, len(entries))
		}
		if c.fault == "" && len(file.Faults) > 0 || c.fault != "" && (len(file.Faults) == 0 || ruleOf(file.Faults[0].Kind) != c.fault) {
			t.Errorf("%s: %+v", c.name, file.Faults)
		}
	}
}

// A hundred thousand rows become entries in little memory. With IATILINT_COMPARE
// it logs how long all of that takes, from the file to the checked entries, and
// how long excelize takes only to give the texts of the cells.
func TestManyRows(t *testing.T) {
	if testing.Short() {
		t.Skip("a large workbook")
	}
	const rows = 100_000
	name := filepath.Join(t.TempDir(), "many.xlsx")
	f := excelize.NewFile()
	w, err := f.NewStreamWriter("Sheet1")
	must(t, err)
	must(t, w.SetRow("A1", heads))
	for i := range rows {
		must(t, w.SetRow("A"+strconv.Itoa(i+2), []any{
			"XM-DAC-1-" + strconv.Itoa(i/50), "Title " + strconv.Itoa(i/50), "What was reached in the villages, told in some words " + strconv.Itoa(i/50),
			"Indicator " + strconv.Itoa(i), 2020, i, "2023-01-01", "2023-12-31", i + 1, i + 2,
		}))
	}
	must(t, w.Flush())
	must(t, f.SaveAs(name))
	must(t, f.Close())

	start := begin()
	r, err := read.Open(name, read.Options{})
	must(t, err)
	entries, indicators := 0, 0
	var most uint64
	for {
		job, err := r.Next()
		if err == io.EOF {
			break
		}
		must(t, err)
		entries++
		e := job()
		for _, result := range e.Results {
			indicators += len(result.Indicators)
		}
		if entries%100 == 0 {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			most = max(most, m.HeapInuse)
		}
	}
	must(t, r.Close())
	ours := start.spent()
	if entries != rows/50 || indicators != rows {
		t.Errorf("%d entries with %d indicators", entries, indicators)
	}
	if most > 300<<20 {
		t.Errorf("%d MB in use", most>>20)
	}
	t.Logf("%d rows as %d entries: %v, %d MB in use", rows, entries, ours, most>>20)
	if os.Getenv("IATILINT_COMPARE") == "" {
		return
	}
	start = begin()
	whole := sheetRows(t, name, "Sheet1")
	theirs := start.spent()
	t.Logf("GetRows: %d rows: %v; ours is %.0f %% of its time, %.0f %% of its processor time", len(whole), theirs,
		100*ours.wall.Seconds()/theirs.wall.Seconds(), 100*ours.processor.Seconds()/theirs.processor.Seconds())
}

// FuzzXLSX changes the sheet and the texts of a workbook.
func FuzzXLSX(f *testing.F) {
	book := workbook(f, map[string][][]any{"A": {heads, {"A-1", "One", "Told.", "I", 2020, 3, "2023-01-01", "2023-12-31", 4, 5}}}, nil)
	var sheet, texts, styles []byte
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	must(f, err)
	for _, part := range z.File {
		in, err := part.Open()
		must(f, err)
		content, err := io.ReadAll(in)
		must(f, err)
		switch part.Name {
		case "xl/worksheets/sheet1.xml":
			sheet = content
		case "xl/sharedStrings.xml":
			texts = content
		case "xl/styles.xml":
			styles = content
		}
	}
	f.Add(sheet, texts, styles)
	f.Add([]byte(`<x:worksheet xmlns:x="u"><x:sheetData><x:row r="1"><x:c t="inlineStr"><x:is><x:t>id</x:t></x:is></x:c><x:c t="inlineStr"><x:is><x:t>title</x:t></x:is></x:c></x:row>`+
		`<x:row><x:c r="B9" t="str"><x:v>a&amp;b</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A2:B4"/></x:mergeCells></x:worksheet>`), texts, styles)
	f.Fuzz(func(t *testing.T, sheet, texts, styles []byte) {
		changed := rezip(t, book, func(name string, content []byte) []byte {
			switch name {
			case "xl/worksheets/sheet1.xml":
				return sheet
			case "xl/sharedStrings.xml":
				return texts
			case "xl/styles.xml":
				return styles
			}
			return content
		})
		entries, file := readAll(t, "a.xlsx", changed)
		lawful(t, entries, file, func(s schema.Span) bool { return strings.HasPrefix(s.Cell, "A!") })
	})
}

// FuzzCSV reads any table of text.
func FuzzCSV(f *testing.F) {
	f.Add([]byte("id,title,narrative,indicator,target 2023\nA,\"One \"\"two\"\"\",Told.,I,5\n,,,J,6\nB,Two,Told.,,\nA,One,,K,7\n"))
	f.Add([]byte("sep=;\r\niati-identifier;result/0/@type;result/0/title/narrative/0\r\nA;2;\"a\r\nb\"\r\n"))
	f.Add([]byte("Result Identifier,Type,Title Narrative\nA_1,1 - Output,T\n,,U\n"))
	f.Add([]byte("Type,Title,Indicator Title,Measure,Period Start\n1,T,I,1,45292\n,,,,\n"))
	f.Fuzz(func(t *testing.T, content []byte) {
		entries, file := readAll(t, "a.csv", content)
		lawful(t, entries, file, func(s schema.Span) bool {
			return s.Cell == "" && s.Start.Line > 0 && s.Start.Offset >= 0 && s.End.Offset <= int64(len(content)) && s.Start.Offset <= s.End.Offset
		})
	})
}

// lawful tells whether all that was read has a place.
func lawful(t *testing.T, entries []*schema.Entry, file *schema.File, in func(schema.Span) bool) {
	t.Helper()
	for _, e := range entries {
		if e.Source.Span(e.Tag); e.Identifier.Present() && !in(e.Source.Span(e.Identifier.At)) {
			t.Errorf("the identifier %q is at %+v", e.Identifier.Value, e.Source.Span(e.Identifier.At))
		}
		schema.Walk(e, func(n schema.Node) {
			if s := e.Source.Span(n.Place()); !in(s) {
				t.Errorf("%T is at %+v", n, s)
			}
			if n, ok := n.(*schema.Narrative); ok && e.Source.EncodedLen == nil {
				if got := e.Source.At(n.Text.At); !n.Escaped && got != n.Value {
					t.Errorf("%q stands where %q should", got, n.Value)
				}
			}
		})
		for _, fault := range e.Faults {
			if !in(e.Source.Span(fault.At)) {
				t.Errorf("%s is at %+v", fault.Message, e.Source.Span(fault.At))
			}
		}
	}
	if len(entries) == 0 && len(file.Faults) == 0 {
		t.Error("nothing was read, and nothing said")
	}
}
