package docgen_test

import (
	"bytes"
	"flag"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iatilint/iatilint/internal/docgen"
	"github.com/iatilint/iatilint/rules"
)

var update = flag.Bool("update", false, "rewrite rules/README.md")

func TestREADMEIsFresh(t *testing.T) {
	const path = "../../rules/README.md"
	want, err := docgen.README(rules.All(), os.DirFS("../../testdata/rules"))
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(path, want, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("rules/README.md is stale; run go test ./internal/docgen -update\n%s", diff)
	}
}

func TestEveryRuleIsExplained(t *testing.T) {
	for _, r := range rules.All() {
		var b bytes.Buffer
		if err := docgen.Explain(&b, rules.README(), r); err != nil {
			t.Error(err)
		}
		if bytes.Contains(b.Bytes(), []byte("```")) {
			t.Errorf("%s: Markdown is left in\n%s", r.ID, b.Bytes())
		}
	}
}
