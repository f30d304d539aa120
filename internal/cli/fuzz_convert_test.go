package cli

import (
	"bytes"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iatilint/iatilint/internal/convert"
	"github.com/iatilint/iatilint/internal/finding"
	"github.com/iatilint/iatilint/internal/read"
	"github.com/iatilint/iatilint/internal/run"
	"github.com/iatilint/iatilint/internal/settings"
	"github.com/iatilint/iatilint/rules"
	"github.com/iatilint/iatilint/rules/lint"
)

// FuzzConvertedCheck: what is wrong with the content of a file is wrong with the
// file converted, and nothing else is. That internal/convert keeps the content is
// held there.
func FuzzConvertedCheck(f *testing.F) {
	addSubmissions(f)
	for _, file := range asking() {
		f.Add(file.name, []byte(file.content))
	}
	EachBadFile(f, func(name string, content []byte) { f.Add(name, content) })
	f.Fuzz(func(t *testing.T, name string, content []byte) {
		if len(content) > 8<<10 {
			return
		}
		r, err := read.New(io.NopCloser(bytes.NewReader(content)), name, read.Options{})
		if err != nil {
			return
		}
		var asJSON, asYAML bytes.Buffer
		left := 0
		if convert.JSON(&asJSON, r, func(string) { left++ }) != nil {
			return
		}
		if r, err = read.New(io.NopCloser(bytes.NewReader(content)), name, read.Options{}); err != nil {
			t.Fatal(err)
		}
		if err := convert.YAML(&asYAML, r, nil); err != nil {
			t.Fatal(err)
		}
		got := said(t, "converted.json", asJSON.Bytes())
		if diff := cmp.Diff(got, said(t, "converted.yaml", asYAML.Bytes())); diff != "" {
			t.Errorf("-JSON +YAML:\n%s\n%s", diff, asYAML.Bytes())
		}
		if left > 0 || partial(t, name, content) {
			return // it was told that not all requests to ignore could be carried over; tables of parts are judged as what they are
		}
		if diff := cmp.Diff(said(t, name, content), got); diff != "" {
			t.Errorf("-original +converted:\n%s\n%s", diff, asJSON.Bytes())
		}
	})
}

// partial tells whether a file holds only parts of entries.
func partial(t *testing.T, name string, content []byte) bool {
	t.Helper()
	r, err := read.New(io.NopCloser(bytes.NewReader(content)), name, read.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for {
		job, err := r.Next()
		if err != nil {
			return false
		}
		if e := job(); e != nil && e.ResultsOnly {
			return true
		}
	}
}

// said is what the rules about content say of a file: not those about its
// mark-up and its shape, which a conversion mends.
func said(t *testing.T, name string, content []byte) (list []string) {
	t.Helper()
	about := slices.DeleteFunc(rules.All(), func(r *lint.Rule) bool {
		family, _, _ := strings.Cut(r.ID, "/")
		return family == "schema" || family == "file" || family == "suppression" || slices.Contains(standIns, r.ID)
	})
	plan := unWomen(t, about, settings.Flags{"stdin-filename": {name}, "jobs": {"1"}, "max-per-entry": {"0"}})
	result, err := run.Check(t.Context(), plan, run.Source{Paths: []string{"-"}, Stdin: bytes.NewReader(content)}, run.Options{
		Shown: func(f *finding.Finding) {
			list = append(list, f.Rule+" "+f.Entry+" "+linesIn.ReplaceAllString(f.Message, "line"))
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	defer result.Close()
	slices.Sort(list)
	return list
}

// standIns are rules that say in other formats what the standard's schema and
// rules say of XML.
var standIns = []string{"identifier/missing", "identifier/wrong-organisation", "language/invalid-code", "narrative/empty", "period/activity-dates", "period/invalid-date"}

// linesIn finds the numbers of lines in messages.
var linesIn = regexp.MustCompile(`lines? [0-9, and]+`)
