package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/iatilint/iatilint/internal/engine"
	"github.com/iatilint/iatilint/internal/read"
	"github.com/iatilint/iatilint/internal/report"
	config "github.com/iatilint/iatilint/internal/settings"
	"github.com/iatilint/iatilint/internal/spool"
	"github.com/iatilint/iatilint/internal/triage"
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
	facts := spool.NewFacts(1)
	defer func() { _ = facts.Close() }()
	one := checked(t, name, content, 1, nil)
	if diff := cmp.Diff(one, checked(t, name, content, 4, facts.NewLog)); diff != "" {
		t.Errorf("with four workers and facts on disk the reports differ (-one +four):\n%s", diff)
	}
	return one
}

// unWomen is the plan of a check by the profile un-women on a day in 2024.
func unWomen(t *testing.T, catalogue []*lint.Rule) *config.Plan {
	t.Helper()
	flags := config.Flags{"no-config": {"true"}, "profile": {"un-women"}, "as-of": {"2024-06-30"}}
	p, err := config.Resolve(flags, config.Environment{}, config.Known{Catalogue: catalogue, Formats: report.FormatNames()})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// checked is everything that a check of one file writes, by format.
func checked(t *testing.T, name string, content []byte, jobs int, newLog func() lint.Log) map[string]string {
	t.Helper()
	content, cells := packed(t, name, content)
	s := &settings{config: unWomen(t, rules.All())}
	var err error
	if s.engine, err = engineConfig(s.config); err != nil {
		t.Fatal(err)
	}
	s.engine.Jobs, s.engine.NewLog = jobs, newLog
	s.engine.Names, s.engine.PerEntry = nil, 0
	s.engine.Summarise = summarise
	s.triage.CountEntries = true
	s.triage.Show, s.triage.FailOn = lint.Info, lint.Error
	s.triage.Accepted = triage.NewAccepted(nil, s.accepted.relative)
	found := spool.New()
	defer func() { _ = found.Close() }()
	s.engine.Deliver = func(input int, v *lint.Violation) error {
		if cells {
			inCells(t, v)
		} else {
			inside(t, content, v)
		}
		return found.Add(input, v)
	}
	open := func() (engine.Reader, error) {
		return read.New(io.NopCloser(bytes.NewReader(content)), name, read.Options{})
	}
	outcome, err := engine.Run(t.Context(), []engine.Input{{Path: name, Open: open}}, s.engine)
	if err != nil {
		t.Fatal(err)
	}
	for _, problem := range outcome.Problems {
		var failed *engine.PanicError
		if errors.As(problem, &failed) {
			t.Errorf("%v\n%s", failed, failed.Stack)
		}
	}
	judged, err := s.judge(found, nil, outcome, 1)
	if err != nil {
		t.Fatal(err)
	}
	reports := map[string]string{}
	data := s.data(outcome, judged)
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
func inside(t *testing.T, content []byte, v *lint.Violation) {
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
func inCells(t *testing.T, v *lint.Violation) {
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
func shown(t *testing.T, v *lint.Violation) {
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
