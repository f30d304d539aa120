package rules_test

import (
	"bytes"
	"context"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iatilint/iatilint/internal/config"
	"github.com/iatilint/iatilint/internal/engine"
	"github.com/iatilint/iatilint/internal/history"
	"github.com/iatilint/iatilint/internal/read"
	"github.com/iatilint/iatilint/rules"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// published compares two published files, which are not part of the project.
func published(t *testing.T, before, after string) []lint.Violation {
	t.Helper()
	const folder = "../../shared/data/real/"
	input := func(name string) (history.Input, func() (read.Reader, error)) {
		content, err := os.ReadFile(folder + name)
		if err != nil {
			t.Skip("the published files are not here")
		}
		open := func() (read.Reader, error) {
			return read.New(io.NopCloser(bytes.NewReader(content)), name, read.Options{})
		}
		return history.Input{
			Path: name, Local: folder + name,
			Open: func() (history.Reader, error) { return open() },
			Reread: func(r history.Reader) history.Reread {
				reader, _ := r.(read.Reader)
				return read.Reread(reader)
			},
		}, open
	}
	old, _ := input(before)
	current, open := input(after)
	comparison, err := history.Compare(context.Background(), []history.Input{old}, []history.Input{current}, nil, 2)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = comparison.Close() }()
	enabled, err := config.Selection{Select: []string{"history"}}.Enable(rules.All(), nil)
	if err != nil {
		t.Fatal(err)
	}
	outcome, err := engine.Run(context.Background(), []engine.Input{{Path: after, Open: func() (engine.Reader, error) { return open() }}},
		engine.Config{Rules: enabled, Env: &lint.Environment{AsOf: schema.Date{Year: 2021, Month: 7, Day: 1}}, Jobs: 2, Earlier: comparison})
	if err != nil {
		t.Fatal(err)
	}
	for _, problem := range outcome.Problems {
		t.Error(problem)
	}
	return outcome.Violations
}

// What changed between publications of one organisation, as it was read in the
// files. UN Women added an activity and put the others in another order. UNICEF
// wrote the identifier with hyphens and left all documents out. Cordaid took two
// activities and the results of a third back, went over to other reference codes,
// titles and result types, and dropped baselines and breakdowns.
func TestPublishedPairs(t *testing.T) {
	for _, c := range []struct {
		before, after string
		want          map[string]int
	}{
		{"unwomen/2021-05-26.xml", "unwomen/2021-06-15.xml", map[string]int{}},
		{"unicef-albania/original.xml", "unicef-albania/unfixed.xml", map[string]int{}},
		{"unicef-albania/unfixed.xml", "unicef-albania/fixed.xml", map[string]int{"identifier-changed": 1, "evidence-dropped": 1}},
		{"cordaid/2021-05-26.xml", "cordaid/2021-06-08.xml", map[string]int{
			"actual-removed": 3, "baseline-changed": 24, "closed-actual-revised": 11, "entry-removed": 2,
			"evidence-dropped": 1, "indicator-removed": 23, "not-updated": 2, "period-changed": 15,
			"reference-changed": 74, "status-regressed": 1, "target-weakened": 2, "title-changed": 35,
			"type-or-measure-changed": 23,
		}},
	} {
		got := map[string]int{}
		for _, v := range published(t, c.before, c.after) {
			got[strings.TrimPrefix(v.Rule, "history/")]++
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s to %s (-want +got):\n%s", c.before, c.after, diff)
		}
	}
}
