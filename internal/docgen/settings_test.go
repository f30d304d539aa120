package docgen_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/iatilint/iatilint/internal/report"
	"github.com/iatilint/iatilint/internal/settings"
	"github.com/iatilint/iatilint/rules"
)

const (
	settingsStart = "<!-- settings, written by go test ./internal/docgen -update -->\n"
	settingsEnd   = "<!-- end of settings -->\n"
)

// TestREADMEListsTheSettings holds the README's table to that of the settings.
func TestREADMEListsTheSettings(t *testing.T) {
	const path = "../../README.md"
	readme, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(readme), settingsStart)
	got, after, ok2 := strings.Cut(rest, settingsEnd)
	if !ok || !ok2 {
		t.Fatal("the README has no table of settings")
	}
	want := settingsTable()
	if *update {
		if err := os.WriteFile(path, []byte(before+settingsStart+want+settingsEnd+after), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the README's table of settings is stale; run go test ./internal/docgen -update (-want +README):\n%s", diff)
	}
}

// settingsTable is the table of settings in Markdown, those of files first.
func settingsTable() string {
	var b strings.Builder
	b.WriteString("| in `.iatilint.yaml` | flag of `check` | |\n|---|---|---|\n")
	known := settings.Known{Catalogue: rules.All(), Formats: report.FormatNames(), Tables: report.Tables()}
	row := func(s settings.Setting) {
		key, flag, meaning := "", "", s.Doc
		if s.Key != "" {
			key = "`" + s.Key + "`"
		}
		if s.Flag != "" {
			flag = "`--" + s.Flag + "`"
			if !slices.Contains(s.Commands, "check") {
				flag += " of `" + strings.Join(s.Commands, "`, `") + "`"
			}
		}
		if meaning == "" {
			meaning = s.Usage
		}
		fmt.Fprintf(&b, "| %s | %s | %s |\n", key, flag, meaning)
	}
	rows := settings.Table(known)
	for _, inFile := range []bool{true, false} {
		for _, s := range rows {
			if (s.Key != "") == inFile {
				row(s)
			}
		}
	}
	return b.String()
}
