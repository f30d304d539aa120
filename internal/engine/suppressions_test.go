package engine_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iatilint/iatilint/internal/engine"
	"github.com/iatilint/iatilint/internal/spool"
	"github.com/iatilint/iatilint/rules/lint"
	"github.com/iatilint/iatilint/schema"
)

// asking is a file whose entries ask what the map says, by number.
func asking(path string, entries int, ask map[int]schema.Suppression) engine.Input {
	return engine.Input{Path: path, Open: func() (engine.Reader, error) {
		return &asker{fake: fake{path: path, entries: entries, file: &schema.File{Path: path}}, ask: ask}, nil
	}}
}

type asker struct {
	fake
	ask  map[int]schema.Suppression
	fill func(*schema.Entry) // nil = nothing is to do
}

func (a *asker) Next() (engine.Job, error) {
	job, err := a.fake.Next()
	n := a.next
	if err != nil {
		return nil, err
	}
	return func() *schema.Entry {
		e := job()
		if s, ok := a.ask[n]; ok {
			e.Suppressions = []schema.Suppression{s}
		}
		if a.fill != nil {
			a.fill(e)
		}
		return e
	}, nil
}

// reportSuppressions reports how every suppression was used.
func reportSuppressions() lint.Check {
	return lint.Suppressions(func(p *lint.Pass, s *lint.Suppression) {
		p.ReportSuppression(s, lint.Violation{Message: fmt.Sprintf("%v unused %v unknown %v misplaced %v ended %v", s.Rules, s.Unused, s.Unknown, s.Misplaced, s.Ended)})
	})
}

func TestComments(t *testing.T) {
	rules := append(testRules(), engine.Enabled{Rule: &lint.Rule{ID: "test/suppression", Severity: lint.Info, Check: reportSuppressions()}})
	at := schema.Range{End: 1}
	inputs := []engine.Input{
		asking("a", 30, map[int]schema.Suppression{
			1:  {Rules: []string{"test/across"}, At: at},
			7:  {Rules: []string{"test/each", "test/fault"}, At: at},
			8:  {Rules: []string{"test/each"}, At: at},
			9:  {Rules: []string{"test/none"}, At: at},
			17: {Rules: []string{"test/each"}, At: at, Until: schema.Date{Year: 2024, Month: 1, Day: 1}},
			20: {Rules: []string{"test/each"}, At: at, WholeFile: true},
			27: {Rules: []string{"test/each"}, At: at, Scope: schema.Range{Start: 1, End: 2}}, // not where the violation is
		}),
		asking("b", 30, map[int]schema.Suppression{1: {Rules: []string{"test/each"}, At: at, WholeFile: true}}),
		asking("c", 7, nil),
	}
	want := []string{
		"a:1: [test/across] unused [] unknown [] misplaced false ended false [test/suppression]",
		"a:7: [test/each test/fault] unused [test/fault] unknown [] misplaced false ended false [test/suppression]",
		"a:8: [test/each] unused [test/each] unknown [] misplaced false ended false [test/suppression]",
		"a:9: [test/none] unused [] unknown [test/none] misplaced false ended false [test/suppression]",
		"a:17: [test/each] unused [test/each] unknown [] misplaced false ended true [test/suppression]",
		"a:17: ends in 7 [test/each]",
		"a:20: [test/each] unused [test/each] unknown [] misplaced true ended false [test/suppression]",
		"a:27: [test/each] unused [test/each] unknown [] misplaced false ended false [test/suppression]",
		"a:27: ends in 7 [test/each]",
		"b:1: [test/each] unused [] unknown [] misplaced false ended false [test/suppression]",
		"c:7: last [test/across]", "c:7: ends in 7 [test/each]",
	}
	for _, jobs := range []int{1, 16} {
		suppressed := 0
		got, outcome := run(t, inputs, engine.Config{Rules: rules, Env: &lint.Environment{AsOf: schema.Date{Year: 2024, Month: 1, Day: 2}}, Jobs: jobs, DeliverSuppressed: func(_ int, v *lint.Violation) error {
			if v.SuppressedBy == nil || v.SuppressedBy.Kind != lint.Comment {
				t.Errorf("%s in %s is handed on as suppressed by %+v", v.Rule, v.File, v.SuppressedBy)
			}
			suppressed++
			return nil
		}})
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("with %d workers (-want +got):\n%s", jobs, diff)
		}
		if suppressed != 5 {
			t.Errorf("%d violations are handed on as suppressed, want 5", suppressed)
		}
		if outcome.Suppressed != 5 {
			t.Errorf("%d violations are counted as suppressed, want 5", outcome.Suppressed)
		}
	}
}

func TestForFile(t *testing.T) {
	rules := testRules()
	rules = append(rules, engine.Enabled{Off: true, Rule: &lint.Rule{ID: "test/language", Severity: lint.Info, Check: lint.Each(func(p *lint.Pass, e *schema.Entry) {
		if e.Index == 0 && strings.HasSuffix(e.Identifier.Value, "-1") {
			p.Report(lint.Violation{At: e.Identifier.At, Message: p.Env.Language})
		}
	})}})
	config := engine.Config{Rules: rules, Env: &lint.Environment{Language: "en"}, ForFile: func(path string) *engine.FileConfig {
		if path != "b" {
			return nil
		}
		f := &engine.FileConfig{Language: "fr"}
		for _, e := range rules {
			switch e.Rule.ID {
			case "test/each":
				e.Off = true
			case "test/across":
				e.Severity = lint.Error
			case "test/language":
				e.Off = false
			}
			f.Rules = append(f.Rules, e)
		}
		return f
	}}
	for _, jobs := range []int{1, 16} {
		config.Jobs = jobs
		got, _ := run(t, []engine.Input{input(fake{path: "a", entries: 7}), input(fake{path: "b", entries: 7}), input(fake{path: "c", entries: 7}), input(fake{path: "b", entries: 8})}, config)
		want := []string{
			"a:1: first of 29 [test/across]", "a:7: ends in 7 [test/each]",
			"b:1: fr [test/language]", "c:7: ends in 7 [test/each]",
			"b:1: fr [test/language]", "b:8: last [test/across]",
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("with %d workers (-want +got):\n%s", jobs, diff)
		}
	}
}

// run gives what is delivered, in order, a line each.
func run(t *testing.T, inputs []engine.Input, config engine.Config) ([]string, *engine.Outcome) {
	t.Helper()
	found := spool.New()
	defer func() {
		if err := found.Close(); err != nil {
			t.Error(err)
		}
	}()
	config.Deliver = found.Add
	outcome, err := engine.Run(context.Background(), inputs, config)
	if err != nil {
		t.Fatal(err)
	}
	return lines(t, &engine.Outcome{}, found), outcome
}
