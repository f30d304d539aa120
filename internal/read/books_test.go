package read_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/unicode"

	"github.com/iatilint/iatilint/internal/read"
	"github.com/iatilint/iatilint/schema"
)

// volume is a file of a submission.
type volume struct {
	name    string
	content []byte
}

func sourcesOf(files []volume) []read.Source {
	var sources []read.Source
	for _, f := range files {
		sources = append(sources, read.Source{Path: f.name, Open: func() (io.ReadCloser, error) {
			return io.NopCloser(bytes.NewReader(f.content)), nil
		}})
	}
	return sources
}

// readBooks reads files as a run does: those that belong together as one.
func readBooks(t *testing.T, files []volume) (entries []*schema.Entry, list []*schema.File) {
	t.Helper()
	books := read.FindBooks(t.Context(), sourcesOf(files), read.Options{})
	for _, f := range files {
		r, err := read.New(io.NopCloser(bytes.NewReader(f.content)), f.name, read.Options{})
		if books.Joined(f.name) != nil {
			r, err = books.Open(f.name)
		}
		if err != nil {
			t.Fatal(err)
		}
		for {
			job, err := r.Next()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			entries = append(entries, job())
		}
		list = append(list, r.File())
		if err := r.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return entries, list
}

const (
	resultRows    = "Result Identifier,Type,Title Narrative\n%[1]s_r1,2 - Outcome,\"Les \"\"comtés\"\" planifient\"\n"
	indicatorRows = "Indicator Identifier,Measure,Title Narrative\n%[1]s_r1_i1,1 - Unit,Number of \"counties\"\n"
	periodRows    = "Period Identifier,Period Start Iso Date,Period End Iso Date\n%[1]s_r1_i1_p1,2023-01-01,2023-12-31\n"
)

func rowsOf(rows, activity string) []byte { return fmt.Appendf(nil, rows, activity) }

// Books in three formats and encodings: each value has the place that it has in
// its own file.
func TestBooksKeepTheirPlaces(t *testing.T) {
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes(rowsOf(resultRows, "A"))
	must(t, err)
	entries, files := readBooks(t, []volume{
		{"p.xlsx", workbook(t, map[string][][]any{
			"Mapper": {{"Indicator Identifier", "Period Number", "Period Identifier"}, {"A_r1_i1", "p1", "first"}},
			"Period": {{"Period Identifier", "Period Start Iso Date", "Period End Iso Date"}, {"first", "2023-01-01", "2023-12-31"}},
			"Target": {{"Target Identifier", "Value"}, {"first_t-1", 7}},
			"Actual": {{"Actual Identifier", "Value"}},
		}, nil)},
		{"r.csv", wide},
		{"i.csv", rowsOf(indicatorRows, "A")},
		{"b.csv", []byte("Indicator Baseline Identifier,Year,Value\nA_r1_i1_b-1,2022,3\n")},
	})
	want := []string{
		"activity A @r.csv 2:1", " result 2 @r.csv 2:6", `  title Les "comtés" planifient @r.csv 2:19`,
		"  indicator 1 @i.csv 2:9", `   title Number of "counties" @i.csv 2:18`, "   baseline 2022 3 @b.csv 2:18",
		"   from 2023-01-01 @p.xlsx Period!B2", "   to 2023-12-31 @p.xlsx Period!C2", "    target 7 @p.xlsx Target!B2",
	}
	if diff := cmp.Diff(want, outline(entries)); diff != "" {
		t.Errorf("entries (-want +got):\n%s", diff)
	}
	for _, f := range files {
		for _, fault := range f.Faults {
			t.Errorf("%s: %s", f.Path, fault.Message)
		}
	}
	e := entries[0]
	if e.File.Path != "r.csv" || e.MissingLevels != 0 || !e.ResultsOnly || len(e.Faults) > 0 {
		t.Errorf("the entry is of %s and lacks %b; %v", e.File.Path, e.MissingLevels, e.Faults)
	}
	title := e.Results[0].Title.Narratives[0].Text
	from := strings.Index(title.Value, `"comtés"`)
	span := e.Source.Span(e.Source.Within(title, from, from+len(`"comtés"`)))
	if raw, err := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewDecoder().Bytes(wide[span.Start.Offset:span.End.Offset]); err != nil || string(raw) != `""comtés""` {
		t.Errorf("a word of the title is at %+v: %q, %v", span, raw, err)
	}
}

func TestWhichBooksBelongTogether(t *testing.T) {
	result, indicator, period := resultRows, indicatorRows, periodRows
	file := func(name, rows, activity string) volume { return volume{name, rowsOf(rows, activity)} }
	for _, c := range []struct {
		name  string
		files []volume
		want  []string // groups
	}{
		{"three in a folder", []volume{file("a/i.csv", indicator, "A"), file("a/p.csv", period, "A"), file("a/r.csv", result, "A")}, []string{"a/i.csv a/p.csv a/r.csv"}},
		{"three in three folders", []volume{file("r/a.csv", result, "A"), file("i/a.csv", indicator, "A"), file("p/x/a.csv", period, "A")}, []string{"r/a.csv i/a.csv p/x/a.csv"}},
		{
			"the same identifiers in two folders",
			[]volume{file("23/i.csv", indicator, "A"), file("23/r.csv", result, "A"), file("24/i.csv", indicator, "A"), file("24/r.csv", result, "A")},
			[]string{"23/i.csv 23/r.csv", "24/i.csv 24/r.csv"},
		},
		{
			"a folder without one that another has: it does not borrow",
			[]volume{file("23/i.csv", indicator, "A"), file("23/r.csv", result, "A"), file("24/i.csv", indicator, "A")},
			[]string{"23/i.csv 23/r.csv"},
		},
		{"two activities", []volume{file("ra.csv", result, "A"), file("rb.csv", result, "B"), file("ib.csv", indicator, "B")}, []string{"rb.csv ib.csv"}},
		{
			"one book of indicators for two of results",
			[]volume{file("ra.csv", result, "A"), file("rb.csv", result, "B"), {"i.csv", []byte("Indicator Identifier,Measure\nA_r1_i1,1\nB_r1_i1,1\n")}},
			[]string{"ra.csv rb.csv i.csv"},
		},
		{"indicators of results that are not there", []volume{file("r.csv", result, "A"), {"i.csv", []byte("Indicator Identifier,Measure\nA_r7_i1,1\n")}}, []string{"r.csv i.csv"}},
		{"indicators of another activity", []volume{file("r.csv", result, "A"), {"i.csv", []byte("Indicator Identifier,Measure\nB_r1_i1,1\n")}}, nil},
		{"results and periods", []volume{file("r.csv", result, "A"), file("p.csv", period, "A")}, nil},
		{"a sheet that says which belongs to which", []volume{
			{"m.csv", []byte("Result Identifier,Indicator Number,Indicator Identifier\nA_r1,1,eins\n")},
			{"i.csv", []byte("Indicator Identifier,Measure\neins,1\n")}, file("r.csv", result, "A"),
		}, []string{"m.csv i.csv r.csv"}},
		{"a damaged one stays alone", []volume{file("r.csv", result, "A"), {"i.csv", []byte("Indicator Identifier,Measure\nA_r1_i1,\"1\n")}}, nil},
		{"other tables and formats", []volume{file("r.csv", result, "A"), {"t.csv", []byte("id,title,narrative\nA,T,N\n")}, {"a.xml", []byte("<iati-activities/>")}, {"x.xlsx", []byte("PK\x03\x04xl/")}}, nil},
		{"one file given twice", []volume{file("r.csv", result, "A"), file("r.csv", result, "A")}, nil},
	} {
		books := read.FindBooks(t.Context(), sourcesOf(c.files), read.Options{})
		var got []string
		for _, f := range c.files {
			group := strings.Join(books.Joined(f.name), " ")
			if group != "" && !slices.Contains(got, group) {
				got = append(got, group)
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// What is said of a book whose partners are not there.
func TestBooksWithoutPartners(t *testing.T) {
	const apart = "among the files given, so "
	for _, c := range []struct {
		name  string
		files []volume
		want  []string
	}{
		{"results", []volume{{"r.csv", rowsOf(resultRows, "A")}}, []string{
			"r.csv 2:1 the Indicator book and the Period book that go with this file are not " + apart + "what would stand there is not checked",
		}},
		{"results and indicators", []volume{{"r.csv", rowsOf(resultRows, "A")}, {"i.csv", rowsOf(indicatorRows, "A")}}, []string{
			"i.csv 2:1 the sheet of baselines and the Period book that go with this file are not " + apart + "what would stand there is not checked",
		}},
		{"documents of results", []volume{{"d.csv", []byte("Result Identifier,Url\nA_r1,https://example.org\n")}}, []string{
			`d.csv 2:1 the rows are about results that stand in another file, such as "A_r1", but the Result book, the Indicator book and the Period book are not ` + apart + "what needs both is not checked",
		}},
		{"which belongs to which", []volume{{"m.csv", []byte("Activity Identifier,Result Number,Result Identifier\nA,1,A_r1\n")}}, []string{
			`m.csv 2:1 the rows are about results that stand in another file, such as "A_r1", but the Result book, the Indicator book and the Period book are not ` + apart + "what needs both is not checked",
		}},
		{"headers alone", []volume{{"r.csv", []byte("Result Identifier,Type,Title Narrative\n")}}, nil},
	} {
		_, files := readBooks(t, c.files)
		var got []string
		for _, f := range files {
			for _, fault := range f.Faults {
				if ruleOf(fault.Kind) == "file/book-missing" {
					at := fault.Source.Span(fault.At).Start
					got = append(got, fmt.Sprintf("%s %d:%d %s", f.Path, at.Line, at.Column, fault.Message))
				}
			}
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// A book that vanishes while others are read is an error, not a smaller entry.
func TestABookThatVanishes(t *testing.T) {
	sources := sourcesOf([]volume{{"r.csv", rowsOf(resultRows, "A")}, {"i.csv", rowsOf(indicatorRows, "A")}})
	gone := false
	open := sources[1].Open
	sources[1].Open = func() (io.ReadCloser, error) {
		if gone {
			return nil, os.ErrNotExist
		}
		return open()
	}
	books := read.FindBooks(t.Context(), sources, read.Options{})
	gone = true
	r, err := books.Open("r.csv")
	must(t, err)
	defer r.Close()
	if _, err := r.Next(); !errors.Is(err, os.ErrNotExist) || !strings.Contains(err.Error(), "could not read i.csv") {
		t.Errorf("the error is %v", err)
	}
}

// rowsWithoutEnd are those of a book; reading them ends the context of a run.
type rowsWithoutEnd struct {
	head io.Reader
	end  context.CancelFunc
	read int
}

func (r *rowsWithoutEnd) Close() error { return nil }

func (r *rowsWithoutEnd) Read(p []byte) (int, error) {
	if n, err := r.head.Read(p); err == nil {
		return n, nil
	}
	r.end()
	r.read++
	for i := range p {
		p[i] = "A,1\n"[i%4]
	}
	return len(p), nil
}

// The search for books ends with the run.
func TestSearchEndsWithTheRun(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	endless := &rowsWithoutEnd{head: bytes.NewReader(rowsOf(indicatorRows, "A")), end: cancel}
	sources := sourcesOf([]volume{{"r.csv", rowsOf(resultRows, "A")}, {"i.csv", nil}})
	sources[1].Open = func() (io.ReadCloser, error) { return endless, nil }
	if books := read.FindBooks(ctx, sources, read.Options{}); books.Joined("r.csv") != nil {
		t.Error("a file that was not read to its end is a book")
	}
	if endless.read == 0 {
		t.Error("the file was not looked at")
	}
}

// The published books, where they are at hand: counted file by file they have what
// they have together.
func TestPublishedBooks(t *testing.T) {
	paths, err := filepath.Glob("../../../shared/data/sheets/iatipublisher-*-filled.xlsx")
	must(t, err)
	if len(paths) != 3 {
		t.Skip("the published files are not here")
	}
	var files []volume
	for _, p := range paths {
		content, err := os.ReadFile(p)
		must(t, err)
		files = append(files, volume{path.Base(filepath.ToSlash(p)), content})
	}
	entries, _ := readBooks(t, files)
	if len(entries) != 1 {
		t.Fatalf("%d entries", len(entries))
	}
	got := map[string]int{}
	schema.Walk(entries[0], func(n schema.Node) {
		element, ok := n.(interface{ Name() string })
		if !ok {
			return
		}
		name := element.Name()
		got[name]++
		want := map[string]string{"result": "result", "indicator": "indicator", "baseline": "indicator", "period": "period", "target": "period", "actual": "period"}[name]
		if file := entries[0].Source.FileAt(n.Place(), entries[0].File).Path; !strings.Contains(file, want) {
			t.Errorf("a %s stands in %s", name, file)
		}
	})
	want := map[string]int{"result": 2, "indicator": 2, "baseline": 4, "period": 2, "target": 2, "actual": 2, "document-link": 15}
	for name, n := range want {
		if got[name] != n {
			t.Errorf("%d of %s, want %d", got[name], name, n)
		}
	}
}

// FuzzBooks reads any three tables of text as one run: every place lies in the
// file that it is said to be in.
func FuzzBooks(f *testing.F) {
	f.Add(rowsOf(resultRows, "A"), rowsOf(indicatorRows, "A"), rowsOf(periodRows, "A"))
	f.Add(rowsOf(resultRows, "A"), []byte("Indicator Identifier,Measure,iatilint ignore\nA_r1_i1,1,value: x\nA_r9_i1,1,\n,2,y: z\n"), []byte("Target Identifier,Value\nA_r1_i1_p1_t-1,\"7\n8\"\n"))
	f.Add([]byte("Result Identifier;Indicator Number;Indicator Identifier\nA;1;B\n"), []byte("Indicator Identifier;Url\nB;C\n"), []byte("\xFF\xFEIndicator Identifier"))
	f.Fuzz(func(t *testing.T, a, b, c []byte) {
		sizes := map[string]int{"a.csv": len(a), "b.csv": len(b), "c.csv": len(c)}
		entries, _ := readBooks(t, []volume{{"a.csv", a}, {"b.csv", b}, {"c.csv", c}})
		for _, e := range entries {
			in := func(at schema.Range) {
				span, file := e.Source.Span(at), e.Source.FileAt(at, e.File).Path
				if span.Start.Offset < 0 || span.Start.Offset > span.End.Offset || span.End.Offset > int64(sizes[file]) {
					t.Errorf("%+v is outside the %d bytes of %s", span, sizes[file], file)
				}
			}
			in(e.Identifier.At)
			schema.Walk(e, func(n schema.Node) { in(n.Place()) })
			for _, fault := range e.Faults {
				in(fault.At)
			}
			for _, s := range e.Suppressions {
				if in(s.At); s.Scope.Start > s.Scope.End || int(s.Scope.End) > len(e.Source.Text) {
					t.Errorf("a request is about %v of %d bytes", s.Scope, len(e.Source.Text))
				}
			}
		}
	})
}
