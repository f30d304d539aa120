package engine_test

import (
	"context"
	"fmt"
	"iter"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iatilint/iatilint/internal/engine"
	"github.com/iatilint/iatilint/internal/finding"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// spot is a fact that is only a place.
type spot struct{ Place lint.Place }

// manifold is a file of one entry with so many narratives, faults of the reader
// and requests.
func manifold(narratives int, ask ...schema.Suppression) engine.Input {
	return engine.Input{Path: "a", Open: func() (schema.Reader, error) {
		return &asker{fake: fake{path: "a", entries: 2, file: &schema.File{Path: "a"}}, ask: map[int]schema.Suppression{}, fill: func(e *schema.Entry) {
			e.Source.Text = strings.Repeat("x", 2*narratives)
			e.Suppressions = ask
			for i := range narratives {
				n := &schema.Narrative{Text: schema.Text{At: schema.Range{Start: int32(2 * i), End: int32(2*i + 1)}}}
				schema.Attach(n, e.Title, "narrative", i, n.At)
				e.Title.Narratives = append(e.Title.Narratives, n)
				e.AddFault(schema.Fault{Kind: schema.NotWellFormed, Message: fmt.Sprint("fault ", i), At: n.At})
			}
		}}, nil
	}}
}

func TestPerEntry(t *testing.T) {
	rules := []engine.Enabled{
		{Rule: &lint.Rule{ID: "test/fault", Severity: lint.Warning, Check: lint.Faults(schema.NotWellFormed)}},
		{Rule: &lint.Rule{ID: "test/each", Severity: lint.Info, Check: lint.Each(func(p *lint.Pass, n *schema.Narrative) {
			v := lint.Violation{At: n.At, Message: fmt.Sprint("narrative ", n.At.Start/2)}
			if n.At.Start == 8 {
				v.Severity = lint.Error
			}
			p.Report(v)
		})}},
		{Rule: &lint.Rule{ID: "test/across", Severity: lint.Info, Check: lint.Collect(
			func(p *lint.Pass, e *schema.Entry) (spots []spot) {
				for _, n := range e.Title.Narratives {
					spots = append(spots, spot{p.Keep(n.At)})
				}
				return spots
			},
			func(p *lint.Pass, spots iter.Seq[spot]) {
				i := 0
				for s := range spots {
					p.ReportAt(s.Place, lint.Violation{Message: fmt.Sprint("place ", i%6)})
					i++
				}
			},
		)}},
	}
	part := func(from, to int32) schema.Suppression {
		at := schema.Range{End: 1}
		return schema.Suppression{Rules: []string{"test/each", "test/across", "test/fault"}, At: at, Scope: schema.Range{Start: from, End: to}}
	}
	whole := schema.Suppression{Rules: []string{"test/each"}, At: schema.Range{End: 1}}
	for _, c := range []struct {
		name       string
		input      engine.Input
		limit      int
		want       string // of the second entry too
		suppressed int
	}{
		{"all", manifold(6), 0, `fault 0, fault 1, fault 2, fault 3, fault 4, fault 5;
			narrative 0, narrative 1, narrative 2, narrative 3, narrative 4, narrative 5; place 0, place 1, place 2, place 3, place 4, place 5`, 0},
		{"as many as may be", manifold(6), 6, `fault 0, fault 1, fault 2, fault 3, fault 4, fault 5;
			narrative 0, narrative 1, narrative 2, narrative 3, narrative 4, narrative 5; place 0, place 1, place 2, place 3, place 4, place 5`, 0},
		{"too many", manifold(6), 2, `fault 0, fault 1, and 4 more of the same in this entry, from here on: fault 2;
			narrative 0, narrative 1, and 4 more of the same in this entry, from here on: narrative 2;
			place 0, place 1, and 4 more of the same in this entry, from here on: place 2`, 0},
		// What is not listed and is to be ignored counts apart from what is not.
		{"ignored in part", manifold(6, part(6, 8)), 2, `fault 0, fault 1, and 3 more of the same in this entry, from here on: fault 2;
			narrative 0, narrative 1, and 3 more of the same in this entry, from here on: narrative 2;
			place 0, place 1, and 3 more of the same in this entry, from here on: place 2`, 2 * 3},
		{"ignored where they begin", manifold(6, part(0, 6)), 2, `and 3 more of the same in this entry, from here on: fault 3;
			and 3 more of the same in this entry, from here on: narrative 3;
			and 3 more of the same in this entry, from here on: place 3`, 2 * 9},
		{"ignored as a whole", manifold(6, whole), 2, `fault 0, fault 1, and 4 more of the same in this entry, from here on: fault 2; ;
			place 0, place 1, and 4 more of the same in this entry, from here on: place 2`, 2 * 6},
	} {
		for _, jobs := range []int{1, 16} {
			byRule := map[string][]string{}
			outcome, err := engine.Run(context.Background(), []engine.Input{c.input}, engine.Config{
				Rules: rules, Env: &lint.Environment{}, Jobs: jobs, PerEntry: c.limit,
				Deliver: func(_ int, v *finding.Finding) error {
					if v.Entry == "a-2" {
						byRule[v.Rule] = append(byRule[v.Rule], v.Message)
						if bad := strings.HasPrefix(v.Message, "and "); bad != (v.More > 0) || bad && v.Rule == "test/each" && (v.Severity != lint.Error || v.Fingerprint == "") {
							t.Errorf("%s: %+v", c.name, v)
						}
					}
					return nil
				},
			})
			if err != nil || len(outcome.Problems) > 0 {
				t.Fatal(err, outcome.Problems)
			}
			got := strings.Join([]string{strings.Join(byRule["test/fault"], ", "), strings.Join(byRule["test/each"], ", "), strings.Join(byRule["test/across"], ", ")}, "; ")
			if diff := cmp.Diff(strings.Join(strings.Fields(c.want), " "), got); diff != "" {
				t.Errorf("%s, with %d workers (-want +got):\n%s", c.name, jobs, diff)
			}
			if outcome.Suppressed != c.suppressed {
				t.Errorf("%s: %d are suppressed, want %d", c.name, outcome.Suppressed, c.suppressed)
			}
		}
	}
}

// What a reader did not keep counts all the same.
func TestUnkeptFaults(t *testing.T) {
	n := 0
	config := engine.Config{Rules: testRules(), Env: &lint.Environment{}, PerEntry: 3, Deliver: func(_ int, v *finding.Finding) error {
		if v.Rule == "test/fault" && v.Entry == "a-1" {
			n += v.Count()
		}
		return nil
	}}
	const many = schema.DefaultMaxFaults + 7
	for _, config.PerEntry = range []int{0, 3} {
		n = 0
		if _, err := engine.Run(context.Background(), []engine.Input{manifold(many)}, config); err != nil {
			t.Fatal(err)
		}
		if n != many {
			t.Errorf("at most %d an entry: %d are counted, want %d", config.PerEntry, n, many)
		}
	}
}

// More requests than an entry may have are not heeded, and told of.
func TestTooManyRequests(t *testing.T) {
	var ask []schema.Suppression
	for i := range int32(1001) {
		at := schema.Range{Start: 2 * i, End: 2*i + 1}
		ask = append(ask, schema.Suppression{Rules: []string{"test/each"}, At: at, Scope: at})
	}
	each := &lint.Rule{ID: "test/each", Severity: lint.Info, Check: lint.Each(func(p *lint.Pass, n *schema.Narrative) {
		p.Report(lint.Violation{At: n.At, Message: fmt.Sprint("narrative ", n.At.Start/2)})
	})}
	tooLarge := &lint.Rule{ID: "file/too-large", Severity: lint.Warning, Check: lint.Faults(schema.TooManyIgnores)}
	var got []string
	_, err := engine.Run(context.Background(), []engine.Input{manifold(1002, ask...)}, engine.Config{
		Rules: []engine.Enabled{{Rule: each}, {Rule: tooLarge}}, Env: &lint.Environment{},
		Deliver: func(_ int, v *finding.Finding) error {
			if v.Entry == "a-1" {
				got = append(got, fmt.Sprintf("%d %v %s", v.Span.Start.Offset, v.Severity, v.Message))
			}
			return nil
		},
	})
	want := []string{
		"2100 error more than 1,000 requests to ignore stand here; those from here on are not heeded",
		"2100 info narrative 1000", "2102 info narrative 1001",
	}
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}

// A text of which something was found that is not listed is not one of which
// there is nothing to say: in the next entry it is looked at again.
func TestPerEntryOfTexts(t *testing.T) {
	rule := &lint.Rule{ID: "test/text", Severity: lint.Info, Check: lint.Check{Visits: []lint.Visit{{
		Kind:    schema.NarrativeNode,
		Prepare: func(*lint.Pass, schema.Node) (any, uint64) { return nil, 1 },
		Run: func(p *lint.Pass, n schema.Node, _ any) bool {
			p.Report(lint.Violation{At: n.Place(), Message: "bad"})
			return true
		},
	}}}}
	counts := map[string]int{}
	_, err := engine.Run(context.Background(), []engine.Input{manifold(6)}, engine.Config{
		Rules: []engine.Enabled{{Rule: rule}}, Env: &lint.Environment{Language: "en"}, Jobs: 1, PerEntry: 1,
		Deliver: func(_ int, v *finding.Finding) error {
			counts[v.Entry] += v.Count()
			return nil
		},
	})
	if diff := cmp.Diff(map[string]int{"a-1": 6, "a-2": 6}, counts); err != nil || diff != "" {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}
