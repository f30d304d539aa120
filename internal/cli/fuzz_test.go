package cli

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"os"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/iatilint/iatilint/internal/engine"
	"github.com/iatilint/iatilint/internal/finding"
	"github.com/iatilint/iatilint/internal/report"
	"github.com/iatilint/iatilint/internal/run"
	"github.com/iatilint/iatilint/internal/settings"
	"github.com/iatilint/iatilint/rules"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// FuzzCheck takes any bytes, and any text in a workbook or Word document, through
// the whole of a check: whatever they are, no rule and no report panics, every
// place lies in the file and between characters, what reads a format reads its
// report, nothing of the data acts there, and the reports are the same with one
// worker and with four, and wherever facts are kept.
func FuzzCheck(f *testing.F) {
	addSubmissions(f)
	f.Fuzz(func(t *testing.T, name string, content []byte) {
		if name == "" {
			return // no file is called that
		}
		for format, text := range sameWhereverFactsAre(t, name, content) {
			if err := ReadBack(format, text); err != nil && format != "in colour" {
				t.Errorf("%s: %v", format, err)
			}
		}
	})
}

// addSubmissions gives a fuzz target submissions to begin with.
func addSubmissions(f *testing.F) {
	f.Helper()
	for _, name := range []string{"activities.xml", "outcomes.txt"} {
		content, err := os.ReadFile("../../testdata/samples/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(name, content)
	}
	const entry = `{"id": "XM-DAC-41146-KEN_D_1.1", "title": "Women lead (TO BE DELETED)", "narrative": "In 12 counties, teh women recieve 1.234,56 of", "result": [{"type": 1, "indicator": [{"measure": 2, "period": [{"start": "2020-01-01", "end": "2019-01-01", "target": {"value": "110"}, "actual": {"value": "12%"}}]}]}]}`
	f.Add("a.json", []byte("["+entry+","+entry+"]"))
	f.Add("a.yaml", []byte("- id: A_1\n  title: Wömen lead (TO BE DELETED)\n  narrative: |\n    In 12 counties teh women\n    recieve\n"))
	for _, name := range []string{"a.csv", "a.xlsx"} {
		f.Add(name, []byte("id,title,narrative,indicator,target 2023\nA,\"One \"\"two\"\" (TO BE DELETED)\",Teh wömen recieve.,I,5\n,,,J,6\nB,=1+1,Told.,,\n"))
	}
	f.Add("a.docx", []byte("outcome XM-DAC-41146-KEN_D_1.1\nWomen lead (TO BE DELETED)\nTeh wömen recieve <b> ::error:: of\n"))
	f.Add("a.xml", []byte(`<iati-activities version="2.03"><iati-activity xml:lang="fr"><iati-identifier> A&#x1b;</iati-identifier><title><narrative>&lt;b&gt;L&apos;accès <![CDATA[::error::]]></narrative></title></iati-activity></iati-activities>`))
}

// sameWhereverFactsAre checks a file with one worker, all facts in memory, and
// with four, all facts in a temporary file. It gives the reports by format.
func sameWhereverFactsAre(t *testing.T, name string, content []byte) map[string]string {
	t.Helper()
	one := checked(t, name, content, 1, 0)
	if diff := cmp.Diff(one, checked(t, name, content, 4, 1)); diff != "" {
		t.Errorf("with four workers and facts on disk the reports differ (-one +four):\n%s", diff)
	}
	return one
}

// unWomen is the plan of a check by the profile un-women on a day in 2024.
func unWomen(t *testing.T, catalogue []*lint.Rule, flags settings.Flags) *settings.Plan {
	t.Helper()
	maps.Copy(flags, settings.Flags{"no-config": {"true"}, "profile": {"un-women"}, "as-of": {"2024-06-30"}})
	p, err := settings.Resolve(flags, settings.Environment{}, settings.Known{Catalogue: catalogue, Formats: report.FormatNames()})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// checked is everything that a check of one file writes, by format.
func checked(t *testing.T, name string, content []byte, jobs, factsInMemory int) map[string]string {
	t.Helper()
	content, cells := packed(t, name, content)
	plan := unWomen(t, rules.All(), settings.Flags{"stdin-filename": {name}, "jobs": {strconv.Itoa(jobs)}, "max-per-entry": {"0"}})
	v := &view{plan: plan}
	options := v.options()
	options.Entries, options.Suppressed, options.FactsInMemory = true, true, factsInMemory
	options.Shown = func(f *finding.Finding) {
		v.counts.Add(f)
		if cells {
			inCells(t, f)
		} else {
			inside(t, content, f)
		}
	}
	result, err := run.Check(t.Context(), plan, run.Source{Paths: []string{"-"}, Stdin: bytes.NewReader(content)}, options)
	if err != nil {
		t.Fatal(err)
	}
	defer result.Close()
	for _, problem := range result.Problems {
		var failed *engine.PanicError
		if errors.As(problem, &failed) {
			t.Errorf("%v\n%s", failed, failed.Stack)
		}
	}
	reports := map[string]string{}
	data := v.data(result)
	for _, format := range report.Formats() {
		var out strings.Builder
		if err := format.Write(&out, data, report.Style{Width: 60, Tables: report.Tables()}); err != nil {
			t.Errorf("%s: %v", format.Name, err)
		}
		reports[format.Name] = out.String()
	}
	var out strings.Builder
	if err := report.Text(&out, data, report.Style{Width: 60, Color: true}); err != nil {
		t.Error(err)
	}
	reports["in colour"] = out.String()
	return reports
}

// inside checks that the places of a violation lie in its file. In UTF-8 they
// lie between characters.
func inside(t *testing.T, content []byte, v *finding.Finding) {
	spans := []schema.Span{v.Span}
	for _, r := range v.Related {
		spans = append(spans, r.Span)
	}
	for _, fix := range v.Fixes {
		for _, e := range fix.Edits {
			spans = append(spans, schema.Span{Start: schema.Position{Offset: e.Start}, End: schema.Position{Offset: e.End}})
		}
	}
	for _, s := range spans {
		from, to, n := s.Start.Offset, s.End.Offset, int64(len(content))
		if from < 0 || to < from || to > n {
			t.Fatalf("%s: bytes %d to %d of %d: %s", v.Rule, from, to, n, v.Message)
		}
		if utf8.Valid(content) && (!border(content, from) || !border(content, to)) {
			t.Fatalf("%s: bytes %d to %d are inside characters: %s", v.Rule, from, to, v.Message)
		}
	}
	shown(t, v)
}

// inCells checks that a violation of what an entry says names a cell or
// paragraph, and that nothing would edit the bytes of an archive.
func inCells(t *testing.T, v *finding.Finding) {
	if v.Entry != "" && v.Span.Cell == "" {
		t.Fatalf("%s: no cell: %s", v.Rule, v.Message)
	}
	for _, fix := range v.Fixes {
		if len(fix.Edits) > 0 {
			t.Fatalf("%s: an edit of an archive: %+v", v.Rule, fix)
		}
	}
	shown(t, v)
}

// shown checks what a violation shows.
func shown(t *testing.T, v *finding.Finding) {
	if !utf8.ValidString(v.Message) {
		t.Fatalf("%s: a message that is no text: %q", v.Rule, v.Message)
	}
	s := v.Snippet
	if s.From < 0 || s.To < s.From || s.To > len(s.Text) {
		t.Fatalf("%s: %s", v.Rule, fmt.Sprint(s))
	}
	if utf8.ValidString(s.Text) && (!border([]byte(s.Text), int64(s.From)) || !border([]byte(s.Text), int64(s.To))) {
		t.Fatalf("%s: %d to %d are inside characters of %q", v.Rule, s.From, s.To, s.Text)
	}
}

func border(content []byte, at int64) bool {
	return at == int64(len(content)) || utf8.RuneStart(content[at])
}
