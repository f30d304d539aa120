package rules_test

import (
	"os"
	"path"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iatilint/iatilint/internal/finding"
	"github.com/iatilint/iatilint/schema"
)

// published compares two published files, which are not part of the project.
func published(t *testing.T, before, after string) []finding.Finding {
	t.Helper()
	const folder = "../../shared/data/real/"
	old, err1 := os.ReadFile(folder + before)
	current, err2 := os.ReadFile(folder + after)
	if err1 != nil || err2 != nil {
		t.Skip("the published files are not here")
	}
	return compared(t, old, current, path.Base(after), schema.Date{Year: 2021, Month: 7, Day: 1})
}

// What changed between publications of one organisation. UN Women added an
// activity and put the others in another order; UNICEF changed line ends, then
// wrote the identifier with hyphens and left all documents out. Cordaid took two
// activities and the results of a third back, went over to other reference codes,
// titles and result types, and dropped baselines and breakdowns: its numbers are
// those of the run, of which nine activities were compared with the files by hand.
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
			"reference-changed": 18, "status-regressed": 1, "target-weakened": 2, "title-changed": 35,
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
