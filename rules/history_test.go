package rules_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iatilint/iatilint/internal/compare"
	"github.com/iatilint/iatilint/internal/engine"
	"github.com/iatilint/iatilint/internal/read"
	"github.com/iatilint/iatilint/internal/settings"
	"github.com/iatilint/iatilint/internal/spool"
	"github.com/iatilint/iatilint/rules"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// compared runs all history rules on a file and its earlier self.
func compared(t *testing.T, before, after []byte, name string, asOf schema.Date) []lint.Violation {
	t.Helper()
	input := func(content []byte) (compare.Input, func() (read.Reader, error)) {
		local := filepath.Join(t.TempDir(), "file")
		if err := os.WriteFile(local, content, 0o600); err != nil {
			t.Fatal(err)
		}
		open := func() (read.Reader, error) {
			return read.New(io.NopCloser(bytes.NewReader(content)), name, read.Options{})
		}
		return compare.Input{
			Path: name, Local: local,
			Open: func() (compare.Reader, error) { return open() },
			Reread: func(r compare.Reader) compare.Reread {
				reader, _ := r.(read.Reader)
				return read.Reread(reader)
			},
		}, open
	}
	old, _ := input(before)
	current, open := input(after)
	comparison, err := compare.Submissions(context.Background(), []compare.Input{old}, []compare.Input{current}, nil, 2)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := comparison.Close(); err != nil {
			t.Error(err)
		}
	}()
	flags := settings.Flags{"no-config": {"true"}, "select": {"history"}}
	plan, err := settings.Resolve(flags, settings.Environment{}, settings.Known{Catalogue: rules.All()})
	if err != nil {
		t.Fatal(err)
	}
	var enabled []engine.Enabled
	for _, r := range plan.Enabled {
		enabled = append(enabled, engine.Enabled(r))
	}
	found := spool.New()
	defer found.Close()
	inputs := []engine.Input{{Path: name, Open: func() (engine.Reader, error) { return open() }}}
	outcome, err := engine.Run(context.Background(), inputs,
		engine.Config{Rules: enabled, Env: &lint.Environment{AsOf: asOf}, Jobs: 2, Earlier: comparison, Deliver: found.Add})
	if err != nil {
		t.Fatal(err)
	}
	for _, problem := range outcome.Problems {
		t.Error(problem)
	}
	var list []lint.Violation
	for i := range found.Len() {
		v, err := found.At(i)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, *v)
	}
	return list
}

const outcome = "outcome KEN_D_1.1\nWomen entrepreneurs have access to affordable credit\n" +
	"Savings groups turned into a source of credit: 310 women opened an account, and 124 of them took up a loan for a stall.\n"

// activity is an entry with one indicator; the two attributes and what stands in
// its period are given.
func activity(attributes, inside string) string {
	return fmt.Sprintf(`<iati-activities version="2.03">
<iati-activity xml:lang="en" last-updated-datetime="2023-06-01T00:00:00Z"><iati-identifier>A-1</iati-identifier>
<title><narrative>Villages have clean water all year</narrative></title>
<result type="1"><title><narrative>Safe water</narrative></title>
<indicator %s><title><narrative>Number of wells in use</narrative></title><baseline year="2020" value="2"/>
<period><period-start iso-date="2022-01-01"/><period-end iso-date="2022-12-31"/>%s</period></indicator></result>
</iati-activity></iati-activities>`, attributes, inside)
}

// One change is one violation, whichever rules might speak of it. The date of the
// last update, which never advances here, is told besides.
func TestOneChangeOneViolation(t *testing.T) {
	const unit = `measure="1" ascending="1"`
	values := `<target value="10"/><actual value="8"/>`
	asOf := schema.Date{Year: 2024, Month: 6, Day: 30}
	for _, c := range []struct {
		name, before, after string
		want                []string
	}{
		{"nothing", outcome, strings.ReplaceAll(outcome, "\n", "\r\n"), nil},
		{"another outcome", outcome, "outcome KEN_D_1.1\nRoads to remote markets are passable in the rains\nThe bridge at Garsen was rebuilt. 12 km of road have drains now.\n",
			[]string{"identifier-reused"}},
		{"a note", outcome, strings.Replace(outcome, "credit\n", "credit (OUTCOME TO BE DELETED)\n", 1), []string{"marker-added"}},
		{"a placeholder for a story", outcome, outcome[:strings.Index(outcome, "Savings")] + "TBD\n", []string{"evidence-dropped", "marker-added"}},
		{"a statement", outcome, strings.Replace(outcome, "affordable credit", "credit", 1), []string{"title-changed"}},
		{"form of numbers", activity(unit, values), activity(`ascending="true" measure="1"`, `<actual value="8.0"/> <target value=" 10.00 "/>`), nil},
		{"an easier target", activity(unit, values), activity(unit, strings.Replace(values, "10", "9", 1)), []string{"target-weakened"}},
		{"a raised target", activity(unit, values), activity(unit, strings.Replace(values, "10", "12", 1)), []string{"target-changed"}},
		{"another measure and target", activity(unit, values), activity(`measure="2" ascending="0"`, `<target value="70"/><actual value="55"/>`),
			[]string{"type-or-measure-changed"}},
		{"a revised actual", activity(unit, values), activity(unit, strings.Replace(values, "8", "9", 1)), []string{"closed-actual-revised"}},
		{"a blank actual", activity(unit, values), activity(unit, strings.Replace(values, `"8"`, `""`, 1)), []string{"actual-removed", "evidence-dropped"}},
	} {
		name := "a.txt"
		if strings.HasPrefix(c.before, "<") {
			name = "a.xml"
		}
		var got []string
		for _, v := range compared(t, []byte(c.before), []byte(c.after), name, asOf) {
			if v.Rule != "history/timestamp-not-advanced" {
				got = append(got, strings.TrimPrefix(v.Rule, "history/"))
			}
		}
		slices.Sort(got)
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// Each of several changed references is named with both of its places.
func TestChangedReferencesPlaces(t *testing.T) {
	indicator := func(codes ...string) []byte {
		var references strings.Builder
		for _, code := range codes {
			fmt.Fprintf(&references, `<reference vocabulary="99" code="%s"/>`, code)
		}
		return []byte(strings.Replace(activity(`measure="1"`, ""), `<baseline`, references.String()+`<baseline`, 1))
	}
	found := compared(t, indicator("A-1", "B-1", "C-1"), indicator("A-2", "B-2"), "a.xml", schema.Date{})
	var got []string
	for _, v := range found {
		if v.Rule == "history/reference-changed" {
			for _, r := range v.Related {
				got = append(got, fmt.Sprint(r.Span.Start.Column, " ", r.Message))
			}
			got = append(got, v.Change.Before+" > "+v.Change.After)
		}
	}
	want := []string{
		`117 it was "A-1" here`,
		`156 "B-1" became "B-2" here`, `156 it was "B-1" here`,
		`1 "C-1" is gone here`, `195 it was "C-1" here`,
		"A-1, B-1, C-1 > A-2, B-2",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
